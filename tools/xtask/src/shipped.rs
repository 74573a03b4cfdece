//! How the wasm that is shipped is compiled: with a standard library of its own, built for size.
//!
//! What is standard is compiled for speed and with the words of every panic. Built here, it sorts with a tenth of the
//! code, and a panic stops at once without a word: 42 kB less on the network in a lesson with blocks (814 → 772, brotli).
//! The words of panics are in the unoptimised build (`cargo xtask serve`). These are features that the compiler calls
//! unstable; it is pinned to one version (rust-toolchain.toml), so they cannot change under us.

use crate::problem::Outcome;
use crate::project::Project;
use crate::run::{must, program};
use std::process::Command;

/// What tells cargo so, for whatever it builds for wasm. Trunk takes it back for our own hook (Trunk.toml).
const SETTINGS: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    (
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none",
    ),
];

/// Has a command build what is shipped.
pub fn settings(command: &mut Command) {
    command.envs(SETTINGS);
}

/// Cargo with these settings, for the benches: they time what is shipped.
pub fn cargo(project: &Project, arguments: &[String]) -> Outcome {
    let mut cargo = program("cargo", &[], &project.root);
    settings(cargo.args(arguments));
    must(&mut cargo)
}
