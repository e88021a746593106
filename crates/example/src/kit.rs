//! Reproducible chance, for all examples.

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// A source of chance that gives the same draws on every machine.
///
/// Each thing that is drawn (a class, a student, a supervisor) has dice of its own, so that a
/// change to one leaves the others as they were.
pub struct Dice(ChaCha8Rng);

impl Dice {
    /// Dice for one purpose; another seed or another purpose gives other draws.
    pub fn new(seed: u64, purpose: &str) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        rng.set_stream(fnv1a(purpose));
        Self(rng)
    }

    /// A number from 0 up to but not including `end`.
    pub fn below(&mut self, end: u32) -> u32 {
        self.0.random_range(0..end)
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: u32, high: u32) -> u32 {
        self.0.random_range(low..=high)
    }

    /// True in `chances` of `of` draws.
    pub fn chance(&mut self, chances: u32, of: u32) -> bool {
        self.below(of) < chances
    }

    /// One of the items, each as likely.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        let weights = vec![1; items.len()];
        &items[self.weighted(&weights)]
    }

    /// The place of one of the weights, each as likely as it weighs.
    pub fn weighted(&mut self, weights: &[u32]) -> usize {
        let mut left = self.below(weights.iter().sum());
        for (at, &weight) in weights.iter().enumerate() {
            if left < weight {
                return at;
            }
            left -= weight;
        }
        unreachable!("the draw is below the sum of the weights")
    }

    /// The places of `count` different weights, in order; fewer if fewer weights are not 0.
    pub fn several(&mut self, weights: &[u32], count: usize) -> Vec<usize> {
        let mut weights = weights.to_vec();
        let mut drawn = Vec::new();
        while drawn.len() < count && weights.iter().any(|&weight| weight > 0) {
            let at = self.weighted(&weights);
            weights[at] = 0;
            drawn.push(at);
        }
        drawn.sort_unstable();
        drawn
    }
}

/// The standard library's hashers may change between releases; this one never does.
fn fnv1a(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// An id made from a name: lower case, one `-` for each stretch of anything but letters and digits.
pub fn slug(name: &str) -> String {
    name.split(|character: char| !character.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect::<Vec<_>>()
        .join("-")
}
