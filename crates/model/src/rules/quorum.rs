//! Enough members are there at every meeting.

use super::{Bound, EvaluatedPlan, Kind, Parameter, Rule, Slots, Specification};
use crate::plan::{Cause, ScoreBreakdown};

/// Amount: 1 for each team with a meeting to which less than `percent` of the members who are counted
/// that day come.
pub struct EnoughThere;

/// The share of members who have to come.
pub const PERCENT: Parameter = Parameter { name: "percent", default: 50, least: 0, most: 100 };
/// What is fixed about it.
pub const SPEC: Specification = Specification {
    parameters: &[PERCENT],
    ..Specification::required("quorum", Kind::Team, Slots::EachTeam)
};

/// What one member adds to the sum that must not be negative.
pub fn share(comes: Option<bool>, percent: i64) -> i64 {
    comes.map_or(0, |comes| if comes { 100 - percent } else { -percent })
}

impl Rule for EnoughThere {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        for (index, _) in evaluated.teams() {
            let setting =
                evaluated.settings.setting(evaluated.plan.teams[index].environment, SPEC.id);
            let percent = setting.parameter(PERCENT.name);
            let attendance = &evaluated.attendance[index];
            let sum = |meeting: usize| -> i64 {
                let comes =
                    |at: &crate::calendar::Attendance| at.meetings[meeting].map(|p| p.comes());
                attendance.iter().map(|at| share(comes(at), percent)).sum()
            };
            let failing: Vec<usize> = (0..evaluated.series[index].count() as usize)
                .filter(|&meeting| sum(meeting) < 0)
                .collect();
            if let Some(&first) = failing.first() {
                let period = &evaluated.roster.period;
                let date = period.date(evaluated.series[index].days(period)[first]).to_string();
                let details = vec![("meetings", failing.len().to_string()), ("first", date)];
                let cause = || Cause::new("cause-quorum", details);
                breakdown.charge(SPEC.id, setting.unit(), Some(index), None, cause);
            }
        }
    }

    fn bound(&self) -> Bound {
        Bound::EACH_MEMBER
    }
}
