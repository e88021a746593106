//! Reads the decisions of a plan; all else in it is worked out again.

use std::collections::HashMap;

use chrono::Weekday;

use super::continued::continued;
use super::listed::Listed;
use super::or;
use super::path::Path;
use super::places::to_side;
use super::times::{LAST_OFFSET, to_weekday};
use crate::v1;
use leerteam_model::check::{Outcome, Proof, Report};
use leerteam_model::plan::{Cost, Plan, Slot, Team};
use leerteam_model::roster::{
    Clock, Code, EnvironmentIx, Finding, Findings, GivenTeamIx, LocationIx, ParticipantIx, Roster,
    SupervisorIx, ThemeIx,
};

/// Reads the teams of a plan for a roster.
///
/// # Errors
/// Everything that cannot be read.
pub fn read_plan(roster: &Roster, wire: &v1::Plan) -> Result<Plan, Vec<Finding>> {
    let mut reader = PlanReader::new(roster, false);
    let plan = reader.plan(&Path::root(), wire);
    if reader.findings.count() == 0 { Ok(plan) } else { Err(reader.findings.finish()) }
}

/// Reads the teams of a plan to start from, which may have been made for an earlier state of the roster: what
/// it names and is gone is left out with a warning. The findings hold an error where there is no plan, such as
/// one that has nobody of this roster.
pub fn read_start(roster: &Roster, wire: &v1::Plan) -> (Option<Plan>, Vec<Finding>) {
    let mut reader = PlanReader::new(roster, true);
    let root = Path::root();
    let at = root.field("startPlan");
    let plan = reader.plan(&at, wire);
    let mut findings = reader.findings;
    let is_empty = wire.teams.iter().all(|team| team.members.is_empty());
    if !is_empty && !findings.has_errors() && plan.teams.iter().all(|t| t.members.is_empty()) {
        findings = Findings::default();
        findings.add(Code::NothingOfThisRoster, at.field("teams"), "");
    }
    if !wire.roster_id.is_empty() && wire.roster_id != roster.id {
        let details = vec![("roster", roster.id.clone())];
        findings.add_with(Code::OtherRoster, at.field("rosterId"), &wire.roster_id, details);
    }
    ((!findings.has_errors()).then_some(plan), findings.finish())
}

/// Reads a plan with what is proven about it, and assesses it; all else that stands in it is not looked at.
///
/// # Errors
/// Everything that cannot be read, or a score beyond what is counted.
pub fn read_report(roster: &Roster, wire: &v1::Plan) -> Result<Report, Vec<Finding>> {
    let plan = read_plan(roster, wire)?;
    let proof = read_proof(wire).map_err(|finding| vec![*finding])?;
    Report::new(roster, plan, proof).map_err(|finding| vec![*finding])
}

/// What a plan says to be proven; nothing where it has no bound or does not say how the search ended.
fn read_proof(wire: &v1::Plan) -> Result<Option<Proof>, Box<Finding>> {
    let Some(bound) = &wire.bound else { return Ok(None) };
    let outcome = match wire.outcome() {
        v1::Outcome::Unspecified => return Ok(None),
        v1::Outcome::Proven => Outcome::Proven,
        v1::Outcome::Limit => Outcome::Limit,
        v1::Outcome::Cancelled => Outcome::Cancelled,
        v1::Outcome::Stalled => Outcome::Stalled,
        v1::Outcome::NumericalFailure => Outcome::NumericalFailure,
        v1::Outcome::InternalError => Outcome::InternalError,
    };
    let (broken, points) = (bound.broken_requirements().into(), bound.points().into());
    let seed = u32::try_from(wire.seed).map_err(|_| {
        let range = vec![("least", "0".to_owned()), ("most", u32::MAX.to_string())];
        Box::new(Finding::new(Code::OutOfRange, "seed", wire.seed, range))
    })?;
    Ok(Some(Proof { bound: Cost { broken, points }, outcome, seed }))
}

struct PlanReader<'a> {
    roster: &'a Roster,
    /// Whether it may be of an earlier state of the roster, so that what is gone is no error.
    is_earlier: bool,
    findings: Findings,
    /// For each list of the roster that plans refer to, the places of its ids.
    ids: HashMap<&'static str, HashMap<&'a str, usize>>,
}

fn places<'a>(ids: impl Iterator<Item = &'a String>) -> HashMap<&'a str, usize> {
    ids.enumerate().map(|(place, id)| (id.as_str(), place)).collect()
}

