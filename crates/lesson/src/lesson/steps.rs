//! The comment under the title of a step: `<!-- etape: monter; min: 15; defi: oui; ancien: lever -->`.

use super::blocks::{LessonReader, title_words};
use super::comment_lines::{Pair, pairs};
use super::front_matter::{example_id, yes_or_no};
use super::{MachineBlock, MachineKind, Step};
use crate::problem::{self, Place, ProblemKind};
use crate::spelling::{id_from, is_id};
use crate::vocabulary::CommentWordKind;
use device::in_order::gathered;
use std::collections::BTreeSet;

impl LessonReader<'_, '_> {
    /// Reads a comment that may be the line of a step. Other comments are the author's own.
    pub(super) fn step_line(&mut self, block: &MachineBlock) {
        let pairs = pairs(block);
        let Some(first) = pairs.first() else {
            return;
        };
        let place = block.place();
        let has_id = self.lesson.steps.last().is_some_and(|step| !step.id.is_empty());
        let is_step_line = pairs
            .iter()
            .any(|pair| CommentWordKind::read(&pair.word, false) == Some(CommentWordKind::Step));
        if !is_step_line {
            // Where the line of a step is awaited, `etpe: x` is one with a slip.
            let is_awaited = !self.lesson.steps.is_empty() && !has_id && !first.value.is_empty();
            if is_awaited && let Some(near) = CommentWordKind::nearest(&first.word, false) {
                self.reader
                    .problems
                    .add(|| problem::UNKNOWN_COMMENT_WORD.at(first.place, &[&first.word, near]));
                if ["etape", "step"].contains(&near) {
                    self.set_step_id(first);
                }
            }
            return;
        }
        if self.lesson.steps.is_empty() {
            self.reader
                .problems
                .add(|| problem::STEP_LINE_WITHOUT_STEP.at(place, &[]));
            return;
        }
        if has_id {
            self.reader
                .problems
                .add(|| problem::SECOND_STEP_LINE.at(place, &[]));
            return;
        }
        if self.is_past_step_line {
            self.reader.problems.add(|| problem::STEP_LINE_FAR.at(place, &[]));
        }
        for pair in &pairs {
            self.step_value(pair);
        }
        let Some(step) = self.lesson.steps.last() else {
            return;
        };
        let is_said = |pair: &Pair| {
            let word = CommentWordKind::read(&pair.word, false);
            word.is_none_or(|word| word == CommentWordKind::Minutes)
        };
        if step.minutes == 0 && !pairs.iter().any(is_said) {
            let title = title_words(&step.title);
            self.reader
                .problems
                .add(|| problem::STEP_WITHOUT_MINUTES.at(place, &[&title]));
        }
    }

    fn step_value(&mut self, pair: &Pair) {
        let Pair { word, value, place } = pair;
        match CommentWordKind::read(word, false) {
            Some(CommentWordKind::Step) => self.set_step_id(pair),
            Some(CommentWordKind::Minutes) => {
                let number = value.trim_end_matches("min").trim().parse().ok();
                match number.filter(|minutes| (1..=600).contains(minutes)) {
                    Some(minutes) => self.in_step(|step| step.minutes = minutes),
                    None => self.wrong(
                        &problem::WRONG_STEP_VALUE,
                        pair,
                        [
                            "un nombre de minutes, de 1 à 600",
                            "a number of minutes, 1 to 600",
                        ],
                    ),
                }
            }
            Some(CommentWordKind::Challenge) => match yes_or_no(value) {
                Some(is_challenge) => self.in_step(|step| step.is_challenge = is_challenge),
                None => self.wrong(&problem::WRONG_STEP_VALUE, pair, ["oui ou non", "yes or no"]),
            },
            Some(CommentWordKind::Was) => {
                for id in value.split(',').map(str::trim).filter(|id| !id.is_empty()) {
                    if is_id(id) {
                        self.in_step(|step| step.former.push(id.to_owned()));
                    } else {
                        self.reader
                            .problems
                            .add(|| problem::WRONG_ID.at(*place, &[id, &example_id(id)]));
                    }
                }
            }
            _ => self.reader.problems.add(|| {
                let near = CommentWordKind::nearest(word, false);
                let problem = problem::UNKNOWN_COMMENT_WORD.at(*place, &[word, near.unwrap_or("")]);
                if near.is_some() {
                    return problem;
                }
                problem.with_next_step([
                    "Les mots sont : etape, min, defi, ancien.".to_owned(),
                    "The words are: step, min, challenge, was.".to_owned(),
                ])
            }),
        }
    }

    fn set_step_id(&mut self, pair: &Pair) {
        let Pair { value, place, .. } = pair;
        if is_id(value) {
            self.in_step(|step| step.id.clone_from(value));
            return;
        }
        let example = example_id(value);
        self.reader
            .problems
            .add(|| problem::WRONG_ID.at(*place, &[value, &example]));
        self.in_step(|step| step.id.clone_from(&example));
    }

    fn in_step(&mut self, change: impl FnOnce(&mut Step)) {
        if let Some(step) = self.lesson.steps.last_mut() {
            change(step);
        }
    }

    fn wrong(&mut self, kind: &ProblemKind, pair: &Pair, takes: [&str; 2]) {
        let Pair { word, value, place } = pair;
        self.reader
            .problems
            .add(|| kind.at_in_each(*place, [&[word, value, takes[0]], &[word, value, takes[1]]]));
    }
}

/// Tells of steps without id, with the same id, or empty; a step without id gets one, so that it can be done.
pub(super) fn check_ids(reading: &mut LessonReader<'_, '_>) {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let with_fence: BTreeSet<usize> = gathered(
        (reading.reader.machine.iter())
            .filter(|block| block.kind != MachineKind::Comment)
            .filter_map(|block| block.step),
    );
    for number in 0..reading.lesson.steps.len() {
        let step = &reading.lesson.steps[number];
        let place = Place {
            line: step.line,
            column: 1,
        };
        let title = title_words(&step.title);
        let is_empty = step.pieces.is_empty() && !with_fence.contains(&number);
        let mut id = step.id.clone();
        let problems = &mut reading.reader.problems;
        if is_empty {
            problems.add(|| problem::EMPTY_STEP.at(place, &[&title]));
        }
        if id.is_empty() {
            id = id_from(&title);
            if id.is_empty() || seen.contains(&id) {
                id = format!("etape-{}", number + 1);
            }
            problems.add(|| problem::STEP_WITHOUT_ID.at(place, &[&title, &id]));
        } else if seen.contains(&id) {
            problems.add(|| problem::STEP_ID_TWICE.at(place, &[&id]));
        }
        while !seen.insert(id.clone()) {
            id = format!("{id}-{}", number + 1);
        }
        reading.lesson.steps[number].id = id;
    }
    for number in 0..reading.lesson.steps.len() {
        let step = &reading.lesson.steps[number];
        let place = Place {
            line: step.line,
            column: 1,
        };
        for former in step.former.iter().filter(|former| seen.contains(former.as_str())) {
            reading
                .reader
                .problems
                .add(|| problem::FORMER_ID_IN_USE.at(place, &[former]));
        }
    }
}
