//! The one effect that writes: it saves what the reducer changed, and says what became of it.

use super::state::{NotSaved, SavedStatus, SavingAction, SavingState};
use super::{Replacing, Upkeep};
use crate::browser::indexed_db::IndexedDb;
use crate::browser::local_storage::LocalStorage;
use crate::browser::tabs::Tabs;
use crate::browser::{chance, clock, connections, page};
use crate::lazy;
use gloo::timers::callback::Timeout;
use record::keeper::earlier::Pace;
use record::keeper::{Keeper, Place};
use record::store::{Durability, Refusal, Store};
use record::{Action, Changes, Join, PersonId, Record, WriterId, saved_format};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::UseReducerDispatcher;

/// The database's and the other tabs' line's name.
const NAME: &str = "fabrique";

/// Before the names in `localStorage`.
const PREFIX: &str = "fab.v1/";

/// An edit is saved this long after the last one, in milliseconds: a person who drags or types makes many.
const PAUSE_MS: f64 = 250.0;

/// But never later than this after the first one that is not saved: with what a busy machine adds, an edit is safe
/// within a second and a half.
const LONGEST_WAIT_MS: f64 = 600.0;

/// After a refusal, tries again this much later: someone may have made room.
const RETRY_MS: f64 = 5_000.0;

/// After a refusal for want of room: by then a backup may have given way.
const ROOM_MS: f64 = 1_000.0;

/// What is said to the other tabs when everything was forgotten; no record is called so.
const FORGOTTEN: &str = "forgotten";

/// Saves.
pub struct Saver {
    dispatch: UseReducerDispatcher<SavingState>,
    writer: WriterId,
    keeper: RefCell<Option<Rc<Keeper>>>,
    tabs: RefCell<Option<Tabs>>,
    /// The record in hand.
    wanted: RefCell<Record>,
    /// What is known to be stored.
    kept: RefCell<Record>,
    timer: RefCell<Option<Timeout>>,
    /// When the first edit that is not saved was made, in milliseconds of the page.
    unsaved_since: Cell<Option<f64>>,
    is_urgent: Cell<bool>,
    has_last_words: Cell<bool>,
    /// A newer Fabrique wrote here, or everything was forgotten: nothing may be written any more.
    is_read_only: Cell<bool>,
    /// Stops an old answer from speaking for what came later.
    refused: RefCell<Option<NotSaved>>,
    /// Who is here now.
    pub here: RefCell<Option<PersonId>>,
    /// Files for machines, by name, until they are sent.
    pub to_publish: RefCell<Vec<(String, String)>>,
    /// When earlier versions were kept last.
    pub(super) pace: Rc<RefCell<Pace>>,
}

impl Saver {
    pub fn new(dispatch: UseReducerDispatcher<SavingState>, writer: WriterId) -> Rc<Self> {
        Rc::new(Self {
            dispatch,
            writer,
            keeper: RefCell::default(),
            tabs: RefCell::default(),
            wanted: RefCell::default(),
            kept: RefCell::default(),
            timer: RefCell::default(),
            unsaved_since: Cell::default(),
            is_urgent: Cell::default(),
            has_last_words: Cell::default(),
            is_read_only: Cell::default(),
            refused: RefCell::default(),
            here: RefCell::default(),
            to_publish: RefCell::default(),
            pace: Rc::default(),
        })
    }

    /// Reads what is kept, and hands it to the reducer.
    pub async fn open(self: Rc<Self>) {
        let journal = IndexedDb::open(NAME)
            .await
            .map(|journal| Rc::new(journal) as Rc<dyn Store>);
        let mirror = LocalStorage::open(PREFIX).map(|mirror| Rc::new(mirror) as Rc<dyn Store>);
        let (keeper, opened) =
            Keeper::open(journal, mirror, &clock::exact_now_text(), &chance::random_id()).await;
        self.kept.borrow_mut().join(&opened.kept);
        if keeper.place() == Place::Memory {
            *self.refused.borrow_mut() = Some(NotSaved::NoStorage);
        }
        if opened.is_newer {
            self.stop(NotSaved::Newer);
        }
        let keeper = Rc::new(keeper);
        self.sweep(&keeper, &opened.record);
        *self.keeper.borrow_mut() = Some(keeper);
        let told = Rc::downgrade(&self);
        *self.tabs.borrow_mut() = Tabs::open(NAME, move |text| {
            if let Some(saver) = told.upgrade() {
                saver.hear(&text);
            }
        });
        self.dispatch.dispatch(SavingAction::Loaded(Box::new(opened)));
        self.tell_status();
    }

