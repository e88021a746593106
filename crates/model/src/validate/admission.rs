//! Who is admitted, against how many places there are.

use super::size::Admitted;
use crate::roster::{Code, Findings, Roster};

pub(super) fn check(roster: &Roster, admitted: &Admitted, findings: &mut Findings) {
    // Where an environment admits nobody, those who are admitted nowhere are probably meant for it.
    let is_followed = admitted.all.contains(&0);
    for &participant in admitted.nowhere.iter().filter(|_| !is_followed) {
        let field = format!("participants[{participant}]");
        let person = &roster.participants[participant];
        let named = if person.name == person.id {
            person.id.clone()
        } else {
            format!("{} [{}]", person.name, person.id)
        };
        findings.add_with(Code::AdmittedNowhere, field, &person.id, vec![("person", named)]);
    }
    for (index, environment) in roster.environments.iter_enumerated() {
        let (all, only) = (admitted.all[index], admitted.only[index]);
        if all == 0 {
            let field = format!("environments[{index}].admission");
            findings.add(Code::AdmitsNobody, field, &environment.id);
            continue;
        }
        let field = format!("environments[{index}].teamSize");
        let places = u64::from(environment.max_teams) * u64::from(environment.max_size);
        if only > places {
            let details = vec![("participants", only.to_string()), ("places", places.to_string())];
            findings.add_with(Code::TooFewPlaces, &field, &environment.id, details);
        }
        let needed = u64::from(environment.min_teams) * u64::from(environment.min_size);
        if all < needed {
            let details = vec![("participants", all.to_string()), ("needed", needed.to_string())];
            findings.add_with(Code::TooFewParticipants, &field, &environment.id, details);
        }
    }
}
