//! The sentences of this crate, in every language.

pub(crate) mod job;
mod kerf;
mod machine;
pub(crate) mod number;
pub(crate) mod preflight;
mod refusal;
pub(crate) mod saved;
pub(crate) mod text;
pub(crate) mod toolpath;
pub(crate) mod workshop;
