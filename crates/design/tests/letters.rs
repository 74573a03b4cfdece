//! Letters as lines: their height, their kerning, what is missing, and the bridges that hold their middles.

#![allow(clippy::unwrap_used, reason = "a test")]

#[path = "drawings/npm_letters.rs"]
mod npm_letters;

use design::document::{Document, Font, Form, Item, Operation, Point, Shape, ShapeId, Side, Size, Tabs};
use design::kerf::Kerf;
use design::length::{Degrees, Mm};
use design::letters::{FontProblem, Letters, Missing};
use design::nesting::{PieceKind, cut_contours, pieces};
use design::outline::outline;
use design::toolpath::toolpaths;
use npm_letters::letters;

fn text(text: &str, tabs: Option<Tabs>) -> Shape {
    Shape {
        id: ShapeId(1),
        form: Form::Text {
            text: text.to_owned(),
            capital_height: Mm::new(20.0),
            font: Font::Plain,
        },
        at: Point {
            x: Mm::new(10.0),
            y: Mm::new(40.0),
        },
        turned: Degrees::ZERO,
        is_mirrored: false,
        operation: Operation::Cut(Side::ByDepth),
        tabs,
    }
}

/// A stencil: the text as holes in a plate.
fn stencil(words: &str, tabs: Option<Tabs>) -> Document {
    let plate = Shape {
        id: ShapeId(0),
        form: Form::Rectangle {
            size: Size {
                width: Mm::new(200.0),
                height: Mm::new(60.0),
            },
            corners: Mm::ZERO,
        },
        at: Point::default(),
        tabs: None,
        ..text("", None)
    };
    Document {
        page: Size {
            width: Mm::new(210.0),
            height: Mm::new(70.0),
        },
        items: vec![Item::Shape(plate), Item::Shape(text(words, tabs))],
        ..Document::default()
    }
}

#[test]
fn a_capital_is_as_high_as_asked() {
    let letters = letters();
    for font in Font::ALL {
        for height in [2.5, 9.0, 32.0] {
            let lettering = letters.lettering("H", font, Mm::new(height));
            let top = lettering
                .contours
                .iter()
                .map(kurbo::Shape::bounding_box)
                .map(|bounds| bounds.y0);
            let top = top.fold(0.0, f64::min);
            assert!((top + height).abs() < 1e-9, "{font:?} {height} {top}");
        }
    }
}

#[test]
fn pairs_of_letters_are_kerned() {
    let letters = letters();
    let advance = |text: &str| letters.lettering(text, Font::Plain, Mm::new(10.0)).advance;
    for pair in ["AV", "To", "LT", "Wa"] {
        let apart: f64 = pair.chars().map(|letter| advance(&letter.to_string())).sum();
        assert!(advance(pair) < apart - 0.05, "{pair}: {} {apart}", advance(pair));
    }
    let apart = advance("H") + advance("I");
    assert!((advance("HI") - apart).abs() < 1e-9);
}

#[test]
fn what_cannot_be_drawn_is_told() {
    let letters = letters();
    let missing = |text: &str| letters.lettering(text, Font::Plain, Mm::new(10.0)).missing;
    assert_eq!(missing("Été, œuf, Ça : « l’été » ? 100 % !"), []);
    assert_eq!(missing("a☃b"), [Missing::Glyph('☃')]);
    let none = Letters::default().lettering("abc", Font::Handwritten, Mm::new(10.0));
    assert_eq!(none.missing, [Missing::Font(Font::Handwritten)]);
    assert!(none.contours.is_empty());
    assert_eq!(
        Letters::default().read(Font::Plain, b"not a font"),
        Err(FontProblem::NotAFont)
    );
}

#[test]
fn the_middle_of_letters_falls_unless_bridges_hold_it() {
    let letters = letters();
    let kinds = |words, tabs| -> Vec<PieceKind> {
        let contours = cut_contours(&stencil(words, tabs), &letters);
        pieces(&contours).iter().map(|piece| piece.kind).collect()
    };
    assert_eq!(
        kinds("OI", None),
        [
            PieceKind::Part,
            PieceKind::Waste,
            PieceKind::Island,
            PieceKind::Waste
        ]
    );
    let tabs = Some(Tabs {
        count: 2,
        width: Mm::new(2.0),
    });
    assert_eq!(
        kinds("OI", tabs),
        [
            PieceKind::Part,
            PieceKind::Waste,
            PieceKind::Held,
            PieceKind::Waste
        ]
    );
}

