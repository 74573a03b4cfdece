//! Versions that were replaced: kept while one works, shown in "my data", taken up again as new ones.

use super::Saving;
use super::state::SavingAction;
use crate::browser::clock;
use record::keeper::Keeper;
use record::keeper::earlier::{Earlier, Pace, replaced};
use record::store::Refusal;
use record::{Action, Changes, Deed, Ordered, Page, Record, Revision};
use std::cell::RefCell;
use std::rc::Rc;

/// What is done beside saving, with code that comes late.
pub enum Upkeep {
    /// Keeps the versions that a change replaced.
    KeepVersions(Replacing),
    /// There is no room left: backups give way.
    MakeRoom(Rc<Keeper>),
    /// Of the erased nothing stays.
    Sweep(Rc<Keeper>, Record),
}

/// A change that was stored, with what was there before.
pub struct Replacing {
    pub(super) keeper: Rc<Keeper>,
    pub(super) before: Record,
    pub(super) changes: Changes,
    pub(super) pace: Rc<RefCell<Pace>>,
}

impl Upkeep {
    /// Does it.
    pub async fn run(self) {
        match self {
            Self::KeepVersions(replacing) => replacing.keep_versions().await,
            // Refused: the work is tried again, and again there is no room.
            Self::MakeRoom(keeper) => {
                let _ = keeper.make_room().await;
            }
            // Refused: it is done at the next start.
            Self::Sweep(keeper, record) => {
                let _ = keeper.sweep(&record).await;
            }
        }
    }
}

impl Replacing {
    /// Keeps the versions it replaces, as far as they are due.
    async fn keep_versions(self) {
        let versions = replaced(
            &self.before,
            &self.changes,
            &mut self.pace.borrow_mut(),
            clock::page_ms(),
        );
        // Refused (full, say): then there is no such version; the work itself is kept.
        let _ = self.keeper.keep_earlier(&versions, &clock::now_text()).await;
    }
}

impl Saving {
    /// Whether the progress is also kept in a second place of this browser.
    #[must_use]
    pub fn has_second_copy(&self) -> bool {
        self.saver.0.keeper().is_some_and(|keeper| keeper.has_mirror())
    }

    /// The texts of the person here of which there are earlier versions, with how many there are.
    ///
    /// # Errors
    /// When the store refuses.
    pub async fn pages_with_earlier(&self) -> Result<Ordered<Page, usize>, Refusal> {
        match (self.saver.0.keeper(), &self.state.here) {
            (Some(keeper), Some(here)) => keeper.pages_with_earlier(here).await,
            _ => Ok(Ordered::default()),
        }
    }

    /// The earlier versions of a text of the person here, the newest first.
    ///
    /// # Errors
    /// When the store refuses.
    pub async fn earlier(&self, page: &Page) -> Result<Vec<Earlier>, Refusal> {
        match (self.saver.0.keeper(), &self.state.here) {
            (Some(keeper), Some(here)) => keeper.earlier(here, page).await,
            _ => Ok(Vec::new()),
        }
    }

    /// Goes on with an earlier version: it is written once more, as a new one, and what was in hand becomes an earlier
    /// one in its turn. A kind of text that only a newer Fabrique knows is left alone.
    pub fn take_up_earlier(&self, page: &Page, revision: &Revision) {
        if let (Some(here), Some(kind)) = (&self.state.here, revision.kind) {
            self.saver.0.pace.borrow_mut().forget(here, page);
            self.saver.0.hurry();
            let instead_of = self.record().map(|record| record.dots(page)).unwrap_or_default();
            let deed = Deed::Write {
                page: page.clone(),
                kind,
                text: revision.text.clone(),
                instead_of,
            };
            self.state.dispatch(SavingAction::Do {
                action: Action::By(here.clone(), deed),
                now: clock::now_text(),
            });
        }
    }
}
