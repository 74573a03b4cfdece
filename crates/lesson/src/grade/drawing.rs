//! Grading a drawing: what lies on the sheet, as drawn, before the beam's width is made up for.

mod fitting;
mod sheet;

use super::{Message, Verdict};
use crate::check::{Check, DrawingProperty, Property, Sentence, Work};
use crate::words::verdict::{self, AuthorReason, drawing as words_of_drawing};
use design::chains::chains;
use design::document::{Document, Form, ShapeId};
use design::letters::Letters;
use design::nesting::{self, CutContour, PieceKind};
use design::preflight::{Subject, doubled, narrowest};
use design::recognise::sharpest_corner;
use kurbo::{Point, Rect};
use sheet::{Drawn, Sheet};
use words::Language;

/// How far a side may be from what is asked, in millimetres (lesson-format, `rectangle`).
const SIDE_MM: f64 = 0.5;

/// How far a distance, a radius or a diameter may be from what is asked, in millimetres (lesson-format).
const MEASURE_MM: f64 = 0.05;

/// How far a curve in cubics may be from the circle it draws, as a share of the radius where it bends most.
const CURVE_SHARE: f64 = 0.025;

/// The least an engraved shape must measure, in millimetres (lesson-format).
const LEAST_ENGRAVED_MM: f64 = 1.0;

/// How far something may stick out and still touch, in millimetres, as in `design::nesting`.
const TOUCHING_MM: f64 = 0.005;

/// What was seen, and where.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Finding {
    pub seen: Seen,
    /// The shapes it speaks of.
    pub shapes: Vec<ShapeId>,
    /// Where it is, in millimetres.
    pub place: Option<Rect>,
}

/// What was seen of a drawing. Lengths are in millimetres.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Seen {
    /// There is no shape.
    Nothing,
    /// The letters of a text are not there.
    NoLetters,
    NoRectangle,
    RectangleOf([f64; 2]),
    /// So many of the size that is asked.
    Rectangles(usize),
    NoCircle,
    CircleOf(f64),
    /// Of the size that is asked, with another operation.
    CircleWith(Work),
    /// So many of the size and operation that are asked.
    Circles(usize),
    /// Nothing but the rectangle.
    OnlyRectangle,
    /// Something that sticks out.
    Outside(Subject),
    Larger([f64; 2]),
    /// No circle that is cut.
    NoHole,
    /// A circle that is cut, and no other line that is.
    NothingAround,
    /// The nearest other cut line.
    Near(f64),
    /// Nothing is cut.
    NoCut,
    Open(f64),
    Doubled(f64),
    NothingEngraved,
    EngravedSmall(f64),
    /// No closed line that is cut.
    NoPiece,
    Corner(f64),
    NoText,
    TextNotMirrored,
    /// Nobody said how thick the material is.
    NoThickness,
    NoSlot,
    SlotOf(f64),
    /// Two slots that do not add up to the height.
    Depths {
        sum: f64,
        height: f64,
    },
    Pieces(usize),
    /// In square centimetres.
    Area(f64),
}

/// Looks whether a drawing is what a check asks. Pure: the same check, drawing and letters give the same verdict
/// everywhere. Called in the drawing room, in the command and in tests only: it brings all the geometry along.
#[must_use]
pub fn grade_drawing(check: &Check, document: &Document, letters: &Letters, language: Language) -> Verdict {
    let author = |reason| Verdict::AuthorProblem(verdict::author(&reason, language));
    if check.sentences.is_empty() {
        return author(match check.lines_not_understood.first() {
            Some(line) => AuthorReason::NotUnderstood(*line),
            None => AuthorReason::NothingToCheck,
        });
    }
    let sheet = Sheet::new(document, letters);
    for (passed, sentence) in check.sentences.iter().enumerate() {
        let Property::Drawing(property) = &sentence.property else {
            return author(AuthorReason::NotUnderstood(sentence.line));
        };
        let general = sheet.hindrance();
        let is_general = general.is_some();
        if let Some(finding) = general.or_else(|| sheet.judge(property)) {
            let sentence = (!is_general).then_some(sentence);
            return Verdict::NotYet(message(check, passed, sentence, property, finding, language));
        }
    }
    match check.lines_not_understood.first() {
        Some(line) => author(AuthorReason::NotUnderstood(*line)),
        None => Verdict::Passed {
            praise: check.praise.clone().unwrap_or_else(|| verdict::praise(language)),
        },
    }
}

