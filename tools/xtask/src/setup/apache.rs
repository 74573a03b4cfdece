//! Apache, the second server on which the class folder is tried.

use crate::problem::{Outcome, Problem};
use crate::project::Project;
use crate::run::{answer, find, must, program};
use crate::stage::stage;
use std::env;
use std::path::Path;

/// Installs Apache's programs when they are missing. Where that cannot be, its test is left out and says so; with
/// `CI=true` that stops the command.
pub fn get(project: &Project) -> Outcome {
    // Only root has its folder on the path.
    if find("apache2").is_some() || Path::new("/usr/sbin/apache2").is_file() {
        return Ok(());
    }
    let is_root = answer("id", &["-u"]).is_some_and(|id| id == "0");
    if !is_root || find("apt-get").is_none() {
        let missing = "Apache is not here, so the class folder is not tried on it. As root: `apt-get install -y \
                       --no-install-recommends apache2-bin`.";
        if env::var_os("CI").is_some_and(|ci| ci == "true") {
            return Err(Problem::new(missing));
        }
        println!("    {missing}");
        return Ok(());
    }
    stage("install Apache (about 10 s)", || {
        must(&mut program("apt-get", &["update", "-qq"], &project.root))?;
        // The programs alone: nothing is started.
        let arguments = ["install", "-y", "-qq", "--no-install-recommends", "apache2-bin"];
        must(program("apt-get", &arguments, &project.root).env("DEBIAN_FRONTEND", "noninteractive"))
    })
}
