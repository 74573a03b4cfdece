//! Which contour lies in which, and what falls out of the sheet.

use crate::chains::with_closed_chains;
use crate::document::{Document, Operation, ShapeId, Side};
use crate::letters::Letters;
use crate::outline::{Contour, outline, sample};
use kurbo::{BezPath, ParamCurve as _, ParamCurveNearest as _, Point, Shape as _};

/// How far a contour may stick out of another, in millimetres, and still count as lying in it.
const TOUCHING_MM: f64 = 0.005;

/// A contour that is cut, as it was drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct CutContour {
    /// The shape it belongs to.
    pub shape: ShapeId,
    /// The shapes of the other lines, where several lines that meet end to end are this one outline.
    pub joined: Vec<ShapeId>,
    /// Its place among the contours of the shape's outline.
    pub number: usize,
    /// Its line on the sheet.
    pub contour: Contour,
    /// How many closed cut contours are around it.
    pub depth: usize,
    /// The nearest contour around it, by its place in the list.
    pub parent: Option<usize>,
    /// On which side of the line the machine cuts, once depth has been looked at.
    pub side: CutSide,
    /// Whether bridges keep what it encloses in the sheet.
    pub is_held: bool,
}

/// On which side of its line a contour is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CutSide {
    /// Outside: a piece keeps the size drawn.
    Outside,
    /// Inside: a hole keeps the size drawn.
    Inside,
    /// On the line itself: it is open.
    OnTheLine,
}

/// What comes loose when a closed contour has been cut.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// The contour around it, by its place in the list.
    pub around: usize,
    /// The contours just inside it, by their places: they are missing from it.
    pub holes: Vec<usize>,
    /// What it is.
    pub kind: PieceKind,
    /// Its area in square millimetres, holes taken off.
    pub area: f64,
}

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PieceKind {
    /// A part that the learner takes home.
    Part,
    /// What falls out of a hole.
    Waste,
    /// The middle of a letter or of a form in a hole: it was to stay, and falls with the hole.
    Island,
    /// Bridges keep it in the sheet.
    Held,
}

/// Every contour of a drawing that is cut, in its order, with its depth.
#[must_use]
pub fn cut_contours(document: &Document, letters: &Letters) -> Vec<CutContour> {
    let mut found = Vec::new();
    for shape in document.shapes() {
        let Operation::Cut(side) = shape.operation else {
            continue;
        };
        let is_held = shape.tabs.is_some_and(|tabs| tabs.count > 0);
        let contours = outline(shape, letters).contours;
        found.extend(
            contours
                .into_iter()
                .enumerate()
                .map(|(number, contour)| CutContour {
                    shape: shape.id,
                    joined: Vec::new(),
                    number,
                    contour,
                    depth: 0,
                    parent: None,
                    // As long as no depth has been looked at, the line itself.
                    side: match side {
                        Side::Inside => CutSide::Inside,
                        Side::Outside => CutSide::Outside,
                        Side::ByDepth => CutSide::OnTheLine,
                    },
                    is_held,
                }),
        );
    }
    let mut found = with_closed_chains(found);
    let contours: Vec<&Contour> = found.iter().map(|cut| &cut.contour).collect();
    let around = around_each(&contours);
    for (cut, Around { depth, parent }) in found.iter_mut().zip(around) {
        (cut.depth, cut.parent) = (depth, parent);
        cut.side = match cut.side {
            _ if !cut.contour.is_closed => CutSide::OnTheLine,
            CutSide::OnTheLine if depth % 2 == 0 => CutSide::Outside,
            CutSide::OnTheLine => CutSide::Inside,
            decided => decided,
        };
    }
    found
}

impl CutContour {
    /// The shapes whose lines it is made of.
    #[must_use]
    pub fn shapes(&self) -> Vec<ShapeId> {
        let mut shapes = vec![self.shape];
        for other in &self.joined {
            if !shapes.contains(other) {
                shapes.push(*other);
            }
        }
        shapes
    }
}

/// What comes loose, one for each closed contour, in the order of the list.
#[must_use]
pub fn pieces(contours: &[CutContour]) -> Vec<Piece> {
    let piece = |(around, contour): (usize, &CutContour)| {
        let holes: Vec<usize> = (0..contours.len())
            .filter(|place| contours[*place].parent == Some(around) && contours[*place].contour.is_closed)
            .collect();
        let missing: f64 = holes.iter().map(|hole| contours[*hole].contour.area()).sum();
        Piece {
            kind: kind_of(contours, contour),
            area: contour.contour.area() - missing,
            around,
            holes,
        }
    };
    contours
        .iter()
        .enumerate()
        .filter(|(_, contour)| contour.contour.is_closed)
        .map(piece)
        .collect()
}

