//! One way to put rows in order, for every kind of row: a merge sort over positions that is compiled once. The
//! library's own is faster and takes several kilobytes of the page.

use std::cmp::Ordering;

/// Puts rows into the order of their keys; equal ones stay as they stood. A key is made once a row.
pub fn arrange<T, K: Ord>(rows: &mut Vec<T>, key: impl FnMut(&T) -> K) {
    let keys: Vec<K> = rows.iter().map(key).collect();
    let order = positions(keys.len(), &|a, b| keys.get(a).cmp(&keys.get(b)));
    let mut slots: Vec<Option<T>> = rows.drain(..).map(Some).collect();
    rows.extend(order.into_iter().filter_map(|at| slots.get_mut(at as usize).and_then(Option::take)));
}

/// Runs of one, two, four … positions are merged two by two.
fn positions(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..count as u32).collect();
    let mut merged = Vec::with_capacity(count);
    let mut width = 1;
    while width < count {
        for pair in order.chunks(2 * width) {
            let (mut left, mut right) = pair.split_at(width.min(pair.len()));
            while let (Some(a), Some(b)) = (left.first(), right.first()) {
                let side = if compare(*a as usize, *b as usize).is_gt() { &mut right } else { &mut left };
                merged.extend(side.split_off_first());
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(&mut order, &mut merged);
        merged.clear();
        width *= 2;
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn rows_stand_as_the_librarys_own_stable_sort_puts_them(rows: Vec<(u8, u16)>) {
            let (mut ours, mut theirs) = (rows.clone(), rows);
            arrange(&mut ours, |row| row.0);
            theirs.sort_by_key(|row| row.0);
            prop_assert_eq!(ours, theirs);
        }
    }
}
