//! The meetings of a plan as calendars (RFC 5545), one for everybody who needs one.

mod lines;
mod recurrence;
mod words;
mod zone;

use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use index_vec::{IndexVec, index_vec};

use super::{File, file_names};
use leerteam_messages::Messages;
use leerteam_model::check::{Assessment, Report};
use leerteam_model::plan::Plan;
use leerteam_model::roster::{Clock, Day, LocationIx, ParticipantIx, Roster, SupervisorIx, TeamIx};
use lines::Lines;
use recurrence::Recurrence;

/// A calendar for each team, each participant in one, each supervisor of one and each location where
/// one meets: `calendars/teams/<id>.ics` and so on, with ids as [`file_names`] has them. A team's
/// meetings are one recurring event, in local time. Where somebody has no meetings there is no file.
///
/// `written` is the moment of writing. Of two plans of a roster, the events of the one written later
/// replace those of the other.
pub fn calendars(
    roster: &Roster,
    report: &Report,
    messages: &Messages,
    written: DateTime<Utc>,
) -> Vec<File> {
    let Report { plan, assessment, .. } = report;
    let mut zone = Lines::default();
    let period = &roster.period;
    zone::write_zone(&mut zone, period.zone, period.first, period.last);
    let writer = Writer { roster, plan, assessment, messages, written, zone };
    [writer.teams(), writer.participants(), writer.supervisors(), writer.locations()].concat()
}

struct Writer<'a> {
    roster: &'a Roster,
    plan: &'a Plan,
    assessment: &'a Assessment,
    messages: &'a Messages,
    written: DateTime<Utc>,
    /// The time zone, written.
    zone: Lines,
}

/// The meetings of one team, for one calendar.
struct Event {
    /// Parts of what makes it the same event in a newer plan.
    uid: Vec<String>,
    /// The team.
    team: TeamIx,
    /// The meetings, in order.
    days: Vec<Day>,
    /// What to know about them.
    description: String,
}

