//! Decimal numbers as people write them, read to the nearest `f64`: what `str::parse` does, without its table, whose
//! 10 kB no compression makes smaller and every first visit of a lesson would pay for.

/// The largest whole number below which every other one is an `f64` too: 2^53.
const EXACT: u64 = 1 << 53;
/// Digits before the decimal sign beyond which every number is infinite: the largest `f64` has 309.
const MOST_DIGITS: usize = 309;
/// Decimals that matter: the smallest `f64`, and the half of it, have 1,074 and 1,075.
const MOST_DECIMALS: usize = 1_100;
/// The powers of ten that are an `f64`.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
];

/// The number that a text writes: an optional `-` or `+`, then digits with at most one decimal point or comma, which may
/// begin or end them. `None` for anything else; infinite when it is too large for an `f64`.
///
/// ```
/// use words::decimal::read;
/// assert_eq!(read("0,5"), Some(0.5));
/// assert_eq!(read("-12."), Some(-12.0));
/// assert_eq!(read("1e3"), None);
/// ```
#[must_use]
pub fn read(text: &str) -> Option<f64> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, decimals) = unsigned.split_once(['.', ',']).unwrap_or((unsigned, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(whole) || !is_digits(decimals) || whole.len() + decimals.len() == 0 {
        return None;
    }
    let value = nearest(whole.trim_start_matches('0'), decimals.trim_end_matches('0'));
    Some(if text.starts_with('-') { -value } else { value })
}

fn nearest(whole: &str, decimals: &str) -> f64 {
    if whole.len() > MOST_DIGITS {
        return f64::INFINITY;
    }
    // What is cut off is not zero: it only matters to a number in the very middle of two `f64`s.
    let (decimals, cut_off) = decimals.split_at(decimals.len().min(MOST_DECIMALS));
    let digits = || (whole.bytes().chain(decimals.bytes())).map(|byte| u64::from(byte - b'0'));
    quickly(digits(), decimals.len()).unwrap_or_else(|| slowly(digits(), decimals.len(), !cut_off.is_empty()))
}

/// When digits and power of ten are both exact, one division rounds as it should (W. Clinger, "How to read floating
/// point numbers accurately", 1990).
fn quickly(digits: impl Iterator<Item = u64>, n_decimals: usize) -> Option<f64> {
    let power = POWERS.get(n_decimals)?;
    let mut whole = 0_u64;
    for digit in digits {
        whole = whole * 10 + digit;
        if whole > EXACT {
            return None;
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "at most 2^53")]
    Some(whole as f64 / power)
}

/// Any digits: divided in whole numbers of any length, so far that more bits are known than an `f64` has.
fn slowly(digits: impl Iterator<Item = u64>, n_decimals: usize, mut is_inexact: bool) -> f64 {
    /// Bits that a division by ten takes away, at most: log2(10) < 4.
    const BITS_OF_TEN: usize = 4;
    /// Bits that are looked at: those of an `f64`, and enough to round.
    const BITS_KNOWN: usize = 64;
    let mut number = Natural::default();
    for digit in digits {
        number.multiply_and_add(10, digit);
    }
    // In whole words, so that a shift only moves them.
    let n_words = (n_decimals * BITS_OF_TEN + BITS_KNOWN).div_ceil(32);
    number.words.splice(0..0, std::iter::repeat_n(0, n_words));
    for _ in 0..n_decimals {
        is_inexact |= number.divide(10) != 0;
    }
    number.rounded(n_words * 32, is_inexact)
}

/// A whole number of any length: words of 32 bits, the least first.
#[derive(Default)]
struct Natural {
    words: Vec<u32>,
}

impl Natural {
    fn multiply_and_add(&mut self, factor: u64, summand: u64) {
        let mut carried = summand;
        for word in &mut self.words {
            let product = u64::from(*word) * factor + carried;
            *word = low(product);
            carried = product >> 32;
        }
        if carried > 0 {
            self.words.push(low(carried));
        }
    }

    /// Divides; gives what is left over.
    fn divide(&mut self, divisor: u64) -> u64 {
        let mut left = 0;
        for word in self.words.iter_mut().rev() {
            let part = left << 32 | u64::from(*word);
            *word = low(part / divisor);
            left = part % divisor;
        }
        left
    }

    fn n_bits(&self) -> usize {
        let used = self.words.iter().rposition(|word| *word != 0);
        used.map_or(0, |last| {
            last * 32 + (32 - self.words[last].leading_zeros() as usize)
        })
    }

    fn bit(&self, place: usize) -> bool {
        self.words
            .get(place / 32)
            .is_some_and(|word| word >> (place % 32) & 1 == 1)
    }

    /// The `f64` nearest to this / 2^`shift`, the even one of two that are as near. `is_inexact`: there is more below
    /// the last bit.
    fn rounded(&self, shift: usize, is_inexact: bool) -> f64 {
        /// Bits of an `f64`'s digits, and the weight of the last one of the smallest `f64`s (IEEE 754).
        const DIGITS: usize = 53;
        const LEAST: usize = 1074;
        let n_bits = self.n_bits();
        // Bits below this place are rounded away.
        let cut = n_bits.saturating_sub(DIGITS).max(shift.saturating_sub(LEAST));
        let mut digits = (cut..n_bits)
            .rev()
            .fold(0_u64, |digits, place| digits << 1 | u64::from(self.bit(place)));
        if cut > 0 && self.bit(cut - 1) {
            let is_above_half = is_inexact || (0..cut - 1).any(|place| self.bit(place));
            digits += u64::from(is_above_half || digits % 2 == 1);
        }
        // Halving and doubling are exact: below the smallest `f64`s nothing is left, above the largest it is infinite.
        #[expect(clippy::cast_precision_loss, reason = "at most 2^53")]
        let mut value = digits as f64;
        for _ in shift..cut {
            value *= 2.0;
        }
        for _ in cut..shift {
            value /= 2.0;
        }
        value
    }
}

#[expect(clippy::cast_possible_truncation, reason = "that is what it does")]
fn low(value: u64) -> u32 {
    value as u32
}
