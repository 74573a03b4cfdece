//! Sentences with holes. One text such as `X monte|descend de V à V en T à T` reads a sentence and writes it back.
//!
//! In a template a capital letter is a hole, `a|b` is a choice (`_` stands for a space inside it), `[…]` may be
//! left out, and every other word is itself. The holes: `X`, `Y` a part; `V`, `W` a level; `T` a time; `N` a number;
//! `F` a frequency before `Hz`; `P` a percentage before `%`; `BLOC` or `BLOCK` the first words of a block;
//! `A, B, C` parts separated by commas; `…` anything.

use super::block_words::BlockWords;
use super::tokens::{Token, TokenKind, folded};
use super::values::{level, level_word, milliseconds, part, time_words};
use super::{Level, PartName};
use device::in_order::sort_by_number;
use device::parts::PartKind;
use device::trace::Millis;
use words::{Language, number};

/// What a hole holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// Of `X`, `Y`.
    Part(PartName),
    /// Of `V`, `W`.
    Level(Level),
    /// Of `T`.
    Time(Millis),
    /// Of `N`, `F`, `P`.
    Number(f64),
    /// Of a choice: the place of the word chosen.
    Choice(usize),
    /// Of `BLOC`.
    Block(BlockWords),
    /// Of `A, B, C`.
    Parts(Vec<PartName>),
    /// Of a hole in brackets that were left out.
    Absent,
}

/// A hole with something in it that cannot be: the sentence itself is understood.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Misfit {
    /// Place of the token.
    pub token: usize,
    /// What it was taken for.
    pub kind: MisfitKind,
}

/// What a token was taken for, in vain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MisfitKind {
    /// The name of a part.
    Part,
    /// A level.
    Level,
    /// A time, but there is no unit.
    TimeWithoutUnit,
    /// The first words of a block.
    Block,
}

/// A reading of a sentence by a template.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Reading {
    /// What the holes hold, in order; those of a misfit hold [`Value::Absent`].
    pub values: Vec<Value>,
    /// What does not fit, in order.
    pub misfits: Vec<Misfit>,
}

#[derive(Clone, Debug, PartialEq)]
enum Piece<'t> {
    Word(&'t str),
    Choice(Vec<&'t str>),
    Part,
    Level,
    Time,
    Number,
    Block,
    Parts,
    Anything,
    Optional(Vec<Piece<'t>>),
}

fn pieces(template: &str) -> Vec<Piece<'_>> {
    let mut open = vec![Vec::new()];
    let mut words = template.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let inside = word.trim_start_matches('[');
        open.extend((0..word.len() - inside.len()).map(|_| Vec::new()));
        let bare = inside.trim_end_matches(']');
        let piece = match bare {
            "X" | "Y" => Piece::Part,
            "V" | "W" => Piece::Level,
            "T" => Piece::Time,
            "N" | "F" | "P" => Piece::Number,
            "BLOC" | "BLOCK" => Piece::Block,
            "…" => Piece::Anything,
            "A," => {
                while words.next_if(|next| matches!(*next, "B," | "C")).is_some() {}
                Piece::Parts
            }
            _ if bare.contains('|') => Piece::Choice(bare.split('|').collect()),
            _ => Piece::Word(bare),
        };
        add(&mut open, piece);
        for _ in 0..inside.len() - bare.len() {
            if let Some(optional) = open.pop() {
                add(&mut open, Piece::Optional(optional));
            }
        }
    }
    open.swap_remove(0)
}

fn add<'t>(open: &mut [Vec<Piece<'t>>], piece: Piece<'t>) {
    if let Some(last) = open.last_mut() {
        last.push(piece);
    }
}

/// How many holes pieces have.
fn holes(pieces: &[Piece<'_>]) -> usize {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Word(_) | Piece::Anything => 0,
            Piece::Optional(inside) => holes(inside),
            _ => 1,
        })
        .sum()
}

