//! What is said to the author of a check.

mod next_step;

use crate::check::{Direction, Interval, Level};
use crate::problem::{Problem, Severity};
use device::parts::PartName;
use device::trace::Millis;
use words::{Language, number};

/// What can be wrong with a line of a check.
#[derive(Clone, Debug, PartialEq)]
pub enum CheckProblem {
    /// No sentence of the list.
    UnknownSentence {
        /// As written.
        sentence: String,
        /// The pattern most like it.
        nearest: Option<String>,
    },
    /// A name that no part has.
    UnknownPart {
        /// As written.
        name: String,
        /// The part of the board most like it.
        nearest: Option<String>,
        /// The parts of the board.
        board: Vec<PartName>,
    },
    /// A part that exists, but not on this board.
    NotOnTheBoard {
        /// The part.
        part: PartName,
        /// The parts of the board.
        board: Vec<PartName>,
    },
    /// A word where a value should be.
    UnknownLevel {
        /// As written.
        word: String,
    },
    /// A value the part cannot have.
    LevelOutOfRange {
        /// The part.
        part: PartName,
        /// The value.
        level: Level,
    },
    /// A time without `s` or `ms`.
    NoUnit {
        /// As written.
        number: String,
    },
    /// A block that no template begins with.
    UnknownBlock {
        /// As written.
        name: String,
        /// The block most like it.
        nearest: Option<String>,
    },
    /// A number that the sentence cannot use: half a count, a word for a slope.
    StrangeNumber {
        /// The pattern of the sentence.
        pattern: String,
    },
    /// An instant later than the end.
    AfterTheEnd {
        /// The instant.
        at: Millis,
        /// The end.
        duration: Millis,
    },
    /// An interval that ends before it begins.
    Backwards {
        /// The interval.
        interval: Interval,
    },
    /// A rise that goes down, or the reverse.
    WrongWay {
        /// As the verb says.
        direction: Direction,
        /// The first value.
        from: f64,
        /// The last value.
        to: f64,
    },
    /// An act that this part does not allow: pressing a lamp.
    CannotBeDone {
        /// The part.
        part: PartName,
    },
    /// `suit` a part that nothing moves.
    NoStimulus {
        /// The part.
        part: PartName,
    },
    /// A condition that the acts never make true for long enough.
    NeverTrue {
        /// The part of the condition.
        part: PartName,
    },
    /// Less than two periods fit.
    TooShortToBlink,
    /// One part where two are compared.
    SamePartTwice {
        /// The part.
        part: PartName,
    },
    /// An order of one part.
    OrderOfOne,
    /// `durée` is there already.
    TwoDurations,
    /// No time, or too long a time.
    DurationOutOfRange {
        /// The longest.
        longest: Millis,
    },
    /// No run, or too many.
    RunsOutOfRange {
        /// The greatest number.
        most: u32,
    },
    /// A property without `vérifie`.
    NoVerb {
        /// The line as it should be.
        fixed: String,
    },
    /// A sentence for parts or messages that come later.
    NeedsNewerVersion {
        /// As written.
        sentence: String,
    },
    /// A sentence about a drawing.
    NeedsDrawingBench {
        /// As written.
        sentence: String,
    },
    /// A sentence about a device, in a drawing lesson.
    NeedsDeviceBench {
        /// As written.
        sentence: String,
    },
    /// A check without a property.
    NothingToCheck {
        /// Whether it is about a drawing.
        of_drawing: bool,
    },
    /// No word of praise.
    NoPraise {
        /// Whether the check is about a drawing.
        of_drawing: bool,
    },
    /// `bravo` and nothing after it.
    EmptyPraise,
    /// More lines than a check may have; the rest is not read.
    TooManyLines {
        /// The greatest number.
        most: usize,
    },
}

impl CheckProblem {
    /// The problem at a place of the file.
    #[must_use]
    pub fn at(&self, line: usize, column: usize) -> Problem {
        let (code, severity) = self.code();
        Problem {
            line,
            column,
            severity,
            code,
            sentence: Language::ALL.map(|language| typeset(self.sentence(language), language)),
            next_step: Language::ALL.map(|language| typeset(self.next_step(language), language)),
        }
    }

