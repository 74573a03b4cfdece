//! A board and its parts as lines of text, in French and in English.
//!
//! ```text
//! carte ESP32          board ESP32
//! lampe sur D2         lamp on D2
//! bouton_A sur D4      button_A on D4
//! ```

use crate::parts::{Board, BoardModel, Part, PartKind, PartName, Pin};
use crate::text::{TextProblem, TextProblemKind};
use words::Language;

/// What can be wrong with the text of a board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BoardProblem {
    /// No line `carte …` before the first part; it is read as an ESP32.
    NoModel,
    /// A second line `carte …`; it is passed over.
    SecondModel,
    /// A board that does not exist here; it is read as an ESP32.
    UnknownModel {
        /// As typed.
        typed: String,
        /// The board it looks like most.
        nearest: BoardModel,
    },
    /// A line that is neither a board nor a part on a pin.
    UnknownLine,
    /// A part that does not exist; the line is passed over.
    UnknownPart {
        /// As typed.
        typed: String,
        /// The part it looks like most.
        nearest: PartName,
    },
    /// A pin the board does not have. The part is there all the same.
    UnknownPin {
        /// As typed.
        typed: String,
        /// The board.
        model: BoardModel,
        /// The free pin it looks like most.
        nearest: &'static str,
    },
    /// A second part on a pin. The part is there all the same.
    PinTaken {
        /// The pin.
        pin: String,
        /// The part that has it.
        by: PartName,
        /// A free pin for this one.
        free: Option<&'static str>,
    },
    /// A second part of the same name; the line is passed over.
    NameTaken {
        /// The name.
        name: PartName,
        /// A name like it that is not taken.
        free: PartName,
    },
    /// A part that must be driven, on a pin that only reads. The part is there all the same.
    InputOnly {
        /// The pin.
        pin: String,
        /// The part.
        part: PartName,
        /// A free pin for it.
        free: Option<&'static str>,
    },
    /// A part that gives levels, on a pin that only knows on and off. The part is there all the same.
    NotAnalog {
        /// The pin.
        pin: String,
        /// The part.
        part: PartName,
        /// A free pin for it.
        free: Option<&'static str>,
    },
}

/// Reads a board in either language. Reading never fails.
#[must_use]
pub fn read(text: &str) -> (Board, Vec<TextProblem>) {
    let mut reader = Reader {
        board: Board {
            model: BoardModel::default(),
            parts: Vec::new(),
        },
        has_model: false,
        problems: Vec::new(),
    };
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    for (number, line) in text.split('\n').enumerate() {
        reader.line(number + 1, line);
    }
    (reader.board, reader.problems)
}

/// The text of a board; [`read`] gives the same board again.
#[must_use]
pub fn write(board: &Board, language: Language) -> String {
    let mut text = format!("{} {}\n", language.pick("carte", "board"), board.model.name());
    for part in &board.parts {
        let name = part.name.in_language(language);
        text.push_str(&format!("{name} {} {}\n", language.pick("sur", "on"), part.pin));
    }
    text
}

struct Reader {
    board: Board,
    has_model: bool,
    problems: Vec<TextProblem>,
}

/// A word of a line and its column, from 1.
type Word = (usize, String);

impl Reader {
    fn line(&mut self, number: usize, line: &str) {
        let words = split(line);
        let Some((column, first)) = words.first() else {
            return;
        };
        let mut found = Vec::new();
        match first.to_lowercase().as_str() {
            "carte" | "board" => self.model(&words, &mut found),
            _ => {
                if !self.has_model {
                    self.has_model = true;
                    found.push((*column, BoardProblem::NoModel));
                }
                self.part(&words, &mut found);
            }
        }
        self.problems
            .extend(found.into_iter().map(|(column, problem)| TextProblem {
                line: number,
                column,
                kind: TextProblemKind::Board(problem),
            }));
    }

