//! The lines a program is written in, made from the table of blocks.

use super::tokens::{folded, is_plain_name};
use crate::blocks::template::{Piece, clause_pieces, pieces};
use crate::blocks::{BlockKind, BlockSpec, Choice, FieldKind, Shape, ValueType, default_word, worded};
use crate::parts::{Board, PartName};
use std::collections::BTreeSet;
use words::Language;

/// The line, or the value, of a block in a language.
#[derive(Clone, Debug)]
pub(super) struct Form {
    pub spec: &'static BlockSpec,
    pub language: Language,
    pub pieces: Vec<Piece<'static>>,
}

/// The line of a further clause.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    /// Whether a condition is in it.
    pub is_else_if: bool,
    pub pieces: Vec<Piece<'static>>,
}

/// An operator that stands between its two values.
#[derive(Clone, Copy, Debug)]
pub(super) struct Infix {
    pub spec: &'static BlockSpec,
    /// The field with the operator.
    pub field: &'static str,
    /// The names of the two slots.
    pub slots: [&'static str; 2],
    pub choice: &'static Choice,
    pub strength: u8,
}

/// How strongly operators bind, from the weakest.
pub(super) mod strength {
    pub const ANY: u8 = 0;
    pub const OR: u8 = 0;
    pub const AND: u8 = 1;
    pub const COMPARISON: u8 = 2;
    pub const SUM: u8 = 3;
    pub const PRODUCT: u8 = 4;
}

/// All the forms of both languages.
#[derive(Clone, Debug)]
pub(super) struct Grammar {
    /// Hats and blocks of stacks.
    pub lines: Vec<Form>,
    pub clauses: Vec<Clause>,
    /// Values that begin with a word, a choice or a part.
    pub values: Vec<Form>,
    pub infixes: Vec<Infix>,
    /// The words of French, and those of English.
    reserved: [BTreeSet<String>; 2],
}

impl Grammar {
    pub fn new() -> Self {
        let mut grammar = Self {
            lines: Vec::new(),
            clauses: Vec::new(),
            values: Vec::new(),
            infixes: Vec::new(),
            reserved: Default::default(),
        };
        for kind in BlockKind::ALL {
            grammar.add(kind.spec());
        }
        grammar
    }

    fn add(&mut self, spec: &'static BlockSpec) {
        let templates = [Some(spec.template), spec.long_template];
        for template in templates.into_iter().flatten() {
            for language in languages(template[0] == template[1]) {
                self.add_form(Form {
                    spec,
                    language,
                    pieces: pieces(worded(template, language), spec),
                });
            }
        }
        if let (Some(clauses), Some(slot)) = (spec.clauses, spec.slots.first()) {
            for language in Language::ALL {
                for (wording, is_else_if) in [(clauses.else_if, true), (clauses.otherwise, false)] {
                    let pieces = clause_pieces(worded(wording, language), slot);
                    self.reserve(&pieces, language);
                    self.clauses.push(Clause { is_else_if, pieces });
                }
            }
        }
    }

    fn add_form(&mut self, form: Form) {
        self.reserve(&form.pieces, form.language);
        if !matches!(form.spec.shape, Shape::Value(_)) {
            self.lines.push(form);
            return;
        }
        match form.pieces.as_slice() {
            [Piece::Slot(left), Piece::Field(field), Piece::Slot(right)] => {
                if let FieldKind::Choice(choices) = field.holds {
                    self.infixes.extend(choices.iter().map(|choice| Infix {
                        spec: form.spec,
                        field: field.name,
                        slots: [left.name, right.name],
                        choice,
                        strength: strength_of(form.spec.kind, choice.saved),
                    }));
                }
            }
            // A lone name or number is read by itself.
            [Piece::Field(field)] if !matches!(field.holds, FieldKind::Choice(_) | FieldKind::Part(_)) => {}
            _ => self.values.push(form),
        }
    }

