//! What became of each stage, told at the end on one screen.

use crate::problem::{Outcome, Problem};
use crate::stage::seconds;
use crate::tally::Tally;
use std::time::{Duration, Instant};

/// How a stage ended.
pub enum End {
    /// A runner counted its tests, and agrees or not with its exit code.
    Counted(Tally),
    /// The stage cannot go on: one failure.
    Stopped(Problem),
}

impl End {
    /// A stage that is one check: one test passed, or the sentence that says why not.
    pub fn checked(outcome: Outcome) -> Self {
        match outcome {
            Ok(()) => Self::Counted(Tally { passed: 1, failed: 0 }),
            Err(problem) => Self::Stopped(problem),
        }
    }

    /// A stage whose runner counts.
    pub fn counted(outcome: Outcome<Tally>) -> Self {
        match outcome {
            Ok(tally) => Self::Counted(tally),
            Err(problem) => Self::Stopped(problem),
        }
    }
}

/// The stages that ran.
#[derive(Default)]
pub struct Report {
    stages: Vec<(String, Duration, End)>,
}

impl Report {
    /// Runs a stage and keeps how it ended.
    pub fn run(&mut self, name: &str, stage: impl FnOnce() -> End) {
        println!("\n==> {name}");
        let start = Instant::now();
        let end = stage();
        if let End::Stopped(problem) = &end {
            println!("    {problem}");
        }
        self.stages.push((name.to_owned(), start.elapsed(), end));
    }

    /// Whether the stage of that name did not pass.
    pub fn has_failed(&self, name: &str) -> bool {
        self.stages
            .iter()
            .any(|(known, _, end)| known == name && tally(end).failed > 0)
    }

    /// Prints every stage with its time, then how many passed and failed in all, as the last line.
    pub fn conclude(self) -> Outcome {
        println!();
        let mut total = Tally::default();
        for (name, time, end) in &self.stages {
            println!("{name:>10}  {:>12}  {}", seconds(*time), said(end));
            total += tally(end);
        }
        let summary = format!("{} passed, {} failed", total.passed, total.failed);
        println!("\n{summary}");
        if total.failed == 0 && total.passed > 0 {
            Ok(())
        } else {
            Err(Problem::silent())
        }
    }
}

fn tally(end: &End) -> Tally {
    match end {
        End::Counted(tally) => *tally,
        End::Stopped(_) => Tally { passed: 0, failed: 1 },
    }
}

fn said(end: &End) -> String {
    match end {
        End::Counted(Tally { passed, failed: 0 }) => format!("{passed} passed"),
        End::Counted(Tally { passed, failed }) => format!("{passed} passed, {failed} failed"),
        End::Stopped(problem) => format!("failed: {problem}"),
    }
}
