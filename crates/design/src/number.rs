//! What is typed in a number field: a number, or a small sum such as `60/2 - 3,5` or `2,5 cm + (1 + 2) × 4`.
//!
//! Decimal comma or point, spaces where one likes, `+ - * / ( )` and their printed forms `− × ÷`. `mm` and `°` after a
//! number change nothing, `cm` makes ten of it.

use crate::length::Mm;
use words::Language;

/// What is typed may be so long, in characters: it bounds how deep parentheses can stand in each other.
pub const MOST_CHARACTERS: usize = 200;

/// Why what was typed is no number yet.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberProblem {
    /// Where, in characters from 1. One past the last where something is missing at the end.
    pub column: usize,
    /// What stands there.
    pub kind: NumberProblemKind,
}

impl NumberProblem {
    /// What is wrong and what to do next, in a sentence or two.
    pub fn sentence(&self, language: Language) -> String {
        crate::words::number::sentence(&self.kind, language)
    }
}

/// What can stand in the way of a number.
#[derive(Clone, Debug, PartialEq)]
pub enum NumberProblemKind {
    /// Nothing is typed.
    Empty,
    /// The sum ends before its last number: `3,5 +`.
    MissingNumber,
    /// Something stands where a number is expected: `3 + * 2`.
    NoNumber {
        /// What stands there.
        found: char,
    },
    /// Two numbers follow each other: `1 000`.
    MissingSign,
    /// A character that means nothing here.
    Stray {
        /// The character.
        found: char,
    },
    /// `(` without its `)`.
    NotClosed,
    /// `)` without its `(`.
    NotOpened,
    /// A division by 0.
    DividedByZero,
    /// More than a length can be, [`Mm::MOST`], to either side.
    TooLarge,
    /// Longer than [`MOST_CHARACTERS`].
    TooLong,
}

/// The number that is typed, in millimetres for a length and in degrees for an angle.
///
/// # Errors
/// What stands in the way, and where.
///
/// ```
/// # use design::number::evaluate;
/// assert_eq!(evaluate("60/2 - 3,5"), Ok(26.5));
/// assert_eq!(evaluate("2,5 cm"), Ok(25.0));
/// assert!(evaluate("3,5 +").is_err());
/// ```
pub fn evaluate(text: &str) -> Result<f64, NumberProblem> {
    let mut sum = Sum {
        characters: text.chars().collect(),
        place: 0,
    };
    if sum.characters.len() > MOST_CHARACTERS {
        return Err(sum.problem(MOST_CHARACTERS, NumberProblemKind::TooLong));
    }
    if sum.peek().is_none() {
        return Err(sum.problem(0, NumberProblemKind::Empty));
    }
    let value = sum.terms()?;
    match sum.peek() {
        None => {}
        Some(')') => return Err(sum.here(NumberProblemKind::NotOpened)),
        Some(next) if next.is_ascii_digit() || next == '(' => {
            return Err(sum.here(NumberProblemKind::MissingSign));
        }
        Some(found) => return Err(sum.here(NumberProblemKind::Stray { found })),
    }
    // Not a number, as of one endless sum less another, is too large as well.
    if value.abs() <= Mm::MOST.value() {
        Ok(value)
    } else {
        Err(sum.problem(0, NumberProblemKind::TooLarge))
    }
}

/// A sum that is being read.
struct Sum {
    characters: Vec<char>,
    /// Of the next character, from 0.
    place: usize,
}

impl Sum {
    /// `a + b - c`.
    fn terms(&mut self) -> Result<f64, NumberProblem> {
        let mut value = self.factors()?;
        loop {
            let sign = match self.peek() {
                Some('+') => 1.0,
                Some('-' | '−' | '–') => -1.0,
                _ => return Ok(value),
            };
            self.place += 1;
            value += sign * self.factors()?;
        }
    }

