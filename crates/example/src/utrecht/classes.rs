//! The nine programmes and what their timetables leave of the meeting days.

use crate::calendar::{dated, every, window};
use crate::catalogue::programme;
use crate::parts::lesson;
use crate::roles::cohort;
use leerteam_wire::v1::{Cohort, Commitment, Flexibility, Programme};

/// Programmes with one class each, in the order in which students are numbered.
pub fn classes() -> (Vec<Programme>, Vec<Cohort>) {
    let of = |name, institution, lessons: Vec<Commitment>| {
        let programme = programme(name, institution);
        let cohort = cohort(&programme, 2, lessons);
        (programme, cohort)
    };
    let mbo = |id: &str, hours| lesson(id, hours, "mbo");
    let hbo = |id: &str, hours| lesson(id, hours, "hogeschool");
    let wo = |id: &str, hours| lesson(id, hours, "universiteit");
    [
        // The seven: only Wednesday is left to them, if the workshop of that day moves.
        of(
            "Pedagogisch Medewerker",
            "mbo",
            vec![
                mbo("les-di", window(1, "13:00", "17:00")),
                Commitment {
                    flexibility: Flexibility::Movable.into(),
                    ..mbo("werkplaats", window(2, "13:00", "16:30"))
                },
                mbo("les-do", window(3, "12:30", "16:30")),
            ],
        ),
        of("Onderwijsassistent", "mbo", vec![mbo("lesdag", window(0, "09:00", "16:30"))]),
        of("Sociaal Werk", "mbo", vec![mbo("lesdag", window(4, "09:00", "16:30"))]),
        // In every third week a tournament, on the one day or the other.
        of(
            "Sport en Bewegen",
            "mbo",
            vec![
                mbo("toernooi-wo", every(3, 1, window(2, "12:30", "17:00"))),
                mbo("toernooi-do", every(3, 2, window(3, "12:30", "17:00"))),
                mbo("les-di", window(1, "13:00", "17:00")),
            ],
        ),
        of("Pabo", "hogeschool", vec![hbo("lesdag", window(1, "09:00", "16:30"))]),
        // In the way late in the afternoon of every other week.
        of(
            "Social Work",
            "hogeschool",
            vec![
                hbo("lesdag", window(0, "09:00", "16:30")),
                hbo("intervisie", every(2, 0, window(2, "15:00", "17:00"))),
            ],
        ),
        // In the way until the half year.
        of(
            "Pedagogiek",
            "hogeschool",
            vec![
                hbo("lesdag", window(4, "09:00", "16:30")),
                hbo("minor", dated("2024-09-02", "2025-01-31", window(2, "13:00", "15:30"))),
            ],
        ),
        // Lectures on all meeting days: nobody of this class can come.
        of(
            "Academische lerarenopleiding",
            "universiteit",
            [1, 2, 3]
                .map(|day| wo(&format!("college-{}", day + 1), window(day, "11:00", "17:00")))
                .into(),
        ),
        of(
            "Pedagogische Wetenschappen",
            "universiteit",
            vec![wo("college", window(3, "09:00", "17:00"))],
        ),
    ]
    .into_iter()
    .unzip()
}
