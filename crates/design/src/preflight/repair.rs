//! The repairs: a drawing without the finding, where there is one thing to do about it.

use super::open_lines::gaps;
use super::sheet::{page_of, sticks_out};
use super::{Finding, FindingKind, LEAST_CAPITAL_MM, Scene, doubled};
use crate::chains::{Chain, chains, joined};
use crate::document::{Document, Form, Item, Operation, Point, Segment, Shape, ShapeId, Tabs};
use crate::length::{Degrees, Mm};
use crate::letters::Letters;
use crate::nesting::{CutContour, cut_contours};
use crate::outline::{bounds, outline};
use kurbo::{BezPath, PathEl, Rect, Shape as _};

/// Two bridges, one on either side, of 2 mm: they hold the middle of a letter in 3 mm wood.
const ISLAND_TABS: Tabs = Tabs {
    count: 2,
    width: Mm::from_thousandths(2_000),
};

/// The drawing with a finding repaired; nothing where only the learner can decide.
#[must_use]
pub fn repair(document: &Document, letters: &Letters, finding: &Finding) -> Option<Document> {
    let contours = cut_contours(document, letters);
    let scene = Scene {
        document,
        letters,
        contours: &contours,
    };
    in_scene(&scene, finding)
}

/// Which of some findings have a repair, in their order: the contours of a large drawing are looked for once.
#[must_use]
pub fn can_repair(document: &Document, letters: &Letters, findings: &[Finding]) -> Vec<bool> {
    let contours = cut_contours(document, letters);
    let scene = Scene {
        document,
        letters,
        contours: &contours,
    };
    let has_repair = |finding| in_scene(&scene, finding).is_some();
    findings.iter().map(has_repair).collect()
}

fn in_scene(scene: &Scene, finding: &Finding) -> Option<Document> {
    let document = scene.document;
    match finding.kind {
        FindingKind::Open { .. } => close_gap(scene, finding),
        FindingKind::Loose { .. } => join_lines(scene, finding),
        FindingKind::Double { .. } => remove_double(scene, finding),
        FindingKind::Outside { .. } => move_inside(scene, finding),
        FindingKind::Island { .. } => changed(document, finding, |shape| shape.tabs = Some(ISLAND_TABS)),
        FindingKind::EngravedLine => changed(document, finding, |shape| shape.operation = Operation::Score),
        FindingKind::SmallText { .. } => changed(document, finding, |shape| {
            if let Form::Text { capital_height, .. } = &mut shape.form {
                *capital_height = Mm::new(LEAST_CAPITAL_MM);
            }
        }),
        FindingKind::TooSmall { .. } => without(document, finding.shapes.first().copied()?),
        FindingKind::MissingGlyph { character } => changed(document, finding, |shape| {
            if let Form::Text { text, .. } = &mut shape.form {
                text.retain(|kept| kept != character);
            }
        }),
        FindingKind::NothingToCut { .. }
        | FindingKind::Crossing
        | FindingKind::Thin { .. }
        | FindingKind::EngravedCut { .. }
        | FindingKind::MissingFont { .. }
        | FindingKind::WiderKerf { .. }
        | FindingKind::LargerThanBed { .. }
        | FindingKind::Forbidden { .. } => None,
    }
}

fn changed(document: &Document, finding: &Finding, change: impl FnMut(&mut Shape)) -> Option<Document> {
    let mut repaired = document.clone();
    repaired.change_shapes(&finding.shapes, change);
    (repaired != *document).then_some(repaired)
}

fn without(document: &Document, id: ShapeId) -> Option<Document> {
    let mut repaired = document.clone();
    let taken = repaired.take(&[id]);
    (!taken.is_empty()).then_some(repaired)
}

/// Joins the two ends by a straight line.
fn close_gap(scene: &Scene, finding: &Finding) -> Option<Document> {
    let chains = chains(scene.contours);
    let gap = gaps(scene, &chains)
        .into_iter()
        .find(|gap| finding.points == [gap.from, gap.to])?;
    let mut chain: Chain = chains[gap.one].clone();
    if gap.one != gap.other {
        chain = joined(chain, chains[gap.other].clone());
    }
    let mut path = chain.path(scene.contours);
    if gap.one == gap.other {
        path.close_path();
    }
    let lines = chain.links.iter().map(|(place, _)| &scene.contours[*place]);
    let shapes: Vec<ShapeId> = lines.map(|cut| cut.shape).collect();
    one_shape(scene, &shapes, &path).or_else(|| close_in_place(scene, finding))
}

/// The lines of several shapes become one free path, in place of the first; `shapes` has the shape of each line.
/// Nothing where one of them has other contours too, which would be lost.
fn one_shape(scene: &Scene, shapes: &[ShapeId], path: &BezPath) -> Option<Document> {
    let first = *shapes.first()?;
    let mut distinct = shapes.to_vec();
    distinct.sort();
    distinct.dedup();
    let n_contours: usize = distinct
        .iter()
        .filter_map(|id| scene.document.shape(*id))
        .map(|shape| outline(shape, scene.letters).contours.len())
        .sum();
    if n_contours != shapes.len() {
        return None;
    }
    distinct.retain(|id| *id != first);
    let mut repaired = scene.document.clone();
    repaired.take(&distinct);
    repaired.change_shapes(&[first], |shape| lay(shape, path));
    Some(repaired)
}

