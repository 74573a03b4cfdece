//! The kerf by itself, for Node: `run.mjs` times it beside its peers.

use design::kerf::{Kerf, beam_line};
use design::length::Mm;
use design::nesting::CutSide;
use design::outline::Contour;
use kurbo::{BezPath, Point, Shape as _};
use wasm_bindgen::prelude::wasm_bindgen;

/// The area, in square millimetres, inside the line that the beam follows around a part: its corners as x, y, x, y … in
/// millimetres, the width of the beam in millimetres.
#[wasm_bindgen]
#[must_use]
pub fn area_with_kerf(corners: &[f64], kerf: f64) -> f64 {
    let mut path = BezPath::new();
    for corner in corners.chunks_exact(2) {
        let corner = Point::new(corner[0], corner[1]);
        if path.elements().is_empty() {
            path.move_to(corner);
        } else {
            path.line_to(corner);
        }
    }
    path.close_path();
    let lines = beam_line(&Contour::new(path), CutSide::Outside, Kerf::round(Mm::new(kerf)));
    lines
        .unwrap_or_default()
        .iter()
        .map(BezPath::area)
        .sum::<f64>()
        .abs()
}
