//! The part of the program that one possible team makes: its slot, members, supervisors and terms.

use std::collections::{BTreeMap, HashMap};

use good_lp::{Expression, constraint};

use super::{Column, Place, Program};
use crate::problem::Group;
use crate::{Need, Quorum, Slot, Term};

impl Program<'_> {
    /// Adds a possible team of a group.
    pub(super) fn add_place(&mut self, index: usize, group: &Group) {
        let at: Vec<Column> = group.slots.iter().map(|_| self.binary()).collect();
        let exists: Expression = at.iter().map(|column| column.variable).sum();
        self.require(constraint!(exists.clone() <= 1));
        let joins: Vec<Vec<Option<Column>>> =
            group.slots.iter().zip(&at).map(|(slot, at)| self.add_joins(slot, *at)).collect();
        let serves: Vec<Vec<Column>> = group
            .slots
            .iter()
            .zip(&at)
            .map(|(slot, at)| self.add_serves(group, slot, *at))
            .collect();
        let member: Vec<Expression> = (0..group.candidates.len())
            .map(|c| joins.iter().filter_map(|slot| slot[c]).map(|column| column.variable).sum())
            .collect();
        for ((slot, at), (joins, serves)) in
            group.slots.iter().zip(&at).zip(joins.iter().zip(&serves))
        {
            self.add_capacity(slot, *at, joins, serves);
        }
        let sizes = self.add_sizes(group, &exists, &member);
        let quorums = group
            .slots
            .iter()
            .zip(&joins)
            .map(|(slot, joins)| slot.quorum.as_ref().map(|quorum| self.add_quorum(quorum, joins)))
            .collect();
        for (side, need) in group.needs.iter().enumerate() {
            self.add_need(group, side, need, &exists, &serves);
        }
        let mut serving: HashMap<usize, Expression> = HashMap::new();
        for (slot, serves) in group.slots.iter().zip(&serves) {
            for (duty, column) in slot.duties.iter().zip(serves) {
                *serving.entry(duty.supervisor).or_default() += column.variable;
            }
        }
        for term in &group.terms {
            self.add_term(term, &exists, &member, &serving);
        }
        self.places.push(Place { group: index, at, joins, serves, sizes, quorums });
    }

    fn add_joins(&mut self, slot: &Slot, at: Column) -> Vec<Option<Column>> {
        let mut joins = Vec::with_capacity(slot.members.len());
        for cost in &slot.members {
            joins.push(cost.map(|cost| {
                let join = self.binary();
                self.require(constraint!(join.variable <= at.variable));
                self.charge(cost, join.variable);
                join
            }));
        }
        joins
    }

    fn add_serves(&mut self, group: &Group, slot: &Slot, at: Column) -> Vec<Column> {
        let mut serves = Vec::with_capacity(slot.duties.len());
        let mut once: HashMap<usize, Expression> = HashMap::new();
        let mut sides = vec![Expression::default(); group.needs.len()];
        for duty in &slot.duties {
            let serve = self.binary();
            self.charge(duty.cost, serve.variable);
            *once.entry(duty.supervisor).or_default() += serve.variable;
            sides[duty.side] += serve.variable;
            serves.push(serve);
        }
        let mut once: Vec<_> = once.into_iter().collect();
        once.sort_unstable_by_key(|&(supervisor, _)| supervisor);
        for (_, serving) in once {
            self.require(constraint!(serving <= at.variable));
        }
        for (need, serving) in group.needs.iter().zip(sides) {
            self.require(constraint!(serving <= need.max as f64 * at.variable));
        }
        serves
    }

    fn add_capacity(
        &mut self,
        slot: &Slot,
        at: Column,
        joins: &[Option<Column>],
        serves: &[Column],
    ) {
        if let Some(capacity) = slot.capacity {
            let people = joins.iter().flatten().chain(serves).map(|column| column.variable);
            let people: Expression = people.sum();
            self.require(constraint!(people <= capacity as f64 * at.variable));
        }
    }

    fn add_sizes(
        &mut self,
        group: &Group,
        exists: &Expression,
        member: &[Expression],
    ) -> Vec<Option<Column>> {
        let mut sizes = Vec::with_capacity(group.sizes.len());
        let (mut chosen, mut members) = (Expression::default(), Expression::default());
        let largest = group.candidates.len();
        for (size, cost) in group.sizes.iter().enumerate().take(largest + 1) {
            sizes.push(cost.map(|cost| {
                let column = self.binary();
                self.charge(cost, column.variable);
                chosen += column.variable;
                members.add_mul(size as f64, column.variable);
                column
            }));
        }
        let joined: Expression = member.iter().cloned().sum();
        self.require(constraint!(chosen == exists.clone()));
        self.require(constraint!(joined == members));
        sizes
    }

    fn add_quorum(&mut self, quorum: &Quorum, joins: &[Option<Column>]) -> Column {
        let broken = self.binary();
        self.charge(quorum.broken, broken.variable);
        for sum in &quorum.sums {
            let worst: i64 = sum.iter().map(|&c| c.min(0)).sum();
            let mut members = Expression::default();
            for (join, &coefficient) in joins.iter().zip(sum) {
                if let (Some(join), true) = (join, coefficient != 0) {
                    members.add_mul(coefficient as f64, join.variable);
                }
            }
            self.require(constraint!(members + -worst as f64 * broken.variable >= 0));
        }
        broken
    }

    fn add_need(
        &mut self,
        group: &Group,
        side: usize,
        need: &Need,
        exists: &Expression,
        serves: &[Vec<Column>],
    ) {
        let mut short = need.min as f64 * exists.clone();
        for (slot, serves) in group.slots.iter().zip(serves) {
            for (duty, column) in slot.duties.iter().zip(serves) {
                if duty.side == side {
                    short -= column.variable;
                }
            }
        }
        self.charge_excess(need.short, short);
    }

    fn add_term(
        &mut self,
        term: &Term,
        exists: &Expression,
        member: &[Expression],
        serving: &HashMap<usize, Expression>,
    ) {
        let has = |candidate: usize| member[candidate].clone();
        let serves = |supervisor: &usize| serving.get(supervisor).cloned().unwrap_or_default();
        match term {
            Term::Deviation { coefficients, unit } => {
                let away = self.column(false, f64::INFINITY).variable;
                let mut sum = Expression::default();
                for (member, &coefficient) in member.iter().zip(coefficients) {
                    sum.add_mul(coefficient as f64, member.clone());
                }
                self.require(constraint!(away >= sum.clone()));
                self.require(constraint!(away >= -sum));
                self.charge(*unit, away);
            }
            Term::Distinct { labels, at_least, short } => {
                let mut missing = *at_least as f64 * exists.clone();
                for members in by_label(labels, member) {
                    let seen = self.column(false, 1.0).variable;
                    self.require(constraint!(seen <= members));
                    missing -= seen;
                }
                self.charge_excess(*short, missing);
            }
            Term::Thin { labels, at_least, cost } => {
                for members in by_label(labels, member) {
                    let there = self.presence(&members, member.len());
                    let wanted = *at_least as f64 * there;
                    self.charge_excess(*cost, wanted - members);
                }
            }
            Term::Fragile { labels, at_least, cost } => {
                self.add_fragile(&by_label(labels, member), *at_least, *cost, member.len());
            }
            Term::Unserved { labels, serving, cost } => {
                for (label, serving) in serving.iter().enumerate() {
                    let with_label =
                        labels.iter().zip(member).filter(|(of, _)| **of == Some(label));
                    let members: Expression = with_label.map(|(_, member)| member.clone()).sum();
                    let served = self.column(false, 1.0).variable;
                    let serving: Expression = serving.iter().map(serves).sum();
                    self.require(constraint!(served <= serving));
                    self.charge_excess(*cost, members - member.len() as f64 * served);
                }
            }
            Term::Together { one, other, cost } => {
                self.charge_excess(*cost, has(*one) - other.map(has).unwrap_or_default());
            }
            Term::Apart { one, other, cost } => {
                self.charge_excess(*cost, has(*one) + has(*other) - 1);
            }
            Term::SupervisorsAlike { alike, cost } => {
                let sum: Expression = alike.iter().map(serves).sum();
                self.charge_excess(*cost, sum - 1);
            }
            Term::SupervisorMissing { supervisor, cost } => {
                self.charge(*cost, exists.clone() - serves(supervisor));
            }
        }
    }

    /// 1 if any of at most so many members is there, and 0 if none is.
    fn presence(&mut self, members: &Expression, most: usize) -> good_lp::Variable {
        let there = self.binary().variable;
        self.require(constraint!(members.clone() <= most as f64 * there));
        self.require(constraint!(there <= members.clone()));
        there
    }

    /// There are more labels, or fewer, or none of those there are is on one member alone.
    fn add_fragile(
        &mut self,
        by_label: &[Expression],
        at_least: usize,
        cost: crate::Cost,
        most: usize,
    ) {
        let (number, least) = (by_label.len() as f64, at_least as f64);
        let there: Vec<_> = by_label.iter().map(|members| self.presence(members, most)).collect();
        let labels: Expression = there.iter().sum();
        let (more, fewer) = (self.binary().variable, self.binary().variable);
        self.require(constraint!(labels.clone() >= (least + 1.0) * more));
        self.require(constraint!(labels + (number + 1.0 - least) * fewer <= number));
        let fragile = self.binary().variable;
        self.charge(cost, fragile);
        for (members, there) in by_label.iter().zip(there) {
            self.require(constraint!(fragile + more + fewer >= 2.0 * there - members.clone()));
        }
    }
}

/// The members with each label, labels in order.
fn by_label(labels: &[Option<usize>], member: &[Expression]) -> Vec<Expression> {
    let mut by_label: BTreeMap<usize, Expression> = BTreeMap::new();
    for (member, label) in member.iter().zip(labels) {
        if let Some(label) = label {
            *by_label.entry(*label).or_default() += member.clone();
        }
    }
    by_label.into_values().collect()
}
