//! From domain to wire: a plan with all that follows from it, texts in the language asked for.

use std::collections::BTreeMap;

use chrono::Weekday;

use super::v1;
use leerteam_messages::{Messages, cause_text, finding_text, reason_text};
use leerteam_model::calendar::{Attendance, State, local_instant};
use leerteam_model::check::{Assessment, Displaced, Outcome, Owner, Report};
use leerteam_model::plan::{Charge, Cost, Person, Phase, Plan, Progress, Slot, Team};
use leerteam_model::roster::{
    Day, Finding, ParticipantIx, Roster, Severity, Side, SupervisorIx, TeamIx,
};
use leerteam_model::rules::{RULES, supervisor_loads};

/// Writes a plan with all that is known about it.
pub fn write_report(roster: &Roster, report: &Report, messages: &Messages) -> v1::Plan {
    let Report { plan, assessment, proof } = report;
    let writer = Writer { roster, plan, assessment, messages };
    let plan = v1::Plan {
        roster_id: roster.id.clone(),
        teams: plan.teams.indices().map(|team| writer.team(team)).collect(),
        left_over: writer.left_over(),
        broken_requirements: writer.broken_requirements(),
        score: Some(writer.score()),
        supervisor_loads: writer.loads(),
        displaced_commitments: writer.displaced(),
        ..v1::Plan::default()
    };
    match proof {
        None => plan,
        Some(proof) => v1::Plan {
            bound: Some(write_total(proof.bound)),
            gap: report.gap(),
            outcome: write_outcome(proof.outcome).into(),
            seed: i64::from(proof.seed),
            ..plan
        },
    }
}

fn write_outcome(outcome: Outcome) -> v1::Outcome {
    match outcome {
        Outcome::Proven => v1::Outcome::Proven,
        Outcome::Limit => v1::Outcome::Limit,
        Outcome::Cancelled => v1::Outcome::Cancelled,
        Outcome::Stalled => v1::Outcome::Stalled,
        Outcome::NumericalFailure => v1::Outcome::NumericalFailure,
        Outcome::InternalError => v1::Outcome::InternalError,
    }
}

/// Writes only the decisions of a plan, for progress.
fn write_decisions(roster: &Roster, plan: &Plan) -> v1::Plan {
    let teams = plan.teams.iter().map(|team| write_team(roster, team)).collect();
    v1::Plan { roster_id: roster.id.clone(), teams, ..v1::Plan::default() }
}

/// Writes a step of the planner; `with_plan` adds the plan where it is new.
pub fn write_progress(roster: &Roster, progress: &Progress, with_plan: bool) -> v1::Progress {
    let phase = match progress.phase {
        Phase::Prepare => v1::Phase::Prepare,
        Phase::FirstPlan => v1::Phase::FirstPlan,
        Phase::Requirements => v1::Phase::Requirements,
        Phase::Points => v1::Phase::Points,
        Phase::Check => v1::Phase::Check,
    };
    let plan = progress.plan.as_ref().filter(|_| with_plan);
    v1::Progress {
        phase: phase.into(),
        best: progress.best.map(write_total),
        bound: Some(write_total(progress.bound)),
        gap: progress.best.map_or(1.0, |best| best.gap(progress.bound)),
        elapsed_seconds: progress.elapsed.as_secs_f64(),
        columns: i64::try_from(progress.columns).unwrap_or(i64::MAX),
        plan: plan.map(|plan| write_decisions(roster, plan)),
    }
}

/// Writes a score's total.
fn write_total(cost: Cost) -> v1::ScoreTotal {
    v1::ScoreTotal {
        broken_requirements: Some(count(cost.broken)),
        points: Some(count(cost.points)),
    }
}

/// Writes a finding with its texts.
pub fn write_finding(finding: &Finding, messages: &Messages) -> v1::Finding {
    let (cause, action) = finding_text(messages, finding);
    let severity = match finding.code.severity() {
        Severity::Error => v1::Severity::Error,
        Severity::Warning => v1::Severity::Warning,
        Severity::Note => v1::Severity::Note,
    };
    v1::Finding {
        code: finding.code.as_str().to_owned(),
        severity: severity.into(),
        field: if finding.cell.is_some() { String::new() } else { finding.field.clone() },
        value: finding.value.clone(),
        cause,
        action,
        cell: finding.cell.as_ref().map(|cell| v1::Cell {
            sheet: cell.sheet.clone(),
            row: count(cell.row),
            column: cell.column.clone(),
            heading: cell.heading.clone(),
        }),
    }
}

/// A number of the wire: validation and [`Report::new`] keep scores within it, and limits all else.
fn count(number: impl TryInto<i32>) -> i32 {
    number.try_into().ok().expect("a number within 32 bits")
}

fn write_side(side: Side) -> i32 {
    match side {
        Side::Education => v1::Side::Education,
        Side::Practice => v1::Side::Practice,
    }
    .into()
}

fn write_weekday(weekday: Weekday) -> i32 {
    count(weekday.number_from_monday())
}

