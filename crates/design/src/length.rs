//! Millimetres and degrees, kept as whole thousandths: equal is equal, on every machine.

use std::iter::Sum;
use std::ops::{Add, Neg, Sub};

/// Thousandths in one.
const THOUSANDTHS: f64 = 1_000.0;

/// A length or a coordinate in millimetres, exact to 0.001 mm. Coordinates grow to the right and down, as in SVG.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mm(i64);

/// An angle in degrees, clockwise as one sees it on the sheet, exact to 0.001°.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Degrees(i64);

impl Mm {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// The longest length that is kept, 1 km: beyond it no machine of a workshop goes, and arithmetic stays exact.
    pub const MOST: Self = Self(1_000_000_000);

    /// The nearest length that can be kept: rounded to 0.001 mm, at most [`Mm::MOST`] to either side. What is not a
    /// number is 0.
    pub fn new(millimetres: f64) -> Self {
        Self(thousandths(millimetres, Self::MOST.0))
    }

    /// From whole thousandths of a millimetre.
    pub const fn from_thousandths(thousandths: i64) -> Self {
        Self(thousandths)
    }

    /// In millimetres.
    #[allow(clippy::cast_precision_loss, reason = "at most 1e9 thousandths: exact")]
    pub fn value(self) -> f64 {
        self.0 as f64 / THOUSANDTHS
    }

    /// In whole thousandths of a millimetre.
    pub const fn in_thousandths(self) -> i64 {
        self.0
    }

    /// Without its sign.
    pub const fn abs(self) -> Self {
        Self(self.0.abs())
    }
}

impl Degrees {
    /// Not turned.
    pub const ZERO: Self = Self(0);

    /// The nearest angle that can be kept, brought into 0..360°. What is not a number is 0.
    pub fn new(degrees: f64) -> Self {
        let in_a_turn = libm::fmod(degrees, 360.0);
        let kept = thousandths(in_a_turn, 360_000);
        Self(kept.rem_euclid(360_000))
    }

    /// In degrees, from 0 up to and without 360.
    #[allow(clippy::cast_precision_loss, reason = "at most 360,000 thousandths: exact")]
    pub fn value(self) -> f64 {
        self.0 as f64 / THOUSANDTHS
    }

    /// In radians.
    pub fn radians(self) -> f64 {
        self.value().to_radians()
    }
}

/// Rounds to thousandths, at most `most` of them to either side; what is not a number is 0.
#[allow(clippy::cast_possible_truncation, reason = "clamped before it is cast")]
fn thousandths(value: f64, most: i64) -> i64 {
    if value.is_nan() {
        return 0;
    }
    #[allow(clippy::cast_precision_loss, reason = "bounds are far below 2^53")]
    let most = most as f64;
    libm::round(value * THOUSANDTHS).clamp(-most, most) as i64
}

impl Add for Mm {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Mm {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Mm {
    type Output = Self;

    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Sum for Mm {
    fn sum<I: Iterator<Item = Self>>(lengths: I) -> Self {
        lengths.fold(Self::ZERO, Add::add)
    }
}
