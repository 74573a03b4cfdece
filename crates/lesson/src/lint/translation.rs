//! A translation beside the French it follows.

use crate::lesson::front_matter::FrontMatter;
use crate::lesson::{Lesson, MachineKind, Step};
use crate::problem::{self, Place, Problems};
use crate::vocabulary::{FenceKind, Key};
use device::text::is_same_tree;
use std::collections::BTreeSet;

impl Lesson {
    /// Fills in what a translation leaves to the lesson it translates: board, starters, solutions, toolboxes and
    /// checks, by the id of the step.
    pub fn inherit(&mut self, source: &Self) {
        if !self.has_fence(FenceKind::Board, None) {
            self.board.clone_from(&source.board);
        }
        for step in &mut self.steps {
            let Some(original) = source.step(&step.id) else {
                continue;
            };
            let original: Step = original.clone();
            step.starter = step.starter.take().or(original.starter);
            step.solution = step.solution.take().or(original.solution);
            step.drawing_starter = step.drawing_starter.take().or(original.drawing_starter);
            step.drawing_solution = step.drawing_solution.take().or(original.drawing_solution);
            step.toolbox = step.toolbox.take().or(original.toolbox);
            step.check = step.check.take().or(original.check);
        }
    }

    fn has_fence(&self, kind: FenceKind, step: Option<usize>) -> bool {
        (self.machine.iter()).any(|block| {
            block.step == step && matches!(block.kind, MachineKind::Fence(other, _) if other == kind)
        })
    }
}

/// Tells where a translation differs from the French.
pub(super) fn compare(lesson: &Lesson, french: &Lesson, head: &FrontMatter, problems: &mut Problems) {
    let top = Place { line: 1, column: 1 };
    let place = head
        .value(Key::TranslatedFrom)
        .map_or(top, |entry| entry.value_place);
    let version = french.version.to_string();
    match lesson.translated_from {
        None => problems.add(|| problem::TRANSLATION_WITHOUT_VERSION.at(top, &[&version])),
        Some(followed) if followed < french.version => {
            let followed = followed.to_string();
            problems.add(|| problem::TRANSLATION_LATE.at(place, &[&followed, &version]));
        }
        Some(_) => {}
    }
    let step_ids = |lesson: &Lesson| {
        lesson
            .steps
            .iter()
            .map(|step| step.id.clone())
            .collect::<BTreeSet<_>>()
    };
    let (here, there) = (step_ids(lesson), step_ids(french));
    if let Some(difference) = difference(&here, &there) {
        let line = (lesson.steps.iter().find(|step| !there.contains(&step.id))).map_or(1, |step| step.line);
        problems.add(|| problem::STEPS_DIFFER.at(Place { line, column: 1 }, &[&difference]));
    }
    for step in &lesson.steps {
        let Some(original) = french.steps.iter().find(|other| other.id == step.id) else {
            continue;
        };
        let place = Place {
            line: step.line,
            column: 1,
        };
        if let (Some(check), Some(other)) = (&step.check, &original.check)
            && check.id != other.id
        {
            let difference = format!("{} ≠ {}", check.id, other.id);
            problems.add(|| problem::CHECKS_DIFFER.at(place, &[&difference]));
        }
        if step.check.is_some() && original.check.is_none() {
            let id = step.check.as_ref().map_or("", |check| check.id.as_str());
            problems.add(|| problem::CHECKS_DIFFER.at(place, &[id]));
        }
        for (program, other, kind) in [
            (&step.starter, &original.starter, FenceKind::Starter),
            (&step.solution, &original.solution, FenceKind::Solution),
        ] {
            let Some(program) = program else {
                continue;
            };
            let is_same = other.as_ref().is_some_and(|other| is_same_tree(program, other));
            if !is_same {
                let words = kind.words(lesson.language);
                problems.add(|| problem::PROGRAMS_DIFFER.at(place, &[words]));
            }
        }
    }
}

/// The ids that are in one set only; `None` when there are none.
fn difference(one: &BTreeSet<String>, other: &BTreeSet<String>) -> Option<String> {
    let ids: Vec<&str> = one.symmetric_difference(other).map(String::as_str).collect();
    (!ids.is_empty()).then(|| ids.join(", "))
}
