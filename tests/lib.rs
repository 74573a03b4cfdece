//! Tests over several crates; see the files beside this one.
