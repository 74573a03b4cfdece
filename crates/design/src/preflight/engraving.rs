//! Cut lines that run through what is engraved: the engraving is cut in two, or burnt over the edge of the part.

use super::flat::{Flat, around};
use super::{Finding, FindingKind, Scene};
use crate::document::Operation;
use crate::outline::outline;
use kurbo::{Line, ParamCurve as _, ParamCurveNearest as _, PathSeg, Point, Rect, Shape as _};

/// Less than this much of a cut in an engraving, in millimetres, is not told: the two may touch.
const LEAST_MM: f64 = 0.5;

/// A stretch of a cut must lie this deep in the engraving, in millimetres: edges may touch.
const DEEP_MM: f64 = 0.05;

pub(super) fn findings(scene: &Scene) -> Vec<Finding> {
    let engraved = |shape: &&&crate::document::Shape| shape.operation == Operation::Engrave;
    let cuts: Vec<Flat> = scene
        .contours
        .iter()
        .map(|cut| Flat::of(&cut.contour.path))
        .collect();
    let mut findings = Vec::new();
    for shape in scene.document.shapes().iter().filter(engraved) {
        let edges: Vec<Flat> = outline(shape, scene.letters)
            .contours
            .iter()
            .filter(|contour| contour.is_closed)
            .map(|contour| Flat::of(&contour.path))
            .collect();
        let Some(bounds) = edges
            .iter()
            .map(|edge| edge.bounds)
            .reduce(|all, one| all.union(one))
        else {
            continue;
        };
        for (cut, flat) in scene.contours.iter().zip(&cuts) {
            if !flat.bounds.overlaps(bounds) {
                continue;
            }
            if let Some((length, place)) = length_inside(flat, &edges, bounds) {
                let kind = FindingKind::EngravedCut { length };
                findings.push(scene.finding(kind, vec![shape.id, cut.shape], place));
            }
        }
    }
    findings
}

/// How much of a cut runs through an area, and where.
fn length_inside(cut: &Flat, edges: &[Flat], bounds: Rect) -> Option<(f64, Rect)> {
    let mut length = 0.0;
    let mut place: Option<Rect> = None;
    for line in cut.lines.iter().filter(|line| around(line, 0.0).overlaps(bounds)) {
        let mut shares = crossings(line, edges);
        shares.extend([0.0, 1.0]);
        shares.sort_by(f64::total_cmp);
        for pair in shares.windows(2) {
            if is_deep_in(edges, line.eval(f64::midpoint(pair[0], pair[1]))) {
                length += (pair[1] - pair[0]) * (line.p1 - line.p0).hypot();
                let here = Rect::from_points(line.eval(pair[0]), line.eval(pair[1]));
                place = Some(place.map_or(here, |place| place.union(here)));
            }
        }
    }
    place.filter(|_| length >= LEAST_MM).map(|place| (length, place))
}

/// Where a line meets the edges of an area, as shares of its length.
fn crossings(line: &Line, edges: &[Flat]) -> Vec<f64> {
    let near = around(line, 0.0);
    edges
        .iter()
        .flat_map(|edge| &edge.lines)
        .filter(|edge| near.overlaps(around(edge, 0.0)))
        .flat_map(|edge| PathSeg::Line(*edge).intersect_line(*line))
        .map(|crossing| crossing.line_t)
        .collect()
}

fn is_deep_in(edges: &[Flat], point: Point) -> bool {
    let is_in = |edge: &&Flat| edge.bounds.contains(point) && edge.path.winding(point) != 0;
    let is_far = |line: &Line| {
        !around(line, DEEP_MM).contains(point) || line.nearest(point, 1e-6).distance_sq > DEEP_MM * DEEP_MM
    };
    edges.iter().filter(is_in).count() % 2 == 1 && edges.iter().flat_map(|edge| &edge.lines).all(is_far)
}
