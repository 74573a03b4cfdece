//! The standard library for wasm, of the toolchain that `rust-toolchain.toml` names: compiled, for what is tested, and its
//! sources, for what is shipped (`shipped.rs`).

use crate::problem::{Outcome, Problem};
use crate::project::Project;
use crate::run::{answer, must, program};
use crate::stage::stage;
use std::path::Path;

const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target and the sources when they are missing.
pub fn get(project: &Project) -> Outcome {
    get_compiled(project)?;
    let sources = answer("rustc", &["--print", "sysroot"]).is_some_and(|root| {
        Path::new(&root)
            .join("lib/rustlib/src/rust/library/Cargo.lock")
            .is_file()
    });
    if sources {
        return Ok(());
    }
    stage("add the sources of the standard library (about 10 s)", || {
        must(&mut program("rustup", &["component", "add", "rust-src"], &project.root))
    })
    .map_err(|problem| {
        Problem::new(format!(
            "{problem} The shipped wasm is built from them. See that `rustup component add rust-src` works, then run this again."
        ))
    })
}

fn get_compiled(project: &Project) -> Outcome {
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
