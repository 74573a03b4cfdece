//! One line of text as a block with its values, before it has a place in a program.

mod slip;
#[cfg(test)]
mod unambiguous;
mod value;

use super::grammar::{Form, Grammar, strength};
use super::problem::{Expected, TextProblemKind};
use super::tokens::{Token, What};
use crate::blocks::template::Piece;
use crate::blocks::{BlockKind, Choice, Field, FieldKind, Shape, Slot, ValueType};
use crate::parts::{Board, Part, PartKind, PartName};
use crate::program::{FieldValue, MOST_REPEATED, Program};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use words::Language;

/// A block that was read, with the values inside it.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// Column of its first token.
    pub column: usize,
    pub content: Content,
    /// How deep values stand in it; 0 when there is none.
    depth: usize,
}

#[derive(Clone, Debug)]
pub(super) enum Content {
    Block {
        kind: BlockKind,
        fields: BTreeMap<String, FieldValue>,
        inputs: Vec<(String, Draft)>,
    },
    /// A block that no line can say, with all inside it; the outermost comes first.
    Rows(Program),
}

/// What a line says.
#[derive(Clone, Debug)]
pub(super) enum Said {
    /// A hat or a block of a stack. `toujours` may be either.
    Block(Vec<Draft>),
    /// `sinon si` with its condition.
    ElseIf(Option<Draft>),
    /// `sinon`.
    Else,
    /// A value alone.
    Value(Draft),
}

/// What a reader of lines knows.
#[derive(Clone, Copy)]
pub(super) struct Context<'text> {
    pub grammar: &'text Grammar,
    pub board: &'text Board,
    /// The parameters of the function the line stands in.
    pub parameters: &'text [String],
    /// The language of examples where the line does not tell.
    pub language: Language,
    /// Whether a value may stand alone on the line.
    pub takes_value: bool,
    /// Whether an unknown line is compared with all known ones, to offer the nearest; it takes a while.
    pub looks_for_nearest: bool,
}

/// Reads the tokens of one line, at least one.
///
/// # Errors
/// The column of the first thing that does not fit, and what it is.
pub(super) fn read_line(context: Context, tokens: &[Token]) -> Result<Said, (usize, TextProblemKind)> {
    let words = tokens.iter().filter_map(Token::word);
    let mut reader = LineReader {
        language: context.grammar.language_of(words).unwrap_or(context.language),
        context,
        tokens,
        furthest: Furthest::default(),
        fault: None,
    };
    if let Some(clause) = reader.clause() {
        return Ok(clause);
    }
    let lines = &context.grammar.lines;
    let drafts: Vec<_> = lines.iter().filter_map(|form| reader.whole_line(form)).collect();
    if !drafts.is_empty() {
        return Ok(Said::Block(drafts));
    }
    let of_lines = (reader.furthest.clone(), reader.fault.take());
    reader.furthest = Furthest::default();
    let value = reader
        .climb(0, strength::ANY, 0)
        .filter(|(_, end)| *end == tokens.len());
    if let Some(draft) = value.and_then(|(draft, _)| draft) {
        // A word that is nothing else is a variable among values; alone on a line it is a slip.
        let is_name = matches!(
            &draft.content,
            Content::Block {
                kind: BlockKind::Variable,
                ..
            }
        );
        let is_lone_word = is_name && matches!(tokens, [token] if token.word().is_some());
        match draft.content {
            Content::Rows(_) => return Ok(Said::Value(draft)),
            _ if is_lone_word => {}
            _ if context.takes_value => return Ok(Said::Value(draft)),
            _ => return Err((draft.column, TextProblemKind::ValueAlone)),
        }
    }
    let of_value = (std::mem::take(&mut reader.furthest), reader.fault.take());
    // A line that begins like no block may still have been meant as a value.
    let (furthest, fault) = if of_lines.0.at == 0 && of_lines.1.is_none() && of_value.1.is_some() {
        of_value
    } else {
        of_lines
    };
    Err(reader.problem(&furthest, fault))
}

struct LineReader<'text> {
    context: Context<'text>,
    tokens: &'text [Token],
    /// The language the line seems to be written in.
    language: Language,
    furthest: Furthest<'text>,
    /// A mistake of its own kind, with the number of its token.
    fault: Option<(usize, TextProblemKind)>,
}

