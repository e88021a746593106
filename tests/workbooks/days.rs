//! Days, weeks and whole stretches as people write them.

use leerteam::wire::v1;

use super::reading::{Case, check, read};
use super::work::Work;

/// The second row of commitments (`ma+wo`, from 8:30 to 15:00, even weeks) in other words.
fn stated(days: &str, from: &str, until: &str, weeks: &str) -> Work {
    let work = Work::good().set("Verplichtingen!D3", days).set("Verplichtingen!E3", from);
    work.set("Verplichtingen!F3", until).set("Verplichtingen!G3", weeks)
}

pub fn cases() -> Vec<Case<'static>> {
    let days = |days| stated(days, "8:30", "15:00", "even weken");
    let weeks = |weeks| stated("ma+wo", "8:30", "15:00", weeks);
    vec![
        ("in full", days("maandag en woensdag"), &[]),
        ("the other way around", days("wo, ma"), &[]),
        ("in English", days("Mon + Wed"), &[]),
        ("in short with full stops", days("ma. / wo."), &[]),
        ("of two lines", days("ma\nwo"), &[]),
        ("with the times", stated("ma+wo 8:30-15:00", "", "", "even weken"), &[]),
        ("with the weeks", stated("ma+wo even weken", "8:30", "15:00", ""), &[]),
        ("all in one", stated("ma+wo van 8.30 tot 15.00 uur, even weken", "", "", ""), &[]),
        ("each on its own", stated("ma 8:30-15:00; wo 8:30-15:00", "", "", "Even"), &[]),
        ("by a date", weeks("elke 2 weken vanaf 2026-09-14"), &[]),
        ("every other week", weeks("om de week vanaf 14 september 2026"), &[]),
        ("from or and", days("di-do"), &["E1410 Verplichtingen!D3 di-do"]),
        (
            "from or and, with the times",
            stated("di-do 8:30-15:00", "", "", "even weken"),
            &["E1410 Verplichtingen!D3 di-do 8:30-15:00"],
        ),
        (
            "availability from or and",
            Work::good().set("Beschikbaarheid!B2", "di-do"),
            &["E1410 Beschikbaarheid!B2 di-do"],
        ),
        ("up to", days("ma tot wo"), &["E1410 Verplichtingen!D3 ma tot wo"]),
        ("no days", days("soms"), &["E1412 Verplichtingen!D3 soms"]),
        ("days by numbers", days("1 en 3"), &["E1412 Verplichtingen!D3 1 en 3"]),
        (
            "every other week without a date",
            weeks("om de week"),
            &["E1414 Verplichtingen!G3 om de week"],
        ),
        ("no weeks", weeks("week 37"), &["E1413 Verplichtingen!G3 week 37"]),
        (
            "times stated twice",
            stated("ma+wo 8:30-15:00", "8:30", "", "even weken"),
            &["E1418 Verplichtingen!D3 ma+wo 8:30-15:00"],
        ),
        (
            "weeks stated twice",
            stated("ma+wo even weken", "8:30", "15:00", "even weken"),
            &["E1418 Verplichtingen!D3 ma+wo even weken"],
        ),
        ("opening hours", Work::good().set("Locaties!E2", "ma t/m vr van 8 tot 18 uur"), &[]),
        (
            "opening hours that cannot be read",
            Work::good().set("Locaties!E2", "schooltijden"),
            &["E1412 Locaties!E2 schooltijden"],
        ),
        (
            "meeting hours that can be read in two ways",
            Work::good().set("Leeromgevingen!G2", "Tue 1-5 pm"),
            &["E1410 Leeromgevingen!G2 Tue 1-5 pm"],
        ),
    ]
}

#[test]
fn days_and_weeks_are_read_or_reported() {
    check(&cases());
}

/// Windows of the first participant's commitments: day, dates, weeks.
fn windows(work: &Work) -> Vec<(i32, String, String, Option<v1::WeekPattern>)> {
    let reading = read(work);
    assert_eq!(reading.lines(), [""; 0]);
    let commitments = reading.roster.participants[0].commitments.iter();
    let windows = commitments.map(|commitment| commitment.window.clone().expect("a window"));
    windows.map(|w| (w.weekday, w.valid_from, w.valid_to, w.weeks)).collect()
}

#[test]
fn even_weeks_go_on_behind_a_year_of_53_weeks() {
    let pattern = |offset| Some(v1::WeekPattern { every: 2, offset });
    let period = |work: Work| {
        let work = work.set("Planperiode!C2", "2026-12-14").set("Planperiode!D2", "2027-01-29");
        let work = work.without("Sluitingen").without("Afwezigheid").without("Vastgezet");
        let work = work.set("Deelnemers!E2", "").set("Deelnemers!F2", "");
        work.set("Verplichtingen!H4", "")
    };
    // The first date is in week 51; weeks 53 and 1 are both odd.
    let of = |weeks| windows(&period(stated("ma", "8:30", "15:00", weeks)));
    let (none, end, turn) = (String::new, "2027-01-03".to_owned(), "2027-01-04".to_owned());
    assert_eq!(
        of("even weken"),
        [(1, none(), end.clone(), pattern(1)), (1, turn.clone(), none(), pattern(0))]
    );
    assert_eq!(of("oneven weken"), [(1, none(), end, pattern(0)), (1, turn, none(), pattern(1))]);
}

#[test]
fn weeks_from_a_later_date_begin_there() {
    let of = |weeks| windows(&stated("wo", "8:30", "15:00", weeks)).remove(0);
    let pattern = |every, offset| Some(v1::WeekPattern { every, offset });
    let from =
        |weeks, date: &str, pattern| assert_eq!(of(weeks), (3, date.into(), "".into(), pattern));
    from("elke 2 weken vanaf 2026-09-16", "", pattern(2, 1));
    from("elke 2 weken vanaf 2026-09-30", "2026-09-30", pattern(2, 1));
    from("elke 3 weken vanaf 2026-09-16", "", pattern(3, 1));
    from("elke week vanaf 2026-10-01", "2026-10-01", None);
    from("elke week", "", None);
}

#[test]
fn readings_are_shown_in_the_language_asked_for() {
    let reading = read(&stated("di-do", "8:30", "15:00", ""));
    assert_eq!(reading.findings[0].details, [("readings", "di + wo + do, di + do".to_owned())]);
}
