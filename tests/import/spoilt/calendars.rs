//! Timetables of five makers, of which one event is changed.

use leerteam::import::Imported;

use super::{Expected, Spoilt, check};
use crate::support::{FORM, PEOPLE, file, lines, run};

/// The files, and what is warned of each as it is.
const FILES: [&str; 5] =
    ["mytimetable-sw1.ics", "xedule P2A.ics", "untis-p2a.ics", "outlook.ics", "google-sw1.ics"];

fn text_of(name: &str) -> String {
    let path = format!("{}/tests/cases/agendas/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).expect("a calendar")
}

fn read(name: &str, text: &str) -> Imported {
    let files = [file("studenten.csv", PEOPLE), file("antwoorden.csv", FORM), file(name, text)];
    run(&files, &["round.dayparts.afternoon=13:00-17:00", "round.holidays=ja"])
}

/// What is before the events, each event, and what is behind them; lines are not folded.
fn taken_apart(text: &str) -> (String, Vec<String>, String) {
    let text = text.replace("\r\n", "\n").replace("\n ", "");
    let (begin, end) = ("BEGIN:VEVENT\n", "END:VEVENT\n");
    let first = text.find(begin).expect("an event");
    let last = text.rfind(end).expect("its end") + end.len();
    let events = text[first..last].split_inclusive(end).map(str::to_owned).collect();
    (text[..first].to_owned(), events, text[last..].to_owned())
}

/// The lines of an event, where the one of a property is another, or there is one more.
fn with(event: &str, property: &str, line: &str) -> String {
    let is_it = |of: &str| of.split([':', ';']).next() == Some(property);
    let lines = event.lines().filter(|of| !is_it(of) && *of != "END:VEVENT");
    let lines: Vec<&str> = lines.chain([line, "END:VEVENT"]).filter(|of| !of.is_empty()).collect();
    lines.join("\n") + "\n"
}

/// The warnings of a calendar with this many more events that take no time.
fn warnings(name: &str, good: &Imported, more: usize) -> Vec<String> {
    let before = good.findings.iter().find(|of| of.code.as_str() == "W2805");
    let before: usize = before.map_or(0, |of| of.value.parse().expect("a number"));
    if before + more == 0 { Vec::new() } else { vec![format!("W2805 {name} {}", before + more)] }
}

/// Each event of a file changed in some ways.
fn events_of(name: &str) -> Vec<Spoilt> {
    let text = text_of(name);
    let good = read(name, &text);
    let (before, events, behind) = taken_apart(&text);
    let whole = |events: &[String]| format!("{before}{}{behind}", events.concat());
    let mut spoilt = Vec::new();
    for (at, event) in events.iter().enumerate() {
        let changed = |event: String| {
            let mut events = events.clone();
            events[at] = event;
            whole(&events)
        };
        let mut others = events.clone();
        others.remove(at);
        let what = |how: &str| format!("{name}, event {}: {how}", at + 1);
        // What is changed of one date stands in the place of that date, whatever becomes of it.
        let is_change = event.contains("RECURRENCE-ID");
        let takes_time = !["STATUS:CANCELLED", "TRANSP:TRANSPARENT", "BUSYSTATUS:FREE"]
            .iter()
            .any(|of| event.contains(of));
        if takes_time && !is_change {
            let cancelled = changed(with(event, "STATUS", "STATUS:CANCELLED"));
            spoilt.push((
                what("cancelled"),
                cancelled,
                Expected::As(warnings(name, &good, 1), whole(&others)),
            ));
        }
        if takes_time {
            let mut found = |how: &str, event: String, value: &str| {
                let mut lines = vec![format!("E1514 {name} {value}")];
                lines.extend(warnings(name, &good, 0));
                spoilt.push((what(how), changed(event), Expected::Found(lines)));
            };
            found("without a start", with(event, "DTSTART", ""), "DTSTART");
            found(
                "a start that is none",
                with(event, "DTSTART", "DTSTART:20261345T090000"),
                "20261345T090000",
            );
            found(
                "a rule that is none",
                with(event, "RRULE", "RRULE:FREQ=FORTNIGHTLY"),
                "FREQ=FORTNIGHTLY",
            );
            found(
                "an end before the start",
                with(&with(event, "DURATION", ""), "DTEND", "DTEND:19991231T090000Z"),
                "19991231T090000Z",
            );
            found(
                "a date taken out that is none",
                with(event, "EXDATE", "EXDATE:morgen"),
                "morgen",
            );
        }
        for line in [
            "X-EIGEN;X=1:iets",
            "DESCRIPTION:BEGIN:VEVENT\\nDTSTART:niet",
            "COMMENT:a\\, b\\; c",
            "SEQUENCE:7",
        ] {
            let property = line.split([':', ';']).next().unwrap_or_default();
            spoilt.push((
                what(line),
                changed(with(event, property, line)),
                Expected::Good(warnings(name, &good, 0)),
            ));
        }
        let alarm = "BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT15M\nEND:VALARM";
        spoilt.push((
            what("an alarm"),
            changed(with(event, "", alarm)),
            Expected::Good(warnings(name, &good, 0)),
        ));
        let task = event.replace(":VEVENT", ":VTODO");
        spoilt.push((
            what("a task beside it"),
            changed(format!("{event}{task}")),
            Expected::Good(warnings(name, &good, 0)),
        ));
        // Of whole days that take no time those of one title count once.
        let more = usize::from(!takes_time && !event.contains("VALUE=DATE"));
        let twice = changed(format!("{event}{event}"));
        spoilt.push((what("twice"), twice, Expected::Good(warnings(name, &good, more))));
    }
    let reversed: Vec<String> = events.iter().rev().cloned().collect();
    for (how, text) in [
        ("lines of this system", text.replace("\r\n", "\n")),
        ("lines of Windows", text.replace("\r\n", "\n").replace('\n', "\r\n")),
        ("not folded", whole(&events)),
        ("events the other way around", whole(&reversed)),
        ("a byte order mark", format!("\u{feff}{text}")),
        ("empty lines behind it", format!("{text}\r\n\r\n")),
    ] {
        spoilt.push((format!("{name}: {how}"), text, Expected::Good(warnings(name, &good, 0))));
    }
    spoilt
}

/// All of them.
pub fn events() -> Vec<Spoilt> {
    FILES.iter().flat_map(|name| events_of(name)).collect()
}

#[test]
fn one_event_that_is_changed_changes_only_itself() {
    for name in FILES {
        check(|text| read(name, text), &text_of(name), &events_of(name));
    }
}

#[test]
fn private_events_keep_their_time_and_nothing_else() {
    for name in FILES {
        let (before, events, behind) = taken_apart(&text_of(name));
        for (at, event) in events.iter().enumerate() {
            let secret = with(
                &with(event, "SUMMARY", "SUMMARY:Geheim overleg"),
                "LOCATION",
                "LOCATION:Ergens anders",
            );
            let mut changed = events.clone();
            changed[at] = with(&secret, "CLASS", "CLASS:PRIVATE");
            let imported = read(name, &format!("{before}{}{behind}", changed.concat()));
            assert!(imported.is_whole(), "{name} {at}: {:?}", lines(&imported));
            let all = format!("{:?}{:?}{:?}", imported.roster, imported.files, imported.findings);
            assert!(!all.contains("Geheim") && !all.contains("Ergens anders"), "{name} {at}");
        }
    }
}
