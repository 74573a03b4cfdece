//! What Trunk does not do itself, on the site it has just built and not yet put in place.

use crate::fonts;
use crate::icons;
use crate::offline;
use crate::page;
use crate::policy::Policy;
use crate::problem::{Outcome, Problem};
use crate::project::Project;
use crate::releases;
use crate::scripts;
use crate::site_files::padded;
use crate::styles;
use crate::trusted;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Finishes the site in Trunk's staging folder.
pub fn after_build(project: &Project) -> Outcome {
    let (site, profile) = (staging()?, from_trunk("TRUNK_PROFILE")?);
    copy_chunks(
        &project.target.join("wasm-bindgen").join(&profile).join("chunks"),
        &site,
    )?;
    pad_hashes(&site)?;
    // A debugger shows the files as they were written, and nothing is kept from one save to the next.
    let is_release = profile == "release";
    if is_release {
        lighten_scripts(&site)?;
    }
    let has_worker = is_release && env::var_os(WITHOUT_OFFLINE).is_none();
    let policy = Policy::new(env::var(SYNC_ORIGIN).ok())?;
    finish_page(&site, &policy, &trusted::write(&site, is_release, has_worker)?)?;
    remove_answers(&site.join("lessons"))?;
    fonts::put(project, &site.join("fonts"))?;
    write(&site.join("icons.svg"), &icons::sprite(&project.root)?)?;
    for (name, content) in policy.files() {
        let file = site.join(name);
        fs::create_dir_all(file.parent().unwrap_or(&site)).map_err(|error| Problem::file(&file, &error))?;
        write(&file, &content)?;
    }
    if has_worker {
        offline::write(&site)?;
    } else {
        offline::write_going(&site)?;
    }
    if is_release {
        releases::keep(&site, Path::new(&from_trunk("TRUNK_DIST_DIR")?))?;
    }
    Ok(())
}

/// Set by `cargo xtask build --without-offline`.
pub const WITHOUT_OFFLINE: &str = "FABRIQUE_WITHOUT_OFFLINE";

/// Set by `cargo xtask build --sync-origin URL`.
pub const SYNC_ORIGIN: &str = "FABRIQUE_SYNC_ORIGIN";

/// The rooms' code beside the main wasm. Their names carry the build's hash (`tools/wasm-tools`).
fn copy_chunks(chunks: &Path, site: &Path) -> Outcome {
    if !chunks.is_dir() {
        return Ok(());
    }
    for chunk in entries(chunks)? {
        if let Some(name) = chunk.file_name() {
            fs::copy(&chunk, site.join(name)).map_err(|error| Problem::file(&chunk, &error))?;
        }
    }
    Ok(())
}

/// Trunk's names with all digits of their hashes, in the folder and in the page, which alone speaks of them.
fn pad_hashes(site: &Path) -> Outcome {
    let index = site.join("index.html");
    let mut html = read(&index)?;
    for file in entries(site)? {
        let name = file
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        if let Some(padded) = padded(name) {
            fs::rename(&file, site.join(&padded)).map_err(|error| Problem::file(&file, &error))?;
            html = html.replace(name, &padded);
        }
    }
    write(&index, &html)
}

/// The scripts of the blocks, in the places where the page asks for them.
fn lighten_scripts(site: &Path) -> Outcome {
    const ENTRY: &str = "bridge.js";
    let bridge = site.join("blockly_bridge");
    let bundle = scripts::bundle(ENTRY, |name| read(&bridge.join(name)))?;
    for module in entries(&bridge)? {
        fs::remove_file(&module).map_err(|error| Problem::file(&module, &error))?;
    }
    write(&bridge.join(ENTRY), &bundle)?;
    let offline = site.join("offline/offline.js");
    write(&offline, &scripts::bundle("offline.js", |_| read(&offline))?)?;
    for folder in entries(site)? {
        let core = folder.join("blockly_compressed.js");
        if core.is_file() {
            let core = read(&core)?;
            for messages in entries(&folder.join("msg"))? {
                write(&messages, &scripts::needed_messages(&read(&messages)?, &core))?;
            }
        }
    }
    Ok(())
}

/// `start` is what the page's script begins with.
fn finish_page(site: &Path, policy: &Policy, start: &str) -> Outcome {
    let index = site.join("index.html");
    let html = page::with_lessons(&read(&index)?, &read(&site.join("lessons/programme.fr.md"))?)?;
    let styled = styles::together(&html, |name| read(&site.join(name)))?;
    for name in &styled.merged {
        let sheet = site.join(name);
        fs::remove_file(&sheet).map_err(|error| Problem::file(&sheet, &error))?;
    }
    for (name, content) in &styled.sheets {
        write(&site.join(name), content)?;
    }
    let page = page::without_inline_scripts(&styled.html, start);
    for script in &page.scripts {
        write(&site.join(&script.name), &script.content)?;
    }
    write(&index, &page::with_first(&page.html, &policy.element())?)
}

/// Right and wrong answers are for the tests, not for curious learners.
fn remove_answers(lessons: &Path) -> Outcome {
    for lesson in entries(lessons)? {
        for folder in ["solutions", "wrong"] {
            let answers = lesson.join(folder);
            if answers.is_dir() {
                fs::remove_dir_all(&answers).map_err(|error| Problem::file(&answers, &error))?;
            }
        }
    }
    Ok(())
}

fn staging() -> Outcome<PathBuf> {
    from_trunk("TRUNK_STAGING_DIR").map(PathBuf::from)
}

fn from_trunk(name: &str) -> Outcome<String> {
    env::var(name).map_err(|_| {
        Problem::new(format!(
            "`after-build` is called by Trunk, which sets {name}. You want `cargo xtask build`."
        ))
    })
}

fn entries(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let read = fs::read_dir(folder).map_err(|error| Problem::file(folder, &error))?;
    read.map(|entry| {
        entry
            .map(|entry| entry.path())
            .map_err(|error| Problem::file(folder, &error))
    })
    .collect()
}

fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| Problem::file(path, &error))
}

fn write(path: &Path, content: &str) -> Outcome {
    fs::write(path, content).map_err(|error| Problem::file(path, &error))
}
