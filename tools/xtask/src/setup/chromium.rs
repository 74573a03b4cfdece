//! Chromium and its driver, from the system's packages.

use crate::problem::{Outcome, Problem};
use crate::project::Project;
use crate::run::{answer, find, must, program};
use crate::stage::stage;

/// Installs Chromium with its driver when one of them is missing.
pub fn get(project: &Project) -> Outcome {
    if find("chromium").is_some() && find("chromedriver").is_some() {
        return Ok(());
    }
    let is_root = answer("id", &["-u"]).is_some_and(|id| id == "0");
    if !is_root || find("apt-get").is_none() {
        return Err(Problem::new(
            "The tests need Chromium and its driver. As root: `apt-get update && apt-get install -y \
             --no-install-recommends chromium-driver`, then run this again.",
        ));
    }
    stage("install Chromium and its driver (about 30 s)", || {
        must(&mut program("apt-get", &["update", "-qq"], &project.root))?;
        let arguments = [
            "install",
            "-y",
            "-qq",
            "--no-install-recommends",
            "chromium-driver",
        ];
        must(program("apt-get", &arguments, &project.root).env("DEBIAN_FRONTEND", "noninteractive"))
    })
}
