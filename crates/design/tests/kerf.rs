//! The lines the beam follows: their areas and sizes are known from geometry, not from the offset itself.

#![allow(clippy::unwrap_used, reason = "a test")]

use design::document::{Form, Operation, Point, Shape, ShapeId, Side, Size};
use design::kerf::{Kerf, WiderThanThePart, beam_line};
use design::length::{Degrees, Mm};
use design::letters::Letters;
use design::nesting::CutSide;
use design::outline::{Contour, outline};
use design::toolpath::toolpaths;
use kurbo::{BezPath, Shape as _};
use proptest::prelude::*;
use std::f64::consts::PI;

fn shape(form: Form, turned: f64) -> Shape {
    Shape {
        id: ShapeId(0),
        form,
        at: Point {
            x: Mm::new(37.5),
            y: Mm::new(21.25),
        },
        turned: Degrees::new(turned),
        is_mirrored: false,
        operation: Operation::Cut(Side::ByDepth),
        tabs: None,
    }
}

fn size(width: f64, height: f64) -> Size {
    Size {
        width: Mm::new(width),
        height: Mm::new(height),
    }
}

fn contour(form: Form, turned: f64) -> Contour {
    outline(&shape(form, turned), &Letters::default())
        .contours
        .remove(0)
}

fn rectangle(width: f64, height: f64, corners: f64) -> Form {
    Form::Rectangle {
        size: size(width, height),
        corners: Mm::new(corners),
    }
}

/// The area of the only line, in square millimetres.
fn area(lines: &[BezPath]) -> f64 {
    assert_eq!(lines.len(), 1, "{lines:?}");
    lines[0].area().abs()
}

fn near(found: f64, expected: f64, share: f64) {
    assert!(
        (found - expected).abs() <= share * expected.abs().max(1.0),
        "found {found}, expected {expected}"
    );
}

/// Cubics lie up to 0.027 % of the radius outside their circle, so areas of arcs are that little too large.
const ARC_SHARE: f64 = 3e-4;

