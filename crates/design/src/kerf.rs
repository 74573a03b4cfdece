//! The width that the beam takes away, and the lines moved by half of it so that pieces have the size drawn.
//!
//! A beam of kerf `x` × `y` eats half an ellipse of these diameters to either side of its line. So the line of a part
//! is the part grown by that half ellipse, and the line of a hole is the hole shrunk by it. Curves are offset as arcs,
//! with [`cavalier_contours`]; a kerf that differs along x and y is made round by scaling, and scaled back.

pub(crate) mod arcs;
pub mod coupon;

use crate::length::Mm;
use crate::nesting::CutSide;
use crate::outline::Contour;
use arcs::{path_of, polyline_of};
use cavalier_contours::polyline::{PlineOffsetOptions, PlineSource as _};
use kurbo::{Affine, BezPath};

/// A kerf along one axis is taken as at least this, in millimetres, where the other axis has one: a beam has a width.
const LEAST_MM: f64 = 0.001;

/// The full width that a cut takes away, from left to right and from top to bottom: they differ on some lasers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Kerf {
    /// Of a cut that runs up or down: taken away along x. Below 0 is 0.
    pub x: Mm,
    /// Of a cut that runs from left to right: taken away along y. Below 0 is 0.
    pub y: Mm,
}

/// A kerf that cannot be made up for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WiderThanThePart;

impl Kerf {
    /// No width: lines are cut where they are drawn.
    pub const NONE: Self = Self {
        x: Mm::ZERO,
        y: Mm::ZERO,
    };

    /// The same in both directions.
    #[must_use]
    pub const fn round(width: Mm) -> Self {
        Self { x: width, y: width }
    }

    /// Whether lines are cut where they are drawn.
    #[must_use]
    pub fn is_none(self) -> bool {
        self.x <= Mm::ZERO && self.y <= Mm::ZERO
    }

    /// The width taken away on the average of both directions, in millimetres.
    #[must_use]
    pub fn mean(self) -> f64 {
        f64::midpoint(self.x.value().max(0.0), self.y.value().max(0.0))
    }
}

/// The line the beam follows so that the contour has the size drawn. One contour may become several where a neck
/// closes. Open contours, and all with no kerf, stay as they are.
///
/// # Errors
///
/// Nothing is left of the contour: it is narrower than the kerf.
pub fn beam_line(contour: &Contour, side: CutSide, kerf: Kerf) -> Result<Vec<BezPath>, WiderThanThePart> {
    let outwards = match side {
        CutSide::Outside => 1.0,
        CutSide::Inside => -1.0,
        CutSide::OnTheLine => 0.0,
    };
    if !contour.is_closed || outwards == 0.0 || kerf.is_none() {
        return Ok(vec![contour.path.clone()]);
    }
    let (x, y) = (kerf.x.value().max(LEAST_MM), kerf.y.value().max(LEAST_MM));
    let to_round = Affine::scale_non_uniform(1.0, x / y);
    let polyline = polyline_of(&(to_round * &contour.path));
    // The offset is to the left of the line: into the area where the line goes round it counter-clockwise.
    let to_the_left = if polyline.area() > 0.0 { -1.0 } else { 1.0 };
    let options = PlineOffsetOptions {
        handle_self_intersects: true,
        ..PlineOffsetOptions::default()
    };
    let offset = polyline.parallel_offset_opt(outwards * to_the_left * x / 2.0, &options);
    let back = to_round.inverse();
    let lines: Vec<BezPath> = offset.iter().map(|line| back * path_of(line)).collect();
    if lines.is_empty() {
        Err(WiderThanThePart)
    } else {
        Ok(lines)
    }
}
