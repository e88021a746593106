//! The document around the view: template, style, script, and what the page may do.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::PageOptions;
use super::view::View;
use leerteam_messages::Messages;

const TEMPLATE: &str = include_str!("assets/page.html");

const STYLES: &[&str] = &[
    include_str!("assets/colours.css"),
    include_str!("assets/page.css"),
    include_str!("assets/first.css"),
    include_str!("assets/teams.css"),
    include_str!("assets/details.css"),
    include_str!("assets/print.css"),
];

/// In order: what a file uses when it is read has to come before it.
const SCRIPTS: &[&str] = &[
    include_str!("assets/base.js"),
    include_str!("assets/attendance.js"),
    include_str!("assets/people.js"),
    include_str!("assets/filter.js"),
    include_str!("assets/summary.js"),
    include_str!("assets/week.js"),
    include_str!("assets/composition.js"),
    include_str!("assets/slots.js"),
    include_str!("assets/teams.js"),
    include_str!("assets/supervisors.js"),
    include_str!("assets/score.js"),
    include_str!("assets/save.js"),
    include_str!("assets/main.js"),
];

/// The whole page.
pub fn document(view: &View, options: &PageOptions) -> String {
    let (style, script) = (STYLES.concat(), SCRIPTS.concat());
    // Nothing is fetched, and no script runs but this one.
    let policy = format!(
        "default-src 'none'; script-src '{}'; style-src '{}'; base-uri 'none'; form-action 'none'",
        fingerprint(&script),
        fingerprint(&style)
    );
    let messages = Messages::of(options.language);
    let title = messages.text("page-title", &[("name", &view.title)]);
    let parts = [
        ("language", options.language.code().to_owned()),
        ("policy", policy),
        ("title", escape(&title)),
        ("no-script", escape(&messages.text("page-no-script", &[]))),
        ("style", style),
        ("plan", json(view)),
        ("script", script),
    ];
    fill(TEMPLATE, &parts)
}

/// The template with each `{{name}}` replaced; what is put in is not looked at again.
fn fill(template: &str, parts: &[(&str, String)]) -> String {
    let mut filled = String::new();
    for (at, piece) in template.split("{{").enumerate() {
        let part = piece.split_once("}}").filter(|_| at > 0);
        let Some((name, rest)) = part else {
            filled += piece;
            continue;
        };
        filled += parts.iter().find(|(known, _)| *known == name).map_or("", |(_, part)| part);
        filled += rest;
    }
    filled
}

/// The hash by which a content security policy knows a script or a style.
fn fingerprint(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}

/// Text in HTML.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// JSON that can stand in a script element: it has no `<`, so nothing in it ends or opens an element,
/// and no line ends that JavaScript knows and JSON does not.
fn json(value: &impl Serialize) -> String {
    // Serialising to memory fails only for maps with keys that are no text.
    let json = serde_json::to_string(value).expect("all keys are text");
    let json = json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026");
    json.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}