/// The furthest place where reading stopped, and what would have let it go on.
#[derive(Clone, Default)]
struct Furthest<'text> {
    at: usize,
    expected: BTreeSet<Expected>,
    /// Words of the other language.
    expected_otherwise: BTreeSet<Expected>,
    forms: Vec<&'text Form>,
}

/// What was read of a form so far.
#[derive(Clone, Default)]
struct Parts {
    fields: BTreeMap<String, FieldValue>,
    inputs: Vec<(String, Draft)>,
}

/// Where pieces are read.
#[derive(Clone, Copy, Default)]
struct Place {
    /// How deep in other values.
    depth: usize,
    /// The first token of the value they make; `None` for those of a line.
    of_value: Option<usize>,
    /// Their language, where it is one.
    language: Option<Language>,
}

/// A value, `None` for an empty socket, and the number of the token after it.
type Read = (Option<Draft>, usize);

impl<'text> LineReader<'text> {
    fn clause(&mut self) -> Option<Said> {
        let clauses = &self.context.grammar.clauses;
        clauses.iter().find_map(|clause| {
            let mut parts = Parts::default();
            let end = self.pieces(&clause.pieces, 0, Place::default(), &mut parts)?;
            if end != self.tokens.len() {
                return None;
            }
            let condition = parts.inputs.pop().map(|(_, draft)| draft);
            Some(if clause.is_else_if {
                Said::ElseIf(condition)
            } else {
                Said::Else
            })
        })
    }

    /// A form that the whole line fits. Each form is tried by itself; the places of those that got furthest are
    /// kept.
    fn whole_line(&mut self, form: &'text Form) -> Option<Draft> {
        let before = std::mem::take(&mut self.furthest);
        let whole = match self.form(form, 0, 0) {
            Some((draft, end)) if end == self.tokens.len() => Some(draft),
            Some((_, end)) => {
                self.stopped(end, Expected::End);
                None
            }
            None => None,
        };
        self.furthest.forms.push(form);
        let own = std::mem::replace(&mut self.furthest, before);
        match own.at.cmp(&self.furthest.at) {
            Ordering::Less => {}
            Ordering::Equal => {
                self.furthest.expected.extend(own.expected);
                self.furthest.expected_otherwise.extend(own.expected_otherwise);
                self.furthest.forms.extend(own.forms);
            }
            Ordering::Greater => self.furthest = own,
        }
        whole
    }

    fn stopped(&mut self, at: usize, expected: Expected) {
        if at > self.furthest.at {
            self.furthest = Furthest {
                at,
                ..Furthest::default()
            };
        }
        if at == self.furthest.at {
            self.furthest.expected.insert(expected);
        }
    }

    fn stopped_at_word(&mut self, at: usize, word: &'static str, language: Option<Language>) {
        if language.is_none_or(|language| language == self.language) {
            self.stopped(at, Expected::Word(word));
            return;
        }
        if at > self.furthest.at {
            self.furthest = Furthest {
                at,
                ..Furthest::default()
            };
        }
        if at == self.furthest.at {
            self.furthest.expected_otherwise.insert(Expected::Word(word));
        }
    }

    /// Tries something that need not be there. Where it does not even begin, it is not what is missing.
    fn attempt<T>(&mut self, at: usize, attempt: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let before = self.furthest.clone();
        let found = attempt(self);
        if found.is_none() && self.furthest.at <= at {
            self.furthest = before;
        }
        found
    }

    fn fault(&mut self, at: usize, kind: TextProblemKind) {
        if self.fault.as_ref().is_none_or(|(before, _)| at >= *before) {
            self.fault = Some((at, kind));
        }
    }

    fn form(&mut self, form: &Form, at: usize, depth: usize) -> Option<(Draft, usize)> {
        let spec = form.spec;
        let mut parts = Parts::default();
        for field in spec.fields {
            if let Some(value) = self.unwritten(field) {
                parts.fields.insert(field.name.to_owned(), value);
            }
        }
        let of_value = matches!(spec.shape, Shape::Value(_)).then_some(at);
        let language = (spec.template[0] != spec.template[1]).then_some(form.language);
        let place = Place {
            depth,
            of_value,
            language,
        };
        let end = self.pieces(&form.pieces, at, place, &mut parts)?;
        let column = self.tokens.get(at)?.column;
        Some((self.draft(column, spec.kind, parts), end))
    }

