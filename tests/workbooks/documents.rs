//! docs/workbook.md has every sheet and column. `make docs` writes its tables.

use std::fmt::Write;
use std::path::Path;

use leerteam::formats::roster_sheets::template;
use leerteam::formats::sheets::{Choices, Need, Sheet};
use leerteam::messages::{Language, Messages};

const BEGIN: &str = "<!-- The tables are made by tests/workbooks/documents.rs from the layout and crates/messages. -->\n";
const END: &str = "<!-- End of the tables. -->\n";

fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

/// What one can choose from, in both languages.
fn choices(one: &Choices, other: &Choices) -> String {
    let (Choices::Of(one), Choices::Of(other)) = (one, other) else { return String::new() };
    let pairs = one.iter().zip(other).map(|(one, other)| match one == other {
        true => format!("`{one}`"),
        false => format!("`{one}` / `{other}`"),
    });
    pairs.collect::<Vec<_>>().join(", ")
}

fn table(out: &mut String, dutch: &Sheet, english: &Sheet) -> std::fmt::Result {
    writeln!(out, "\n### {} / {}\n", dutch.name, english.name)?;
    writeln!(out, "| Dutch | English | | what belongs there |")?;
    writeln!(out, "|---|---|---|---|")?;
    for (nl, en) in dutch.columns.iter().zip(&english.columns) {
        let need = match nl.need {
            Need::Required => "required",
            Need::Usual => "mostly",
            Need::Optional => "",
        };
        let chosen = choices(&nl.choices, &en.choices);
        let chosen = if chosen.is_empty() { chosen } else { format!(" {chosen}.") };
        let (dutch, english) = (cell(&nl.heading), cell(&en.heading));
        writeln!(out, "| {dutch} | {english} | {need} | {}{chosen} |", cell(&en.note))?;
    }
    Ok(())
}

#[test]
fn the_page_has_every_sheet_and_column() {
    let [english, dutch] = Language::ALL.map(|language| template(&Messages::of(language)));
    let mut tables = String::new();
    // Behind the instructions.
    let is_read =
        |(dutch, _): &(&Sheet, &Sheet)| dutch.columns.iter().any(|of| !of.note.is_empty());
    for (dutch, english) in dutch.iter().zip(&english).skip(1).filter(is_read) {
        table(&mut tables, dutch, english).expect("writing to text");
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/workbook.md");
    let page = std::fs::read_to_string(&path).expect("docs/workbook.md");
    let (before, rest) = page.split_once(BEGIN).expect("where the tables begin");
    let (committed, after) = rest.split_once(END).expect("where the tables end");
    if std::env::var_os("UPDATE_DOCS").is_some_and(|value| value == "1") {
        let page = format!("{before}{BEGIN}{tables}\n{END}{after}");
        std::fs::write(&path, page).expect("writing docs/workbook.md");
        return;
    }
    let committed = committed.trim_end();
    for (line, made) in committed.lines().zip(tables.trim_end().lines()) {
        assert_eq!(line, made, "run `make docs` and commit docs/workbook.md");
    }
    assert_eq!(committed.lines().count(), tables.trim_end().lines().count());
}