    /// The record in hand changed: it must be saved.
    pub fn want(self: &Rc<Self>, record: &Record) {
        self.wanted.borrow_mut().clone_from(record);
        if self.unsaved().is_empty() {
            self.unsaved_since.set(None);
        } else if self.is_urgent.take() {
            self.save(Durability::Strict);
        } else {
            let now = clock::page_ms();
            let since = self.unsaved_since.get().unwrap_or(now);
            self.unsaved_since.set(Some(since));
            self.save_in(PAUSE_MS.min(since + LONGEST_WAIT_MS - now));
        }
        self.tell_status();
    }

    /// The next thing wanted is a turning point: it is saved at once, down to the disk.
    pub fn hurry(&self) {
        self.is_urgent.set(true);
    }

    /// Whether nothing waits to be stored.
    pub fn is_all_stored(&self) -> bool {
        self.unsaved().is_empty()
    }

    fn unsaved(&self) -> Changes {
        self.wanted.borrow().changes_since(&self.kept.borrow())
    }

    fn save_in(self: &Rc<Self>, milliseconds: f64) {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 0 and some thousands"
        )]
        let milliseconds = milliseconds.max(0.0) as u32;
        let saver = self.clone();
        *self.timer.borrow_mut() = Some(Timeout::new(milliseconds, move || {
            saver.save(Durability::Relaxed)
        }));
    }

    fn save(self: &Rc<Self>, durability: Durability) {
        self.timer.borrow_mut().take();
        self.unsaved_since.set(None);
        let Some(keeper) = self.keeper.borrow().clone() else {
            return;
        };
        let changes = self.unsaved();
        if self.is_read_only.get() || changes.is_empty() || keeper.place() == Place::Memory {
            return;
        }
        let saver = self.clone();
        let saved = self.wanted.borrow().clone();
        spawn_local(async move {
            let now = clock::exact_now_text();
            match keeper.commit(&changes, &now, durability).await {
                Ok(is_behind) => {
                    saver.keep_versions(&keeper, &changes);
                    if changes.written.values().any(Record::has_erased) {
                        saver.sweep(&keeper, &saved);
                    }
                    saver.kept.borrow_mut().join(&saved);
                    saver.refused.borrow_mut().take();
                    saver.tell_tabs(&keeper, &changes);
                    if is_behind {
                        saver.catch_up(&keeper).await;
                    }
                    // A later change may be on its way still: until it is kept its last words stay.
                    if saver.unsaved().is_empty() && saver.has_last_words.take() {
                        keeper.saved_after_all(saver.writer.as_str()).await;
                    }
                }
                Err(refusal) => saver.refuse(refusal),
            }
            saver.tell_status();
        });
    }

    /// Called before what is kept is known to be another.
    fn keep_versions(&self, keeper: &Rc<Keeper>, changes: &Changes) {
        if changes.has_pages() {
            spawn_local(lazy::upkeep(Upkeep::KeepVersions(Replacing {
                keeper: keeper.clone(),
                before: self.kept.borrow().clone(),
                changes: changes.clone(),
                pace: self.pace.clone(),
            })));
        }
    }

    fn sweep(&self, keeper: &Rc<Keeper>, record: &Record) {
        if record.has_erased() && !self.is_read_only.get() {
            spawn_local(lazy::upkeep(Upkeep::Sweep(keeper.clone(), record.clone())));
        }
    }

    /// Said at once; backups give way meanwhile.
    fn make_room(self: &Rc<Self>) {
        self.try_again(NotSaved::Full, ROOM_MS);
        if let Some(keeper) = self.keeper() {
            spawn_local(lazy::upkeep(Upkeep::MakeRoom(keeper)));
        }
    }

    pub(super) fn keeper(&self) -> Option<Rc<Keeper>> {
        self.keeper.borrow().clone()
    }

    fn refuse(self: &Rc<Self>, refusal: Refusal) {
        match refusal {
            Refusal::Newer => self.stop(NotSaved::Newer),
            Refusal::Forgotten => self.start_afresh(),
            Refusal::Full => self.make_room(),
            Refusal::Absent(words) => self.try_again(NotSaved::Refused(words), RETRY_MS),
        }
    }

    fn try_again(self: &Rc<Self>, why: NotSaved, milliseconds: f64) {
        *self.refused.borrow_mut() = Some(why);
        self.save_in(milliseconds);
    }

    fn stop(&self, why: NotSaved) {
        self.is_read_only.set(true);
        *self.refused.borrow_mut() = Some(why);
    }

    /// What this page holds was forgotten: it must not come back.
    fn start_afresh(&self) {
        self.is_read_only.set(true);
        page::reload();
    }

    /// Reads what other tabs stored, and takes it in.
    async fn catch_up(self: &Rc<Self>, keeper: &Keeper) {
        match keeper.reload(&clock::exact_now_text()).await {
            Ok(stored) => {
                self.kept.replace(stored.clone());
                self.merge(stored);
            }
            Err(refusal) => self.refuse(refusal),
        }
    }

    /// The record in hand.
    pub fn in_hand(&self) -> Record {
        self.wanted.borrow().clone()
    }

    pub fn dispatch_action(&self, action: SavingAction) {
        self.dispatch.dispatch(action);
    }

    /// Takes in what another copy holds.
    pub fn merge(&self, theirs: Record) {
        self.dispatch.dispatch(SavingAction::Do {
            action: Action::Merge(Rc::new(theirs)),
            now: clock::now_text(),
        });
    }

    fn tell_tabs(&self, keeper: &Keeper, changes: &Changes) {
        if let Some(tabs) = &*self.tabs.borrow() {
            let record = changes.written.values().fold(Record::default(), Record::joined);
            tabs.post(&saved_format::write(&record, keeper.device()));
        }
    }

    fn hear(self: &Rc<Self>, text: &str) {
        if text == FORGOTTEN {
            self.start_afresh();
            return;
        }
        match saved_format::read(text) {
            Ok(saved) => {
                let place = self.keeper.borrow().as_ref().map(|keeper| keeper.place());
                // Without transactions the other tab's writing may have been lost: it is written once more.
                if place == Some(Place::Journal) {
                    self.kept.borrow_mut().join(&saved.record);
                }
                self.merge(saved.record);
            }
            Err(saved_format::ReadProblem::Newer { .. }) => {
                self.stop(NotSaved::Newer);
                self.tell_status();
            }
            // Not for us.
            Err(_) => {}
        }
    }

    /// The page goes out of sight, perhaps for good.
    pub fn away(self: &Rc<Self>) {
        let unsaved = self.unsaved();
        let keeper = self.keeper.borrow().clone();
        if let Some(keeper) = keeper
            && !unsaved.is_empty()
            && !self.is_read_only.get()
        {
            self.save(Durability::Strict);
            self.has_last_words.set(true);
            let writer = self.writer.clone();
            spawn_local(async move { keeper.last_words(writer.as_str(), &unsaved).await });
        }
    }

    /// The page is in front again: another tab may have written.
    pub fn back(self: &Rc<Self>) {
        let keeper = self.keeper.borrow().clone();
        if let Some(keeper) = keeper
            && keeper.place() != Place::Memory
            && !self.is_read_only.get()
        {
            let saver = self.clone();
            spawn_local(async move {
                saver.catch_up(&keeper).await;
                saver.tell_status();
            });
        }
    }

    /// Notes who is here, for the next start.
    pub fn note_here(&self, here: Option<PersonId>) {
        let keeper = self.keeper.borrow().clone();
        if let Some(keeper) = keeper.filter(|_| !self.is_read_only.get()) {
            spawn_local(async move { keeper.note_here(here.as_ref()).await });
        }
    }

    /// Throws a damaged text away.
    pub fn discard(self: &Rc<Self>, name: String) {
        if let Some(keeper) = self.keeper.borrow().clone() {
            let saver = self.clone();
            spawn_local(async move {
                match keeper.discard(&name).await {
                    Ok(()) => saver.dispatch.dispatch(SavingAction::Discarded(name)),
                    Err(refusal) => saver.refuse(refusal),
                }
                saver.tell_status();
            });
        }
    }

    /// Forgets everything on this computer, here and in every tab, and begins again.
    pub fn forget_everything(self: &Rc<Self>) {
        let keeper = self.keeper.borrow().clone();
        if let Some(keeper) = keeper {
            let saver = self.clone();
            saver.is_read_only.set(true);
            spawn_local(async move {
                match keeper.forget_everything().await {
                    Ok(()) => {
                        connections::forget_visit();
                        if let Some(tabs) = &*saver.tabs.borrow() {
                            tabs.post(FORGOTTEN);
                        }
                        saver.start_afresh();
                    }
                    Err(refusal) => {
                        saver.is_read_only.set(false);
                        saver.refuse(refusal);
                        saver.tell_status();
                    }
                }
            });
        }
    }

    /// This machine's name in copies.
    pub fn device(&self) -> String {
        self.keeper
            .borrow()
            .as_ref()
            .map(|keeper| keeper.device().to_owned())
            .unwrap_or_default()
    }

    fn tell_status(&self) {
        let place = self.keeper.borrow().as_ref().map(|keeper| keeper.place());
        let status = match (&*self.refused.borrow(), place) {
            (Some(why), _) => SavedStatus::NotSaved(why.clone()),
            (None, _) if !self.unsaved().is_empty() => SavedStatus::Saving,
            (None, Some(Place::Mirror)) => SavedStatus::SavedFrailly,
            (None, _) => SavedStatus::Saved,
        };
        self.dispatch.dispatch(SavingAction::Status(status));
    }
}
