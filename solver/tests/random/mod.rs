//! Random problems with everything a problem can have.

use leerteam_solver::{Cost, Duty, Group, Need, Problem, Quorum, Row, Slot, Term, Use};

/// Numbers that look random and depend on the seed alone (SplitMix64, Steele et al. 2014).
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % limit as u64) as usize
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn points(&mut self) -> Cost {
        Cost::points(self.below(12) as i64 * 25)
    }

    /// Mostly a broken requirement or two, sometimes points.
    fn heavy(&mut self) -> Cost {
        if self.chance(80) { Cost::broken(1 + self.below(2) as i64) } else { self.points() }
    }

    /// Mostly points, sometimes a broken requirement.
    fn cost(&mut self) -> Cost {
        if self.chance(30) { Cost::broken(1) } else { self.points() }
    }
}

/// A problem of one to three groups that share people and supervisors.
pub fn problem(seed: u64) -> Problem {
    let mut dice = Dice(seed);
    let people = 3 + dice.below(5);
    let supervisors = dice.below(4);
    let unplaced = (0..people)
        .map(|_| if dice.chance(70) { Cost::broken(1) } else { Cost::points(300) })
        .collect();
    let groups: Vec<Group> =
        (0..1 + dice.below(3)).map(|_| group(&mut dice, people, supervisors)).collect();
    let mut rows = Vec::new();
    for supervisor in 0..supervisors {
        rows.extend(limits(&mut dice, &groups, supervisor));
    }
    for (group, of) in groups.iter().enumerate() {
        if dice.chance(50) {
            let at_most = -(1 + dice.below(of.max_teams) as i64);
            let uses = vec![(Use::Team { group }, -1)];
            rows.push(Row { uses, at_most, over: Some(dice.cost()) });
        }
        if dice.chance(30) {
            let slots = (0..of.slots.len()).map(|slot| (Use::Slot { group, slot }, 1));
            rows.push(Row { uses: slots.collect(), at_most: 1, over: None });
        }
    }
    Problem { unplaced, supervisors, groups, rows }
}

/// No two duties at one slot, and now and then a limit or a cost of many.
fn limits(dice: &mut Dice, groups: &[Group], supervisor: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    let serve = (0..groups.len()).map(|group| (Use::Serve { group, supervisor }, 1));
    let serve: Vec<(Use, i64)> = serve.collect();
    if dice.chance(40) {
        rows.push(Row { uses: serve.clone(), at_most: 1, over: None });
    }
    if dice.chance(40) {
        rows.push(Row { uses: serve, at_most: 1, over: Some(Cost::points(50)) });
    }
    for moment in 0..4 {
        let at = |(group, of): (usize, &Group)| {
            let is_there = moment < of.slots.len();
            is_there.then_some((Use::ServeAt { group, slot: moment, supervisor }, 1))
        };
        let uses = groups.iter().enumerate().filter_map(at).collect();
        rows.push(Row { uses, at_most: 1, over: None });
    }
    rows
}

fn group(dice: &mut Dice, people: usize, supervisors: usize) -> Group {
    let mut candidates: Vec<usize> = (0..people).filter(|_| dice.chance(80)).collect();
    if candidates.is_empty() {
        candidates.push(0);
    }
    let number = candidates.len();
    let most = 1 + dice.below(4);
    let mut sizes: Vec<Option<Cost>> = (0..=most).map(|_| Some(Cost::ZERO)).collect();
    sizes[0] = None;
    if most > 1 && dice.chance(50) {
        sizes[1] = if dice.chance(50) { Some(dice.cost()) } else { None };
    }
    let sides = if supervisors == 0 { 0 } else { dice.below(3) };
    let needs: Vec<Need> = (0..sides)
        .map(|_| {
            let min = dice.below(2);
            Need { min, max: min.max(1 + dice.below(2)), short: dice.cost() }
        })
        .collect();
    let slots = (0..1 + dice.below(4)).map(|_| slot(dice, number, supervisors, sides)).collect();
    let terms = (0..dice.below(6)).map(|_| term(dice, number, supervisors)).collect();
    Group { max_teams: 1 + dice.below(3), candidates, sizes, slots, needs, terms }
}

fn slot(dice: &mut Dice, candidates: usize, supervisors: usize, sides: usize) -> Slot {
    let members = (0..candidates).map(|_| dice.chance(85).then(|| dice.points())).collect();
    let mut slot = Slot::new(members);
    for supervisor in 0..supervisors {
        for side in 0..sides {
            if dice.chance(60) {
                let cost = if dice.chance(80) { Cost::ZERO } else { dice.points() };
                slot.duties.push(Duty { supervisor, side, cost });
            }
        }
    }
    if dice.chance(25) {
        slot.capacity = Some(1 + dice.below(5));
    }
    if dice.chance(35) {
        let sum = |dice: &mut Dice| {
            (0..candidates).map(|_| [50, 50, 0, -50][dice.below(4)]).collect::<Vec<i64>>()
        };
        let sums = (0..1 + dice.below(2)).map(|_| sum(dice)).collect();
        slot.quorum = Some(Quorum { sums, broken: dice.cost() });
    }
    slot
}

/// Different labels of a term.
const LABELS: usize = 3;

fn labels(dice: &mut Dice, candidates: usize) -> Vec<Option<usize>> {
    (0..candidates).map(|_| dice.chance(90).then(|| dice.below(LABELS))).collect()
}