fn kind_of(contours: &[CutContour], contour: &CutContour) -> PieceKind {
    let in_hole_of_its_own = is_island(contours, contour);
    match contour.side {
        _ if in_hole_of_its_own && contour.is_held => PieceKind::Held,
        _ if in_hole_of_its_own => PieceKind::Island,
        _ if contour.is_held && !has_islands(contours, contour.shape) => PieceKind::Held,
        CutSide::Inside => PieceKind::Waste,
        CutSide::Outside | CutSide::OnTheLine => PieceKind::Part,
    }
}

/// Whether some contour of a shape lies in a hole of the same shape.
pub(crate) fn has_islands(contours: &[CutContour], shape: ShapeId) -> bool {
    contours
        .iter()
        .any(|cut| cut.shape == shape && is_island(contours, cut))
}

/// Whether a contour lies in a hole of its own shape: it was to stay.
pub(crate) fn is_island(contours: &[CutContour], cut: &CutContour) -> bool {
    cut.contour.is_closed
        && cut.parent.is_some_and(|parent| {
            contours[parent].side == CutSide::Inside && contours[parent].shape == cut.shape
        })
}

/// What is around a contour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Around {
    depth: usize,
    parent: Option<usize>,
}

fn around_each(contours: &[&Contour]) -> Vec<Around> {
    let boxes: Vec<_> = contours.iter().map(|contour| contour.bounds()).collect();
    let areas: Vec<f64> = contours.iter().map(|contour| contour.area()).collect();
    let around = |inner: usize| {
        let grown = boxes[inner].inset(-TOUCHING_MM);
        let mut found: Vec<usize> = (0..contours.len())
            .filter(|outer| {
                *outer != inner
                    && contours[*outer].is_closed
                    && areas[*outer] > areas[inner]
                    && boxes[*outer].overlaps(grown)
                    && is_around(contours[*outer], contours[inner])
            })
            .collect();
        found.sort_by(|one, other| areas[*one].total_cmp(&areas[*other]));
        Around {
            depth: found.len(),
            parent: found.first().copied(),
        }
    };
    (0..contours.len()).map(around).collect()
}

/// Whether `inner` lies wholly in the area that `outer` encloses; touching is allowed, being equal is not.
pub(crate) fn is_around(outer: &Contour, inner: &Contour) -> bool {
    if !outer.is_closed || (inner.is_closed && inner.area() >= outer.area()) {
        return false;
    }
    let outer_box = outer.bounds().inset(TOUCHING_MM);
    let inner_box = inner.bounds();
    if outer_box.union(inner_box) != outer_box {
        return false;
    }
    if inner.is_closed && !interior_point(&inner.path).is_some_and(|point| outer.contains(point)) {
        return false;
    }
    sample(&inner.path).all(|point| outer.contains(point) || distance(&outer.path, point) <= TOUCHING_MM)
}

/// How far a point is from a line, in millimetres.
pub(crate) fn distance(path: &BezPath, point: Point) -> f64 {
    let squared = path
        .segments()
        .map(|segment| segment.nearest(point, 1e-4).distance_sq)
        .fold(f64::INFINITY, f64::min);
    libm::sqrt(squared)
}

/// A point inside a closed path, well away from its line where there is room.
pub(crate) fn interior_point(path: &BezPath) -> Option<Point> {
    let bounds = path.bounding_box();
    // The heights are odd shares so that they do not run along a side or through a corner.
    [0.487, 0.311, 0.733, 0.137, 0.871].into_iter().find_map(|share| {
        let y = bounds.y0 + share * bounds.height();
        let level = kurbo::Line::new((bounds.x0 - 1.0, y), (bounds.x1 + 1.0, y));
        let mut crossings: Vec<f64> = path
            .segments()
            .flat_map(|segment| segment.intersect_line(level))
            .map(|crossing| level.eval(crossing.line_t).x)
            .collect();
        crossings.sort_by(f64::total_cmp);
        crossings
            .windows(2)
            .map(|pair| (pair[1] - pair[0], Point::new(f64::midpoint(pair[0], pair[1]), y)))
            .filter(|(width, middle)| *width > 1e-9 && path.winding(*middle) != 0)
            .max_by(|one, other| one.0.total_cmp(&other.0))
            .map(|(_, middle)| middle)
    })
}
