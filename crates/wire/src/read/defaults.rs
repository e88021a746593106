//! What is left out and follows from the rest of the roster; a note says how it is taken.

use crate::v1;
use leerteam_model::roster::{Code, Findings, LIMITS, PlanningPeriod, Roster};

/// The id of a roster; of one without, its title and period, so that two rounds never share one and calendars
/// of the second do not replace those of the first.
pub(super) fn id(wire: &v1::Roster, period: &PlanningPeriod) -> String {
    if !wire.id.is_empty() {
        return wire.id.clone();
    }
    let letters = wire.title.to_lowercase();
    let words = letters.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut parts: Vec<String> = words.map(str::to_owned).collect();
    parts.extend([period.first.to_string(), period.last.to_string()]);
    parts.join("-")
}

/// Fills in whom the only environment admits, and how many teams there are where nothing says so.
pub(super) fn fill(roster: &mut Roster, wire: &v1::Roster, findings: &mut Findings) {
    if let [environment] = &mut roster.environments.raw[..]
        && !environment.admission.has_criteria()
        && environment.admission.participants.is_empty()
        && !roster.participants.is_empty()
    {
        environment.admission.participants = roster.participants.indices().collect();
        findings.add(Code::AdmitsEverybody, "environments[0].admission", &environment.id);
    }
    let is_open =
        |wire: &v1::LearningEnvironment| wire.team_count.is_none() && wire.teams.is_empty();
    if !wire.environments.iter().any(is_open) {
        return;
    }
    let admitted = roster.admitted();
    let open = wire.environments.iter().map(is_open);
    let environments = roster.environments.iter_mut().zip(open).zip(admitted).enumerate();
    for (index, ((environment, is_open), admitted)) in environments {
        // One team needs no note: it is what anybody would think.
        let most =
            (admitted.len() as u64 / u64::from(environment.min_size)).min(LIMITS.teams.at_most);
        if is_open && most > 1 {
            environment.max_teams = most as u32;
            let details = vec![("most", most.to_string())];
            let field = format!("environments[{index}].teamCount");
            findings.add_with(Code::OpenTeamCount, field, &environment.id, details);
        }
    }
}
