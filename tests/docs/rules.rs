//! docs/rules.md against the rules: the table and the sections have every rule as it is.

use leerteam::roster::{LIMITS, Mode};
use leerteam::rules::{Attributes, Kind, Parameter, RULES, Scope, Specification};
use leerteam::wire::v1;

use super::support::Setting;

const PAGE: &str = include_str!("../../docs/rules.md");

/// The columns of the table.
const COLUMNS: [&str; 9] =
    ["id", "kind", "mode", "can be", "weight", "kept", "scope", "parameters", "attributes"];

fn name(mode: Mode) -> &'static str {
    match mode {
        Mode::Off => "off",
        Mode::Weighed => "weighed",
        Mode::Required => "required",
    }
}

fn cells(line: &str) -> Vec<String> {
    let line = line.trim().trim_start_matches('|').trim_end_matches('|');
    line.split('|').map(|cell| cell.trim().to_owned()).collect()
}

/// The table's rows, without head and rule.
fn table() -> Vec<Vec<String>> {
    let head = format!("| {} |", COLUMNS.join(" | "));
    let lines = PAGE.lines().skip_while(|line| *line != head).skip(2);
    lines.take_while(|line| line.starts_with('|')).map(cells).collect()
}

/// A rule's row as the code has it.
fn row(specification: &Specification) -> Vec<String> {
    let others = || {
        let modes = specification.modes.iter().copied().filter(|&mode| mode != specification.mode);
        modes
            .chain((!specification.kept).then_some(Mode::Off))
            .map(name)
            .collect::<Vec<_>>()
            .join(", ")
    };
    let weight = match specification.modes.contains(&Mode::Weighed) {
        true => specification.weight.to_string(),
        false => String::new(),
    };
    let scope = match specification.scope {
        Scope::Environment => "environment",
        Scope::Roster => "roster",
    };
    let kind = match specification.kind {
        Kind::Person => "person",
        Kind::Team => "team",
        Kind::Linking => "linking",
    };
    let parameter = |parameter: &Parameter| {
        let Parameter { name, default, least, most } = parameter;
        format!("`{name}` {default} ({least} to {most})")
    };
    let parameters: Vec<String> = specification.parameters.iter().map(parameter).collect();
    let attributes = match specification.attributes {
        Attributes::None => Vec::new(),
        Attributes::Texts(names) | Attributes::Values(names) => {
            names.iter().map(|name| format!("`{name}`")).collect()
        }
        Attributes::Numbers => vec!["numbers".to_owned()],
    };
    vec![
        format!("[{id}](#{id})", id = specification.id),
        kind.to_owned(),
        name(specification.mode).to_owned(),
        others(),
        weight,
        if specification.kept { "yes" } else { "no" }.to_owned(),
        scope.to_owned(),
        parameters.join(", "),
        attributes.join(", "),
    ]
}

/// The text under a heading, up to the next.
fn section(id: &str) -> String {
    let heading = format!("### {id}");
    let lines = PAGE.lines().skip_while(|line| *line != heading).skip(1);
    lines.take_while(|line| !line.starts_with('#')).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_table_has_every_rule_as_it_is() {
    let expected: Vec<Vec<String>> = RULES.iter().map(|rule| row(&rule.specification())).collect();
    let rows = table();
    for row in &rows {
        assert_eq!(row.len(), COLUMNS.len(), "{row:?}");
    }
    assert_eq!(rows, expected);
}

#[test]
fn every_rule_has_a_section() {
    let sections: Vec<&str> = PAGE.lines().filter_map(|line| line.strip_prefix("### ")).collect();
    assert_eq!(sections.len(), RULES.len(), "a section for each rule and no other");
    for specification in RULES.iter().map(|rule| rule.specification()) {
        let text = section(specification.id);
        for part in ["- **Amount:** ", "- **Of:** ", "- **Solver:** "] {
            assert_eq!(text.matches(part).count(), 1, "{}: {part}", specification.id);
        }
        let example = format!(
            "- **Example:** [keeps / breaks](examples/rules/{id}.json): ",
            id = specification.id
        );
        // Links are not split over lines.
        assert_eq!(text.matches(&example).count(), 1, "{}: {example}", specification.id);
        let dutch = text.lines().any(|line| line.starts_with('*'));
        assert!(dutch, "{} in Dutch", specification.id);
        let of_parameters = text.contains("- **Parameters:** ");
        assert_eq!(
            of_parameters,
            !specification.parameters.is_empty(),
            "parameters of {}",
            specification.id
        );
        let of_attributes = text.contains("- **Attributes:** ");
        assert_eq!(
            of_attributes,
            specification.attributes != Attributes::None,
            "attributes of {}",
            specification.id
        );
        if let [only] = specification.parameters {
            assert!(
                text.contains(&format!("`{}`", only.name)),
                "{} of {}",
                only.name,
                specification.id
            );
        }
    }
}

/// The file of a rule's example, as a value; what is in it is tested in rule_examples.rs.
fn example(id: &str) -> serde_json::Value {
    let path = format!("{}/docs/examples/rules/{id}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn every_example_is_stated_with_its_amount() {
    for id in RULES.iter().map(|rule| rule.specification().id) {
        let text = section(id);
        let stated =
            text.split("- **Example:** ").nth(1).and_then(|rest| rest.split("\n- ").next());
        let amount = format!("Amount {}.", example(id)["amount"]);
        assert!(stated.is_some_and(|text| text.ends_with(&amount)), "{id}: {stated:?}, {amount}");
    }
}

#[test]
fn the_range_of_weights_is_as_stated() {
    assert!(PAGE.contains(&format!("when weighed, 0 to {}", LIMITS.weight.at_most)));
}

#[test]
fn the_example_is_accepted() {
    let start = PAGE.find("```json\n").expect("an example") + "```json\n".len();
    let example = &PAGE[start..start + PAGE[start..].find("```").expect("its end")];
    let example: v1::Roster = serde_json::from_str(example).expect("a part of a roster");
    let ids = |setting: &v1::RuleSetting| setting.rule_id.clone();
    let stated: Vec<String> = example.rules.iter().map(ids).collect();
    assert_eq!(stated, ["professions", "share-of-meetings", "fair-share"]);
    let setting = Setting::new().environment("e2").participant("p", "teacher").with(|roster| {
        roster.rules = example.rules.clone();
        for (environment, example) in roster.environments.iter_mut().zip(&example.environments) {
            environment.rules = example.rules.clone();
        }
    });
    let settings = leerteam::rules::Settings::new(&setting.roster());
    let professions = |environment: usize| {
        let setting = settings.setting(environment.into(), "professions");
        (setting.mode, setting.weight, setting.parameter("at-least"))
    };
    assert_eq!(professions(0), (Mode::Required, 1000, 3));
    assert_eq!(professions(1), (Mode::Weighed, 300, 2));
}
