//! Weeks and recurring stretches.

use super::super::*;
use super::{shown, table};

fn shown_weeks(weeks: Weeks) -> String {
    match weeks {
        Weeks::Every => "every".to_owned(),
        Weeks::Parity { even: true } => "even".to_owned(),
        Weeks::Parity { even: false } => "odd".to_owned(),
        Weeks::From { every, date } => format!("{every} from {date}"),
    }
}

#[test]
fn patterns_of_weeks() {
    let read = |text: &str, words: &Vocabulary| shown(weeks(text, words), shown_weeks);
    table(
        read,
        &[
            ("elke week", "every"),
            ("iedere week", "every"),
            ("wekelijks", "every"),
            ("weekly", "every"),
            ("every week", "every"),
            ("even weken", "even"),
            ("even", "even"),
            ("Oneven weken", "odd"),
            ("odd weeks", "odd"),
            ("elke 2 weken vanaf 2026-09-07", "2 from 2026-09-07"),
            ("elke twee weken vanaf 7 september 2026", "2 from 2026-09-07"),
            ("elke 3 weken, vanaf 7-9-2026", "3 from 2026-09-07"),
            ("om de week vanaf 7-9-2026", "2 from 2026-09-07"),
            ("om de 2 weken vanaf 7-9-2026", "2 from 2026-09-07"),
            ("om de andere week vanaf 7-9-2026", "2 from 2026-09-07"),
            ("om de drie weken vanaf 7-9-2026", "3 from 2026-09-07"),
            ("tweewekelijks vanaf 7-9-2026", "2 from 2026-09-07"),
            ("every other week from 2026-09-07", "2 from 2026-09-07"),
            ("every 4 weeks from 7 September 2026", "4 from 2026-09-07"),
            ("elke week vanaf 7-9-2026", "1 from 2026-09-07"),
            ("om de week", "E1414"),
            ("elke 2 weken", "E1414"),
            ("every other week", "E1414"),
            ("tweewekelijks", "E1414"),
            ("elke 2 weken vanaf 7-9-26", "E1410 1926-09-07, 2026-09-07"),
            ("elke 2 weken vanaf morgen", "E1104"),
            ("biweekly", "E1413"),
            ("even weken vanaf 7-9-2026", "E1413"),
            ("elke 0 weken", "E1413"),
            ("elke 53 weken vanaf 7-9-2026", "E1413"),
            ("week 36, 38", "E1413"),
            ("soms", "E1413"),
            ("", "E1413"),
        ],
    );
}

fn shown_recurring(all: Vec<Recurring>) -> String {
    let one = |recurring: &Recurring| {
        let days: Vec<String> = recurring.days.iter().map(u32::to_string).collect();
        let mut text = days.join("+");
        if let Some((start, end)) = recurring.span {
            text += &format!(" {start}-{end}");
        }
        if let Some(weeks) = recurring.weeks {
            text += &format!(" {}", shown_weeks(weeks));
        }
        if let Some((first, last)) = recurring.valid {
            let date =
                |date: Option<chrono::NaiveDate>| date.map_or("..".into(), |d| d.to_string());
            text += &format!(" ({} {})", date(first), date(last));
        }
        text
    };
    all.iter().map(one).collect::<Vec<_>>().join("; ")
}

#[test]
fn recurring_stretches() {
    let read = |text: &str, words: &Vocabulary| shown(recurring(text, words), shown_recurring);
    table(
        read,
        &[
            ("ma", "1"),
            ("ma.", "1"),
            ("Maandag", "1"),
            ("maandags", "1"),
            ("elke dinsdag", "2"),
            ("di+do", "2+4"),
            ("di en do", "2+4"),
            ("di, do", "2+4"),
            ("di/do", "2+4"),
            ("di & do", "2+4"),
            ("di do", "2+4"),
            ("do+di+do", "2+4"),
            ("Tue and Thu", "2+4"),
            ("ma t/m vr", "1+2+3+4+5"),
            ("ma tot en met wo", "1+2+3"),
            ("ma t.e.m. wo", "1+2+3"),
            ("Mon through Wed", "1+2+3"),
            ("ma-vr", "1+2+3+4+5"),
            ("ma – vr", "1+2+3+4+5"),
            ("ma-zo", "1+2+3+4+5+6+7"),
            ("ma-di", "1+2"),
            ("ma. t/m wo. en vr.", "1+2+3+5"),
            ("di-do", "E1410 di + wo + do, di + do"),
            ("ma-do", "E1410 ma + di + wo + do, ma + do"),
            ("ma tot vr", "E1410 ma + di + wo + do + vr, ma + di + wo + do"),
            ("vr-ma", "E1412"),
            ("vr t/m ma", "E1412"),
            ("ma 9:00-16:30", "1 09:00-16:30"),
            ("ma 9.00 - 16.30 uur", "1 09:00-16:30"),
            ("ma: 9:00-16:30", "1 09:00-16:30"),
            ("di+do 13-17", "2+4 13:00-17:00"),
            ("di van 9 tot 16.30 uur", "2 09:00-16:30"),
            ("Tue 9 am to 4:30 pm", "2 09:00-16:30"),
            ("Tue 9-11 am", "2 09:00-11:00"),
            ("Tue 9-5 pm", "2 09:00-17:00"),
            ("Tue 1-5 pm", "E1410 01:00-17:00, 13:00-17:00"),
            ("ma 9u30-12u", "1 09:30-12:00"),
            ("ma 20:00-24:00", "1 20:00-24:00"),
            ("ma 9-12; wo 13-15", "1 09:00-12:00; 3 13:00-15:00"),
            ("ma 9-12\nwo 13-15;", "1 09:00-12:00; 3 13:00-15:00"),
            ("di 9:00-12:00 even weken", "2 09:00-12:00 even"),
            ("di 9:00-12:00, oneven weken", "2 09:00-12:00 odd"),
            ("di even weken", "2 even"),
            ("di 9-12 elke 2 weken vanaf 2026-09-08", "2 09:00-12:00 2 from 2026-09-08"),
            ("di 9-12 om de week vanaf 8-9-2026", "2 09:00-12:00 2 from 2026-09-08"),
            ("di 9-12 (vanaf 2026-09-08)", "2 09:00-12:00 (2026-09-08 ..)"),
            ("di 9-12 (t/m 2026-12-18)", "2 09:00-12:00 (.. 2026-12-18)"),
            ("di 9-12 (2026-09-08 t/m 2026-12-18)", "2 09:00-12:00 (2026-09-08 2026-12-18)"),
            ("di 9-12 even weken (t/m 2026-12-18)", "2 09:00-12:00 even (.. 2026-12-18)"),
            ("di 9-12 om de week", "E1414"),
            ("di 9-12 (t/m", "E1412"),
            ("di 9-12 (2026-09-08) x", "E1412"),
            ("di 9-12 en 13-17", "E1412"),
            ("di 9", "E1412"),
            ("di 9.3-12", "E1410 09:30, 09:18"),
            ("di ochtend", "E1412"),
            ("dinsdagmiddag", "E1412"),
            ("9:00-16:30", "E1412"),
            ("1", "E1412"),
            (";", "E1412"),
            ("", "E1412"),
        ],
    );
}