fn write_state(state: State) -> i32 {
    match state {
        State::Absent => v1::AttendanceState::Absent,
        State::LessonMoved => v1::AttendanceState::LessonMoved,
        State::DutyLeft => v1::AttendanceState::DutyLeft,
        State::OnSite => v1::AttendanceState::OnSite,
        State::Adjacent => v1::AttendanceState::Adjacent,
        State::OtherSite => v1::AttendanceState::OtherSite,
        State::ExtraTrip => v1::AttendanceState::ExtraTrip,
    }
    .into()
}

fn write_slot(roster: &Roster, slot: &Slot) -> v1::Slot {
    let location = slot.location.map(|location| &roster.locations[location]);
    let room = location.zip(slot.room).map(|(location, room)| &location.rooms[room]);
    v1::Slot {
        weekday: write_weekday(slot.weekday),
        start_time: slot.start.to_string(),
        week_offset: count(slot.week_offset),
        location_id: location.map(|location| location.id.clone()).unwrap_or_default(),
        room_id: room.map(|room| room.id.clone()).unwrap_or_default(),
    }
}

/// The decisions of a team.
fn write_team(roster: &Roster, team: &Team) -> v1::Team {
    let member = |&member: &ParticipantIx| v1::Member {
        participant_id: roster.participants[member].id.clone(),
        ..v1::Member::default()
    };
    let supervisor = |&(supervisor, side): &(SupervisorIx, Side)| v1::TeamSupervisor {
        supervisor_id: roster.supervisors[supervisor].id.clone(),
        side: write_side(side),
    };
    v1::Team {
        id: team.id.clone(),
        name: team.name.clone(),
        environment_id: roster.environments[team.environment].id.clone(),
        members: team.members.iter().map(member).collect(),
        supervisors: team.supervisors.iter().map(supervisor).collect(),
        slot: Some(write_slot(roster, &team.slot)),
        theme_id: team.theme.map(|theme| roster.themes[theme].0.clone()).unwrap_or_default(),
        meetings: Vec::new(),
    }
}

struct Writer<'a> {
    roster: &'a Roster,
    plan: &'a Plan,
    assessment: &'a Assessment,
    messages: &'a Messages,
}

