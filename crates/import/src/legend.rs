//! What the letters of a week matrix stand for, and the hours of its parts of days, as a text on its sheet says.

use std::collections::BTreeMap;

use super::grid::span;
use super::meaning::Mark;
use super::table::Table;
use super::work::Work;
use leerteam_formats::book::{RawRow, Value};
use leerteam_formats::roster_sheets::words::plain;

/// A text of a cell as it is compared.
pub fn plain_mark(text: &str) -> String {
    text.trim().to_lowercase()
}

/// The rows that are not of the table: what a legend says, as texts.
pub fn legend(work: &mut Work, table: &Table) -> BTreeMap<String, Mark> {
    let outside = table
        .sheet
        .rows
        .iter()
        .filter(|row| row.number < table.headings.0 || is_legend(row, table));
    let mut stated = BTreeMap::new();
    let mut texts = Vec::new();
    for row in outside {
        let cells: Vec<&Value> = row.cells.iter().map(|cell| &cell.value).collect();
        if let [code, word] = cells.as_slice()
            && let Some(mark) = word_mark(work, &word.to_string())
        {
            stated.insert(plain_mark(&code.to_string()), mark);
        }
        texts.extend(cells.iter().map(|value| value.to_string()));
    }
    for text in texts {
        for (code, word) in pairs(&text) {
            let empty = work.lexicon.all("import-empty").contains(&plain(&code));
            if let Some(mark) = word_mark(work, &word) {
                stated.insert(if empty { String::new() } else { plain_mark(&code) }, mark);
            }
        }
        stated_hours(work, &text);
    }
    stated
}

/// Whether a row below the headings is a legend: one or two texts, of which one has an equals sign, or two of which the
/// second is not below a part of a day.
pub fn is_legend(row: &RawRow, table: &Table) -> bool {
    if row.number <= table.headings.1 {
        return false;
    }
    let texts: Vec<String> = row.cells.iter().map(|cell| cell.value.to_string()).collect();
    texts.len() <= 2 && texts.iter().any(|text| text.contains('='))
}

/// What stands before and behind each equals sign: `S = stage   L = les (…)`.
fn pairs(text: &str) -> Vec<(String, String)> {
    let pieces: Vec<&str> = text.split('=').collect();
    let pair = |pair: &[&str]| {
        let code = pair[0].trim_end().rsplit([' ', ',', ';', '(', '\n']).next().unwrap_or_default();
        // The last word before the next equals sign is the next code.
        let behind = pair[1].trim();
        (code.to_owned(), behind.to_owned())
    };
    pieces.windows(2).map(pair).collect()
}

/// The mark that the words behind an equals sign begin with.
pub fn word_mark(work: &Work, text: &str) -> Option<Mark> {
    let words = plain(text.split([',', ';', '(', '\n']).next().unwrap_or_default());
    let words: Vec<&str> = words.split(' ').collect();
    (1..=words.len().min(3))
        .rev()
        .find_map(|length| work.lexicon.mark_of_answer(&words[..length].join(" ")))
}

/// Hours of parts of days that a text tells: `(ochtend 8.30-12.30, middag 13.00-17.00)`.
fn stated_hours(work: &mut Work, text: &str) {
    for piece in text.split([',', ';', '(', ')', '\n']) {
        let mut words = piece.trim().splitn(2, [' ', ':', '=']);
        let (Some(first), Some(rest)) = (words.next(), words.next()) else { continue };
        let Some(part) = work.lexicon.daypart(first) else { continue };
        if let Some(hours) = span(work.lexicon, rest.trim_start_matches([' ', ':', '='])) {
            work.stated_hours.entry(part.to_owned()).or_insert(hours);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_legend_tells_what_stands_before_and_behind_each_equals_sign() {
        let pairs = pairs("S = stage   L = les   leeg = vrij   (ochtend 8.30-12.30)");
        let codes: Vec<&str> = pairs.iter().map(|(code, _)| code.as_str()).collect();
        assert_eq!(codes, ["S", "L", "leeg"]);
        assert!(pairs[0].1.starts_with("stage") && pairs[2].1.starts_with("vrij"));
    }
}
