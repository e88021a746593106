//! Lists of places, organisations or supervisors, by themselves and with others.

use leerteam::import::Imported;
use leerteam::wire::v1;

use crate::support::{FORM, PEOPLE, expect, file, lines, run, run_into};

const PLACES: &str = "Locatie;Wijk;Organisatie\nBuurthuis Noord;Noordwijk;Welzijn Noord\n\
    Zorgcentrum Zuid;Zuidwijk;Zorggroep\nDagbesteding Zuid;Zuidwijk;Zorggroep\n";
const ORGANISATIONS: &str =
    "Organisatie;Kant\nHogeschool A;onderwijs\nZorggroep;praktijk\nWelzijn Noord;praktijk\n";

fn places(imported: &Imported) -> Vec<String> {
    let text = |of: &v1::Location| format!("{} {} {}", of.id, of.organisation_id, of.neighbourhood);
    imported.roster.locations.iter().map(text).collect()
}

fn organisations(imported: &Imported) -> Vec<(&str, i32)> {
    imported.roster.organisations.iter().map(|of| (of.id.as_str(), of.side)).collect()
}

#[test]
fn a_list_of_places_alone_is_a_part_of_a_roster() {
    let imported = run(&[file("locaties.csv", PLACES)], &[]);
    expect("places", &imported, &[]);
    assert!(imported.is_whole());
    assert_eq!(
        places(&imported),
        [
            "buurthuis-noord welzijn-noord Noordwijk",
            "zorgcentrum-zuid zorggroep Zuidwijk",
            "dagbesteding-zuid zorggroep Zuidwijk"
        ]
    );
    assert_eq!(organisations(&imported), [("welzijn-noord", 2), ("zorggroep", 2)]);
    assert!(imported.needs[0].blocks, "people are still needed: {:?}", imported.needs);
    for text in [
        PLACES.replace("Locatie", "Stageplaats"),
        PLACES.replace("Locatie", "Naam"),
        PLACES.replace("Locatie;Wijk;Organisatie", "Location;Neighbourhood;Organisation"),
        PLACES.replace(';', ","),
    ] {
        assert_eq!(places(&run(&[file("x.csv", &text)], &[])), places(&imported), "{text}");
    }
}

#[test]
fn a_list_of_organisations_alone_is_one_too() {
    let imported = run(&[file("organisaties.csv", ORGANISATIONS)], &[]);
    expect("organisations", &imported, &[]);
    let all = [("hogeschool-a", 1), ("zorggroep", 2), ("welzijn-noord", 2)];
    assert_eq!(organisations(&imported), all);
    let sides =
        ORGANISATIONS.replace(";Kant", "").replace(";onderwijs", "").replace(";praktijk", "");
    let asked = run(&[file("organisaties.csv", &sides)], &["sides.Zorggroep=praktijk"]);
    expect("asked", &asked, &["E1501 sides.\"Hogeschool A\"", "E1501 sides.\"Welzijn Noord\""]);
    let institutions = run(&[file("scholen.csv", "Instelling\nHogeschool A\nROC B\n")], &[]);
    assert_eq!(organisations(&institutions), [("hogeschool-a", 1), ("roc-b", 1)]);
}

#[test]
fn supervisors_alone_are_a_part_of_a_roster() {
    let imported = run(&[file("antwoorden.csv", FORM)], &["round.dayparts.afternoon=13:00-17:00"]);
    expect("supervisors", &imported, &[]);
    assert!(imported.is_whole());
    assert_eq!((imported.roster.supervisors.len(), imported.roster.environments.len()), (2, 0));
}

#[test]
fn participants_are_at_the_places_that_a_list_tells() {
    let list = PEOPLE.replace("Zuid;", "Zorgcentrum Zuid;").replace("Noord;", "Buurthuis Noord;");
    let files = [file("studenten.csv", &list), file("locaties.csv", PLACES)];
    let answers = ["teams.places=Zorgcentrum Zuid", "teams.education=0", "teams.practice=0"];
    let imported = run(&files, &answers);
    expect("together", &imported, &[]);
    assert_eq!(imported.roster.locations.len(), 3, "{:?}", places(&imported));
}

#[test]
fn what_is_wrong_with_such_a_list_is_found_in_its_cell() {
    for (from, to, found) in [
        ("Zorgcentrum Zuid;", ";", "E1101 locaties!A3"),
        ("Zorgcentrum Zuid", "#N/B", "E1408 locaties!A3 #N/B"),
        ("Zuidwijk;Zorggroep\nD", "#N/B;Zorggroep\nD", "E1408 locaties!B3 #N/B"),
        ("Zorgcentrum Zuid", "buurthuis noord", "E1102 locaties!A3 buurthuis noord"),
        ("Zorgcentrum Zuid", "Buurthuis Nord", "E1501 names.locations.\"Buurthuis Nord\""),
        ("Zorggroep\n", "Zorgroep\n", "E1501 names.organisations.Zorggroep"),
        ("Dagbesteding", "Totaal;3;\nDagbesteding", "W2802 locaties!A4 Totaal"),
        (
            "Dagbesteding",
            "Vragen over een plek? Bel het stagebureau\nDagbesteding",
            "W2802 locaties!A4 Vragen over een plek? Bel het stagebureau",
        ),
    ] {
        assert!(PLACES.contains(from), "{from}");
        let imported = run(&[file("locaties.csv", PLACES.replacen(from, to, 1))], &[]);
        assert_eq!(lines(&imported), [found], "{to}");
        assert_eq!(imported.is_whole(), found.starts_with('W'), "{to}");
    }
    for (from, to, found) in [
        (";praktijk\nW", ";zorg\nW", "E1409 organisaties!B3 zorg"),
        ("Zorggroep", "", "E1101 organisaties!A3"),
        ("Zorggroep", "hogeschool a", "E1102 organisaties!A3 hogeschool a"),
    ] {
        assert!(ORGANISATIONS.contains(from), "{from}");
        let imported = run(&[file("organisaties.csv", ORGANISATIONS.replacen(from, to, 1))], &[]);
        assert_eq!(lines(&imported), [found], "{to}");
    }
}

#[test]
fn places_are_added_to_a_roster_that_is_there() {
    let answers = ["teams.education=0", "teams.practice=0"];
    let before = run(&[file("studenten.csv", PEOPLE)], &answers).roster;
    let text = "Locatie;Wijk\nZuid;Zuidwijk\nOost;Oostwijk\n";
    let imported = run_into(&[file("locaties.csv", text)], &[], &before);
    let found = lines(&imported);
    // That of the others nothing is known is said, as of every roster.
    assert!(found.iter().all(|line| line.starts_with("W2206 ")), "{found:?}");
    assert_eq!(places(&imported), ["zuid zuid Zuidwijk", "noord noord ", "oost oost Oostwijk"]);
    assert_eq!(imported.roster.participants, before.participants);
}
