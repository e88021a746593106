//! Random choices that repeat.

use std::ops::RangeInclusive;

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// A source of random choices.
pub struct Draw(ChaCha8Rng);

impl Draw {
    /// The same seed gives the same choices.
    pub fn new(seed: u64) -> Draw {
        Draw(ChaCha8Rng::seed_from_u64(seed))
    }

    /// Whether something happens that does so with this probability.
    pub fn chance(&mut self, probability: f64) -> bool {
        self.0.random_bool(probability)
    }

    /// A whole number.
    pub fn int(&mut self, range: RangeInclusive<i32>) -> i32 {
        self.0.random_range(range)
    }

    /// One of some.
    pub fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.0.random_range(0..from.len())].clone()
    }

    /// Each of some with this probability.
    pub fn some<T: Clone>(&mut self, from: &[T], probability: f64) -> Vec<T> {
        from.iter().filter(|_| self.chance(probability)).cloned().collect()
    }

    /// The same, as lists of ids may be: now and then one of them is there twice.
    pub fn named<T: Clone>(&mut self, from: &[T], probability: f64) -> Vec<T> {
        let mut named = self.some(from, probability);
        if !named.is_empty() && self.chance(0.08) {
            named.push(self.pick(&named));
        }
        named
    }

    /// One of some ids, or none: an empty one.
    pub fn maybe(&mut self, from: &[String], probability: f64) -> String {
        if !from.is_empty() && self.chance(probability) { self.pick(from) } else { String::new() }
    }

    /// What is made, so many times.
    pub fn list<T>(
        &mut self,
        number: RangeInclusive<i32>,
        mut make: impl FnMut(&mut Draw, i32) -> T,
    ) -> Vec<T> {
        (1..=self.int(number)).map(|place| make(self, place)).collect()
    }

    /// The same in another order.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for place in (1..list.len()).rev() {
            list.swap(place, self.0.random_range(0..=place));
        }
    }
}
