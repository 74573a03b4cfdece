//! The sentences of this crate, in every language.

pub(crate) mod number;