proptest! {
    /// Steiner: what is grown by r gets perimeter × r + π r² larger.
    #[test]
    fn a_grown_rectangle_has_the_area_of_steiner(
        width in 1.0..300.0_f64, height in 1.0..300.0_f64, kerf in 0.01..0.9_f64, turned in 0.0..360.0_f64,
    ) {
        let (width, height, kerf) = (Mm::new(width), Mm::new(height), Mm::new(kerf));
        let form = Form::Rectangle { size: Size { width, height }, corners: Mm::ZERO };
        let (w, h, r) = (width.value(), height.value(), kerf.value() / 2.0);
        let lines = |side| beam_line(&contour(form.clone(), turned), side, Kerf::round(kerf)).unwrap();
        let corners = PI * r * r;
        let grown = area(&lines(CutSide::Outside));
        let expected = w * h + 2.0 * (w + h) * r + corners;
        prop_assert!((grown - expected).abs() <= 1e-6 * expected + ARC_SHARE * corners, "{grown} {expected}");
        near(area(&lines(CutSide::Inside)), (w - 2.0 * r) * (h - 2.0 * r), 1e-6);
    }

    #[test]
    fn a_circle_stays_a_circle(diameter in 1.0..300.0_f64, kerf in 0.01..0.9_f64, turned in 0.0..360.0_f64) {
        let (diameter, kerf) = (Mm::new(diameter), Mm::new(kerf));
        let form = Form::Ellipse { size: Size { width: diameter, height: diameter } };
        for (side, sign) in [(CutSide::Outside, 1.0), (CutSide::Inside, -1.0)] {
            let lines = beam_line(&contour(form.clone(), turned), side, Kerf::round(kerf)).unwrap();
            let expected = diameter.value() + sign * kerf.value();
            near(area(&lines), PI * expected * expected / 4.0, ARC_SHARE);
            let bounds = lines[0].bounding_box();
            near(bounds.width(), expected, ARC_SHARE);
            if turned == 0.0 {
                prop_assert!((bounds.width() - expected).abs() < 1e-6);
            }
        }
    }

    /// The Minkowski sum of a box and an ellipse: each side by its own half kerf, corners a quarter of the ellipse.
    #[test]
    fn kerfs_along_x_and_y_are_kept_apart(
        width in 2.0..300.0_f64, height in 2.0..300.0_f64, x in 0.01..0.9_f64, y in 0.01..0.9_f64,
    ) {
        let kerf = Kerf { x: Mm::new(x), y: Mm::new(y) };
        let (width, height) = (Mm::new(width), Mm::new(height));
        let form = Form::Rectangle { size: Size { width, height }, corners: Mm::ZERO };
        let (w, h, rx, ry) = (width.value(), height.value(), kerf.x.value() / 2.0, kerf.y.value() / 2.0);
        let lines = beam_line(&contour(form.clone(), 0.0), CutSide::Outside, kerf).unwrap();
        let corners = PI * rx * ry;
        let (grown, expected) = (area(&lines), w * h + 2.0 * w * ry + 2.0 * h * rx + corners);
        // Corners that are no circles are drawn to 0.002 mm.
        let tolerance = 1e-6 * expected + ARC_SHARE * corners + 0.002 * PI * (rx + ry);
        prop_assert!((grown - expected).abs() <= tolerance, "{grown} {expected}");
        let bounds = lines[0].bounding_box();
        prop_assert!((bounds.width() - w - 2.0 * rx).abs() < 1e-6, "{bounds:?}");
        prop_assert!((bounds.height() - h - 2.0 * ry).abs() < 1e-6, "{bounds:?}");
        let lines = beam_line(&contour(form, 0.0), CutSide::Inside, kerf).unwrap();
        near(area(&lines), (w - 2.0 * rx) * (h - 2.0 * ry), 1e-5);
    }

    /// Convex contours that are grown and then shrunk by the same kerf come back.
    #[test]
    fn what_is_grown_and_shrunk_comes_back(
        sides in 3_u16..40, diameter in 5.0..200.0_f64, kerf in 0.01..0.9_f64, turned in 0.0..360.0_f64,
    ) {
        let drawn = contour(Form::Polygon { sides, diameter: Mm::new(diameter) }, turned);
        let kerf = Kerf::round(Mm::new(kerf));
        let grown = beam_line(&drawn, CutSide::Outside, kerf).unwrap();
        let back = beam_line(&Contour::new(grown[0].clone()), CutSide::Inside, kerf).unwrap();
        near(area(&back), drawn.area(), 1e-5);
    }
}

#[test]
fn an_ellipse_grows_as_its_own_outline_says() {
    // Steiner again: perimeter of a 40 × 20 ellipse is 96.884 482 2 (series of Ramanujan, good to 1e-7 here).
    let lines = beam_line(
        &contour(
            Form::Ellipse {
                size: size(40.0, 20.0),
            },
            0.0,
        ),
        CutSide::Outside,
        Kerf::round(Mm::new(0.2)),
    )
    .unwrap();
    near(
        area(&lines),
        PI * 20.0 * 10.0 + 96.884_48 * 0.1 + PI * 0.01,
        ARC_SHARE,
    );
    let bounds = lines[0].bounding_box();
    near(bounds.width(), 40.2, 1e-6);
    near(bounds.height(), 20.2, 1e-6);
}

#[test]
fn round_corners_keep_their_arcs() {
    let lines = beam_line(
        &contour(rectangle(60.0, 25.0, 5.0), 0.0),
        CutSide::Outside,
        Kerf::round(Mm::new(0.2)),
    )
    .unwrap();
    // Four sides and four quarters of a circle, as it was drawn.
    assert_eq!(lines[0].segments().count(), 8);
    near(lines[0].bounding_box().width(), 60.2, 1e-9);
}

#[test]
fn a_hole_narrower_than_the_kerf_is_told() {
    let hole = contour(rectangle(0.15, 20.0, 0.0), 0.0);
    let kerf = Kerf::round(Mm::new(0.2));
    assert_eq!(beam_line(&hole, CutSide::Inside, kerf), Err(WiderThanThePart));
    assert_eq!(beam_line(&hole, CutSide::Outside, kerf).unwrap().len(), 1);
}

