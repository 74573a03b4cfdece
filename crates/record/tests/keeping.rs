//! Keeping a record in stores that are cut, cleared, shared by tabs that die: nothing acknowledged is lost.

use crate::tab::{Tab, now, put, sami, stores_with_a_record, texts};
use proptest::prelude::*;
use record::Deed;
use record::keeper::Place;
use record::store::{Durability, Memory, Refusal, Store};
use std::rc::Rc;

#[test]
fn what_is_saved_is_there_at_the_next_start() {
    let (journal, mirror) = stores_with_a_record();
    let tab = Tab::on("second", &journal, &mirror);
    assert_eq!((tab.attempts(), tab.works()), (1, vec!["lamp".to_owned()]));
    assert_eq!(tab.keeper.place(), Place::Journal);
    assert_eq!(tab.record, tab.kept);
    // The mirror alone knows the progress, not the works.
    let tab = Tab::open("third", None, Some(Rc::new(mirror)));
    assert_eq!((tab.attempts(), tab.works()), (1, Vec::new()));
    assert_eq!(tab.keeper.place(), Place::Mirror);
}

#[test]
fn each_start_works_whatever_is_missing() {
    let check = |has_journal: bool, has_mirror: bool, place: Place| {
        let (journal, mirror) = (Memory::default(), Memory::default());
        let open = |writer| {
            Tab::open(
                writer,
                has_journal.then(|| Rc::new(journal.clone()) as Rc<dyn Store>),
                has_mirror.then(|| Rc::new(mirror.clone()) as Rc<dyn Store>),
            )
        };
        let mut tab = open("one");
        assert_eq!(tab.keeper.place(), place);
        tab.comes();
        tab.writes("lamp");
        tab.saves().unwrap();
        let again = open("two").works();
        assert_eq!(again.len(), usize::from(has_journal || has_mirror), "{place:?}");
    };
    check(true, true, Place::Journal);
    check(true, false, Place::Journal);
    check(false, true, Place::Mirror);
    check(false, false, Place::Memory);
}

#[test]
fn every_stored_text_cut_in_half_is_set_aside_and_the_other_copy_used() {
    let (journal, mirror) = stores_with_a_record();
    let parts = |store: &Memory| -> Vec<(String, String)> {
        texts(store)
            .into_iter()
            .filter(|(name, _)| record::PartKey::from_saved_name(name).is_some())
            .collect()
    };
    for (is_journal, store) in [(true, &journal), (false, &mirror)] {
        for (name, text) in parts(store) {
            let half = &text[..text.len() / 2];
            put(store, &name, half);
            let mut tab = Tab::on("second", &journal, &mirror);
            let damaged = &tab.opened.damaged;
            assert_eq!(damaged.len(), 1, "{name}");
            assert_eq!(damaged[0].text, half);
            // A person's progress is in both; a work only in the journal: its half is kept for whoever can mend it.
            let is_work = name.starts_with("work/");
            assert_eq!(tab.attempts(), 1, "{name}");
            assert_eq!(
                tab.works().len(),
                usize::from(!is_work),
                "{name} in the journal: {is_journal}"
            );
            // Whole again at once, and told until the person throws it away.
            tab.writes("lamp");
            tab.saves().unwrap();
            let again = Tab::on("third", &journal, &mirror);
            assert_eq!((again.attempts(), again.opened.damaged.len()), (1, 1));
            now(again.keeper.discard(&again.opened.damaged[0].name)).unwrap();
            put(store, &name, &text);
        }
    }
    assert!(Tab::on("last", &journal, &mirror).opened.damaged.is_empty());
}

#[test]
fn a_page_that_goes_leaves_its_last_words() {
    let (journal, mirror) = stores_with_a_record();
    let mut tab = Tab::on("second", &journal, &mirror);
    tab.writes("unsaved");
    now(tab
        .keeper
        .last_words("second", &tab.record.changes_since(&tab.kept)));
    drop(tab);
    let mut tab = Tab::on("third", &journal, &mirror);
    assert_eq!(tab.works(), ["lamp", "unsaved"]);
    assert_ne!(tab.record, tab.kept);
    tab.saves().unwrap();
    now(tab.keeper.saved_after_all("second"));
    assert_eq!(Tab::on("fourth", &journal, &mirror).works(), ["lamp", "unsaved"]);
}

