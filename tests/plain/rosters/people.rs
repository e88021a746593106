//! Random participants and supervisors.

use std::collections::BTreeMap;

use attribute_value::Value;
use leerteam::wire::v1::*;

use super::places::{FIELDS, PROFESSIONS};
use super::{Draw, Maker, name};

/// Gives most commitments an id of their own; the others go by their place.
pub fn numbered(draw: &mut Draw, mut list: Vec<Commitment>, kind: char) -> Vec<Commitment> {
    for (number, commitment) in (1..).zip(&mut list) {
        if draw.chance(0.7) {
            commitment.id = format!("{kind}c{number}");
        }
    }
    list
}

impl Maker {
    pub(super) fn commitment(&mut self, kind: CommitmentKind) -> Commitment {
        let flexibility = if self.draw.chance(0.5) { self.draw.int(1..=3) } else { 0 };
        Commitment {
            id: String::new(),
            name: name(&mut self.draw, "duty"),
            kind: kind.into(),
            window: Some(self.times.window(&mut self.draw)),
            location_id: self.draw.maybe(&self.ids.locations, 0.75),
            flexibility,
        }
    }

    fn own_commitments(&mut self) -> Vec<Commitment> {
        let kinds = [
            CommitmentKind::Lesson,
            CommitmentKind::Internship,
            CommitmentKind::Internship,
            CommitmentKind::Work,
            CommitmentKind::Other,
        ];
        let mut list = Vec::new();
        for _ in 0..self.draw.int(0..=3) {
            let kind = self.draw.pick(&kinds);
            list.push(self.commitment(kind));
        }
        if self.draw.chance(0.2) {
            list.extend(self.rotation());
        }
        numbered(&mut self.draw, list, 'c')
    }

    /// Duty at one place, and from some date on at another.
    fn rotation(&mut self) -> [Commitment; 2] {
        let turn = self.draw.int(5..=self.times.days - 5);
        let mut first = self.commitment(CommitmentKind::Internship);
        let mut second =
            Commitment { location_id: self.draw.pick(&self.ids.locations), ..first.clone() };
        let valid = |commitment: &mut Commitment, from, to| {
            let window = commitment.window.get_or_insert_default();
            (window.valid_from, window.valid_to) = (from, to);
        };
        valid(&mut first, String::new(), self.times.date(turn - 1));
        valid(&mut second, self.times.date(turn), String::new());
        [first, second]
    }

    pub(super) fn participant(
        &mut self,
        id: &str,
        environments: &[LearningEnvironment],
    ) -> Participant {
        let studies = self.draw.chance(0.7);
        // What is the programme's can be stated over it; without one it must be stated.
        let own = if studies { 0.1 } else { 0.85 };
        let text = |draw: &mut Draw, from: &[&str]| {
            if draw.chance(own) { draw.pick(from).to_owned() } else { String::new() }
        };
        let commitments = self.own_commitments();
        Participant {
            id: id.into(),
            name: name(&mut self.draw, id),
            programme_id: self.draw.maybe(&self.ids.programmes, if studies { 1.0 } else { 0.0 }),
            study_year: if self.draw.chance(0.3) { self.draw.int(1..=5) } else { 0 },
            cohort_id: self.draw.maybe(&self.ids.cohorts, if studies { 0.6 } else { 0.1 }),
            internship_periods: self.internship_periods(),
            exceptions: self.exceptions(&commitments),
            commitments,
            attributes: self.attributes(),
            theme_preferences: self.theme_preferences(),
            pins: self.draw.chance(0.4).then(|| self.pins(environments)),
            organisation_id: self.draw.maybe(&self.ids.organisations, own),
            profession: text(&mut self.draw, &PROFESSIONS),
            field: text(&mut self.draw, &FIELDS),
        }
    }

    fn internship_periods(&mut self) -> Vec<InternshipPeriod> {
        let mut periods = Vec::new();
        if self.draw.chance(0.4) {
            for _ in 0..self.draw.int(1..=2) {
                let first = self.draw.int(-3..=self.times.days - 1);
                let last = first + self.draw.int(0..=self.times.days);
                let (first_date, last_date) = (self.times.date(first), self.times.date(last));
                periods.push(InternshipPeriod { first_date, last_date });
            }
        }
        periods
    }

