//! One line of text as a block with its values, before it has a place in a program.

use super::MOST_NESTING;
use super::grammar::{Form, Grammar, Infix, strength};
use super::problem::{Expected, TextProblemKind};
use super::tokens::{Token, What};
use crate::blocks::template::Piece;
use crate::blocks::{BlockKind, Choice, Field, FieldKind, Shape, Slot, ValueType};
use crate::parts::{Board, PartKind, PartName};
use crate::program::{FieldValue, MOST_REPEATED};
use serde_json::Value;
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
    /// Rows of the saved form, the outermost first.
    Rows(Vec<Value>),
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
    /// Whether an unknown line is compared with all known ones, to offer the nearest; it takes a while.
    pub looks_for_nearest: bool,
}

/// Reads the tokens of one line, at least one.
///
/// # Errors
/// The column of the first thing that does not fit, and what it is.
pub(super) fn read_line(context: Context, tokens: &[Token]) -> Result<Said, (usize, TextProblemKind)> {
    let mut reader = LineReader {
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
    match reader.climb(0, strength::ANY, 0) {
        Some((Some(draft), end)) if end == tokens.len() => return Ok(Said::Value(draft)),
        Some(_) | None => {}
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
    furthest: Furthest<'text>,
    /// A mistake of its own kind, with the number of its token.
    fault: Option<(usize, TextProblemKind)>,
}

/// The furthest place where reading stopped, and what would have let it go on.
#[derive(Clone, Default)]
struct Furthest<'text> {
    at: usize,
    expected: BTreeSet<Expected>,
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
        let end = self.pieces(&form.pieces, at, Place { depth, of_value }, &mut parts)?;
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
                        self.stopped(at, Expected::Word(word));
                        return None;
                    }
                    at += 1;
                }
                Piece::Field(field) => {
                    let (value, end) = self.field(field, at)?;
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
                    if let Some(end) = self.pieces(&rest[..length], at, place, &mut with_group) {
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

    /// Reads a value and the operators after it that bind at least so strongly.
    fn climb(&mut self, at: usize, least: u8, depth: usize) -> Option<Read> {
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

    fn infix(&self, at: usize) -> Option<Infix> {
        let token = self.tokens.get(at)?;
        let infixes = self.context.grammar.infixes.iter();
        infixes.copied().find(|infix| is_choice(token, infix.choice))
    }

    /// A number, a name, a value in parentheses, an empty socket, or a value that begins with a word of its own.
    fn atom(&mut self, at: usize, depth: usize) -> Option<Read> {
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
        let reads = values.iter().filter_map(|form| self.form(form, at, depth + 1));
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
        if self.context.grammar.is_reserved(&token.typed) || !super::tokens::is_plain_name(&token.typed) {
            self.stopped(at, Expected::Value);
            return None;
        }
        Some((Some(self.named(token.column, &token.typed)), at + 1))
    }

    /// How the value of a part that is no value by itself is written.
    fn value_of_part(&self, part: &PartName) -> Option<String> {
        let language = self.language();
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

    fn field(&mut self, field: &Field, at: usize) -> Option<(FieldValue, usize)> {
        let (word, end) = match field.holds {
            FieldKind::Choice(choices) => self.choice(choices, at)?,
            FieldKind::Part(kind) => (self.part(kind, at)?.saved(), at + 1),
            FieldKind::ParameterNames => self.parameter_names(at)?,
            FieldKind::Variable | FieldKind::List | FieldKind::FunctionName | FieldKind::ParameterName => {
                (self.name(at)?, at + 1)
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
                self.stopped(at, Expected::Word(self.language().pick(french, english)));
            }
        }
        found
    }

    fn part(&mut self, kind: PartKind, at: usize) -> Option<PartName> {
        let token = self.tokens.get(at);
        let part = token
            .and_then(|token| PartName::read(&token.typed))
            .filter(|part| part.kind == kind);
        if part.is_none() {
            self.stopped(at, Expected::Part(kind));
        }
        part
    }

    fn name(&mut self, at: usize) -> Option<String> {
        let token = self.tokens.get(at);
        match token.map(|token| (&token.what, &token.typed)) {
            Some((What::Name(name), _)) => return Some(name.clone()),
            Some((What::Word(_), typed)) if self.context.grammar.is_reserved(typed) => {
                self.fault(at, TextProblemKind::ReservedName { name: typed.clone() });
            }
            Some((What::Word(_), typed)) if super::tokens::is_plain_name(typed) => {
                return Some(typed.clone());
            }
            _ => {}
        }
        self.stopped(at, Expected::Name);
        None
    }

    fn parameter_names(&mut self, mut at: usize) -> Option<(String, usize)> {
        let mut names = Vec::new();
        loop {
            names.push(self.name(at)?);
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

    fn language(&self) -> Language {
        let words = self.tokens.iter().filter_map(|token| match &token.what {
            What::Word(word) => Some(word.as_str()),
            _ => None,
        });
        self.context
            .grammar
            .language_of(words)
            .unwrap_or(self.context.language)
    }

    // What to say of a line that nothing fits.

    fn problem(
        &self,
        furthest: &Furthest,
        fault: Option<(usize, TextProblemKind)>,
    ) -> (usize, TextProblemKind) {
        let column = |at: usize| match (self.tokens.get(at), self.tokens.last()) {
            (Some(token), _) => token.column,
            (None, Some(last)) => last.column + last.typed.chars().count(),
            (None, None) => 1,
        };
        if let Some((at, kind)) = fault.filter(|(at, _)| *at >= furthest.at) {
            return (column(at), kind);
        }
        let at = furthest.at;
        if at == 0 {
            let words = self.tokens.iter().map(|token| token.typed.as_str());
            let line = words.collect::<Vec<_>>().join(" ");
            return (
                column(0),
                TextProblemKind::UnknownLine {
                    line,
                    nearest: self.nearest(None),
                },
            );
        }
        if let Some(joined) = self.spaced_number(at) {
            return (column(at), TextProblemKind::SpacedNumber { joined });
        }
        let kind = TextProblemKind::Unexpected {
            found: self.tokens.get(at).map(|token| token.typed.clone()),
            expected: furthest.expected.iter().copied().collect(),
            example: self.nearest(Some(&furthest.forms)).unwrap_or_default(),
        };
        (column(at), kind)
    }

    fn spaced_number(&self, at: usize) -> Option<String> {
        let [first, second] = self.tokens.get(at.checked_sub(1)?..=at)? else {
            return None;
        };
        let are_numbers = matches!((&first.what, &second.what), (What::Number(_), What::Number(_)));
        are_numbers.then(|| format!("{}{}", first.typed, second.typed))
    }

    /// An example of the line that looks most like this one, among some forms or among all; `None` when none does.
    fn nearest(&self, among: Option<&[&Form]>) -> Option<String> {
        const MOST_CHARACTERS: usize = 120;
        const LEAST_LIKENESS: f64 = 0.45;
        let board = self.context.board;
        let language = self.language();
        let typed = self.outline();
        let all = self.context.grammar.lines.iter();
        let forms: Vec<&Form> = match among {
            Some(forms) => forms.to_vec(),
            None if self.context.looks_for_nearest && typed.len() < MOST_CHARACTERS => all.collect(),
            None => return None,
        };
        let examples = forms.into_iter().map(|form| {
            let is_same = form.spec.template[0] == form.spec.template[1];
            let language = if is_same { language } else { form.language };
            let example = form.example(board, language);
            let likeness = likeness(&typed, &example.to_lowercase());
            (likeness, form.language == self.context.language, example)
        });
        let best = examples.max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)))?;
        (best.0 > LEAST_LIKENESS || among.is_some()).then_some(best.2)
    }

    fn outline(&self) -> String {
        let words = self.tokens.iter().map(|token| match &token.what {
            What::Word(word) => word.as_str(),
            _ => token.typed.as_str(),
        });
        words.collect::<Vec<_>>().join(" ")
    }
}

/// How alike two lines are, from 0 to 1: as wholes, and by their first words, which count most.
fn likeness(typed: &str, example: &str) -> f64 {
    let first = |line: &str| line.split(' ').next().unwrap_or_default().to_owned();
    let whole = strsim::normalized_damerau_levenshtein(typed, example);
    let beginning = strsim::normalized_damerau_levenshtein(&first(typed), &first(example));
    (whole + beginning) / 2.0
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
