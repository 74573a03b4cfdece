//! Node, and the packages of `package.json`.

use crate::problem::{Outcome, Problem};
use crate::project::Project;
use crate::run::{answer, must, program};
use crate::stage::stage;
use std::fs;
use std::path::Path;

/// The oldest Node the packages were tried with.
const OLDEST: u32 = 20;

/// Checks Node's version and installs the packages when one is missing or of another version.
pub fn get(project: &Project) -> Outcome {
    let next = format!(
        "Install Node {OLDEST} or newer with npm (Debian: `apt-get install nodejs npm`), then run this again."
    );
    match answer("node", &["--version"]) {
        None => return Err(Problem::new(format!("There is no Node on this machine. {next}"))),
        Some(version) if major(&version).is_none_or(|major| major < OLDEST) => {
            return Err(Problem::new(format!("Node {version} is too old. {next}")));
        }
        Some(_) => {}
    }
    let manifest = project.root.join("package.json");
    let manifest = fs::read_to_string(&manifest).map_err(|error| Problem::file(&manifest, &error))?;
    if wanted(&manifest).all(|(name, version)| is_there(&project.root, name, version)) {
        return Ok(());
    }
    if answer("npm", &["--version"]).is_none() {
        return Err(Problem::new(format!("Node is here without npm. {next}")));
    }
    stage("install the npm packages (about 10 s)", || {
        let mut npm = program("npm", &["ci", "--no-audit", "--no-fund"], &project.root);
        // Chromium comes from the system's packages.
        must(npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))
    })
}

fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

/// Name and version of each package asked for: the lines `"name": "1.2.3"` of `package.json`.
fn wanted(manifest: &str) -> impl Iterator<Item = (&str, &str)> {
    manifest.lines().filter_map(|line| {
        let (name, version) = line.trim().trim_end_matches(',').split_once(": ")?;
        let version = version.trim_matches('"');
        version
            .starts_with(|first: char| first.is_ascii_digit())
            .then_some((name.trim_matches('"'), version))
    })
}

fn is_there(root: &Path, name: &str, version: &str) -> bool {
    let manifest = root.join("node_modules").join(name).join("package.json");
    fs::read_to_string(manifest).is_ok_and(|text| text.contains(&format!("\"version\": \"{version}\"")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_are_read_from_the_manifest() {
        let manifest = "{\n  \"name\": \"x\",\n  \"dependencies\": {\n    \"@a/b\": \"1.2.3\",\n    \"c\": \"4.5.6\"\n  }\n}";
        assert_eq!(
            wanted(manifest).collect::<Vec<_>>(),
            [("@a/b", "1.2.3"), ("c", "4.5.6")]
        );
    }

    #[test]
    fn versions_of_node_are_read() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("what"), None);
    }
}
