//! One line: what it says of the drawing, or the shape it puts down.

mod values;

use super::path::read_path;
use super::problem::{Expected, TextProblemKind};
use super::tokens::{Token, What};
use super::vocabulary::Keyword;
use crate::document::{Font, Form, Material, Operation, Point, Shape, ShapeId, Side, Size, Tabs};
use crate::edit::{Refusal, check_form};
use crate::length::{Degrees, Mm};
use values::whole;

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
}

fn check(column: usize, form: &Form) -> Result<(), Slip> {
    check_form(form).map_err(|refusal| (column, TextProblemKind::Refused(refusal)))
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