fn message(
    check: &Check,
    passed: usize,
    sentence: Option<&Sentence>,
    property: &DrawingProperty,
    finding: Finding,
    language: Language,
) -> Message {
    Message {
        passed,
        total: check.sentences.len(),
        own_words: sentence.and_then(|sentence| sentence.own_words.clone()),
        seen: words_of_drawing::seen(&finding.seen, language),
        expected: words_of_drawing::expected(property, language),
        instant: None,
        expected_between: None,
        part: None,
        block: None,
        shape: None,
        shapes: finding.shapes,
        place: finding.place,
        seed: 0,
    }
}

impl Sheet<'_> {
    /// What keeps every sentence from being judged.
    fn hindrance(&self) -> Option<Finding> {
        if self.drawn.is_empty() {
            return Some(self.nowhere(Seen::Nothing));
        }
        let without = self.drawn.iter().find(|drawn| drawn.lacks_letters())?;
        Some(self.at(Seen::NoLetters, [without]))
    }

    /// What is not yet as a sentence asks; nothing where it holds.
    fn judge(&self, property: &DrawingProperty) -> Option<Finding> {
        match property {
            DrawingProperty::Rectangles { count, sides } => self.rectangles(*count, *sides),
            DrawingProperty::Circles {
                count,
                diameters,
                work,
            } => self.circles(*count, *diameters, *work),
            DrawingProperty::CirclesInRectangle => self.circles_in_rectangle(),
            DrawingProperty::AllInRectangle => self.all_in_rectangle(),
            DrawingProperty::AllIn { sides } => self.all_in(*sides),
            DrawingProperty::WoodAround { least } => self.wood_around(*least),
            DrawingProperty::ClosedContours => self.closed_contours(),
            DrawingProperty::NoDoubleLine => self.no_double_line(),
            DrawingProperty::Engraved => self.engraved(),
            DrawingProperty::RoundCorners { least } => self.round_corners(*least),
            DrawingProperty::MirroredText => self.mirrored_text(),
            DrawingProperty::PiecesFit => fitting::judge(self),
            DrawingProperty::Pieces { count } => self.pieces(*count),
            DrawingProperty::Area { most } => self.area(*most),
        }
    }

    fn rectangles(&self, count: u32, [length, height]: [f64; 2]) -> Option<Finding> {
        let off = |drawn: &Drawn<'_>| {
            let found = drawn.rectangle?;
            let apart =
                |width: f64, other: f64| (found.width - width).abs().max((found.height - other).abs());
            Some(apart(length, height).min(apart(height, length)))
        };
        let fitting: Vec<&Drawn<'_>> = self
            .drawn
            .iter()
            .filter(|drawn| off(drawn).is_some_and(|off| off <= SIDE_MM + 1e-9))
            .collect();
        if fitting.len() == count as usize {
            return None;
        }
        if !fitting.is_empty() {
            return Some(self.at(Seen::Rectangles(fitting.len()), fitting));
        }
        let nearest = self
            .drawn
            .iter()
            .filter_map(|drawn| Some((drawn, drawn.rectangle?, off(drawn)?)))
            .min_by(|one, other| one.2.total_cmp(&other.2));
        Some(match nearest {
            Some((drawn, found, _)) => self.at(Seen::RectangleOf([found.width, found.height]), [drawn]),
            None => self.nowhere(Seen::NoRectangle),
        })
    }

    fn circles(&self, count: u32, [least, most]: [f64; 2], work: Option<Work>) -> Option<Finding> {
        let range = least - MEASURE_MM..=most + MEASURE_MM;
        let in_range = |drawn: &&Drawn<'_>| drawn.circle.is_some_and(|diameter| range.contains(&diameter));
        let does = |drawn: &&Drawn<'_>| work.is_none_or(|work| drawn.work() == work);
        let sized: Vec<&Drawn<'_>> = self.drawn.iter().filter(in_range).collect();
        let fitting: Vec<&Drawn<'_>> = sized.iter().copied().filter(does).collect();
        if fitting.len() == count as usize {
            return None;
        }
        if !fitting.is_empty() {
            return Some(self.at(Seen::Circles(fitting.len()), fitting));
        }
        if let Some(other) = sized.first().copied() {
            return Some(self.at(Seen::CircleWith(other.work()), [other]));
        }
        let off = |diameter: f64| (least - diameter).max(diameter - most);
        let nearest = self
            .drawn
            .iter()
            .filter_map(|drawn| Some((drawn, drawn.circle?)))
            .min_by(|one, other| off(one.1).total_cmp(&off(other.1)));
        Some(match nearest {
            Some((drawn, diameter)) => self.at(Seen::CircleOf(diameter), [drawn]),
            None => self.nowhere(Seen::NoCircle),
        })
    }

    fn circles_in_rectangle(&self) -> Option<Finding> {
        let circles: Vec<&Drawn<'_>> = self.made().filter(|drawn| drawn.circle.is_some()).collect();
        if circles.is_empty() {
            return Some(self.nowhere(Seen::NoCircle));
        }
        self.outside_rectangle(&circles)
    }

    fn all_in_rectangle(&self) -> Option<Finding> {
        let largest = self.largest_rectangle().map(|drawn| drawn.shape.id);
        let others: Vec<&Drawn<'_>> = self
            .made()
            .filter(|drawn| Some(drawn.shape.id) != largest)
            .collect();
        if largest.is_some() && others.is_empty() {
            return Some(self.nowhere(Seen::OnlyRectangle));
        }
        self.outside_rectangle(&others)
    }

    /// The first of some shapes that is not wholly inside the largest rectangle.
    fn outside_rectangle(&self, shapes: &[&Drawn<'_>]) -> Option<Finding> {
        let Some(rectangle) = self.largest_rectangle() else {
            return Some(self.nowhere(Seen::NoRectangle));
        };
        let outside = shapes.iter().find(|drawn| !drawn.lies_in(rectangle))?;
        Some(self.at(Seen::Outside(Subject::of_shape(outside.shape)), [*outside]))
    }

    fn all_in(&self, [length, height]: [f64; 2]) -> Option<Finding> {
        let made: Vec<&Drawn<'_>> = self.made().collect();
        let Some(bounds) = sheet::bounds(&made) else {
            return Some(self.nowhere(Seen::Nothing));
        };
        let fits = bounds.width() <= length + TOUCHING_MM && bounds.height() <= height + TOUCHING_MM;
        (!fits).then(|| self.at(Seen::Larger([bounds.width(), bounds.height()]), made))
    }

    fn wood_around(&self, least: f64) -> Option<Finding> {
        let holes: Vec<&CutContour> = self
            .contours
            .iter()
            .filter(|cut| self.of(cut.shape).is_some_and(|drawn| drawn.circle.is_some()))
            .collect();
        if holes.is_empty() {
            return Some(self.nowhere(Seen::NoHole));
        }
        let nearest = holes
            .iter()
            .flat_map(|hole| {
                let others = self.contours.iter().filter(|other| other.shape != hole.shape);
                others.filter_map(|other| {
                    let narrowest = narrowest(&hole.contour.path, &other.contour.path)?;
                    Some((hole.shape, other.shape, narrowest))
                })
            })
            .min_by(|one, other| one.2.width.total_cmp(&other.2.width));
        let Some((hole, other, narrowest)) = nearest else {
            return Some(self.of_shapes(Seen::NothingAround, vec![holes[0].shape]));
        };
        (narrowest.width < least - MEASURE_MM - 1e-9).then(|| Finding {
            seen: Seen::Near(narrowest.width),
            shapes: vec![hole, other],
            place: Some(Rect::from_points(narrowest.from, narrowest.to)),
        })
    }

    fn closed_contours(&self) -> Option<Finding> {
        if self.contours.is_empty() {
            return Some(self.nowhere(Seen::NoCut));
        }
        let chain = chains(&self.contours).into_iter().next()?;
        let mut shapes: Vec<ShapeId> = chain
            .links
            .iter()
            .map(|(place, _)| self.contours[*place].shape)
            .collect();
        shapes.dedup();
        Some(Finding {
            seen: Seen::Open((chain.end - chain.start).hypot()),
            shapes,
            place: Some(Rect::from_points(chain.start, chain.end)),
        })
    }

    fn no_double_line(&self) -> Option<Finding> {
        if self.contours.is_empty() {
            return Some(self.nowhere(Seen::NoCut));
        }
        let double = doubled(&self.contours).into_iter().next()?;
        let mut shapes = vec![self.contours[double.one].shape, self.contours[double.other].shape];
        shapes.dedup();
        Some(Finding {
            seen: Seen::Doubled(double.length),
            shapes,
            place: Some(double.place),
        })
    }

    fn engraved(&self) -> Option<Finding> {
        let size = |drawn: &Drawn<'_>| {
            drawn
                .bounds()
                .map_or(0.0, |bounds| bounds.width().max(bounds.height()))
        };
        let largest = self
            .drawn
            .iter()
            .filter(|drawn| drawn.work() == Work::Engrave)
            .max_by(|one, other| size(one).total_cmp(&size(other)));
        let Some(largest) = largest else {
            return Some(self.nowhere(Seen::NothingEngraved));
        };
        let is_small = size(largest) < LEAST_ENGRAVED_MM;
        is_small.then(|| self.at(Seen::EngravedSmall(size(largest)), [largest]))
    }

    fn round_corners(&self, least: f64) -> Option<Finding> {
        let sharpest = self
            .outer_contours()
            .filter_map(|cut| Some((cut, sharpest_corner(self.of(cut.shape)?.shape, &cut.contour))))
            .min_by(|one, other| one.1.total_cmp(&other.1));
        let Some((cut, radius)) = sharpest else {
            return Some(self.nowhere(Seen::NoPiece));
        };
        let is_sharp = radius < least - MEASURE_MM.max(least * CURVE_SHARE) - 1e-9;
        is_sharp.then(|| self.of_shapes(Seen::Corner(radius), vec![cut.shape]))
    }

    fn mirrored_text(&self) -> Option<Finding> {
        let is_text = |drawn: &&Drawn<'_>| matches!(drawn.shape.form, Form::Text { .. });
        let texts: Vec<&Drawn<'_>> = self.drawn.iter().filter(is_text).collect();
        if texts.is_empty() {
            return Some(self.nowhere(Seen::NoText));
        }
        let readable = texts.into_iter().find(|drawn| !drawn.shape.is_mirrored)?;
        Some(self.at(Seen::TextNotMirrored, [readable]))
    }

    fn pieces(&self, count: u32) -> Option<Finding> {
        let parts: Vec<ShapeId> = nesting::pieces(&self.contours)
            .into_iter()
            .filter(|piece| piece.kind == PieceKind::Part)
            .map(|piece| self.contours[piece.around].shape)
            .collect();
        (parts.len() != count as usize).then(|| self.of_shapes(Seen::Pieces(parts.len()), parts))
    }

    fn area(&self, most: f64) -> Option<Finding> {
        let outer: Vec<&CutContour> = self.outer_contours().collect();
        if outer.is_empty() {
            return Some(self.nowhere(Seen::NoPiece));
        }
        let square_millimetres: f64 = outer.iter().map(|cut| cut.contour.bounds().area()).sum();
        let area = square_millimetres / 100.0;
        let shapes = outer.iter().map(|cut| cut.shape).collect();
        (area > most + 1e-9).then(|| self.of_shapes(Seen::Area(area), shapes))
    }

    fn nowhere(&self, seen: Seen) -> Finding {
        self.of_shapes(seen, Vec::new())
    }

    fn at<'drawn>(&self, seen: Seen, shapes: impl IntoIterator<Item = &'drawn Drawn<'drawn>>) -> Finding {
        let shapes = shapes.into_iter().map(|drawn| drawn.shape.id).collect();
        self.of_shapes(seen, shapes)
    }

    fn of_shapes(&self, seen: Seen, shapes: Vec<ShapeId>) -> Finding {
        let drawn: Vec<&Drawn<'_>> = shapes.iter().filter_map(|id| self.of(*id)).collect();
        let place = sheet::bounds(&drawn);
        Finding { seen, shapes, place }
    }
}

/// How far apart two points are, in millimetres.
fn apart(one: Point, other: Point) -> f64 {
    (other - one).hypot()
}
