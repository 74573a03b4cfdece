//! Laws that hold for every drawing on its way to a file.

#![allow(clippy::unwrap_used, reason = "a test")]

#[path = "drawings/npm_letters.rs"]
mod npm_letters;

#[path = "drawings/random.rs"]
mod random;

use design::document::{Document, Form, Item, Operation, Point, Segment, Shape, ShapeId, Side, Size};
use design::export::{print, svg};
use design::kerf::Kerf;
use design::length::{Degrees, Mm};
use design::letters::Letters;
use design::machine::{Machine, Profile};
use design::nesting::cut_contours;
use design::preflight::{Circumstances, preflight, repair};
use design::toolpath::toolpaths;
use proptest::collection::vec;
use proptest::prelude::*;
use std::sync::OnceLock;

fn letters() -> &'static Letters {
    static LETTERS: OnceLock<Letters> = OnceLock::new();
    LETTERS.get_or_init(npm_letters::letters)
}

/// A shape of an operation, its form at a place.
fn shape(form: Form, x: f64, y: f64, operation: Operation) -> Shape {
    Shape {
        id: ShapeId(0),
        form,
        at: Point {
            x: Mm::new(x),
            y: Mm::new(y),
        },
        turned: Degrees::ZERO,
        is_mirrored: false,
        operation,
        tabs: None,
    }
}

fn on_a_sheet(shapes: Vec<Shape>) -> Document {
    let mut document = Document {
        page: Size {
            width: Mm::new(600.0),
            height: Mm::new(400.0),
        },
        ..Document::default()
    };
    for shape in shapes {
        let item = document.named_anew(Item::Shape(shape));
        document.items.push(item);
    }
    document
}

/// Free paths of a few corners and curves within some centimetres: most of them cross themselves.
fn tangle() -> impl Strategy<Value = Document> {
    let point = || {
        (0..60_i32, 0..60_i32).prop_map(|(x, y)| Point {
            x: Mm::new(f64::from(x)),
            y: Mm::new(f64::from(y)),
        })
    };
    let segment = prop_oneof![
        4 => point().prop_map(Segment::Line),
        2 => (point(), point(), point()).prop_map(|(one, two, to)| Segment::Curve(one, two, to)),
        1 => point().prop_map(Segment::Move),
        1 => Just(Segment::Close),
    ];
    let operation = prop_oneof![
        Just(Operation::Cut(Side::ByDepth)),
        Just(Operation::Cut(Side::Inside)),
        Just(Operation::Engrave),
    ];
    let path =
        (vec(segment, 1..12), operation, any::<bool>()).prop_map(|(segments, operation, has_tabs)| Shape {
            tabs: has_tabs.then_some(design::document::Tabs {
                count: 2,
                width: Mm::new(1.0),
            }),
            ..shape(Form::Path { segments }, 10.0, 10.0, operation)
        });
    vec(path, 1..4).prop_map(on_a_sheet)
}

fn goes_all_the_way(document: &Document) {
    for kerf in [
        Kerf::NONE,
        Kerf::round(Mm::new(0.2)),
        Kerf {
            x: Mm::new(0.3),
            y: Mm::new(0.1),
        },
    ] {
        let toolpaths = toolpaths(document, letters(), kerf);
        assert!(toolpaths.paths.iter().all(|path| path.path.is_finite()));
        assert!(
            toolpaths
                .paths
                .is_sorted_by_key(|path| (path.stage, std::cmp::Reverse(path.depth)))
        );
        let text = svg::write(document.page, &toolpaths, &Machine::of_profile(Profile::Trotec));
        assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
    }
    let print = print::write(document, letters());
    assert!(!print.contains("NaN") && !print.contains("inf"), "{print}");
    for finding in preflight(document, letters(), Circumstances::default()) {
        for language in words::Language::ALL {
            assert!(!finding.title(language).is_empty() && !finding.detail(language).is_empty());
        }
        if let Some(repaired) = repair(document, letters(), &finding) {
            let left = preflight(&repaired, letters(), Circumstances::default());
            assert!(!left.contains(&finding), "{finding:?} stays");
        }
    }
}

/// A quarter of the usual number: each case goes all the way for several beams.
fn fewer_cases() -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig {
        cases: usual.cases / 4,
        ..usual
    }
}

proptest! {
    #![proptest_config(fewer_cases())]

    #[test]
    fn every_drawing_gets_a_file_and_a_look(document in random::drawing()) {
        goes_all_the_way(&document);
    }

    #[test]
    fn every_tangle_gets_a_file_and_a_look(document in tangle()) {
        goes_all_the_way(&document);
    }

    /// Squares and circles in each other, drawn in any order: each is as deep as it lies.
    #[test]
    fn depth_is_how_many_are_around(
        order in Just((0..9_usize).collect::<Vec<_>>()).prop_shuffle(),
        round in vec(any::<bool>(), 9),
        turned in 0.0..360.0_f64,
    ) {
        // Each fits in the one before however it is turned: 1 / √2 of it.
        let side = |depth: usize| (0..depth).fold(300.0, |side, _| side / 1.5);
        let shapes = order.iter().map(|depth| {
            let length = Mm::new(side(*depth));
            let size = Size { width: length, height: length };
            let half = length.value() / 2.0;
            let cut = Operation::Cut(Side::ByDepth);
            let mut shape = if round[*depth] {
                shape(Form::Ellipse { size }, 200.0, 200.0, cut)
            } else {
                shape(Form::Rectangle { size, corners: Mm::ZERO }, 200.0 - half, 200.0 - half, cut)
            };
            shape.turned = Degrees::new(turned);
            shape
        });
        let document = on_a_sheet(shapes.collect());
        let contours = cut_contours(&document, letters());
        for (contour, depth) in contours.iter().zip(&order) {
            prop_assert_eq!(contour.depth, *depth);
            let parent = contour.parent.map(|parent| order[parent]);
            prop_assert_eq!(parent, depth.checked_sub(1));
        }
    }
}