    fn code(&self) -> (&'static str, Severity) {
        use Severity::{Advice, Error, Warning};
        match self {
            Self::UnknownSentence { .. } => ("C001", Error),
            Self::UnknownPart { .. } => ("C002", Error),
            Self::NotOnTheBoard { .. } => ("C003", Error),
            Self::UnknownLevel { .. } => ("C004", Error),
            Self::LevelOutOfRange { .. } => ("C005", Error),
            Self::NoUnit { .. } => ("C006", Error),
            Self::UnknownBlock { .. } => ("C007", Error),
            Self::StrangeNumber { .. } => ("C008", Error),
            Self::AfterTheEnd { .. } => ("C009", Error),
            Self::Backwards { .. } => ("C010", Error),
            Self::WrongWay { .. } => ("C011", Error),
            Self::CannotBeDone { .. } => ("C012", Error),
            Self::NoStimulus { .. } => ("C013", Error),
            Self::NeverTrue { .. } => ("C014", Error),
            Self::TooShortToBlink => ("C015", Error),
            Self::SamePartTwice { .. } => ("C016", Error),
            Self::OrderOfOne => ("C017", Error),
            Self::TwoDurations => ("C018", Error),
            Self::DurationOutOfRange { .. } => ("C019", Error),
            Self::RunsOutOfRange { .. } => ("C020", Error),
            Self::NoVerb { .. } => ("C021", Warning),
            Self::NeedsNewerVersion { .. } => ("C022", Error),
            Self::NeedsDrawingBench { .. } => ("C023", Error),
            Self::NothingToCheck { .. } => ("C024", Error),
            Self::NoPraise { .. } => ("C025", Advice),
            Self::EmptyPraise => ("C026", Warning),
            Self::TooManyLines { .. } => ("C027", Error),
            Self::NeedsDeviceBench { .. } => ("C028", Error),
        }
    }

