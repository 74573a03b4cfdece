//! Reading: every device's facts, and of works what is not here yet.

use super::{Pulled, Seen, Session};
use crate::client::{Client, Entry};
use crate::files::{Head, Progress, hash};
use crate::layout::{device_of, document};
use crate::trouble::Trouble;
use record::saved_format::ReadProblem;
use record::{PartKey, Record};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

impl Session {
    /// Reads what other devices sent. `local` is what is here: what it holds is not asked for.
    ///
    /// # Errors
    /// When the folder cannot be read. What is not there is nothing to be afraid of: an empty folder takes nothing away.
    pub async fn pull(&mut self, client: Client<'_>, local: &Record) -> Result<Pulled, Trouble> {
        let entries = client
            .list(&self.folder.progress_files())
            .await?
            .unwrap_or_default();
        let files: BTreeMap<&str, &Entry> = entries
            .iter()
            .filter(|entry| !entry.is_folder)
            .filter_map(|entry| Some((device_of(&entry.name)?, entry)))
            .collect();
        let is_own_gone = self.seen.contains_key(&self.device) && !files.contains_key(&*self.device);
        if (is_own_gone || files.is_empty() || !self.has_looked_for_erased)
            && let Some(erased) = self.erased(client).await?
        {
            return Ok(Pulled {
                news: erased,
                is_erased: true,
                ..Pulled::default()
            });
        }
        self.seen.retain(|device, _| files.contains_key(&**device));
        let lacking_before = std::mem::take(&mut self.lacking);
        let mut pulled = Pulled::default();
        let mut here = Here::new(self, local);
        for (device, entry) in files {
            let is_known = self
                .seen
                .get(device)
                .is_some_and(|seen| seen.is_whole && seen.is_settled && seen.tag == entry.tag);
            if !is_known {
                self.read(client, device, &mut here, &mut pulled).await?;
            }
        }
        self.missing = self.lacking.intersection(&lacking_before).cloned().collect();
        pulled.news = self.remote();
        pulled.is_erased = pulled.news.is_erased(&self.person);
        Ok(pulled)
    }

    /// Reads what one device says.
    pub(super) async fn read(
        &mut self,
        client: Client<'_>,
        device: &str,
        here: &mut Here<'_>,
        pulled: &mut Pulled,
    ) -> Result<(), Trouble> {
        let path = self.folder.progress(device);
        let file = match client.get(&path).await {
            Ok(Some(file)) => file,
            Ok(None) => {
                self.seen.remove(device);
                return Ok(());
            }
            Err(Trouble::Damaged(_)) => return self.cannot_read(device, path, pulled),
            Err(trouble) => return Err(trouble),
        };
        let text = hash(&file.text);
        if let Some(seen) = self.seen.get_mut(device)
            && seen.text == text
        {
            seen.is_settled = seen.tag == file.tag && file.tag.is_some();
            seen.tag.clone_from(&file.tag);
            if seen.is_whole {
                return Ok(());
            }
        }
        let progress = match Progress::read(&file.text) {
            Ok(progress) => progress,
            Err(ReadProblem::Newer { .. }) => {
                pulled.is_newer = true;
                self.seen.remove(device);
                return Ok(());
            }
            Err(_) => return self.cannot_read(device, path, pulled),
        };
        let before = self.seen.remove(device).unwrap_or_default();
        let mut seen = Seen {
            is_settled: before.is_settled && before.text == text,
            tag: file.tag,
            text,
            is_whole: true,
            facts: progress.record.of_person(&self.person),
            works: BTreeMap::new(),
            missing: progress.missing,
        };
        let asked = seen.missing.iter().filter_map(|missing| missing.split_once('/'));
        self.asked_again.extend(
            asked
                .filter(|(_, of)| *of == self.device)
                .map(|(doc, _)| doc.to_owned()),
        );
        for (doc, head) in progress.works {
            let known = match before.works.get(&doc) {
                Some((hash, work)) if *hash == head => Some(work.clone()),
                _ => here.work(&doc, &head),
            };
            let work = match known {
                Some(work) => Some(work),
                None => self.fetch(client, &doc, device, &head, here, pulled).await?,
            };
            match work {
                Some(work) => {
                    seen.works.insert(doc, (head, work));
                }
                None => {
                    seen.is_whole = false;
                    self.lacking.insert(format!("{doc}/{device}"));
                }
            }
        }
        self.seen.insert(device.to_owned(), seen);
        Ok(())
    }