#[test]
fn erasing_leaves_nothing_in_the_stores() {
    let (journal, mirror) = stores_with_a_record();
    let mut stale = Tab::on("stale", &journal, &mirror);
    let mut tab = Tab::on("second", &journal, &mirror);
    tab.does(Deed::Erase);
    tab.saves().unwrap();
    stale.writes("from before");
    stale.saves().unwrap();
    assert!(stale.record.is_erased(&sami()));
    let again = Tab::on("third", &journal, &mirror);
    assert!(again.record.people().next().is_none());
    for (_, text) in texts(&journal).into_iter().chain(texts(&mirror)) {
        assert!(
            !text.contains("Sami") && !text.contains("\"lamp\"") && !text.contains("from before"),
            "{text}"
        );
    }
}

#[test]
fn what_was_forgotten_is_not_brought_back_by_another_tab() {
    let (journal, mirror) = stores_with_a_record();
    let mut other = Tab::on("other", &journal, &mirror);
    now(Tab::on("second", &journal, &mirror).keeper.forget_everything()).unwrap();
    other.tries();
    assert_eq!(other.saves(), Err(Refusal::Forgotten));
    assert!(
        Tab::on("third", &journal, &mirror)
            .record
            .people()
            .next()
            .is_none()
    );
}

#[test]
fn a_browser_that_cleared_the_store_gets_everything_again() {
    let (journal, mirror) = stores_with_a_record();
    let mut tab = Tab::on("second", &journal, &mirror);
    let cleared = record::store::Change {
        is_cleared: true,
        ..Default::default()
    };
    now(journal.update(Vec::new(), Box::new(|_| Ok(cleared)), Durability::Relaxed)).unwrap();
    tab.tries();
    tab.saves().unwrap();
    tab.saves().unwrap();
    let again = Tab::on("third", &journal, &Memory::default());
    assert_eq!((again.attempts(), again.works()), (2, vec!["lamp".to_owned()]));
}

#[test]
fn who_was_here_is_known_at_the_next_start() {
    let (journal, mirror) = stores_with_a_record();
    now(Tab::on("second", &journal, &mirror)
        .keeper
        .note_here(Some(&sami())));
    assert_eq!(Tab::on("third", &journal, &mirror).opened.here, Some(sami()));
    assert_eq!(
        Tab::on("third", &journal, &Memory::default()).opened.here,
        Some(sami())
    );
    now(Tab::on("fourth", &journal, &mirror).keeper.note_here(None));
    assert_eq!(Tab::on("fifth", &journal, &mirror).opened.here, None);
}

/// What happens to three tabs of one computer.
#[derive(Clone, Copy, Debug)]
enum Happening {
    Try(usize),
    Save(usize),
    /// The tab dies and is opened again.
    Kill(usize),
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Tabs act, save and die in any order: every try that was acknowledged is counted, and none twice.
    #[test]
    fn no_acknowledged_try_is_lost(happenings in prop::collection::vec(
        (0..3_usize, 0..8_u8).prop_map(|(tab, what)| match what {
            0..4 => Happening::Try(tab),
            4..7 => Happening::Save(tab),
            _ => Happening::Kill(tab),
        }),
        0..60,
    )) {
        let (journal, mirror) = stores_with_a_record();
        let mut opened = 0;
        let mut open = || {
            opened += 1;
            Tab::on(&format!("tab{opened}"), &journal, &mirror)
        };
        let mut tabs = [open(), open(), open()];
        let (mut acknowledged, mut unsaved) = (1, [0; 3]);
        for happening in happenings {
            match happening {
                Happening::Try(tab) => {
                    tabs[tab].tries();
                    unsaved[tab] += 1;
                }
                Happening::Save(tab) => {
                    tabs[tab].saves().unwrap();
                    acknowledged += std::mem::take(&mut unsaved[tab]);
                }
                Happening::Kill(tab) => {
                    tabs[tab] = open();
                    unsaved[tab] = 0;
                }
            }
        }
        prop_assert_eq!(open().attempts(), acknowledged);
    }
}
