//! Participants and supervisors of a setting.

use chrono::Weekday;
use leerteam::roster::Side;
use leerteam::wire::v1;

use super::Setting;
use super::parts::{commitment, times, window, wire_side};

impl Setting {
    /// Adds a participant without a programme, of a profession (none if empty).
    pub fn participant(mut self, id: &str, profession: &str) -> Setting {
        let (id, profession) = (id.into(), profession.into());
        let participant = v1::Participant { id, profession, ..v1::Participant::default() };
        self.wire.participants.push(participant);
        self
    }

    /// Adds participants alike.
    pub fn participants(self, ids: &[&str], profession: &str) -> Setting {
        ids.iter().fold(self, |setting, id| setting.participant(id, profession))
    }

    /// Adds a participant who follows a programme.
    pub fn student(self, id: &str, programme: &str) -> Setting {
        self.participant(id, "").who(|student| student.programme_id = programme.into())
    }

    /// Adds a programme.
    pub fn programme(mut self, id: &str, institution: &str, level: i32, name: &str) -> Setting {
        self.wire.programmes.push(v1::Programme {
            id: id.into(),
            institution_id: institution.into(),
            level,
            profession: name.into(),
            field: "education".into(),
            ..v1::Programme::default()
        });
        self
    }

    /// Adds a class of a programme with its lessons; the last participant joins it.
    pub fn cohort(mut self, id: &str, programme: &str, lessons: Vec<v1::Commitment>) -> Setting {
        self.wire.cohorts.push(v1::Cohort {
            id: id.into(),
            programme_id: programme.into(),
            commitments: lessons,
            ..v1::Cohort::default()
        });
        self.who(|participant| participant.cohort_id = id.into())
    }

    /// Changes the last participant.
    pub fn who(mut self, change: impl FnOnce(&mut v1::Participant)) -> Setting {
        change(self.wire.participants.last_mut().expect("a participant"));
        self
    }

    /// Gives the last participant a commitment; an empty location is nowhere in particular.
    pub fn bound(
        self,
        kind: v1::CommitmentKind,
        weekday: Weekday,
        span: &str,
        location: &str,
    ) -> Setting {
        let bound = commitment(kind, weekday, span, location);
        self.who(|participant| participant.commitments.push(bound))
    }

    /// Gives the last participant internship duty, which may be left.
    pub fn duty(self, weekday: Weekday, span: &str, location: &str) -> Setting {
        self.bound(v1::CommitmentKind::Internship, weekday, span, location)
    }

    /// Gives the last participant a lesson, which is fixed.
    pub fn lesson(self, weekday: Weekday, span: &str, location: &str) -> Setting {
        self.bound(v1::CommitmentKind::Lesson, weekday, span, location)
    }

    /// Changes the last commitment of the last participant.
    pub fn which(self, change: impl FnOnce(&mut v1::Commitment)) -> Setting {
        self.who(|participant| change(participant.commitments.last_mut().expect("a commitment")))
    }

    /// Sets whether the last commitment of the last participant gives way.
    pub fn gives_way(self, flexibility: v1::Flexibility) -> Setting {
        self.which(|commitment| commitment.flexibility = flexibility.into())
    }

    /// Lets the last participant be there only from one date to another.
    pub fn there(self, first: &str, last: &str) -> Setting {
        let (first_date, last_date) = (first.into(), last.into());
        let period = v1::InternshipPeriod { first_date, last_date };
        self.who(|participant| participant.internship_periods.push(period))
    }

    /// Makes the last participant absent on a date, for a stretch such as `09:00-10:00`; all day if
    /// it is empty.
    pub fn absent(self, date: &str, span: &str) -> Setting {
        let (start_time, end_time) = if span.is_empty() { Default::default() } else { times(span) };
        let exception = v1::DatedException {
            first_date: date.into(),
            kind: v1::ExceptionKind::Absent.into(),
            start_time,
            end_time,
            ..v1::DatedException::default()
        };
        self.who(|participant| participant.exceptions.push(exception))
    }

    /// Frees the last participant of commitments on a date; of all of them if none is named.
    pub fn free(self, date: &str, commitments: &[&str]) -> Setting {
        let exception = v1::DatedException {
            first_date: date.into(),
            kind: v1::ExceptionKind::Free.into(),
            commitment_ids: super::texts(commitments),
            ..v1::DatedException::default()
        };
        self.who(|participant| participant.exceptions.push(exception))
    }

    /// Changes the decisions that are taken for the last participant.
    pub fn pinned(self, change: impl FnOnce(&mut v1::ParticipantPins)) -> Setting {
        self.who(|participant| change(participant.pins.get_or_insert_default()))
    }

    /// Adds a supervisor who is available at any time of a Tuesday.
    pub fn supervisor(mut self, id: &str, side: Side) -> Setting {
        self.wire.supervisors.push(v1::Supervisor {
            id: id.into(),
            sides: vec![wire_side(side).into()],
            availability: vec![window(Weekday::Tue, "00:00-24:00")],
            ..v1::Supervisor::default()
        });
        self
    }

    /// Changes the last supervisor.
    pub fn by(mut self, change: impl FnOnce(&mut v1::Supervisor)) -> Setting {
        change(self.wire.supervisors.last_mut().expect("a supervisor"));
        self
    }

    /// Lets the last supervisor be available in these windows only.
    pub fn available(self, windows: &[(Weekday, &str)]) -> Setting {
        let windows = windows.iter().map(|&(weekday, span)| window(weekday, span)).collect();
        self.by(|supervisor| supervisor.availability = windows)
    }

    /// Makes the last supervisor absent on a date, for a stretch such as `09:00-10:00`; all day if
    /// it is empty.
    pub fn away(self, date: &str, span: &str) -> Setting {
        let (start_time, end_time) = if span.is_empty() { Default::default() } else { times(span) };
        let absence =
            v1::Absence { first_date: date.into(), start_time, end_time, ..Default::default() };
        self.by(|supervisor| supervisor.absences.push(absence))
    }
}
