//! The site without internet: its service worker, `sw.js`, with the list of every file and its hash.

use crate::problem::{Outcome, Problem};
use crate::scripts;
use crate::sha256;
use crate::site_files::addresses;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// The worker's name. It may never change: browsers ask for it again under this name.
pub const WORKER: &str = "sw.js";

const WORKER_TEXT: &str = include_str!("offline/worker.js");

/// Takes away what an earlier worker left, and itself: the way out when a worker does harm.
const GOING: &str = include_str!("offline/going.js");

/// The line of `offline/worker.js` that the list replaces.
const LIST: &str = "const FILES = [];";

/// Writes the worker of a finished site; it must be the last file but those of older releases.
pub fn write(site: &Path) -> Outcome {
    let mut list = String::from("const FILES = [");
    for address in addresses(site)?.iter().filter(|address| is_of_the_app(address)) {
        let file = site.join(address);
        let bytes = fs::read(&file).map_err(|error| Problem::file(&file, &error))?;
        // Some web spaces send `index.html` away to its folder.
        let address = if address == "index.html" { "" } else { address };
        let _ = write!(list, "\n  [\"{address}\", \"{}\"],", sha256::hex(&bytes));
    }
    list.push_str("\n];");
    let worker = scripts::bundle(WORKER, |_| Ok(WORKER_TEXT.to_owned()))?;
    put(site, &worker.replace(LIST, &list))
}

/// Writes the worker that takes an earlier one away.
pub fn write_going(site: &Path) -> Outcome {
    put(site, GOING)
}

/// Lessons come and go without a build, so they are kept as they are asked for; the rest is for servers and lawyers.
fn is_of_the_app(address: &str) -> bool {
    let is_for_others = ["lessons/", "headers/", "_"]
        .iter()
        .any(|start| address.starts_with(start))
        || [".txt", ".json"].iter().any(|end| address.ends_with(end))
        || address.starts_with('.');
    !is_for_others && address != WORKER
}

fn put(site: &Path, text: &str) -> Outcome {
    let file = site.join(WORKER);
    fs::write(&file, text).map_err(|error| Problem::file(&file, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_has_its_place() {
        assert_eq!(WORKER_TEXT.matches(LIST).count(), 1);
    }

    #[test]
    fn lessons_and_what_servers_read_are_not_the_app() {
        for other in [
            "lessons/a/fr.md",
            "_headers",
            "headers/nginx.conf",
            "releases.json",
            "fonts/a-OFL.txt",
            "sw.js",
        ] {
            assert!(!is_of_the_app(other), "{other}");
        }
        for ours in [
            "index.html",
            "a-0123456789abcdef.js",
            "fonts/a.woff2",
            "manifest.webmanifest",
            "tools/saw.svg",
        ] {
            assert!(is_of_the_app(ours), "{ours}");
        }
    }
}
