//! The workshop's file: as the site has it, or with a kerf measured here, which this computer keeps until the trainer
//! has put the changed file on the site.

use crate::browser::fetch;
use crate::browser::local_storage::LocalStorage;
use design::kerf::Kerf;
use design::workshop::{self, FILE, NewKerf, Workshop, WorkshopProblem};
use record::store::{Change, Durability, Part, Store as _};
use std::rc::Rc;

/// Under which names this computer keeps a measured file: what the site had then, and the file.
const PREFIX: &str = "workshop/";
const OF_SITE: &str = "of-site";
const MEASURED: &str = "measured";

/// The file, read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WorkshopFile {
    /// What is in it.
    pub workshop: Workshop,
    /// What could not be read of it.
    pub problems: Vec<WorkshopProblem>,
    /// Its text, measures made here included.
    pub text: Rc<str>,
    /// Its text as the site has it.
    of_site: Rc<str>,
}

impl WorkshopFile {
    fn new(of_site: Rc<str>, text: Rc<str>) -> Self {
        let (workshop, problems) = workshop::read(&text);
        Self {
            workshop,
            problems,
            text,
            of_site,
        }
    }

    /// Asks the site for it. A file that has changed there is newer than what was measured here.
    pub async fn ask() -> Option<Self> {
        let of_site: Rc<str> = fetch::text(&format!("lessons/{FILE}")).await.ok()?.into();
        let measured = kept().await.filter(|(site, _)| **site == *of_site);
        let text = measured.map_or_else(|| Rc::clone(&of_site), |(_, text)| text.into());
        Some(Self::new(of_site, text))
    }

    /// With a kerf measured for the material whose name stands in a line, from 1.
    pub fn with_kerf(&self, line: usize, kerf: Kerf) -> Self {
        let text = workshop::with_kerf(&self.text, NewKerf { line, kerf });
        Self::new(Rc::clone(&self.of_site), text.into())
    }

    /// Whether it has a measure that the site does not have.
    pub fn is_measured(&self) -> bool {
        self.text != self.of_site
    }

    /// The lines of the material whose name stands in a line, from 1.
    pub fn entry(&self, line: usize) -> String {
        let mut lines = self.text.lines().skip(line.saturating_sub(1));
        let name = lines.next().unwrap_or_default();
        let values = lines.take_while(|line| !line.starts_with('#'));
        let entry: Vec<&str> = std::iter::once(name).chain(values).collect();
        entry.join("\n").trim_end().to_owned()
    }

    /// Keeps it on this computer; where the browser keeps nothing, it is used until the page is left.
    pub async fn keep(self: Rc<Self>) {
        let Ok(storage) = LocalStorage::open(PREFIX) else {
            return;
        };
        let mut change = Change::default();
        change.put.insert(OF_SITE.to_owned(), (*self.of_site).to_owned());
        change.put.insert(MEASURED.to_owned(), (*self.text).to_owned());
        let plan = Box::new(move |_| Ok(change));
        let _ = storage.update(Vec::new(), plan, Durability::default()).await;
    }
}

/// What this computer keeps: what the site had when it was measured, and the file with the measure.
async fn kept() -> Option<(String, String)> {
    let texts = LocalStorage::open(PREFIX).ok()?.load(Part::Start).await.ok()?;
    let text = |name: &str| Some(texts.get(name)?.to_owned());
    Some((text(OF_SITE)?, text(MEASURED)?))
}
