//! The fonts of the interface, cut from npm's packages by `fonts.mjs`, where their letters and weights are listed. They
//! are kept under `target/`, and cut again only when the list or a package has changed.

use crate::page::hash;
use crate::problem::{Outcome, Problem};
use crate::project::Project;
use crate::run::{must, program};
use crate::setup::{self, Need};
use std::fs;
use std::path::{Path, PathBuf};

const SCRIPT: &str = "tools/xtask/src/fonts.mjs";

/// The version of every package, so of the whole fonts and of what cuts them.
const VERSIONS: &str = "package-lock.json";

/// Puts the fonts and their licences into a folder of the site.
pub fn put(project: &Project, folder: &Path) -> Outcome {
    let kept = kept(project)?;
    if !kept.is_dir() {
        setup::get(project, &[Need::NodePackages])?;
        cut(project, &kept)?;
    }
    fs::create_dir_all(folder).map_err(|error| Problem::file(folder, &error))?;
    for entry in fs::read_dir(&kept).map_err(|error| Problem::file(&kept, &error))? {
        let entry = entry.map_err(|error| Problem::file(&kept, &error))?;
        let font = entry.path();
        fs::copy(&font, folder.join(entry.file_name())).map_err(|error| Problem::file(&font, &error))?;
    }
    Ok(())
}

/// The folder of the fonts, named by all they are made from.
fn kept(project: &Project) -> Outcome<PathBuf> {
    let mut made_from = Vec::new();
    for name in [SCRIPT, VERSIONS] {
        let file = project.root.join(name);
        made_from.extend(fs::read(&file).map_err(|error| Problem::file(&file, &error))?);
    }
    Ok(project.target.join(format!("fonts-{:016x}", hash(&made_from))))
}

/// Cuts the fonts. Their folder appears whole or not at all: a build may be stopped on its way.
fn cut(project: &Project, kept: &Path) -> Outcome {
    let unfinished = kept.with_extension(std::process::id().to_string());
    fs::create_dir_all(&unfinished).map_err(|error| Problem::file(&unfinished, &error))?;
    let folder = unfinished.display().to_string();
    let done = must(&mut program("node", &[SCRIPT, &folder], &project.root))
        .map_err(|stopped| {
            Problem::new(format!(
                "The fonts are not cut. {stopped} What node says stands above; `npm ci` brings missing files of \
                 packages back. Then run this again."
            ))
        })
        .and_then(|()| match fs::rename(&unfinished, kept) {
            // Another build may have been faster.
            Err(error) if !kept.is_dir() => Err(Problem::file(kept, &error)),
            _ => Ok(()),
        });
    // Nothing is there when it has become `kept`.
    let _ = fs::remove_dir_all(&unfinished);
    done
}
