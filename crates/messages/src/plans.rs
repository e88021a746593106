//! Causes, reasons and numbers of plans in words.

use super::Messages;
use leerteam_model::check::Reason;
use leerteam_model::plan::Cause;
use leerteam_model::roster::{Commitment, CommitmentKind, Roster};

/// Why a requirement is broken, with names as the roster has them.
pub fn cause_text(messages: &Messages, roster: &Roster, cause: &Cause) -> String {
    let mut details: Vec<(&str, &str)> =
        cause.details.iter().map(|(name, value)| (*name, value.as_str())).collect();
    details.extend(cause.other.map(|other| ("other", roster.participants[other].name.as_str())));
    messages.text(cause.message, &details)
}

/// Why a participant is left over, with the commitments that stand in the way.
pub fn reason_text(messages: &Messages, roster: &Roster, reason: &Reason) -> String {
    let environment = reason.environment.map(|environment| &roster.environments[environment].name);
    let (comes, counted) = reason.comes.unwrap_or_default();
    let (comes, counted) = (comes.to_string(), counted.to_string());
    let arguments = [
        ("environment", environment.map_or("", String::as_str)),
        ("comes", &comes),
        ("counted", &counted),
    ];
    let text = messages.text(&format!("reason-{}", reason.code.as_str()), &arguments);
    if reason.in_the_way.is_empty() {
        return text;
    }
    let named = |commitment: &Commitment| commitment_text(messages, commitment);
    let commitments: Vec<String> = reason.in_the_way.iter().map(named).collect();
    let commitments = commitments.join(", ");
    format!("{text} {}", messages.text("reason-in-the-way", &[("commitments", &commitments)]))
}

/// A commitment in words: `lesson on Tuesday 09:00-16:30`.
pub fn commitment_text(messages: &Messages, commitment: &Commitment) -> String {
    let kind = match commitment.kind {
        CommitmentKind::Lesson => "commitment-lesson",
        CommitmentKind::Internship => "commitment-internship",
        CommitmentKind::Work => "commitment-work",
        CommitmentKind::Other => "commitment-other",
    };
    let kind = messages.text(kind, &[]);
    let name = match commitment.name.as_str() {
        "" => kind,
        name if name.to_lowercase() == kind.to_lowercase() => kind,
        name => format!("{kind} ({name})"),
    };
    let window = &commitment.window;
    let weekday = messages.text(&format!("weekday-{}", window.weekday.number_from_monday()), &[]);
    let time = window.span.to_string();
    let arguments = [("name", name.as_str()), ("weekday", &weekday), ("time", &time)];
    messages.text("reason-commitment", &arguments)
}

/// A fraction in percent: whole where it is whole, never rounded down to nothing.
pub fn percentage(fraction: f64) -> String {
    let percent = fraction * 100.0;
    match percent {
        0.0 => "0".to_owned(),
        small if small < 0.01 => "< 0.01".to_owned(),
        percent => format!("{percent:.2}"),
    }
}
