//! The two releases before: their hashed files stay in the site, so that a page opened before an update still finds the
//! parts it has not asked for yet. `releases.json` says which files belong to which release, the newest first.

use crate::page::hash;
use crate::problem::{Outcome, Problem};
use crate::site_files::{addresses, is_hashed};
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// The list's name.
pub const LIST: &str = "releases.json";

/// How many releases a site holds: this one and two before.
const HELD: usize = 3;

/// A release: what names it, and its files that never change.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Release {
    id: String,
    files: Vec<String>,
}

/// Adds to a new site the hashed files of the releases before, taken from the site that it replaces.
pub fn keep(new: &Path, old: &Path) -> Outcome {
    let files: Vec<String> = addresses(new)?
        .into_iter()
        .filter(|file| is_hashed(file))
        .collect();
    let this = Release {
        id: format!("{:016x}", hash(files.join(" ").as_bytes())),
        files,
    };
    let before = fs::read_to_string(old.join(LIST)).map_or_else(|_| Vec::new(), |text| read(&text));
    let mut releases = vec![this.clone()];
    // What is not there any more, someone took away on purpose.
    releases.extend(before.into_iter().filter(|release| {
        release.id != this.id && release.files.iter().all(|file| old.join(file).is_file())
    }));
    releases.truncate(HELD);
    for file in releases.iter().skip(1).flat_map(|release| &release.files) {
        let target = new.join(file);
        if !target.exists() {
            let folder = target.parent().unwrap_or(new);
            fs::create_dir_all(folder)
                .and_then(|()| fs::copy(old.join(file), &target))
                .map_err(|error| Problem::file(&target, &error))?;
        }
    }
    let list = new.join(LIST);
    fs::write(&list, written(&releases)).map_err(|error| Problem::file(&list, &error))
}

fn written(releases: &[Release]) -> String {
    let mut text = String::from("[");
    for (place, release) in releases.iter().enumerate() {
        let comma = if place == 0 { "" } else { "," };
        let files = release.files.join("\",\n    \"");
        let _ = write!(
            text,
            "{comma}\n  {{ \"release\": \"{}\", \"files\": [\n    \"{files}\"\n  ] }}",
            release.id
        );
    }
    text.push_str("\n]\n");
    text
}

/// Reads what [`written`] wrote, by its quotes; a text of another form gives what can be read of it, and no address
/// that would lead out of the site.
fn read(text: &str) -> Vec<Release> {
    let mut releases: Vec<Release> = Vec::new();
    let mut words = text.split('"').skip(1).step_by(2);
    while let Some(word) = words.next() {
        match word {
            "release" => releases.push(Release {
                id: words.next().unwrap_or_default().to_owned(),
                files: Vec::new(),
            }),
            "files" => {}
            file => {
                if let Some(release) = releases.last_mut()
                    && is_hashed(file)
                    && !file.starts_with('/')
                    && !file.contains("..")
                {
                    release.files.push(file.to_owned());
                }
            }
        }
    }
    releases
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("fabrique-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        folder
    }

    fn site(folder: &Path, version: u8) -> Outcome {
        let file = folder.join(format!("snippets/split-{version:016x}"));
        fs::create_dir_all(&file).map_err(|error| Problem::file(&file, &error))?;
        for file in [
            format!("start-{version:016x}.js"),
            format!("snippets/split-{version:016x}/loader.js"),
            "index.html".to_owned(),
        ] {
            let path = folder.join(file);
            fs::write(&path, [version]).map_err(|error| Problem::file(&path, &error))?;
        }
        Ok(())
    }

    #[test]
    fn three_releases_stay_and_the_fourth_goes() -> Outcome {
        let mut old = folder("release-0");
        for version in 1..=4 {
            let new = folder(&format!("release-{version}"));
            site(&new, version)?;
            keep(&new, &old)?;
            // Built again without a change, nothing is added.
            let again = folder("release-again");
            site(&again, version)?;
            keep(&again, &new)?;
            assert_eq!(addresses(&again), addresses(&new));
            old = new;
        }
        let starts = addresses(&old)?
            .into_iter()
            .filter(|file| file.starts_with("start-"))
            .count();
        assert_eq!(starts, HELD);
        assert!(!old.join(format!("start-{:016x}.js", 1)).exists());
        assert_eq!(
            fs::read(old.join(format!("snippets/split-{:016x}/loader.js", 2))).ok(),
            Some(vec![2])
        );
        Ok(())
    }

    #[test]
    fn a_list_that_leads_out_of_the_site_is_not_followed() {
        let text = "[{\"release\": \"1\", \"files\": [\"../a-0123456789abcdef.js\", \"/etc/a-0123456789abcdef.js\", \"b-0123456789abcdef.js\", \"c.js\"]}]";
        assert_eq!(
            read(text),
            [Release {
                id: "1".to_owned(),
                files: vec!["b-0123456789abcdef.js".to_owned()]
            }]
        );
        assert_eq!(read("not a list"), []);
    }
}
