//! Neighbourhoods that were forgotten or misspelt.

use crate::roster::{Code, Findings, Roster, Side, most_alike};

pub(super) fn check(roster: &Roster, findings: &mut Findings) {
    let known = || roster.locations.iter().map(|location| location.neighbourhood.as_str());
    if known().any(|neighbourhood| !neighbourhood.is_empty()) {
        for (index, location) in roster.locations.iter_enumerated() {
            // Schools need none: people travel there from wherever they are.
            let side = location.organisation.map(|of| roster.organisations[of].side);
            if location.neighbourhood.is_empty() && side != Some(Side::Education) {
                let field = format!("locations[{index}].neighbourhood");
                findings.add(Code::NoNeighbourhood, field, &location.id);
            }
        }
    }
    for (index, environment) in roster.environments.iter_enumerated() {
        for (place, name) in environment.admission.neighbourhoods.iter().enumerate() {
            if known().all(|known| known != name) {
                let field = format!("environments[{index}].admission.neighbourhoods[{place}]");
                let meant = most_alike(name, known().filter(|known| !known.is_empty()));
                let details =
                    meant.map(|meant| ("perhaps", meant.to_owned())).into_iter().collect();
                findings.add_with(Code::UnknownNeighbourhood, field, name, details);
            }
        }
    }
}
