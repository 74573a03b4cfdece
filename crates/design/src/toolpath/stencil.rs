//! Bridges of a stencil: strips of the sheet that cross a hole and hold the middle of a letter.

use crate::document::Tabs;
use crate::kerf::Kerf;
use crate::kerf::arcs::{path_of, polyline_of};
use cavalier_contours::polyline::{BooleanOp, PlineSource as _, PlineSourceMut as _, Polyline};
use kurbo::{BezPath, Point, Rect, Shape as _, Vec2};
use std::f64::consts::{FRAC_PI_2, TAU};

/// The lines around what falls out of a hole with islands: the hole, less its islands, less the bridges that go from
/// the middle of each island straight outwards, the first one upwards, evenly spread. The beam eats half its width into
/// each side of a bridge, so the strips are wider than the bridges by the kerf.
pub fn around_islands(hole: &BezPath, islands: &[BezPath], tabs: Tabs, kerf: Kerf) -> Vec<BezPath> {
    let reach = hole.bounding_box();
    let width = tabs.width.value().max(0.0) + kerf.mean();
    let mut falling = vec![polyline_of(hole)];
    for island in islands {
        let middle = island.bounding_box().center();
        for number in 0..tabs.count {
            let angle = TAU * f64::from(number) / f64::from(tabs.count) - FRAC_PI_2;
            falling = without(&falling, &strip(middle, angle, width, reach));
        }
        // Bridges lead into the island, so what is left around it has no hole.
        falling = without(&falling, &polyline_of(island));
    }
    falling.iter().map(path_of).collect()
}

fn without(areas: &[Polyline], taken: &Polyline) -> Vec<Polyline> {
    areas
        .iter()
        .flat_map(|area| {
            let left = area.boolean(taken, BooleanOp::Not);
            left.pos_plines.into_iter().chain(left.neg_plines)
        })
        .map(|piece| piece.pline)
        .collect()
}

/// A strip from a point in a direction to beyond a box.
fn strip(from: Point, angle: f64, width: f64, reach: Rect) -> Polyline {
    let way = Vec2::new(libm::cos(angle), libm::sin(angle));
    let far = from + way * (reach.width() + reach.height());
    let side = Vec2::new(-way.y, way.x) * (width / 2.0);
    let mut strip = Polyline::new_closed();
    // Strips overlap in the middle, so that none ends just where another begins.
    let from = from - way * (width / 4.0);
    for corner in [from - side, far - side, far + side, from + side] {
        strip.add(corner.x, corner.y, 0.0);
    }
    strip
}
