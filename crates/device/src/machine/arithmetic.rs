//! Numbers as scripts know them: finite, the same in every place where the machine runs.

/// Neither NaN nor infinite.
#[inline(always)]
pub(super) fn is_number(value: f64) -> bool {
    value.abs() <= f64::MAX
}

/// The remainder with the sign of the divisor, as in Scratch and Python: −1 mod 3 is 2.
#[inline(always)]
pub(super) fn remainder(a: f64, b: f64) -> f64 {
    // 2⁵²: up to here whole numbers, their products with a floored quotient and the differences are exact.
    const EXACT: f64 = 4_503_599_627_370_496.0;
    if b > 0.0 && b < EXACT && a.abs() < EXACT && a.floor() == a && b.floor() == b {
        let rest = a - (a / b).floor() * b;
        // The quotient may have been rounded up to the next whole number.
        if rest < 0.0 { rest + b } else { rest }
    } else {
        remainder_of_any(a, b)
    }
}

#[cold]
#[inline(never)]
fn remainder_of_any(a: f64, b: f64) -> f64 {
    let rest = libm::fmod(a, b);
    if rest != 0.0 && (rest < 0.0) != (b < 0.0) {
        rest + b
    } else {
        rest
    }
}

/// The tick at which a wait that starts now ends (rule 5).
pub(super) fn wake(tick: u64, milliseconds: f64) -> u64 {
    tick.saturating_add(whole(milliseconds.round()).max(1))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "saturates, as meant"
)]
fn whole(number: f64) -> u64 {
    number as u64
}

/// The place in a list of an index from 1, fractions left out; beyond any list when there is none.
#[inline(always)]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "saturates: below 1 gives 0"
)]
pub(super) fn item_place(index: f64) -> usize {
    (index as usize).wrapping_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remainder_has_the_sign_of_its_divisor() {
        let check = |a: f64, b: f64, expected: f64| assert_eq!(remainder(a, b), expected, "{a} mod {b}");
        check(7.0, 3.0, 1.0);
        check(-7.0, 3.0, 2.0);
        check(7.0, -3.0, -2.0);
        check(-7.0, -3.0, -1.0);
        check(6.0, 3.0, 0.0);
        check(7.5, 2.0, 1.5);
        check(-0.5, 2.0, 1.5);
        check(4_503_599_627_370_495.0, 3.0, 0.0);
        check(9_007_199_254_740_991.0, 10.0, 1.0);
        check(1e300, 7.0, 1e300_f64 % 7.0);
        assert!(remainder(1.0, 0.0).is_nan());
        assert!(remainder(f64::INFINITY, 3.0).is_nan());
    }

    /// Where the quotient is rounded up to a whole number, the quick way must still be exact.
    #[test]
    fn the_quick_remainder_is_the_exact_one() {
        for a in (0..1_000).map(|number| 4_503_599_627_370_495.0 - f64::from(number) * 7.0) {
            for b in [3.0, 7.0, 10.0, 94_906_265.0, 4_503_599_627_370_495.0] {
                assert_eq!(remainder(a, b), remainder_of_any(a, b), "{a} mod {b}");
            }
        }
    }

    #[test]
    fn places_begin_at_one() {
        assert_eq!([1.0, 1.9, 2.0].map(item_place), [0, 0, 1]);
        for nowhere in [0.0, 0.9, -3.0] {
            assert_eq!(item_place(nowhere), usize::MAX);
        }
        // Larger than any list.
        assert!(item_place(1e300) > 1 << 31);
    }

    #[test]
    fn a_wait_takes_a_whole_time_of_at_least_one() {
        assert_eq!(
            [0.0, -9.0, 0.4, 1.5, 500.0].map(|wait| wake(10, wait)),
            [11, 11, 11, 12, 510]
        );
        assert_eq!(wake(10, f64::MAX), u64::MAX);
    }
}