fn term(dice: &mut Dice, candidates: usize, supervisors: usize) -> Term {
    let one = dice.below(candidates);
    let other = dice.below(candidates);
    let cost = dice.cost();
    match dice.below(9) {
        0 if one != other => Term::Apart { one, other, cost },
        1 if one != other => Term::Together { one, other: dice.chance(90).then_some(other), cost },
        2 => {
            let labels = labels(dice, candidates);
            Term::Distinct { labels, at_least: 1 + dice.below(3), short: cost }
        }
        3 if supervisors > 0 => {
            let alike = (0..supervisors).filter(|_| dice.chance(60)).collect();
            Term::SupervisorsAlike { alike, cost }
        }
        4 if supervisors > 0 => {
            Term::SupervisorMissing { supervisor: dice.below(supervisors), cost }
        }
        5 => Term::Thin { labels: labels(dice, candidates), at_least: 1 + dice.below(3), cost },
        6 => Term::Fragile { labels: labels(dice, candidates), at_least: 1 + dice.below(3), cost },
        7 if supervisors > 0 => {
            let serving = |dice: &mut Dice| (0..supervisors).filter(|_| dice.chance(40)).collect();
            let serving = (0..LABELS).map(|_| serving(dice)).collect();
            Term::Unserved { labels: labels(dice, candidates), serving, cost }
        }
        _ => {
            let share = 20 + dice.below(60) as i64;
            let of = |dice: &mut Dice| if dice.chance(50) { 100 - share } else { -share };
            let coefficients = (0..candidates).map(|_| of(dice)).collect();
            Term::Deviation { coefficients, unit: Cost::points(1) }
        }
    }
}

/// A problem of teams that are given: each has people of its own and supervisors whom it is to have, who
/// are shared, and need their time between some moments.
#[allow(dead_code)]
pub fn pinned(seed: u64) -> Problem {
    let mut dice = Dice(seed);
    let number = 2 + dice.below(4);
    let supervisors = 2 + dice.below(3);
    let moments = 2 + dice.below(3);
    let mut problem = Problem { supervisors, ..Problem::default() };
    for index in 0..number {
        let people = 1 + dice.below(2);
        let first = problem.unplaced.len();
        problem.unplaced.extend((0..people).map(|_| dice.heavy()));
        let mut candidates: Vec<usize> = (first..first + people).collect();
        if index > 0 && dice.chance(20) {
            candidates.insert(0, 0);
        }
        let mut pinned: Vec<usize> = (0..supervisors).filter(|_| dice.chance(50)).collect();
        if pinned.is_empty() {
            pinned.push(dice.below(supervisors));
        }
        let sides = 1 + dice.below(2);
        let mut slots = Vec::new();
        for _ in 0..moments {
            let members = candidates.iter().map(|_| dice.chance(95).then(|| dice.points()));
            let mut slot = Slot::new(members.collect());
            for supervisor in 0..supervisors {
                for side in 0..sides {
                    let is_there = side == supervisor % sides || dice.chance(15);
                    if is_there && dice.chance(90) {
                        let cost = if dice.chance(80) { Cost::ZERO } else { dice.points() };
                        slot.duties.push(Duty { supervisor, side, cost });
                    }
                }
            }
            if dice.chance(15) {
                slot.capacity = Some(1 + dice.below(5));
            }
            slots.push(slot);
        }
        let max_teams = if dice.chance(85) { 1 } else { 2 };
        let mut group = Group::new(candidates, max_teams, people + 1, slots);
        for side in 0..sides {
            let of_side = pinned.iter().filter(|&&supervisor| supervisor % sides == side).count();
            let max = of_side + dice.below(2);
            group.needs.push(Need { min: of_side.min(max), max, short: dice.heavy() });
        }
        let missing = |supervisor| Term::SupervisorMissing { supervisor, cost: dice.heavy() };
        group.terms = pinned.into_iter().map(missing).collect();
        problem.groups.push(group);
        if dice.chance(60) {
            let uses = vec![(Use::Team { group: index }, -1)];
            problem.rows.push(Row { uses, at_most: -1, over: Some(dice.heavy()) });
        }
    }
    for supervisor in 0..supervisors {
        problem.rows.extend(travel(&mut dice, number, moments, supervisor));
    }
    problem
}

/// A supervisor serves one team at a moment, and some two of them not right after each other.
fn travel(dice: &mut Dice, groups: usize, moments: usize, supervisor: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    let at = |group, slot| (Use::ServeAt { group, slot, supervisor }, 1);
    for slot in 0..moments {
        let uses = (0..groups).map(|group| at(group, slot)).collect();
        rows.push(Row { uses, at_most: 1, over: None });
        for one in 0..groups {
            for other in (0..groups).filter(|&other| other != one) {
                if slot > 0 && dice.chance(40) {
                    let uses = vec![at(one, slot - 1), at(other, slot)];
                    rows.push(Row { uses, at_most: 1, over: None });
                }
            }
        }
    }
    let serve = (0..groups).map(|group| (Use::Serve { group, supervisor }, 1));
    if dice.chance(30) {
        let over = if dice.chance(50) { None } else { Some(dice.cost()) };
        rows.push(Row { uses: serve.collect(), at_most: 1 + dice.below(3) as i64, over });
    }
    rows
}