    fn sentence(&self, language: Language) -> String {
        let said = |french: String, english: String| language.pick(french, english);
        match self {
            Self::UnknownSentence { sentence, .. } => said(
                format!("phrase inconnue : « {sentence} »"),
                format!("unknown sentence: “{sentence}”"),
            ),
            Self::UnknownPart { name, .. } => said(
                format!("pièce inconnue : « {name} »"),
                format!("unknown part: “{name}”"),
            ),
            Self::NotOnTheBoard { part, .. } => said(
                format!("« {} » n’est pas sur la carte", part.in_language(language)),
                format!("“{}” is not on the board", part.in_language(language)),
            ),
            Self::UnknownLevel { word } => said(
                format!("« {word} » n’est pas une valeur"),
                format!("“{word}” is not a value"),
            ),
            Self::LevelOutOfRange { part, level } => {
                let value = crate::check::level_in_words(*level, part.kind, language);
                said(
                    format!(
                        "« {} » ne peut pas être à « {value} »",
                        part.in_language(language)
                    ),
                    format!("“{}” cannot be at “{value}”", part.in_language(language)),
                )
            }
            Self::NoUnit { number } => said(
                format!("il manque l’unité après {number}"),
                format!("the unit is missing after {number}"),
            ),
            Self::UnknownBlock { name, .. } => said(
                format!("aucun bloc ne commence par « {name} »"),
                format!("no block begins with “{name}”"),
            ),
            Self::StrangeNumber { .. } => said(
                "un nombre ne va pas dans cette phrase".to_owned(),
                "a number does not fit this sentence".to_owned(),
            ),
            Self::AfterTheEnd { at, duration } => said(
                format!(
                    "{} vient après la fin : la durée est {}",
                    time(*at, language),
                    time(*duration, language)
                ),
                format!(
                    "{} is after the end: the duration is {}",
                    time(*at, language),
                    time(*duration, language)
                ),
            ),
            Self::Backwards { interval } => said(
                format!(
                    "{} vient après {}",
                    time(interval.from, language),
                    time(interval.to, language)
                ),
                format!(
                    "{} is after {}",
                    time(interval.from, language),
                    time(interval.to, language)
                ),
            ),
            Self::WrongWay { direction, from, to } => {
                let (from, to) = (number(*from, language), number(*to, language));
                match direction {
                    Direction::Up => said(
                        format!("de {from} à {to}, la valeur ne monte pas"),
                        format!("from {from} to {to}, the value does not rise"),
                    ),
                    Direction::Down => said(
                        format!("de {from} à {to}, la valeur ne descend pas"),
                        format!("from {from} to {to}, the value does not fall"),
                    ),
                }
            }
            Self::CannotBeDone { part } => said(
                format!(
                    "on ne peut pas faire cela avec « {} »",
                    part.in_language(language)
                ),
                format!("this cannot be done with “{}”", part.in_language(language)),
            ),
            Self::NoStimulus { part } => said(
                format!("rien ne fait bouger « {} »", part.in_language(language)),
                format!("nothing moves “{}”", part.in_language(language)),
            ),
            Self::NeverTrue { part } => said(
                format!(
                    "la condition sur « {} » n’arrive jamais assez longtemps",
                    part.in_language(language)
                ),
                format!(
                    "the condition on “{}” never lasts long enough",
                    part.in_language(language)
                ),
            ),
            Self::TooShortToBlink => said(
                "deux clignotements ne tiennent pas dans ce temps".to_owned(),
                "two blinks do not fit this time".to_owned(),
            ),
            Self::SamePartTwice { part } => said(
                format!("« {} » est là deux fois", part.in_language(language)),
                format!("“{}” is there twice", part.in_language(language)),
            ),
            Self::OrderOfOne => said(
                "un ordre demande au moins deux pièces".to_owned(),
                "an order needs at least two parts".to_owned(),
            ),
            Self::TwoDurations => said(
                "la durée est écrite deux fois".to_owned(),
                "the duration is written twice".to_owned(),
            ),
            Self::DurationOutOfRange { longest } => said(
                format!("la durée va de 1 ms à {}", time(*longest, language)),
                format!("the duration goes from 1 ms to {}", time(*longest, language)),
            ),
            Self::RunsOutOfRange { most } => said(
                format!("on répète de 1 à {most} fois"),
                format!("one repeats 1 to {most} times"),
            ),
            Self::NoVerb { .. } => said(
                "il manque « vérifie » au début".to_owned(),
                "“check” is missing at the beginning".to_owned(),
            ),
            Self::NeedsNewerVersion { sentence } => said(
                format!("cette version ne connaît pas encore : « {sentence} »"),
                format!("this version does not know yet: “{sentence}”"),
            ),
            Self::NeedsDrawingBench { sentence } => said(
                format!("cette phrase parle d’un dessin : « {sentence} »"),
                format!("this sentence is about a drawing: “{sentence}”"),
            ),
            Self::NeedsDeviceBench { sentence } => said(
                format!("cette phrase parle d’un appareil : « {sentence} »"),
                format!("this sentence is about a device: “{sentence}”"),
            ),
            Self::NothingToCheck { .. } => said(
                "il n’y a rien à vérifier".to_owned(),
                "there is nothing to check".to_owned(),
            ),
            Self::NoPraise { .. } => said(
                "il manque une phrase pour féliciter".to_owned(),
                "a sentence of praise is missing".to_owned(),
            ),
            Self::TooManyLines { most } => said(
                format!("une vérification a au plus {most} lignes"),
                format!("a check has at most {most} lines"),
            ),
            Self::EmptyPraise => said(
                "il manque les mots après « bravo »".to_owned(),
                "the words after “well done” are missing".to_owned(),
            ),
        }
    }
}

fn time(at: Millis, language: Language) -> String {
    crate::check::time_in_words(at, language)
}

fn typeset(text: String, language: Language) -> String {
    language.pick(super::with_french_spaces(&text), text)
}
