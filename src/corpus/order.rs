//! One way to put rows in order, for every kind of row: the sorting itself is compiled once, since each
//! further kind would cost the page several kilobytes.

use std::cmp::Ordering;

/// Puts rows into the order of their keys; equal ones stay as they stood. A key is made once a row.
pub fn arrange<T, K: Ord>(rows: &mut Vec<T>, key: impl FnMut(&T) -> K) {
    let keys: Vec<K> = rows.iter().map(key).collect();
    let order = positions(keys.len(), &|a, b| keys.get(a).cmp(&keys.get(b)));
    let mut slots: Vec<Option<T>> = rows.drain(..).map(Some).collect();
    rows.extend(order.into_iter().filter_map(|at| slots.get_mut(at as usize).and_then(Option::take)));
}

fn positions(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..count as u32).collect();
    order.sort_by(|a, b| compare(*a as usize, *b as usize));
    order
}
