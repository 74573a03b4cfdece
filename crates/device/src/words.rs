//! The sentences of this crate, in every language.

mod machine;

pub use machine::{Sentence, block_problem, note};
