//! A round of pricing: what would make the program cheaper, and what the prices prove.

use super::compose::Composer;
use super::pricing::Prices;
use crate::Failure;
use crate::ends::Allowance;
use crate::highs::{Status, release_thread};
use crate::reduce::Compositions;

use super::{Column, Master};

/// The bound where nothing is proven.
const NOTHING: f64 = f64::NEG_INFINITY;

/// Teams taken of each slot and kind of supervision in one round.
const WANTED: usize = 6;

/// Listed compositions from which others are looked for, for each slot and kind.
const STARTS: usize = 3;

/// A reduced cost below minus this helps.
const HELPS: f64 = 1e-6;

/// What a round of pricing found and proved.
#[derive(Debug)]
pub(crate) struct Round {
    /// No plan costs less, in the weights of the goal.
    pub bound: f64,
    /// Teams and seats that would make the program cheaper.
    pub offers: Vec<Column>,
}

/// A composition, and the group in which it was found.
struct Found {
    group: usize,
    counts: Vec<u16>,
}

/// For whom a round of pricing works, and how much it may take.
#[derive(Clone, Copy)]
struct Hands<'a> {
    threads: usize,
    allowance: Allowance<'a>,
    seed: u32,
}

impl Master<'_> {
    /// Prices every slot. Where not all compositions are listed, the others are looked for only once
    /// no listed one helps, and until then there is no bound.
    pub fn round(
        &mut self,
        duals: &[f64],
        threads: usize,
        allowance: Allowance,
    ) -> Result<Round, Status> {
        let hands = Hands { threads, allowance, seed: self.seed };
        let quick = self.quick_offers(duals, hands)?;
        if !quick.is_empty() {
            return Ok(Round { bound: NOTHING, offers: quick });
        }
        let duals = self.clipped(duals);
        let round = self.round_of_listed(&duals, hands, false)?;
        let is_complete = self.compositions.iter().all(|all| all.is_complete);
        if is_complete || !round.offers.is_empty() {
            let bound = if is_complete { round.bound } else { NOTHING };
            return Ok(Round { bound, ..round });
        }
        let found = self.climb(&duals, hands)?;
        self.note(found);
        let climbed = self.round_of_listed(&duals, hands, false)?;
        if !climbed.offers.is_empty() {
            return Ok(Round { bound: NOTHING, ..climbed });
        }
        let found = self.compose(&duals, hands)?;
        self.note(found);
        self.round_of_listed(&duals, hands, false)
    }

    /// What would make the program cheaper, where long lists have short ones: of these.
    fn quick_offers(&self, duals: &[f64], hands: Hands) -> Result<Vec<Column>, Status> {
        if !self.compositions.iter().any(Compositions::is_long) {
            return Ok(Vec::new());
        }
        Ok(self.round_of_listed(&self.clipped(duals), hands, true)?.offers)
    }

    /// What would make the program cheaper, without a look at all there are if that takes long.
    pub fn some_offers(
        &mut self,
        duals: &[f64],
        threads: usize,
        allowance: Allowance,
    ) -> Result<Vec<Column>, Status> {
        let hands = Hands { threads, allowance, seed: self.seed };
        match self.compositions.iter().any(Compositions::is_long) {
            true => self.quick_offers(duals, hands),
            false => Ok(self.round(duals, threads, allowance)?.offers),
        }
    }

    /// Lists compositions.
    fn note(&mut self, found: Vec<Found>) {
        for Found { group, counts } in found {
            let (of, view) = (&self.reduced.problem.groups[group], &self.reduced.views[group]);
            self.compositions[group].note(of, &view.classes, &counts);
        }
    }

    fn round_of_listed(&self, duals: &[f64], hands: Hands, short: bool) -> Result<Round, Status> {
        let problem = self.reduced.problem;
        let places = self.places();
        let prices: Vec<Prices> = places.iter().map(|&(g, s)| self.prices(g, s, duals)).collect();
        let priced = in_threads(&prices, hands, |prices| {
            let best = |prices: &Prices| hands.go_on().map(|()| prices.best(WANTED, short));
            prices.iter().map(best).collect()
        })?;
        let (people, mut columns) = self.people(duals);
        let mut bound = self.fixed(duals) + people + self.duties(duals);
        let mut best = vec![0.0f64; problem.groups.len()];
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
        for (group, best) in best.iter().enumerate() {
            bound += best * self.most_teams(group);
        }
        columns.extend(offers.iter().map(|offer| self.column(offer)));
        Ok(Round { bound, offers: columns })
    }

    /// Every group's every slot.
    fn places(&self) -> Vec<(usize, usize)> {
        let groups = self.reduced.problem.groups.iter().enumerate();
        groups.flat_map(|(group, of)| (0..of.slots.len()).map(move |slot| (group, slot))).collect()
    }

    /// Good compositions for each slot and kind, of the groups where they are not all listed.
    fn climb(&self, duals: &[f64], hands: Hands) -> Result<Vec<Found>, Status> {
        let mut places = self.places();
        places.retain(|&(group, _)| !self.compositions[group].is_complete);
        let prices: Vec<Prices> = places.iter().map(|&(g, s)| self.prices(g, s, duals)).collect();
        in_threads(&prices, hands, |prices| {
            let mut found = Vec::new();
            for prices in prices {
                hands.go_on()?;
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
            Ok(found)
        })
    }

    /// The best composition of each slot and kind, among all there are, of the groups where they are
    /// not all listed.
    fn compose(&mut self, duals: &[f64], hands: Hands) -> Result<Vec<Found>, Status> {
        let mut places = self.places();
        places.retain(|&(group, _)| !self.compositions[group].is_complete);
        let prices: Vec<Prices> = places.iter().map(|&(g, s)| self.prices(g, s, duals)).collect();
        let composed = in_threads(&prices, hands, |prices| {
            let mut composed = Vec::new();
            for prices in prices.chunk_by(|one, other| one.at.0 == other.at.0) {
                let mut found = Vec::new();
                let mut composer = Composer::new(prices[0].of, &prices[0].view.classes, hands.seed);
                for prices in prices {
                    for (kind, seats) in prices.kinds() {
                        let best = composer.best(prices, kind, seats, hands.allowance)?;
                        found.extend(best.map(|counts| Found { group: prices.at.0, counts }));
                    }
                }
                composed.push((found, composer.iterations));
            }
            Ok(composed)
        })?;
        self.iterations += composed.iter().map(|(_, iterations)| iterations).sum::<u64>();
        Ok(composed.into_iter().flat_map(|(found, _)| found).collect())
    }
}

