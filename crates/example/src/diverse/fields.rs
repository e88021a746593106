//! Fields of supervisors, and of participants whose own is another than their programme's.

use crate::kit::Dice;
use leerteam_wire::v1::Roster;

/// Fields with how common they are: those of the pool's programmes, and rarer ones.
const FIELDS: [(&str, u32); 7] = [
    ("education", 6),
    ("childcare", 4),
    ("social-work", 4),
    ("care", 2),
    ("culture", 1),
    ("housing", 1),
    ("sport", 1),
];

/// One or two fields for each supervisor, and one of their own for one in three participants.
pub fn add(roster: &mut Roster, seed: u64) {
    let weights = FIELDS.map(|(_, weight)| weight);
    for supervisor in &mut roster.supervisors {
        let mut dice = Dice::new(seed, &format!("fields of {}", supervisor.id));
        let count = 1 + dice.weighted(&[2, 1]);
        let drawn = dice.several(&weights, count);
        supervisor.fields = drawn.into_iter().map(|at| FIELDS[at].0.into()).collect();
    }
    for participant in &mut roster.participants {
        let mut dice = Dice::new(seed, &format!("field of {}", participant.id));
        if dice.chance(1, 3) {
            participant.field = FIELDS[dice.weighted(&weights)].0.into();
        }
    }
}
