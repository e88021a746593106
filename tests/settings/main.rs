//! Each fixture is planned, and the plan has what matters to a planner in its setting.

mod event;
mod isop;
mod keuzedeel;
mod lwwl;
mod noa;
mod professionals;
mod regions;
mod scene;
mod topclass;
mod utrecht;
mod wijk;
