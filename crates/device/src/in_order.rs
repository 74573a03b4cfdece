//! Sorting and collecting in little code.
//!
//! Every type that is sorted by the standard library brings 4 kB of wasm of its own, and so does every map or set that
//! is collected, because it is sorted first. Here one sort of plain numbers serves all.

/// Collects items one by one, into a map or a set.
pub fn gathered<C: Default + Extend<T>, T>(items: impl IntoIterator<Item = T>) -> C {
    let mut collection = C::default();
    // A map is only sorted by `collect`; `extend` inserts.
    collection.extend(items);
    collection
}

/// Sorts by a number; items of one number stay in their order. To sort by several numbers, begin with the last.
pub fn sort_by_number<T>(items: &mut Vec<T>, number: impl Fn(&T) -> u64) {
    let mut order: Vec<(u64, usize)> = items
        .iter()
        .enumerate()
        .map(|(place, item)| (number(item), place))
        .collect();
    sort(&mut order);
    let mut unsorted: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
    items.extend(order.into_iter().filter_map(|(_, place)| unsorted[place].take()));
}

#[inline(never)]
fn sort(order: &mut [(u64, usize)]) {
    order.sort_unstable();
}

/// A number that is to others as a float is to others in [`f64::total_cmp`].
#[must_use]
pub fn float_in_order(float: f64) -> u64 {
    let bits = float.to_bits();
    let is_negative = bits >> 63 == 1;
    if is_negative { !bits } else { bits | 1 << 63 }
}

#[cfg(test)]
mod tests {
    use super::{float_in_order, gathered, sort_by_number};
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn sorting_is_that_of_the_standard_library(mut items: Vec<(u8, i32)>) {
            let mut expected = items.clone();
            expected.sort_by_key(|(key, _)| *key);
            sort_by_number(&mut items, |(key, _)| u64::from(*key));
            prop_assert_eq!(items, expected);
        }

        #[test]
        fn floats_are_in_total_order(one: f64, other: f64) {
            prop_assert_eq!(float_in_order(one).cmp(&float_in_order(other)), one.total_cmp(&other));
        }

        #[test]
        fn the_last_value_of_a_key_stays(entries: Vec<(u8, u8)>) {
            let map: BTreeMap<u8, u8> = gathered(entries.iter().copied());
            prop_assert_eq!(map, entries.into_iter().collect::<BTreeMap<_, _>>());
        }
    }
}