    fn exceptions(&mut self, commitments: &[Commitment]) -> Vec<DatedException> {
        // Of the participant and of the class, with an id and by place.
        let mut known = vec!["1".to_owned(), "2".into(), "kc1".into(), "kc2".into()];
        known.extend(commitments.iter().map(|c| c.id.clone()).filter(|id| !id.is_empty()));
        let mut exceptions = Vec::new();
        for _ in 0..self.draw.int(0..=2) {
            let (first_date, last_date) = self.times.dates(&mut self.draw, 10);
            let mut exception = DatedException { first_date, last_date, ..Default::default() };
            if self.draw.chance(0.5) {
                exception.kind = ExceptionKind::Absent.into();
                (exception.start_time, exception.end_time) = self.part_of_day();
            } else {
                exception.kind = ExceptionKind::Free.into();
                if self.draw.chance(0.6) {
                    exception.commitment_ids = self.draw.named(&known, 0.5);
                }
            }
            exceptions.push(exception);
        }
        exceptions
    }

    /// From and to, each of which may be left out.
    fn part_of_day(&mut self) -> (String, String) {
        let window = self.times.window(&mut self.draw);
        let mut stated = |time| if self.draw.chance(0.5) { time } else { String::new() };
        let (start, end) = (stated(window.start_time), stated(window.end_time));
        (start, end)
    }

    fn attributes(&mut self) -> BTreeMap<String, AttributeValue> {
        let draw = &mut self.draw;
        let mut attributes = BTreeMap::new();
        if draw.chance(0.7) {
            attributes.insert("language", Value::Text(draw.pick(&["nl", "tr", "ar"]).into()));
        }
        if draw.chance(0.7) {
            attributes.insert("experience", Value::Number(draw.int(-3..=20)));
        }
        if draw.chance(0.5) {
            // One name, of which some have a text and others a number.
            let either = [Value::Number(draw.int(1..=10)), Value::Text("good".into())];
            attributes.insert("rating", draw.pick(&either));
        }
        let of =
            |(name, value): (&str, Value)| (name.into(), AttributeValue { value: Some(value) });
        attributes.into_iter().map(of).collect()
    }

    fn theme_preferences(&mut self) -> Vec<String> {
        if self.ids.themes.is_empty() || self.draw.chance(0.4) {
            return vec![];
        }
        // Now and then a theme is named twice.
        (0..self.draw.int(1..=3)).map(|_| self.draw.pick(&self.ids.themes)).collect()
    }

    fn pins(&mut self, environments: &[LearningEnvironment]) -> ParticipantPins {
        let environment = self.draw.pick(environments);
        let teams: Vec<String> = environment.teams.iter().map(|team| team.id.clone()).collect();
        let never = if self.draw.chance(0.4) { self.draw.int(1..=2) } else { 0 };
        ParticipantPins {
            environment_id: self.draw.maybe(&[environment.id], 0.3),
            team_id: self.draw.maybe(&teams, 0.3),
            never: (0..never).map(|_| self.times.window(&mut self.draw)).collect(),
        }
    }

    pub(super) fn supervisor(&mut self, id: &str) -> Supervisor {
        let absences = (0..self.draw.int(0..=2)).map(|_| self.absence()).collect();
        let minutes = self.draw.pick(&[0, 30, 60, 90, 120, 240, 480]);
        let most = self.draw.int(0..=2);
        Supervisor {
            id: id.into(),
            name: name(&mut self.draw, id),
            sides: self.draw.pick(&[vec![1], vec![2], vec![1, 2], vec![2, 1, 2]]),
            organisation_ids: self.draw.named(&self.ids.organisations, 0.4),
            fields: self.draw.named(&FIELDS.map(str::to_owned), 0.4),
            availability: self.availability(),
            absences,
            minutes_per_week: self.draw.chance(0.6).then_some(minutes),
            max_teams: self.draw.chance(0.3).then_some(most),
            location_ids: self.draw.named(&self.ids.locations, 0.3),
            willingness: self.draw.int(0..=3),
        }
    }

    /// Windows that adjoin, overlap, or leave a gap.
    fn availability(&mut self) -> Vec<Window> {
        let noon = self.draw.int(20..=28) * 30;
        let next = noon + self.draw.pick(&[-60, 0, 0, 15]);
        let mut availability = self.times.both_days(self.draw.int(7..=9) * 60, noon);
        availability.extend(self.times.both_days(next, self.draw.int(15..=24) * 60));
        availability.push(self.times.window(&mut self.draw));
        let gone = self.draw.int(0..=3);
        (0..gone).for_each(|_| drop(availability.remove(0)));
        availability
    }

    fn absence(&mut self) -> Absence {
        let (first_date, last_date) = self.times.dates(&mut self.draw, 7);
        let (start_time, end_time) = self.part_of_day();
        Absence { first_date, last_date, start_time, end_time }
    }
}
