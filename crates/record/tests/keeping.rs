//! Keeping a record in stores that are full, cut, newer, shared by tabs that die: nothing acknowledged is lost.

use crate::histories::{data_of, enveloped};
use proptest::prelude::*;
use record::keeper::{Keeper, Opened, Place};
use record::store::{Answer, Durability, Memory, Plan, Refusal, Store, Texts};
use record::{
    Action, Deed, Page, PersonId, Record, Settings, Tool, Work, WorkKind, WriterId, Writing, apply,
    saved_format,
};
use std::cell::Cell;
use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// The answer of stores that never let one wait.
fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("a store in memory answers at once"),
    }
}

/// A store that refuses one of its updates.
#[derive(Clone, Default)]
struct Faulty {
    inner: Memory,
    updates_left: Rc<Cell<Option<u32>>>,
}

impl Store for Faulty {
    fn load(&self) -> Answer<'_, Texts> {
        self.inner.load()
    }

    fn update(&self, names: Vec<String>, plan: Plan, durability: Durability) -> Answer<'_, ()> {
        match self.updates_left.get() {
            Some(0) => Box::pin(std::future::ready(Err(Refusal::Full))),
            left => {
                self.updates_left.set(left.map(|left| left - 1));
                self.inner.update(names, plan, durability)
            }
        }
    }
}

fn texts(store: &Memory) -> Texts {
    now(store.load()).unwrap()
}

fn put(store: &Memory, name: &str, text: &str) {
    let change = record::store::Change {
        put: Texts::of(name.to_owned(), text.to_owned()),
        ..Default::default()
    };
    now(store.update(Vec::new(), Box::new(|_| Ok(change)), Durability::Relaxed)).unwrap();
}

fn sami() -> PersonId {
    PersonId::new("sami").unwrap()
}

/// A tab of the app, without the page.
struct Tab {
    keeper: Keeper,
    writer: WriterId,
    record: Record,
    kept: Record,
    opened: Opened,
}

impl Tab {
    fn open(writer: &str, journal: Option<Rc<dyn Store>>, mirror: Option<Rc<dyn Store>>) -> Self {
        let absent = || Refusal::Absent("SecurityError".to_owned());
        let (keeper, opened) = now(Keeper::open(
            journal.ok_or_else(absent),
            mirror.ok_or_else(absent),
            "2026-11-24T10:00:00",
            "device-1",
        ));
        Self {
            keeper,
            writer: WriterId::new(writer).unwrap(),
            record: opened.record.clone(),
            kept: opened.kept.clone(),
            opened,
        }
    }

    fn on(writer: &str, journal: &Memory, mirror: &Memory) -> Self {
        Self::open(
            writer,
            Some(Rc::new(journal.clone())),
            Some(Rc::new(mirror.clone())),
        )
    }

    fn does(&mut self, deed: Deed) {
        let writing = Writing {
            writer: &self.writer,
            now: "2026-11-24T10:00",
        };
        self.record = apply(&self.record, &Action::By(sami(), deed), writing);
    }

    fn comes(&mut self) {
        self.does(Deed::Come {
            name: "Sami".to_owned(),
            tool: Tool::Plane,
            settings: Settings::default(),
        });
    }

    fn tries(&mut self) {
        self.does(Deed::Attempt {
            lesson: "breathing-lamp".to_owned(),
            step: "monter".to_owned(),
            n_passed: 0,
            message: Some("Pas encore.".to_owned()),
        });
    }

    fn writes(&mut self, text: &str) {
        self.does(Deed::Write {
            page: Page::Work {
                lesson: "breathing-lamp".into(),
                step: "monter".into(),
            },
            kind: WorkKind::Program,
            text: text.into(),
            instead_of: Vec::new(),
        });
    }

    fn saves(&mut self) -> Result<(), Refusal> {
        let changes = self.record.changes_since(&self.kept);
        if changes.is_empty() {
            return Ok(());
        }
        let is_behind = now(self
            .keeper
            .commit(&changes, "2026-11-24T10:01:00", Durability::Relaxed))?;
        self.kept = self.record.clone();
        if is_behind {
            self.kept = now(self.keeper.reload("2026-11-24T10:01:00"))?;
            self.record = self.record.clone().joined(&self.kept);
        }
        Ok(())
    }

    fn attempts(&self) -> usize {
        self.record.person(&sami()).map_or(0, |person| {
            person.attempts("breathing-lamp".into(), "monter".into())
        })
    }

    fn works(&self) -> Vec<String> {
        match self
            .record
            .person(&sami())
            .map(|person| person.work("breathing-lamp".into(), "monter".into()))
        {
            None | Some(Work::None) => Vec::new(),
            Some(Work::One(one)) => vec![one.text.to_string()],
            Some(Work::Several(several)) => several.iter().map(|one| one.text.to_string()).collect(),
        }
    }
}

/// A journal and a mirror in which Sami has one try and a work.
fn stores_with_a_record() -> (Memory, Memory) {
    let (journal, mirror) = (Memory::default(), Memory::default());
    let mut tab = Tab::on("first", &journal, &mirror);
    tab.comes();
    tab.tries();
    tab.writes("lamp");
    tab.saves().unwrap();
    (journal, mirror)
}

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

#[test]
fn data_of_a_newer_fabrique_are_never_rewritten() {
    let (journal, mirror) = stores_with_a_record();
    let mut old = Tab::on("old", &journal, &mirror);
    let newer = enveloped(
        2,
        2,
        "device-1",
        9,
        r#"{"people":{"sami":{"facts":"of another kind"}}}"#,
    );
    put(&journal, "person/sami", &newer);
    old.tries();
    let before = texts(&journal);
    assert_eq!(old.saves(), Err(Refusal::Newer));
    old.writes("on");
    assert_eq!(old.saves(), Err(Refusal::Newer));
    assert_eq!(texts(&journal), before);
    assert!(Tab::on("later", &journal, &mirror).opened.is_newer);
    assert_eq!(texts(&journal), before);
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

    /// An old tab and a newer one share a computer; the old one never changes what the newer one wrote.
    #[test]
    fn an_old_tab_leaves_newer_data_alone(order in prop::collection::vec(any::<bool>(), 1..20)) {
        let (journal, mirror) = stores_with_a_record();
        let mut old = Tab::on("old", &journal, &mirror);
        let mut newest = None;
        for (step, is_new) in order.into_iter().enumerate() {
            if is_new {
                let data = data_of(&saved_format::write(&Record::default(), "d")).replacen('{', &format!(r#"{{"step":{step}"#), 1);
                let text = enveloped(2, 2, "device-1", 9, &data);
                put(&journal, "person/sami", &text);
                newest = Some(text);
            } else {
                old.tries();
                prop_assert_eq!(old.saves().is_err(), newest.is_some());
            }
            if let Some(newest) = &newest {
                prop_assert_eq!(texts(&journal).get("person/sami").cloned(), Some(newest.clone()));
            }
        }
    }
}
