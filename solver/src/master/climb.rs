//! Quick pricing where not all compositions are listed: from one that is, step by step to the best
//! that differs in one member.

use super::pricing::Prices;

/// Steps from one start at most.
const STEPS: usize = 30;

impl Prices<'_> {
    /// Members by class of a composition that no single member more, less or other makes cheaper.
    pub fn climb(&self, start: &[u16], kind: usize, seats: &[Vec<f64>]) -> Option<Vec<u16>> {
        let mut counts = start.to_vec();
        let mut price = self.price_of(&counts, kind, seats).unwrap_or(f64::INFINITY);
        for _ in 0..STEPS {
            let mut best: Option<(f64, Option<usize>, Option<usize>)> = None;
            let classes = counts.len();
            let steps = (0..=classes).flat_map(|out| (0..=classes).map(move |into| (out, into)));
            for (out, into) in steps.filter(|(out, into)| out != into) {
                let (out, into) =
                    (Some(out).filter(|&c| c < classes), Some(into).filter(|&c| c < classes));
                let fits = out.is_none_or(|out| counts[out] > 0)
                    && into.is_none_or(|into| {
                        usize::from(counts[into]) < self.view.classes.candidates[into].len()
                    });
                if !fits {
                    continue;
                }
                step(&mut counts, out, into);
                if let Some(with) = self.price_of(&counts, kind, seats)
                    && best.is_none_or(|(best, ..)| with < best)
                {
                    best = Some((with, out, into));
                }
                step(&mut counts, into, out);
            }
            match best {
                Some((with, out, into)) if with < price - 1e-9 => {
                    price = with;
                    step(&mut counts, out, into);
                }
                _ => break,
            }
        }
        price.is_finite().then_some(counts)
    }

    /// What a composition costs at these prices; none if its size does not fit.
    pub(super) fn price_of(&self, counts: &[u16], kind: usize, seats: &[Vec<f64>]) -> Option<f64> {
        let size: usize = counts.iter().map(|&n| usize::from(n)).sum();
        if size > self.room(kind) {
            return None;
        }
        let cost = self.of.size_cost(size)? + self.view.classes.cost(counts);
        let seats: f64 = seats.iter().zip(counts).map(|(seats, &n)| seats[usize::from(n)]).sum();
        Some(self.weigh(cost) + seats)
    }
}

/// One member of a class less and one of another more.
fn step(counts: &mut [u16], out: Option<usize>, into: Option<usize>) {
    out.into_iter().for_each(|out| counts[out] -= 1);
    into.into_iter().for_each(|into| counts[into] += 1);
}
