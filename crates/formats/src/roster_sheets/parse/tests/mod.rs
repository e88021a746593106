//! Texts and what they mean, in Dutch and English.

mod recurring;

use super::super::words::Words;
use super::*;
use leerteam_messages::{Language, Messages};
use leerteam_model::roster::Clock;

/// A meaning as text, or the code of what is wrong, with what it could mean.
fn shown<T>(result: Result<T, Problem>, show: impl Fn(T) -> String) -> String {
    match result {
        Ok(value) => show(value),
        Err(Problem { code, details }) => {
            let readings = details.into_iter().map(|(_, text)| format!(" {text}"));
            format!("{}{}", code.as_str(), readings.collect::<String>())
        }
    }
}

/// Checks a table of texts and meanings.
fn table(read: impl Fn(&str, &Vocabulary) -> String, rows: &[(&str, &str)]) {
    let words = Words::new(&Messages::of(Language::Nl)).vocabulary;
    let wrong: Vec<String> = rows
        .iter()
        .map(|(text, meaning)| (text, meaning, read(text, &words)))
        .filter(|(_, meaning, read)| read != *meaning)
        .map(|(text, meaning, read)| format!("{text:?}: {read:?}, not {meaning:?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn times() {
    let read = |text: &str, words: &Vocabulary| shown(time(text, words), |clock| clock.to_string());
    table(
        read,
        &[
            ("9:00", "09:00"),
            ("09:00", "09:00"),
            ("9.00", "09:00"),
            ("9.00 uur", "09:00"),
            ("9:00 u.", "09:00"),
            ("9 uur", "09:00"),
            ("9", "09:00"),
            ("9u", "09:00"),
            ("9u30", "09:30"),
            ("9h30", "09:30"),
            ("0930", "09:30"),
            ("16:30:00", "16:30"),
            ("24:00", "24:00"),
            ("00:00", "00:00"),
            ("1:30 pm", "13:30"),
            ("1:30 p.m.", "13:30"),
            ("12 am", "00:00"),
            ("12:15 PM", "12:15"),
            ("9 o’clock", "09:00"),
            ("\u{200e}9:00", "09:00"),
            ("9\u{a0}uur", "09:00"),
            ("9.3", "E1410 09:30, 09:18"),
            ("9,5", "E1410 09:50, 09:30"),
            ("9,5 uur", "E1410 09:50, 09:30"),
            ("9,30", "E1410 09:30, 09:18"),
            ("9.75", "E1105"),
            ("30,5", "E1105"),
            ("930", "E1105"),
            ("9:5", "E1105"),
            ("9:60", "E1105"),
            ("24:30", "E1105"),
            ("25:00", "E1105"),
            ("13 pm", "E1105"),
            ("9:00-16:30", "E1105"),
            ("9:00:30", "E1105"),
            ("half tien", "E1105"),
            ("", "E1105"),
            ("🦀", "E1105"),
        ],
    );
}

#[test]
fn numbers_as_times() {
    for (number, meaning) in [
        (0.0, "00:00"),
        (0.375, "09:00"),
        (0.6875, "16:30"),
        (0.604_166_666_666_667, "14:30"),
        (9.0, "09:00"),
        (24.0, "24:00"),
        (9.3, "E1410 09:30, 09:18"),
        (9.5, "E1410 09:50, 09:30"),
        (9.75, "E1105"),
        (25.0, "E1105"),
        (930.0, "E1105"),
        (-1.0, "E1105"),
        (f64::NAN, "E1105"),
        (f64::INFINITY, "E1105"),
    ] {
        assert_eq!(shown(of_number(number), |clock| clock.to_string()), meaning, "{number}");
    }
}

#[test]
fn dates() {
    let read = |text: &str, words: &Vocabulary| shown(date(text, words), |date| date.to_string());
    table(
        read,
        &[
            ("2026-08-31", "2026-08-31"),
            ("2026-8-3", "2026-08-03"),
            ("2026/08/31", "2026-08-31"),
            ("31-8-2026", "2026-08-31"),
            ("31-08-2026", "2026-08-31"),
            ("31.8.2026", "2026-08-31"),
            ("31/8/2026", "2026-08-31"),
            ("8/31/2026", "E1104"),
            ("8/8/2026", "2026-08-08"),
            ("3-4-2026", "2026-04-03"),
            ("3/4/2026", "E1410 2026-04-03, 2026-03-04"),
            ("31 augustus 2026", "2026-08-31"),
            ("31 aug 2026", "2026-08-31"),
            ("31 aug. 2026", "2026-08-31"),
            ("31-aug-2026", "2026-08-31"),
            ("31aug2026", "2026-08-31"),
            ("1 maart 2026", "2026-03-01"),
            ("1 mrt 2026", "2026-03-01"),
            ("1 MEI 2026", "2026-05-01"),
            ("1e mei 2026", "2026-05-01"),
            ("1st of May 2026", "E1104"),
            ("1st May 2026", "2026-05-01"),
            ("August 31, 2026", "2026-08-31"),
            ("Aug 31 2026", "2026-08-31"),
            ("ma 31 augustus 2026", "2026-08-31"),
            ("maandag 31-8-2026", "2026-08-31"),
            ("Monday, 31 August 2026", "2026-08-31"),
            ("di 31 augustus 2026", "E1104"),
            ("31‑8‑2026", "2026-08-31"),
            ("\u{200e}31-8-2026", "2026-08-31"),
            ("31-8-2026 00:00", "2026-08-31"),
            ("2026-08-31 00:00:00", "2026-08-31"),
            ("2026-08-31T00:00:00", "2026-08-31"),
            ("2026-08-31 09:00", "E1104"),
            ("31-8-26", "E1410 1926-08-31, 2026-08-31"),
            ("31 aug 26", "E1410 1926-08-31, 2026-08-31"),
            ("29-2-26", "E1104"),
            ("29-2-2026", "E1104"),
            ("29-2-2028", "2028-02-29"),
            ("31 augustus", "E1104"),
            ("46265", "E1104"),
            ("20260831", "E1104"),
            ("volgende week", "E1104"),
            ("31-8/2026", "E1104"),
            ("", "E1104"),
        ],
    );
}

#[test]
fn stretches_of_dates() {
    let read = |text: &str, words: &Vocabulary| {
        shown(stretch(text, words), |(first, last)| format!("{first} {last}"))
    };
    table(
        read,
        &[
            ("2026-08-31 t/m 2027-01-29", "2026-08-31 2027-01-29"),
            ("31-8-2026 tot en met 29-1-2027", "2026-08-31 2027-01-29"),
            ("van 31-8-2026 t/m 29-1-2027", "2026-08-31 2027-01-29"),
            ("31-8-2026 – 29-1-2027", "2026-08-31 2027-01-29"),
            ("31-8-2026 - 29-1-2027", "2026-08-31 2027-01-29"),
            ("31 August 2026 through 29 January 2027", "2026-08-31 2027-01-29"),
            ("2026-08-31", "2026-08-31 2026-08-31"),
            ("31-8-2026 tot 29-1-2027", "E1410 2026-08-31 – 2027-01-29, 2026-08-31 – 2027-01-28"),
            ("vanaf 31-8-2026", "E1104"),
            ("t/m 29-1-2027", "E1104"),
            ("t/m", "E1104"),
            ("", "E1104"),
        ],
    );
}

#[test]
fn lengths_of_time() {
    let read = |text: &str, words: &Vocabulary| shown(minutes(text, words), |n| n.to_string());
    table(
        read,
        &[
            ("90", "90"),
            ("90 min", "90"),
            ("90 min.", "90"),
            ("90 minuten", "90"),
            ("90 minutes", "90"),
            ("1,5 uur", "90"),
            ("1.5 hours", "90"),
            ("2 uur", "120"),
            ("2u", "120"),
            ("1u30", "90"),
            ("1 uur 30 min", "90"),
            ("1 uur en 30 minuten", "90"),
            ("1:30", "90"),
            ("0", "0"),
            ("1,5", "E1411"),
            ("1,33 uur", "E1411"),
            ("anderhalf uur", "E1411"),
            ("2 dagen", "E1411"),
            ("90 minus", "E1411"),
            ("-5", "E1411"),
            ("99999999999999999999", "E1411"),
            ("", "E1411"),
        ],
    );
}

#[test]
fn lists_and_quotation_marks() {
    let list = |text: &str, _: &Vocabulary| format!("{:?}", super::list(text));
    table(
        list,
        &[
            ("a; b, c\nd", r#"["a", "b", "c", "d"]"#),
            ("a;; b;", r#"["a", "b"]"#),
            (r#""a, b"; c"#, r#"["a, b", "c"]"#),
            (r#""a ""b"" c""#, r#"["a \"b\" c"]"#),
            (r#""a" b; c"#, r#"["\"a\" b", "c"]"#),
            (r#"5" buis; b"#, r#"["5\" buis", "b"]"#),
            (r#""a; b"#, r#"["\"a", "b"]"#),
            ("\"\"; a", r#"["", "a"]"#),
            (r#"" a ""#, r#"[" a "]"#),
            ("", "[]"),
            (" ; ", "[]"),
        ],
    );
    for (text, inner) in [
        (r#""a""#, "a"),
        ("\"#a\"", "#a"),
        (r#""a "" b""#, r#"a " b"#),
        (r#""a" en "b""#, r#""a" en "b""#),
        (r#""a"#, r#""a"#),
        ("\"\"", ""),
        ("a", "a"),
        ("\"", "\""),
    ] {
        assert_eq!(unquoted(text), inner, "{text:?}");
        assert_eq!(unquoted(&quoted(text)), text);
    }
}

#[test]
fn numbers_by_name() {
    let read = |text: &str, _: &Vocabulary| shown(named_numbers(text), |list| format!("{list:?}"));
    table(
        read,
        &[
            ("at-least = 3", r#"[("at-least", 3)]"#),
            ("at-least=3; per-team: -2", r#"[("at-least", 3), ("per-team", -2)]"#),
            ("at-least", "E1420"),
            ("at-least = veel", "E1420"),
            ("at-least = 1,5", "E1420"),
            ("a = 1; a = 2", "E1420"),
            ("", "[]"),
        ],
    );
}

#[test]
fn whole_numbers() {
    for (number, meaning) in [(3.0, Some(3)), (-1.0, Some(-1)), (3.5, None), (3e9, None)] {
        assert_eq!(whole(number).ok(), meaning, "{number}");
    }
}

#[test]
fn a_clock_is_shown_as_it_is_read() {
    let words = Words::new(&Messages::of(Language::En)).vocabulary;
    for minutes in 0..=24 * 60 {
        let clock = Clock::from_minutes(minutes).expect("a time of day");
        assert_eq!(time(&clock.to_string(), &words), Ok(clock));
    }
}
