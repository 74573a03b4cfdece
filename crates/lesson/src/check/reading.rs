//! From the lines of a fence to a check, and what is wrong with them.

use super::block_words::BlockWords;
use super::sense::{self, Line};
use super::table::{
    DRAWING, NOT_HERE, Needs, PRAISE, PROPERTIES, Row, SETUP, Setup, VERB, patterns, patterns_of_drawings,
};
use super::template::{self, MisfitKind, Reading};
use super::tokens::{Token, TokenKind, folded, tokens};
use super::{Check, Property, Sentence};
use crate::problem::Problem;
use crate::words::check::CheckProblem;
use device::in_order::sort_by_number;
use device::parts::Board;
use words::Language;

/// A line of a check fence: its number in the file, the column of its first character (from 1), its text.
pub type SourceLine<'a> = (usize, usize, &'a str);

/// Reads the lines of a check about a device. Both languages are read, whatever the lesson's; `language` decides which
/// sentence is offered for an unknown one. A line with a problem is left out of the check, which then never passes.
#[must_use]
pub fn parse(id: &str, lines: &[SourceLine<'_>], board: &Board, language: Language) -> (Check, Vec<Problem>) {
    parse_about(Subject::Device, id, lines, board, language)
}

/// Reads the lines of a check about a drawing, like [`parse`].
#[must_use]
pub fn parse_of_drawing(id: &str, lines: &[SourceLine<'_>], language: Language) -> (Check, Vec<Problem>) {
    parse_about(Subject::Drawing, id, lines, &Board::default(), language)
}

/// What a check is about: its sentences are of this kind only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Subject {
    Device,
    Drawing,
}

fn parse_about(
    subject: Subject,
    id: &str,
    lines: &[SourceLine<'_>],
    board: &Board,
    language: Language,
) -> (Check, Vec<Problem>) {
    let mut reader = Reader {
        subject,
        check: Check::empty(id),
        lines: Vec::new(),
        problems: Vec::new(),
        board,
        language,
        has_duration: false,
    };
    let mut n_lines = 0;
    for &(number, column, text) in lines.iter().filter(|(_, _, text)| !text.trim().is_empty()) {
        n_lines += 1;
        if n_lines > MOST_LINES {
            reader.report(
                Place { line: number, column },
                &CheckProblem::TooManyLines { most: MOST_LINES },
            );
            break;
        }
        reader.read(number, column, text);
    }
    let first_line = lines
        .first()
        .map_or((1, 1), |&(number, column, _)| (number, column));
    let Reader {
        mut check,
        lines,
        mut problems,
        ..
    } = reader;
    let of_drawing = subject == Subject::Drawing;
    if check.sentences.is_empty() && problems.is_empty() {
        problems.push(CheckProblem::NothingToCheck { of_drawing }.at(first_line.0, first_line.1));
    } else if check.praise.is_none() {
        problems.push(CheckProblem::NoPraise { of_drawing }.at(first_line.0, first_line.1));
    }
    problems.extend(sense::problems(&check, &lines, board));
    sort_by_number(&mut problems, |problem| problem.column as u64);
    sort_by_number(&mut problems, |problem| problem.line as u64);
    for problem in &problems {
        let is_lost = problem.severity == crate::problem::Severity::Error;
        if is_lost && !check.lines_not_understood.contains(&problem.line) {
            check.lines_not_understood.push(problem.line);
        }
    }
    (check, problems)
}

/// A check of more lines is no check: reading them all, and finding the nearest sentence for each, would take long.
const MOST_LINES: usize = 200;
/// Nor is a longer line a sentence, own words left out.
const MOST_SENTENCE_BYTES: usize = 300;

struct Reader<'a> {
    subject: Subject,
    check: Check,
    lines: Vec<Line<'a>>,
    problems: Vec<Problem>,
    board: &'a Board,
    language: Language,
    has_duration: bool,
}

impl<'a> Reader<'a> {
    fn read(&mut self, number: usize, column: usize, text: &'a str) {
        let (sentence, own_words) = match text.split_once('|') {
            Some((sentence, own)) => (sentence, Some(own.trim().to_owned())),
            None => (text, None),
        };
        if sentence.len() > MOST_SENTENCE_BYTES {
            let start: String = sentence.trim().chars().take(60).collect();
            let sentence = format!("{start}…");
            let here = Place { line: number, column };
            self.report(
                here,
                &CheckProblem::UnknownSentence {
                    sentence,
                    nearest: None,
                },
            );
            return;
        }
        let all = tokens(sentence, column);
        let Some(first) = all.first() else { return };
        if let Some(length) = begins_with(&all, PRAISE) {
            self.read_praise(number, text, &all[..length]);
            return;
        }
        let has_verb = begins_with(&all, VERB).is_some();
        let tokens = if has_verb { &all[1..] } else { &all[..] };
        let here = Place {
            line: number,
            column: first.column,
        };
        if !has_verb && let Found::Meaning(setup) = self.find_setup(tokens) {
            self.add_setup(setup, here, all);
            return;
        }
        let property = match self.subject {
            Subject::Device => find(PROPERTIES, tokens, self.language),
            Subject::Drawing => find(DRAWING, tokens, self.language).map(Property::Drawing),
        };
        if let Found::Meaning(property) = property {
            if !has_verb {
                let fixed = format!("{} {}", self.language.pick(VERB[0], VERB[1]), sentence.trim());
                self.report(here, &CheckProblem::NoVerb { fixed });
            }
            let own_words = own_words.filter(|own| !own.is_empty());
            self.lines.push(Line {
                number,
                column: first.column,
                tokens: all,
                sentence: Some(self.check.sentences.len()),
                stimulus: None,
            });
            self.check.sentences.push(Sentence {
                line: number,
                property,
                own_words,
            });
            return;
        }
        self.report_unread(here, sentence.trim(), &all, has_verb, property);
    }

    fn read_praise(&mut self, number: usize, text: &str, verb: &[Token<'_>]) {
        // The words after the last token of the verb, as they stand in the line.
        let last = verb.last().map_or("", |token| token.text);
        let praise = text.split_once(last).map_or("", |(_, praise)| praise.trim());
        let column = verb.first().map_or(1, |token| token.column);
        if praise.is_empty() {
            self.report(Place { line: number, column }, &CheckProblem::EmptyPraise);
        } else {
            self.check.praise = Some(praise.to_owned());
        }
    }

    fn add_setup(&mut self, setup: Setup, here: Place, tokens: Vec<Token<'a>>) {
        match setup {
            Setup::Duration(time) => {
                if self.has_duration {
                    self.report(here, &CheckProblem::TwoDurations);
                }
                self.has_duration = true;
                if time.0 == 0 || time > sense::LONGEST {
                    self.report(
                        here,
                        &CheckProblem::DurationOutOfRange {
                            longest: sense::LONGEST,
                        },
                    );
                } else {
                    self.check.duration = time;
                }
            }
            Setup::Runs(runs) => {
                if runs == 0 || runs > sense::MOST_RUNS {
                    self.report(
                        here,
                        &CheckProblem::RunsOutOfRange {
                            most: sense::MOST_RUNS,
                        },
                    );
                } else {
                    self.check.runs = runs;
                }
            }
            Setup::Act(stimulus) => {
                self.lines.push(Line {
                    number: here.line,
                    column: here.column,
                    tokens,
                    sentence: None,
                    stimulus: Some(self.check.stimuli.len()),
                });
                self.check.stimuli.push(stimulus);
            }
        }
    }

    /// What a line sets up: nothing in a check about a drawing.
    fn find_setup(&self, tokens: &[Token<'_>]) -> Found<Setup> {
        match self.subject {
            Subject::Device => find(SETUP, tokens, self.language),
            Subject::Drawing => Found::Nothing,
        }
    }

    fn is_about_a_device(&self, tokens: &[Token<'_>]) -> bool {
        !matches!(find(SETUP, tokens, self.language), Found::Nothing)
            || !matches!(find(PROPERTIES, tokens, self.language), Found::Nothing)
    }

    /// Says as precisely as possible why a line could not be read.
    fn report_unread(
        &mut self,
        here: Place,
        sentence: &str,
        all: &[Token<'_>],
        has_verb: bool,
        property: Found<Property>,
    ) {
        let tokens = if has_verb { &all[1..] } else { all };
        let is_elsewhere = |needs: Needs| needs != Needs::DrawingBench || self.subject == Subject::Device;
        let later = NOT_HERE.iter().find(|sentence| {
            is_elsewhere(sentence.needs)
                && (sentence.beginnings.iter()).any(|beginning| template::read(beginning, tokens).is_some())
        });
        if let Some(later) = later {
            let sentence = sentence.to_owned();
            self.report(
                here,
                &match later.needs {
                    Needs::NewerVersion => CheckProblem::NeedsNewerVersion { sentence },
                    Needs::DrawingBench => CheckProblem::NeedsDrawingBench { sentence },
                },
            );
            return;
        }
        if self.subject == Subject::Drawing && self.is_about_a_device(tokens) {
            let sentence = sentence.to_owned();
            self.report(here, &CheckProblem::NeedsDeviceBench { sentence });
            return;
        }
        let mut misfit = property.misfits();
        if !has_verb {
            misfit = nearer(self.find_setup(tokens).misfits(), misfit);
        }
        match misfit {
            Some(Unfit::Misfits(reading)) => {
                for misfit in &reading.misfits {
                    let Some(token) = tokens.get(misfit.token) else {
                        continue;
                    };
                    let here = Place {
                        line: here.line,
                        column: token.column,
                    };
                    self.report(here, &self.misfit(misfit.kind, &tokens[misfit.token..]));
                }
            }
            Some(Unfit::NoMeaning(pattern)) => self.report(here, &CheckProblem::StrangeNumber { pattern }),
            None => {
                let known = match self.subject {
                    Subject::Device => patterns(self.language),
                    Subject::Drawing => patterns_of_drawings(self.language),
                };
                let nearest = nearest_pattern(all, known);
                self.report(
                    here,
                    &CheckProblem::UnknownSentence {
                        sentence: sentence.to_owned(),
                        nearest,
                    },
                );
            }
        }
    }

    fn misfit(&self, kind: MisfitKind, tokens: &[Token<'_>]) -> CheckProblem {
        let word = tokens
            .first()
            .map_or_else(String::new, |token| token.text.to_owned());
        match kind {
            MisfitKind::Part => {
                let board: Vec<String> = self
                    .board
                    .parts
                    .iter()
                    .map(|part| part.name.in_language(self.language))
                    .collect();
                let nearest = nearest(&word, &board);
                CheckProblem::UnknownPart {
                    name: word,
                    nearest,
                    board: self.board.parts.iter().map(|part| part.name.clone()).collect(),
                }
            }
            MisfitKind::Level => CheckProblem::UnknownLevel { word },
            MisfitKind::TimeWithoutUnit => CheckProblem::NoUnit { number: word },
            MisfitKind::Block => {
                let nearest = nearest(&word, &BlockWords::known(self.language));
                CheckProblem::UnknownBlock { name: word, nearest }
            }
        }
    }

    fn report(&mut self, here: Place, problem: &CheckProblem) {
        self.problems.push(problem.at(here.line, here.column));
    }
}

#[derive(Clone, Copy)]
struct Place {
    line: usize,
    column: usize,
}

/// How many tokens one of two beginnings takes, when the line has it.
fn begins_with(tokens: &[Token<'_>], beginnings: [&str; 2]) -> Option<usize> {
    beginnings.into_iter().find_map(|beginning| {
        let words: Vec<String> = beginning.split(' ').map(folded).collect();
        let is_here = words.len() <= tokens.len()
            && words
                .iter()
                .zip(tokens)
                .all(|(word, token)| folded(token.text) == *word);
        is_here.then_some(words.len())
    })
}

/// What a table says of a line.
enum Found<Meaning> {
    Meaning(Meaning),
    Unfit(Unfit),
    Nothing,
}

/// A sentence whose words are known but which cannot be.
enum Unfit {
    /// Something stands in a hole that does not belong there.
    Misfits(Reading),
    /// The numbers cannot be meant; the pattern says how they should be.
    NoMeaning(String),
}

impl<Meaning> Found<Meaning> {
    fn map<Other>(self, other: fn(Meaning) -> Other) -> Found<Other> {
        match self {
            Self::Meaning(meaning) => Found::Meaning(other(meaning)),
            Self::Unfit(unfit) => Found::Unfit(unfit),
            Self::Nothing => Found::Nothing,
        }
    }

    fn misfits(self) -> Option<Unfit> {
        match self {
            Self::Unfit(unfit) => Some(unfit),
            Self::Meaning(_) | Self::Nothing => None,
        }
    }
}

/// The one of two that has less wrong.
fn nearer(one: Option<Unfit>, other: Option<Unfit>) -> Option<Unfit> {
    let wrong = |unfit: &Option<Unfit>| match unfit {
        Some(Unfit::NoMeaning(_)) => 0,
        Some(Unfit::Misfits(reading)) => reading.misfits.len(),
        None => usize::MAX,
    };
    if wrong(&one) <= wrong(&other) { one } else { other }
}

/// Looks a line up in a table, templates of `language` first.
fn find<Meaning>(rows: &[Row<Meaning>], tokens: &[Token<'_>], language: Language) -> Found<Meaning> {
    let mut unfit = None;
    for row in rows {
        let own = language.pick(row.written[0], row.written[1]);
        let other = language.pick(row.written[1], row.written[0]);
        for template in [own, other].into_iter().chain(row.also.iter().copied()) {
            let Some(reading) = template::read(template, tokens) else {
                continue;
            };
            if !reading.misfits.is_empty() {
                unfit = nearer(unfit, Some(Unfit::Misfits(reading)));
            } else if let Some(meaning) = (row.meaning)(&reading.values) {
                return Found::Meaning(meaning);
            } else {
                unfit = Some(Unfit::NoMeaning(template::shown(own)));
            }
        }
    }
    unfit.map_or(Found::Nothing, Found::Unfit)
}

/// The known word nearest to one, when it is near.
fn nearest(word: &str, known: &[String]) -> Option<String> {
    let similarity = |other: &&String| strsim::jaro_winkler(&folded(word), &folded(other));
    known
        .iter()
        .max_by(|one, other| similarity(one).total_cmp(&similarity(other)))
        .filter(|best| similarity(best) >= LEAST_SIMILARITY)
        .cloned()
}

/// Two words are near when their Jaro–Winkler similarity is at least this (0–1); chosen on the misspellings of the
/// tests.
const LEAST_SIMILARITY: f64 = 0.84;

/// The known sentence whose fixed words are most like those of a line, when some are.
fn nearest_pattern(tokens: &[Token<'_>], known: Vec<String>) -> Option<String> {
    let line: Vec<String> = tokens
        .iter()
        .filter(|token| token.kind == TokenKind::Word || token.text == "±")
        .map(|token| folded(token.text))
        .collect();
    let alike = |alternatives: &Vec<String>| {
        let similarity = |(one, other): (&String, &String)| strsim::jaro_winkler(one, other);
        alternatives
            .iter()
            .flat_map(|alternative| line.iter().map(move |word| (alternative, word)))
            .map(similarity)
            .filter(|similarity| *similarity >= LEAST_SIMILARITY)
            .fold(0.0, f64::max)
    };
    #[allow(clippy::cast_precision_loss, reason = "counts of words")]
    let score = |pattern: &String| {
        let fixed = template::fixed_words(pattern);
        // The word that a sentence begins with says most about it.
        let begins_alike = fixed
            .first()
            .zip(line.first())
            .is_some_and(|(fixed, word)| fixed.contains(word));
        let alike: f64 = fixed.iter().map(alike).sum();
        (2.0 * alike + if begins_alike { 1.0 } else { 0.0 }) / (fixed.len() + line.len()) as f64
    };
    known
        .into_iter()
        .max_by(|one, other| score(one).total_cmp(&score(other)))
        .filter(|best| score(best) > 0.5)
}