impl Hands<'_> {
    /// Whether there is still something to be done for.
    fn go_on(&self) -> Result<(), Status> {
        match self.allowance.is_used_up() {
            true => Err(Status::Stopped),
            false => Ok(()),
        }
    }
}

/// Does a job on slices of what there is, in as many threads, and puts the results together in order.
/// One that is missing would put others in its place, so there are all or none.
fn in_threads<T: Sync, R: Send>(
    all: &[T],
    hands: Hands,
    job: impl Fn(&[T]) -> Result<Vec<R>, Status> + Sync,
) -> Result<Vec<R>, Status> {
    let chunk = all.len().div_ceil(hands.threads.max(1)).max(1);
    std::thread::scope(|scope| {
        let job = &job;
        let handles: Vec<_> = all
            .chunks(chunk)
            .map(|some| {
                scope.spawn(move || {
                    #[cfg(test)]
                    crate::faults::panic_at(hands.seed, "pricing");
                    let done = job(some);
                    release_thread();
                    done
                })
            })
            .collect();
        let of_panic = |panic: Box<dyn std::any::Any + Send>| {
            Err(Status::Failed(Failure::of_panic(panic.as_ref())))
        };
        let (done, undone): (Vec<_>, Vec<_>) = handles
            .into_iter()
            .map(|handle| handle.join().unwrap_or_else(of_panic))
            .partition(Result::is_ok);
        // An internal error before all else.
        let worst = undone.into_iter().filter_map(Result::err);
        let worst = worst.max_by_key(|status| matches!(status, Status::Failed(_)));
        match worst {
            Some(status) => Err(status),
            None => Ok(done.into_iter().flatten().flatten().collect()),
        }
    })
}