#[test]
fn lines_that_are_open_or_have_no_kerf_stay() {
    let to = Point {
        x: Mm::new(30.0),
        y: Mm::new(4.0),
    };
    let line = contour(Form::Line { to }, 0.0);
    assert_eq!(
        beam_line(&line, CutSide::OnTheLine, Kerf::round(Mm::new(0.2))).unwrap(),
        [line.path]
    );
    let square = contour(rectangle(10.0, 10.0, 0.0), 0.0);
    assert_eq!(
        beam_line(&square, CutSide::Outside, Kerf::NONE).unwrap(),
        std::slice::from_ref(&square.path)
    );
    let negative = Kerf::round(Mm::new(-0.2));
    assert_eq!(
        beam_line(&square, CutSide::Inside, negative).unwrap(),
        [square.path]
    );
}

/// The numbers of mulberry32, from 0 to 1.
fn random(mut state: u32) -> impl FnMut() -> f64 {
    move || {
        state = state.wrapping_add(0x6d2b_79f5);
        let mut mixed = (state ^ (state >> 15)).wrapping_mul(state | 1);
        mixed ^= mixed.wrapping_add((mixed ^ (mixed >> 7)).wrapping_mul(mixed | 61));
        f64::from(mixed ^ (mixed >> 14)) / 4_294_967_296.0
    }
}

/// Areas on which Clipper2, i_overlay and cavalier_contours agree, of an outline with 40 noisy lobes.
#[test]
fn thousands_of_corners_grow_to_the_area_that_others_find() {
    for (corners, side, area) in [
        (1_000, CutSide::Outside, 31_666.306),
        (10_000, CutSide::Outside, 31_669.754),
        (10_000, CutSide::Inside, 31_375.633),
    ] {
        let mut next = random(7);
        let mut path = BezPath::new();
        for corner in 0..corners {
            let angle = f64::from(corner) / f64::from(corners) * 2.0 * PI;
            let radius = 100.0 + 8.0 * libm::sin(40.0 * angle) + 0.02 * next();
            let point = (radius * libm::cos(angle), radius * libm::sin(angle));
            if corner == 0 {
                path.move_to(point);
            } else {
                path.line_to(point);
            }
        }
        path.close_path();
        let lines = beam_line(&Contour::new(path), side, Kerf::round(Mm::new(0.2))).unwrap();
        let found: f64 = lines.iter().map(|line| line.area()).sum::<f64>().abs();
        near(found, area, 2e-6);
    }
}

/// Parts as small as the kerf, where hardly anything is left: what is left lies in the part.
#[test]
fn next_to_nothing_is_left_without_a_stop() {
    for sides in 3..40 {
        for hundredths in 80..130 {
            let diameter = Mm::new(f64::from(hundredths) / 100.0);
            let part = contour(Form::Polygon { sides, diameter }, 0.0);
            let Ok(lines) = beam_line(&part, CutSide::Inside, Kerf::round(Mm::new(1.0))) else {
                continue;
            };
            let around = part.bounds();
            for line in lines {
                assert!(line.is_finite());
                let bounds = line.bounding_box();
                assert!(
                    bounds.union(around) == around,
                    "{sides} {diameter:?}: {bounds:?} in {around:?}"
                );
            }
        }
    }
}

/// What strips of the test piece measure after a cut of a kerf gives that kerf back.
#[test]
fn a_kerf_is_measured_with_strips() {
    use design::kerf::coupon::{KerfProblem, coupon, kerf_of};
    use words::Language;
    assert_eq!(kerf_of(97.9), Ok(Mm::new(0.21)));
    assert_eq!(kerf_of(90.0), Ok(Mm::new(1.0)));
    assert_eq!(kerf_of(100.0), Err(KerfProblem::TooLong(100.0)));
    let told = kerf_of(89.9).unwrap_err().sentence(Language::French);
    assert_eq!(told, "Je vois 89,9\u{a0}mm, il faut 90\u{a0}mm ou plus.");
    // Nine cuts in each of two rows of ten strips of 10 mm, then around both.
    let paths = toolpaths(&coupon(), &Letters::default(), Kerf::NONE).paths;
    assert_eq!(paths.len(), 20);
    let length: f64 = paths.iter().map(|path| path.path.perimeter(1e-6)).sum();
    assert!((length - 2.0 * (9.0 * 20.0 + 240.0)).abs() < 1e-6, "{length}");
}
