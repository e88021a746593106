//! What is known about a plan, from wherever it comes.

use super::{Assessment, assess};
use crate::plan::{Cost, Plan};
use crate::roster::{Finding, Roster};

/// How a search for a plan ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// No plan is better by more than the gap asked for.
    Proven,
    /// At the time or work limit.
    Limit,
    /// Cancelled.
    Cancelled,
    /// Nothing was left that could have improved plan or bound.
    Stalled,
    /// The linear programs could not be solved precisely enough.
    NumericalFailure,
    /// With an error in the program; plan and bound are those from before it.
    InternalError,
}

/// What is proven about a plan that was searched for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proof {
    /// No plan scores lower (docs/model.md section 7).
    pub bound: Cost,
    /// How the search ended.
    pub outcome: Outcome,
    /// The seed with which it was searched.
    pub seed: u32,
}

/// A plan, what follows from it and what is proven about it: every file, page and reply is made from
/// this, and works nothing out again.
#[derive(Clone, Debug)]
pub struct Report {
    /// The plan.
    pub plan: Plan,
    /// What it is worth, and why.
    pub assessment: Assessment,
    /// None for a plan made by hand.
    pub proof: Option<Proof>,
}

impl Report {
    /// Assesses a plan, of which `proof` may be known.
    ///
    /// # Errors
    /// The score is beyond what messages and files can hold.
    pub fn new(roster: &Roster, plan: Plan, proof: Option<Proof>) -> Result<Report, Box<Finding>> {
        let assessment = assess(roster, &plan);
        match assessment.too_large() {
            Some(finding) => Err(Box::new(finding)),
            None => Ok(Report { plan, assessment, proof }),
        }
    }

    /// How far the score is above the bound, as a fraction; none where nothing is proven.
    pub fn gap(&self) -> Option<f64> {
        self.proof.map(|proof| self.assessment.total().gap(proof.bound))
    }
}
