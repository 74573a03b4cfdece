//! Values: numbers, names, operators, and values with words of their own.

use super::super::MOST_NESTING;
use super::super::grammar::{Infix, strength};
use super::super::problem::{Expected, TextProblemKind};
use super::super::tokens::{Token, What, is_plain_name};
use super::{Content, Draft, LineReader, Parts, Read, is_choice, is_minus};
use crate::blocks::BlockKind;
use crate::parts::{PartKind, PartName};
use crate::program::FieldValue;

impl LineReader<'_> {
    /// Reads a value and the operators after it that bind at least so strongly.
    pub(super) fn climb(&mut self, at: usize, least: u8, depth: usize) -> Option<Read> {
        let (mut left, mut end) = self.atom(at, depth)?;
        let mut is_comparison = false;
        while let Some(infix) = self.infix(end).filter(|infix| infix.strength >= least) {
            if infix.strength == strength::COMPARISON && is_comparison {
                self.fault(end, TextProblemKind::ChainedComparison);
                return None;
            }
            let (right, end_of_right) = self.climb(end + 1, infix.strength + 1, depth + 1)?;
            let mut parts = Parts::default();
            let saved = FieldValue::Word(infix.choice.saved.to_owned());
            parts.fields.insert(infix.field.to_owned(), saved);
            let sides = infix.slots.into_iter().zip([left, right]);
            parts
                .inputs
                .extend(sides.filter_map(|(name, draft)| Some((name.to_owned(), draft?))));
            let column = self.tokens.get(at)?.column;
            let draft = self.draft(column, infix.spec.kind, parts);
            if draft.depth > MOST_NESTING {
                self.fault(at, TextProblemKind::TooDeep);
                return None;
            }
            is_comparison = infix.strength == strength::COMPARISON;
            left = Some(draft);
            end = end_of_right;
        }
        Some((left, end))
    }

    pub(super) fn infix(&self, at: usize) -> Option<Infix> {
        let token = self.tokens.get(at)?;
        let infixes = self.context.grammar.infixes.iter();
        infixes.copied().find(|infix| is_choice(token, infix.choice))
    }

    /// A number, a name, a value in parentheses, an empty socket, or a value that begins with a word of its own.
    pub(super) fn atom(&mut self, at: usize, depth: usize) -> Option<Read> {
        if depth > MOST_NESTING {
            self.fault(at, TextProblemKind::TooDeep);
            return None;
        }
        let Some(token) = self.tokens.get(at) else {
            self.stopped(at, Expected::Value);
            return None;
        };
        match &token.what {
            What::Hole => Some((None, at + 1)),
            What::Number(number) => Some((Some(self.number(token.column, *number)), at + 1)),
            What::Open => self.parenthesis(at, depth),
            What::Sign if is_minus(token) => self.negative(at, depth),
            What::Rows(rows) => {
                let draft = Draft {
                    column: token.column,
                    content: Content::Rows(rows.clone()),
                    depth: 0,
                };
                Some((Some(draft), at + 1))
            }
            What::Quoted => {
                self.fault(at, TextProblemKind::Quoted);
                None
            }
            What::Name(name) => Some((Some(self.named(token.column, name)), at + 1)),
            What::Word(_) => self.value_form(at, depth).or_else(|| self.bare_name(at)),
            What::Sign | What::Close | What::Semicolon => {
                self.stopped(at, Expected::Value);
                None
            }
        }
    }

    fn parenthesis(&mut self, at: usize, depth: usize) -> Option<Read> {
        let is_close = |token: &Token| token.what == What::Close;
        if self.tokens.get(at + 1).is_some_and(is_close) {
            return Some((None, at + 2));
        }
        let (draft, end) = self.climb(at + 1, strength::ANY, depth + 1)?;
        if self.tokens.get(end).is_some_and(is_close) {
            return Some((draft, end + 1));
        }
        self.stopped(end, Expected::Word(")"));
        None
    }

    /// `-5` is a number; `-x` is read as `0 − x`.
    fn negative(&mut self, at: usize, depth: usize) -> Option<Read> {
        let column = self.tokens[at].column;
        if let Some(What::Number(number)) = self.tokens.get(at + 1).map(|token| &token.what) {
            return Some((Some(self.number(column, -number)), at + 2));
        }
        let (draft, end) = self.atom(at + 1, depth + 1)?;
        let mut parts = Parts::default();
        parts
            .fields
            .insert("OP".to_owned(), FieldValue::Word("SUB".to_owned()));
        parts.inputs.push(("A".to_owned(), self.number(column, 0.0)));
        parts.inputs.extend(draft.map(|draft| ("B".to_owned(), draft)));
        Some((Some(self.draft(column, BlockKind::Arithmetic, parts)), end))
    }

    fn number(&self, column: usize, number: f64) -> Draft {
        let mut parts = Parts::default();
        parts.fields.insert("NUM".to_owned(), FieldValue::Number(number));
        self.draft(column, BlockKind::Number, parts)
    }

    /// The longest value that begins with a word, a choice or a part here.
    fn value_form(&mut self, at: usize, depth: usize) -> Option<Read> {
        let values = &self.context.grammar.values;
        let reads = values
            .iter()
            .filter_map(|form| self.attempt(at, |reader| reader.form(form, at, depth + 1)));
        let (draft, end) = reads.max_by_key(|(_, end)| *end)?;
        Some((Some(draft), end))
    }

    fn bare_name(&mut self, at: usize) -> Option<Read> {
        let token = &self.tokens[at];
        if let Some(part) = PartName::read(&token.typed) {
            if let Some(instead) = self.value_of_part(&part) {
                self.fault(
                    at,
                    TextProblemKind::PartAlone {
                        part: token.typed.clone(),
                        instead,
                    },
                );
            }
            self.stopped(at, Expected::Value);
            return None;
        }
        if self.context.grammar.is_reserved(&token.typed) || !is_plain_name(&token.typed) {
            self.stopped(at, Expected::Value);
            return None;
        }
        Some((Some(self.named(token.column, &token.typed)), at + 1))
    }

    /// How the value of a part that is no value by itself is written.
    fn value_of_part(&self, part: &PartName) -> Option<String> {
        let language = self.language;
        let name = part.in_language(language);
        match part.kind {
            PartKind::Lamp if *part == self.context.board.first_name(PartKind::Lamp) => {
                Some(language.pick("la lumière", "light").to_owned())
            }
            PartKind::Lamp => Some(format!("{} {name}", language.pick("la lumière de", "light of"))),
            PartKind::Button => Some(format!("{name} {}", language.pick("appuyé", "pressed"))),
            PartKind::Buzzer | PartKind::Potentiometer | PartKind::AmbientLight => None,
        }
    }

    /// A name alone is the parameter of that name of the function it stands in, or else a variable.
    fn named(&self, column: usize, name: &str) -> Draft {
        let is_parameter = self.context.parameters.iter().any(|parameter| parameter == name);
        let (kind, field) = match is_parameter {
            true => (BlockKind::Parameter, "NAME"),
            false => (BlockKind::Variable, "VAR"),
        };
        let mut parts = Parts::default();
        parts
            .fields
            .insert(field.to_owned(), FieldValue::Word(name.to_owned()));
        self.draft(column, kind, parts)
    }
}
