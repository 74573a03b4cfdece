//! The author's own drawings: whether they can be read, and against the author's own checks.

use super::checks::{is_passed, place_of, solution_problem};
use crate::drawings::DrawingText;
use crate::grade::{Verdict, grade_drawing};
use crate::lesson::{Bench, Lesson};
use crate::problem::{self, Problem};
use crate::vocabulary::FenceKind;
use design::document::{Document, Form};
use design::letters::Letters;
use design::text;
use words::Language;

/// Reads starters and solutions of a drawing lesson and looks at them by its checks: the solution must pass, the
/// starter must not. A drawing with a text whose letters are not there is not judged. Called in the drawing room, in
/// the command and in tests only, like [`grade_drawing`].
#[must_use]
pub fn look_at_drawings(lesson: &Lesson, letters: &Letters) -> Vec<Problem> {
    let mut problems = Vec::new();
    if lesson.bench != Bench::Design {
        return problems;
    }
    for (number, step) in lesson.steps.iter().enumerate() {
        let drawings = [&step.drawing_starter, &step.drawing_solution];
        problems.extend(drawings.into_iter().flatten().flat_map(DrawingText::problems));
        let Some(check) = step
            .check
            .as_ref()
            .filter(|check| check.lines_not_understood.is_empty())
        else {
            continue;
        };
        let place = |kind| place_of(lesson, number, kind);
        let grade = |drawing: &DrawingText| {
            let document = drawing.document();
            can_be_judged(&document, letters)
                .then(|| Language::ALL.map(|language| grade_drawing(check, &document, letters, language)))
        };
        if let Some(starter) = &step.drawing_starter
            && grade(starter).is_some_and(|verdicts: [Verdict; 2]| is_passed(&verdicts))
        {
            problems.push(problem::STARTER_PASSES.at(place(FenceKind::DrawingStarter), &[&check.id]));
        }
        if let Some(verdicts) = step.drawing_solution.as_ref().and_then(grade) {
            problems.extend(solution_problem(
                check,
                verdicts,
                FenceKind::DrawingSolution,
                place,
            ));
        }
    }
    problem::sort(&mut problems);
    problems
}

fn can_be_judged(document: &Document, letters: &Letters) -> bool {
    document.shapes().iter().all(|shape| match &shape.form {
        Form::Text { font, .. } => letters.has(*font),
        _ => true,
    })
}

/// Tells where the drawings of a translation are not those of the French.
pub(super) fn compare(lesson: &Lesson, french: &Lesson) -> Vec<Problem> {
    let said = |drawing: &DrawingText| text::write(&drawing.document(), Language::French);
    let mut problems = Vec::new();
    for (number, step) in lesson.steps.iter().enumerate() {
        let Some(original) = french.steps.iter().find(|other| other.id == step.id) else {
            continue;
        };
        for (drawing, other, kind) in [
            (
                &step.drawing_starter,
                &original.drawing_starter,
                FenceKind::DrawingStarter,
            ),
            (
                &step.drawing_solution,
                &original.drawing_solution,
                FenceKind::DrawingSolution,
            ),
        ] {
            let is_same =
                |drawing: &DrawingText| other.as_ref().is_some_and(|other| said(drawing) == said(other));
            if drawing.as_ref().is_some_and(|drawing| !is_same(drawing)) {
                let words = kind.words(lesson.language);
                let place = place_of(lesson, number, kind);
                problems.push(problem::DRAWINGS_DIFFER.at(place, &[words]));
            }
        }
    }
    problems
}
