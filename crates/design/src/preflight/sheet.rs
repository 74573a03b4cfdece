//! Whether there is something to cut, in the sheet, in the machine, of a material that may be cut.

use super::{Circumstances, Finding, FindingKind, Scene};
use crate::document::{Document, Item, Operation, Size};
use crate::outline::outline;
use kurbo::Rect;

/// Shapes may stick out this far, in millimetres: the last digit kept.
const TOLERANCE_MM: f64 = 0.0015;

pub(super) fn page_of(document: &Document) -> Rect {
    Rect::new(
        0.0,
        0.0,
        document.page.width.value(),
        document.page.height.value(),
    )
}

pub(super) fn findings(scene: &Scene, circumstances: Circumstances) -> Vec<Finding> {
    let page = page_of(scene.document);
    let mut findings = Vec::new();
    let shapes = scene.document.shapes();
    let is_cut = |operation| matches!(operation, Operation::Cut(_));
    if !shapes.iter().any(|shape| is_cut(shape.operation)) {
        let is_empty = shapes.is_empty();
        findings.push(scene.finding(FindingKind::NothingToCut { is_empty }, Vec::new(), page));
    }
    if let Some(stock) = circumstances.stock
        && let Some(reason) = &stock.forbidden
    {
        let kind = FindingKind::Forbidden {
            material: stock.name.clone(),
            reason: reason.clone(),
        };
        findings.push(scene.finding(kind, Vec::new(), page));
    }
    if let Some(machine) = circumstances.machine {
        let by = larger_by(scene.document.page, machine.bed);
        if by > TOLERANCE_MM {
            findings.push(scene.finding(FindingKind::LargerThanBed { by }, Vec::new(), page));
        }
    }
    for item in &scene.document.items {
        let Some(bounds) = done_bounds(scene, item) else {
            continue;
        };
        let by = sticks_out(bounds, page);
        if by > TOLERANCE_MM {
            findings.push(scene.finding(FindingKind::Outside { by }, vec![item.id()], bounds));
        }
    }
    findings
}

/// By how much a sheet is larger than a bed, laid either way, in millimetres.
fn larger_by(page: Size, bed: Size) -> f64 {
    let by = |width: f64, height: f64| (page.width.value() - width).max(page.height.value() - height);
    by(bed.width.value(), bed.height.value()).min(by(bed.height.value(), bed.width.value()))
}

/// The box around all of an item that is in the file.
fn done_bounds(scene: &Scene, item: &Item) -> Option<Rect> {
    item.shapes()
        .into_iter()
        .filter(|shape| shape.operation != Operation::Ignore)
        .filter_map(|shape| outline(shape, scene.letters).bounds())
        .reduce(|all, one| all.union(one))
}

/// How far a box sticks out of the sheet on its worst side, in millimetres.
pub(super) fn sticks_out(bounds: Rect, page: Rect) -> f64 {
    [
        page.x0 - bounds.x0,
        page.y0 - bounds.y0,
        bounds.x1 - page.x1,
        bounds.y1 - page.y1,
    ]
    .into_iter()
    .fold(0.0, f64::max)
}
