//! `cargo xtask bench`: every `benches/*/run.mjs`, each of which builds what it times with the shipped profile.

use crate::problem::{Outcome, Problem};
use crate::project::Project;
use crate::run::{must, program};
use crate::setup::{self, Need};
use crate::stage::stage;
use std::fs;

/// Runs the benches, or those whose folder is named.
pub fn bench(project: &Project, names: &[String]) -> Outcome {
    setup::get(project, &Need::BUILD)?;
    let folder = project.root.join("benches");
    let entries = fs::read_dir(&folder).map_err(|error| Problem::file(&folder, &error))?;
    let mut benches: Vec<String> = entries
        .filter_map(|entry| entry.ok().filter(|entry| entry.path().join("run.mjs").is_file()))
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    benches.sort();
    if let Some(unknown) = names.iter().find(|name| !benches.contains(name)) {
        return Err(Problem::new(format!(
            "There is no bench `{unknown}`. There are: {}.",
            benches.join(", ")
        )));
    }
    for name in benches
        .iter()
        .filter(|bench| names.is_empty() || names.contains(bench))
    {
        stage(&format!("bench {name}"), || {
            let script = format!("benches/{name}/run.mjs");
            must(program("node", &[&script], &project.root).env("PATH", setup::path(project)?))
        })?;
    }
    Ok(())
}
