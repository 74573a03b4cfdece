//! One line: what it says of the drawing, or the shape it puts down.

use super::path::read_path;
use super::problem::{Expected, TextProblemKind};
use super::tokens::{Token, What};
use super::vocabulary::Keyword;
use crate::document::{Font, Form, Material, Operation, Point, Shape, ShapeId, Side, Size, Tabs};
use crate::edit::{Refusal, check_form};
use crate::length::{Degrees, Mm};
use words::spelling::folded;

/// What a line says.
pub(super) enum Said {
    Name(String),
    Page(Size),
    Material(Material),
    /// The lines inside it follow.
    Group(String),
    Shape(Shape),
}

/// A problem and its column.
pub(super) type Slip = (usize, TextProblemKind);

/// Reads a line of at least one token. Slips in the properties of a shape go to `slips` and leave the shape.
///
/// # Errors
/// What makes nothing of the line.
pub(super) fn read_line(line: &[Token], slips: &mut Vec<Slip>) -> Result<Said, Slip> {
    let mut parts = line.split(|token| token.what == What::Semicolon);
    let head = parts.next().unwrap_or_default();
    let Some(first) = head.first() else {
        let word = ";".to_owned();
        return Err((
            line[0].column,
            TextProblemKind::UnknownLine { word, nearest: None },
        ));
    };
    let keyword = match &first.what {
        What::Word(word) => Keyword::head(word),
        _ => None,
    };
    let Some(keyword) = keyword else {
        let nearest = Keyword::nearest_head(&first.typed);
        let word = first.typed.clone();
        return Err((first.column, TextProblemKind::UnknownLine { word, nearest }));
    };
    let mut reader = Reader {
        tokens: &head[1..],
        end: end_of(head),
        of: keyword,
        slips,
    };
    let said = reader.head()?;
    if matches!(said, Said::Shape(_)) {
        reader.end(Expected::Semicolon)?;
    } else {
        reader.end(Expected::End)?;
    }
    let Said::Shape(mut shape) = said else {
        let after = line.iter().find(|token| token.what == What::Semicolon);
        return match after {
            Some(after) => Err(reader.unexpected_at(after, Expected::End)),
            None => Ok(said),
        };
    };
    let mut given = Vec::new();
    for part in parts.filter(|part| !part.is_empty()) {
        let mut reader = Reader {
            tokens: part,
            end: end_of(part),
            of: keyword,
            slips,
        };
        if let Err(slip) = reader.property(&mut shape, &mut given) {
            slips.push(slip);
        }
    }
    Ok(Said::Shape(shape))
}

/// The column after the last token.
fn end_of(tokens: &[Token]) -> usize {
    tokens
        .last()
        .map_or(1, |last| last.column + last.typed.chars().count())
}

struct Reader<'line> {
    /// What is left of a part of the line.
    tokens: &'line [Token],
    /// The column after it.
    end: usize,
    /// The word whose example shows how the part is written.
    of: Keyword,
    slips: &'line mut Vec<Slip>,
}

