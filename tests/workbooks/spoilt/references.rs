//! Who or what is meant, written otherwise than it stands elsewhere, or misspelt.

use super::super::reading::read;
use super::super::work::{Put, Work};
use super::cells::stands;
use super::{Spoilt, check, found, same};

/// Cells that name somebody or something, and what that is called besides its id.
const REFERENCES: [(&str, &str); 27] = [
    ("Locaties!C2", "School"),
    ("Locaties!C3", "School"),
    ("Ruimtes!A2", "Noord"),
    ("Reistijden!A2", "Noord"),
    ("Reistijden!B2", "Zuid"),
    ("Opleidingen!C2", "College"),
    ("Opleidingen!C3", "College"),
    ("Klassen!C2", "Pabo"),
    ("Leeromgevingen!C2", "Noord"),
    ("Deelnemers!C2", "Pabo"),
    ("Deelnemers!C3", "Onderwijsassistent"),
    ("Deelnemers!C4", "Pabo"),
    ("Deelnemers!D2", "Pabo 2"),
    ("Deelnemers!D4", "Pabo 2"),
    ("Verplichtingen!B2", "Pabo 2"),
    ("Verplichtingen!A3", "Anna de Vries"),
    ("Verplichtingen!A4", "Bram Jansen"),
    ("Verplichtingen!I3", "Noord"),
    ("Leerteambegeleiders!D2", "College"),
    ("Beschikbaarheid!A2", "Berta"),
    ("Afwezigheid!A2", "Anna de Vries"),
    ("Afwezigheid!A3", "Şule Çelik"),
    ("Afwezigheid!B4", "Berta"),
    ("Wensen!A2", "Anna de Vries"),
    ("Wensen!B2", "Bram Jansen"),
    ("Vastgezet!A2", "Şule Çelik"),
    ("Vastgezet!B2", "Leerteam Noord"),
];

/// Letters with their accents apart, as some programs keep them.
fn apart(text: &str) -> String {
    text.replace('Ş', "S\u{327}").replace('Ç', "C\u{327}")
}

/// In capitals, with spaces, by name.
pub fn written_otherwise() -> Vec<Spoilt> {
    let mut spoilt = Vec::new();
    for (at, name) in REFERENCES {
        let id = stands(at);
        let spaced = name.replace(' ', "\u{a0} ");
        for (how, put) in [
            ("in capitals", id.to_uppercase()),
            ("with spaces", format!("\u{a0} {id}\u{200b} ")),
            ("by name", name.to_owned()),
            ("by name in small letters", apart(name).to_lowercase()),
            ("by name with spaces", format!(" {spaced}\u{feff}")),
        ] {
            let work = Work::good().set(at, put.as_str());
            spoilt.push(same(format!("{at} {how}"), work));
        }
    }
    spoilt
}

/// Misspelt in some way.
pub fn unknown() -> Vec<Spoilt> {
    let mut spoilt = Vec::new();
    for (at, name) in REFERENCES {
        for put in [format!("{name}x"), format!("{}q9", stands(at))] {
            let work = Work::good().set(at, put.as_str());
            spoilt.push(found(format!("{at} {put}"), work, format!("E1103 {at} {put}")));
        }
    }
    spoilt
}

/// Ids of whoever is named elsewhere, and the text that names them there.
const USED: [(&str, &str); 8] = [
    ("Organisaties!A2", "Opleidingen!C2"),
    ("Locaties!A2", "Verplichtingen!I3"),
    ("Opleidingen!A2", "Deelnemers!C2"),
    ("Klassen!A2", "Deelnemers!D2"),
    ("Leeromgevingen!A2", "Vastgezet!B2"),
    ("Deelnemers!A2", "Wensen!A2"),
    ("Deelnemers!A4", "Vastgezet!A2"),
    ("Leerteambegeleiders!A2", "Beschikbaarheid!A2"),
];

/// The id of whoever is named elsewhere has become a number: what names it there, as it was typed or as the number,
/// is nothing wrong of its own.
pub fn turned_ids_in_use() -> Vec<Spoilt> {
    let mut spoilt = Vec::new();
    for (at, used) in USED {
        let id = stands(at);
        for elsewhere in ["1E2", "100"] {
            let mut work = Work::good().set(at, Put::Formatted(100.0, "0.00E+00"));
            for page in &mut work.pages {
                for put in page.rows.iter_mut().skip(1).flatten() {
                    if *put == Put::from(id.as_str()) {
                        *put = Put::from(elsewhere);
                    }
                }
            }
            let work = work.set(used, elsewhere);
            spoilt.push(found(
                format!("{at} as {elsewhere} elsewhere"),
                work,
                format!("E1426 {at} 1E2"),
            ));
        }
    }
    spoilt
}

#[test]
fn an_id_that_became_a_number_is_one_finding_wherever_it_is_used() {
    check(&turned_ids_in_use());
}

#[test]
fn who_is_meant_is_known_however_it_is_written() {
    check(&written_otherwise());
}

#[test]
fn who_is_unknown_is_one_finding() {
    check(&unknown());
}

#[test]
fn nearly_a_name_is_asked_about() {
    for (at, name) in REFERENCES {
        let put = format!("{name}x");
        let reading = read(&Work::good().set(at, put.as_str()));
        let details = &reading.findings[0].details;
        let meant = details.iter().find(|(of, _)| *of == "perhaps").map(|(_, meant)| meant);
        let id = stands(at);
        assert!(
            meant.is_some_and(|meant| meant.contains(&id) || meant == name),
            "{at} {put}: {details:?}, not {id}"
        );
    }
}
