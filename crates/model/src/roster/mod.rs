//! The input of one planning round, with every reference resolved.
//!
//! A [`Roster`] is made from a `leerteam.v1.Roster` by the wire, which refuses what cannot be
//! read; everything here is well formed. References are places in the roster's lists.

mod admission;
mod base;
mod environment;
mod finding;
mod indices;
mod limits;
mod people;
mod period;
mod place;
mod settings;
mod time;
mod weeks;
mod word;

use std::borrow::Cow;
use std::collections::BTreeSet;

use index_vec::{IndexVec, index_vec};

pub use admission::Admitting;
pub use base::BaseTeam;
pub use environment::{
    Admission, GivenTeam, LearningEnvironment, MeetingForm, MeetingMode, SlotPin, SupervisionNeed,
    Wish, WishKind,
};
pub use finding::{CellPlace, Code, Finding, Findings, Severity};
pub use indices::{
    CohortIx, EnvironmentIx, GivenTeamIx, LocationIx, OrganisationIx, ParticipantIx, ProgrammeIx,
    RoomIx, SupervisorIx, TeamIx, ThemeIx,
};
pub use limits::{LIMITS, Limit};
pub use people::{
    Absence, Attribute, Cohort, Commitment, CommitmentKind, Exception, Flexibility, LevelGroup,
    Participant, Pins, Programme, Side, Supervisor, Willingness,
};
pub use period::{Closure, Day, PlanningPeriod, iso_date};
pub use place::{Location, Organisation, Room, Travel};
pub use settings::{Mode, RuleSetting, SettingLayer};
pub use time::{Clock, Span, WeekPattern, Window};
pub use weeks::Weeks;
pub use word::{folded, is_near, most_alike};

/// Attributes that need no value of the participant's own (docs/model.md section 2).
pub const BUILT_IN_ATTRIBUTES: [&str; 6] =
    ["profession", "field", "programme", "institution", "level-group", "study-year"];

/// All input of one planning round.
#[derive(Clone, Debug)]
pub struct Roster {
    /// Name of the roster.
    pub id: String,
    /// First and last date, time zone and closures.
    pub period: PlanningPeriod,
    /// Education institutions and practice organisations.
    pub organisations: IndexVec<OrganisationIx, Organisation>,
    /// Where people are and teams meet.
    pub locations: IndexVec<LocationIx, Location>,
    /// Travel times.
    pub travel: Travel,
    /// Programmes.
    pub programmes: IndexVec<ProgrammeIx, Programme>,
    /// Classes that share lessons.
    pub cohorts: IndexVec<CohortIx, Cohort>,
    /// Subjects a team can work on: id and name.
    pub themes: IndexVec<ThemeIx, (String, String)>,
    /// Everyone to be placed in a team.
    pub participants: IndexVec<ParticipantIx, Participant>,
    /// Everyone who can supervise.
    pub supervisors: IndexVec<SupervisorIx, Supervisor>,
    /// The places and rules for teams.
    pub environments: IndexVec<EnvironmentIx, LearningEnvironment>,
    /// Who should be together or apart.
    pub wishes: Vec<Wish>,
    /// Settings of rules for the whole roster.
    pub rules: SettingLayer,
    /// The teams of the plan that is in force; empty if there is none.
    pub base: Vec<BaseTeam>,
}

impl Roster {
    /// All commitments of a participant: the participant's own and those of the cohort.
    pub fn commitments(&self, participant: ParticipantIx) -> impl Iterator<Item = &Commitment> {
        let participant = &self.participants[participant];
        let cohort = participant.cohort.map(|cohort| self.cohorts[cohort].commitments.as_slice());
        participant.commitments.iter().chain(cohort.unwrap_or_default())
    }

    /// Locations of internship duty and work (docs/model.md section 2).
    pub fn internship_locations(
        &self,
        participant: ParticipantIx,
    ) -> impl Iterator<Item = LocationIx> {
        let at_work =
            |c: &&Commitment| matches!(c.kind, CommitmentKind::Internship | CommitmentKind::Work);
        self.commitments(participant).filter(at_work).filter_map(|c| c.location)
    }