    /// `a * b / c`.
    fn factors(&mut self) -> Result<f64, NumberProblem> {
        let mut value = self.signed()?;
        loop {
            let sign = self.peek();
            let place = self.place;
            match sign {
                Some('*' | '×') => {
                    self.place += 1;
                    value *= self.signed()?;
                }
                Some('/' | '÷') => {
                    self.place += 1;
                    let divisor = self.signed()?;
                    if divisor == 0.0 {
                        return Err(self.problem(place, NumberProblemKind::DividedByZero));
                    }
                    value /= divisor;
                }
                _ => return Ok(value),
            }
            if !value.is_finite() {
                return Err(self.problem(place, NumberProblemKind::TooLarge));
            }
        }
    }

    /// A number, or something in parentheses, with the sign before it and the unit after it.
    fn signed(&mut self) -> Result<f64, NumberProblem> {
        let mut sign = 1.0;
        let value = loop {
            match self.peek() {
                Some('-' | '−' | '–') => sign = -sign,
                Some('+') => {}
                Some('(') => break self.in_parentheses()?,
                Some(next) if next.is_ascii_digit() || matches!(next, ',' | '.') => break self.number()?,
                Some(found) => return Err(self.here(NumberProblemKind::NoNumber { found })),
                None => return Err(self.here(NumberProblemKind::MissingNumber)),
            }
            self.place += 1;
        };
        Ok(sign * value * self.unit())
    }

    fn in_parentheses(&mut self) -> Result<f64, NumberProblem> {
        let opened = self.place;
        self.place += 1;
        let value = self.terms()?;
        match self.peek() {
            Some(')') => self.place += 1,
            Some(next) if next.is_ascii_digit() || next == '(' => {
                return Err(self.here(NumberProblemKind::MissingSign));
            }
            Some(found) => return Err(self.here(NumberProblemKind::Stray { found })),
            None => return Err(self.problem(opened, NumberProblemKind::NotClosed)),
        }
        Ok(value)
    }

    /// Digits with at most one decimal sign, and a power of ten such as `e3`.
    fn number(&mut self) -> Result<f64, NumberProblem> {
        let from = self.place;
        let mut written = String::new();
        self.digits(&mut written);
        if let Some(',' | '.') = self.next() {
            self.place += 1;
            written.push('.');
            self.digits(&mut written);
        }
        if let Some('e' | 'E') = self.next() {
            self.place += 1;
            written.push('e');
            if let Some(sign @ ('-' | '+')) = self.next() {
                self.place += 1;
                written.push(sign);
            }
            self.digits(&mut written);
        }
        let Ok(number) = written.parse::<f64>() else {
            let found = self.characters[from];
            return Err(self.problem(from, NumberProblemKind::NoNumber { found }));
        };
        if number.is_finite() {
            Ok(number)
        } else {
            Err(self.problem(from, NumberProblemKind::TooLarge))
        }
    }

    fn digits(&mut self, written: &mut String) {
        while let Some(digit) = self.next().filter(char::is_ascii_digit) {
            written.push(digit);
            self.place += 1;
        }
    }

    /// How many millimetres, or degrees, the unit that follows is.
    fn unit(&mut self) -> f64 {
        let (factor, length) = match self.peek() {
            Some('m' | 'M') if self.is_metre_after(self.place) => (1.0, 2),
            Some('c' | 'C') if self.is_metre_after(self.place) => (10.0, 2),
            Some('°') => (1.0, 1),
            _ => (1.0, 0),
        };
        self.place += length;
        factor
    }

    /// Whether the word that begins at a place ends with one `m` after its first letter.
    fn is_metre_after(&self, place: usize) -> bool {
        let at = |place: usize| self.characters.get(place).copied();
        matches!(at(place + 1), Some('m' | 'M')) && !at(place + 2).is_some_and(char::is_alphanumeric)
    }

    /// The next character that is no space.
    fn peek(&mut self) -> Option<char> {
        while self.next().is_some_and(char::is_whitespace) {
            self.place += 1;
        }
        self.next()
    }

    fn next(&self) -> Option<char> {
        self.characters.get(self.place).copied()
    }

    fn here(&self, kind: NumberProblemKind) -> NumberProblem {
        self.problem(self.place, kind)
    }

    /// A problem at a place from 0.
    fn problem(&self, place: usize, kind: NumberProblemKind) -> NumberProblem {
        NumberProblem {
            column: place + 1,
            kind,
        }
    }
}
