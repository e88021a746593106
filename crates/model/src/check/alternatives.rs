//! What each other slot of a team would cost, all else of the plan being as it is.
//!
//! The score of the whole plan with just one team moved is worked out as a difference, from the
//! rules that look at slots. All other rules look at who is in which team and who serves it, which
//! stays as it is, so they cost the same at every slot.

use std::collections::{BTreeSet, HashMap};

use index_vec::{IndexVec, index_vec};

use crate::calendar::{Agenda, Attendance, Calendar, Series};
use crate::plan::{Cost, Plan, ScoreBreakdown, Slot, Team};
use crate::roster::{
    BaseTeam, EnvironmentIx, LocationIx, ParticipantIx, RoomIx, Roster, SupervisorIx, TeamIx,
};
use crate::rules::{EvaluatedPlan, RULES, Rule, Settings, Slots, judging};

/// Work that can be spent on one plan in some seconds: slots times the people who are looked at.
pub const MOST_WORK: usize = 4_000_000;

/// A slot at which a team could meet, and what would change if just this team met there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The slot.
    pub slot: Slot,
    /// What it costs more, or less, than the slot in the plan, by rule, in the order of scores. Rules
    /// for which nothing changes are left out.
    pub changes: Vec<(&'static str, Cost)>,
}

impl Alternative {
    /// What it costs more, or less, in all.
    pub fn total(&self) -> Cost {
        self.changes.iter().map(|&(_, cost)| cost).sum()
    }
}

/// For each team of a plan every slot at which it can meet (docs/model.md section 3), in order; of
/// those that differ only in the room, the best, and of these the one in the team’s room in the plan or
/// else the first.
///
/// A team for which `most_work` no longer suffices has none, and neither have those after it.
pub fn alternatives(
    roster: &Roster,
    plan: &Plan,
    most_work: usize,
) -> IndexVec<TeamIx, Option<Vec<Alternative>>> {
    let calendar = Calendar::new(roster);
    let settings = Settings::new(roster);
    let evaluated = EvaluatedPlan::new(&calendar, &settings, plan);
    let mut mover = Mover::new(&evaluated);
    let mut left = Some(most_work);
    let each = plan.teams.iter_enumerated().map(|(index, team)| {
        let slots = mover.slots(team);
        let people = team.members.len() + team.supervisors.len() + 1;
        left = left.and_then(|left| left.checked_sub(slots.len() * people));
        left.map(|_| mover.alternatives(index, &slots))
    });
    each.collect()
}

/// What a slot costs by each rule that looks at it: rules of one team, then of two teams.
type Costs = Vec<Cost>;

/// A rule with its place in [`RULES`].
type PlacedRule = (usize, &'static dyn Rule);

fn rules_that_look_at(slots: Slots) -> Vec<PlacedRule> {
    let rules = RULES.iter().copied().enumerate();
    rules.filter(|(_, rule)| rule.specification().slots == slots).collect()
}

/// Moves one team at a time.
struct Mover<'a> {
    evaluated: &'a EvaluatedPlan<'a>,
    /// Rules that look at the slot of one team.
    of_one_team: Vec<PlacedRule>,
    /// Rules that look at the slots of two teams.
    of_two_teams: Vec<PlacedRule>,
    /// The base plan's teams by id, with the members of whom it is the first.
    base: HashMap<&'a str, Vec<BaseTeam>>,
    slots: HashMap<EnvironmentIx, Vec<(Slot, Series)>>,
    of_supervisors: IndexVec<SupervisorIx, Vec<TeamIx>>,
    in_rooms: HashMap<(LocationIx, RoomIx), Vec<TeamIx>>,
}

