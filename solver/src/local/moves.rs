//! The moves of the local search.

use rand::{Rng, RngExt};

use super::score::Score;
use super::state::{State, Trial};
use super::team::Exchange;

/// Slots of which the best is tried.
const SLOT_SAMPLE: usize = 6;

impl State<'_> {
    /// Tries one move, and keeps it if it is better or, by chance, not much worse.
    pub fn step(&mut self, temperature: f64, random: &mut impl Rng) {
        if self.teams.is_empty() || self.team_of.is_empty() {
            return;
        }
        // How much worse it may become.
        let slack = -temperature * (1.0 - random.random::<f64>()).ln();
        match random.random_range(0..100) {
            0..35 => self.relocate(slack, random),
            35..85 => self.swap(slack, random),
            85..91 => self.change_slot(slack, random),
            91..97 => self.change_supervisors(slack, random),
            97..98 => self.swap_slots(slack, random),
            98..99 => self.open_team(slack, random),
            _ => self.close_team(slack, random),
        }
    }

    fn is_good(&self, change: Score, slack: f64) -> bool {
        self.weights.energy(change) <= slack
    }

    /// Keeps what was tried, or takes it back.
    fn decide(&mut self, trial: Trial, before: Score, slack: f64) {
        if !self.is_good(self.total - before, slack) {
            self.undo(trial, before);
        }
    }

    fn any_person(&self, random: &mut impl Rng) -> usize {
        random.random_range(0..self.team_of.len())
    }

    /// A team of a group, open or not.
    fn any_team_of(&self, group: usize, random: &mut impl Rng) -> Option<usize> {
        let range = self.ranges[group].clone();
        (!range.is_empty()).then(|| random.random_range(range))
    }

    fn any_open_team(&self, random: &mut impl Rng) -> Option<usize> {
        let team = random.random_range(0..self.teams.len());
        self.teams[team].is_open.then_some(team)
    }

    /// A group that a person may join.
    fn any_group_of(&self, person: usize, random: &mut impl Rng) -> Option<usize> {
        let of = &self.candidacies[person];
        (!of.is_empty()).then(|| of[random.random_range(0..of.len())].0)
    }

    /// A person to another team, or to none.
    fn relocate(&mut self, slack: f64, random: &mut impl Rng) {
        let person = self.any_person(random);
        let from = self.team_of[person];
        let Some(group) = self.any_group_of(person, random) else { return };
        let to = self.any_team_of(group, random).filter(|&team| self.teams[team].is_open);
        if to == from {
            return;
        }
        let mut change = Score::ZERO;
        let out = from.map(|team| Exchange { out: self.candidate(person, team), into: None });
        let into = to.map(|team| Exchange { out: None, into: self.candidate(person, team) });
        match (from, out) {
            (Some(team), Some(exchange)) => change += self.change(team, exchange),
            _ => change.cost = change.cost - self.problem.unplaced[person],
        }
        match (to, into) {
            (Some(team), Some(exchange)) => {
                if !self.teams[team].has_room(&self.layouts[group]) {
                    return;
                }
                change += self.change(team, exchange);
            }
            _ => change.cost += self.problem.unplaced[person],
        }
        if !self.is_good(change, slack) {
            return;
        }
        self.total += change;
        let total = self.total;
        for (team, exchange) in [(from, out), (to, into)] {
            if let (Some(team), Some(exchange)) = (team, exchange) {
                self.exchange(team, exchange);
            }
        }
        self.total = total;
        self.team_of[person] = to;
    }

    /// Two people take each other's places.
    fn swap(&mut self, slack: f64, random: &mut impl Rng) {
        let (one, other) = (self.any_person(random), self.any_person(random));
        let (a, b) = (self.team_of[one], self.team_of[other]);
        if a == b {
            return;
        }
        let exchange = |team: Option<usize>, out: usize, into: usize| match team {
            None => Some(None),
            Some(team) => {
                let (out, into) = (self.candidate(out, team), self.candidate(into, team)?);
                Some(Some((team, Exchange { out, into: Some(into) })))
            }
        };
        let (Some(first), Some(second)) = (exchange(a, one, other), exchange(b, other, one)) else {
            return;
        };
        let mut change = Score::ZERO;
        for (side, joins, leaves) in [(first, other, one), (second, one, other)] {
            match side {
                Some((team, exchange)) => change += self.change(team, exchange),
                None => {
                    let unplaced = &self.problem.unplaced;
                    change.cost += unplaced[joins] - unplaced[leaves];
                }
            }
        }
        if !self.is_good(change, slack) {
            return;
        }
        let total = self.total + change;
        for (team, exchange) in [first, second].into_iter().flatten() {
            self.exchange(team, exchange);
        }
        self.total = total;
        self.team_of[one] = b;
        self.team_of[other] = a;
    }

    /// A slot that suits a team's members, of some.
    fn any_slot(&self, team: usize, random: &mut impl Rng) -> usize {
        let of = &self.teams[team];
        let layout = &self.layouts[of.group];
        let number = layout.group.slots.len();
        let sample = random.random_range(1..=SLOT_SAMPLE);
        let mut best: Option<(f64, usize)> = None;
        for _ in 0..sample {
            let slot = random.random_range(0..number);
            let worth = self.weights.energy(of.worth_at(layout, slot));
            if best.is_none_or(|(least, _)| worth < least) {
                best = Some((worth, slot));
            }
        }
        best.map_or(0, |(_, slot)| slot)
    }

    /// Where to begin to look for supervisors.
    fn first_duty(&self, team: usize, random: &mut impl Rng) -> usize {
        let of = &self.teams[team];
        let number = self.problem.groups[of.group].slots[of.slot].duties.len();
        if number == 0 { 0 } else { random.random_range(0..number) }
    }

    /// A team to another slot, with whoever can supervise there.
    fn change_slot(&mut self, slack: f64, random: &mut impl Rng) {
        let Some(team) = self.any_open_team(random) else { return };
        let slot = self.any_slot(team, random);
        if slot == self.teams[team].slot {
            return;
        }
        let (mut trial, before) = (Trial::default(), self.total);
        self.retime(&mut trial, team, slot);
        let first = self.first_duty(team, random);
        self.staff(&mut trial, team, first);
        self.decide(trial, before, slack);
    }

    /// Two teams take each other's slots, where these are alike, or each another.
    fn swap_slots(&mut self, slack: f64, random: &mut impl Rng) {
        let (Some(one), Some(other)) = (self.any_open_team(random), self.any_open_team(random))
        else {
            return;
        };
        if one == other {
            return;
        }
        let (mut trial, before) = (Trial::default(), self.total);
        let slots = match self.teams[one].group == self.teams[other].group {
            true => (self.teams[other].slot, self.teams[one].slot),
            false => (self.any_slot(one, random), self.any_slot(other, random)),
        };
        self.retime(&mut trial, one, slots.0);
        self.retime(&mut trial, other, slots.1);
        for team in [one, other] {
            let first = self.first_duty(team, random);
            self.staff(&mut trial, team, first);
        }
        self.decide(trial, before, slack);
    }

    /// A team's supervisors are chosen again, without one of them or with one more; whoever then serves
    /// two teams at once may leave the other.
    fn change_supervisors(&mut self, slack: f64, random: &mut impl Rng) {
        let Some(team) = self.any_open_team(random) else { return };
        let of = &self.teams[team];
        let (group, slot) = (of.group, of.slot);
        let duties = &self.problem.groups[group].slots[slot].duties;
        if duties.is_empty() {
            return;
        }
        let (mut trial, before) = (Trial::default(), self.total);
        let into = random.random_range(0..duties.len());
        let supervisor = duties[into].supervisor;
        let serving = |&duty: &usize| duties[duty].supervisor == supervisor;
        let same = of.duties.iter().copied().find(serving);
        let alike: Vec<usize> = of
            .duties
            .iter()
            .copied()
            .filter(|&duty| duties[duty].side == duties[into].side && Some(duty) != same)
            .collect();
        match same {
            Some(duty) => self.drop_duty(&mut trial, team, duty),
            None => {
                let needs = self.problem.groups[group].needs[duties[into].side];
                if alike.len() >= needs.max || (!alike.is_empty() && random.random_bool(0.5)) {
                    let Some(&out) = alike.get(random.random_range(0..alike.len().max(1))) else {
                        return;
                    };
                    self.drop_duty(&mut trial, team, out);
                }
                let violation = self.total.violation;
                self.add_duty(&mut trial, team, into);
                if self.total.violation > violation {
                    self.relieve(&mut trial, team, supervisor, random);
                }
            }
        }
        let first = self.first_duty(team, random);
        self.staff(&mut trial, team, first);
        self.decide(trial, before, slack);
    }

    /// Takes a supervisor from another team, which gets somebody else if there is anybody.
    fn relieve(&mut self, trial: &mut Trial, but: usize, supervisor: usize, random: &mut impl Rng) {
        let number = self.teams.len();
        let start = random.random_range(0..number);
        for at in 0..number {
            let team = (start + at) % number;
            let of = &self.teams[team];
            if team == but || !of.is_open {
                continue;
            }
            let duties = &self.problem.groups[of.group].slots[of.slot].duties;
            let serving = |&duty: &usize| duties[duty].supervisor == supervisor;
            if let Some(duty) = of.duties.iter().copied().find(serving) {
                self.drop_duty(trial, team, duty);
                let first = self.first_duty(team, random);
                self.staff(trial, team, first);
                return;
            }
        }
    }

    /// A new team of people from no team and from some others.
    fn open_team(&mut self, slack: f64, random: &mut impl Rng) {
        let team = random.random_range(0..self.teams.len());
        if self.teams[team].is_open {
            return;
        }
        let group = self.teams[team].group;
        let layout = &self.layouts[group];
        let number = layout.group.candidates.len();
        if number == 0 || layout.group.slots.is_empty() {
            return;
        }
        let allowed: Vec<usize> =
            (1..layout.sizes.len()).filter(|&size| layout.sizes[size].0 == 0).collect();
        if allowed.is_empty() {
            return;
        }
        let size = allowed[random.random_range(0..allowed.len())];
        let slot = random.random_range(0..layout.group.slots.len());
        let (mut trial, before) = (Trial::default(), self.total);
        self.open(&mut trial, team, slot);
        // Of some candidates those who gain most.
        for _ in 0..size {
            let mut best: Option<(f64, usize)> = None;
            for _ in 0..8 {
                let candidate = random.random_range(0..number);
                let person = self.problem.groups[group].candidates[candidate];
                let from = self.team_of[person];
                if from == Some(team) {
                    continue;
                }
                let mut change = self.change(team, Exchange { out: None, into: Some(candidate) });
                match from {
                    Some(from) => {
                        let out = self.candidate(person, from);
                        change += self.change(from, Exchange { out, into: None });
                    }
                    None => change.cost = change.cost - self.problem.unplaced[person],
                }
                let energy = self.weights.energy(change);
                if best.is_none_or(|(least, _)| energy < least) {
                    best = Some((energy, person));
                }
            }
            let Some((_, person)) = best else { break };
            self.put(&mut trial, person, Some(team));
        }
        let slot = self.any_slot(team, random);
        self.retime(&mut trial, team, slot);
        let first = self.first_duty(team, random);
        self.staff(&mut trial, team, first);
        self.decide(trial, before, slack);
    }

    /// A team's members go where they cost least, and it is no more.
    fn close_team(&mut self, slack: f64, random: &mut impl Rng) {
        let Some(team) = self.any_open_team(random) else { return };
        let (mut trial, before) = (Trial::default(), self.total);
        let members = self.teams[team].members.clone();
        for member in members {
            let person = self.person(team, member);
            let mut best = (self.weights.energy(Score::of(self.problem.unplaced[person])), None);
            for _ in 0..8 {
                let Some(group) = self.any_group_of(person, random) else { continue };
                let to = self.any_team_of(group, random);
                let Some(to) = to.filter(|&to| to != team && self.teams[to].is_open) else {
                    continue;
                };
                if !self.teams[to].has_room(&self.layouts[group]) {
                    continue;
                }
                let into = self.candidate(person, to);
                let change = self.weights.energy(self.change(to, Exchange { out: None, into }));
                if change < best.0 {
                    best = (change, Some(to));
                }
            }
            self.put(&mut trial, person, best.1);
        }
        self.close(&mut trial, team);
        self.decide(trial, before, slack);
    }

    /// A temperature at which a good part of the moves that make it worse are made.
    pub fn first_temperature(&mut self, random: &mut impl Rng, samples: usize) -> f64 {
        let mut worse: Vec<f64> = Vec::new();
        for _ in 0..samples * 4 {
            let before = self.total;
            let slack = f64::INFINITY;
            match random.random_range(0..2) {
                0 => self.relocate(slack, random),
                _ => self.swap(slack, random),
            }
            let change = self.weights.energy(self.total - before);
            if change > 0.0 {
                worse.push(change);
            }
            if worse.len() >= samples {
                break;
            }
        }
        worse.sort_by(f64::total_cmp);
        worse.get(worse.len() / 4).copied().unwrap_or(1.0)
    }
}
