//! The one entry from roster to plan, [`plan`]: lowers the roster to numbers, solves, lifts the solution to a
//! plan, and has it checked before anybody sees it.
//!
//! - [`decision_space`]: what there is to choose from
//! - [`rules`]: one file a rule, with what it is in the integer program
//! - [`lower()`]: all of it as the solver's problem

pub mod decision_space;
mod lift;
mod lower;
pub mod rules;
mod start;

use std::time::Instant;

pub use leerteam_solver::{Cancel, Ended, Failure, Options};
use leerteam_solver::{Event, Problem, Solution, solve, solve_from};

pub use decision_space::DecisionSpace;
use leerteam_model::calendar::Calendar;
use leerteam_model::check::{Assessment, Outcome, Proof, Report, assess};
use leerteam_model::plan::{Cost, Plan};
pub use leerteam_model::plan::{Phase, Progress};
use leerteam_model::roster::Roster;
use leerteam_model::rules::Settings;
use lift::lift;
pub use lower::lower;
use start::{lower_base, lower_plan};

/// A roster is made ready in no less than so many times what the check of its plan takes, which has to be
/// over at the time limit too.
const CHECKS: u32 = 3;

/// Threads that run at once on this machine; 1 where it does not say.
pub fn cores() -> u32 {
    std::thread::available_parallelism().map_or(1, |cores| cores.get() as u32)
}

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
    /// The seed with which it was searched.
    pub seed: u32,
    /// The internal error that it ended with, if it did. The plan is that from before it.
    pub failure: Option<Failure>,
}

impl Planned {
    /// How far the score is above the bound, as a fraction.
    pub fn gap(&self) -> f64 {
        self.assessment.total().gap(self.bound)
    }

    /// The plan as files, pages and replies are made from it.
    pub fn into_report(self) -> Report {
        let outcome = match self.ended {
            Ended::Proven => Outcome::Proven,
            Ended::Limit => Outcome::Limit,
            Ended::Cancelled => Outcome::Cancelled,
            Ended::Stalled => Outcome::Stalled,
            Ended::NumericalFailure => Outcome::NumericalFailure,
            Ended::Failed => Outcome::InternalError,
        };
        let proof = Proof { bound: self.bound, outcome, seed: self.seed };
        Report { plan: self.plan, assessment: self.assessment, proof: Some(proof) }
    }
}

/// The solver and the checker do not agree: an error in the program, never shown as a plan.
#[derive(Clone, Debug, thiserror::Error)]
#[error("internal error: the solver scores the plan {solver:?}, the checker {checker:?}")]
pub struct ScoreMismatch {
    /// What the solver found.
    pub solver: Cost,
    /// What the checker found.
    pub checker: Cost,
}

/// Plans a roster. It always ends with a plan, at the least one in which everybody is left over;
/// `cancel` and the limits of `options` end it early with the best plan so far. Where the roster has a base plan
/// the search starts from that, as far as it still can be: see [`plan_from`].
///
/// # Errors
/// Solver and checker do not agree on the plan's score, which is an error in the program.
pub fn plan(
    roster: &Roster,
    options: &Options,
    cancel: &Cancel,
    tell: &mut dyn FnMut(Progress),
) -> Result<Planned, ScoreMismatch> {
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
///
/// # Errors
/// As [`plan`].
pub fn plan_from(
    roster: &Roster,
    start: &Plan,
    options: &Options,
    cancel: &Cancel,
    tell: &mut dyn FnMut(Progress),
) -> Result<Planned, ScoreMismatch> {
    let start = |space: &DecisionSpace, problem: &Problem| Some(lower_plan(space, problem, start));
    search(roster, &start, options, cancel, tell)
}

/// Plans a roster, from the solution that `start` makes of its decision space and problem, if any.
fn search(
    roster: &Roster,
    start: &dyn Fn(&DecisionSpace, &Problem) -> Option<Solution>,
    options: &Options,
    cancel: &Cancel,
    tell: &mut dyn FnMut(Progress),
) -> Result<Planned, ScoreMismatch> {
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
    let space = DecisionSpace::new(&calendar, &settings);
    let problem = lower(&space);
    let start = start(&space, &problem);
    let prepared = started.elapsed();
    let spent = prepared + prepared / CHECKS;
    let left = options.time_limit.map(|limit| limit.saturating_sub(spent));
    let options = Options { time_limit: left, ..options.clone() };
    let lifted = |solution: &Solution| lift(&space, &problem, solution);
    let mut tell_of = |event: &Event| {
        tell(Progress {
            phase: phase(event.phase),
            best: Some(event.cost),
            bound: event.bound,
            columns: event.columns,
            elapsed: started.elapsed(),
            plan: event.improved.then(|| lifted(event.best)),
        });
    };
    let answer = match &start {
        Some(start) => solve_from(&problem, start, &options, cancel, &mut tell_of),
        None => solve(&problem, &options, cancel, &mut tell_of),
    };
    tell(at(Phase::Check, Some(answer.cost), answer.bound));
    let plan = lifted(&answer.solution);
    let assessment = assess(roster, &plan);
    let (solver, checker) = (answer.cost, assessment.total());
    if solver != checker {
        return Err(ScoreMismatch { solver, checker });
    }
    let leerteam_solver::Answer { bound, ended, failure, .. } = answer;
    Ok(Planned { plan, assessment, bound, ended, seed: options.seed, failure })
}

fn phase(phase: leerteam_solver::Phase) -> Phase {
    match phase {
        leerteam_solver::Phase::Requirements => Phase::Requirements,
        leerteam_solver::Phase::Points => Phase::Points,
        _ => Phase::FirstPlan,
    }
}
