//! Where texts are stored: a port with two versions in the browser and one in memory.

use crate::ordered::Ordered;
use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

/// Named texts.
pub type Texts = Ordered<String, String>;

/// What a store answers, later.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, Refusal>> + 'a>>;

/// What to do with the texts that were read: run inside the transaction.
pub type Plan = Box<dyn FnOnce(Texts) -> Result<Change, Refusal>>;

/// Why a store refuses. Nothing was changed then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no room left.
    Full,
    /// A newer Fabrique wrote here; its data must not be rewritten.
    Newer,
    /// Everything was forgotten since this page was opened: what it holds must not come back.
    Forgotten,
    /// There is no such store here (private window, policy, old browser); the browser's own words.
    Absent(String),
}

/// How sure an answer must be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Durability {
    /// Safe when the page or the browser dies.
    #[default]
    Relaxed,
    /// On the disk: safe when the power goes too.
    Strict,
}

/// What changes in a store, all or nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Everything goes first.
    pub is_cleared: bool,
    /// Names to delete.
    pub deleted: Vec<String>,
    /// Texts to write.
    pub put: Texts,
}

/// Before the names of texts that are only read when someone asks for them: earlier versions, and what stood here
/// before a change of format. They may be many, so a start does not wait for them. Sorted, they come after all
/// other names.
pub const BACKUP: &str = "~backup/";

/// A part of a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// What a start needs: every text but the backups (see [`BACKUP`]).
    Start,
    /// Every text whose name begins with this, backups too.
    Beginning(String),
}

impl Part {
    /// Whether a name is in it.
    #[must_use]
    pub fn holds(&self, name: &str) -> bool {
        match self {
            Self::Start => !name.starts_with(BACKUP),
            Self::Beginning(beginning) => name.starts_with(beginning.as_str()),
        }
    }
}

/// A store of named texts.
pub trait Store {
    /// The texts of a part.
    fn load(&self, part: Part) -> Answer<'_, Texts>;

    /// In one transaction: reads the texts of these names, asks the plan, and does what it says. Answers once that is
    /// as sure as asked.
    fn update(&self, names: Vec<String>, plan: Plan, durability: Durability) -> Answer<'_, ()>;
}

/// A store in memory: for a browser that keeps nothing, and for tests.
#[derive(Clone, Debug, Default)]
pub struct Memory(Rc<RefCell<Texts>>);

impl Store for Memory {
    fn load(&self, part: Part) -> Answer<'_, Texts> {
        let mut texts = self.0.borrow().clone();
        texts.retain(|name, _| part.holds(name));
        Box::pin(std::future::ready(Ok(texts)))
    }

    fn update(&self, names: Vec<String>, plan: Plan, _: Durability) -> Answer<'_, ()> {
        let read = {
            let texts = self.0.borrow();
            names
                .into_iter()
                .filter_map(|name| texts.get(&name).cloned().map(|text| (name, text)))
                .collect()
        };
        let result = plan(read).map(|change| change.apply(&mut self.0.borrow_mut()));
        Box::pin(std::future::ready(result))
    }
}

impl Change {
    /// Makes it in a store, whatever is there.
    pub fn made_in(self, store: &dyn Store) -> Answer<'_, ()> {
        store.update(Vec::new(), Box::new(|_| Ok(self)), Durability::Relaxed)
    }

    /// Does it.
    pub fn apply(self, texts: &mut Texts) {
        if self.is_cleared {
            texts.clear();
        }
        for name in &self.deleted {
            texts.remove(name);
        }
        for (name, text) in self.put {
            texts.insert(name, text);
        }
    }
}
