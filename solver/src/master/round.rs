//! A round of pricing: what would make the program cheaper, and what the prices prove.

use super::compose::Composer;
use super::pricing::Prices;
use crate::highs::live::Status;
use crate::highs::release_thread;
use crate::pricing::Effort;
use crate::reduce::Compositions;

use super::{Column, Master, TeamRange};

/// The bound where nothing is proven.
pub(super) const NOTHING: f64 = f64::NEG_INFINITY;

/// Teams taken of each slot and kind of supervision in one round.
const WANTED: usize = 6;

/// Listed compositions from which others are looked for, for each slot and kind.
const STARTS: usize = 3;

/// A reduced cost below minus this helps.
pub(super) const HELPS: f64 = 1e-6;

/// Partial teams that are looked at for each size of a slot, in turn until some team helps.
const EXACT_NODES: [u64; 3] = [10_000, 100_000, 1_000_000];

/// What a round of pricing found and proved.
pub(crate) struct Round {
    /// No plan costs less, in the weights of the goal.
    pub bound: f64,
    /// Teams and seats that would make the program cheaper.
    pub offers: Vec<Column>,
}

impl TeamRange {
    /// What the teams of a group cost at least if each costs so much.
    fn cheapest(self, each: f64) -> f64 {
        match if each < 0.0 { self.most } else { self.least } {
            0 => 0.0,
            number => each * number as f64,
        }
    }
}

/// A composition, and the group in which it was found.
struct Found {
    group: usize,
    counts: Vec<u16>,
}

