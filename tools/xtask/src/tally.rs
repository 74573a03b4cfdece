//! How many tests a runner counted, read from what it prints.

use std::ops::AddAssign;

/// Tests that passed and tests that did not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many passed.
    pub passed: u32,
    /// How many failed.
    pub failed: u32,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, more: Self) {
        self.passed += more.passed;
        self.failed += more.failed;
    }
}

/// The count in a line of a runner's output; nothing for other lines.
///
/// cargo's and wasm-bindgen's runners end each program with `test result: ok. 3 passed; 0 failed; …`; Playwright
/// ends with lines such as `  3 passed (25.5s)`, `  1 failed`, `  1 flaky`, `  2 did not run`.
pub fn of_line(line: &str) -> Tally {
    if let Some((_, counts)) = line.split_once("test result: ") {
        let count = |word: &str| {
            let (before, _) = counts.split_once(word)?;
            before.split_whitespace().last()?.parse().ok()
        };
        return Tally {
            passed: count(" passed").unwrap_or(0),
            failed: count(" failed").unwrap_or(0),
        };
    }
    let Some((number, what)) = line.trim().split_once(' ') else {
        return Tally::default();
    };
    let (Ok(number), true) = (number.parse(), line.starts_with("  ")) else {
        return Tally::default();
    };
    match what.split(" (").next().unwrap_or(what) {
        "passed" => Tally {
            passed: number,
            failed: 0,
        },
        // A test that passes only the second time is not one to trust.
        "failed" | "flaky" | "interrupted" | "did not run" => Tally {
            passed: 0,
            failed: number,
        },
        _ => Tally::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, passed: u32, failed: u32) {
        assert_eq!(of_line(line), Tally { passed, failed }, "{line}");
    }

    #[test]
    fn counts_are_read_from_each_runner() {
        check(
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.14s",
            12,
            0,
        );
        check(
            "test result: FAILED. 11 passed; 1 failed; 0 ignored; 0 filtered out; finished in 0.14s",
            11,
            1,
        );
        check("  13 passed (25.5s)", 13, 0);
        check("  5 failed", 0, 5);
        check("  1 flaky", 0, 1);
        check("  2 did not run", 0, 2);
    }

    #[test]
    fn other_lines_count_nothing() {
        check("  2 skipped", 0, 0);
        check("13 passed by here", 0, 0);
        check("running 12 tests", 0, 0);
        check("", 0, 0);
    }
}