impl Writer<'_> {
    fn team(&self, index: TeamIx) -> v1::Team {
        let team = &self.plan.teams[index];
        let mut wire = write_team(self.roster, team);
        for (member, at) in wire.members.iter_mut().zip(&self.assessment.attendance[index]) {
            write_attendance(member, at);
        }
        let meetings = self.assessment.held_meetings(index);
        wire.meetings = meetings.map(|(at, day)| self.meeting(index, at, day)).collect();
        wire
    }

    fn meeting(&self, index: TeamIx, at: usize, day: Day) -> v1::Meeting {
        let team = &self.plan.teams[index];
        let period = &self.roster.period;
        let span = team.slot.span(&self.roster.environments[team.environment].form);
        let instant = |clock| local_instant(period.zone, period.date(day), clock).to_rfc3339();
        let presences = team.members.iter().zip(&self.assessment.attendance[index]);
        let counted: Vec<_> =
            presences.filter_map(|(&member, of)| Some((member, of.meetings[at]?))).collect();
        let absent = counted.iter().filter(|(_, presence)| !presence.comes());
        let absent: Vec<String> =
            absent.map(|&(member, _)| self.roster.participants[member].id.clone()).collect();
        let away = self.assessment.away[index][at].iter();
        let coming = counted.iter().filter(|(_, presence)| presence.comes());
        let professions = self.professions(coming.map(|&(member, _)| member));
        v1::Meeting {
            start: instant(span.start),
            end: instant(span.end),
            counted: Some(count(counted.len())),
            expected: Some(count(counted.len() - absent.len())),
            absent_participant_ids: absent,
            absent_supervisor_ids: away
                .map(|&supervisor| self.roster.supervisors[supervisor].id.clone())
                .collect(),
            professions,
        }
    }

    /// How many of some participants have each profession, the most first.
    fn professions(&self, participants: impl Iterator<Item = ParticipantIx>) -> Vec<v1::Heads> {
        let mut members: BTreeMap<_, usize> = BTreeMap::new();
        for profession in participants.filter_map(|p| self.roster.attribute(p, "profession")) {
            *members.entry(profession).or_default() += 1;
        }
        let mut heads: Vec<v1::Heads> = members
            .into_iter()
            .map(|(value, members)| v1::Heads {
                value: value.into_owned(),
                members: count(members),
            })
            .collect();
        heads.sort_by_key(|heads| std::cmp::Reverse(heads.members));
        heads
    }

    fn displaced(&self) -> Vec<v1::DisplacedCommitment> {
        let id = |&participant: &ParticipantIx| self.roster.participants[participant].id.clone();
        let write = |of: &Displaced| v1::DisplacedCommitment {
            team_id: self.team_id(Some(of.team)),
            cohort_id: match of.owner {
                Owner::Cohort(cohort) => self.roster.cohorts[cohort].id.clone(),
                Owner::Participant(_) => String::new(),
            },
            commitment_id: of.commitment(self.roster).id.clone(),
            participant_ids: of.participants.iter().map(id).collect(),
            dates: of.days.iter().map(|&day| self.roster.period.date(day).to_string()).collect(),
        };
        self.assessment.displaced.iter().map(write).collect()
    }

    fn left_over(&self) -> Vec<v1::LeftOver> {
        let reason = |reason: &leerteam_model::check::Reason| v1::Reason {
            code: reason.code.as_str().to_owned(),
            environment_id: reason
                .environment
                .map(|environment| self.roster.environments[environment].id.clone())
                .unwrap_or_default(),
            text: reason_text(self.messages, self.roster, reason),
        };
        let write = |left: &leerteam_model::check::LeftOver| v1::LeftOver {
            participant_id: self.roster.participants[left.participant].id.clone(),
            reasons: left.reasons.iter().map(reason).collect(),
        };
        self.assessment.left_over.iter().map(write).collect()
    }

    fn person(&self, person: Option<Person>) -> (String, String) {
        match person {
            None => Default::default(),
            Some(Person::Participant(p)) => (self.roster.participants[p].id.clone(), String::new()),
            Some(Person::Supervisor(s)) => (String::new(), self.roster.supervisors[s].id.clone()),
        }
    }

    fn team_id(&self, team: Option<TeamIx>) -> String {
        team.map(|team| self.plan.teams[team].id.clone()).unwrap_or_default()
    }

    fn broken_requirements(&self) -> Vec<v1::BrokenRequirement> {
        let broken =
            self.assessment.breakdown.charges.iter().filter(|charge| charge.cost.broken > 0);
        let write = |charge: &Charge| {
            let (participant_id, supervisor_id) = self.person(charge.person);
            v1::BrokenRequirement {
                rule_id: charge.rule.to_owned(),
                count: count(charge.cost.broken),
                team_id: self.team_id(charge.team),
                participant_id,
                supervisor_id,
                text: cause_text(self.messages, self.roster, &charge.cause),
            }
        };
        broken.map(write).collect()
    }

    fn score(&self) -> v1::Score {
        let total = self.assessment.total();
        let charges = &self.assessment.breakdown.charges;
        let rule = |id: &'static str| {
            let of = charges.iter().filter(|charge| charge.rule == id);
            let cost: Cost = of.map(|charge| charge.cost).sum();
            v1::RuleScore {
                rule_id: id.to_owned(),
                broken_requirements: Some(count(cost.broken)),
                points: Some(count(cost.points)),
            }
        };
        v1::Score {
            broken_requirements: Some(count(total.broken)),
            points: Some(count(total.points)),
            rules: RULES.iter().map(|of| rule(of.specification().id)).collect(),
            teams: sums(charges, |charge| charge.team)
                .map(|(team, cost)| v1::TeamScore {
                    team_id: self.team_id(team),
                    broken_requirements: Some(count(cost.broken)),
                    points: Some(count(cost.points)),
                })
                .collect(),
            people: sums(charges, |charge| charge.person)
                .map(|(person, cost)| {
                    let (participant_id, supervisor_id) = self.person(person);
                    v1::PersonScore {
                        participant_id,
                        supervisor_id,
                        broken_requirements: Some(count(cost.broken)),
                        points: Some(count(cost.points)),
                    }
                })
                .collect(),
        }
    }

    fn loads(&self) -> Vec<v1::SupervisorLoad> {
        let loads = supervisor_loads(self.roster, self.plan);
        let mut team_ids: BTreeMap<SupervisorIx, Vec<String>> = BTreeMap::new();
        for team in &self.plan.teams {
            for &(supervisor, _) in &team.supervisors {
                let ids = team_ids.entry(supervisor).or_default();
                if !ids.contains(&team.id) {
                    ids.push(team.id.clone());
                }
            }
        }
        let write = |(supervisor, team_ids): (SupervisorIx, Vec<String>)| v1::SupervisorLoad {
            supervisor_id: self.roster.supervisors[supervisor].id.clone(),
            team_ids,
            minutes_per_week: count(loads[supervisor]),
        };
        team_ids.into_iter().map(write).collect()
    }
}

/// Sums of charges by a key.
fn sums<K: Ord>(charges: &[Charge], key: impl Fn(&Charge) -> K) -> impl Iterator<Item = (K, Cost)> {
    let mut sums: BTreeMap<K, Cost> = BTreeMap::new();
    for charge in charges {
        *sums.entry(key(charge)).or_default() += charge.cost;
    }
    sums.into_iter()
}

fn write_attendance(member: &mut v1::Member, at: &Attendance) {
    member.counted_meetings = Some(count(at.counted));
    member.attendance_points = Some(count(at.points));
    for state in State::ALL {
        let presences = at.meetings.iter().flatten().filter(|presence| presence.state == state);
        let (mut meetings, mut long_days) = (0, 0);
        for presence in presences {
            meetings += 1;
            long_days += i32::from(presence.long_day);
        }
        if meetings > 0 {
            member.states.push(v1::StateCount { state: write_state(state), meetings, long_days });
        }
    }
}
