//! What stands in a line, piece by piece: sizes, places, words, and what should stand there instead.

use super::super::problem::{Expected, TextProblemKind};
use super::super::tokens::{Token, What};
use super::super::vocabulary::Keyword;
use super::{Reader, Slip};
use crate::document::{Point, Size};
use crate::edit::Refusal;
use crate::length::Mm;
use words::spelling::folded;

impl Reader<'_> {
    /// `60 x 25 mm`; centimetres after the second number are those of both.
    pub(super) fn size(&mut self) -> Result<Size, Slip> {
        let width = self.number()?;
        let width_unit = self.unit();
        self.word(Keyword::By)?;
        let height = self.number()?;
        let height_unit = self.unit();
        let factor = height_unit.unwrap_or(1.0);
        Ok(Size {
            width: Mm::new(width * width_unit.unwrap_or(factor)),
            height: Mm::new(height * factor),
        })
    }

    pub(super) fn size_or_diameter(&mut self) -> Result<Size, Slip> {
        let by = |token: &Token| is_word(token, Keyword::By);
        let has_two = self.tokens.get(1).is_some_and(by) || self.tokens.get(2).is_some_and(by);
        if has_two || self.of == Keyword::Ellipse && self.tokens.len() < 2 {
            return self.size();
        }
        let diameter = self.length()?;
        Ok(Size {
            width: diameter,
            height: diameter,
        })
    }

    pub(super) fn length(&mut self) -> Result<Mm, Slip> {
        let number = self.number()?;
        Ok(Mm::new(number * self.unit().unwrap_or(1.0)))
    }

    /// How many millimetres the unit is that stands here.
    fn unit(&mut self) -> Option<f64> {
        if self.takes(Keyword::Millimetres) {
            Some(1.0)
        } else {
            self.takes(Keyword::Centimetres).then_some(10.0)
        }
    }

    /// How many corners or points, and the word for them.
    pub(super) fn count(&mut self, of: Keyword) -> Result<u16, Slip> {
        let column = self.column();
        let count = self.number()?;
        self.word(of)?;
        whole(count).ok_or((column, TextProblemKind::Refused(Refusal::Corners)))
    }

    pub(super) fn point(&mut self) -> Result<Point, Slip> {
        let (x, y) = (self.coordinate()?, self.coordinate()?);
        self.takes(Keyword::Millimetres);
        Ok(Point { x, y })
    }

    fn coordinate(&mut self) -> Result<Mm, Slip> {
        let column = self.column();
        let number = self.number()?;
        if number.abs() > Mm::MOST.value() {
            return Err((column, TextProblemKind::TooFar));
        }
        Ok(Mm::new(number))
    }

    pub(super) fn number(&mut self) -> Result<f64, Slip> {
        match self.tokens.split_first() {
            Some((
                Token {
                    what: What::Number(number),
                    ..
                },
                rest,
            )) => {
                self.tokens = rest;
                Ok(*number)
            }
            _ => Err(self.unexpected(Expected::Number)),
        }
    }

    pub(super) fn quoted(&mut self) -> Result<String, Slip> {
        match self.tokens.split_first() {
            Some((
                Token {
                    what: What::Quoted(text),
                    ..
                },
                rest,
            )) => {
                self.tokens = rest;
                Ok(text.clone())
            }
            _ => Err(self.unexpected(Expected::Quoted)),
        }
    }

    pub(super) fn word(&mut self, keyword: Keyword) -> Result<(), Slip> {
        if self.takes(keyword) {
            Ok(())
        } else {
            Err(self.unexpected(Expected::Word(keyword)))
        }
    }

    /// Steps over a word, if it stands here in one of its spellings.
    pub(super) fn takes(&mut self, keyword: Keyword) -> bool {
        for spelling in keyword.spellings() {
            let spelling = folded(spelling);
            let mut rest = self.tokens;
            let stands_here = spelling.split(' ').all(|word| match rest.split_first() {
                Some((token, after)) if token.what == What::Word(word.to_owned()) => {
                    rest = after;
                    true
                }
                _ => false,
            });
            if stands_here {
                self.tokens = rest;
                return true;
            }
        }
        false
    }

    /// Nothing more may stand here. What does is said; the values before it count.
    pub(super) fn end(&mut self, expected: Expected) -> Result<(), Slip> {
        match (self.tokens.first(), expected) {
            (None, _) => Ok(()),
            (Some(token), Expected::Semicolon) => {
                let slip = self.unexpected_at(token, expected);
                self.slips.push(slip);
                Ok(())
            }
            (Some(token), _) => Err(self.unexpected_at(token, expected)),
        }
    }

    pub(super) fn column(&self) -> usize {
        self.tokens.first().map_or(self.end, |token| token.column)
    }

    pub(super) fn unexpected(&self, expected: Expected) -> Slip {
        match self.tokens.first() {
            Some(token) => self.unexpected_at(token, expected),
            None => {
                let (found, of) = (None, self.of);
                (self.end, TextProblemKind::Unexpected { found, expected, of })
            }
        }
    }

    pub(super) fn unexpected_at(&self, token: &Token, expected: Expected) -> Slip {
        let (found, of) = (Some(token.typed.clone()), self.of);
        (token.column, TextProblemKind::Unexpected { found, expected, of })
    }
}

fn is_word(token: &Token, keyword: Keyword) -> bool {
    matches!(&token.what, What::Word(word) if keyword.spellings().any(|known| folded(known) == *word))
}

/// A number without decimals, from 0 to 65,535.
pub(super) fn whole(number: f64) -> Option<u16> {
    let fits = number.fract() == 0.0 && (0.0..=f64::from(u16::MAX)).contains(&number);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whole and in range"
    )]
    fits.then_some(number as u16)
}
