//! A team of the local search, with everything its score is made of kept up to date.

use super::group::{Charge, Layout, Pair, SupervisorTerm};
use super::score::Score;
use crate::Cost;

/// The sums that a term on labels is made of.
#[derive(Clone, Copy, Debug, Default)]
struct LabelSums {
    /// Labels that are there.
    present: i64,
    /// Of these, the ones on a single member.
    single: i64,
    /// Members that the labels which are there are short of.
    short: i64,
    /// Members whose label no supervisor stands for.
    unserved: i64,
}

/// A team, open or not.
#[derive(Clone, Debug)]
pub(super) struct Team {
    pub group: usize,
    pub slot: usize,
    /// A team that is not open has no members, no duties and no score.
    pub is_open: bool,
    /// Candidates, in no order.
    pub members: Vec<usize>,
    /// Places in the slot's duties, in no order.
    pub duties: Vec<usize>,
    /// What the team is worth by itself.
    pub score: Score,
    attendance: Score,
    deviations: Vec<i64>,
    heads: Vec<u32>,
    labels: Vec<LabelSums>,
    pairs: Cost,
    /// The sums of the slot's quorum.
    quorum: Vec<i64>,
    supervision: Cost,
    /// By place of the heads, whether a supervisor stands for the label.
    served: Vec<bool>,
}

/// A change of one team's members: one goes, one comes, or both.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Exchange {
    pub out: Option<usize>,
    pub into: Option<usize>,
}

impl Team {
    pub fn closed(group: usize, layout: &Layout) -> Team {
        Team {
            group,
            slot: 0,
            is_open: false,
            members: Vec::new(),
            duties: Vec::new(),
            score: Score::ZERO,
            attendance: Score::ZERO,
            deviations: vec![0; layout.deviations],
            heads: vec![0; layout.places],
            labels: vec![LabelSums::default(); layout.label_terms.len()],
            pairs: Cost::ZERO,
            quorum: Vec::new(),
            supervision: Cost::ZERO,
            served: vec![false; layout.places],
        }
    }

    /// Works everything out from the members, the slot and the duties.
    pub fn rebuild(&mut self, layout: &Layout) {
        self.attendance = Score::ZERO;
        self.deviations.fill(0);
        self.heads.fill(0);
        self.labels.fill(LabelSums::default());
        self.pairs = Cost::ZERO;
        let members = std::mem::take(&mut self.members);
        self.set_slot(layout, self.slot, &[]);
        let duties = std::mem::take(&mut self.duties);
        self.set_duties(layout, duties);
        for member in members {
            let exchange = Exchange { out: None, into: Some(member) };
            self.exchange(layout, exchange);
        }
        self.refresh(layout);
    }

    /// Gives the team a slot; its members, if any, are those of the team. Duties go.
    fn set_slot(&mut self, layout: &Layout, slot: usize, members: &[usize]) {
        self.slot = slot;
        let at = &layout.group.slots[slot];
        self.attendance = Score::ZERO;
        for &member in members {
            self.attendance += attendance(layout, slot, member);
        }
        let sums = at.quorum.iter().flat_map(|quorum| &quorum.sums);
        self.quorum.clear();
        self.quorum.extend(sums.map(|sum| members.iter().map(|&member| sum[member]).sum::<i64>()));
    }

    /// Moves the team to a slot, without supervisors.
    pub fn move_to(&mut self, layout: &Layout, slot: usize) {
        let members = std::mem::take(&mut self.members);
        self.set_slot(layout, slot, &members);
        self.members = members;
        self.set_duties(layout, Vec::new());
    }

    /// What attendance and quorum would be worth at a slot: what changes with the slot alone.
    pub fn worth_at(&self, layout: &Layout, slot: usize) -> Score {
        let mut worth = Score::ZERO;
        for &member in &self.members {
            worth += attendance(layout, slot, member);
        }
        if let Some(quorum) = &layout.group.slots[slot].quorum {
            let sum = |sum: &Vec<i64>| self.members.iter().map(|&member| sum[member]).sum::<i64>();
            if quorum.sums.iter().any(|all| sum(all) < 0) {
                worth.cost += quorum.broken;
            }
        }
        worth
    }

    /// Gives the team its supervisors.
    pub fn set_duties(&mut self, layout: &Layout, duties: Vec<usize>) {
        self.duties = duties;
        self.supervision = self.supervision_of(layout, &self.duties);
        let slot = &layout.group.slots[self.slot];
        for (term, sums) in layout.label_terms.iter().zip(&mut self.labels) {
            if term.charge != Charge::Unserved {
                continue;
            }
            sums.unserved = 0;
            for (label, serving) in term.serving.iter().enumerate() {
                let stands_for =
                    |&duty: &usize| serving.binary_search(&slot.duties[duty].supervisor).is_ok();
                let is_served = self.duties.iter().any(stands_for);
                // A label on nobody has no place.
                if label < term.labels {
                    let place = term.first + label;
                    self.served[place] = is_served;
                    sums.unserved += if is_served { 0 } else { i64::from(self.heads[place]) };
                }
            }
        }
        self.refresh(layout);
    }

