//! The sentences of this crate, in every language.

pub(crate) mod board;
mod machine;
mod program;
pub(crate) mod text;

pub use machine::{Sentence, block_problem, note};