/// Makes the lines of an outline one shape.
fn join_lines(scene: &Scene, finding: &Finding) -> Option<Document> {
    let cut = scene
        .contours
        .iter()
        .find(|cut| !cut.joined.is_empty() && cut.shapes() == finding.shapes)?;
    let shapes: Vec<ShapeId> = std::iter::once(cut.shape)
        .chain(cut.joined.iter().copied())
        .collect();
    one_shape(scene, &shapes, &cut.contour.path)
}

/// Closes every contour of a free path, where it has several.
fn close_in_place(scene: &Scene, finding: &Finding) -> Option<Document> {
    changed(scene.document, finding, |shape| {
        let Form::Path { segments } = &mut shape.form else {
            return;
        };
        let mut closed = Vec::new();
        for segment in segments.drain(..) {
            let begins_anew = matches!(segment, Segment::Move(_));
            let is_open = !closed.is_empty() && !matches!(closed.last(), Some(Segment::Close));
            if begins_anew && is_open {
                closed.push(Segment::Close);
            }
            closed.push(segment);
        }
        if !matches!(closed.last(), Some(Segment::Close)) {
            closed.push(Segment::Close);
        }
        *segments = closed;
    })
}

/// Makes a shape the free path that a line on the sheet is.
fn lay(shape: &mut Shape, path: &BezPath) {
    let corner = path.bounding_box().origin();
    let (at_x, at_y) = (Mm::new(corner.x), Mm::new(corner.y));
    let kept = |point: kurbo::Point| Point {
        x: Mm::new(point.x) - at_x,
        y: Mm::new(point.y) - at_y,
    };
    let segments = path
        .elements()
        .iter()
        .map(|element| match *element {
            PathEl::MoveTo(to) => Segment::Move(kept(to)),
            PathEl::LineTo(to) => Segment::Line(kept(to)),
            PathEl::QuadTo(handle, to) => Segment::Curve(kept(handle), kept(handle), kept(to)),
            PathEl::CurveTo(leaving, arriving, to) => Segment::Curve(kept(leaving), kept(arriving), kept(to)),
            PathEl::ClosePath => Segment::Close,
        })
        .collect();
    shape.form = Form::Path { segments };
    shape.at = Point { x: at_x, y: at_y };
    shape.turned = Degrees::ZERO;
    shape.is_mirrored = false;
}

/// Takes away the one that lies wholly on the other, the later one where they are equal.
fn remove_double(scene: &Scene, finding: &Finding) -> Option<Document> {
    let [first, second] = finding.shapes[..] else {
        return None;
    };
    let is_of_two = |cut: &&CutContour| cut.shape == first || cut.shape == second;
    let contours: Vec<CutContour> = scene.contours.iter().filter(is_of_two).cloned().collect();
    let pairs = doubled(&contours);
    let pair = pairs.iter().find(|pair| {
        let shape = |place: usize| contours[place].shape;
        pair.is_whole && shape(pair.one) == first && shape(pair.other) == second
    })?;
    let length = |place: usize| contours[place].contour.length();
    let gone = if length(pair.one) < length(pair.other) - 0.01 {
        pair.one
    } else {
        pair.other
    };
    let n_contours = contours
        .iter()
        .filter(|cut| cut.shape == contours[gone].shape)
        .count();
    // A word is not taken away for one of its letters.
    (n_contours == 1)
        .then(|| without(scene.document, contours[gone].shape))
        .flatten()
}

/// Moves an item by what it sticks out, where the sheet is large enough.
fn move_inside(scene: &Scene, finding: &Finding) -> Option<Document> {
    let id = *finding.shapes.first()?;
    let item = scene.document.find(id)?;
    let page = page_of(scene.document);
    let around: Rect = bounds(std::slice::from_ref(item), scene.letters)?;
    if around.width() > page.width() + 1e-9 || around.height() > page.height() + 1e-9 {
        return None;
    }
    let by = |low: f64, high: f64, end: f64| (-low).max(0.0) - (high - end).max(0.0);
    let by = Point {
        x: rounded_in(by(around.x0, around.x1, page.x1)),
        y: rounded_in(by(around.y0, around.y1, page.y1)),
    };
    let mut repaired = scene.document.clone();
    repaired.change_shapes(&[id], |shape| {
        shape.at = Point {
            x: shape.at.x + by.x,
            y: shape.at.y + by.y,
        };
    });
    let is_inside = |item: &Item| {
        bounds(std::slice::from_ref(item), scene.letters)
            .is_some_and(|around| sticks_out(around, page) < 0.0015)
    };
    repaired.find(id).is_some_and(is_inside).then_some(repaired)
}

/// Rounded away from nothing, so that not even a thousandth sticks out.
fn rounded_in(way: f64) -> Mm {
    let thousandths = way * 1_000.0;
    let up = if thousandths < 0.0 {
        libm::floor(thousandths + 1e-6)
    } else {
        libm::ceil(thousandths - 1e-6)
    };
    Mm::new(up / 1_000.0)
}
