//! How strongly rules count, in a word.

use leerteam::formats::roster_sheets::{filled_example, template};
use leerteam::formats::sheets::{Cell, workbook};
use leerteam::messages::{Language, Messages};
use leerteam::rules::RULES;
use leerteam::wire::v1;

use super::reading::{Reading, bytes, read};
use super::work::Work;

/// The good workbook with one rule: its name or id, its strength, and a mode beside it.
fn with(rule: &str, strength: &str, mode: &str) -> Reading {
    let work = Work::good().with("Regels", |page| {
        page.rows =
            super::work::rows(&format!("Regel | Sterkte | Stand\n{rule} | {strength} | {mode}"));
    });
    read(&work)
}

#[test]
fn a_strength_is_a_mode_and_a_part_of_the_rule_s_own_weight() {
    use v1::RuleMode::{Off, Required, Weighed};
    for (rule, strength, mode, weight) in [
        ("alone", "uit", Off, None),
        ("alone", "licht", Weighed, Some(20)),
        ("niemand de enige in zijn soort", "gewoon", Weighed, Some(40)),
        ("alone", "zwaar", Weighed, Some(80)),
        ("alone", "heavy", Weighed, Some(80)),
        ("alone", "eis", Required, None),
        ("aanwezigheid", "zwaar", Weighed, Some(2)),
        ("professions", "gewoon", Weighed, Some(1000)),
    ] {
        let reading = with(rule, strength, "");
        assert_eq!(reading.lines(), [""; 0], "{rule} {strength}");
        let setting = &reading.roster.rules[0];
        assert_eq!((setting.mode, setting.weight), (i32::from(mode), weight), "{rule} {strength}");
    }
    // A row of the template of which nothing is said is no setting, unless there is no such rule.
    let named = |rule: &str| {
        let rows =
            super::work::rows(&format!("Regel | Wat de regel doet | Sterkte\n{rule} | Uitleg. |"));
        read(&Work::good().with("Regels", |page| page.rows = rows))
    };
    assert!(named("alone").roster.rules.is_empty());
    assert_eq!(named("aleen").lines(), ["E1109 Regels!A2 aleen"]);
}

#[test]
fn a_strength_that_cannot_be_is_found_in_its_cell() {
    for (rule, strength, mode, found) in [
        ("alone", "matig", "", "E1409 Regels!B2 matig"),
        ("alone", "licht", "gewogen", "E1418 Regels!B2 licht"),
        ("attendance", "licht", "", "E1110 Regels!B2 licht"),
        ("attendance", "eis", "", "E1110 Regels!B2 eis"),
        ("once", "uit", "", "E1110 Regels!B2 uit"),
    ] {
        assert_eq!(with(rule, strength, mode).lines(), [found], "{rule} {strength} {mode}");
    }
}

#[test]
fn the_template_names_every_rule_that_can_be_set_and_says_what_it_does() {
    for language in Language::ALL {
        let messages = Messages::of(language);
        let sheets = template(&messages);
        let rules = sheets.last().expect("the rules");
        let named: Vec<&Vec<Cell>> = rules.rows.iter().skip(2).collect();
        let can_be_set = RULES.iter().filter(|rule| !rule.specification().kept).count();
        assert_eq!(named.len(), can_be_set);
        for row in named {
            let [Cell::Text(_), Cell::Text(meaning), ..] = row.as_slice() else {
                panic!("{row:?}")
            };
            assert!(meaning.ends_with('.'), "{meaning}");
        }
    }
}

#[test]
fn the_filled_example_is_the_template_filled_in() {
    for language in Language::ALL {
        let messages = Messages::of(language);
        let sheets = filled_example(&messages);
        assert_eq!(sheets.len(), template(&messages).len());
        let reading = bytes(&workbook(&sheets).expect("a workbook"), ".xlsx");
        assert!(reading.planned, "{:?}", reading.lines());
        assert_eq!((reading.roster.participants.len(), reading.roster.rules.len()), (3, 1));
    }
}
