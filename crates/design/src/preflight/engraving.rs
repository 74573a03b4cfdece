//! Cut lines that run through what is engraved: the engraving is cut in two, or burnt over the edge of the part.

use super::{Finding, FindingKind, Scene};
use crate::document::Operation;
use crate::outline::{Outline, outline};
use kurbo::{BezPath, ParamCurve as _, ParamCurveArclen as _, Point, Rect, Shape as _};

/// Less than this much of a cut in an engraving, in millimetres, is not told: the two may touch.
const LEAST_MM: f64 = 0.5;

/// How far apart places along a cut are looked at, in millimetres.
const STEP_MM: f64 = 0.1;

/// A place must lie this deep in the engraving, in millimetres: edges may touch.
const DEEP_MM: f64 = 0.05;

pub(super) fn findings(scene: &Scene) -> Vec<Finding> {
    let mut findings = Vec::new();
    for shape in scene.document.shapes() {
        if shape.operation != Operation::Engrave {
            continue;
        }
        let engraved = outline(shape, scene.letters);
        let Some(bounds) = engraved.bounds() else {
            continue;
        };
        for cut in scene.contours {
            if !cut.contour.bounds().overlaps(bounds) {
                continue;
            }
            if let Some((length, place)) = length_inside(&cut.contour.path, &engraved, bounds) {
                let kind = FindingKind::EngravedCut { length };
                findings.push(scene.finding(kind, vec![shape.id, cut.shape], place));
            }
        }
    }
    findings
}

fn length_inside(cut: &BezPath, engraved: &Outline, bounds: Rect) -> Option<(f64, Rect)> {
    let mut length = 0.0;
    let mut place: Option<Rect> = None;
    for segment in cut.segments() {
        let whole = segment.arclen(1e-3);
        let n_steps = libm::ceil(whole / STEP_MM).max(1.0);
        let mut step = 0.5;
        while step < n_steps {
            let point = segment.eval(step / n_steps);
            step += 1.0;
            if bounds.contains(point) && is_deep_in(engraved, point) {
                length += whole / n_steps;
                let here = Rect::from_points(point, point);
                place = Some(place.map_or(here, |place| place.union(here)));
            }
        }
    }
    place.filter(|_| length >= LEAST_MM).map(|place| (length, place))
}

fn is_deep_in(engraved: &Outline, point: Point) -> bool {
    let n_around = engraved
        .contours
        .iter()
        .filter(|contour| contour.is_closed && contour.path.winding(point) != 0)
        .count();
    n_around % 2 == 1
        && engraved
            .contours
            .iter()
            .all(|contour| crate::nesting::distance(&contour.path, point) > DEEP_MM)
}