    /// By how much the score changes with one duty more.
    pub fn change_with_duty(&self, layout: &Layout, duty: usize) -> Score {
        let mut duties = self.duties.clone();
        duties.push(duty);
        let mut change = Score::of(self.supervision_of(layout, &duties) - self.supervision);
        if let Some(most) = layout.group.slots[self.slot].capacity {
            change.violation += i64::from(self.members.len() + duties.len() > most);
        }
        let supervisor = layout.group.slots[self.slot].duties[duty].supervisor;
        for term in layout.label_terms.iter().filter(|term| term.charge == Charge::Unserved) {
            for (label, serving) in term.serving.iter().enumerate().take(term.labels) {
                let place = term.first + label;
                if !self.served[place] && serving.binary_search(&supervisor).is_ok() {
                    change.cost = change.cost - term.cost * i64::from(self.heads[place]);
                }
            }
        }
        change
    }

    /// What duties cost by themselves, with who is missing and who is alike.
    fn supervision_of(&self, layout: &Layout, duties: &[usize]) -> Cost {
        let slot = &layout.group.slots[self.slot];
        let who = |&duty: &usize| slot.duties[duty].supervisor;
        let mut cost: Cost = duties.iter().map(|&duty| slot.duties[duty].cost).sum();
        for (side, need) in layout.group.needs.iter().enumerate() {
            let serving = duties.iter().filter(|&&duty| slot.duties[duty].side == side).count();
            cost += need.short * need.min.saturating_sub(serving) as i64;
        }
        for term in &layout.supervisor_terms {
            cost += match term {
                SupervisorTerm::Alike { supervisors, cost } => {
                    let alike = duties.iter().filter(|duty| supervisors.contains(&who(duty)));
                    *cost * alike.count().saturating_sub(1) as i64
                }
                SupervisorTerm::Missing { supervisor, cost } => {
                    let serves = duties.iter().any(|duty| who(duty) == *supervisor);
                    if serves { Cost::ZERO } else { *cost }
                }
            };
        }
        cost
    }

    /// Whether there is room for one member more.
    pub fn has_room(&self, layout: &Layout) -> bool {
        self.members.len() < layout.largest()
    }

    /// What the team would be worth after an exchange.
    pub fn score_after(&self, layout: &Layout, exchange: Exchange) -> Score {
        let Exchange { out, into } = exchange;
        let size = self.members.len() + usize::from(into.is_some()) - usize::from(out.is_some());
        let mut attendance = self.attendance;
        if let Some(out) = out {
            attendance = attendance - self::attendance(layout, self.slot, out);
        }
        if let Some(into) = into {
            attendance += self::attendance(layout, self.slot, into);
        }
        let pairs = self.pairs + self.change_of_pairs(layout, exchange);
        let mut score = self.base_score(layout, size, attendance, pairs);
        score.cost += self.deviation_after(layout, exchange);
        for (term, &sums) in layout.label_terms.iter().zip(&self.labels) {
            let sums = self.sums_after(term, sums, exchange);
            score.cost += label_cost(term, sums);
        }
        if let Some(quorum) = &layout.group.slots[self.slot].quorum {
            let is_negative = |(sum, all): (&i64, &Vec<i64>)| {
                sum + into.map_or(0, |c| all[c]) - out.map_or(0, |c| all[c]) < 0
            };
            if self.quorum.iter().zip(&quorum.sums).any(is_negative) {
                score.cost += quorum.broken;
            }
        }
        score
    }

    /// The part of the score that is made of size, attendance, pairs and supervision.
    fn base_score(&self, layout: &Layout, size: usize, attendance: Score, pairs: Cost) -> Score {
        let (distance, of_size) = match layout.sizes.get(size) {
            Some(&entry) => entry,
            None => ((size - layout.largest()) as i64, Cost::ZERO),
        };
        let mut score = attendance;
        score.violation += distance;
        score.cost += of_size + pairs + self.supervision;
        if let Some(most) = layout.group.slots[self.slot].capacity {
            score.violation += (size + self.duties.len()).saturating_sub(most) as i64;
        }
        score
    }

    fn deviation_after(&self, layout: &Layout, Exchange { out, into }: Exchange) -> Cost {
        let none: &[i64] = &[];
        let minus = out.map_or(none, |candidate| layout.coefficients(candidate));
        let plus = into.map_or(none, |candidate| layout.coefficients(candidate));
        let after = |at: usize| {
            let minus = minus.get(at).copied().unwrap_or(0);
            let plus = plus.get(at).copied().unwrap_or(0);
            (self.deviations[at] - minus + plus).abs()
        };
        let units = &layout.units[..];
        let points = (0..units.len()).map(|at| units[at].points * after(at)).sum();
        let broken = match layout.units_break {
            true => (0..units.len()).map(|at| units[at].broken * after(at)).sum(),
            false => 0,
        };
        Cost { broken, points }
    }

