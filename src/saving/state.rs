//! The record in hand, who is here, and what this page has shown: one reducer.

use record::{
    Action, Deed, Dot, Page, Person, PersonId, Record, Revision, Setting, Settings, Work, WorkKind, Writing,
};
use record::{WriterId, apply};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use yew::Reducible;

/// Whether what was done is safe on this computer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SavedStatus {
    /// Everything is.
    #[default]
    Saved,
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
    writer: WriterId,
    /// The revisions this page has shown or written, by person and page: what a new revision replaces.
    shown: BTreeMap<(PersonId, Page), BTreeSet<Dot>>,
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
            writer: WriterId::new(&id).expect("16 hexadecimal digits"),
            shown: BTreeMap::new(),
            turn: 0,
        }
    }
}

/// What changes the state.
pub enum SavingAction {
    /// Something happens to the record.
    Do { action: Action, now: String },
    /// The person here wrote a text.
    Write {
        page: Page,
        kind: WorkKind,
        text: Rc<str>,
        now: String,
    },
    /// A page was shown to the person here: what they write now replaces it.
    Opened(Page, Work),
    /// Someone is here, or nobody.
    Here(Option<PersonId>),
    /// A setting while nobody is here.
    SetOfNobody(Setting),
}

impl Reducible for SavingState {
    type Action = SavingAction;

    fn reduce(self: Rc<Self>, action: SavingAction) -> Rc<Self> {
        let mut next = Self::clone(&self);
        next.turn += 1;
        match action {
            SavingAction::Do { action, now } => next.apply(&action, &now),
            SavingAction::Write {
                page,
                kind,
                text,
                now,
            } => next.write(page, kind, text, &now),
            SavingAction::Opened(page, work) => {
                if let Some(here) = next.here.clone() {
                    let shown = match work {
                        Work::One(Revision { id, .. }) => BTreeSet::from([id]),
                        Work::None | Work::Several(_) => BTreeSet::new(),
                    };
                    next.shown.insert((here, page), shown);
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
    fn apply(&mut self, action: &Action, now: &str) {
        let writing = Writing {
            writer: &self.writer,
            now,
        };
        self.record = apply(&self.record, action, writing);
        self.people = self.record.people().collect();
        if let Action::By(id, Deed::Choose { page, revision }) = action {
            self.shown
                .insert((id.clone(), page.clone()), BTreeSet::from([revision.clone()]));
        }
        if self
            .here
            .as_ref()
            .is_some_and(|here| self.record.person(here).is_none())
        {
            self.here = None;
        }
    }

    fn write(&mut self, page: Page, kind: WorkKind, text: Rc<str>, now: &str) {
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
