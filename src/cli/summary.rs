//! A plan as text for people: what is wrong first, then each team, then the score.

use std::fmt;

use comfy_table::{CellAlignment, ContentArrangement, Table, presets};

use crate::messages::{Messages, percentage};
use crate::roster::{Participant, Roster};
use crate::wire::v1;

/// A plan to be shown.
pub struct Summary<'a> {
    roster: &'a Roster,
    plan: &'a v1::Plan,
    messages: &'a Messages,
}

impl<'a> Summary<'a> {
    /// Shows a plan of a roster.
    pub fn new(roster: &'a Roster, plan: &'a v1::Plan, messages: &'a Messages) -> Summary<'a> {
        Summary { roster, plan, messages }
    }

    fn text(&self, key: &str, arguments: &[(&str, String)]) -> String {
        let arguments: Vec<(&str, &str)> =
            arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.messages.text(key, &arguments)
    }

    fn participant(&self, id: &str) -> Option<(usize, &'a Participant)> {
        self.roster.participants.iter().enumerate().find(|(_, participant)| participant.id == id)
    }

    /// A participant's name with the id, where they differ.
    fn participant_name(&self, id: &str) -> String {
        self.participant(id).map_or(id.to_owned(), |(_, p)| named(&p.name, id))
    }

    fn supervisor_name(&self, id: &str) -> String {
        let found = self.roster.supervisors.iter().find(|supervisor| supervisor.id == id);
        found.map_or(id.to_owned(), |supervisor| named(&supervisor.name, id))
    }

    fn team_name(&self, id: &str) -> String {
        let found = self.plan.teams.iter().find(|team| team.id == id);
        found.map_or(id.to_owned(), |team| named(&team.name, id))
    }

    /// `2 Pabo (Hogeschool KPZ), 1 Calo (Hogeschool Windesheim)`
    fn composition(&self, team: &v1::Team) -> String {
        let mut counts: Vec<(String, usize)> = Vec::new();
        for (index, participant) in
            team.members.iter().filter_map(|m| self.participant(&m.participant_id))
        {
            let institution = self.roster.institution(index);
            let institution = institution.map(|o| self.roster.organisations[o].name.as_str());
            let follows = participant.programme.map(|p| self.roster.programmes[p].name.as_str());
            let name = follows.unwrap_or(&participant.profession);
            let label = named_in(name, institution);
            match counts.iter_mut().find(|(known, _)| *known == label) {
                Some((_, count)) => *count += 1,
                None => counts.push((label, 1)),
            }
        }
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let each: Vec<String> = counts.iter().map(|(label, n)| format!("{n} {label}")).collect();
        each.join(", ")
    }

    fn slot(&self, team: &v1::Team) -> String {
        let slot = team.slot.clone().unwrap_or_default();
        let environment = self.roster.environments.iter().find(|e| e.id == team.environment_id);
        let every = environment.map_or(1, |environment| environment.form.every_weeks);
        let location = self.roster.locations.iter().find(|l| l.id == slot.location_id);
        let room = location.and_then(|l| l.rooms.iter().find(|room| room.id == slot.room_id));
        let first = team.meetings.first().map_or("", |meeting| &meeting.start[..10]).to_owned();
        let rhythm = self.text("cli-rhythm", &[("every", every.to_string()), ("first", first)]);
        let weekday = self.text(&format!("weekday-{}", slot.weekday), &[]);
        let end = environment.and_then(|environment| {
            let start = crate::roster::Clock::parse(&slot.start_time)?;
            crate::roster::Clock::from_minutes(start.minutes() + environment.form.duration)
        });
        let time =
            format!("{}-{}", slot.start_time, end.map_or(String::new(), |end| end.to_string()));
        let place = location.map_or_else(|| self.text("cli-online", &[]), |l| l.name.clone());
        let place = [Some(place), room.map(|room| room.name.clone())];
        let place: Vec<String> = place.into_iter().flatten().collect();
        format!("{weekday} {time}, {rhythm}, {}", place.join(", "))
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
            ("date", fewest.map_or("", |meeting| &meeting.start[..10]).to_owned()),
        ];
        self.text("cli-attendance", &arguments)
    }

    fn heading(&self) -> String {
        let placed: usize = self.plan.teams.iter().map(|team| team.members.len()).sum();
        let arguments = [
            ("roster", self.plan.roster_id.clone()),
            ("teams", self.plan.teams.len().to_string()),
            ("placed", placed.to_string()),
            ("participants", self.roster.participants.len().to_string()),
        ];
        self.text("cli-heading", &arguments)
    }

    fn verdict(&self) -> String {
        let score = self.plan.score.clone().unwrap_or_default();
        let score_text = self.text(
            "cli-score",
            &[
                ("broken", score.broken_requirements().to_string()),
                ("points", score.points().to_string()),
            ],
        );
        let Some(bound) = &self.plan.bound else { return score_text };
        let outcome = match self.plan.outcome() {
            v1::Outcome::Proven if self.plan.gap() > 0.0 => "outcome-proven-within",
            v1::Outcome::Proven => "outcome-proven",
            v1::Outcome::Limit => "outcome-limit",
            v1::Outcome::Cancelled => "outcome-cancelled",
            v1::Outcome::Unspecified => "outcome-unspecified",
        };
        let proven = [
            ("broken", bound.broken_requirements().to_string()),
            ("points", bound.points().to_string()),
        ];
        let gap = [("gap", percentage(self.plan.gap())), ("outcome", self.text(outcome, &[]))];
        [score_text, self.text("cli-bound", &proven), self.text("cli-gap", &gap)].join("\n")
    }

    /// Broken requirements, each with whom it is about and the cause.
    fn broken(&self) -> Vec<String> {
        let one = |broken: &v1::BrokenRequirement| {
            let rule = self.text(&format!("rule-{}", broken.rule_id), &[]);
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
        let listed_as_left_over = |broken: &&v1::BrokenRequirement| broken.rule_id != "placed";
        self.plan.broken_requirements.iter().filter(listed_as_left_over).map(one).collect()
    }

    fn left_over(&self) -> Vec<String> {
        let one = |left: &v1::LeftOver| {
            let reasons: Vec<&str> =
                left.reasons.iter().map(|reason| reason.text.as_str()).collect();
            format!("{}: {}", self.participant_name(&left.participant_id), reasons.join(" "))
        };
        self.plan.left_over.iter().map(one).collect()
    }

    fn teams(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let labels = ["cli-members", "cli-slot", "cli-supervisors", "cli-meetings"];
        let labels = labels.map(|key| self.text(key, &[]));
        let width = labels.iter().map(|label| label.chars().count()).max().unwrap_or_default();
        for (number, team) in self.plan.teams.iter().enumerate() {
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
        let score = self.plan.score.clone().unwrap_or_default();
        for rule in score.rules.iter().filter(|r| r.broken_requirements() > 0 || r.points() > 0) {
            let name = self.text(&format!("rule-{}", rule.rule_id), &[]);
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

fn named_in(name: &str, institution: Option<&str>) -> String {
    institution.map_or(name.to_owned(), |institution| format!("{name} ({institution})"))
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
