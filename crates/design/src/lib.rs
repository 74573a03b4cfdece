//! Drawings in millimetres, from the shapes a learner puts down to the file a laser cuts.
//!
//! Knows no pixels, no theme and no browser. Lengths are thousandths of a millimetre, so that a drawing, its text form
//! and its saved form are equal to the last digit.

pub mod document;
pub mod kerf;
pub mod length;
pub mod letters;
pub mod nesting;
pub mod outline;
