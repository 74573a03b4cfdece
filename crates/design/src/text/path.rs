//! A free path as the letters and numbers of SVG's path data (SVG 2, section 9.3). `M`, `L`, `C` and `Z` are written;
//! `H`, `V` and `Q`, and small letters for steps from where the pen is, are read too.

use crate::document::{Point, Segment};
use crate::length::Mm;
use words::{Language, number};

/// The path data of some segments.
pub(crate) fn written_path(segments: &[Segment]) -> String {
    let point = |point: &Point| {
        let one = |length: Mm| number(length.value(), Language::English);
        format!("{} {}", one(point.x), one(point.y))
    };
    let pieces: Vec<String> = segments
        .iter()
        .map(|segment| match segment {
            Segment::Move(to) => format!("M {}", point(to)),
            Segment::Line(to) => format!("L {}", point(to)),
            Segment::Curve(first, second, to) => {
                format!("C {} {} {}", point(first), point(second), point(to))
            }
            Segment::Close => "Z".to_owned(),
        })
        .collect();
    pieces.join(" ")
}

/// The segments of path data.
///
/// # Errors
/// The place, in characters from 0, from where on it is no path.
pub(crate) fn read_path(data: &str) -> Result<Vec<Segment>, usize> {
    let mut pen = Pen {
        data: data.chars().collect(),
        place: 0,
        at: (0.0, 0.0),
        began: (0.0, 0.0),
        segments: Vec::new(),
    };
    let mut command = None;
    loop {
        pen.skip();
        let Some(next) = pen.data.get(pen.place).copied() else {
            break;
        };
        if next.is_ascii_alphabetic() {
            pen.place += 1;
            command = Some(next);
        } else if matches!(command, None | Some('Z' | 'z')) {
            return Err(pen.place);
        }
        let Some(letter) = command else { break };
        if pen.segments.is_empty() && !matches!(letter, 'M' | 'm') {
            return Err(pen.place.saturating_sub(1));
        }
        pen.draw(letter)?;
        // More numbers after a move are lines.
        command = match letter {
            'M' => Some('L'),
            'm' => Some('l'),
            other => Some(other),
        };
    }
    if pen.segments.is_empty() {
        return Err(0);
    }
    Ok(pen.segments)
}

struct Pen {
    data: Vec<char>,
    place: usize,
    /// Where it is, in millimetres.
    at: (f64, f64),
    /// Where its contour began.
    began: (f64, f64),
    segments: Vec<Segment>,
}

impl Pen {
    fn draw(&mut self, letter: char) -> Result<(), usize> {
        let from = if letter.is_ascii_lowercase() {
            self.at
        } else {
            (0.0, 0.0)
        };
        match letter.to_ascii_uppercase() {
            'M' => {
                self.at = self.point(from)?;
                self.began = self.at;
                self.segments.push(Segment::Move(kept(self.at)));
            }
            'L' => {
                let to = self.point(from)?;
                self.line(to);
            }
            'H' => {
                let to = (from.0 + self.number()?, self.at.1);
                self.line(to);
            }
            'V' => {
                let to = (self.at.0, from.1 + self.number()?);
                self.line(to);
            }
            'C' => {
                let (first, second, to) = (self.point(from)?, self.point(from)?, self.point(from)?);
                self.curve(first, second, to);
            }
            'Q' => {
                let (handle, to) = (self.point(from)?, self.point(from)?);
                // The same curve with two handles: each two thirds of the way to the one.
                let towards = |end: (f64, f64)| {
                    (
                        end.0 + (handle.0 - end.0) * 2.0 / 3.0,
                        end.1 + (handle.1 - end.1) * 2.0 / 3.0,
                    )
                };
                self.curve(towards(self.at), towards(to), to);
            }
            'Z' => {
                self.at = self.began;
                self.segments.push(Segment::Close);
            }
            _ => return Err(self.place - 1),
        }
        Ok(())
    }

    fn line(&mut self, to: (f64, f64)) {
        self.at = to;
        self.segments.push(Segment::Line(kept(to)));
    }

    fn curve(&mut self, first: (f64, f64), second: (f64, f64), to: (f64, f64)) {
        self.at = to;
        self.segments
            .push(Segment::Curve(kept(first), kept(second), kept(to)));
    }

    fn point(&mut self, from: (f64, f64)) -> Result<(f64, f64), usize> {
        Ok((from.0 + self.number()?, from.1 + self.number()?))
    }

    /// The next number. A sign or a second point begins another one, as SVG allows: `1-2`, `.5.5`.
    fn number(&mut self) -> Result<f64, usize> {
        self.skip();
        let from = self.place;
        let mut end = from;
        let mut has_point = false;
        while let Some(next) = self.data.get(end) {
            match next {
                '-' | '+' if end == from || matches!(self.data[end - 1], 'e' | 'E') => {}
                '.' if !has_point => has_point = true,
                'e' | 'E' if end > from => {}
                next if next.is_ascii_digit() => {}
                _ => break,
            }
            end += 1;
        }
        let written: String = self.data[from..end].iter().collect();
        self.place = end;
        let number = written.parse::<f64>().map_err(|_| from)?;
        if number.abs() <= Mm::MOST.value() {
            Ok(number)
        } else {
            Err(from)
        }
    }

    fn skip(&mut self) {
        while self
            .data
            .get(self.place)
            .is_some_and(|next| next.is_whitespace() || *next == ',')
        {
            self.place += 1;
        }
    }
}

fn kept((x, y): (f64, f64)) -> Point {
    Point {
        x: Mm::new(x),
        y: Mm::new(y),
    }
}