/// Reads a sentence by a template; `None` when its words are others. Of several readings the one with the fewest
/// misfits is given.
pub(super) fn read(template: &str, tokens: &[Token<'_>]) -> Option<Reading> {
    let mut readings = Vec::new();
    let start = Reading {
        values: Vec::new(),
        misfits: Vec::new(),
    };
    read_on(&pieces(template), tokens, 0, start, &mut readings);
    let mut reading = readings.into_iter().min_by_key(|reading| reading.misfits.len())?;
    sort_by_number(&mut reading.misfits, |misfit| misfit.token as u64);
    Some(reading)
}

/// Reads the tokens from `at` on by the pieces that remain, adding every complete reading to `readings`.
fn read_on(
    pieces: &[Piece<'_>],
    tokens: &[Token<'_>],
    at: usize,
    sofar: Reading,
    readings: &mut Vec<Reading>,
) {
    let Some((piece, rest)) = pieces.split_first() else {
        if at == tokens.len() {
            readings.push(sofar);
        }
        return;
    };
    let mut go_on = |length: usize, value: Option<Value>, misfit: Option<MisfitKind>| {
        let mut next = sofar.clone();
        next.values.extend(value);
        next.misfits.extend(misfit.map(|kind| Misfit { token: at, kind }));
        read_on(rest, tokens, at + length, next, readings);
    };
    let here = &tokens[at..];
    match piece {
        Piece::Word(word) => {
            if here.first().is_some_and(|token| is_word(token, word)) {
                go_on(1, None, None);
            }
        }
        Piece::Choice(choices) => {
            for (place, choice) in choices.iter().enumerate() {
                let words: Vec<&str> = choice.split('_').collect();
                let is_here = words.len() <= here.len()
                    && words.iter().zip(here).all(|(word, token)| is_word(token, word));
                if is_here {
                    go_on(words.len(), Some(Value::Choice(place)), None);
                }
            }
        }
        Piece::Part => {
            let article = articles(here);
            if let Some(token) = here.get(article).filter(|token| token.kind == TokenKind::Word) {
                match part(token.text) {
                    Some(name) => go_on(article + 1, Some(Value::Part(name)), None),
                    None => go_on(article + 1, Some(Value::Absent), Some(MisfitKind::Part)),
                }
            }
        }
        Piece::Parts => {
            let length = 1 + here
                .windows(2)
                .skip(1)
                .step_by(2)
                .take_while(|pair| pair[0].text == "," && pair[1].kind == TokenKind::Word)
                .count()
                * 2;
            let listed = here.iter().take(length).step_by(2);
            if listed
                .clone()
                .next()
                .is_some_and(|token| token.kind == TokenKind::Word)
            {
                let names: Option<Vec<PartName>> = listed.map(|token| part(token.text)).collect();
                match names {
                    Some(names) => go_on(length, Some(Value::Parts(names)), None),
                    None => {
                        let strange = here
                            .iter()
                            .take(length)
                            .step_by(2)
                            .position(|token| part(token.text).is_none());
                        let mut next = sofar.clone();
                        next.values.push(Value::Absent);
                        next.misfits.push(Misfit {
                            token: at + strange.unwrap_or(0) * 2,
                            kind: MisfitKind::Part,
                        });
                        read_on(rest, tokens, at + length, next, readings);
                    }
                }
            }
        }
        Piece::Level => match here.first().map(|token| (token, token.kind)) {
            Some((_, TokenKind::Number(value))) => {
                go_on(1, Some(Value::Level(Level::Number(value))), None);
                if here
                    .get(1)
                    .is_some_and(|unit| matches!(folded(unit.text).as_str(), "%" | "hz"))
                {
                    go_on(2, Some(Value::Level(Level::Number(value))), None);
                }
            }
            Some((token, TokenKind::Word)) => match level(token.text) {
                Some(level) => go_on(1, Some(Value::Level(level)), None),
                None => go_on(1, Some(Value::Absent), Some(MisfitKind::Level)),
            },
            _ => {}
        },
        Piece::Time => {
            if let Some(TokenKind::Number(value)) = here.first().map(|token| token.kind) {
                if let Some(time) = here.get(1).and_then(|unit| milliseconds(value, unit.text)) {
                    go_on(2, Some(Value::Time(time)), None);
                } else if let Some(time) = unit_further_on(here).and_then(|unit| milliseconds(value, unit)) {
                    go_on(1, Some(Value::Time(time)), None);
                } else {
                    go_on(1, Some(Value::Absent), Some(MisfitKind::TimeWithoutUnit));
                }
            }
        }
        Piece::Number => {
            if let Some(Token {
                kind: TokenKind::Number(value),
                ..
            }) = here.first()
            {
                go_on(1, Some(Value::Number(*value)), None);
            }
        }
        Piece::Block => {
            for length in (1..=here.len()).rev() {
                let words: Vec<&str> = here[..length].iter().map(|token| token.text).collect();
                match BlockWords::read(&words.join(" ")) {
                    Some(block) => go_on(length, Some(Value::Block(block)), None),
                    None => go_on(length, Some(Value::Absent), Some(MisfitKind::Block)),
                }
            }
        }
        Piece::Anything => go_on(here.len(), None, None),
        Piece::Optional(inside) => {
            let with: Vec<Piece<'_>> = inside.iter().chain(rest).cloned().collect();
            read_on(&with, tokens, at, sofar.clone(), readings);
            let mut without = sofar;
            without.values.extend((0..holes(inside)).map(|_| Value::Absent));
            read_on(rest, tokens, at, without, readings);
        }
    }
}

fn is_word(token: &Token<'_>, word: &str) -> bool {
    folded(token.text) == folded(word)
}

/// The unit of the second of two times, for a first one without (`en 1 à 5 s`).
fn unit_further_on<'a>(tokens: &[Token<'a>]) -> Option<&'a str> {
    let [_, between, second, unit, ..] = tokens else {
        return None;
    };
    let joins = matches!(folded(between.text).as_str(), "a" | "et" | "to" | "and");
    (joins && matches!(second.kind, TokenKind::Number(_))).then_some(unit.text)
}