impl<'a> PlanReader<'a> {
    fn new(roster: &'a Roster, is_earlier: bool) -> PlanReader<'a> {
        PlanReader {
            roster,
            is_earlier,
            findings: Findings::default(),
            ids: HashMap::from([
                (ParticipantIx::LIST, places(roster.participants.iter().map(|x| &x.id))),
                (SupervisorIx::LIST, places(roster.supervisors.iter().map(|x| &x.id))),
                (EnvironmentIx::LIST, places(roster.environments.iter().map(|x| &x.id))),
                (LocationIx::LIST, places(roster.locations.iter().map(|x| &x.id))),
                (ThemeIx::LIST, places(roster.themes.iter().map(|x| &x.0))),
            ]),
        }
    }

    /// What an id is that the roster does not have.
    fn unknown(&self) -> Code {
        if self.is_earlier { Code::GoneSince } else { Code::UnknownReference }
    }

    fn plan(&mut self, at: &Path, wire: &v1::Plan) -> Plan {
        let list = at.field("teams");
        let mut ids = HashMap::new();
        let teams = wire.teams.iter().enumerate().filter_map(|(place, team)| {
            let at = list.index(place);
            match team.id.as_str() {
                "" => self.findings.add(Code::Missing, at.field("id"), ""),
                id => {
                    let first = *ids.entry(id).or_insert(place);
                    if first != place {
                        self.duplicate(&at.field("id"), id, list.index(first));
                    }
                }
            }
            self.team(&at, team)
        });
        Plan { teams: teams.collect() }
    }

    fn find<I: Listed>(&mut self, at: &Path, id: &str) -> Option<I> {
        let found = self.ids[I::LIST].get(id).copied().map(I::from);
        match (found, id.is_empty()) {
            (Some(_), _) => {}
            (None, true) => self.findings.add(Code::Missing, at, ""),
            (None, false) => {
                let details = vec![("list", I::LIST.to_owned())];
                self.findings.add_with(self.unknown(), at, id, details);
            }
        }
        found
    }

    fn duplicate(&mut self, at: &Path, id: &str, first: Path) {
        let first = vec![("first", first.to_string())];
        self.findings.add_with(Code::DuplicateId, at, id, first);
    }

    /// The team; none without its environment, which is a finding.
    fn team(&mut self, at: &Path, wire: &v1::Team) -> Option<Team> {
        let environment = at.field("environmentId");
        let environment = self.find(&environment, &wire.environment_id);
        let given = environment.and_then(|environment| self.given(at, environment, wire));
        let mut members = Vec::with_capacity(wire.members.len());
        let mut seen = HashMap::new();
        let list = at.field("members");
        for (place, member) in wire.members.iter().enumerate() {
            let entry = list.index(place);
            let id = entry.field("participantId");
            let Some(member) = self.find::<ParticipantIx>(&id, &member.participant_id) else {
                continue;
            };
            let first = *seen.entry(member).or_insert(place);
            if first == place {
                members.push(member);
            } else {
                let entry = list.index(first);
                self.duplicate(&id, &self.roster.participants[member].id, entry);
            }
        }
        let list = at.field("supervisors");
        let mut supervisors = Vec::with_capacity(wire.supervisors.len());
        for (place, supervisor) in wire.supervisors.iter().enumerate() {
            let entry = list.index(place);
            let id = entry.field("supervisorId");
            let found = self.find(&id, &supervisor.supervisor_id);
            let side = v1::Side::try_from(supervisor.side).unwrap_or_default();
            if side == v1::Side::Unspecified {
                self.findings.add(Code::Missing, entry.field("side"), "");
            }
            supervisors.extend(found.map(|found| (found, to_side(side))));
        }
        let theme =
            (!wire.theme_id.is_empty()).then(|| self.find(&at.field("themeId"), &wire.theme_id));
        let slot = self.slot(&at.field("slot"), wire.slot.as_ref());
        let environment = environment?;
        let given_teams = &self.roster.environments[environment].teams;
        Some(Team {
            id: given.map_or(&wire.id, |given| &given_teams[given].id).clone(),
            name: or(&wire.name, &wire.id),
            environment,
            given,
            members,
            supervisors,
            slot,
            theme: theme.flatten(),
        })
    }

    /// The given team that a team of the plan is: the one with its id, and in an earlier plan also with its name.
    fn given(
        &mut self,
        at: &Path,
        environment: EnvironmentIx,
        wire: &v1::Team,
    ) -> Option<GivenTeamIx> {
        let given = &self.roster.environments[environment].teams;
        if given.is_empty() || !self.is_earlier {
            return given.position(|team| team.id == wire.id);
        }
        let names = given.iter().map(|given| (given.id.as_str(), given.name.as_str()));
        let name = or(&wire.name, &wire.id);
        let same = continued(names, &wire.id, &name);
        if let Err(perhaps) = same {
            let details = perhaps.map(|meant| ("perhaps", meant.to_owned()));
            self.findings.add_with(Code::NotGiven, at, name, details.into_iter().collect());
        }
        same.ok().map(GivenTeamIx::from)
    }

    fn slot(&mut self, at: &Path, wire: Option<&v1::Slot>) -> Slot {
        let start = Clock::default();
        let mut slot =
            Slot { weekday: Weekday::Mon, start, week_offset: 0, location: None, room: None };
        let Some(wire) = wire else {
            self.findings.add(Code::Missing, at, "");
            return slot;
        };
        match v1::Weekday::try_from(wire.weekday) {
            Ok(v1::Weekday::Unspecified) | Err(_) => {
                self.findings.add(Code::Missing, at.field("weekday"), "");
            }
            Ok(weekday) => slot.weekday = to_weekday(weekday),
        }
        match Clock::parse(&wire.start_time) {
            Some(start) => slot.start = start,
            None => self.findings.add(Code::NotATime, at.field("startTime"), &wire.start_time),
        }
        match u32::try_from(wire.week_offset) {
            Ok(offset) if offset <= LAST_OFFSET => slot.week_offset = offset,
            _ => {
                let range = vec![("least", "0".to_owned()), ("most", LAST_OFFSET.to_string())];
                let field = at.field("weekOffset");
                self.findings.add_with(Code::OutOfRange, field, wire.week_offset, range);
            }
        }
        if !wire.location_id.is_empty() {
            slot.location = self.find(&at.field("locationId"), &wire.location_id);
        }
        let is_known = wire.location_id.is_empty() || slot.location.is_some();
        if is_known && !wire.room_id.is_empty() {
            let rooms = slot.location.map(|location| &self.roster.locations[location].rooms);
            slot.room = rooms.and_then(|rooms| rooms.position(|room| room.id == wire.room_id));
            if slot.room.is_none() {
                let details = vec![("list", "locations[].rooms".to_owned())];
                let field = at.field("roomId");
                self.findings.add_with(self.unknown(), field, &wire.room_id, details);
            }
        }
        slot
    }
}
