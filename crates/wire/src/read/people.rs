//! Reads participants, supervisors and their commitments.

use super::or;
use super::path::Path;
use super::places::to_side;
use super::reader::Reader;
use crate::v1;
use leerteam_model::roster::{
    Absence, Attribute, Code, Commitment, CommitmentKind, Exception, Flexibility, LIMITS,
    Participant, Pins, Side, Supervisor, ThemeIx, Willingness,
};

/// A supervisor's time where nothing is stated, in minutes a week.
const MINUTES_PER_WEEK: i32 = 120;
/// Minutes of a week.
const WEEK: u64 = 7 * 24 * 60;

impl Reader {
    pub(super) fn commitments(&mut self, at: &Path, wire: &[v1::Commitment]) -> Vec<Commitment> {
        let mut commitments = self.each_own(at, "commitments", wire, Reader::commitment);
        for (place, commitment) in commitments.iter_mut().enumerate() {
            if commitment.id.is_empty() {
                commitment.id = (place + 1).to_string();
            }
        }
        let list = at.field("commitments").to_string();
        self.unique(&list, commitments.iter().map(|commitment| commitment.id.as_str()));
        commitments
    }

    fn commitment(&mut self, at: &Path, wire: &v1::Commitment) -> Commitment {
        let kind = match self.required(&at.field("kind"), wire.kind) {
            Some(v1::CommitmentKind::Lesson) => CommitmentKind::Lesson,
            Some(v1::CommitmentKind::Internship) => CommitmentKind::Internship,
            Some(v1::CommitmentKind::Work) => CommitmentKind::Work,
            _ => CommitmentKind::Other,
        };
        let flexibility = match self.stated(&at.field("flexibility"), wire.flexibility) {
            Some(v1::Flexibility::Fixed) => Flexibility::Fixed,
            Some(v1::Flexibility::Movable) => Flexibility::Movable,
            Some(v1::Flexibility::Leavable) => Flexibility::Leavable,
            _ if kind == CommitmentKind::Internship => Flexibility::Leavable,
            _ => Flexibility::Fixed,
        };
        Commitment {
            id: wire.id.clone(),
            name: wire.name.clone(),
            kind,
            window: self.required_window(&at.field("window"), wire.window.as_ref()),
            location: self.reference(&at.field("locationId"), &wire.location_id),
            flexibility,
        }
    }

    pub(super) fn participant(&mut self, at: &Path, wire: &v1::Participant) -> Participant {
        let organisation = at.field("organisationId");
        Participant {
            id: wire.id.clone(),
            name: or(&wire.name, &wire.id),
            programme: self.reference(&at.field("programmeId"), &wire.programme_id),
            study_year: self.number(&at.field("studyYear"), wire.study_year, 0, 12),
            cohort: self.reference(&at.field("cohortId"), &wire.cohort_id),
            internship_periods: self.each_own(
                at,
                "internshipPeriods",
                &wire.internship_periods,
                |reader, at, wire| {
                    if wire.last_date.is_empty() {
                        reader.findings.add(Code::Missing, at.field("lastDate"), "");
                    }
                    reader.dates(at, &wire.first_date, &wire.last_date)
                },
            ),
            commitments: self.commitments(at, &wire.commitments),
            exceptions: self
                .each_own(at, "exceptions", &wire.exceptions, Reader::exception)
                .into_iter()
                .flatten()
                .collect(),
            attributes: self.attributes(at, wire),
            theme_preferences: self.theme_preferences(at, wire),
            pins: self.pins(&at.field("pins"), wire.pins.as_ref()),
            organisation: self.reference(&organisation, &wire.organisation_id),
            profession: self.word("profession", &at.field("profession"), &wire.profession),
            field: self.word("field", &at.field("field"), &wire.field),
        }
    }

    fn attributes(
        &mut self,
        at: &Path,
        wire: &v1::Participant,
    ) -> std::collections::BTreeMap<String, Attribute> {
        let list = at.field("attributes");
        let mut attributes = std::collections::BTreeMap::new();
        for (name, value) in &wire.attributes {
            if name.trim().is_empty() {
                // Without a name nothing can look at it.
                self.findings.add(Code::Missing, list.field("\"\""), "");
                continue;
            }
            let field = list.field(name);
            let known = self.attribute_name(name);
            let value = match &value.value {
                None => {
                    self.findings.add(Code::Missing, field, "");
                    continue;
                }
                Some(v1::attribute_value::Value::Text(text)) => {
                    let text = self.required_word(&format!("attributes.{known}"), &field, text);
                    Attribute::Text(text)
                }
                Some(v1::attribute_value::Value::Number(number)) => Attribute::Number(*number),
            };
            if attributes.insert(known.clone(), value).is_some() {
                let first = vec![("first", list.field(&known).to_string())];
                self.findings.add_with(Code::DuplicateId, field, name, first);
            }
        }
        attributes
    }

