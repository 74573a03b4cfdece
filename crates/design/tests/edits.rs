//! Laws of editing: every edit can be undone, names are never given twice, snapping stays near.

#![allow(clippy::unwrap_used, reason = "a test")]

#[path = "drawings/random.rs"]
mod random;

use design::document::{Document, Item, Operation, Point, ShapeId, Side};
use design::edit::{Alignment, Edit, Refusal, apply};
use design::history::History;
use design::length::{Degrees, Mm};
use design::letters::Letters;
use design::snap::Targets;
use design::tool::{Gesture, Grip, Press, Tool};
use design::{hit, outline};
use proptest::prelude::*;

fn point(x: f64, y: f64) -> Point {
    Point {
        x: Mm::new(x),
        y: Mm::new(y),
    }
}

/// Every kind of edit, on what a random drawing has.
fn edit(document: &Document) -> impl Strategy<Value = Edit> + use<> {
    let ids: Vec<ShapeId> = document.items.iter().map(Item::id).collect();
    let some = proptest::sample::subsequence(ids.clone(), 0..=ids.len());
    let one = proptest::sample::select(if ids.is_empty() { vec![ShapeId(0)] } else { ids });
    let operation = proptest::sample::select(vec![
        Operation::Cut(Side::ByDepth),
        Operation::Cut(Side::Inside),
        Operation::Score,
        Operation::Engrave,
        Operation::Ignore,
    ]);
    let row = proptest::sample::select(vec![
        Alignment::Left,
        Alignment::Centre,
        Alignment::Right,
        Alignment::Top,
        Alignment::Middle,
        Alignment::Bottom,
    ]);
    let near = || -200.0..200.0_f64;
    (
        some,
        one,
        operation,
        row,
        near(),
        near(),
        0.2..3.0_f64,
        random::item(),
        0..13_u8,
    )
        .prop_map(|(ids, id, operation, to, x, y, factor, item, kind)| match kind {
            0 => Edit::Add(vec![item]),
            1 => Edit::Remove(ids),
            2 => Edit::Move { ids, by: point(x, y) },
            3 => Edit::Scale {
                ids,
                about: point(x, y),
                x: factor,
                y: 1.0 / factor,
            },
            4 => Edit::Turn {
                ids,
                about: point(x, y),
                by: Degrees::new(x),
            },
            5 => Edit::Mirror(ids),
            6 => Edit::SetOperation { ids, operation },
            7 => Edit::Rename {
                id,
                name: "Dos".to_owned(),
            },
            8 => Edit::Group(ids),
            9 => Edit::Ungroup(id),
            10 => Edit::Align { ids, to },
            11 => Edit::Reorder {
                ids,
                to_front: x > 0.0,
            },
            _ => Edit::TurnTo {
                id,
                to: Degrees::new(y),
            },
        })
}

fn ids(items: &[Item], found: &mut Vec<ShapeId>) {
    for item in items {
        found.push(item.id());
        if let Item::Group(group) = item {
            ids(&group.items, found);
        }
    }
}

