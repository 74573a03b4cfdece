//! A folder of lessons as on a server, with all that can be wrong between its files. What is told of each file
//! stands beside it in a `.problems` file. `UPDATE_EXPECT=1` writes them anew; read the difference.

#![allow(clippy::unwrap_used, reason = "a test may stop at what it cannot read")]

use expect_test::expect_file;
use lesson::lint::{FileKind, Site, files_named, lint_file};
use libtest_mimic::{Arguments, Trial};
use std::fs;
use std::path::{Path, PathBuf};
use words::Language;

struct Folder(PathBuf);

impl Site for Folder {
    fn text(&self, path: &str) -> Option<String> {
        fs::read_to_string(self.0.join(path)).ok()
    }

    fn has(&self, path: &str) -> bool {
        self.0.join(path).is_file()
    }
}

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/site");
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    let trials = files.into_iter().map(|path| {
        let name = path
            .strip_prefix(&root)
            .unwrap()
            .to_string_lossy()
            .replace('\\', "/");
        let root = root.clone();
        Trial::test(name.clone(), move || {
            check(&root, &name);
            Ok(())
        })
    });
    libtest_mimic::run(&Arguments::from_args(), trials.collect()).exit();
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            files.push(path);
        }
    }
}

fn check(root: &Path, name: &str) {
    let path = root.join(name);
    let text = fs::read_to_string(&path).unwrap();
    let mut told = String::new();
    for problem in lint_file(&text, name, &Folder(root.to_owned())) {
        told.push_str(&lesson::problem::format(&problem, name, &text, Language::French));
    }
    if FileKind::of(name) == FileKind::Lesson {
        told.push_str("\nfiles named:\n");
        for file in files_named(&text, name) {
            told.push_str(&format!("{file}\n"));
        }
    }
    expect_file![path.with_extension("problems")].assert_eq(&told);
}