#[test]
fn bridges_cut_a_ring_in_two() {
    let letters = letters();
    let tabs = Tabs {
        count: 2,
        width: Mm::new(2.0),
    };
    for kerf in [0.0, 0.2] {
        let kerf = Kerf::round(Mm::new(kerf));
        let whole = toolpaths(&stencil("O", None), &letters, kerf);
        assert_eq!(whole.paths.len(), 3);
        let held = toolpaths(&stencil("O", Some(tabs)), &letters, kerf);
        // Two halves of the ring, and the plate.
        assert_eq!(held.paths.len(), 3, "{held:?}");
        assert!(held.paths.iter().all(|path| path.is_closed));
        let area = |paths: &design::toolpath::Toolpaths, place: usize| {
            kurbo::Shape::area(&paths.paths[place].path).abs()
        };
        let ring = (area(&whole, 0) - area(&whole, 1)).abs();
        let halves = area(&held, 0) + area(&held, 1);
        // The bridges are straight strips through a wall that is almost level there.
        let ring_box = kurbo::Shape::bounding_box(&whole.paths[1].path);
        let middle_box = kurbo::Shape::bounding_box(&whole.paths[0].path);
        let wall = (ring_box.height() - middle_box.height()).abs();
        let strips = wall * (2.0 + kerf.mean());
        assert!((ring - halves - strips).abs() < 0.15, "{ring} {halves} {strips}");
    }
    // B has two middles, A one, I none.
    for (words, n_paths) in [("B", 2), ("A", 2), ("8", 2), ("I", 1), ("BAI", 5), ("%", 5)] {
        let held = toolpaths(&stencil(words, Some(tabs)), &letters, Kerf::round(Mm::new(0.2)));
        assert_eq!(held.paths.len() - 1, n_paths, "{words}");
    }
}

#[test]
fn a_text_turns_about_the_middle_of_its_letters() {
    let letters = letters();
    let straight = outline(&text("SAMI", None), &letters).bounds().unwrap();
    let turned = Shape {
        turned: Degrees::new(180.0),
        ..text("SAMI", None)
    };
    let mirrored = Shape {
        is_mirrored: true,
        ..text("SAMI", None)
    };
    for shape in [turned, mirrored] {
        let bounds = outline(&shape, &letters).bounds().unwrap();
        assert!((bounds.center() - straight.center()).hypot() < 1e-9);
        assert!((bounds.width() - straight.width()).abs() < 1e-9);
    }
}

#[test]
fn letters_that_overlap_are_welded() {
    let letters = letters();
    let height = Mm::new(20.0);
    for (pair, n_contours) in [("TT", 1), ("FF", 1), ("gj", 3), ("TI", 2)] {
        let welded = letters.lettering(pair, Font::Handwritten, height);
        assert_eq!(welded.contours.len(), n_contours, "{pair}");
        assert_eq!(welded.characters.len(), n_contours, "{pair}");
        // Each letter alone, the second where the pair has it.
        let alone = |letter: char| letters.lettering(&letter.to_string(), Font::Handwritten, height);
        let second = pair.chars().last().unwrap();
        let shift = kurbo::Affine::translate((welded.advance - alone(second).advance, 0.0));
        let first = alone(pair.chars().next().unwrap()).contours;
        let second: Vec<_> = alone(second)
            .contours
            .into_iter()
            .map(|path| shift * path)
            .collect();
        let covers = |contours: &[kurbo::BezPath], point: kurbo::Point| {
            let around = contours
                .iter()
                .filter(|path| kurbo::Shape::winding(*path, point) != 0);
            around.count() % 2 == 1
        };
        let near = |contours: &[kurbo::BezPath], point: kurbo::Point| {
            let segments = contours.iter().flat_map(kurbo::BezPath::segments);
            let squared = segments.map(|segment| kurbo::ParamCurveNearest::nearest(&segment, point, 1e-4));
            squared
                .map(|nearest| nearest.distance_sq)
                .fold(f64::INFINITY, f64::min)
                < 0.01 * 0.01
        };
        for x in -4..60 {
            for y in -48..16 {
                let point = kurbo::Point::new(f64::from(x) * 0.5 + 0.13, f64::from(y) * 0.5 + 0.11);
                if !near(&first, point) && !near(&second, point) {
                    assert_eq!(
                        covers(&welded.contours, point),
                        covers(&first, point) || covers(&second, point),
                        "{pair} at {point}"
                    );
                }
            }
        }
    }
}
