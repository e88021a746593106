//! Attributes of participants that nothing can look at.

use crate::roster::{Attribute, BUILT_IN_ATTRIBUTES, Code, Findings, Roster};

/// Reports text attributes with the name of a built-in one, each name at the first who has it: rules look
/// at the built-in one. Rules on numbers look at own attributes only, so a number is no mistake.
pub(super) fn check(roster: &Roster, findings: &mut Findings) {
    for name in BUILT_IN_ATTRIBUTES {
        let has_own = |participant: &crate::roster::Participant| {
            matches!(participant.attributes.get(name), Some(Attribute::Text(_)))
        };
        if let Some(index) = roster.participants.iter().position(has_own) {
            let field = format!("participants[{index}].attributes.{name}");
            findings.add(Code::NameBuiltIn, field, name);
        }
    }
}
