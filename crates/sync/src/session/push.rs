//! Writing: what is here and not in the folder, in files of this device alone.
//!
//! Texts first, then heads, then the progress file that speaks of them: whoever reads it finds all it names.

use super::pull::Here;
use super::{Known, Pulled, Pushed, Seen, Session};
use crate::client::{Client, MOST_TRIES, Written};
use crate::files::{Erased, Head, Progress, hash};
use crate::layout::{DOCS, PROGRESS, PUBLISHED, document};
use crate::remote::Condition;
use crate::trouble::Trouble;
use record::{Join, PartKey, Record};

/// Of what was there, the share whose loss is asked about: one in so many.
const ASK_FROM_ONE_IN: usize = 5;

/// With fewer steps, works and entries than this there is no share to speak of.
const ASK_FROM: usize = 5;

/// What one try gives.
enum Try {
    Done(Pushed),
    Refused,
}

impl Session {
    /// Writes what is here and not in the folder, as [`Session::pull`] last saw it. `is_sure`: a person said that what
    /// is gone there may be sent again.
    ///
    /// # Errors
    /// When something could not be written. What was written stays right.
    pub async fn push(
        &mut self,
        client: Client<'_>,
        local: &Record,
        is_sure: bool,
    ) -> Result<Pushed, Trouble> {
        if local.is_erased(&self.person) {
            return self.erase(client, local).await;
        }
        for n_tries in 1..=MOST_TRIES {
            match self.try_to_push(client, local, is_sure, false).await {
                Ok(Try::Done(pushed)) => return Ok(pushed),
                Ok(Try::Refused) => {
                    client.pause(n_tries).await;
                    // Another page of this device, or a computer that was copied with its browser: both are joined.
                    let mut here = Here::new(self, local);
                    let device = self.device.clone();
                    self.read(client, &device, &mut here, &mut Pulled::default())
                        .await?;
                }
                Err(Trouble::Erased) => return self.was_erased(client).await,
                Err(trouble) => return Err(trouble),
            }
        }
        // The file is this device's own and was just joined: a proxy that breaks the tags must not keep work back.
        match self.try_to_push(client, local, is_sure, true).await? {
            Try::Done(pushed) => Ok(pushed),
            Try::Refused => Err(Trouble::KeepsRefusing),
        }
    }

    async fn was_erased(&mut self, client: Client<'_>) -> Result<Pushed, Trouble> {
        match self.erased(client).await? {
            Some(erased) => Ok(Pushed::Erased(erased)),
            None => Err(Trouble::Erased),
        }
    }

    async fn try_to_push(
        &mut self,
        client: Client<'_>,
        local: &Record,
        is_sure: bool,
        is_last: bool,
    ) -> Result<Try, Trouble> {
        let remote = self.remote();
        let there = self.amount(&remote);
        let gone = self.known.amount.saturating_sub(there);
        let is_much = self.known.amount >= ASK_FROM && gone * ASK_FROM_ONE_IN > self.known.amount;
        if is_much && !is_sure {
            return Ok(Try::Done(Pushed::Asks {
                gone,
                of: self.known.amount,
            }));
        }
        let mut all = local.of_person(&self.person);
        all.join(&remote);
        let mut changes = all.changes_since(&remote).written;
        changes.retain(|key, _| *key != PartKey::Rest);
        let own = self.seen.get(&self.device);
        let asks_for = own.map_or(0, |own| own.missing.len()) + self.missing.len();
        let asks_the_same = asks_for == 0 || own.is_some_and(|own| own.missing == self.missing);
        if changes.is_empty() && self.asked_again.is_empty() && asks_the_same {
            self.known.amount = there;
            return Ok(Try::Done(Pushed::Sent));
        }
        if let Some(erased) = self.erased(client).await? {
            return Ok(Try::Done(Pushed::Erased(erased)));
        }
        let own = self.seen.get(&self.device);
        let asked_again: Vec<(String, Record)> = own
            .iter()
            .flat_map(|own| &own.works)
            .filter(|(doc, _)| self.asked_again.contains(*doc))
            .map(|(doc, (_, work))| (doc.clone(), work.clone()))
            .collect();
        let condition = match own {
            _ if is_last => Condition::Always,
            None => Condition::IfAbsent,
            Some(Seen { tag: Some(tag), .. }) => Condition::IfStill(tag.clone()),
            Some(_) => Condition::Always,
        };
        let mut next = own.cloned().unwrap_or_default();
        next.missing.clone_from(&self.missing);
        for (doc, work) in asked_again {
            self.write_work(client, &doc, &work, Condition::Always).await?;
        }
        self.asked_again.clear();
        let mut replaced = Vec::new();
        for (key, work) in changes {
            if let PartKey::Work(_, lesson, step) = key {
                let doc = document(&lesson, &step);
                if let Some((_, before)) = next.works.get(&doc) {
                    let before = Head::of(before).texts.into_keys();
                    replaced.extend(before.map(|text| (doc.clone(), text)));
                }
                let hash = self.write_work(client, &doc, &work, Condition::IfAbsent).await?;
                next.works.insert(doc, (hash, work));
            }
        }
        let facts = all.parts();
        let facts = facts.get(&PartKey::Person(self.person.clone()));
        next.facts = facts.cloned().unwrap_or_default();
        let works = next.works.iter();
        let text = Progress {
            record: next.facts.clone(),
            works: works
                .map(|(doc, (hash, _))| (doc.clone(), hash.clone()))
                .collect(),
            missing: next.missing.clone(),
        }
        .write(&self.device);
        let path = self.folder.progress(&self.device);
        let Written::Yes(tag) = client.put(&path, &text, condition).await? else {
            return Ok(Try::Refused);
        };
        (next.tag, next.text, next.is_settled, next.is_whole) = (tag, hash(&text), false, true);
        self.seen.insert(self.device.clone(), next);
        if !self.has_read_back {
            // A proxy that cuts, a quota that lies: once is enough to know them.
            let back = client.get(&path).await?;
            if back.is_none_or(|file| file.text != text) {
                self.seen.remove(&self.device);
                return Err(Trouble::NotKept);
            }
            self.has_read_back = true;
        }
        self.known.amount = self.amount(&all);
        self.tidy(client, replaced).await;
        Ok(Try::Done(Pushed::Sent))
    }

