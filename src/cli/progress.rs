//! A line that shows how far a solve is, on a terminal only.

use std::io::IsTerminal;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use leerteam::messages::Messages;
use leerteam::wire::v1;

/// The line.
pub struct Bar<'a> {
    line: ProgressBar,
    messages: &'a Messages,
}

impl<'a> Bar<'a> {
    /// Starts the line, hidden unless standard error is a terminal.
    pub fn new(messages: &'a Messages) -> Bar<'a> {
        if !std::io::stderr().is_terminal() {
            return Bar { line: ProgressBar::hidden(), messages };
        }
        let line = ProgressBar::new_spinner();
        let style = ProgressStyle::with_template("{spinner} {elapsed:>4} {wide_msg}");
        line.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
        line.enable_steady_tick(Duration::from_millis(120));
        Bar { line, messages }
    }

    /// Shows a step.
    pub fn show(&self, progress: &v1::Progress) {
        let phase = match progress.phase() {
            v1::Phase::Unspecified | v1::Phase::Prepare => "phase-prepare",
            v1::Phase::FirstPlan => "phase-first-plan",
            v1::Phase::Requirements => "phase-requirements",
            v1::Phase::Points => "phase-points",
            v1::Phase::Check => "phase-check",
        };
        let total =
            |total: &v1::ScoreTotal| format!("{}/{}", total.broken_requirements(), total.points());
        let or_dash = |value: Option<&v1::ScoreTotal>| value.map_or("-".to_owned(), total);
        let phase = self.messages.text(phase, &[]);
        let (best, bound) = (or_dash(progress.best.as_ref()), or_dash(progress.bound.as_ref()));
        let gap = format!("{:.1}", progress.gap * 100.0);
        let arguments =
            [("phase", phase.as_str()), ("best", &best), ("bound", &bound), ("gap", &gap)];
        self.line.set_message(self.messages.text("cli-progress", &arguments));
    }

    /// Removes the line.
    pub fn clear(&self) {
        self.line.finish_and_clear();
    }
}
