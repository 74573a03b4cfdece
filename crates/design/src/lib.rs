//! Drawings in millimetres, from the shapes a learner puts down to the file a laser cuts.
//!
//! Knows no pixels, no theme and no browser. Lengths are thousandths of a millimetre, so that a drawing, its text form
//! and its saved form are equal to the last digit.

pub mod chains;
pub mod document;
pub mod edit;
pub mod export;
pub mod history;
pub mod hit;
pub mod job;
pub mod kerf;
pub mod length;
pub mod letters;
pub mod machine;
pub mod measure;
pub mod nesting;
pub mod number;
pub mod outline;
pub mod preflight;
pub mod recognise;
pub mod saved;
pub mod snap;
pub mod text;
pub mod tool;
pub mod toolpath;
pub mod tree;
pub mod workshop;

mod words;
