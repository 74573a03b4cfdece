//! Shapes and letters that are too small, and characters without a drawing.

use super::{Finding, FindingKind, LEAST_CAPITAL_MM, Scene};
use crate::document::{Form, Operation, Shape};
use crate::kerf::{Kerf, beam_line};
use crate::letters::Missing;
use crate::outline::{Contour, outline};
use kurbo::Rect;

/// Nothing is left of what is smaller than this in both directions, in millimetres: it is the width of a beam.
const LEAST_SIDE_MM: f64 = 0.2;

pub(super) fn findings(scene: &Scene, kerf: Kerf) -> Vec<Finding> {
    let shapes = scene.document.shapes();
    let done = shapes
        .into_iter()
        .filter(|shape| shape.operation != Operation::Ignore);
    let mut findings: Vec<Finding> = done.flat_map(|shape| of_shape(scene, shape)).collect();
    for cut in scene.contours {
        let is_told = findings.iter().any(|finding| finding.shapes.contains(&cut.shape));
        if !is_told && beam_line(&cut.contour, cut.side, kerf).is_err() {
            let kerf = kerf.x.value().max(kerf.y.value());
            findings.push(scene.finding(
                FindingKind::WiderKerf { kerf },
                vec![cut.shape],
                cut.contour.bounds(),
            ));
        }
    }
    findings
}

fn of_shape(scene: &Scene, shape: &Shape) -> Vec<Finding> {
    let outline = outline(shape, scene.letters);
    let at = kurbo::Point::new(shape.at.x.value(), shape.at.y.value());
    let bounds = outline.bounds().unwrap_or(Rect::from_points(at, at));
    let finding = |kind| scene.finding(kind, vec![shape.id], bounds);
    let mut findings = Vec::new();
    let mut characters = Vec::new();
    for missing in &outline.missing {
        match *missing {
            Missing::Font(font) => findings.push(finding(FindingKind::MissingFont { font })),
            Missing::Glyph(character) if !characters.contains(&character) => {
                characters.push(character);
                findings.push(finding(FindingKind::MissingGlyph { character }));
            }
            Missing::Glyph(_) => {}
        }
    }
    if let Form::Text { capital_height, .. } = shape.form {
        let height = capital_height.value();
        if height < LEAST_CAPITAL_MM {
            findings.push(finding(FindingKind::SmallText { height }));
        }
        return findings;
    }
    let is_nothing = match shape.operation {
        Operation::Engrave => outline.area() < LEAST_SIDE_MM * LEAST_SIDE_MM,
        Operation::Cut(_) | Operation::Score | Operation::Ignore => {
            bounds.width().max(bounds.height()) < LEAST_SIDE_MM || outline.contours.iter().any(is_flat)
        }
    };
    let has_no_area = outline.contours.iter().all(|contour| !contour.is_closed);
    if shape.operation == Operation::Engrave && has_no_area && !outline.contours.is_empty() {
        findings.push(finding(FindingKind::EngravedLine));
    } else if is_nothing {
        let size = (bounds.width(), bounds.height());
        findings.push(finding(FindingKind::TooSmall { size }));
    }
    findings
}

/// A closed contour that encloses nothing.
fn is_flat(contour: &Contour) -> bool {
    contour.is_closed && contour.area() < 1e-6
}