    /// Words of the language cannot be names without brackets. The letters of notes can: a note and a name never
    /// stand in the same place.
    fn reserve(&mut self, pieces: &[Piece<'static>], language: Language) {
        for piece in pieces {
            match piece {
                Piece::Word(word) => {
                    self.reserved_in(language).insert(folded(word));
                }
                Piece::Field(field) => {
                    if let FieldKind::Choice(choices) = field.holds {
                        for language in Language::ALL {
                            let words = choices
                                .iter()
                                .flat_map(|choice| worded(choice.word, language).split(' '));
                            let words = words.filter(|word| word.len() > 1).map(folded);
                            self.reserved_in(language).extend(words);
                        }
                    }
                }
                Piece::Slot(_) | Piece::GroupStart(_) | Piece::GroupEnd => {}
            }
        }
    }

    fn reserved_in(&mut self, language: Language) -> &mut BTreeSet<String> {
        let [french, english] = &mut self.reserved;
        language.pick(french, english)
    }

    /// Whether a word is one of the language, so that a name like it needs brackets.
    pub fn is_reserved(&self, word: &str) -> bool {
        let word = folded(word);
        self.reserved.iter().any(|words| words.contains(&word)) || PartName::read(&word).is_some()
    }

    /// Whether more words of a line are English ones than French ones; `None` when as many are.
    pub fn language_of<'word>(&self, words: impl Iterator<Item = &'word str>) -> Option<Language> {
        let [mut french, mut english] = [0, 0];
        for word in words {
            let [is_french, is_english] =
                [0, 1].map(|language: usize| self.reserved[language].contains(word));
            french += usize::from(is_french && !is_english);
            english += usize::from(is_english && !is_french);
        }
        match french.cmp(&english) {
            std::cmp::Ordering::Greater => Some(Language::French),
            std::cmp::Ordering::Less => Some(Language::English),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// Whether a name must stand in brackets.
    pub fn needs_brackets(&self, name: &str) -> bool {
        !is_plain_name(name) || self.is_reserved(name)
    }
}

/// Where both templates are the same, one of them is enough.
fn languages(is_same: bool) -> Vec<Language> {
    if is_same {
        vec![Language::French]
    } else {
        Language::ALL.to_vec()
    }
}

fn strength_of(kind: BlockKind, saved: &str) -> u8 {
    match (kind, saved) {
        (BlockKind::Both, "AND") => strength::AND,
        (BlockKind::Both, _) => strength::OR,
        (BlockKind::Arithmetic, "ADD" | "SUB") => strength::SUM,
        (BlockKind::Arithmetic, _) => strength::PRODUCT,
        _ => strength::COMPARISON,
    }
}

impl Form {
    /// The line as a new block has it: an example to copy.
    pub fn example(&self, board: &Board, language: Language) -> String {
        let mut words = Vec::new();
        let mut in_group = false;
        for piece in &self.pieces {
            match piece {
                Piece::GroupStart(_) => in_group = true,
                Piece::GroupEnd => in_group = false,
                _ if in_group => {}
                Piece::Word(word) => words.push((*word).to_owned()),
                Piece::Slot(slot) => words.push(match (slot.default, slot.accepts) {
                    (Some(number), _) => words::number(number, language),
                    (None, ValueType::Truth) => truth_example(board, language),
                    (None, _) => "?".to_owned(),
                }),
                Piece::Field(field) => words.push(match field.holds {
                    FieldKind::Choice(choices) => choices
                        .first()
                        .map_or("?", |choice| worded(choice.word, language))
                        .to_owned(),
                    FieldKind::Part(kind) => board.first_name(kind).in_language(language),
                    FieldKind::Number | FieldKind::Count { .. } => "0".to_owned(),
                    named => default_word(named).to_owned(),
                }),
            }
        }
        words.join(" ")
    }
}

/// The condition of examples: a button where there is one.
fn truth_example(board: &Board, language: Language) -> String {
    match board.of_kind(crate::parts::PartKind::Button).next() {
        Some(button) => {
            let name = button.name.in_language(language);
            format!("{name} {}", language.pick("appuyé", "pressed"))
        }
        None => "x > 10".to_owned(),
    }
}