    fn cannot_read(&mut self, device: &str, path: String, pulled: &mut Pulled) -> Result<(), Trouble> {
        self.seen.remove(device);
        pulled.damaged.push(path);
        Ok(())
    }

    /// Reads a work as a device left it; `None` when it is not whole there.
    async fn fetch(
        &self,
        client: Client<'_>,
        doc: &str,
        device: &str,
        wanted: &str,
        here: &mut Here<'_>,
        pulled: &mut Pulled,
    ) -> Result<Option<Record>, Trouble> {
        let path = self.folder.head(doc, device);
        let file = match client.get(&path).await {
            Ok(file) => file,
            Err(Trouble::Damaged(path)) => {
                pulled.damaged.push(path);
                None
            }
            Err(trouble) => return Err(trouble),
        };
        let head = match file.map(|file| Head::read(&file.text)) {
            // Written between the reading of the one and the other: next time they agree.
            Some(Ok(head)) if head.hash == wanted => head,
            Some(Err(ReadProblem::Newer { .. })) => {
                pulled.is_newer = true;
                return Ok(None);
            }
            Some(Err(_)) => {
                pulled.damaged.push(path);
                return Ok(None);
            }
            Some(Ok(_)) | None => {
                pulled.n_waiting += 1;
                return Ok(None);
            }
        };
        let mut texts = BTreeMap::new();
        let names: BTreeSet<Rc<str>> = head.skeleton.work_texts().into_iter().collect();
        for name in names {
            let text = match here.text(&name) {
                Some(text) => text,
                None => {
                    let path = self.folder.revision(doc, &name);
                    match client.get(&path).await {
                        Ok(Some(file)) if hash(&file.text) == *name => file.text.into(),
                        Ok(None) => {
                            pulled.n_waiting += 1;
                            return Ok(None);
                        }
                        Ok(Some(_)) | Err(Trouble::Damaged(_)) => {
                            pulled.damaged.push(path);
                            return Ok(None);
                        }
                        Err(trouble) => return Err(trouble),
                    }
                }
            };
            texts.insert(name.to_string(), text);
        }
        let work = head.filled(&texts).map(|work| work.of_person(&self.person));
        if let Some(work) = &work {
            here.remember(doc, Head { texts, ..head }, work);
        }
        Ok(work)
    }
}

/// What is here already, by hash. Made when first asked for: most rounds bring nothing new.
pub(super) struct Here<'a> {
    local: &'a Record,
    seen: Vec<Record>,
    works: Option<BTreeMap<(String, String), Record>>,
    texts: BTreeMap<String, Rc<str>>,
}

impl<'a> Here<'a> {
    pub(super) fn new(session: &Session, local: &'a Record) -> Self {
        let seen = session.seen.values().flat_map(|seen| seen.works.values());
        Self {
            local,
            seen: seen.map(|(_, work)| work.clone()).collect(),
            works: None,
            texts: BTreeMap::new(),
        }
    }

    fn prepare(&mut self) -> &mut BTreeMap<(String, String), Record> {
        let Self {
            local,
            seen,
            works,
            texts,
        } = self;
        works.get_or_insert_with(|| {
            let mut works = BTreeMap::new();
            for record in std::iter::once(&**local).chain(&*seen) {
                for (key, work) in record.parts() {
                    if let PartKey::Work(_, lesson, step) = key {
                        let head = Head::of(&work);
                        texts.extend(head.texts);
                        works.insert((document(&lesson, &step), head.hash), work);
                    }
                }
            }
            works
        })
    }

    /// The work of a document with this head.
    fn work(&mut self, doc: &str, head: &str) -> Option<Record> {
        self.prepare().get(&(doc.to_owned(), head.to_owned())).cloned()
    }

    fn text(&mut self, hash: &str) -> Option<Rc<str>> {
        self.prepare();
        self.texts.get(hash).cloned()
    }

    fn remember(&mut self, doc: &str, head: Head, work: &Record) {
        self.prepare().insert((doc.to_owned(), head.hash), work.clone());
        self.texts.extend(head.texts);
    }
}
