//! What is taken away beside the work: backups when room is short, and all that is left of someone who was erased.

use super::{Keeper, name};
use crate::person::PersonId;
use crate::record::Record;
use crate::store::{BACKUP, Change, Part, Refusal};

impl Keeper {
    /// Makes room for what is in hand: every second backup goes. Answers whether there was one.
    ///
    /// # Errors
    /// When the store refuses.
    pub async fn make_room(&self) -> Result<bool, Refusal> {
        let backups = self.main.load(Part::Beginning(BACKUP.to_owned())).await?;
        let change = Change {
            deleted: backups.keys().step_by(2).cloned().collect(),
            ..Change::default()
        };
        let is_any = !change.deleted.is_empty();
        change.made_in(&*self.main).await?;
        Ok(is_any)
    }

    /// Of those who are erased in this record nothing stays: no backup, and no text that was set aside. Called when
    /// someone erases, and at each start where someone once did: a browser may die in between.
    ///
    /// # Errors
    /// When a store refuses.
    pub async fn sweep(&self, record: &Record) -> Result<(), Refusal> {
        let erased: Vec<&PersonId> = record.erased().collect();
        for store in self.stores() {
            let mut deleted = Vec::new();
            for beginning in [BACKUP, name::QUARANTINE] {
                let texts = store.load(Part::Beginning(beginning.to_owned())).await?;
                let of_erased = texts.keys().filter(|name| {
                    name.split('/')
                        .any(|word| erased.iter().any(|id| id.as_str() == word))
                });
                deleted.extend(of_erased.cloned());
            }
            if !deleted.is_empty() {
                let change = Change {
                    deleted,
                    ..Change::default()
                };
                change.made_in(&**store).await?;
            }
        }
        Ok(())
    }
}
