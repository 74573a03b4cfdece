//! What a device program is and does: blocks, the program, its text, the board, the machine that runs it.
//!
//! No clock, no unseeded randomness, no browser: the same program, seed and inputs give the same trace natively
//! and in wasm.
//!
//! Reading order: [`parts`] (what is plugged in), [`blocks`] (the one table of blocks), [`program`] (the saved
//! tree), [`text`] (the same tree as lines), [`board_text`] (the board as lines), `compile` and `machine` (how it runs), [`trace`] (what it did),
//! `run` (a run one can pause, step and rewind).

pub mod blocks;
pub mod board_text;
mod compile;
pub mod in_order;
pub mod machine;
pub mod parts;
pub mod program;
pub mod run;
pub mod text;
pub mod toolbox;
pub mod trace;
pub mod words;