    /// What a field holds where the line does not say.
    fn unwritten(&self, field: &Field) -> Option<FieldValue> {
        match field.holds {
            FieldKind::Part(kind) => Some(FieldValue::Word(self.context.board.first_name(kind).saved())),
            FieldKind::ParameterNames => Some(FieldValue::Word(String::new())),
            FieldKind::Count { .. } => Some(FieldValue::Number(0.0)),
            _ => None,
        }
    }

    fn draft(&self, column: usize, kind: BlockKind, parts: Parts) -> Draft {
        let Parts { fields, inputs } = parts;
        let depth = inputs.iter().map(|(_, draft)| draft.depth + 1).max().unwrap_or(0);
        Draft {
            column,
            content: Content::Block { kind, fields, inputs },
            depth,
        }
    }

    /// Reads pieces from a token on; gives the number of the token after them.
    fn pieces(
        &mut self,
        pieces: &[Piece<'static>],
        mut at: usize,
        place: Place,
        parts: &mut Parts,
    ) -> Option<usize> {
        let mut n_read = 0;
        while let Some(piece) = pieces.get(n_read) {
            n_read += 1;
            match *piece {
                Piece::Word(word) => {
                    if !self.tokens.get(at).is_some_and(|token| is_word(token, word)) {
                        self.stopped_at_word(at, word, place.language);
                        return None;
                    }
                    at += 1;
                }
                Piece::Field(field) => {
                    let (value, end) = self.field(field, at, pieces.get(n_read))?;
                    parts.fields.insert(field.name.to_owned(), value);
                    at = end;
                }
                Piece::Slot(slot) if slot.is_repeated => at = self.repeated(slot, at, place.depth, parts)?,
                Piece::Slot(slot) => {
                    let is_last = n_read == pieces.len();
                    let (draft, end) = match place.of_value.filter(|_| is_last) {
                        Some(start) => self.last_slot(slot, at, place.depth, start)?,
                        None => self.slot(slot, at, place.depth)?,
                    };
                    parts
                        .inputs
                        .extend(draft.map(|draft| (slot.name.to_owned(), draft)));
                    at = end;
                }
                Piece::GroupStart(_) => {
                    let rest = &pieces[n_read..];
                    let length = rest
                        .iter()
                        .position(|piece| *piece == Piece::GroupEnd)
                        .unwrap_or(rest.len());
                    let mut with_group = parts.clone();
                    let group = &rest[..length];
                    let read = self.attempt(at, |reader| reader.pieces(group, at, place, &mut with_group));
                    if let Some(end) = read {
                        *parts = with_group;
                        at = end;
                    }
                    n_read += length;
                }
                Piece::GroupEnd => {}
            }
        }
        Some(at)
    }

    fn repeated(&mut self, slot: &Slot, mut at: usize, depth: usize, parts: &mut Parts) -> Option<usize> {
        for number in 0..MOST_REPEATED {
            let (draft, end) = self.slot(slot, at, depth)?;
            parts
                .inputs
                .extend(draft.map(|draft| (format!("{}{number}", slot.name), draft)));
            at = end;
            if !self
                .tokens
                .get(at)
                .is_some_and(|token| token.what == What::Semicolon)
            {
                break;
            }
            at += 1;
        }
        Some(at)
    }

    fn slot(&mut self, slot: &Slot, at: usize, depth: usize) -> Option<Read> {
        match slot.accepts {
            ValueType::Number => self.climb(at, strength::SUM, depth),
            ValueType::Truth | ValueType::Any => self.climb(at, strength::ANY, depth),
        }
    }

    /// The last slot of a value that begins at `start`. What follows an operator may belong to the value or to the
    /// slot; `non` binds like everywhere, for numbers nobody agrees: parentheses must tell.
    fn last_slot(&mut self, slot: &Slot, at: usize, depth: usize, start: usize) -> Option<Read> {
        if slot.accepts == ValueType::Truth {
            return self.climb(at, strength::COMPARISON, depth);
        }
        let (draft, end) = self.atom(at, depth)?;
        if self
            .infix(end)
            .is_some_and(|infix| infix.strength >= strength::SUM)
        {
            let words = self.tokens[start..end].iter().map(|token| token.typed.as_str());
            let value = words.collect::<Vec<_>>().join(" ");
            self.fault(end, TextProblemKind::Ambiguous { value });
            return None;
        }
        Some((draft, end))
    }

    fn field(
        &mut self,
        field: &Field,
        at: usize,
        next: Option<&Piece<'static>>,
    ) -> Option<(FieldValue, usize)> {
        let (word, end) = match field.holds {
            FieldKind::Choice(choices) => self.choice(choices, at)?,
            FieldKind::Part(kind) => (self.part(kind, at)?.saved(), at + 1),
            FieldKind::ParameterNames => self.parameter_names(at)?,
            FieldKind::Variable | FieldKind::List | FieldKind::FunctionName | FieldKind::ParameterName => {
                (self.name(at, next)?, at + 1)
            }
            FieldKind::Number | FieldKind::Count { .. } => return None,
        };
        Some((FieldValue::Word(word), end))
    }

    fn choice(&mut self, choices: &[Choice], at: usize) -> Option<(String, usize)> {
        let mut found = None;
        for choice in choices {
            for word in choice.word.into_iter().chain(choice.also.iter().copied()) {
                let words: Vec<_> = word.split(' ').collect();
                let tokens = self.tokens.get(at..at + words.len());
                let is_here =
                    tokens.is_some_and(|tokens| tokens.iter().zip(&words).all(|(t, w)| is_word(t, w)));
                if is_here && found.is_none() {
                    found = Some((choice.saved.to_owned(), at + words.len()));
                }
            }
        }
        if found.is_none() {
            for choice in choices {
                let [french, english] = choice.word;
                self.stopped(at, Expected::Word(self.language.pick(french, english)));
            }
        }
        found
    }

    /// A part by its name. Capitals do not matter where the board has it in others.
    fn part(&mut self, kind: PartKind, at: usize) -> Option<PartName> {
        let token = self.tokens.get(at);
        let typed = token.and_then(|token| PartName::read(&token.typed));
        let Some(typed) = typed.filter(|part| part.kind == kind) else {
            self.stopped(at, Expected::Part(kind));
            return None;
        };
        let suffix = typed.suffix.to_lowercase();
        let is_like = |part: &&Part| part.name.suffix.to_lowercase() == suffix;
        let like = self
            .context
            .board
            .of_kind(kind)
            .find(is_like)
            .map(|part| part.name.clone());
        match self.context.board.part_number(&typed) {
            None => Some(like.unwrap_or(typed)),
            Some(_) => Some(typed),
        }
    }

    /// A name. `next` is what follows it: when that stands here, the name itself is missing.
    fn name(&mut self, at: usize, next: Option<&Piece<'static>>) -> Option<String> {
        if let Some(token) = self.tokens.get(at) {
            let is_next = matches!(next, Some(Piece::Word(word)) if is_word(token, word));
            match &token.what {
                What::Name(name) => return Some(name.clone()),
                What::Word(_) if is_next => {}
                What::Word(_) if self.context.grammar.is_reserved(&token.typed) => {
                    let name = token.typed.clone();
                    self.fault(at, TextProblemKind::ReservedName { name });
                }
                What::Word(_) if super::tokens::is_plain_name(&token.typed) => {
                    return Some(token.typed.clone());
                }
                _ => {}
            }
        }
        self.stopped(at, Expected::Name);
        None
    }

    fn parameter_names(&mut self, mut at: usize) -> Option<(String, usize)> {
        let mut names = Vec::new();
        loop {
            names.push(self.name(at, None)?);
            at += 1;
            if !self
                .tokens
                .get(at)
                .is_some_and(|token| token.what == What::Semicolon)
            {
                return Some((names.join(";"), at));
            }
            at += 1;
        }
    }
}

/// Whether a token is a word of the language, or a sign.
fn is_word(token: &Token, word: &str) -> bool {
    match &token.what {
        What::Word(folded) => folded.chars().eq(word.chars().flat_map(char::to_lowercase)),
        What::Sign => token.typed == word,
        _ => false,
    }
}

fn is_choice(token: &Token, choice: &Choice) -> bool {
    choice
        .word
        .iter()
        .chain(choice.also)
        .any(|word| is_word(token, word))
}

fn is_minus(token: &Token) -> bool {
    matches!(token.typed.as_str(), "-" | "–" | "−")
}
