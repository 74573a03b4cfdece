//! Where things are: the project's folder, and the folder of tools that outlives a clone.

use crate::problem::{Outcome, Problem};
use std::env;
use std::path::{Path, PathBuf};

/// The folders the commands work in.
pub struct Project {
    /// The folder of the workspace's `Cargo.toml`.
    pub root: PathBuf,
    /// Cargo's target folder.
    pub target: PathBuf,
    /// Tools built once for every clone on this machine.
    pub tools: PathBuf,
}

impl Project {
    /// The project this command was compiled from.
    pub fn here() -> Outcome<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .ancestors()
            .nth(2)
            .filter(|root| root.join("Trunk.toml").is_file())
            .ok_or_else(|| Problem::new("The project has moved. Run `cargo xtask` in its new folder again."))?
            .to_path_buf();
        let target =
            env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |dir| root.join(dir));
        Ok(Self {
            root,
            target,
            tools: cargo_home()?.join("fabrique-tools"),
        })
    }

    /// The static site.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The programs of npm's packages.
    pub fn npm_programs(&self) -> PathBuf {
        self.root.join("node_modules/.bin")
    }
}

fn cargo_home() -> Outcome<PathBuf> {
    env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .ok_or_else(|| Problem::new("Neither CARGO_HOME nor HOME is set. Set CARGO_HOME to cargo's folder."))
}
