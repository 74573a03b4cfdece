//! A tab of the app without the page, and stores that fail as those of browsers do.

use record::keeper::earlier::{Pace, replaced};
use record::keeper::{Keeper, Opened};
use record::store::{Answer, BACKUP, Durability, Memory, Part, Plan, Refusal, Store, Texts};
use record::{
    Action, Deed, Page, PersonId, Record, Settings, Tool, Work, WorkKind, WriterId, Writing, apply,
};
use std::cell::Cell;
use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// The answer of stores that never let one wait.
pub fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("a store in memory answers at once"),
    }
}

/// A store of which every update is refused once some were done.
#[derive(Clone, Default)]
pub struct Faulty {
    pub inner: Memory,
    pub updates_left: Rc<Cell<Option<u32>>>,
}

impl Store for Faulty {
    fn load(&self, part: Part) -> Answer<'_, Texts> {
        self.inner.load(part)
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

/// A store with room for so many bytes.
#[derive(Clone)]
pub struct Small {
    pub inner: Memory,
    pub room: Rc<Cell<usize>>,
}

impl Store for Small {
    fn load(&self, part: Part) -> Answer<'_, Texts> {
        self.inner.load(part)
    }

    fn update(&self, names: Vec<String>, plan: Plan, durability: Durability) -> Answer<'_, ()> {
        let before = all_texts(&self.inner);
        let room = self.room.get();
        let planned = move |texts: Texts| {
            let change = plan(texts)?;
            let mut after = before.clone();
            change.clone().apply(&mut after);
            // As in a browser, what only takes away is always done.
            let is_full = !change.put.is_empty() && size(&after) > room;
            if is_full { Err(Refusal::Full) } else { Ok(change) }
        };
        self.inner.update(names, Box::new(planned), durability)
    }
}

/// The bytes of texts and their names.
pub fn size(texts: &Texts) -> usize {
    texts.iter().map(|(name, text)| name.len() + text.len()).sum()
}

/// The names of backups.
pub fn backups(store: &Memory) -> Vec<String> {
    let backups = now(store.load(Part::Beginning(BACKUP.to_owned()))).unwrap();
    backups.keys().cloned().collect()
}

/// What a start reads.
pub fn texts(store: &Memory) -> Texts {
    now(store.load(Part::Start)).unwrap()
}

/// Backups too.
pub fn all_texts(store: &Memory) -> Texts {
    now(store.load(Part::Beginning(String::new()))).unwrap()
}

pub fn put(store: &Memory, name: &str, text: &str) {
    let change = record::store::Change {
        put: Texts::of(name.to_owned(), text.to_owned()),
        ..Default::default()
    };
    now(store.update(Vec::new(), Box::new(|_| Ok(change)), Durability::Relaxed)).unwrap();
}

pub fn sami() -> PersonId {
    PersonId::new("sami").unwrap()
}

/// A tab of the app, without the page.
pub struct Tab {
    pub keeper: Keeper,
    pub writer: WriterId,
    pub record: Record,
    pub kept: Record,
    pub opened: Opened,
    /// What the clock on the wall says.
    pub clock: String,
    /// What the page's own clock says, in milliseconds.
    pub page_ms: f64,
    pub pace: Pace,
}

impl Tab {
    pub fn open(writer: &str, journal: Option<Rc<dyn Store>>, mirror: Option<Rc<dyn Store>>) -> Self {
        let absent = || Refusal::Absent("SecurityError".to_owned());
        let (keeper, opened) = now(Keeper::open(
            journal.ok_or_else(absent),
            mirror.ok_or_else(absent),
            "2026-11-24T10:00:00",
            "device-1",
        ));
        if opened.record.has_erased() {
            now(keeper.sweep(&opened.record)).unwrap();
        }
        Self {
            keeper,
            writer: WriterId::new(writer).unwrap(),
            record: opened.record.clone(),
            kept: opened.kept.clone(),
            opened,
            clock: "2026-11-24T10:00".to_owned(),
            page_ms: 0.0,
            pace: Pace::default(),
        }
    }

    pub fn on(writer: &str, journal: &Memory, mirror: &Memory) -> Self {
        Self::open(
            writer,
            Some(Rc::new(journal.clone())),
            Some(Rc::new(mirror.clone())),
        )
    }

    pub fn does(&mut self, deed: Deed) {
        let writing = Writing {
            writer: &self.writer,
            now: &self.clock,
        };
        self.record = apply(&self.record, &Action::By(sami(), deed), writing);
    }

    pub fn comes(&mut self) {
        self.does(Deed::Come {
            name: "Sami".to_owned(),
            tool: Tool::Plane,
            settings: Settings::default(),
        });
    }

    pub fn tries(&mut self) {
        self.does(Deed::Attempt {
            lesson: "breathing-lamp".to_owned(),
            step: "monter".to_owned(),
            n_passed: 0,
            message: Some("Pas encore.".to_owned()),
        });
    }

    pub fn writes(&mut self, text: &str) {
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

    pub fn saves(&mut self) -> Result<(), Refusal> {
        let changes = self.record.changes_since(&self.kept);
        if changes.is_empty() {
            return Ok(());
        }
        let commit = || now(self.keeper.commit(&changes, &self.clock, Durability::Relaxed));
        let mut saved = commit();
        // As the page does: backups give way, then it is tried again.
        while saved == Err(Refusal::Full) && now(self.keeper.make_room()) == Ok(true) {
            saved = commit();
        }
        let is_behind = saved?;
        if self.record.has_erased() {
            now(self.keeper.sweep(&self.record))?;
        }
        let versions = replaced(&self.kept, &changes, &mut self.pace, self.page_ms);
        // Refused: the work itself is kept.
        let _ = now(self.keeper.keep_earlier(&versions, &self.clock));
        self.kept = self.record.clone();
        if is_behind {
            self.kept = now(self.keeper.reload(&self.clock))?;
            self.record = self.record.clone().joined(&self.kept);
        }
        Ok(())
    }

    pub fn attempts(&self) -> usize {
        self.record.person(&sami()).map_or(0, |person| {
            person.attempts("breathing-lamp".into(), "monter".into())
        })
    }

    pub fn works(&self) -> Vec<String> {
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
pub fn stores_with_a_record() -> (Memory, Memory) {
    let (journal, mirror) = (Memory::default(), Memory::default());
    let mut tab = Tab::on("first", &journal, &mirror);
    tab.comes();
    tab.tries();
    tab.writes("lamp");
    tab.saves().unwrap();
    (journal, mirror)
}
