//! Two tabs on one step: both texts stay, and the person chooses.

use record::{
    Action, Deed, Dot, Page, PersonId, Record, Settings, Tool, Work, WorkKind, WriterId, Writing, apply,
};

/// A tab as the app runs it: its record, and the revisions it has shown.
struct Tab {
    record: Record,
    writer: WriterId,
    shown: Vec<Dot>,
}

fn sami() -> PersonId {
    PersonId::new("sami").unwrap()
}

fn page() -> Page {
    Page::Work {
        lesson: "breathing-lamp".into(),
        step: "monter".into(),
    }
}

impl Tab {
    fn open(writer: &str, record: &Record) -> Self {
        Self {
            record: record.clone(),
            writer: WriterId::new(writer).unwrap(),
            shown: record
                .person(&sami())
                .map(|person| person.dots(&page()))
                .unwrap_or_default(),
        }
    }

    fn does(&mut self, deed: Deed) {
        let writing = Writing {
            writer: &self.writer,
            now: "2026-11-24T10:00",
        };
        self.record = apply(&self.record, &Action::By(sami(), deed), writing);
    }

    fn edits(&mut self, text: &str) {
        self.does(Deed::Write {
            page: page(),
            kind: WorkKind::Program,
            text: text.into(),
            instead_of: self.shown.clone(),
        });
    }

    fn meets(&mut self, other: &Self) {
        self.record = self.record.clone().joined(&other.record);
    }

    fn texts(&self) -> Vec<String> {
        let person = self.record.person(&sami()).unwrap();
        match person.work("breathing-lamp".into(), "monter".into()) {
            Work::None => Vec::new(),
            Work::One(revision) => vec![revision.text.to_string()],
            Work::Several(revisions) => revisions
                .iter()
                .map(|revision| revision.text.to_string())
                .collect(),
        }
    }
}

fn two_tabs() -> (Tab, Tab) {
    let mut first = Tab::open("a", &Record::default());
    first.does(Deed::Come {
        name: "Sami".to_owned(),
        tool: Tool::Plane,
        settings: Settings::default(),
    });
    first.edits("start");
    let second = Tab::open("b", &first.record);
    (Tab::open("a2", &first.record), second)
}

#[test]
fn one_after_the_other_is_one_work() {
    let (mut first, _) = two_tabs();
    first.edits("one");
    first.edits("two");
    let mut later = Tab::open("c", &first.record);
    later.edits("three");
    first.meets(&later);
    assert_eq!(first.texts(), ["three"]);
}

#[test]
fn a_stale_tab_overwrites_nothing() {
    let (mut first, mut second) = two_tabs();
    for edit in 0..500 {
        first.edits(&format!("first {edit}"));
        // The record arrives in the stale tab at once; its bench still shows the old program.
        second.meets(&first);
        second.edits(&format!("second {edit}"));
    }
    first.meets(&second);
    assert_eq!(first.texts(), ["first 499", "second 499"]);
}

#[test]
fn a_choice_sets_the_other_aside_and_keeps_it() {
    let (mut first, mut second) = two_tabs();
    first.edits("mine");
    second.edits("theirs");
    first.meets(&second);
    let person = first.record.person(&sami()).unwrap();
    let Work::Several(revisions) = person.work("breathing-lamp".into(), "monter".into()) else {
        panic!("two works");
    };
    let theirs = revisions
        .iter()
        .find(|revision| &*revision.text == "theirs")
        .unwrap();
    first.shown = vec![theirs.id.clone()];
    first.does(Deed::Choose {
        page: page(),
        revision: theirs.id.clone(),
    });
    assert_eq!(first.texts(), ["theirs"]);
    first.edits("theirs, and more");
    assert_eq!(first.texts(), ["theirs, and more"]);
    let person = first.record.person(&sami()).unwrap();
    let aside = super::fixtures::set_aside(person, "breathing-lamp", "monter");
    assert_eq!(aside.len(), 1);
    assert_eq!(&*aside[0].text, "mine");
    // And back: a choice can be changed.
    first.shown.clear();
    first.does(Deed::Choose {
        page: page(),
        revision: aside[0].id.clone(),
    });
    assert_eq!(first.texts(), ["mine"]);
    first.meets(&second);
    assert_eq!(first.texts(), ["mine"]);
}

#[test]
fn starting_again_does_not_touch_what_another_tab_writes_meanwhile() {
    let (mut first, mut second) = two_tabs();
    second.edits("theirs");
    first.does(Deed::Restart {
        lesson: "breathing-lamp".to_owned(),
        step: "monter".to_owned(),
    });
    assert!(first.texts().is_empty());
    first.meets(&second);
    assert_eq!(first.texts(), ["theirs"]);
}

#[test]
fn what_was_done_stays_on_the_shelf_after_starting_again() {
    let (mut tab, _) = two_tabs();
    let (lesson, step) = ("breathing-lamp".to_owned(), "monter".to_owned());
    tab.does(Deed::DoStep {
        lesson: lesson.clone(),
        step: step.clone(),
    });
    tab.does(Deed::OpenHints {
        lesson: lesson.clone(),
        step: step.clone(),
        count: 2,
    });
    tab.does(Deed::Restart { lesson, step });
    let person = tab.record.person(&sami()).unwrap();
    let (lesson, step) = ("breathing-lamp".into(), "monter".into());
    assert!(person.is_done(lesson, step));
    assert_eq!(person.hints_opened(lesson, step), 0);
}
