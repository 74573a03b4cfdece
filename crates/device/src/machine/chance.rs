//! Seeded chance: PCG-XSH-RR 64/32 of M. O'Neill, "PCG: A Family of Simple Fast Space-Efficient Statistically Good
//! Algorithms for Random Number Generation" (2014), <https://www.pcg-random.org>. The multiplier is that of its
//! `pcg32`; the increment is that of its demonstration (stream 54, so 2 × 54 + 1), whose numbers the test has.

const MULTIPLIER: u64 = 6_364_136_223_846_793_005;
const INCREMENT: u64 = 109;

/// A stream of numbers that its seed decides.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Chance {
    state: u64,
}

impl Chance {
    /// The stream of a seed.
    pub(crate) fn from_seed(seed: u64) -> Self {
        let mut chance = Self { state: 0 };
        chance.next();
        chance.state = chance.state.wrapping_add(seed);
        chance.next();
        chance
    }

    fn next(&mut self) -> u32 {
        let old = self.state;
        self.state = old.wrapping_mul(MULTIPLIER).wrapping_add(INCREMENT);
        low_half(((old >> 18) ^ old) >> 27).rotate_right(low_half(old >> 59))
    }

    /// A whole number between two numbers, both ends possible when they are whole; the nearest whole number to the
    /// first when there is none between them.
    pub(crate) fn between(&mut self, one: f64, other: f64) -> f64 {
        let (least, greatest) = if one <= other { (one, other) } else { (other, one) };
        let (first, last) = (least.ceil(), greatest.floor());
        if first > last {
            return one.round();
        }
        let count = (last - first + 1.0).min(f64::MAX);
        let word = (u64::from(self.next()) << 32) | u64::from(self.next());
        // A share of [0, 1) with 53 bits, the most an f64 holds.
        let share = whole(word >> 11) / 9_007_199_254_740_992.0;
        let value = first + (share * count).floor();
        if value > last { last } else { value }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "the algorithm takes the low half")]
fn low_half(word: u64) -> u32 {
    word as u32
}

#[expect(clippy::cast_precision_loss, reason = "at most 53 bits")]
fn whole(word: u64) -> f64 {
    word as f64
}

#[cfg(test)]
mod tests {
    use super::Chance;

    #[test]
    fn the_stream_is_the_published_one() {
        let mut chance = Chance::from_seed(42);
        let published = [
            0xa15c_02b7,
            0x7b47_f409,
            0xba1d_3330,
            0x83d2_f293,
            0xbfa4_784b,
            0xcbed_606e,
        ];
        assert_eq!(published.map(|_| chance.next()), published);
    }

    #[test]
    fn both_ends_come_and_nothing_else() {
        let mut chance = Chance::from_seed(42);
        let mut seen = [0_u32; 6];
        for _ in 0..6_000 {
            let die = chance.between(1.0, 6.0);
            seen[[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]
                .iter()
                .position(|face| *face == die)
                .expect("a face")] += 1;
        }
        assert!(seen.iter().all(|count| (850..1150).contains(count)), "{seen:?}");
    }

    #[test]
    fn odd_ends_give_the_nearest_sense() {
        let mut chance = Chance::from_seed(1);
        assert_eq!(chance.between(3.0, 3.0), 3.0);
        assert_eq!(chance.between(0.2, 0.4), 0.0);
        assert!((1.0..=2.0).contains(&chance.between(2.9, 0.5)));
        assert!(chance.between(-1e300, 1e300).is_finite());
    }
}
