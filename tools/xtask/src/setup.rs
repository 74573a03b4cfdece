//! What the commands need on this machine: each thing is looked for, and installed when it is missing.

mod apache;
mod chromium;
mod node;
mod trunk;
mod wasm_target;
mod wasm_tools;

use crate::problem::Outcome;
use crate::project::Project;
use crate::run;
use std::ffi::OsString;

/// Something a command needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// The standard library for wasm, and its sources.
    WasmTarget,
    /// Node and the packages of `package.json`, with `wasm-opt` among them.
    NodePackages,
    /// `wasm-bindgen` and its test runner.
    WasmTools,
    /// Trunk.
    Trunk,
    /// Chromium and its driver.
    Chromium,
    /// Apache, where it can be had.
    Apache,
}

impl Need {
    /// What `serve` and `build` need.
    pub const BUILD: [Self; 4] = [Self::WasmTarget, Self::NodePackages, Self::WasmTools, Self::Trunk];
}

/// Gets what is missing; says nothing when nothing is.
pub fn get(project: &Project, needs: &[Need]) -> Outcome {
    for need in needs {
        match need {
            Need::WasmTarget => wasm_target::get(project)?,
            Need::NodePackages => node::get(project)?,
            Need::WasmTools => wasm_tools::get(project)?,
            Need::Trunk => trunk::get(project)?,
            Need::Chromium => chromium::get(project)?,
            Need::Apache => apache::get(project)?,
        }
    }
    Ok(())
}

/// The path on which Trunk and cargo find our `wasm-bindgen`, its test runner and `wasm-opt`.
pub fn path(project: &Project) -> Outcome<OsString> {
    run::path_with(&[wasm_tools::folder(project)?, project.npm_programs()])
}
