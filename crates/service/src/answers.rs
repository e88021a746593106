//! Requests that cannot be answered, as statuses with details.

use tonic::{Code, Status};
use tonic_types::{ErrorDetails, FieldViolation, StatusExt};

use leerteam_messages::{Language, Messages, finding_text};
use leerteam_model::roster::{Finding, Severity};
use leerteam_wire::v1;

/// The language that a request asks for.
pub fn language(language: i32) -> Language {
    match v1::Language::try_from(language) {
        Ok(v1::Language::Nl) => Language::Nl,
        _ => Language::En,
    }
}

/// INVALID_ARGUMENT with every error and the path of its field, below `prefix` if there is any.
pub fn invalid(prefix: &str, findings: &[Finding], messages: &Messages) -> Status {
    let errors = findings.iter().filter(|finding| finding.code.severity() == Severity::Error);
    let violation = |finding: &Finding| {
        let (cause, action) = finding_text(messages, finding);
        let field = match (prefix, finding.field.as_str()) {
            ("", field) => field.to_owned(),
            (prefix, "") => prefix.to_owned(),
            (prefix, field) => format!("{prefix}.{field}"),
        };
        let description = format!("{}: {cause} {action}", finding.code.as_str());
        FieldViolation::new(field, description)
    };
    let violations: Vec<FieldViolation> = errors.map(violation).collect();
    let first = violations.first();
    let summary = first.map(|v| format!("{}: {}", v.field, v.description)).unwrap_or_default();
    let count = violations.len().to_string();
    let arguments = [("errors", count.as_str()), ("first", &summary)];
    let message = messages.text("service-invalid", &arguments);
    Status::with_error_details(
        Code::InvalidArgument,
        message,
        ErrorDetails::with_bad_request(violations),
    )
}