    fn sums_after(
        &self,
        term: &super::group::LabelTerm,
        mut sums: LabelSums,
        Exchange { out, into }: Exchange,
    ) -> LabelSums {
        let out = out.and_then(|candidate| term.place(candidate));
        let into = into.and_then(|candidate| term.place(candidate));
        if out == into {
            return sums;
        }
        if let Some(place) = out {
            self.step(term, &mut sums, place, -1);
        }
        if let Some(place) = into {
            self.step(term, &mut sums, place, 1);
        }
        sums
    }

    /// One member more or less with the label of a place.
    fn step(&self, term: &super::group::LabelTerm, sums: &mut LabelSums, place: usize, by: i64) {
        let before = i64::from(self.heads[place]);
        let after = before + by;
        let short = |heads: i64| if heads > 0 { (term.at_least - heads).max(0) } else { 0 };
        sums.present += i64::from(after > 0) - i64::from(before > 0);
        sums.single += i64::from(after == 1) - i64::from(before == 1);
        sums.short += short(after) - short(before);
        if !self.served[place] {
            sums.unserved += by;
        }
    }

    fn has(&self, member: usize, Exchange { out, into }: Exchange) -> bool {
        into == Some(member) || (out != Some(member) && self.members.contains(&member))
    }

    fn change_of_pairs(&self, layout: &Layout, exchange: Exchange) -> Cost {
        let mut change = Cost::ZERO;
        if let Some(out) = exchange.out {
            let without = Exchange { out: Some(out), into: None };
            change = change - self.pairs_of(layout, out, without);
        }
        if let Some(into) = exchange.into {
            let before = Exchange { out: exchange.out, into: None };
            change += self.pairs_of(layout, into, before);
        }
        change
    }

    /// What pairs cost more once a candidate joins, who is not counted in the exchange.
    fn pairs_of(&self, layout: &Layout, candidate: usize, exchange: Exchange) -> Cost {
        let mut more = Cost::ZERO;
        for pair in &layout.pairs[candidate] {
            match *pair {
                Pair::Wants { other, cost } => {
                    if !other.is_some_and(|other| self.has(other, exchange)) {
                        more += cost;
                    }
                }
                Pair::WantedBy { other, cost } => {
                    if self.has(other, exchange) {
                        more = more - cost;
                    }
                }
                Pair::Avoids { other, cost } => {
                    if self.has(other, exchange) {
                        more += cost;
                    }
                }
            }
        }
        more
    }

    /// Changes the members.
    pub fn exchange(&mut self, layout: &Layout, exchange: Exchange) {
        self.pairs += self.change_of_pairs(layout, exchange);
        if let Some(out) = exchange.out {
            self.count(layout, out, -1);
            self.members.retain(|&member| member != out);
        }
        if let Some(into) = exchange.into {
            self.count(layout, into, 1);
            self.members.push(into);
        }
        self.refresh(layout);
    }

    /// Counts a member in or out of all sums.
    fn count(&mut self, layout: &Layout, member: usize, by: i64) {
        let attendance = self::attendance(layout, self.slot, member);
        self.attendance =
            if by > 0 { self.attendance + attendance } else { self.attendance - attendance };
        for (sum, coefficient) in self.deviations.iter_mut().zip(layout.coefficients(member)) {
            *sum += by * coefficient;
        }
        for (index, term) in layout.label_terms.iter().enumerate() {
            if let Some(place) = term.place(member) {
                let mut sums = self.labels[index];
                self.step(term, &mut sums, place, by);
                self.labels[index] = sums;
                self.heads[place] = self.heads[place].wrapping_add_signed(by as i32);
            }
        }
        if let Some(quorum) = &layout.group.slots[self.slot].quorum {
            for (sum, all) in self.quorum.iter_mut().zip(&quorum.sums) {
                *sum += by * all[member];
            }
        }
    }

    fn refresh(&mut self, layout: &Layout) {
        self.score = match self.is_open {
            true => self.score_after(layout, Exchange::default()),
            false => Score::ZERO,
        };
    }
}

/// What a candidate costs at a slot.
pub(super) fn attendance(layout: &Layout, slot: usize, candidate: usize) -> Score {
    match layout.group.slots[slot].members[candidate] {
        Some(cost) => Score::of(cost),
        None => Score::violated(1),
    }
}

fn label_cost(term: &super::group::LabelTerm, sums: LabelSums) -> Cost {
    let times = match term.charge {
        Charge::Distinct => (term.at_least - sums.present).max(0),
        Charge::Thin => sums.short,
        Charge::Fragile => i64::from(sums.present == term.at_least && sums.single > 0),
        Charge::Unserved => sums.unserved,
    };
    term.cost * times
}
