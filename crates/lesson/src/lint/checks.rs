//! The author's own programs against the author's own checks.

use crate::check::Check;
use crate::grade::{Message, Verdict, grade_program};
use crate::lesson::{Bench, Lesson, MachineBlock, MachineKind};
use crate::problem::{self, Place, Problem};
use crate::vocabulary::FenceKind;
use device::program::Program;
use words::Language;

/// Runs starter, solution and an empty program against each check of a lesson.
///
/// A check must fail the empty program and, in a step that has one, the starter, and pass the solution. A step
/// without starter or solution of its own is not judged by another's.
#[must_use]
pub fn run_checks(lesson: &Lesson) -> Vec<Problem> {
    let mut problems = Vec::new();
    // Those of drawings are looked at by `look_at_drawings`, which brings the geometry along.
    if lesson.bench == Bench::Design {
        return problems;
    }
    for (number, step) in lesson.steps.iter().enumerate() {
        // A check with lines that cannot be read has its problems already, and never passes.
        let Some(check) = step
            .check
            .as_ref()
            .filter(|check| check.lines_not_understood.is_empty())
        else {
            continue;
        };
        let place = |kind| place_of(lesson, number, kind);
        let grade = |program: &Program| {
            Language::ALL.map(|language| grade_program(check, &lesson.board, program, language))
        };
        let empty = grade(&Program::default());
        if let [Verdict::AuthorProblem(french), Verdict::AuthorProblem(english)] = &empty {
            let words = [[check.id.as_str(), french], [check.id.as_str(), english]];
            let problem =
                problem::CHECK_CANNOT_BE.at_in_each(place(FenceKind::Check), [&words[0], &words[1]]);
            problems.push(problem);
            continue;
        }
        if is_passed(&empty) {
            problems.push(problem::EMPTY_PASSES.at(place(FenceKind::Check), &[&check.id]));
        }
        if let Some(starter) = &step.starter
            && is_passed(&grade(starter))
        {
            problems.push(problem::STARTER_PASSES.at(place(FenceKind::Starter), &[&check.id]));
        }
        if let Some(solution) = &step.solution {
            problems.extend(solution_problem(
                check,
                grade(solution),
                FenceKind::Solution,
                place,
            ));
        }
    }
    problem::sort(&mut problems);
    problems
}

pub(super) fn is_passed(verdicts: &[Verdict; 2]) -> bool {
    matches!(verdicts, [Verdict::Passed { .. }, _])
}

/// What is wrong with a solution, told at its fence of that kind.
pub(super) fn solution_problem(
    check: &Check,
    verdicts: [Verdict; 2],
    solution: FenceKind,
    place: impl Fn(FenceKind) -> Place,
) -> Option<Problem> {
    match verdicts {
        [Verdict::Passed { .. }, _] | [_, Verdict::Passed { .. }] => None,
        [Verdict::NotYet(french), Verdict::NotYet(english)] => {
            let words = [said(&french, Language::French), said(&english, Language::English)];
            Some(problem::SOLUTION_FAILS.at_in_each(place(solution), [&[&words[0]], &[&words[1]]]))
        }
        [french, english] => {
            let words = [
                author_words(french, Language::French),
                author_words(english, Language::English),
            ];
            Some(problem::CHECK_CANNOT_BE.at_in_each(
                place(FenceKind::Check),
                [&[&check.id, &words[0]], &[&check.id, &words[1]]],
            ))
        }
    }
}

/// What a message says, for someone who did not watch the run.
fn said(message: &Message, language: Language) -> String {
    let parts = [
        (language.pick("je vois", "seen"), &message.seen),
        (language.pick("il faut", "expected"), &message.expected),
    ];
    let colon = language.pick("\u{a0}: ", ": ");
    let told: Vec<String> = (parts.iter())
        .filter(|(_, words)| !words.is_empty())
        .map(|(what, words)| format!("{what}{colon}{words}"))
        .collect();
    if told.is_empty() {
        return message.own_words.clone().unwrap_or_default();
    }
    told.join(", ")
}

fn author_words(verdict: Verdict, language: Language) -> String {
    match verdict {
        Verdict::AuthorProblem(words) => words,
        Verdict::NotYet(message) => said(&message, language),
        Verdict::Passed { .. } => String::new(),
    }
}

/// Where a fence of a step stands; the step's title where it has none.
pub(super) fn place_of(lesson: &Lesson, step: usize, kind: FenceKind) -> Place {
    let is_it = |block: &&MachineBlock| {
        block.step == Some(step) && matches!(block.kind, MachineKind::Fence(other, _) if other == kind)
    };
    let line = lesson.steps.get(step).map_or(1, |step| step.line);
    (lesson.machine.iter().find(is_it)).map_or(Place { line, column: 1 }, MachineBlock::place)
}
