//! The command as a trainer types it. Each file of `data/cases` is a command, run in `data`, and all it says:
//! lines of standard error begin with `! `, the last line is how it ended. `UPDATE_EXPECT=1` writes what is said.

#![allow(clippy::unwrap_used, reason = "a test may stop")]

use std::fmt::Write;
use std::path::Path;
use std::process::Command;

#[test]
fn the_command_says_what_the_cases_say() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    let mut cases: Vec<_> = std::fs::read_dir(data.join("cases"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    cases.sort();
    assert!(!cases.is_empty());
    for case in cases {
        let text = std::fs::read_to_string(&case).unwrap();
        let typed = text
            .lines()
            .next()
            .and_then(|line| line.strip_prefix("$ fabrique"))
            .unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_fabrique"))
            .args(typed.split_whitespace())
            .current_dir(&data)
            .output()
            .unwrap();
        let mut said = format!("$ fabrique{typed}\n");
        said.push_str(std::str::from_utf8(&output.stdout).unwrap());
        for line in std::str::from_utf8(&output.stderr).unwrap().lines() {
            writeln!(said, "! {line}").unwrap();
        }
        writeln!(said, "= {}", output.status.code().unwrap()).unwrap();
        expect_test::expect_file![case].assert_eq(&said);
    }
}
