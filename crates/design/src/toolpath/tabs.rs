//! Bridges: places where a cut is left out, so that a piece stays in its sheet until it is broken out.

use crate::document::Tabs;
use crate::kerf::Kerf;
use kurbo::{BezPath, ParamCurve as _, ParamCurveArclen as _, PathSeg};

/// How exactly places along a curve are found, in millimetres.
const ACCURACY_MM: f64 = 1e-4;

/// Bridges take away at most this share of a line: the rest must be cut.
const MOST_LEFT_OUT: f64 = 0.5;

/// A closed line with bridges evenly spread, the first one half a share from its beginning. The beam eats half its
/// width into each end of a bridge, so a gap is longer than the bridge by the kerf.
pub fn with_bridges(line: &BezPath, tabs: Tabs, kerf: Kerf) -> BezPath {
    let segments: Vec<(PathSeg, f64)> = line
        .segments()
        .map(|segment| (segment, segment.arclen(ACCURACY_MM)))
        .collect();
    let total: f64 = segments.iter().map(|(_, length)| length).sum();
    let share = total / f64::from(tabs.count.max(1));
    let gap = (tabs.width.value().max(0.0) + kerf.mean()).min(share * MOST_LEFT_OUT);
    let mut path = BezPath::new();
    for number in 0..tabs.count {
        let from = (f64::from(number) + 0.5) * share + gap / 2.0;
        add_stretch(&mut path, &segments, from, from + share - gap, total);
    }
    path
}

/// Adds the part of a closed line from one distance along it to another, as a piece of its own.
fn add_stretch(path: &mut BezPath, segments: &[(PathSeg, f64)], from: f64, to: f64, total: f64) {
    let mut is_begun = false;
    // Twice around, since a stretch may pass the beginning of the line.
    for lap in [0.0, total] {
        let mut start = lap;
        for (segment, length) in segments {
            let (first, last) = ((from - start).max(0.0), (to - start).min(*length));
            start += length;
            if last - first <= ACCURACY_MM {
                continue;
            }
            let at = |distance: f64| match distance {
                none if none <= 0.0 => 0.0,
                all if all >= *length => 1.0,
                some => segment.inv_arclen(some, ACCURACY_MM),
            };
            let part = segment.subsegment(at(first)..at(last));
            if !is_begun {
                path.move_to(part.start());
                is_begun = true;
            }
            path.push(part.as_path_el());
        }
    }
}
