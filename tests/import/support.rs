//! Small files as people have them, and what an import makes of them.

use leerteam::import::{Imported, Mapping, Source, import};
use leerteam::messages::{Language, Messages};
use leerteam::roster::Finding;
use leerteam::wire::v1;

/// Answers to what every import asks.
pub const ANSWERS: [&str; 6] = [
    "round.period=2026-08-31 t/m 2027-02-05",
    "teams.size=2-4",
    "teams.minutes=60",
    "teams.every-weeks=2",
    "teams.hours=ma-vr 9:00-17:00",
    "teams.places=Zuid",
];

/// The week of these people, in letters with a legend.
pub const MATRIX: &str = "S = stage, L = les (ochtend 8.30-12.30, middag 13.00-17.00)\n\
    Studentnummer;Naam;ma;;di;\n\
    ;;ochtend;middag;ochtend;middag\n\
    1001;Ada Bos;S;S;L;L\n\
    1002;Ben Dijk;S;;L;L\n\
    1003;Cas Eik;L;S;;S\n";

/// A list of participants that there is nothing wrong with.
pub const PEOPLE: &str = "Studentnummer;Naam;Instelling;Opleiding;Klas;Leerjaar;Stageplaats;Begindatum;Einddatum\n\
    1001;Ada Bos;Hogeschool A;Pabo;P2A;2;Zuid;2026-08-31;2027-02-05\n\
    1002;Ben Dijk;Hogeschool A;Pabo;P2A;2;Zuid;2026-08-31;2027-02-05\n\
    1003;Cas Eik;Hogeschool A;Social Work;SW1;1;Noord;2026-08-31;2027-02-05\n";

/// Answers of a form that there is nothing wrong with.
pub const FORM: &str = "Tijdstempel;Wat is je naam?;Organisatie;Onderwijs of praktijk;Welke dagdelen kun je?;Tijd per week;Opmerkingen\n\
    3-6-2026 9:12:00;Karin Vos;Hogeschool A;onderwijs;Dinsdagmiddag, Donderdagmiddag;2 uur;\n\
    3-6-2026 9:13:00;Joost Wit;Zuid;praktijk;Dinsdagmiddag;90 minuten;\n";

/// A file.
pub fn file(name: &str, content: impl AsRef<[u8]>) -> Source {
    Source { name: name.to_owned(), content: content.as_ref().to_vec() }
}

/// The answers of [`ANSWERS`] and others.
pub fn mapping(others: &[&str]) -> Mapping {
    let mut mapping = Mapping::default();
    for answer in ANSWERS.iter().chain(others) {
        mapping.answer(answer).unwrap_or_else(|error| panic!("{answer}: {error}"));
    }
    mapping
}

/// An import of files with the answers of [`ANSWERS`] and others.
pub fn run(files: &[Source], others: &[&str]) -> Imported {
    import(files, &mapping(others), None, &Messages::of(Language::Nl))
}

/// The same where teams need no supervisors, since the files tell of none.
pub fn run_without_supervisors(files: &[Source], others: &[&str]) -> Imported {
    run(files, &[&["teams.education=0", "teams.practice=0"], others].concat())
}

/// An import into a roster.
pub fn run_into(files: &[Source], others: &[&str], into: &v1::Roster) -> Imported {
    import(files, &mapping(others), Some(into), &Messages::of(Language::Nl))
}

/// The findings: code, place and what stands there. That somebody has no lessons is left out: most of the small files
/// here are not about them.
pub fn lines(imported: &Imported) -> Vec<String> {
    let line = |finding: &Finding| {
        let line = format!("{} {} {}", finding.code.as_str(), finding.place(), finding.value);
        line.trim_end().to_owned()
    };
    let is_of_lessons = |finding: &&Finding| ["W2204", "W2205"].contains(&finding.code.as_str());
    let stated = imported.findings.iter().filter(|finding| !is_of_lessons(finding));
    stated.map(line).collect()
}

/// Fails unless the findings are exactly these.
pub fn expect(name: &str, imported: &Imported, expected: &[&str]) {
    assert_eq!(lines(imported), expected, "{name}");
}

/// A recurring stretch in a few words: `di 13:00-17:00`, with weeks and dates where it has any.
pub fn window(window: &v1::Window) -> String {
    const DAYS: [&str; 8] = ["?", "ma", "di", "wo", "do", "vr", "za", "zo"];
    let mut text =
        format!("{} {}-{}", DAYS[window.weekday as usize], window.start_time, window.end_time);
    if let Some(weeks) = &window.weeks {
        text += &format!(" every {}+{}", weeks.every, weeks.offset);
    }
    if !window.valid_from.is_empty() || !window.valid_to.is_empty() {
        text += &format!(" {}..{}", window.valid_from, window.valid_to);
    }
    text
}

/// Commitments in a few words: kind, name and stretch.
pub fn commitments(of: &[v1::Commitment]) -> Vec<String> {
    let text = |of: &v1::Commitment| {
        let kind = v1::CommitmentKind::try_from(of.kind).expect("a kind").as_str_name();
        let kind = kind.trim_start_matches("COMMITMENT_KIND_").to_lowercase();
        let at = of.window.as_ref().map(window).unwrap_or_default();
        let place =
            if of.location_id.is_empty() { String::new() } else { format!(" @{}", of.location_id) };
        let name = if of.name.is_empty() { String::new() } else { format!(" {}", of.name) };
        format!("{kind}{name} {at}{place}")
    };
    of.iter().map(text).collect()
}
