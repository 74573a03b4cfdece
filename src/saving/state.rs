//! The record in hand, who is here, and what this page has shown: one reducer.

use super::sharing::Sent;
use record::keeper::{Damaged, Opened};
use record::{
    Action, Deed, Dot, Ordered, Page, Person, PersonId, Record, Setting, Settings, WorkKind, Writing,
};
use record::{WriterId, apply};
use std::rc::Rc;
use yew::Reducible;

/// Whether what was done is safe on this computer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SavedStatus {
    /// Everything is.
    #[default]
    Saved,
    /// Everything is, but only in the browser's small store: there is little room, and a browser that dies may take
    /// the last half minute with it.
    SavedFrailly,
    /// The last change is on its way.
    Saving,
    /// Something is not, and why.
    NotSaved(NotSaved),
}

/// Why something is not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotSaved {
    /// The computer's place for this site is full.
    Full,
    /// The browser keeps nothing (private window, policy).
    NoStorage,
    /// A newer Fabrique wrote here: this page must be loaded again.
    Newer,
    /// The browser refused, in its own words.
    Refused(String),
}

/// The record in hand.
#[derive(Clone)]
pub struct SavingState {
    pub(super) record: Record,
    pub(super) people: Rc<[Person]>,
    pub(super) here: Option<PersonId>,
    pub(super) settings_of_nobody: Settings,
    pub(super) status: SavedStatus,
    /// How sending goes, when work is sent.
    pub(super) sent: Option<Sent>,
    /// What is kept was read.
    pub(super) is_loaded: bool,
    /// Texts that could not be read, with their bytes.
    pub(super) damaged: Rc<[Damaged]>,
    pub(super) writer: WriterId,
    /// The revisions this page has shown or written, by person and page: what a new revision replaces.
    shown: Ordered<(PersonId, Page), Vec<Dot>>,
    /// Raised by every action; two states of one page are equal when it is.
    turn: u64,
}

impl PartialEq for SavingState {
    fn eq(&self, other: &Self) -> bool {
        self.turn == other.turn && self.writer == other.writer
    }
}

impl Default for SavingState {
    fn default() -> Self {
        let id = crate::browser::chance::random_id();
        Self {
            record: Record::default(),
            people: Rc::default(),
            here: None,
            settings_of_nobody: Settings::default(),
            status: SavedStatus::default(),
            sent: None,
            is_loaded: false,
            damaged: Rc::default(),
            writer: WriterId::new(&id).expect("16 hexadecimal digits"),
            shown: Ordered::default(),
            turn: 0,
        }
    }
}

/// What changes the state.
pub enum SavingAction {
    /// What is kept was read.
    Loaded(Box<Opened>),
    /// Whether everything is saved.
    Status(SavedStatus),
    /// How sending goes.
    Sent(Option<Sent>),
    /// A damaged text was thrown away.
    Discarded(String),
    /// Something happens to the record.
    Do { action: Action, now: String },
    /// A bench of the person here has a new work.
    Save {
        page: Page,
        kind: WorkKind,
        text: Rc<str>,
        now: String,
    },
    /// A bench took these revisions in hand: what it saves from now on replaces them.
    Opened(Page, Vec<Dot>),
    /// Someone is here, or nobody.
    Here(Option<PersonId>),
    /// A setting while nobody is here.
    SetOfNobody(Setting),
}

impl Reducible for SavingState {
    type Action = SavingAction;

    fn reduce(self: Rc<Self>, action: SavingAction) -> Rc<Self> {
        if matches!(&action, SavingAction::Status(status) if *status == self.status) {
            return self;
        }
        let mut next = Self::clone(&self);
        next.turn += 1;
        match action {
            SavingAction::Loaded(opened) => next.load(*opened),
            SavingAction::Status(status) => next.status = status,
            SavingAction::Sent(sent) => next.sent = sent,
            SavingAction::Discarded(name) => {
                next.damaged = next
                    .damaged
                    .iter()
                    .filter(|one| one.name != name)
                    .cloned()
                    .collect();
            }
            SavingAction::Do { action, now } => next.apply(&action, &now),
            SavingAction::Save {
                page,
                kind,
                text,
                now,
            } => next.save(page, kind, text, &now),
            SavingAction::Opened(page, dots) => {
                if let Some(here) = next.here.clone() {
                    next.shown.insert((here, page), dots);
                }
            }
            SavingAction::Here(id) => next.here = id,
            SavingAction::SetOfNobody(setting) => {
                next.settings_of_nobody = next.settings_of_nobody.with(setting);
            }
        }
        Rc::new(next)
    }
}

impl SavingState {
    fn load(&mut self, opened: Opened) {
        self.record = self.record.clone().joined(&opened.record);
        self.people = self.record.people().collect();
        self.here = opened.here.filter(|here| self.record.person(here).is_some());
        self.damaged = opened.damaged.into();
        self.is_loaded = true;
    }

    fn apply(&mut self, action: &Action, now: &str) {
        let writing = Writing {
            writer: &self.writer,
            now,
        };
        self.record = apply(&self.record, action, writing);
        self.people = self.record.people().collect();
        if let Action::By(id, Deed::Choose { page, revision }) = action {
            self.shown
                .insert((id.clone(), page.clone()), vec![revision.clone()]);
        }
        if self
            .here
            .as_ref()
            .is_some_and(|here| self.record.person(here).is_none())
        {
            self.here = None;
        }
    }

    fn save(&mut self, page: Page, kind: WorkKind, text: Rc<str>, now: &str) {
        let Some(here) = self.here.clone() else {
            return;
        };
        let instead_of = self
            .shown
            .get(&(here.clone(), page.clone()))
            .cloned()
            .unwrap_or_default();
        self.apply(
            &Action::By(
                here,
                Deed::Write {
                    page,
                    kind,
                    text,
                    instead_of,
                },
            ),
            now,
        );
    }
}
