//! Drawings written in a lesson: the text form of `design`, with places in the author's file.
//!
//! A lesson keeps them as they are written: a page that shows a lesson of blocks then needs nothing that reads drawings.

use crate::problem::{self, Place, Problem};
use design::document::Document;
use design::text;
use words::Language;

/// A drawing of a lesson, as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DrawingText {
    /// Number in the file, column of the first character, text of each line.
    lines: Vec<(usize, usize, String)>,
}

impl DrawingText {
    /// From the lines of a fence.
    pub(crate) fn new(lines: Vec<(usize, usize, String)>) -> Self {
        Self { lines }
    }

    /// The drawing of all lines that can be read.
    #[must_use]
    pub fn document(&self) -> Document {
        text::read(&self.text(), None).document
    }

    /// What is wrong with the lines that cannot.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        let first = self.lines.first().map_or(1, |(line, ..)| *line);
        text::read(&self.text(), None)
            .problems
            .into_iter()
            .map(|found| {
                let (line, column) = (self.lines)
                    .get(found.line.saturating_sub(1))
                    .map_or((first, 1), |(line, column, _)| {
                        (*line, column + found.column.saturating_sub(1))
                    });
                Problem {
                    sentence: Language::ALL.map(|language| found.sentence(language)),
                    next_step: Language::ALL.map(|language| found.next_step(language)),
                    ..problem::DRAWING_LINE.at(Place { line, column }, &[])
                }
            })
            .collect()
    }

    fn text(&self) -> String {
        let lines: Vec<&str> = self.lines.iter().map(|(_, _, text)| text.as_str()).collect();
        lines.join("\n")
    }
}