impl Writer<'_> {
    fn teams(&self) -> Vec<File> {
        let names = file_names(self.plan.teams.iter().map(|team| team.id.as_str()));
        let file = |(at, name): (TeamIx, String)| {
            let team = &self.plan.teams[at];
            let uid = vec!["teams".to_owned(), team.id.clone()];
            let days = self.held(at);
            let event = Event { uid, team: at, days, description: self.about_team(at) };
            self.file("teams", &name, &team.name, &[event])
        };
        self.plan.teams.indices().zip(names).filter_map(file).collect()
    }

    fn participants(&self) -> Vec<File> {
        let names = file_names(self.roster.participants.iter().map(|p| p.id.as_str()));
        let mut teams_of: IndexVec<ParticipantIx, Vec<(TeamIx, usize)>> =
            index_vec![Vec::new(); names.len()];
        for (at, team) in self.plan.teams.iter_enumerated() {
            for (place, &member) in team.members.iter().enumerate() {
                teams_of[member].push((at, place));
            }
        }
        let file = |(member, name): (ParticipantIx, String)| {
            let participant = &self.roster.participants[member];
            let teams = teams_of[member].iter().enumerate();
            let events: Vec<Event> = teams
                .map(|(number, &(at, place))| {
                    // Without the team: who moves to another team has the meetings replaced. Only a
                    // plan made by hand can have somebody in a second team.
                    let mut uid = vec!["participants".to_owned(), participant.id.clone()];
                    uid.extend((number > 0).then(|| self.plan.teams[at].id.clone()));
                    let days = self.counted(at, place);
                    Event { uid, team: at, days, description: self.about_membership(at, place) }
                })
                .collect();
            let title = self.text("calendar-of", &[("name", &participant.name)]);
            self.file("participants", &name, &title, &events)
        };
        self.roster.participants.indices().zip(names).filter_map(file).collect()
    }

    /// The meetings of a team that are held.
    fn held(&self, team: TeamIx) -> Vec<Day> {
        self.assessment.held_meetings(team).map(|(_, day)| day).collect()
    }

    /// The meetings on which a member of a team is counted.
    fn counted(&self, team: TeamIx, place: usize) -> Vec<Day> {
        let presences = &self.assessment.attendance[team][place].meetings;
        let days = self.assessment.meetings[team].iter().zip(presences);
        days.filter(|(_, presence)| presence.is_some()).map(|(&day, _)| day).collect()
    }

    fn supervisors(&self) -> Vec<File> {
        let names = file_names(self.roster.supervisors.iter().map(|s| s.id.as_str()));
        let mut teams_of: IndexVec<SupervisorIx, Vec<TeamIx>> = index_vec![Vec::new(); names.len()];
        for (at, team) in self.plan.teams.iter_enumerated() {
            for &(supervisor, _) in &team.supervisors {
                if teams_of[supervisor].last() != Some(&at) {
                    teams_of[supervisor].push(at);
                }
            }
        }
        let file = |(at, name): (SupervisorIx, String)| {
            let supervisor = &self.roster.supervisors[at];
            let event = |&team: &TeamIx| {
                let id = self.plan.teams[team].id.clone();
                let uid = vec!["supervisors".to_owned(), supervisor.id.clone(), id];
                let days = self.held(team);
                Event { uid, team, days, description: self.about_supervision(team, at) }
            };
            let events: Vec<Event> = teams_of[at].iter().map(event).collect();
            let title = self.text("calendar-of", &[("name", &supervisor.name)]);
            self.file("supervisors", &name, &title, &events)
        };
        self.roster.supervisors.indices().zip(names).filter_map(file).collect()
    }

    fn locations(&self) -> Vec<File> {
        let names = file_names(self.roster.locations.iter().map(|l| l.id.as_str()));
        let mut teams_at: IndexVec<LocationIx, Vec<TeamIx>> = index_vec![Vec::new(); names.len()];
        for (at, team) in self.plan.teams.iter_enumerated() {
            if let Some(location) = team.slot.location {
                teams_at[location].push(at);
            }
        }
        let file = |(at, name): (LocationIx, String)| {
            let location = &self.roster.locations[at];
            let event = |&team: &TeamIx| {
                let id = self.plan.teams[team].id.clone();
                let uid = vec!["locations".to_owned(), location.id.clone(), id];
                let days = self.held(team);
                Event { uid, team, days, description: self.about_visit(team) }
            };
            let events: Vec<Event> = teams_at[at].iter().map(event).collect();
            let title = self.text("calendar-of", &[("name", &location.name)]);
            self.file("locations", &name, &title, &events)
        };
        self.roster.locations.indices().zip(names).filter_map(file).collect()
    }

    /// A calendar with these events, if there is a meeting in any of them.
    fn file(&self, folder: &str, name: &str, title: &str, events: &[Event]) -> Option<File> {
        if events.iter().all(|event| event.days.is_empty()) {
            return None;
        }
        let mut lines = Lines::default();
        lines.component("VCALENDAR", |lines| {
            let (version, language) = (env!("CARGO_PKG_VERSION"), self.messages.language());
            let language = language.code().to_uppercase();
            lines.value("VERSION", "2.0");
            lines.text("PRODID", &format!("-//leerteam//leerteam {version}//{language}"));
            lines.value("CALSCALE", "GREGORIAN");
            lines.text("NAME", title);
            lines.text("X-WR-CALNAME", title);
            lines.text("X-WR-TIMEZONE", self.roster.period.zone.name());
            lines.append(&self.zone);
            events.iter().for_each(|event| self.event(lines, event));
        });
        let path = format!("calendars/{folder}/{name}.ics");
        Some(File { path, content: lines.into_bytes() })
    }

    fn event(&self, lines: &mut Lines, event: &Event) {
        let team = &self.plan.teams[event.team];
        let form = &self.roster.environments[team.environment].form;
        let dates: Vec<NaiveDate> =
            event.days.iter().map(|&day| self.roster.period.date(day)).collect();
        let Some(rule) = Recurrence::of(&dates, form.every_weeks) else { return };
        let zone = self.roster.period.zone;
        let local = |name: &str| format!("{name};TZID={}", zone.name());
        let span = team.slot.span(form);
        lines.component("VEVENT", |lines| {
            lines.text("UID", &self.uid(&event.uid));
            lines.value("DTSTAMP", &self.written.format(UTC).to_string());
            lines.value("LAST-MODIFIED", &self.written.format(UTC).to_string());
            lines.value("SEQUENCE", &self.sequence().to_string());
            lines.value(&local("DTSTART"), &moment(rule.first, span.start));
            lines.value(&local("DTEND"), &moment(rule.first, span.end));
            if rule.count > 1 {
                let weekday = zone::letters(team.slot.weekday);
                let (weeks, count) = (rule.every_weeks, rule.count);
                let rule = format!("FREQ=WEEKLY;INTERVAL={weeks};COUNT={count};BYDAY={weekday}");
                lines.value("RRULE", &rule);
            }
            for &date in &rule.left_out {
                lines.value(&local("EXDATE"), &moment(date, span.start));
            }
            lines.text("SUMMARY", &team.name);
            lines.text("LOCATION", &self.place(event.team));
            lines.text("DESCRIPTION", &event.description);
            lines.text("CATEGORIES", &self.text("calendar-category", &[]));
            lines.value("STATUS", "CONFIRMED");
            lines.value("TRANSP", "OPAQUE");
        });
    }

    /// Made of the roster, what the calendar is for and its ids, so that it stays the same when the
    /// plan changes. Each part is kept apart from the others whatever characters it has.
    fn uid(&self, parts: &[String]) -> String {
        let parts = [&self.roster.id].into_iter().chain(parts);
        let parts: Vec<String> = parts.map(|part| plain(part)).collect();
        format!("{}@leerteam", parts.join("/"))
    }

    /// Seconds since 2020.
    ///
    /// A calendar that has an event with this UID keeps the one with the higher SEQUENCE (RFC 5546,
    /// section 2.1.5), and only where they are equal the one with the later DTSTAMP; Outlook and Google
    /// look at nothing else. This program does not know what it wrote before, perhaps elsewhere, so it
    /// cannot count; the clock makes sure that what is written later counts higher. From 1970 the
    /// seconds would pass the largest integer of iCalendar in 2038; these do so in 2088.
    fn sequence(&self) -> i64 {
        let since_2020 = self.written.timestamp() - 1_577_836_800;
        since_2020.clamp(0, i64::from(i32::MAX))
    }

    fn text(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.messages.text(key, arguments)
    }
}

/// A moment of UTC in a calendar.
const UTC: &str = "%Y%m%dT%H%M%SZ";

/// A local moment in a calendar; 24:00 is the start of the next day.
fn moment(date: NaiveDate, clock: Clock) -> String {
    let moment: NaiveDateTime =
        date.and_time(NaiveTime::MIN) + Duration::minutes(clock.minutes().into());
    moment.format("%Y%m%dT%H%M%S").to_string()
}

/// An id in which whatever could be taken for something else is written as the numbers of its bytes.
fn plain(id: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => {
            char::from(byte).to_string()
        }
        byte => format!("%{byte:02X}"),
    };
    id.bytes().map(byte).collect()
}
