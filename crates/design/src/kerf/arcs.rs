//! Curves as lines and arcs, and back: offsets of arcs are arcs, those of cubics are nothing simple.

use cavalier_contours::polyline::{PlineSource as _, PlineSourceMut as _, Polyline};
use kurbo::{BezPath, CubicBez, ParamCurve as _, PathSeg, Point, Vec2};
use std::f64::consts::{FRAC_PI_2, PI};

/// How far arcs may lie from the curve they stand for, in millimetres: twice what coordinates are kept to.
const TOLERANCE_MM: f64 = 0.002;

/// How often a curve is halved at most.
const MOST_HALVINGS: u32 = 12;

/// How near, as a share, a cubic must be to the one that is drawn for an arc, to be taken for that arc.
const SAME_SHARE: f64 = 1e-6;

/// A closed contour as lines and arcs.
pub fn polyline_of(path: &BezPath) -> Polyline {
    let mut polyline = Polyline::new_closed();
    for segment in path.segments() {
        match segment {
            PathSeg::Line(line) => {
                if line.p0 != line.p1 {
                    polyline.add(line.p0.x, line.p0.y, 0.0);
                }
            }
            curve => add_arcs(&mut polyline, curve.to_cubic(), 0),
        }
    }
    // The end of the last piece is the beginning of the first; a line of no length between them would be in the way.
    polyline.remove_repeat_pos(1e-9).unwrap_or(polyline)
}

fn add_arcs(polyline: &mut Polyline, curve: CubicBez, n_halvings: u32) {
    let chord = curve.p3 - curve.p0;
    if curve.p0 == curve.p1 && curve.p2 == curve.p3 {
        if chord != Vec2::ZERO {
            polyline.add(curve.p0.x, curve.p0.y, 0.0);
        }
        return;
    }
    if let Some(sweep) = sweep_of_drawn_arc(&curve) {
        polyline.add(curve.p0.x, curve.p0.y, libm::tan(sweep / 4.0));
        return;
    }
    let (first, joint, second) = biarc(&curve);
    let is_gentle = first.abs() <= FRAC_PI_2 && second.abs() <= FRAC_PI_2;
    if n_halvings >= MOST_HALVINGS || (is_gentle && error(&curve, first, joint, second) <= TOLERANCE_MM) {
        let bulge = |sweep: f64| if is_gentle { libm::tan(sweep / 4.0) } else { 0.0 };
        polyline.add(curve.p0.x, curve.p0.y, bulge(first));
        polyline.add(joint.x, joint.y, bulge(second));
        return;
    }
    let (before, after) = curve.subdivide();
    add_arcs(polyline, before, n_halvings + 1);
    add_arcs(polyline, after, n_halvings + 1);
}

/// The direction a curve leaves in and the one it arrives in; a handle of no length leaves it to the next one.
fn directions(curve: &CubicBez) -> (Vec2, Vec2) {
    let first = |ways: [Vec2; 3]| {
        let way = ways.into_iter().find(|way| way.hypot() > 1e-9);
        way.map_or(Vec2::new(1.0, 0.0), Vec2::normalize)
    };
    (
        first([curve.p1 - curve.p0, curve.p2 - curve.p0, curve.p3 - curve.p0]),
        first([curve.p3 - curve.p2, curve.p3 - curve.p1, curve.p3 - curve.p0]),
    )
}

/// The angle from one direction to another, in radians, counter-clockwise where y goes up.
fn angle(from: Vec2, to: Vec2) -> f64 {
    libm::atan2(from.cross(to), from.dot(to))
}

/// The sweep of the arc that a cubic was drawn for: handles of 4/3 tan(sweep/4) of the radius.
fn sweep_of_drawn_arc(curve: &CubicBez) -> Option<f64> {
    let chord = curve.p3 - curve.p0;
    let (leaves, arrives) = directions(curve);
    let half = angle(leaves, chord);
    let other_half = angle(chord, arrives);
    if (half - other_half).abs() > SAME_SHARE || half.abs() < SAME_SHARE || half.abs() > FRAC_PI_2 {
        return None;
    }
    let radius = chord.hypot() / (2.0 * libm::sin(half.abs()));
    let handle = radius * 4.0 / 3.0 * libm::tan(half.abs() / 2.0);
    let is_it = |drawn: Vec2| (drawn.hypot() - handle).abs() <= SAME_SHARE * radius;
    (is_it(curve.p1 - curve.p0) && is_it(curve.p3 - curve.p2)).then_some(2.0 * half)
}

