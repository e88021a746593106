//! The one entry from roster to plan: lowers the roster to numbers, solves, raises the solution to a
//! plan, and has it checked before anybody sees it.

pub mod frame;
mod lower;
mod raise;
pub mod rules;
mod start;

use std::time::{Duration, Instant};

pub use leerteam_solver::{Cancel, Ended, Failure, Options};
use leerteam_solver::{Event, Problem, Solution, solve, solve_from};

pub use frame::Frame;
use leerteam_model::calendar::Calendar;
use leerteam_model::check::{Assessment, assess};
use leerteam_model::plan::{Cost, Plan};
use leerteam_model::roster::Roster;
use leerteam_model::rules::Settings;
pub use lower::lower;
use raise::raise;
use start::{lower_base, lower_plan};

/// A roster is made ready in no less than so many times what the check of its plan takes, which has to be
/// over at the time limit too.
const CHECKS: u32 = 3;

/// A plan with its proof.
#[derive(Clone, Debug)]
pub struct Planned {
    /// The plan.
    pub plan: Plan,
    /// What it is worth, as the checker found.
    pub assessment: Assessment,
    /// Proven: no plan scores lower (docs/model.md section 7).
    pub bound: Cost,
    /// How the search ended.
    pub ended: Ended,
    /// The internal error that it ended with, if it did. The plan is that from before it.
    pub failure: Option<Failure>,
}

impl Planned {
    /// How far the score is above the bound, as a fraction.
    pub fn gap(&self) -> f64 {
        self.assessment.total().gap(self.bound)
    }
}

/// What the planner is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Turning the roster into an integer program.
    Prepare,
    /// Looking for a first plan.
    FirstPlan,
    /// As few broken requirements as possible.
    Requirements,
    /// As few points as possible.
    Points,
    /// Checking and scoring the plan.
    Check,
}

/// How far the planner is.
#[derive(Clone, Debug)]
pub struct Progress {
    /// What it is doing.
    pub phase: Phase,
    /// Score of the best plan so far.
    pub best: Option<Cost>,
    /// Proven: no plan scores lower.
    pub bound: Cost,
    /// Columns of the solver's program: possible teams, seats and duties.
    pub columns: usize,
    /// Time since the start.
    pub elapsed: Duration,
    /// The best plan, where it is new.
    pub plan: Option<Plan>,
}

/// The solver and the checker do not agree: an error in the program, never shown as a plan.
#[derive(Clone, Debug, thiserror::Error)]
#[error("internal error: the solver scores the plan {solver:?}, the checker {checker:?}")]
pub struct Disagreement {
    /// What the solver found.
    pub solver: Cost,
    /// What the checker found.
    pub checker: Cost,
}

/// Plans a roster. It always ends with a plan, at the least one in which everybody is left over;
/// `cancel` and the limits of `options` end it early with the best plan so far. Where the roster has a base plan
/// the search starts from that, as far as it still can be: see [`plan_from`].
pub fn plan(
    roster: &Roster,
    options: &Options,
    cancel: &Cancel,
    tell: &mut dyn FnMut(Progress),
) -> Result<Planned, Disagreement> {
    search(roster, &lower_base, options, cancel, tell)
}

/// As [`plan`], from a plan that is there: of this roster, or of one that differs from it a little and whose
/// plan has been read for this one. Only where the search begins depends on it, not which plan is best. What
/// does not fit any more is left out and made up for; the plan is never worse than what is left.
///
/// ```
/// use leerteam_example::generate;
/// use leerteam_planner::{Cancel, Options, plan, plan_from};
/// use leerteam_wire::read_roster;
///
/// let students = leerteam_example::Options { students: Some(8), ..Default::default() };
/// let roster = read_roster(&generate("pool", &students)?).0.expect("a roster that can be planned");
/// let (options, cancel) = (Options::default(), Cancel::default());
/// let known = plan(&roster, &options, &cancel, &mut |_| {})?;
///
/// let mut first = None;
/// let again = plan_from(&roster, &known.plan, &options, &cancel, &mut |progress| {
///     first = first.or(progress.best);
/// })?;
/// assert_eq!(first, Some(known.assessment.total()));
/// assert_eq!(again.assessment.total(), known.assessment.total());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn plan_from(
    roster: &Roster,
    start: &Plan,
    options: &Options,
    cancel: &Cancel,
    tell: &mut dyn FnMut(Progress),
) -> Result<Planned, Disagreement> {
    let start = |frame: &Frame, problem: &Problem| Some(lower_plan(frame, problem, start));
    search(roster, &start, options, cancel, tell)
}

/// Plans a roster, from the solution that `start` makes of its frame and problem, if any.
fn search(
    roster: &Roster,
    start: &dyn Fn(&Frame, &Problem) -> Option<Solution>,
    options: &Options,
    cancel: &Cancel,
    tell: &mut dyn FnMut(Progress),
) -> Result<Planned, Disagreement> {
    let started = Instant::now();
    let at = |phase, best, bound| Progress {
        phase,
        best,
        bound,
        columns: 0,
        elapsed: started.elapsed(),
        plan: None,
    };
    tell(at(Phase::Prepare, None, Cost::ZERO));
    let calendar = Calendar::new(roster);
    let settings = Settings::new(roster);
    let frame = Frame::new(&calendar, &settings);
    let problem = lower(&frame);
    let start = start(&frame, &problem);
    let prepared = started.elapsed();
    let spent = prepared + prepared / CHECKS;
    let left = options.time_limit.map(|limit| limit.saturating_sub(spent));
    let options = Options { time_limit: left, ..options.clone() };
    let raised = |solution: &Solution| raise(&frame, &problem, solution);
    let mut tell_of = |event: &Event| {
        tell(Progress {
            phase: phase(event.phase),
            best: Some(event.cost),
            bound: event.bound,
            columns: event.columns,
            elapsed: started.elapsed(),
            plan: event.improved.then(|| raised(event.best)),
        });
    };
    let answer = match &start {
        Some(start) => solve_from(&problem, start, &options, cancel, &mut tell_of),
        None => solve(&problem, &options, cancel, &mut tell_of),
    };
    tell(at(Phase::Check, Some(answer.cost), answer.bound));
    let plan = raised(&answer.solution);
    let assessment = assess(roster, &plan);
    let (solver, checker) = (answer.cost, assessment.total());
    if solver != checker {
        return Err(Disagreement { solver, checker });
    }
    let leerteam_solver::Answer { bound, ended, failure, .. } = answer;
    Ok(Planned { plan, assessment, bound, ended, failure })
}

fn phase(phase: leerteam_solver::Phase) -> Phase {
    match phase {
        leerteam_solver::Phase::Requirements => Phase::Requirements,
        leerteam_solver::Phase::Points => Phase::Points,
        _ => Phase::FirstPlan,
    }
}
