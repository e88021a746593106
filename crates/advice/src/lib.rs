//! What a coordinator asks about plans. It is data only: no texts and no files.
//!
//! - [`compare`]: how two plans of one roster differ, and what each rule and person gains or loses

pub mod compare;
