//! Who or what is meant, written otherwise than it stands elsewhere, or misspelt.

use super::super::reading::read;
use super::super::work::Work;
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
    // Without its class a lesson is unknown too.
    let others = ["Deelnemers!D4", "Verplichtingen!B2"];
    for (at, name) in REFERENCES.into_iter().filter(|(at, _)| !others.contains(at)) {
        for put in [format!("{name}x"), format!("{}q9", stands(at))] {
            let work = Work::good().set(at, put.as_str());
            spoilt.push(found(format!("{at} {put}"), work, format!("E1103 {at} {put}")));
        }
    }
    spoilt
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
