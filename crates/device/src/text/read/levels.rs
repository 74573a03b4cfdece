//! Which block a line stands in, by its indent.

use super::super::MOST_NESTING;
use super::super::problem::TextProblemKind;
use super::Reader;

/// A tab counts as one step inside.
const TAB_WIDTH: usize = 2;
/// A stack of blocks being read.
pub(super) struct Level {
    pub(super) indent: usize,
    /// The block and the input it stands in; `None` at the margin.
    pub(super) owner: Option<(usize, String)>,
    /// The last block of it.
    pub(super) last: Option<usize>,
    /// Whether a block may follow the last one.
    pub(super) goes_on: bool,
    /// The input of the last block that deeper lines go into.
    pub(super) body: Option<String>,
    /// Deeper lines without a place were told once.
    pub(super) told_indent: Option<usize>,
}

impl Level {
    pub(super) fn new(indent: usize, owner: Option<(usize, String)>) -> Self {
        Self {
            indent,
            owner,
            last: None,
            goes_on: false,
            body: None,
            told_indent: None,
        }
    }
}

impl Reader<'_> {
    pub(super) fn enter_level(&mut self, indent: usize, column: usize) {
        self.left = None;
        while self.levels.len() > 1 && self.top().indent > indent {
            self.left = self.levels.pop();
        }
        if indent <= self.top().indent {
            (self.top().indent, self.top().told_indent) = (indent, None);
            return;
        }
        if self.top().told_indent == Some(indent) {
            return;
        }
        if self.program.blocks.is_empty() {
            // A text that is indented as a whole.
            self.top().indent = indent;
            return;
        }
        let owner = self.top().last.zip(self.top().body.clone());
        match (self.left.take(), owner) {
            (Some(left), _) => {
                self.levels.push(left);
                self.problem(column, TextProblemKind::Misaligned);
            }
            (None, Some(_)) if self.levels.len() > MOST_NESTING => {
                self.problem(column, TextProblemKind::TooDeep);
            }
            (None, Some(owner)) => self.levels.push(Level::new(indent, Some(owner))),
            (None, None) => {
                self.top().told_indent = Some(indent);
                self.problem(column, TextProblemKind::TooIndented);
            }
        }
    }

    pub(super) fn top(&mut self) -> &mut Level {
        self.levels
            .last_mut()
            .expect("the level of the margin is never left")
    }

    pub(super) fn is_at_margin(&self) -> bool {
        self.levels.len() == 1
    }
}

/// How far a white space moves what follows it.
pub(super) fn width(character: char) -> usize {
    match character {
        '\t' => TAB_WIDTH,
        // Marks that show nothing.
        '\u{feff}' | '\u{200b}' | '\u{2060}' => 0,
        _ => 1,
    }
}