impl<'a> Mover<'a> {
    fn new(evaluated: &'a EvaluatedPlan<'a>) -> Mover<'a> {
        let mut in_rooms: HashMap<_, Vec<TeamIx>> = HashMap::new();
        for (index, team) in evaluated.teams() {
            if let Some(room) = team.slot.location.zip(team.slot.room) {
                in_rooms.entry(room).or_default().push(index);
            }
        }
        Mover {
            evaluated,
            of_one_team: rules_that_look_at(Slots::EachTeam),
            of_two_teams: rules_that_look_at(Slots::EachTwoTeams),
            base: base_by_id(evaluated.base),
            slots: HashMap::new(),
            of_supervisors: evaluated.teams_of_supervisors(),
            in_rooms,
        }
    }

    /// The slots at which a team can meet; those that differ only in the room come together.
    fn slots(&mut self, team: &Team) -> Vec<(Slot, Series)> {
        let EvaluatedPlan { calendar, roster, .. } = *self.evaluated;
        let all = || calendar.candidates(team.environment, None);
        let all = self.slots.entry(team.environment).or_insert_with(all);
        match team.given.map(|given| &roster.environments[team.environment].teams[given].slot) {
            None => all.clone(),
            Some(pin) => {
                all.iter().filter(|(slot, _)| calendar.matches(slot, pin)).copied().collect()
            }
        }
    }

    fn alternatives(&self, index: TeamIx, slots: &[(Slot, Series)]) -> Vec<Alternative> {
        let team = &self.evaluated.plan.teams[index];
        let attendance = self.evaluated.attendance[index].clone();
        let now = self.costs(index, team.slot, self.evaluated.series[index], attendance);
        let mut attending = Attending::new(self.evaluated, team);
        let but_room = |slot: &Slot| Slot { room: None, ..*slot };
        let moments = slots.chunk_by(|(one, _), (other, _)| but_room(one) == but_room(other));
        let best = moments.filter_map(|rooms| {
            let each = rooms.iter().map(|&(slot, series)| {
                let attendance = attending.attendance(slot.location, &series);
                let costs = self.costs(index, slot, series, attendance);
                (slot, costs)
            });
            // Of those that cost the same, the room in the plan, then the first.
            let room = |slot: &Slot| (slot.location, slot.room);
            each.min_by_key(|(slot, costs)| {
                (costs.iter().copied().sum::<Cost>(), room(slot) != room(&team.slot))
            })
        });
        best.map(|(slot, costs)| self.alternative(slot, &costs, &now)).collect()
    }

    fn alternative(&self, slot: Slot, costs: &Costs, now: &Costs) -> Alternative {
        let rules = self.of_one_team.iter().chain(&self.of_two_teams);
        let each = rules.zip(costs.iter().zip(now));
        let mut changes: Vec<(usize, Cost)> =
            each.map(|(&(place, _), (&cost, &now))| (place, cost - now)).collect();
        changes.retain(|(_, cost)| !cost.is_zero());
        changes.sort_unstable_by_key(|&(place, _)| place);
        let id = |(place, cost): (usize, Cost)| (RULES[place].specification().id, cost);
        Alternative { slot, changes: changes.into_iter().map(id).collect() }
    }

    /// What a team costs at a slot, its members attending as they do there.
    fn costs(
        &self,
        index: TeamIx,
        slot: Slot,
        series: Series,
        attendance: Vec<Attendance>,
    ) -> Costs {
        let moved = || Team { slot, ..self.evaluated.plan.teams[index].clone() };
        let one = Plan { teams: index_vec![moved()] };
        let base =
            self.base.get(one.teams[TeamIx::new(0)].id.as_str()).map_or(&[][..], Vec::as_slice);
        let evaluated = self.evaluated.with(&one, base, index_vec![series], index_vec![attendance]);
        let mut costs: Costs =
            self.of_one_team.iter().map(|(_, rule)| cost(*rule, &evaluated)).collect();
        let mut between = vec![Cost::ZERO; self.of_two_teams.len()];
        for other in self.met(index, &slot, &series) {
            // In the order of the plan, as rules expect.
            let mut two = [(index, moved(), series), {
                let team = self.evaluated.plan.teams[other].clone();
                (other, team, self.evaluated.series[other])
            }];
            two.sort_unstable_by_key(|&(index, ..)| index);
            let series = two.iter().map(|&(.., series)| series).collect();
            let two = Plan { teams: two.into_iter().map(|(_, team, _)| team).collect() };
            // These rules do not look at attendance.
            let evaluated = self.evaluated.with(&two, &[], series, index_vec![Vec::new(); 2]);
            for (sum, (_, rule)) in between.iter_mut().zip(&self.of_two_teams) {
                *sum += cost(*rule, &evaluated);
            }
        }
        costs.extend(between);
        costs
    }

    /// The other teams in the room or under a supervisor of a team that meet on a day on which it
    /// does.
    fn met(&self, index: TeamIx, slot: &Slot, series: &Series) -> BTreeSet<TeamIx> {
        let supervisors = self.evaluated.plan.teams[index].supervisors.iter();
        let beside = supervisors.flat_map(|&(supervisor, _)| &self.of_supervisors[supervisor]);
        let room = slot.location.zip(slot.room).and_then(|room| self.in_rooms.get(&room));
        let others = beside.chain(room.into_iter().flatten()).copied();
        let meets =
            |other: &TeamIx| *other != index && self.evaluated.series[*other].shares_a_day(series);
        others.filter(meets).collect()
    }
}

/// What a rule charges.
fn cost(rule: &dyn Rule, evaluated: &EvaluatedPlan) -> Cost {
    let mut breakdown = ScoreBreakdown::default();
    rule.score(evaluated, &mut breakdown);
    breakdown.total()
}

/// The teams of a base plan by id. A participant whom several have counts with the first, so the
/// others are left without; then each can be looked at alone.
fn base_by_id(base: &[BaseTeam]) -> HashMap<&str, Vec<BaseTeam>> {
    let mut seen = BTreeSet::new();
    let mut by_id: HashMap<&str, Vec<BaseTeam>> = HashMap::new();
    for team in base {
        let members = team.members.iter().copied().filter(|&member| seen.insert(member)).collect();
        by_id.entry(&team.id).or_default().push(BaseTeam { members, ..team.clone() });
    }
    by_id
}

/// How a team's members are at its slots, location by location.
struct Attending<'a> {
    evaluated: &'a EvaluatedPlan<'a>,
    team: &'a Team,
    agendas: HashMap<Option<LocationIx>, Vec<Agenda<'a>>>,
    /// The last one asked for: rooms mostly have the same meetings.
    last: Option<(Option<LocationIx>, Series, Vec<Attendance>)>,
}

impl<'a> Attending<'a> {
    fn new(evaluated: &'a EvaluatedPlan<'a>, team: &'a Team) -> Attending<'a> {
        Attending { evaluated, team, agendas: HashMap::new(), last: None }
    }

    fn attendance(&mut self, location: Option<LocationIx>, series: &Series) -> Vec<Attendance> {
        if let Some((place, of, attendance)) = &self.last
            && (*place, of) == (location, series)
        {
            return attendance.clone();
        }
        let Attending { evaluated, team, .. } = *self;
        let agenda = |&member: &ParticipantIx| evaluated.calendar.agenda(member, location);
        let agendas = || team.members.iter().map(agenda).collect();
        let agendas = self.agendas.entry(location).or_insert_with(agendas);
        let judging = judging(evaluated.roster, evaluated.settings, team.environment);
        let attendance: Vec<Attendance> =
            agendas.iter().map(|agenda| agenda.attendance(series, &judging)).collect();
        self.last = Some((location, *series, attendance.clone()));
        attendance
    }
}
