//! Stores with no room left: what was kept stays, one goes on in memory, and a copy can be taken.

use crate::tab::{Faulty, Small, Tab, all_texts, backups, now, put, sami, size, stores_with_a_record, texts};
use record::store::{Refusal, Store};
use record::{Deed, saved_format};
use std::cell::Cell;
use std::rc::Rc;

#[test]
fn a_store_full_at_any_write_keeps_what_it_had_and_says_so() {
    for updates in 0..8 {
        for is_mirror_full in [false, true] {
            let (journal, mirror) = stores_with_a_record();
            let (journal, mirror) = [journal, mirror]
                .map(|inner| Faulty {
                    inner,
                    ..Faulty::default()
                })
                .into();
            let full = if is_mirror_full { &mirror } else { &journal };
            full.updates_left.set(Some(updates));
            let mut tab = Tab::open(
                "second",
                Some(Rc::new(journal.clone())),
                Some(Rc::new(mirror.clone())),
            );
            let mut acknowledged = 1;
            for _ in 0..10 {
                tab.tries();
                match tab.saves() {
                    Ok(()) => acknowledged = tab.attempts(),
                    Err(refusal) => assert_eq!(refusal, Refusal::Full),
                }
            }
            // Editing goes on in memory, and a copy can be taken.
            assert_eq!(tab.attempts(), 11);
            let copy = saved_format::write_copy(&tab.record, "device-1");
            assert_eq!(
                saved_format::read_copy(copy.as_bytes()).unwrap().record,
                tab.record
            );
            // A mirror that is full is no matter.
            assert!(!is_mirror_full || acknowledged == 11);
            full.updates_left.set(None);
            let again = Tab::on("third", &journal.inner, &mirror.inner);
            assert!(
                again.attempts() >= acknowledged,
                "{} < {acknowledged}",
                again.attempts()
            );
            // With room again, everything gets there.
            tab.saves().unwrap();
            assert_eq!(Tab::on("fourth", &journal.inner, &mirror.inner).attempts(), 11);
        }
    }
}

/// A session that comes by every place that writes: setting aside, saving, the second copy, last words, who is here,
/// earlier versions, throwing away, erasing, forgetting. Answers the tries that were acknowledged.
fn session(journal: &Rc<dyn Store>, mirror: &Rc<dyn Store>, until: Until) -> usize {
    let mut tab = Tab::open("session", Some(journal.clone()), Some(mirror.clone()));
    let mut acknowledged = 1;
    for edit in 0..4 {
        tab.tries();
        tab.writes(&format!("lamp {edit}"));
        tab.page_ms += 1e6;
        match tab.saves() {
            Ok(()) => acknowledged = tab.attempts(),
            Err(refusal) => assert_eq!(refusal, Refusal::Full),
        }
        // Whatever was refused: nothing is missing in memory, and a copy has it.
        assert_eq!(tab.attempts(), 2 + edit);
        let copy = saved_format::write_copy(&tab.record, "device-1");
        assert_eq!(
            saved_format::read_copy(copy.as_bytes()).unwrap().record,
            tab.record
        );
    }
    now(tab.keeper.note_here(Some(&sami())));
    now(tab
        .keeper
        .last_words("session", &tab.record.changes_since(&tab.kept)));
    now(tab.keeper.saved_after_all("session"));
    for damaged in &tab.opened.damaged {
        // Refused: it is still there.
        let _ = now(tab.keeper.discard(&damaged.name));
    }
    if until == Until::Emptied {
        tab.does(Deed::Erase);
        let _ = tab.saves();
        let _ = now(tab.keeper.forget_everything());
    }
    acknowledged
}

#[derive(Clone, Copy, PartialEq)]
enum Until {
    Worked,
    Emptied,
}

/// Stores with a record, of which one text of the journal is cut.
fn stores_with_a_cut() -> (Faulty, Faulty) {
    let (journal, mirror) = stores_with_a_record();
    let part = texts(&journal).get("person/sami").unwrap().clone();
    put(&journal, "person/sami", &part[..part.len() / 2]);
    let faulty = |inner| Faulty {
        inner,
        ..Faulty::default()
    };
    (faulty(journal), faulty(mirror))
}

#[test]
fn each_place_that_writes_may_meet_a_full_store() {
    // How many updates a session makes in a store that has room.
    let updates = |is_mirror: bool| {
        let (journal, mirror) = stores_with_a_cut();
        let counted = if is_mirror { &mirror } else { &journal };
        counted.updates_left.set(Some(1_000));
        session(&stored(&journal), &stored(&mirror), Until::Emptied);
        1_000 - counted.updates_left.get().unwrap()
    };
    for is_mirror in [false, true] {
        let places = updates(is_mirror);
        assert!(places > 8, "{places}");
        for place in 0..places {
            for until in [Until::Worked, Until::Emptied] {
                let (journal, mirror) = stores_with_a_cut();
                let full = if is_mirror { &mirror } else { &journal };
                full.updates_left.set(Some(place));
                let acknowledged = session(&stored(&journal), &stored(&mirror), until);
                full.updates_left.set(None);
                if until == Until::Emptied {
                    continue;
                }
                // The next start has all that was acknowledged, and the cut text is still there to be mended.
                let next = Tab::on("next", &journal.inner, &mirror.inner);
                assert!(next.attempts() >= acknowledged, "{is_mirror} {place}");
                assert_eq!(next.attempts() >= 5, acknowledged >= 5 || next.attempts() >= 5);
                assert!(!is_mirror || acknowledged == 5, "a full mirror is no matter");
            }
        }
        println!("{places} places that write, mirror: {is_mirror}");
    }
}

fn stored(store: &Faulty) -> Rc<dyn Store> {
    Rc::new(store.clone())
}

#[test]
fn backups_make_room_for_the_work() {
    let (journal, mirror) = stores_with_a_record();
    let small = Small {
        inner: journal.clone(),
        room: Rc::new(Cell::new(usize::MAX)),
    };
    let open = |writer| {
        Tab::open(
            writer,
            Some(Rc::new(small.clone())),
            Some(Rc::new(mirror.clone())),
        )
    };
    let mut tab = open("second");
    for edit in 0..8 {
        tab.writes(&format!("{edit} {}", "x".repeat(1_000)));
        tab.page_ms += 1e6;
        tab.saves().unwrap();
    }
    assert_eq!(backups(&journal).len(), 7);
    // No room for one more thing: the work grows, the backups give way, one after the other.
    small.room.set(size(&all_texts(&journal)));
    for grown in 1..6_usize {
        tab.writes(&format!("grown {}", "x".repeat(1_000 * (grown + 1))));
        assert_eq!(tab.saves(), Ok(()), "{grown}");
        assert!(backups(&journal).len() < 7);
        assert_eq!(
            open("look").works().last().unwrap().len(),
            "grown ".len() + 1_000 * (grown + 1)
        );
    }
    // Nothing is left to give way: now it is said.
    tab.writes(&"x".repeat(100_000));
    assert_eq!(tab.saves(), Err(Refusal::Full));
    assert_eq!(backups(&journal).len(), 0);
    assert_eq!(
        open("again").works().last().unwrap().len(),
        "grown ".len() + 6_000
    );
    small.room.set(usize::MAX);
    tab.saves().unwrap();
    assert_eq!(open("last").works().last().unwrap().len(), 100_000);
}
