//! `fabrique lint`

use crate::files::{LessonsFolder, markdown_files};
use crate::{End, Outcome, words};
use ::words::Language;
use lesson::lint::lint_file;
use lesson::problem::{self, Problem, Severity};
use std::path::Path;

/// Looks at files and folders, at `lessons/` when none is given.
pub fn run(paths: &[String], as_json: bool, language: Language) -> Outcome {
    let mut outcome = Outcome::default();
    let mut files = Vec::new();
    if paths.is_empty() && !Path::new("lessons").is_dir() {
        outcome.complaint = words::no_lessons(language);
        outcome.end = End::Unreadable;
        return outcome;
    }
    let default = ["lessons".to_owned()];
    for path in if paths.is_empty() { &default } else { paths } {
        match markdown_files(Path::new(path)) {
            Ok(found) => files.extend(found),
            Err(error) => unreadable(&mut outcome, path, &error, language),
        }
    }
    let mut counts = [0; 3];
    let mut as_values = Vec::new();
    let mut n_read = 0;
    for file in &files {
        let shown = shown(file);
        let source = match std::fs::read_to_string(file) {
            Ok(source) => source,
            Err(error) => {
                unreadable(&mut outcome, &shown, &error, language);
                continue;
            }
        };
        n_read += 1;
        let folder = LessonsFolder::of(file);
        for problem in lint_file(&source, &folder.relative(file), &folder) {
            counts[place(problem.severity)] += 1;
            if as_json {
                as_values.push(value(&shown, &problem, language));
            } else {
                outcome
                    .said
                    .push_str(&problem::format(&problem, &shown, &source, language));
            }
        }
    }
    if as_json {
        outcome.said = format!("{:#}\n", serde_json::Value::Array(as_values));
    } else if n_read > 0 {
        outcome.said.push_str(&words::summary(n_read, counts, language));
    }
    if outcome.end == End::Well && counts[place(Severity::Error)] > 0 {
        outcome.end = End::NotYet;
    }
    outcome
}

fn unreadable(outcome: &mut Outcome, path: &str, error: &std::io::Error, language: Language) {
    outcome
        .complaint
        .push_str(&words::unreadable(path, error, language));
    outcome.end = End::Unreadable;
}

fn shown(file: &Path) -> String {
    file.display().to_string()
}

/// Where a severity is counted.
fn place(severity: Severity) -> usize {
    match severity {
        Severity::Error => 0,
        Severity::Warning => 1,
        Severity::Advice => 2,
    }
}

/// A problem for other programs. Severities are words that never change; sentences are in the language asked for.
fn value(file: &str, problem: &Problem, language: Language) -> serde_json::Value {
    serde_json::json!({
        "file": file,
        "line": problem.line,
        "column": problem.column,
        "severity": problem.severity.word(Language::English),
        "code": problem.code,
        "sentence": problem.sentence(language),
        "next_step": problem.next_step(language),
    })
}