    /// Themes, each where it is named first.
    fn theme_preferences(&mut self, at: &Path, wire: &v1::Participant) -> Vec<ThemeIx> {
        let at = at.field("themePreferences");
        let named = self.references(&at, &wire.theme_preferences);
        let mut themes = Vec::with_capacity(named.len());
        for theme in named {
            if !themes.contains(&theme) {
                themes.push(theme);
            }
        }
        themes
    }

    fn exception(&mut self, at: &Path, wire: &v1::DatedException) -> Option<Exception> {
        let (from, to) = self.dates(at, &wire.first_date, &wire.last_date);
        match self.required(&at.field("kind"), wire.kind)? {
            v1::ExceptionKind::Free => {
                Some(Exception::Free { from, to, commitments: wire.commitment_ids.clone() })
            }
            _ => {
                let span = self.span_or_day(at, &wire.start_time, &wire.end_time);
                Some(Exception::Absent(Absence { from, to, span }))
            }
        }
    }

    fn pins(&mut self, at: &Path, wire: Option<&v1::ParticipantPins>) -> Pins {
        let Some(wire) = wire else { return Pins::default() };
        let environment = self.reference(&at.field("environmentId"), &wire.environment_id);
        let team = self.teams.get(&wire.team_id).copied();
        if team.is_none() && !wire.team_id.is_empty() {
            let details = vec![("list", "environments[].teams".to_owned())];
            let field = at.field("teamId");
            self.findings.add_with(Code::UnknownReference, field, &wire.team_id, details);
        }
        if let (Some(environment), Some((of, _))) = (environment, team)
            && environment != of
        {
            let other = vec![("other", at.field("environmentId").to_string())];
            let field = at.field("teamId");
            self.findings.add_with(Code::Contradiction, field, &wire.team_id, other);
        }
        Pins { environment, team, never: self.each_own(at, "never", &wire.never, Reader::window) }
    }

    pub(super) fn supervisor(&mut self, at: &Path, wire: &v1::Supervisor) -> Supervisor {
        if wire.sides.is_empty() {
            self.findings.add(Code::Missing, at.field("sides"), "");
        }
        let sides = self.each_own(at, "sides", &wire.sides, |reader, at, &side| {
            reader.required(at, side).map(to_side)
        });
        let mut sides: Vec<Side> = sides.into_iter().flatten().collect();
        sides.sort_unstable();
        sides.dedup();
        let organisations = at.field("organisationIds");
        let time = wire.minutes_per_week.unwrap_or(MINUTES_PER_WEEK);
        let most = LIMITS.teams.at_most;
        Supervisor {
            id: wire.id.clone(),
            name: or(&wire.name, &wire.id),
            sides,
            organisations: self.references(&organisations, &wire.organisation_ids),
            fields: self.words("field", &at.field("fields"), &wire.fields),
            availability: self.each_own(at, "availability", &wire.availability, Reader::window),
            absences: self.each_own(at, "absences", &wire.absences, Reader::absence),
            minutes_per_week: self.number(&at.field("minutesPerWeek"), time, 0, WEEK),
            max_teams: wire.max_teams.map(|n| self.number(&at.field("maxTeams"), n, 0, most)),
            locations: self.references(&at.field("locationIds"), &wire.location_ids),
            willingness: match self.stated(&at.field("willingness"), wire.willingness) {
                Some(v1::Willingness::Willing) => Willingness::Willing,
                Some(v1::Willingness::Reluctant) => Willingness::Reluctant,
                _ => Willingness::Neutral,
            },
        }
    }

    fn absence(&mut self, at: &Path, wire: &v1::Absence) -> Absence {
        let (from, to) = self.dates(at, &wire.first_date, &wire.last_date);
        let span = self.span_or_day(at, &wire.start_time, &wire.end_time);
        Absence { from, to, span }
    }
}
