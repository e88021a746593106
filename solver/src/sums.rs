//! Adding up what belongs to the same key.

use std::ops::AddAssign;

/// Each key once, in order, with the sum of its values.
pub(crate) fn sum_by_key<K: Ord + Copy, V: AddAssign + Copy>(entries: &mut Vec<(K, V)>) {
    entries.sort_by_key(|&(key, _)| key);
    entries.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 += next.1;
        }
        same
    });
}