impl Reader<'_> {
    fn head(&mut self) -> Result<Said, Slip> {
        let column = self.column();
        let form = match self.of {
            Keyword::Drawing => return Ok(Said::Name(self.quoted()?)),
            Keyword::Page => {
                let size = self.size()?;
                check(column, &Form::Ellipse { size })?;
                return Ok(Said::Page(size));
            }
            Keyword::Material => return self.material(),
            Keyword::Group => {
                let name = match self.tokens {
                    [] => String::new(),
                    _ => self.quoted()?,
                };
                return Ok(Said::Group(name));
            }
            Keyword::Line => return self.line(column),
            Keyword::Rectangle => Form::Rectangle {
                size: self.size()?,
                corners: Mm::ZERO,
            },
            Keyword::Ellipse | Keyword::Circle => Form::Ellipse {
                size: self.size_or_diameter()?,
            },
            Keyword::Polygon => {
                let sides = self.count(Keyword::Sides)?;
                let diameter = self.length()?;
                Form::Polygon { sides, diameter }
            }
            Keyword::Star => {
                let points = self.count(Keyword::Points)?;
                let diameter = self.length()?;
                Form::Star { points, diameter }
            }
            Keyword::Text => Form::Text {
                text: self.quoted()?,
                capital_height: self.length()?,
                font: Font::Plain,
            },
            _ => self.path()?,
        };
        check(column, &form)?;
        self.word(Keyword::At)?;
        let at = self.point()?;
        Ok(Said::Shape(shape(form, at)))
    }

    fn material(&mut self) -> Result<Said, Slip> {
        let name = if let Some(What::Quoted(_)) = self.tokens.first().map(|token| &token.what) {
            self.quoted()?
        } else {
            let is_word = |token: &&Token| matches!(token.what, What::Word(_));
            let n_words = self.tokens.iter().take_while(is_word).count();
            let (words, rest) = self.tokens.split_at(n_words);
            self.tokens = rest;
            words
                .iter()
                .map(|word| word.typed.as_str())
                .collect::<Vec<_>>()
                .join(" ")
        };
        if name.is_empty() {
            return Err(self.unexpected(Expected::Name));
        }
        let column = self.column();
        let thickness = self.length()?;
        if thickness <= Mm::ZERO {
            return Err((column, TextProblemKind::Refused(Refusal::TooSmall)));
        }
        Ok(Said::Material(Material { name, thickness }))
    }

    fn line(&mut self, column: usize) -> Result<Said, Slip> {
        self.word(Keyword::From)?;
        let at = self.point()?;
        self.word(Keyword::To)?;
        let end = self.point()?;
        let to = Point {
            x: end.x - at.x,
            y: end.y - at.y,
        };
        check(column, &Form::Line { to })?;
        Ok(Said::Shape(shape(Form::Line { to }, at)))
    }

    fn path(&mut self) -> Result<Form, Slip> {
        let column = self.column();
        let data = self.quoted()?;
        let segments = read_path(&data).map_err(|place| (column + 1 + place, TextProblemKind::NoPath))?;
        Ok(Form::Path { segments })
    }

    fn property(&mut self, shape: &mut Shape, given: &mut Vec<Keyword>) -> Result<(), Slip> {
        let column = self.column();
        let shape_word = self.of;
        let first = &self.tokens[0];
        let keyword = match &first.what {
            What::Word(word) => Keyword::property(word),
            _ => None,
        };
        let Some(keyword) = keyword else {
            let nearest = Keyword::nearest_property(&first.typed);
            let word = first.typed.clone();
            return Err((column, TextProblemKind::UnknownProperty { word, nearest }));
        };
        self.tokens = &self.tokens[1..];
        self.of = keyword;
        let kind = match keyword {
            Keyword::Score | Keyword::Engrave | Keyword::Ignore => Keyword::Cut,
            other => other,
        };
        if given.contains(&kind) {
            return Err((column, TextProblemKind::Twice { keyword }));
        }
        given.push(kind);
        match (keyword, &mut shape.form) {
            (Keyword::Corners, Form::Rectangle { corners, .. }) => {
                let column = self.column();
                *corners = self.length()?;
                if let Err(slip) = check(column, &shape.form) {
                    if let Form::Rectangle { corners, .. } = &mut shape.form {
                        *corners = Mm::ZERO;
                    }
                    return Err(slip);
                }
            }
            (Keyword::Font, Form::Text { font, .. }) => {
                *font = if self.takes(Keyword::Plain) {
                    Font::Plain
                } else {
                    self.word(Keyword::Handwritten)?;
                    Font::Handwritten
                };
            }
            (Keyword::Corners | Keyword::Font, _) => {
                let (property, shape) = (keyword, shape_word);
                return Err((column, TextProblemKind::NotOfThis { property, shape }));
            }
            (Keyword::Turned, _) => {
                shape.turned = Degrees::new(self.number()?);
                self.takes(Keyword::Degrees);
            }
            (Keyword::Mirrored, _) => shape.is_mirrored = true,
            (Keyword::Tabs, _) => shape.tabs = Some(self.tabs()?),
            (Keyword::Cut, _) => shape.operation = Operation::Cut(self.side()),
            (Keyword::Score, _) => shape.operation = Operation::Score,
            (Keyword::Engrave, _) => shape.operation = Operation::Engrave,
            _ => shape.operation = Operation::Ignore,
        }
        self.end(Expected::Semicolon)
    }

    fn side(&mut self) -> Side {
        if self.takes(Keyword::Inside) {
            Side::Inside
        } else if self.takes(Keyword::Outside) {
            Side::Outside
        } else {
            Side::ByDepth
        }
    }

    fn tabs(&mut self) -> Result<Tabs, Slip> {
        let column = self.column();
        let count = whole(self.number()?)
            .filter(|count| *count > 0)
            .ok_or((column, TextProblemKind::Refused(Refusal::TooSmall)))?;
        self.word(Keyword::Of)?;
        let column = self.column();
        let width = self.length()?;
        if width <= Mm::ZERO {
            return Err((column, TextProblemKind::Refused(Refusal::TooSmall)));
        }
        Ok(Tabs { count, width })
    }

    // Values.

    /// `60 x 25 mm`; centimetres after the second number are those of both.
    fn size(&mut self) -> Result<Size, Slip> {
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

    fn size_or_diameter(&mut self) -> Result<Size, Slip> {
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

    fn length(&mut self) -> Result<Mm, Slip> {
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
    fn count(&mut self, of: Keyword) -> Result<u16, Slip> {
        let column = self.column();
        let count = self.number()?;
        self.word(of)?;
        whole(count).ok_or((column, TextProblemKind::Refused(Refusal::Corners)))
    }

    fn point(&mut self) -> Result<Point, Slip> {
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

    fn number(&mut self) -> Result<f64, Slip> {
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

    fn quoted(&mut self) -> Result<String, Slip> {
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

    fn word(&mut self, keyword: Keyword) -> Result<(), Slip> {
        if self.takes(keyword) {
            Ok(())
        } else {
            Err(self.unexpected(Expected::Word(keyword)))
        }
    }

    /// Steps over a word, if it stands here in one of its spellings.
    fn takes(&mut self, keyword: Keyword) -> bool {
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
    fn end(&mut self, expected: Expected) -> Result<(), Slip> {
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

    fn column(&self) -> usize {
        self.tokens.first().map_or(self.end, |token| token.column)
    }

    fn unexpected(&self, expected: Expected) -> Slip {
        match self.tokens.first() {
            Some(token) => self.unexpected_at(token, expected),
            None => {
                let (found, of) = (None, self.of);
                (self.end, TextProblemKind::Unexpected { found, expected, of })
            }
        }
    }

    fn unexpected_at(&self, token: &Token, expected: Expected) -> Slip {
        let (found, of) = (Some(token.typed.clone()), self.of);
        (token.column, TextProblemKind::Unexpected { found, expected, of })
    }
}

fn is_word(token: &Token, keyword: Keyword) -> bool {
    matches!(&token.what, What::Word(word) if keyword.spellings().any(|known| folded(known) == *word))
}

fn check(column: usize, form: &Form) -> Result<(), Slip> {
    check_form(form).map_err(|refusal| (column, TextProblemKind::Refused(refusal)))
}

/// A number without decimals, from 0 to 65,535.
fn whole(number: f64) -> Option<u16> {
    let fits = number.fract() == 0.0 && (0.0..=f64::from(u16::MAX)).contains(&number);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whole and in range"
    )]
    fits.then_some(number as u16)
}

fn shape(form: Form, at: Point) -> Shape {
    Shape {
        id: ShapeId(0),
        form,
        at,
        turned: Degrees::ZERO,
        is_mirrored: false,
        operation: Operation::Ignore,
        tabs: None,
    }
}
