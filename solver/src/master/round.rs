//! A round of pricing: what would make the program cheaper, and what the prices prove.

use super::pricing::Prices;
use super::whole_pricing::EFFORTS;
use crate::Failure;
use crate::ends::Allowance;
use crate::highs::{Status, release_thread};
use crate::reduce::Compositions;
use crate::tolerances::HELPS;

use super::{Column, Master, TeamRange};

/// The bound where nothing is proven.
pub(super) const NOTHING: f64 = f64::NEG_INFINITY;

/// Teams taken of each slot and kind of supervision in one round.
const WANTED: usize = 6;

/// What a round of pricing found and proved.
#[derive(Debug)]
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

/// For whom a round of pricing works, and how much it may take.
#[derive(Clone, Copy)]
pub(super) struct Hands<'a> {
    pub threads: usize,
    pub allowance: Allowance<'a>,
    /// For failures on purpose.
    #[cfg(test)]
    pub seed: u32,
}

impl Master<'_> {
    pub(super) fn hands<'a>(&self, threads: usize, allowance: Allowance<'a>) -> Hands<'a> {
        Hands {
            threads,
            allowance,
            #[cfg(test)]
            seed: self.seed,
        }
    }

    /// Prices every slot. Where it takes long to prove that no team helps, it may leave one that costs less than nothing, but
    /// no more than `slack`.
    pub fn round(
        &mut self,
        duals: &[f64],
        threads: usize,
        allowance: Allowance,
        slack: f64,
    ) -> Result<Round, Status> {
        let hands = self.hands(threads, allowance);
        if self.is_whole {
            return self.round_of_whole(duals, hands, slack, &EFFORTS);
        }
        let quick = self.quick_offers(duals, hands)?;
        if !quick.is_empty() {
            return Ok(Round { bound: NOTHING, offers: quick });
        }
        let duals = self.clipped(duals);
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
        let hands = self.hands(threads, allowance);
        if self.is_whole {
            return Ok(self.round_of_whole(duals, hands, 0.0, &[])?.offers);
        }
        match self.compositions.iter().any(Compositions::is_long) {
            true => self.quick_offers(duals, hands),
            false => Ok(self.round(duals, threads, allowance, 0.0)?.offers),
        }
    }

    fn round_of_listed(&self, duals: &[f64], hands: Hands, short: bool) -> Result<Round, Status> {
        let problem = self.reduced.problem;
        let places = self.places();
        let prices: Vec<Prices> =
            places.iter().map(|&(g, s)| self.prices(g, s, &[s], duals)).collect();
        let priced = in_threads(&prices, hands, |prices| {
            let best = |prices: &Prices| hands.go_on().map(|()| prices.best(WANTED, short));
            prices.iter().map(best).collect()
        })?;
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
        for (best, range) in best.iter().zip(self.team_ranges()) {
            bound += range.cheapest(*best);
        }
        columns.extend(offers.iter().map(|offer| self.column(offer)));
        Ok(Round { bound, offers: columns })
    }

    /// Every group's every slot.
    pub(super) fn places(&self) -> Vec<(usize, usize)> {
        let groups = self.reduced.problem.groups.iter().enumerate();
        groups.flat_map(|(group, of)| (0..of.slots.len()).map(move |slot| (group, slot))).collect()
    }
}

impl Hands<'_> {
    /// Whether there is still something to be done for.
    pub fn go_on(&self) -> Result<(), Status> {
        match self.allowance.is_used_up() {
            true => Err(Status::Stopped),
            false => Ok(()),
        }
    }
}

/// Does a job on slices of what there is, in as many threads, and puts the results together in order.
/// One that is missing would put others in its place, so there are all or none.
pub(super) fn in_threads<T: Sync, R: Send>(
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