    /// Whether an environment admits a participant (docs/model.md section 2).
    pub fn admits(&self, environment: EnvironmentIx, participant: ParticipantIx) -> bool {
        let admission = &self.environments[environment].admission;
        if admission.participants.binary_search(&participant).is_ok() {
            return true;
        }
        let programme = self.participants[participant].programme;
        let at = |wanted: &[LocationIx]| {
            wanted.is_empty() || self.internship_locations(participant).any(|l| wanted.contains(&l))
        };
        let near = |wanted: &[String]| {
            let near = |l: LocationIx| wanted.contains(&self.locations[l].neighbourhood);
            wanted.is_empty() || self.internship_locations(participant).any(near)
        };
        let follows = admission.programmes.is_empty()
            || programme.is_some_and(|p| admission.programmes.contains(&p));
        admission.has_criteria()
            && follows
            && at(&admission.internship_locations)
            && near(&admission.neighbourhoods)
    }

    /// A participant's institution: that of the programme, else the participant's organisation.
    pub fn institution(&self, participant: ParticipantIx) -> Option<OrganisationIx> {
        let participant = &self.participants[participant];
        let programme = participant.programme.map(|programme| &self.programmes[programme]);
        programme.map(|programme| programme.institution).or(participant.organisation)
    }

    /// A participant's value of an attribute (docs/model.md section 2), if there is one.
    pub fn attribute<'r>(&'r self, participant: ParticipantIx, name: &str) -> Option<Cow<'r, str>> {
        let person = &self.participants[participant];
        let programme = person.programme.map(|programme| &self.programmes[programme]);
        let own_or = |own: &'r String, of: fn(&Programme) -> &String| {
            let value = if own.is_empty() { of(programme?) } else { own };
            (!value.is_empty()).then_some(value.as_str())
        };
        let text = match name {
            "profession" => own_or(&person.profession, |programme| &programme.profession),
            "field" => own_or(&person.field, |programme| &programme.field),
            "programme" => Some(programme?.id.as_str()),
            "institution" => Some(self.organisations[self.institution(participant)?].id.as_str()),
            "level-group" => Some(programme?.level_group.as_str()),
            "study-year" => match self.study_year(participant) {
                0 => None,
                year => return Some(year.to_string().into()),
            },
            name => match person.attributes.get(name)? {
                Attribute::Text(text) => Some(text.as_str()),
                Attribute::Number(_) => None,
            },
        };
        text.map(Cow::Borrowed)
    }

    /// A participant's number attribute, if there is one.
    pub fn number(&self, participant: ParticipantIx, name: &str) -> Option<i64> {
        match self.participants[participant].attributes.get(name)? {
            Attribute::Number(number) => Some(i64::from(*number)),
            Attribute::Text(_) => None,
        }
    }

    /// Year of study: the participant's own, else the cohort's; 0 if not stated.
    pub fn study_year(&self, participant: ParticipantIx) -> u32 {
        let person = &self.participants[participant];
        let cohort = person.cohort.map_or(0, |cohort| self.cohorts[cohort].study_year);
        if person.study_year == 0 { cohort } else { person.study_year }
    }

    /// Each participant's admitting environments.
    pub fn admissions(&self) -> IndexVec<ParticipantIx, Vec<EnvironmentIx>> {
        let mut admitting = Admitting::new(self);
        let participants = self.participants.indices();
        participants.map(|participant| admitting.environments(participant)).collect()
    }

    /// The participants whom each environment admits, in order.
    pub fn admitted(&self) -> IndexVec<EnvironmentIx, Vec<ParticipantIx>> {
        let mut admitting = Admitting::new(self);
        let mut admitted = index_vec![Vec::new(); self.environments.len()];
        for participant in self.participants.indices() {
            for environment in admitting.environments(participant) {
                admitted[environment].push(participant);
            }
        }
        admitted
    }

    /// Names of text attributes that some participant has, beside the built-in ones.
    pub fn attribute_names(&self) -> BTreeSet<&str> {
        self.names(|value| matches!(value, Attribute::Text(_)))
    }

    /// Names of number attributes that some participant has.
    pub fn number_names(&self) -> BTreeSet<&str> {
        self.names(|value| matches!(value, Attribute::Number(_)))
    }

    fn names(&self, is_meant: fn(&Attribute) -> bool) -> BTreeSet<&str> {
        let all = self.participants.iter().flat_map(|p| &p.attributes);
        all.filter(|(_, value)| is_meant(value)).map(|(name, _)| name.as_str()).collect()
    }
}
