//! Every lesson of `tests/data/lessons` is read: its problems stand beside it in a `.problems` file, and what a
//! learner gets of some of them in a `.tree` file. `UPDATE_EXPECT=1` writes them anew; read the difference.

#![allow(clippy::unwrap_used, reason = "a test may stop at what it cannot read")]

#[path = "lessons/tree.rs"]
mod tree;

use expect_test::expect_file;
use libtest_mimic::{Arguments, Trial};
use std::fs;
use std::path::{Path, PathBuf};
use words::Language;

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/lessons");
    let mut files: Vec<PathBuf> = (fs::read_dir(folder).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .collect();
    files.sort();
    let trials = files.into_iter().map(|path| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        Trial::test(name, move || {
            check(&path);
            Ok(())
        })
    });
    let every_kind = Trial::test("every kind of problem has an example", || {
        every_kind_has_an_example();
        Ok(())
    });
    let trials = trials.chain([every_kind]).collect();
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

fn check(path: &Path) {
    let text = fs::read_to_string(path).unwrap();
    let name = path.file_stem().unwrap().to_string_lossy();
    let parsed = lesson::parse(&text, Some(&name));
    let problems = lesson::lint::lint_lesson(
        &text,
        &format!("{name}/{}.md", parsed.lesson.language.code()),
        None,
    );
    let mut told = String::new();
    for language in Language::ALL {
        for problem in &problems {
            let file = format!("{name}.md");
            told.push_str(&lesson::problem::format(problem, &file, &text, language));
        }
        told.push('\n');
    }
    expect_file![path.with_extension("problems")].assert_eq(told.trim_end());
    let tree = path.with_extension("tree");
    if tree.exists() {
        expect_file![tree].assert_eq(&tree::describe(&parsed.lesson));
    }
    let unix = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let windows = format!("\u{feff}{}", unix.replace('\n', "\r\n"));
    for same in [windows, unix] {
        assert!(
            lesson::parse(&same, Some(&name)) == parsed,
            "line ends and byte order mark change nothing"
        );
    }
}

/// Each code of the tables of problems is met in what is told of some file of `tests/data`.
fn every_kind_has_an_example() {
    // Files of a megabyte are made where they are read.
    const MADE: (&[&str], &str) = (
        &["S014", "S015", "S016", "S020"],
        include_str!("nothing_is_lost.rs"),
    );
    let mut told = String::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let extension = path.extension().and_then(|extension| extension.to_str());
            if path.is_dir() {
                folders.push(path);
            } else if matches!(extension, Some("problems" | "expected")) {
                told.push_str(&fs::read_to_string(path).unwrap());
            }
        }
    }
    let of_checks = codes_of_checks();
    assert!(of_checks.len() > 20, "{of_checks:?}");
    let missing: Vec<&str> = (lesson::problem::ALL.iter().map(|kind| kind.code))
        .chain(of_checks)
        .filter(|code| !told.contains(&format!(" {code}")))
        .filter(|code| !(MADE.0.contains(code) && MADE.1.contains(&format!("\"{code}\""))))
        .collect();
    assert!(missing.is_empty(), "no example of {missing:?}");
}

/// The codes of the lines of a check, as the file of their sentences gives them.
fn codes_of_checks() -> Vec<&'static str> {
    let is_code = |word: &&str| word.len() == 4 && word.starts_with('C') && word[1..].parse::<u16>().is_ok();
    (include_str!("../src/words/check.rs").split('"'))
        .filter(is_code)
        .collect()
}