    fn model(&mut self, words: &[Word], found: &mut Vec<(usize, BoardProblem)>) {
        if std::mem::replace(&mut self.has_model, true) {
            found.push((words[0].0, BoardProblem::SecondModel));
            return;
        }
        let typed = words[1..]
            .iter()
            .map(|(_, word)| word.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        let plain = |name: &str| name.to_lowercase().replace([' ', ':', '-', '_'], "");
        let known = BoardModel::ALL
            .into_iter()
            .find(|model| plain(model.name()) == plain(&typed));
        self.board.model = known.unwrap_or_default();
        if known.is_none() {
            let likeness = |model: &BoardModel| strsim::jaro_winkler(&plain(&typed), &plain(model.name()));
            let nearest = most_alike(BoardModel::ALL.into_iter(), likeness).unwrap_or_default();
            let column = words.get(1).unwrap_or(&words[0]).0;
            found.push((column, BoardProblem::UnknownModel { typed, nearest }));
        }
    }

    fn part(&mut self, words: &[Word], found: &mut Vec<(usize, BoardProblem)>) {
        let place = words
            .iter()
            .position(|(_, word)| matches!(word.to_lowercase().as_str(), "sur" | "on"));
        let (name, pin) = match place.map(|place| (&words[..place], &words[place + 1..])) {
            Some((name @ [_, ..], [pin])) => (name, pin),
            _ => {
                found.push((words[0].0, BoardProblem::UnknownLine));
                return;
            }
        };
        let typed = name
            .iter()
            .map(|(_, word)| word.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        let Some(name) = PartName::read(&typed) else {
            let nearest = nearest_part(&typed);
            found.push((words[0].0, BoardProblem::UnknownPart { typed, nearest }));
            return;
        };
        if self.board.part_number(&name).is_some() {
            let free = self.free_name(name.kind);
            found.push((words[0].0, BoardProblem::NameTaken { name, free }));
            return;
        }
        let pin = self.pin(&name, pin, found);
        self.board.parts.push(Part { name, pin });
    }

    /// The pin's name as the board has it, or as typed when it has none like it.
    fn pin(&self, part: &PartName, (column, typed): &Word, found: &mut Vec<(usize, BoardProblem)>) -> String {
        let model = self.board.model;
        let Some(pin) = model.pin(typed) else {
            let nearest = self.nearest_pin(part.kind, typed);
            found.push((
                *column,
                BoardProblem::UnknownPin {
                    typed: typed.clone(),
                    model,
                    nearest,
                },
            ));
            return typed.clone();
        };
        let name = pin
            .also
            .filter(|also| also.eq_ignore_ascii_case(typed))
            .unwrap_or(pin.name)
            .to_owned();
        let taken = self.board.parts.iter().find(|other| pin.is_named(&other.pin));
        let free = self.free_pin(part.kind);
        let problem = match taken {
            Some(other) => BoardProblem::PinTaken {
                pin: name.clone(),
                by: other.name.clone(),
                free,
            },
            None if pin.suits(part.kind) => return name,
            None if part.kind.is_output() => BoardProblem::InputOnly {
                pin: name.clone(),
                part: part.clone(),
                free,
            },
            None => BoardProblem::NotAnalog {
                pin: name.clone(),
                part: part.clone(),
                free,
            },
        };
        found.push((*column, problem));
        name
    }

    fn free_name(&self, kind: PartKind) -> PartName {
        let mut number = 2;
        loop {
            let suffix = format!("_{number}");
            let name = PartName { kind, suffix };
            if self.board.part_number(&name).is_none() {
                return name;
            }
            number += 1;
        }
    }

    fn is_free(&self, pin: &Pin) -> bool {
        !self.board.parts.iter().any(|part| pin.is_named(&part.pin))
    }

    fn free_pin(&self, kind: PartKind) -> Option<&'static str> {
        let mut pins = self.board.model.pins().iter();
        pins.find(|pin| pin.suits(kind) && self.is_free(pin))
            .map(|pin| pin.name)
    }

    /// The free pin that suits a kind and whose name is most like the one typed.
    fn nearest_pin(&self, kind: PartKind, typed: &str) -> &'static str {
        let pins = self.board.model.pins().iter();
        let suitable = pins.filter(|pin| pin.suits(kind) && self.is_free(pin));
        let typed = typed.to_uppercase();
        let likeness = |pin: &&Pin| strsim::normalized_damerau_levenshtein(&typed, pin.name);
        most_alike(suitable, likeness).map_or("", |pin| pin.name)
    }
}

/// The words of a line without its remark. White space of any kind is between them.
fn split(line: &str) -> Vec<Word> {
    let is_space = |character: char| character.is_whitespace() || character == '\u{feff}';
    let line = line.split('#').next().unwrap_or_default();
    let mut words: Vec<Word> = Vec::new();
    let mut is_inside = false;
    for (place, character) in line.chars().enumerate() {
        match (is_space(character), is_inside, words.last_mut()) {
            (true, _, _) => is_inside = false,
            (false, true, Some((_, word))) => word.push(character),
            (false, _, _) => {
                words.push((place + 1, character.to_string()));
                is_inside = true;
            }
        }
    }
    words
}

/// The part that was probably meant: `bouton A` is `bouton_A`.
fn nearest_part(typed: &str) -> PartName {
    let joined = typed.replace([' ', '-'], "_");
    if let Some(name) = PartName::read(&joined) {
        return name;
    }
    let (stem, suffix) = match joined.split_once('_') {
        Some((stem, suffix)) if !stem.is_empty() => (stem.to_lowercase(), suffix),
        _ => (joined.to_lowercase(), ""),
    };
    let likeness = |kind: &PartKind| {
        let alike = |language| strsim::jaro_winkler(&stem, kind.stem(language));
        Language::ALL.map(alike).into_iter().fold(0.0, f64::max)
    };
    let kind = most_alike(PartKind::ALL.into_iter(), likeness).unwrap_or(PartKind::Lamp);
    let is_suffix = !suffix.is_empty() && suffix.chars().all(char::is_alphanumeric);
    PartName {
        kind,
        suffix: if is_suffix {
            format!("_{suffix}")
        } else {
            String::new()
        },
    }
}

/// The first of the most alike.
fn most_alike<T>(all: impl Iterator<Item = T>, likeness: impl Fn(&T) -> f64) -> Option<T> {
    let mut best: Option<(f64, T)> = None;
    for one in all {
        let alike = likeness(&one);
        if best.as_ref().is_none_or(|(most, _)| alike > *most) {
            best = Some((alike, one));
        }
    }
    best.map(|(_, one)| one)
}
