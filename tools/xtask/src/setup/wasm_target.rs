//! The standard library for wasm, of the toolchain that `rust-toolchain.toml` names.

use crate::problem::{Outcome, Problem};
use crate::project::Project;
use crate::run::{answer, must, program};
use crate::stage::stage;
use std::path::Path;

const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target when it is missing.
pub fn get(project: &Project) -> Outcome {
    if answer("rustc", &["--print", "target-libdir", "--target", TARGET])
        .is_some_and(|dir| Path::new(&dir).is_dir())
    {
        return Ok(());
    }
    if answer("rustup", &["--version"]).is_none() {
        return Err(Problem::new(format!(
            "The compiler has no standard library for {TARGET}, and there is no rustup to add it. \
             Install rustup (https://rustup.rs), then run this again."
        )));
    }
    stage("add the wasm target (about 10 s)", || {
        must(&mut program("rustup", &["target", "add", TARGET], &project.root))
    })
    .map_err(|problem| {
        Problem::new(format!(
            "{problem} If rustup's server cannot be reached: Debian's packages rustc-web, cargo-web and \
                 rust-web-src hold the target's sources (CONTRIBUTING.md, \"Without rustup's server\")."
        ))
    })
}
