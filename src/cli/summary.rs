//! A plan as text for people: what is wrong first, then each team, then the score.

use std::fmt;

use comfy_table::{CellAlignment, ContentArrangement, Table, presets};

use leerteam::formats::{PlanView, counted, date_of};
use leerteam::messages::{Messages, percentage};
use leerteam::roster::Roster;
use leerteam::rules::placed;
use leerteam::wire::v1;

/// A plan to be shown.
pub struct Summary<'a> {
    view: PlanView<'a>,
}

impl<'a> Summary<'a> {
    /// Shows a plan of a roster.
    pub fn new(roster: &'a Roster, plan: &'a v1::Plan, messages: &'a Messages) -> Summary<'a> {
        Summary { view: PlanView::new(roster, plan, messages) }
    }

    fn text(&self, key: &str, arguments: &[(&str, String)]) -> String {
        let arguments: Vec<(&str, &str)> =
            arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.view.text(key, &arguments)
    }

    /// A participant's name with the id, where they differ.
    fn participant_name(&self, id: &str) -> String {
        named(&self.view.participant_name(id), id)
    }

    fn supervisor_name(&self, id: &str) -> String {
        named(&self.view.supervisor_name(id), id)
    }

    fn team_name(&self, id: &str) -> String {
        named(&self.view.team_name(id), id)
    }

    /// `2 Pabo (Hogeschool KPZ), 1 Calo (Hogeschool Windesheim)`
    fn composition(&self, team: &v1::Team) -> String {
        let members = team.members.iter();
        let members = members.filter_map(|m| self.view.participant(&m.participant_id));
        counted(members.map(|(index, participant)| {
            named_in(&self.view.programme(participant), &self.view.institution(index))
        }))
    }

    fn slot(&self, team: &v1::Team) -> String {
        let place = [self.view.location(team), self.view.room(team)];
        let place: Vec<String> = place.into_iter().filter(|name| !name.is_empty()).collect();
        format!("{}, {}", self.view.slot(team), place.join(", "))
    }

    fn supervisors(&self, team: &v1::Team) -> String {
        let one = |supervisor: &v1::TeamSupervisor| {
            let side = match supervisor.side() {
                v1::Side::Education => self.text("side-education", &[]),
                _ => self.text("side-practice", &[]),
            };
            format!("{} ({side})", self.supervisor_name(&supervisor.supervisor_id))
        };
        let all: Vec<String> = team.supervisors.iter().map(one).collect();
        if all.is_empty() { self.text("cli-nobody", &[]) } else { all.join(", ") }
    }

    fn attendance(&self, team: &v1::Team) -> String {
        let counted: i32 = team.meetings.iter().map(|meeting| meeting.counted()).sum();
        let expected: i32 = team.meetings.iter().map(|meeting| meeting.expected()).sum();
        let fewest = team.meetings.iter().min_by_key(|meeting| meeting.expected());
        let percent = if counted == 0 { 0 } else { (200 * expected + counted) / (2 * counted) };
        let arguments = [
            ("meetings", team.meetings.len().to_string()),
            ("percent", percent.to_string()),
            ("fewest", fewest.map_or(0, |meeting| meeting.expected()).to_string()),
            ("date", fewest.map_or("", date_of).to_owned()),
        ];
        self.text("cli-attendance", &arguments)
    }

    fn heading(&self) -> String {
        let placed: usize = self.view.plan.teams.iter().map(|team| team.members.len()).sum();
        let arguments = [
            ("roster", self.view.plan.roster_id.clone()),
            ("teams", self.view.plan.teams.len().to_string()),
            ("placed", placed.to_string()),
            ("participants", self.view.roster.participants.len().to_string()),
        ];
        self.text("cli-heading", &arguments)
    }

    fn verdict(&self) -> String {
        let score = self.view.plan.score.clone().unwrap_or_default();
        let score_text = self.text(
            "cli-score",
            &[
                ("broken", score.broken_requirements().to_string()),
                ("points", score.points().to_string()),
            ],
        );
        let Some(bound) = &self.view.plan.bound else { return score_text };
        let proven = [
            ("broken", bound.broken_requirements().to_string()),
            ("points", bound.points().to_string()),
        ];
        let gap = [("gap", percentage(self.view.plan.gap())), ("outcome", self.view.outcome())];
        [score_text, self.text("cli-bound", &proven), self.text("cli-gap", &gap)].join("\n")
    }

    /// Broken requirements, each with whom it is about and the cause.
    fn broken(&self) -> Vec<String> {
        let one = |broken: &v1::BrokenRequirement| {
            let rule = self.view.rule_name(&broken.rule_id);
            let mut about = Vec::new();
            if !broken.team_id.is_empty() {
                about.push(self.team_name(&broken.team_id));
            }
            if !broken.participant_id.is_empty() {
                about.push(self.participant_name(&broken.participant_id));
            }
            if !broken.supervisor_id.is_empty() {
                about.push(self.supervisor_name(&broken.supervisor_id));
            }
            let about =
                if about.is_empty() { String::new() } else { format!("{}: ", about.join(", ")) };
            format!("[{rule}] {about}{}", broken.text)
        };
        let listed_as_left_over =
            |broken: &&v1::BrokenRequirement| broken.rule_id != placed::SPEC.id;
        self.view.plan.broken_requirements.iter().filter(listed_as_left_over).map(one).collect()
    }

    fn left_over(&self) -> Vec<String> {
        let one = |left: &v1::LeftOver| {
            let reasons: Vec<&str> =
                left.reasons.iter().map(|reason| reason.text.as_str()).collect();
            format!("{}: {}", self.participant_name(&left.participant_id), reasons.join(" "))
        };
        self.view.plan.left_over.iter().map(one).collect()
    }

    fn teams(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let labels = ["cli-members", "cli-slot", "cli-supervisors", "cli-meetings"];
        let labels = labels.map(|key| self.text(key, &[]));
        let width = labels.iter().map(|label| label.chars().count()).max().unwrap_or_default();
        for (number, team) in self.view.plan.teams.iter().enumerate() {
            writeln!(f, "\n{}. {}", number + 1, named(&team.name, &team.id))?;
            let values = [
                format!("{}: {}", team.members.len(), self.composition(team)),
                self.slot(team),
                self.supervisors(team),
                self.attendance(team),
            ];
            for (label, value) in labels.iter().zip(values) {
                writeln!(f, "   {label:width$}  {value}")?;
            }
        }
        Ok(())
    }

    fn rules(&self) -> Table {
        let mut table = Table::new();
        table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
        table.set_header(["cli-rule", "cli-broken", "cli-points"].map(|key| self.text(key, &[])));
        let score = self.view.plan.score.clone().unwrap_or_default();
        for rule in score.rules.iter().filter(|r| r.broken_requirements() > 0 || r.points() > 0) {
            let name = self.view.rule_name(&rule.rule_id);
            let (broken, points) = (rule.broken_requirements(), rule.points());
            table.add_row([name, broken.to_string(), points.to_string()]);
        }
        let total = [score.broken_requirements().to_string(), score.points().to_string()];
        table.add_row([vec![self.text("cli-total", &[])], total.to_vec()].concat());
        for column in 1..=2 {
            if let Some(column) = table.column_mut(column) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        table
    }
}

/// A name, with the id behind it where they differ.
fn named(name: &str, id: &str) -> String {
    if name == id { id.to_owned() } else { format!("{name} [{id}]") }
}

fn named_in(name: &str, institution: &str) -> String {
    if institution.is_empty() { name.to_owned() } else { format!("{name} ({institution})") }
}

impl fmt::Display for Summary<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        writeln!(f, "{}", self.heading())?;
        self.teams(f)?;
        for (key, lines) in
            [("cli-broken-heading", self.broken()), ("cli-left-heading", self.left_over())]
        {
            if !lines.is_empty() {
                writeln!(f, "\n{}", self.text(key, &[("count", lines.len().to_string())]))?;
                lines.iter().try_for_each(|line| writeln!(f, "  - {line}"))?;
            }
        }
        writeln!(f, "\n{}", self.rules())?;
        writeln!(f, "\n{}", self.verdict())
    }
}
