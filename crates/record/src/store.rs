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

/// A store of named texts.
pub trait Store {
    /// Every text.
    fn load(&self) -> Answer<'_, Texts>;

    /// In one transaction: reads the texts of these names, asks the plan, and does what it says. Answers once that is
    /// as sure as asked.
    fn update(&self, names: Vec<String>, plan: Plan, durability: Durability) -> Answer<'_, ()>;
}

/// A store in memory: for a browser that keeps nothing, and for tests.
#[derive(Clone, Debug, Default)]
pub struct Memory(Rc<RefCell<Texts>>);

impl Store for Memory {
    fn load(&self) -> Answer<'_, Texts> {
        let texts = self.0.borrow().clone();
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
