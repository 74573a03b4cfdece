//! The house stands as ARCHITECTURE.md draws it: arrows, the one folder of the browser, names and lengths of files.

#![allow(clippy::unwrap_used, reason = "a test")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// Which of our packages each may use. A package that is not here fails the test: decide, then draw it.
const ARROWS: [(&str, &[&str]); 14] = [
    (".", &["design", "device", "lesson", "record", "sync", "words"]),
    ("crates/words", &[]),
    ("crates/design", &["words"]),
    ("crates/device", &["words"]),
    ("crates/record", &["words"]),
    ("crates/sync", &["record", "words"]),
    ("crates/lesson", &["design", "device", "record", "words"]),
    (
        "cli",
        &["design", "device", "fabrique-server", "lesson", "record", "words"],
    ),
    ("tests", &["design", "device", "lesson", "record", "words"]),
    ("server", &[]),
    ("tools/xtask", &[]),
    ("tools/wasm-tools", &[]),
    ("benches/machine-wasm", &["device"]),
    ("benches/kerf", &["design"]),
];

/// Longest source file, in lines.
const LONGEST: usize = 600;

/// Names that say nothing about what is inside.
const SAYS_NOTHING: [&str; 7] = ["utils", "util", "misc", "helpers", "common", "types", "mod"];

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(ROOT).join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Names in the dependency tables of a manifest, those of tests and builds among them.
fn dependencies(manifest: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut in_table = false;
    for line in manifest.lines().map(str::trim) {
        if let Some(header) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            let parts: Vec<&str> = header.split('.').collect();
            // `[workspace.dependencies]` names versions; nobody uses them by that alone.
            in_table =
                parts.last().is_some_and(|part| part.ends_with("dependencies")) && parts[0] != "workspace";
            if let [.., table, name] = parts[..]
                && table.ends_with("dependencies")
                && parts[0] != "workspace"
            {
                names.push(name);
            }
        } else if in_table && let Some((name, _)) = line.split_once(['.', ' ', '=']) {
            names.push(name);
        }
    }
    names
}

/// Folders of the workspace's packages.
fn members() -> Vec<String> {
    let manifest = read("Cargo.toml");
    let (_, members) = manifest.split_once("members = [").unwrap();
    let (members, _) = members.split_once(']').unwrap();
    members.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The files below some folders, with one of the endings, as paths from the root.
fn files(folders: &[&str], endings: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let mut to_visit: Vec<PathBuf> = folders
        .iter()
        .map(|folder| Path::new(ROOT).join(folder))
        .collect();
    while let Some(path) = to_visit.pop() {
        if path.is_dir() {
            to_visit.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path
            .extension()
            .is_some_and(|ending| endings.iter().any(|known| ending == *known))
        {
            found.push(path.strip_prefix(ROOT).unwrap().to_str().unwrap().to_owned());
        }
    }
    found.sort();
    assert!(!found.is_empty(), "no file in {folders:?}");
    found
}

const SOURCES: [&str; 6] = ["src", "crates", "cli", "server", "tests", "tools"];

#[test]
fn dependencies_are_read_from_any_table() {
    let manifest = "[dependencies]\na.workspace = true\nb = \"1\"\n[dev-dependencies]\nc = { path = \"c\" }\n\
        [dependencies.d]\nversion = \"1\"\n[target.'cfg(unix)'.dependencies]\ne = \"1\"\n\
        [workspace.dependencies]\nf = \"1\"\n[lints]\nworkspace = true\n";
    assert_eq!(dependencies(manifest), ["a", "b", "c", "d", "e"]);
}

#[test]
fn arrows_point_down() {
    let arrows = BTreeMap::from(ARROWS);
    let ours: BTreeMap<String, String> = members()
        .into_iter()
        .map(|folder| {
            let manifest = read(&format!("{folder}/Cargo.toml"));
            let name = manifest
                .lines()
                .find_map(|line| line.strip_prefix("name = "))
                .unwrap();
            (name.trim_matches('"').to_owned(), folder)
        })
        .collect();
    for folder in ours.values() {
        let allowed = arrows
            .get(folder.as_str())
            .unwrap_or_else(|| panic!("{folder} has no arrows here yet"));
        let manifest = read(&format!("{folder}/Cargo.toml"));
        let wrong: Vec<&str> = dependencies(&manifest)
            .into_iter()
            .filter(|name| ours.contains_key(*name) && !allowed.contains(name))
            .collect();
        assert_eq!(wrong, [""; 0], "{folder} must not use them");
    }
    assert_eq!(ours.len(), ARROWS.len(), "an arrow of a package that is gone");
}

#[test]
fn only_one_folder_names_the_browser() {
    let names_browser = |text: &str| {
        text.split(|letter: char| !letter.is_alphanumeric() && letter != '_')
            .any(|word| ["web_sys", "js_sys", "wasm_bindgen"].contains(&word))
    };
    assert!(
        names_browser("use web_sys::Window;"),
        "the test finds what it looks for"
    );
    let wrong: Vec<String> = files(&["src", "crates", "cli", "server"], &["rs"])
        .into_iter()
        .filter(|file| !file.starts_with("src/browser/") && file != "src/browser.rs")
        .filter(|file| names_browser(&read(file)))
        .collect();
    assert_eq!(wrong, [""; 0], "put what they need into src/browser/");
}

#[test]
fn pure_crates_read_no_files() {
    let names = ["std::fs", "std::env", "std::net", "std::process"];
    let wrong: Vec<String> = files(&["crates"], &["rs"])
        .into_iter()
        .filter(|file| file.contains("/src/"))
        .filter(|file| {
            let text = read(file);
            // Tests may read their data; they stand at the end of a file.
            let shipped = text.split("#[cfg(test)]").next().unwrap_or(&text);
            names.iter().any(|name| shipped.contains(name))
        })
        .collect();
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn names_say_what_is_inside() {
    let wrong: Vec<String> = files(&SOURCES, &["rs", "ts", "mjs", "css"])
        .into_iter()
        .filter(|file| {
            let stem = Path::new(file).file_stem().unwrap().to_str().unwrap();
            SAYS_NOTHING.contains(&stem) && file != "src/i18n/common.rs"
        })
        .collect();
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn files_have_one_subject() {
    let mut sources = files(&SOURCES, &["rs", "ts", "mjs"]);
    sources.extend(files(&["assets"], &["css", "js"]));
    let long: Vec<String> = sources
        .into_iter()
        .map(|file| (read(&file).lines().count(), file))
        .filter(|(lines, _)| *lines > LONGEST)
        .map(|(lines, file)| format!("{file}: {lines} lines"))
        .collect();
    assert_eq!(long, [""; 0], "what is the second subject of each?");
}

#[test]
fn the_two_commands_of_the_readme_are_the_ones_that_run() {
    let readme = read("README.md");
    for command in ["cargo xtask serve", "cargo xtask test"] {
        assert!(readme.contains(command), "README.md does not say `{command}`");
    }
    let ci = read(".ci/run");
    let commands: Vec<&str> = ci
        .lines()
        .filter(|line| line.contains("cargo") || line.contains("npm"))
        .collect();
    assert_eq!(
        commands,
        ["cargo xtask test"],
        ".ci/run runs the README's command and nothing else"
    );
}
