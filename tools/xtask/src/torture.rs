//! `cargo xtask torture`: what takes too long for every day. Each part says when it was last run here.

use crate::build;
use crate::problem::{Outcome, Problem};
use crate::project::Project;
use crate::readers;
use crate::run::{must, program};
use crate::setup::{self, Need};
use crate::stage::{seconds, stage};
use crate::test::playwright;
use std::fs;
use std::time::{Duration, SystemTime};

/// How many cases each law is tried with; every day it is proptest's 256.
const CASES: &str = "20000";

/// Runs every part.
pub fn torture(project: &Project) -> Outcome {
    setup::get(project, &Need::BUILD)?;
    setup::get(project, &[Need::Chromium])?;
    part(project, "laws, each with many random cases", || {
        let arguments = [
            "test",
            "--locked",
            "--release",
            "--package",
            "words",
            "--package",
            "design",
            "--package",
            "device",
            "--package",
            "lesson",
            "--package",
            "record",
            "--package",
            "sync",
            "--package",
            "fabrique-tests",
        ];
        must(
            program("cargo", &arguments, &project.root)
                .env("PROPTEST_CASES", CASES)
                .env("FABRIQUE_TORTURE", "1"),
        )
    })?;
    part(
        project,
        "the class server, with 300 kills and ten minutes of load",
        || {
            let arguments = [
                "test",
                "--locked",
                "--package",
                "fabrique-cli",
                "--test",
                "serve",
                "--",
                "--nocapture",
            ];
            must(program("cargo", &arguments, &project.root).env("FABRIQUE_TORTURE", "1"))
        },
    )?;
    readers::read(project)?;
    build::site(project, &build::Options::default())?;
    // The tests themselves read FABRIQUE_TORTURE: more kills, more edits, more seeds.
    part(project, "browser, with long faults", || {
        must(
            playwright(project)
                .env("FABRIQUE_TORTURE", "1")
                .args(["--timeout", "1800000"]),
        )
    })
}

pub fn part(project: &Project, name: &str, run: impl FnOnce() -> Outcome) -> Outcome {
    let file = project.target.join("torture").join(name.replace([' ', ','], "-"));
    let last = fs::metadata(&file).and_then(|meta| meta.modified()).ok();
    println!(
        "\n    {name}: {}.",
        last_run(last.and_then(|time| SystemTime::now().duration_since(time).ok()))
    );
    stage(name, run)?;
    fs::create_dir_all(file.parent().unwrap_or(&project.target))
        .and_then(|()| fs::write(&file, ""))
        .map_err(|error| Problem::file(&file, &error))
}

fn last_run(ago: Option<Duration>) -> String {
    const DAY: u64 = 24 * 60 * 60;
    match ago {
        None => "never passed here".to_owned(),
        Some(ago) if ago.as_secs() < DAY => format!("last passed {} ago", seconds(ago)),
        Some(ago) => format!("last passed {} days ago", ago.as_secs() / DAY),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_run_is_told() {
        assert_eq!(last_run(None), "never passed here");
        assert_eq!(
            last_run(Some(Duration::from_secs(90))),
            "last passed 1 min 30 s ago"
        );
        assert_eq!(
            last_run(Some(Duration::from_secs(300_000))),
            "last passed 3 days ago"
        );
    }
}
