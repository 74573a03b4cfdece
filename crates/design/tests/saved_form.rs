//! The saved form of drawings. The samples in `data/saved/` are of every version there was; they are read forever.
#![allow(clippy::unwrap_used, reason = "in a test a panic is a failure")]

#[path = "drawings/random.rs"]
mod random;

use design::document::{Document, Group, Item, ShapeId};
use design::saved::{ReadProblem, read, write};
use design::text;
use expect_test::expect_file;
use proptest::prelude::*;
use words::Language;

/// All that version 1 can save, from the text form.
#[test]
fn version_1_is_written_as_it_is_in_its_sample() {
    let document = text::read(include_str!("drawings/all.fr.txt"), None).document;
    // One item a line, to be read by people.
    let saved = write(&document)
        .replace("{\"at\"", "\n{\"at\"")
        .replace("{\"id\"", "\n{\"id\"");
    expect_file!["data/saved/version-1.json"].assert_eq(&saved);
}

#[test]
fn every_sample_is_read() {
    let document = read(include_str!("data/saved/version-1.json")).unwrap();
    expect_file!["drawings/all.fr.txt"].assert_eq(&text::write(&document, Language::French));
}

#[test]
fn what_cannot_be_opened_says_why() {
    let check = |saved: &str, expected: ReadProblem| {
        assert_eq!(read(saved), Err(expected), "{saved}");
    };
    let with_items = |items: &str| format!(r#"{{"drawing":1,"page":[1,1],"next_id":9,"items":[{items}]}}"#);
    check(r#"{"drawing":2,"sheets":[]}"#, ReadProblem::Newer);
    check("", ReadProblem::NotADrawing);
    check("{}", ReadProblem::NotADrawing);
    check(r#"{"drawing":0}"#, ReadProblem::NotADrawing);
    check(r#"{"drawing":1,"page":[80]}"#, ReadProblem::NotADrawing);
    check(
        &with_items(r#"{"id":0,"kind":"cube","at":[0,0]}"#),
        ReadProblem::NotADrawing,
    );
    check(
        &with_items(r#"{"id":-1,"kind":"group"}"#),
        ReadProblem::NotADrawing,
    );
    check(
        &with_items(r#"{"id":1,"in":0,"kind":"group"}"#),
        ReadProblem::NotADrawing,
    );
    let twice = r#"{"id":1,"kind":"group"}"#;
    check(&with_items(&format!("{twice},{twice}")), ReadProblem::NotADrawing);
    assert!(read(&with_items(twice)).is_ok());
}

#[test]
fn the_next_id_is_above_all_others() {
    let saved = r#"{"drawing":1,"page":[1,1],"next_id":0,"items":[{"id":7,"kind":"group"}]}"#;
    assert_eq!(read(saved).unwrap().next_id, 8);
}

#[test]
fn groups_may_lie_deep_in_each_other() {
    let mut items = Vec::new();
    for id in (0..1_000).rev() {
        let group = Group {
            id: ShapeId(id),
            name: String::new(),
            items,
        };
        items = vec![Item::Group(group)];
    }
    let document = Document {
        items,
        next_id: 1_000,
        ..Document::default()
    };
    assert_eq!(read(&write(&document)), Ok(document));
}

proptest! {
    #[test]
    fn a_saved_drawing_is_read_back(document in random::drawing()) {
        prop_assert_eq!(read(&write(&document)), Ok(document));
    }

    /// Broken files are told from drawings, whatever is broken.
    #[test]
    fn a_broken_file_is_no_panic(document in random::drawing(), place in any::<prop::sample::Index>(), instead in "[0-9\\[{\",a-z-]?") {
        let mut saved: Vec<char> = write(&document).chars().collect();
        let place = place.index(saved.len());
        saved.splice(place..=place, instead.chars());
        let saved: String = saved.into_iter().collect();
        if let Ok(read) = read(&saved) {
            prop_assert!(read.shapes().iter().all(|shape| shape.id.0 < read.next_id));
        }
    }
}