/// How many articles stand before a name (0 or 1).
fn articles(tokens: &[Token<'_>]) -> usize {
    let is_article = |token: &Token<'_>| matches!(folded(token.text).as_str(), "la" | "le" | "the");
    let is_followed_by_a_name = tokens.get(1).is_some_and(|token| part(token.text).is_some());
    usize::from(tokens.first().is_some_and(is_article) && is_followed_by_a_name)
}

/// Writes a sentence: the template with its holes filled, without the brackets whose holes are all absent.
pub(super) fn write(template: &str, values: &[Value], language: Language) -> String {
    let mut words = Vec::new();
    let mut values = values.iter();
    write_pieces(
        &pieces(template),
        &mut values,
        &mut PartKind::Lamp,
        language,
        &mut words,
    );
    words.join(" ")
}

fn write_pieces(
    pieces: &[Piece<'_>],
    values: &mut dyn Iterator<Item = &Value>,
    last_part: &mut PartKind,
    language: Language,
    words: &mut Vec<String>,
) {
    for piece in pieces {
        match piece {
            Piece::Word(word) => words.push((*word).to_owned()),
            Piece::Anything => words.push("…".to_owned()),
            Piece::Optional(inside) => {
                let own: Vec<&Value> = values.take(holes(inside)).collect();
                if own.iter().any(|value| **value != Value::Absent) {
                    write_pieces(inside, &mut own.into_iter(), last_part, language, words);
                }
            }
            _ => match values.next() {
                Some(Value::Part(name)) => {
                    *last_part = name.kind;
                    words.push(name.in_language(language));
                }
                Some(Value::Parts(names)) => {
                    let names: Vec<String> = names.iter().map(|name| name.in_language(language)).collect();
                    words.push(names.join(", "));
                }
                Some(Value::Level(level)) => words.push(level_word(*level, *last_part, language)),
                Some(Value::Time(time)) => words.push(time_words(*time, language)),
                Some(Value::Number(value)) => words.push(number(*value, language)),
                Some(Value::Block(block)) => words.push(block.in_language(language)),
                Some(Value::Choice(place)) => {
                    if let Piece::Choice(choices) = piece {
                        words.push(choices.get(*place).copied().unwrap_or_default().replace('_', " "));
                    }
                }
                Some(Value::Absent) | None => words.push("…".to_owned()),
            },
        }
    }
}

/// The template as documentation shows it.
pub(super) fn shown(template: &str) -> String {
    template.replace('_', " ")
}

/// The fixed words of a template, outside brackets; a choice is several of them in one.
pub(super) fn fixed_words(template: &str) -> Vec<Vec<String>> {
    pieces(template)
        .iter()
        .filter_map(|piece| match piece {
            Piece::Word(word) => Some(vec![folded(word)]),
            Piece::Choice(choices) => Some(
                choices
                    .iter()
                    .map(|choice| folded(&choice.replace('_', " ")))
                    .collect(),
            ),
            _ => None,
        })
        .collect()
}
