//! Trunk, in the version that `Trunk.toml` was written for.

use crate::problem::Outcome;
use crate::project::Project;
use crate::run::{answer, must, program};
use crate::stage::stage;

const VERSION: &str = "0.22.1";

/// Installs Trunk into cargo's own folder of programs when it is missing or of another version.
pub fn get(project: &Project) -> Outcome {
    if answer("trunk", &["--version"]).is_some_and(|version| version == format!("trunk {VERSION}")) {
        return Ok(());
    }
    stage(
        &format!("install Trunk {VERSION} (4 to 7 min on two cores, once for this machine)"),
        || {
            // Trunk asks for a newer compiler than it needs. Its own release profile spends five minutes on one core in
            // the last crate; unoptimised it builds our site as fast. rustls needs no system library.
            let arguments = [
                "install",
                "trunk",
                "--version",
                VERSION,
                "--locked",
                "--ignore-rust-version",
                "--no-default-features",
                "--features",
                "rustls",
            ];
            let mut cargo = program("cargo", &arguments, &project.root);
            cargo
                .env("CARGO_PROFILE_RELEASE_LTO", "off")
                .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
            must(&mut cargo)
        },
    )
}
