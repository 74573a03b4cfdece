//! Contours as straight lines, for what is measured between them.

use kurbo::{BezPath, Line, ParamCurve as _, PathEl, Rect, Shape as _};

/// How exactly curves are followed, in millimetres.
const FLATTENING_MM: f64 = 0.01;

/// A contour as straight lines.
pub(super) struct Flat {
    /// None of them of no length.
    pub lines: Vec<Line>,
    /// The box around them.
    pub bounds: Rect,
    /// How long they are together, in millimetres.
    pub length: f64,
    /// Whether the contour is closed.
    pub is_closed: bool,
    /// The same lines as a path.
    pub path: BezPath,
}

impl Flat {
    pub fn of(path: &BezPath) -> Self {
        let mut flat = BezPath::new();
        kurbo::flatten(path, FLATTENING_MM, |element: PathEl| flat.push(element));
        let lines: Vec<Line> = flat
            .segments()
            .map(|segment| Line::new(segment.start(), segment.end()))
            .filter(|line| (line.p1 - line.p0).hypot() > 1e-9)
            .collect();
        Self {
            length: lines.iter().map(|line| (line.p1 - line.p0).hypot()).sum(),
            bounds: flat.bounding_box(),
            is_closed: matches!(path.elements().last(), Some(PathEl::ClosePath)),
            path: flat,
            lines,
        }
    }
}

/// The box around a line, grown on every side.
pub(super) fn around(line: &Line, by: f64) -> Rect {
    Rect::from_points(line.p0, line.p1).inset(by)
}

/// Stretches of a line, from 0 at its beginning to 1 at its end, without what is in two of them twice.
#[derive(Default)]
pub(super) struct Stretches(Vec<(f64, f64)>);

impl Stretches {
    pub fn add(&mut self, from: f64, to: f64) {
        let (from, to) = (from.max(0.0), to.min(1.0));
        if to > from {
            self.0.push((from, to));
        }
    }

    /// In order, apart from each other.
    pub fn joined(mut self) -> Vec<(f64, f64)> {
        self.0.sort_by(|one, other| one.0.total_cmp(&other.0));
        let mut joined: Vec<(f64, f64)> = Vec::new();
        for (from, to) in self.0 {
            match joined.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                _ => joined.push((from, to)),
            }
        }
        joined
    }
}
