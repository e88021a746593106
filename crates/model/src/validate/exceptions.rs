//! Exceptions that free somebody of what they do not have.

use std::collections::BTreeSet;

use crate::roster::{Code, Exception, Findings, Roster};

pub(super) fn check(roster: &Roster, findings: &mut Findings) {
    for (index, participant) in roster.participants.iter_enumerated() {
        let free = participant.exceptions.iter().enumerate().filter_map(|(place, exception)| {
            match exception {
                Exception::Free { commitments, .. } => Some((place, commitments)),
                Exception::Absent(_) => None,
            }
        });
        let mut known: Option<BTreeSet<&str>> = None;
        for (place, ids) in free {
            let own = || roster.commitments(index).map(|commitment| commitment.id.as_str());
            let known = known.get_or_insert_with(|| own().collect());
            let unknown = ids.iter().enumerate().filter(|(_, id)| !known.contains(id.as_str()));
            for (at, id) in unknown {
                let field =
                    format!("participants[{index}].exceptions[{place}].commitmentIds[{at}]");
                findings.add(Code::UnknownCommitment, field, id);
            }
        }
    }
}