/// Every name once, and none that a later shape could get.
fn check_names(document: &Document) {
    let mut names = Vec::new();
    ids(&document.items, &mut names);
    let n_names = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), n_names, "a name given twice");
    assert!(
        names.iter().all(|name| name.0 < document.next_id),
        "a name that will be given again"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn every_edit_is_one_step_back_and_forward(
        (document, edits) in random::drawing().prop_flat_map(|document| {
            let edits = proptest::collection::vec(edit(&document), 1..8);
            (Just(document), edits)
        })
    ) {
        let letters = Letters::default();
        let mut history = History::new(document.clone());
        let mut passed = vec![document];
        for edit in &edits {
            match apply(history.document(), edit, &letters) {
                Ok(new) => {
                    check_names(&new);
                    if history.commit(new.clone()) {
                        passed.push(new);
                    }
                }
                // What is refused leaves the drawing as it is.
                Err(_) => prop_assert_eq!(&**history.document(), passed.last().unwrap()),
            }
        }
        for before in passed.iter().rev().skip(1) {
            prop_assert!(history.undo());
            prop_assert_eq!(&**history.document(), before);
        }
        prop_assert!(!history.undo());
        for after in passed.iter().skip(1) {
            prop_assert!(history.redo());
            prop_assert_eq!(&**history.document(), after);
        }
        prop_assert!(!history.redo());
    }

    #[test]
    fn turned_there_and_back_a_shape_is_where_it_was(shape in random::shape(), degrees in 0.0..360.0_f64) {
        let letters = Letters::default();
        let document = Document { next_id: shape.id.0 + 1, items: vec![Item::Shape(shape.clone())], ..Document::default() };
        let turn = |by: f64| Edit::Turn { ids: vec![shape.id], about: point(31.0, -7.0), by: Degrees::new(by) };
        let there = apply(&document, &turn(degrees), &letters).unwrap();
        let back = apply(&there, &turn(-degrees), &letters).unwrap();
        let (was, is) = (shape, back.shapes()[0].clone());
        // Each way is rounded to 0.001 mm.
        prop_assert!((was.at.x - is.at.x).abs() <= Mm::new(0.002) && (was.at.y - is.at.y).abs() <= Mm::new(0.002));
        let twice = apply(&document, &Edit::Mirror(vec![was.id]), &letters)
            .and_then(|once| apply(&once, &Edit::Mirror(vec![was.id]), &letters))
            .unwrap();
        let mirrored = twice.shapes()[0].clone();
        prop_assert_eq!(mirrored.is_mirrored, was.is_mirrored);
        prop_assert_eq!(mirrored.turned, was.turned);
    }

    #[test]
    fn nothing_snaps_from_farther_than_its_radius(
        document in random::drawing(), x in -50.0..250.0_f64, y in -50.0..250.0_f64, radius in 0.1..5.0_f64
    ) {
        let targets = Targets::new(&document, &Letters::default(), &[], 1.0);
        let at = kurbo::Point::new(x, y);
        let (snapped, snaps) = targets.point(at, radius);
        prop_assert!((snapped.x - x).abs() <= radius && (snapped.y - y).abs() <= radius);
        // What did not snap did not move.
        prop_assert!(snaps.len() == 2 || snapped.x == x || snapped.y == y);
    }

    #[test]
    fn what_is_drawn_by_a_drag_is_found_where_it_was_drawn(
        x in 5.0..60.0_f64, y in 5.0..60.0_f64, width in 5.0..60.0_f64, height in 5.0..60.0_f64
    ) {
        let letters = Letters::default();
        let sheet = Document { page: design::document::Size { width: Mm::new(150.0), height: Mm::new(150.0) }, ..Document::default() };
        let press = Press { at: kurbo::Point::new(x, y), tolerance: 0.2, grip: Grip::Sheet, adds: false };
        let mut gesture = Gesture::begin(Tool::Rectangle, &sheet, &letters, &[], press, 0.0, "");
        gesture.follow(kurbo::Point::new(x + width, y + height), false);
        let (edit, _) = gesture.end(&sheet, &letters);
        let drawn = apply(&sheet, &edit.unwrap(), &letters).unwrap();
        let edge = kurbo::Point::new(x + width / 2.0, y);
        prop_assert_eq!(hit::shapes_at(&drawn, &letters, edge, 0.3), vec![drawn.shapes()[0].id]);
        let bounds = outline::outline(drawn.shapes()[0], &letters).bounds().unwrap();
        prop_assert!((bounds.width() - width).abs() <= 0.5 && (bounds.height() - height).abs() <= 0.5);
    }
}

#[test]
fn what_cannot_be_cut_is_refused_with_its_reason() {
    let letters = Letters::default();
    let sheet = Document::default();
    let rectangle = |width: f64, height: f64| {
        design::text::read(&format!("rectangle {width} x {height} mm en 0 0 ; couper"), None)
            .document
            .items
    };
    let good = apply(&sheet, &Edit::Add(rectangle(10.0, 10.0)), &letters).unwrap();
    let id = good.items[0].id();
    let scaled = |x: f64| {
        apply(
            &good,
            &Edit::Scale {
                ids: vec![id],
                about: point(0.0, 0.0),
                x,
                y: x,
            },
            &letters,
        )
    };
    let cases = [
        ("scaled to nothing", scaled(0.0).err(), Some(Refusal::TooSmall)),
        ("scaled away", scaled(0.000_1).err(), Some(Refusal::TooSmall)),
        (
            "scaled beyond any bed",
            scaled(1e9).err(),
            Some(Refusal::TooLarge),
        ),
        ("scaled a little", scaled(1.1).err(), None),
        (
            "grouped alone",
            apply(&good, &Edit::Group(vec![id]), &letters).err(),
            Some(Refusal::Nothing),
        ),
        (
            "removed twice",
            apply(&good, &Edit::Remove(vec![ShapeId(999)]), &letters).err(),
            Some(Refusal::Nothing),
        ),
    ];
    for (what, is, expected) in cases {
        assert_eq!(is, expected, "{what}");
    }
    let many = vec![good.items[0].clone(); design::edit::MOST_SHAPES];
    assert_eq!(
        apply(&good, &Edit::Add(many), &letters).err(),
        Some(Refusal::TooMany)
    );
}
