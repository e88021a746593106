//! What a plan asks of each organisation: its own people and places, without the names of others' people.

use std::collections::BTreeSet;

use rust_xlsxwriter::XlsxError;

use crate::plan_sheets::organisation_sheets;
use crate::sheets::workbook;
use crate::{File, file_names};
use leerteam_messages::Messages;
use leerteam_model::check::Report;
use leerteam_model::roster::{
    Commitment, CommitmentKind, LocationIx, OrganisationIx, ParticipantIx, Roster, SupervisorIx,
};
use leerteam_wire::{v1, write_report};

/// What is an organisation's own.
#[derive(Clone, Debug)]
pub struct Own {
    /// The organisation.
    pub organisation: OrganisationIx,
    /// Participants whose institution it is, and those with internship duty or work at a location of it.
    pub participants: BTreeSet<ParticipantIx>,
    /// Its supervisors.
    pub supervisors: BTreeSet<SupervisorIx>,
    /// Its locations.
    pub locations: BTreeSet<LocationIx>,
}

impl Own {
    /// What is an organisation's own in a roster.
    pub fn of(roster: &Roster, organisation: OrganisationIx) -> Own {
        let is_own =
            |location: LocationIx| roster.locations[location].organisation == Some(organisation);
        let takes_part = |&participant: &ParticipantIx| {
            roster.institution(participant) == Some(organisation)
                || roster.internship_locations(participant).any(is_own)
        };
        let serves = |&supervisor: &SupervisorIx| {
            roster.supervisors[supervisor].organisations.contains(&organisation)
        };
        Own {
            organisation,
            participants: roster.participants.indices().filter(takes_part).collect(),
            supervisors: roster.supervisors.indices().filter(serves).collect(),
            locations: roster.locations.indices().filter(|&at| is_own(at)).collect(),
        }
    }

    /// Whether it is for the organisation to move or to spare a participant's commitment: duty and work at a location
    /// of it, and whatever else those have of whom it is the institution.
    pub fn arranges(
        &self,
        roster: &Roster,
        participant: ParticipantIx,
        commitment: &Commitment,
    ) -> bool {
        let is_duty = matches!(commitment.kind, CommitmentKind::Internship | CommitmentKind::Work);
        match commitment.location.filter(|_| is_duty) {
            Some(location) => self.locations.contains(&location),
            None => roster.institution(participant) == Some(self.organisation),
        }
    }

    /// The roster with a description in place of the name of everyone else.
    fn known(&self, roster: &Roster, messages: &Messages) -> Roster {
        let mut known = roster.clone();
        let organisation = |at: OrganisationIx| roster.organisations[at].name.as_str();
        let somebody = |of: Vec<&str>| match of.join(", ") {
            of if of.is_empty() => messages.text("other-person", &[]),
            of => messages.text("other-person-of", &[("of", &of)]),
        };
        for (at, participant) in known.participants.iter_mut_enumerated() {
            if !self.participants.contains(&at) {
                let programme = roster.participants[at].programme;
                let programme = programme.map(|at| roster.programmes[at].name.as_str());
                let institution = roster.institution(at).map(organisation);
                participant.name = somebody(programme.into_iter().chain(institution).collect());
            }
        }
        for (at, supervisor) in known.supervisors.iter_mut_enumerated() {
            if !self.supervisors.contains(&at) {
                supervisor.name =
                    somebody(supervisor.organisations.iter().map(|&at| organisation(at)).collect());
            }
        }
        known
    }

    /// Leaves of a plan the teams in which the organisation has a part, and what is about these or its people.
    fn part_of(&self, roster: &Roster, plan: &mut v1::Plan) {
        let participants = self.participants.iter().map(|&at| roster.participants[at].id.as_str());
        let participants: BTreeSet<&str> = participants.collect();
        let supervisors = self.supervisors.iter().map(|&at| roster.supervisors[at].id.as_str());
        let supervisors: BTreeSet<&str> = supervisors.collect();
        let locations = self.locations.iter().map(|&at| roster.locations[at].id.as_str());
        let locations: BTreeSet<&str> = locations.collect();
        plan.teams.retain(|team| {
            team.members.iter().any(|member| participants.contains(member.participant_id.as_str()))
                || team.supervisors.iter().any(|of| supervisors.contains(of.supervisor_id.as_str()))
                || team
                    .slot
                    .as_ref()
                    .is_some_and(|slot| locations.contains(slot.location_id.as_str()))
        });
        let teams: BTreeSet<&str> = plan.teams.iter().map(|team| team.id.as_str()).collect();
        plan.left_over.retain(|left| participants.contains(left.participant_id.as_str()));
        plan.broken_requirements.retain(|broken| {
            match (broken.participant_id.as_str(), broken.supervisor_id.as_str()) {
                ("", "") => teams.contains(broken.team_id.as_str()),
                (participant, supervisor) => {
                    participants.contains(participant) || supervisors.contains(supervisor)
                }
            }
        });
        plan.supervisor_loads.retain(|load| supervisors.contains(load.supervisor_id.as_str()));
    }
}

/// A folder for each organisation that has people, or a location where a team meets: `organisations/<id>/plan.xlsx`
/// and `organisations/<id>/calendars/<location>.ics`, with ids as [`file_names`] has them. `calendars` are those
/// of the whole plan, as [`calendars`](crate::calendars) makes them.
///
/// # Errors
/// If a sheet is larger than a workbook can hold.
pub fn organisation_files(
    roster: &Roster,
    report: &Report,
    messages: &Messages,
    calendars: &[File],
) -> Result<Vec<File>, XlsxError> {
    let names = file_names(roster.organisations.iter().map(|of| of.id.as_str()));
    let locations = file_names(roster.locations.iter().map(|of| of.id.as_str()));
    let mut files = Vec::new();
    for (organisation, name) in roster.organisations.indices().zip(names) {
        let own = Own::of(roster, organisation);
        let known = own.known(roster, messages);
        let mut plan = write_report(&known, report, messages);
        own.part_of(&known, &mut plan);
        let has_people = !own.participants.is_empty() || !own.supervisors.is_empty();
        if !has_people && plan.teams.is_empty() {
            continue;
        }
        let content = workbook(&organisation_sheets(&known, &plan, &own, messages))?;
        files.push(File { path: format!("organisations/{name}/plan.xlsx"), content });
        for &location in &own.locations {
            let location = &locations[location.index()];
            let path = format!("calendars/locations/{location}.ics");
            let calendar = calendars.iter().find(|file| file.path == path);
            let path = format!("organisations/{name}/calendars/{location}.ics");
            files.extend(calendar.map(|file| File { path, content: file.content.clone() }));
        }
    }
    Ok(files)
}
