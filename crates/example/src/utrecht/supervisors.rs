//! The supervisors: of the institutions and of the sites, one of them on both sides.

use crate::calendar::{window, windows};
use crate::roles::supervisor;
use leerteam_wire::v1::{Side, Supervisor};

/// All supervisors.
pub fn supervisors() -> Vec<Supervisor> {
    let education = |number, institutions: &[&str], days: &[usize]| {
        supervisor(Side::Education, number, institutions, windows(days, "12:00", "17:00"))
    };
    let practice = |number, site: &str, days: &[usize], start| Supervisor {
        max_teams: Some(1),
        ..supervisor(Side::Practice, number, &[site], windows(days, start, "17:00"))
    };
    let fields = |fields: &[&str], one: Supervisor| Supervisor {
        fields: fields.iter().map(|&field| field.into()).collect(),
        ..one
    };
    vec![
        // On the sites one day a week.
        fields(
            &["social-work"],
            supervisor(Side::Education, 1, &["hogeschool"], vec![window(2, "09:00", "17:00")]),
        ),
        fields(&["childcare"], education(2, &["mbo"], &[2, 3])),
        fields(&["education"], education(3, &["mbo", "hogeschool"], &[1, 2])),
        // Of the institution, but on the sites also for these.
        Supervisor {
            sides: vec![Side::Education.into(), Side::Practice.into()],
            ..fields(&["education"], education(4, &["universiteit", "tienerschool"], &[2, 3]))
        },
        fields(&["education"], practice(1, "basisschool-1", &[1, 2], "14:00")),
        fields(&["social-work"], practice(2, "buurthuis", &[2, 3], "12:00")),
        fields(&["sport"], practice(3, "speeltuin", &[1, 3], "13:00")),
        fields(&["education"], practice(4, "tienerschool", &[2], "14:30")),
        // Youth work is done after school hours.
        fields(&["social-work"], practice(5, "jongerencentrum", &[1, 2, 3], "13:00")),
    ]
}
