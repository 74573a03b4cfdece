//! The width that the beam takes away, and the lines moved by half of it so that pieces have the size drawn.

use crate::length::Mm;

/// The full width that a cut takes away, from left to right and from top to bottom: they differ on some lasers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Kerf {
    /// Of a cut that runs up or down: taken away along x.
    pub x: Mm,
    /// Of a cut that runs from left to right: taken away along y.
    pub y: Mm,
}