    /// Deletes what the push before this one replaced and nobody speaks of any more. Who was just about to finds it
    /// missing, says so in the progress file, and its owner writes it again.
    async fn tidy(&mut self, client: Client<'_>, replaced: Vec<(String, String)>) {
        for (doc, text) in std::mem::replace(&mut self.replaced, replaced) {
            let mut works = self.seen.values().filter_map(|seen| seen.works.get(&doc));
            if !works.any(|(_, work)| Head::of(work).texts.contains_key(&text)) {
                // What is not deleted takes a little room, and no more.
                let _ = client.delete(&self.folder.revision(&doc, &text)).await;
            }
        }
    }

    /// Writes the texts of a work, then its head; gives the hash of the head.
    async fn write_work(
        &self,
        client: Client<'_>,
        doc: &str,
        work: &Record,
        condition: Condition,
    ) -> Result<String, Trouble> {
        let head = Head::of(work);
        for (name, text) in &head.texts {
            let path = self.folder.revision(doc, name);
            if client.put(&path, text, condition.clone()).await? == Written::Refused {
                // It is there, unless a crash of a server that writes in place left a half of it.
                let is_whole = match client.get(&path).await {
                    Ok(file) => file.is_some_and(|file| hash(&file.text) == *name),
                    Err(Trouble::Damaged(_)) => false,
                    Err(trouble) => return Err(trouble),
                };
                if !is_whole && client.put(&path, text, Condition::Always).await? == Written::Refused {
                    return Err(Trouble::KeepsRefusing);
                }
            }
        }
        let path = self.folder.head(doc, &self.device);
        match client
            .put(&path, &head.write(&self.device), Condition::Always)
            .await?
        {
            Written::Yes(_) => Ok(head.hash),
            Written::Refused => Err(Trouble::KeepsRefusing),
        }
    }

    /// Erases the folder: the mark first, so that no device brings anything back, then everything else.
    async fn erase(&mut self, client: Client<'_>, local: &Record) -> Result<Pushed, Trouble> {
        let epoch = local.epoch(&self.person);
        erase_folder(client, self, epoch).await?;
        self.seen.clear();
        self.known = Known::default();
        Ok(Pushed::Erased(Record::of_erased(&self.person, epoch)))
    }
}

async fn erase_folder(client: Client<'_>, session: &Session, epoch: u64) -> Result<(), Trouble> {
    let mark = Erased::new(epoch, Some(&session.person)).write();
    let path = session.folder.erased();
    if client.put(&path, &mark, Condition::Always).await? == Written::Refused {
        return Err(Trouble::KeepsRefusing);
    }
    for name in [PROGRESS, DOCS, PUBLISHED] {
        match client.delete(&session.folder.sub(name)).await {
            Ok(()) => {}
            // The bundled server takes a folder away as a whole, and keeps the mark.
            Err(Trouble::Erased | Trouble::Unexpected(_) | Trouble::NotAllowed) => {
                return client.delete(&session.folder.itself()).await;
            }
            Err(trouble) => return Err(trouble),
        }
    }
    Ok(())
}