/// Two arcs that leave and arrive as the curve does and meet in one direction: the sweep of the first, where they meet,
/// the sweep of the second. Both ways to the joint are equally long along the tangents (Bolton 1975).
fn biarc(curve: &CubicBez) -> (f64, Point, f64) {
    let (leaves, arrives) = directions(curve);
    let chord = curve.p3 - curve.p0;
    let along = chord.dot(leaves + arrives);
    let turn = 2.0 * (1.0 - leaves.dot(arrives));
    let reach = if turn > 1e-12 {
        (libm::sqrt((along * along + turn * chord.hypot2()).max(0.0)) - along) / turn
    } else if along.abs() > 1e-12 {
        chord.hypot2() / (2.0 * along)
    } else {
        0.0
    };
    let joint = (curve.p0.to_vec2() + curve.p3.to_vec2() + (leaves - arrives) * reach) / 2.0;
    let joint = joint.to_point();
    (
        2.0 * angle(leaves, joint - curve.p0),
        joint,
        2.0 * angle(curve.p3 - joint, arrives),
    )
}

/// How far the curve lies from its two arcs, in millimetres, looked at in seven places.
fn error(curve: &CubicBez, first: f64, joint: Point, second: f64) -> f64 {
    let arcs = [
        Arc::new(curve.p0, joint, first),
        Arc::new(joint, curve.p3, second),
    ];
    (1..8_u8)
        .map(|eighth| {
            let point = curve.eval(f64::from(eighth) / 8.0);
            arcs.iter()
                .map(|arc| arc.distance(point))
                .fold(f64::INFINITY, f64::min)
        })
        .fold(0.0, f64::max)
}

/// An arc, or a line where it does not turn.
#[derive(Clone, Copy)]
struct Arc {
    start: Point,
    end: Point,
    /// In radians, counter-clockwise where y goes up; 0 for a line.
    sweep: f64,
}

impl Arc {
    const fn new(start: Point, end: Point, sweep: f64) -> Self {
        Self { start, end, sweep }
    }

    /// Its centre and radius; nothing for what is as good as straight.
    fn circle(self) -> Option<(Point, f64)> {
        let chord = self.end - self.start;
        if self.sweep.abs() < 1e-6 || chord.hypot() < 1e-12 {
            return None;
        }
        let half = self.sweep / 2.0;
        let to_centre = Vec2::new(-chord.y, chord.x) / (2.0 * libm::tan(half));
        let centre = self.start.midpoint(self.end) + to_centre;
        Some((centre, chord.hypot() / (2.0 * libm::sin(half.abs()))))
    }

    fn distance(self, point: Point) -> f64 {
        match self.circle() {
            Some((centre, radius)) => ((point - centre).hypot() - radius).abs(),
            None => {
                let chord = self.end - self.start;
                let length = chord.hypot();
                if length < 1e-12 {
                    (point - self.start).hypot()
                } else {
                    (chord.cross(point - self.start) / length).abs()
                }
            }
        }
    }
}

/// Lines and arcs as a closed path; arcs as cubics of at most a quarter of a circle.
pub fn path_of(polyline: &Polyline) -> BezPath {
    let mut path = BezPath::new();
    for (from, to) in polyline.iter_segments() {
        let (start, end) = (Point::new(from.x, from.y), Point::new(to.x, to.y));
        if path.is_empty() {
            path.move_to(start);
        }
        let arc = Arc::new(start, end, 4.0 * libm::atan(from.bulge));
        match arc.circle() {
            None => path.line_to(end),
            Some((centre, _)) => add_cubics(&mut path, arc, centre),
        }
    }
    path.close_path();
    path
}

fn add_cubics(path: &mut BezPath, arc: Arc, centre: Point) {
    // Offset arcs of a quarter may be a rounding wider than a quarter.
    let n_quarters = libm::ceil(arc.sweep.abs() / FRAC_PI_2 - 1e-6).clamp(1.0, 4.0);
    let sweep = arc.sweep / n_quarters;
    let handle = 4.0 / 3.0 * libm::tan(sweep / 4.0);
    let quarter_turn = |vector: Vec2| Vec2::new(-vector.y, vector.x);
    let mut spoke = arc.start - centre;
    let (sine, cosine) = (libm::sin(sweep), libm::cos(sweep));
    let mut n_left = n_quarters;
    while n_left > 0.5 {
        let turned = spoke * cosine + quarter_turn(spoke) * sine;
        n_left -= 1.0;
        let end = if n_left > 0.5 { centre + turned } else { arc.end };
        path.curve_to(
            centre + spoke + quarter_turn(spoke) * handle,
            centre + turned - quarter_turn(turned) * handle,
            end,
        );
        spoke = turned;
    }
    debug_assert!(
        arc.sweep.abs() <= 2.0 * PI + 1e-6,
        "an arc goes round once at most"
    );
}