impl Master<'_> {
    /// Prices every slot. Where not all compositions are listed, the others are looked for only once
    /// no listed one helps, and until then there is no bound.
    pub fn round(&mut self, duals: &[f64], threads: usize) -> Round {
        if self.whole.is_some() {
            let mut round = self.round_of_whole(duals, threads, Effort::Heuristic);
            // A team that helps is often found long before it is proven that none does.
            for nodes in EXACT_NODES {
                if !round.offers.is_empty() {
                    break;
                }
                let exact = self.round_of_whole(duals, threads, Effort::Exact(nodes));
                round = Round { bound: round.bound.max(exact.bound), ..exact };
            }
            return round;
        }
        let quick = self.quick_offers(duals, threads);
        if !quick.is_empty() {
            return Round { bound: NOTHING, offers: quick };
        }
        let duals = self.clipped(duals);
        let round = self.round_of_listed(&duals, threads, false);
        let is_complete = self.compositions.iter().all(|all| all.is_complete);
        if is_complete || !round.offers.is_empty() {
            return Round { bound: if is_complete { round.bound } else { NOTHING }, ..round };
        }
        let found = self.climb(&duals, threads);
        self.note(found);
        let climbed = self.round_of_listed(&duals, threads, false);
        if !climbed.offers.is_empty() {
            return Round { bound: NOTHING, ..climbed };
        }
        let Ok(found) = self.compose(&duals, threads) else {
            return Round { bound: NOTHING, ..round };
        };
        self.note(found);
        self.round_of_listed(&duals, threads, false)
    }

    /// What would make the program cheaper, where long lists have short ones: of these.
    fn quick_offers(&self, duals: &[f64], threads: usize) -> Vec<Column> {
        if !self.compositions.iter().any(Compositions::is_long) {
            return Vec::new();
        }
        self.round_of_listed(&self.clipped(duals), threads, true).offers
    }

    /// What would make the program cheaper, without a look at all there are if that takes long.
    pub fn some_offers(&mut self, duals: &[f64], threads: usize) -> Vec<Column> {
        if self.whole.is_some() {
            return self.round_of_whole(duals, threads, Effort::Heuristic).offers;
        }
        match self.compositions.iter().any(Compositions::is_long) {
            true => self.quick_offers(duals, threads),
            false => self.round(duals, threads).offers,
        }
    }

    /// Lists compositions.
    fn note(&mut self, found: Vec<Found>) {
        for Found { group, counts } in found {
            let (of, view) = (&self.reduced.problem.groups[group], &self.reduced.views[group]);
            self.compositions[group].note(of, &view.classes, &counts);
        }
    }

    fn round_of_listed(&self, duals: &[f64], threads: usize, short: bool) -> Round {
        let problem = self.reduced.problem;
        let places = self.places();
        let prices: Vec<Prices> = places.iter().map(|&(g, s)| self.prices(g, s, duals)).collect();
        let priced = in_threads(&prices, threads, |prices| {
            prices.iter().map(|prices| prices.best(WANTED, short)).collect()
        });
        let (people, mut columns) = self.people(duals);
        let mut bound = self.fixed(duals) + people + self.duties(duals);
        let mut best = vec![f64::INFINITY; problem.groups.len()];
        let mut offers = Vec::new();
        for (&(group, slot), kinds) in places.iter().zip(priced) {
            let sets = self.sets(group, slot, duals);
            for (kind, found) in kinds.into_iter().enumerate() {
                if let Some(offer) = found.first() {
                    best[group] = best[group].min(offer.reduced + sets[kind]);
                }
                let own = -duals[self.groups + group];
                offers.extend(found.into_iter().filter(|offer| offer.reduced + own < -HELPS));
            }
        }
        for (best, range) in best.iter().zip(&self.ranges) {
            bound += range.cheapest(*best);
        }
        columns.extend(offers.iter().map(|offer| self.column(offer)));
        Round { bound, offers: columns }
    }

    /// Every group's every slot.
    pub(super) fn places(&self) -> Vec<(usize, usize)> {
        let groups = self.reduced.problem.groups.iter().enumerate();
        groups.flat_map(|(group, of)| (0..of.slots.len()).map(move |slot| (group, slot))).collect()
    }

    /// Good compositions for each slot and kind, of the groups where they are not all listed.
    fn climb(&self, duals: &[f64], threads: usize) -> Vec<Found> {
        let mut places = self.places();
        places.retain(|&(group, _)| !self.compositions[group].is_complete);
        let prices: Vec<Prices> = places.iter().map(|&(g, s)| self.prices(g, s, duals)).collect();
        in_threads(&prices, threads, |prices| {
            let mut found = Vec::new();
            for prices in prices {
                let best = prices.best(STARTS, false);
                for (kind, seats) in prices.kinds() {
                    let best = &best[kind];
                    let none = vec![0; prices.view.classes.len()];
                    let listed =
                        best.iter().map(|offer| prices.all.counts(offer.composition).to_vec());
                    let starts = std::iter::once(none).chain(listed);
                    let ends = starts.filter_map(|start| prices.climb(&start, kind, seats));
                    found.extend(ends.map(|counts| Found { group: prices.at.0, counts }));
                }
            }
            found
        })
    }

    /// The best composition of each slot and kind, among all there are, of the groups where they are
    /// not all listed.
    fn compose(&self, duals: &[f64], threads: usize) -> Result<Vec<Found>, Status> {
        let mut places = self.places();
        places.retain(|&(group, _)| !self.compositions[group].is_complete);
        let prices: Vec<Prices> = places.iter().map(|&(g, s)| self.prices(g, s, duals)).collect();
        let composed = in_threads(&prices, threads, |prices| {
            let mut composer: Option<(usize, Composer)> = None;
            let mut found = Vec::new();
            for prices in prices {
                let group = prices.at.0;
                if composer.as_ref().is_none_or(|(of, _)| *of != group) {
                    composer = Some((group, Composer::new(prices.of, &prices.view.classes)));
                }
                let Some((_, composer)) = &mut composer else { continue };
                for (kind, seats) in prices.kinds() {
                    let best = composer.best(prices, kind, seats).transpose();
                    found.extend(best.map(|best| best.map(|counts| Found { group, counts })));
                }
            }
            found
        });
        composed.into_iter().collect()
    }
}

/// Does a job on slices of what there is, in as many threads, and puts the results together in order.
pub(super) fn in_threads<T: Sync, R: Send>(
    all: &[T],
    threads: usize,
    job: impl Fn(&[T]) -> Vec<R> + Sync,
) -> Vec<R> {
    let chunk = all.len().div_ceil(threads.max(1)).max(1);
    std::thread::scope(|scope| {
        let job = &job;
        let handles: Vec<_> = all
            .chunks(chunk)
            .map(|some| {
                scope.spawn(move || {
                    let done = job(some);
                    release_thread();
                    done
                })
            })
            .collect();
        handles.into_iter().flat_map(|handle| handle.join().unwrap_or_default()).collect()
    })
}
