//! Requests that cannot be answered, as statuses with details.

use std::sync::LazyLock;
use std::time::Duration;

use tonic::{Code, Status};
use tonic_types::{ErrorDetails, FieldViolation, StatusExt};

use leerteam_messages::{Language, Messages, finding_text};
use leerteam_model::roster::{Finding, Severity};
use leerteam_wire::v1;
use leerteam_work::Full;

/// Errors that a status names: clients take no more than 8 kB of metadata, which is one third less before it is
/// written in base64, and leave out all details beyond that.
const MOST_NAMED: usize = 20;
/// Bytes of the errors that a status names.
const MOST_BYTES: usize = 3_500;
/// Bytes of one field, and of what is said of it.
const MOST_OF_ONE: usize = 400;
/// When to try again where all places to wait are taken.
const RETRY: Duration = Duration::from_secs(5);

/// The texts in the language that a request asks for.
pub fn texts(language: i32) -> &'static Messages {
    static TEXTS: LazyLock<[Messages; 2]> =
        LazyLock::new(|| [Messages::of(Language::En), Messages::of(Language::Nl)]);
    let [en, nl] = &*TEXTS;
    match v1::Language::try_from(language) {
        Ok(v1::Language::Nl) => nl,
        _ => en,
    }
}

/// A text of at most so many bytes.
fn shortened(mut text: String) -> String {
    if text.len() > MOST_OF_ONE {
        let end = (0..=MOST_OF_ONE).rev().find(|&at| text.is_char_boundary(at));
        text.truncate(end.unwrap_or_default());
        text.push('…');
    }
    text
}

/// INVALID_ARGUMENT with the errors and the paths of their fields, below `prefix` if there is any: the first of
/// them, if there are many.
pub fn invalid(prefix: &str, findings: &[Finding], messages: &Messages) -> Status {
    let errors = || findings.iter().filter(|finding| finding.code.severity() == Severity::Error);
    let violation = |finding: &Finding| {
        let (cause, action) = finding_text(messages, finding);
        let field = match (prefix, finding.field.as_str()) {
            ("", field) => field.to_owned(),
            (prefix, "") => prefix.to_owned(),
            (prefix, field) => format!("{prefix}.{field}"),
        };
        let description = format!("{}: {cause} {action}", finding.code.as_str());
        FieldViolation::new(shortened(field), shortened(description))
    };
    let mut bytes = 0;
    let fits = |violation: &FieldViolation| {
        bytes += violation.field.len() + violation.description.len();
        bytes <= MOST_BYTES
    };
    let named = errors().take(MOST_NAMED).map(violation).take_while(fits);
    let violations: Vec<FieldViolation> = named.collect();
    let first = violations.first();
    let first = first.map(|v| format!("{}: {}", v.field, v.description)).unwrap_or_default();
    let (count, named) = (errors().count(), violations.len());
    let (errors, shown) = (count.to_string(), named.to_string());
    let arguments =
        [("errors", errors.as_str()), ("shown", shown.as_str()), ("first", first.as_str())];
    let message = match count == named {
        true => messages.text("service-invalid", &[arguments[0], arguments[2]]),
        false => messages.text("service-invalid-first", &arguments),
    };
    Status::with_error_details(
        Code::InvalidArgument,
        message,
        ErrorDetails::with_bad_request(violations),
    )
}

/// RESOURCE_EXHAUSTED with the time after which to try again: all places to wait are taken.
pub fn busy(full: Full, messages: &Messages) -> Status {
    let (waiting, seconds) = (full.waiting.to_string(), RETRY.as_secs().to_string());
    let arguments = [("waiting", waiting.as_str()), ("seconds", seconds.as_str())];
    let message = messages.text("service-busy", &arguments);
    let details = ErrorDetails::with_retry_info(Some(RETRY));
    Status::with_error_details(Code::ResourceExhausted, message, details)
}

/// UNAVAILABLE with the time after which to try again: the server stops, or the system gives it no thread.
pub fn unavailable(message: String) -> Status {
    let details = ErrorDetails::with_retry_info(Some(RETRY));
    Status::with_error_details(Code::Unavailable, message, details)
}

/// INTERNAL, without a word of what was worked on.
pub fn internal() -> Status {
    Status::internal("internal error")
}
