//! The mirror: named texts in `localStorage`, there at once and small.

use super::indexed_db::refusal;
use record::store::{Answer, Change, Durability, Part, Plan, Refusal, Store, Texts};
use std::future::ready;
use wasm_bindgen::JsValue;
use web_sys::Storage;

/// `localStorage`, under a prefix of our own.
pub struct LocalStorage {
    storage: Storage,
    prefix: String,
}

impl LocalStorage {
    /// The storage of this site.
    ///
    /// # Errors
    /// When the browser has or gives none.
    pub fn open(prefix: &str) -> Result<Self, Refusal> {
        let storage = web_sys::window()
            .ok_or_else(|| Refusal::Absent("no window".to_owned()))?
            .local_storage()
            .map_err(|error| refusal(&error))?
            .ok_or_else(|| Refusal::Absent("no localStorage".to_owned()))?;
        Ok(Self {
            storage,
            prefix: prefix.to_owned(),
        })
    }

    fn read(&self, part: &Part) -> Result<Texts, JsValue> {
        let mut texts = Texts::default();
        for index in 0..self.storage.length()? {
            let Some(key) = self.storage.key(index)? else {
                continue;
            };
            if let Some(name) = key.strip_prefix(&self.prefix)
                && part.holds(name)
                && let Some(text) = self.storage.get_item(&key)?
            {
                texts.insert(name.to_owned(), text);
            }
        }
        Ok(texts)
    }

    /// Not all or nothing, as nothing here can be: what is written is joined on reading, so a half of it does no harm.
    /// A text that does not fit leaves the former one (measured in Chromium 156).
    fn write(&self, change: Change) -> Result<(), JsValue> {
        let key = |name: &str| format!("{}{name}", self.prefix);
        if change.is_cleared {
            for name in self.read(&Part::Beginning(String::new()))?.keys() {
                self.storage.remove_item(&key(name))?;
            }
        }
        for (name, text) in change.put.iter() {
            self.storage.set_item(&key(name), text)?;
        }
        for name in &change.deleted {
            self.storage.remove_item(&key(name))?;
        }
        Ok(())
    }
}

impl Store for LocalStorage {
    fn load(&self, part: Part) -> Answer<'_, Texts> {
        Box::pin(ready(self.read(&part).map_err(|error| refusal(&error))))
    }

    fn update(&self, names: Vec<String>, plan: Plan, _: Durability) -> Answer<'_, ()> {
        let there = names
            .into_iter()
            .filter_map(|name| {
                let text = self.storage.get_item(&format!("{}{name}", self.prefix)).ok()??;
                Some((name, text))
            })
            .collect();
        let result = plan(there).and_then(|change| self.write(change).map_err(|error| refusal(&error)));
        Box::pin(ready(result))
    }
}
