//! The journal: one object store of named texts in IndexedDB, one transaction per update.

use js_sys::{Array, Function, Object, Promise, Reflect};
use record::store::{Answer, BACKUP, Durability, Part, Plan, Refusal, Store, Texts};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, IdbDatabase, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction};

// What web-sys counts as unstable.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = IdbDatabase)]
    type Database;

    #[wasm_bindgen(method, catch)]
    fn transaction(
        this: &Database,
        store: &str,
        mode: &str,
        options: &JsValue,
    ) -> Result<IdbTransaction, JsValue>;

    #[wasm_bindgen(extends = IdbTransaction)]
    type Transaction;

    /// Missing in Safari before 15: the transaction then ends by itself a little later.
    #[wasm_bindgen(method, catch)]
    fn commit(this: &Transaction) -> Result<(), JsValue>;
}

/// Raised only when what stands in the database changes its form; a page with a smaller number is then told to close.
const FORM: u32 = 1;

/// The object store's name.
const TEXTS: &str = "texts";

/// How long the browser may take to open the database; some never answer.
const PATIENCE_MS: i32 = 3_000;

/// The journal.
pub struct IndexedDb {
    name: String,
    database: RefCell<Option<IdbDatabase>>,
    /// A newer Fabrique in another tab asked this one to let go.
    is_outdated: Rc<Cell<bool>>,
}

impl IndexedDb {
    /// Opens or creates the database of a name.
    ///
    /// # Errors
    /// When the browser has none, keeps none, or does not answer; [`Refusal::Newer`] when a newer Fabrique made it.
    pub async fn open(name: &str) -> Result<Self, Refusal> {
        let is_outdated = Rc::default();
        let database = open(name, &is_outdated).await?;
        Ok(Self {
            name: name.to_owned(),
            database: RefCell::new(Some(database)),
            is_outdated,
        })
    }

    async fn begin(&self, mode: &str, durability: Durability) -> Result<IdbTransaction, Refusal> {
        if self.is_outdated.get() {
            return Err(Refusal::Newer);
        }
        let options = Object::new();
        let durability = match durability {
            Durability::Relaxed => "relaxed",
            Durability::Strict => "strict",
        };
        Reflect::set(&options, &"durability".into(), &durability.into()).map_err(|error| refusal(&error))?;
        let begin = |database: &IdbDatabase| {
            database
                .unchecked_ref::<Database>()
                .transaction(TEXTS, mode, &options)
        };
        let at_hand = self.database.borrow().clone();
        if let Some(Ok(transaction)) = at_hand.as_ref().map(begin) {
            return Ok(transaction);
        }
        // The browser closed it (its data were cleared, say): once more from the start.
        let database = open(&self.name, &self.is_outdated).await?;
        *self.database.borrow_mut() = Some(database.clone());
        begin(&database).map_err(|error| refusal(&error))
    }
}

impl Store for IndexedDb {
    fn load(&self, part: Part) -> Answer<'_, Texts> {
        Box::pin(async move {
            let transaction = self.begin("readonly", Durability::Relaxed).await?;
            let store = texts(&transaction)?;
            let range = match &part {
                // No name comes after those of backups.
                Part::Start => IdbKeyRange::upper_bound(&BACKUP.into()),
                // No name has this character.
                Part::Beginning(text) => {
                    IdbKeyRange::bound(&text.as_str().into(), &format!("{text}\u{ffff}").into())
                }
            };
            let range = range.map_err(|error| refusal(&error))?;
            let names = store.get_all_keys_with_key(&range);
            let values = store.get_all_with_key(&range);
            let names = result(&names.map_err(|error| refusal(&error))?);
            let values = result(&values.map_err(|error| refusal(&error))?);
            let (names, values) = (Array::from(&names.await?), Array::from(&values.await?));
            Ok(names
                .iter()
                .zip(values.iter())
                .filter_map(|(name, value)| Some((name.as_string()?, value.as_string()?)))
                .collect())
        })
    }

    fn update(&self, names: Vec<String>, plan: Plan, durability: Durability) -> Answer<'_, ()> {
        Box::pin(async move {
            let transaction = self.begin("readwrite", durability).await?;
            let end = end(&transaction);
            let store = texts(&transaction)?;
            let mut asked = Vec::new();
            for name in names {
                let request = store
                    .get(&name.as_str().into())
                    .map_err(|error| refusal(&error))?;
                asked.push((name, result(&request)));
            }
            let mut there = Texts::default();
            // The transaction stays alive: each answer is awaited in the turn in which it comes.
            for (name, answer) in asked {
                if let Some(text) = answer.await?.as_string() {
                    there.insert(name, text);
                }
            }
            let written =
                plan(there).and_then(|change| write(&store, &change).map_err(|error| refusal(&error)));
            if let Err(refusal) = written {
                // It may have ended by itself; then there is nothing to take back.
                let _ = transaction.abort();
                return Err(refusal);
            }
            // Not to wait for the last answer: the page may be going.
            let _ = transaction.unchecked_ref::<Transaction>().commit();
            end.await
                .map(|_| ())
                .map_err(|_| transaction.error().map_or_else(unknown, |error| refusal(&error)))
        })
    }
}

fn write(store: &IdbObjectStore, change: &record::store::Change) -> Result<(), JsValue> {
    if change.is_cleared {
        store.clear()?;
    }
    for name in &change.deleted {
        store.delete(&name.as_str().into())?;
    }
    for (name, text) in change.put.iter() {
        store.put_with_key(&text.as_str().into(), &name.as_str().into())?;
    }
    Ok(())
}

async fn open(name: &str, is_outdated: &Rc<Cell<bool>>) -> Result<IdbDatabase, Refusal> {
    let window = web_sys::window().ok_or_else(unknown)?;
    let factory = window
        .indexed_db()
        .map_err(|error| refusal(&error))?
        .ok_or_else(|| Refusal::Absent("no indexedDB".to_owned()))?;
    let request = factory
        .open_with_u32(name, FORM)
        .map_err(|error| refusal(&error))?;
    let make = {
        let request = request.clone();
        Closure::once(move || {
            if let Ok(database) = request.result() {
                // Refused: opening then ends with an error of its own.
                let _ = database
                    .unchecked_into::<IdbDatabase>()
                    .create_object_store(TEXTS);
            }
        })
    };
    request.set_onupgradeneeded(Some(make.as_ref().unchecked_ref()));
    let opened = promise(|resolve, reject| {
        request.set_onsuccess(Some(resolve));
        request.set_onerror(Some(reject));
        // Refused: one waits as long as the browser does.
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(reject, PATIENCE_MS);
    });
    if JsFuture::from(opened).await.is_err() {
        return Err(match request.error() {
            Ok(Some(error)) => refusal(&error),
            _ => Refusal::Absent("indexedDB does not answer".to_owned()),
        });
    }
    let database: IdbDatabase = request
        .result()
        .map_err(|error| refusal(&error))?
        .unchecked_into();
    let let_go = {
        let (database, is_outdated) = (database.clone(), is_outdated.clone());
        Closure::<dyn FnMut()>::new(move || {
            is_outdated.set(true);
            database.close();
        })
    };
    // Lives as long as the page, as the database does.
    database.set_onversionchange(Some(let_go.into_js_value().unchecked_ref()));
    Ok(database)
}

fn texts(transaction: &IdbTransaction) -> Result<IdbObjectStore, Refusal> {
    transaction.object_store(TEXTS).map_err(|error| refusal(&error))
}

fn promise(mut start: impl FnMut(&Function, &Function)) -> Promise {
    Promise::new(&mut |resolve, reject| start(&resolve, &reject))
}

/// What a request answers. Listens from the call on, not from the first poll.
fn result(request: &IdbRequest) -> impl Future<Output = Result<JsValue, Refusal>> + use<> {
    let answered = promise(|resolve, reject| {
        request.set_onsuccess(Some(resolve));
        request.set_onerror(Some(reject));
    });
    let request = request.clone();
    async move {
        match JsFuture::from(answered).await {
            Ok(_) => request.result().map_err(|error| refusal(&error)),
            Err(_) => Err(match request.error() {
                Ok(Some(error)) => refusal(&error),
                _ => unknown(),
            }),
        }
    }
}

/// The end of a transaction. Listens from the call on; an end that nobody awaits is no fault of the page.
fn end(transaction: &IdbTransaction) -> JsFuture {
    JsFuture::from(promise(|resolve, reject| {
        transaction.set_oncomplete(Some(resolve));
        transaction.set_onabort(Some(reject));
    }))
}

/// Why, in our words where we have some.
pub(super) fn refusal(error: &JsValue) -> Refusal {
    let Some(exception) = error.dyn_ref::<DomException>() else {
        return unknown();
    };
    match exception.name().as_str() {
        "QuotaExceededError" => Refusal::Full,
        "VersionError" => Refusal::Newer,
        name => Refusal::Absent(format!("{name}: {}", exception.message())),
    }
}

fn unknown() -> Refusal {
    Refusal::Absent("unknown".to_owned())
}

#[cfg(all(test, target_arch = "wasm32"))]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use super::*;
    use crate::browser::chance::random_id;
    use crate::browser::local_storage::LocalStorage;
    use record::store::Change;
    use wasm_bindgen_test::wasm_bindgen_test;

    fn texts(texts: &[(&str, &str)]) -> Texts {
        texts
            .iter()
            .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
            .collect()
    }

    /// Reads a number, adds one, writes it.
    async fn count(store: &dyn Store, durability: Durability) -> Result<(), Refusal> {
        let plan: Plan = Box::new(|texts| {
            let count = texts
                .get("count")
                .map_or(0, |text| text.parse::<u32>().unwrap_or(0));
            Ok(Change {
                put: Texts::of("count".to_owned(), (count + 1).to_string()),
                ..Change::default()
            })
        });
        store.update(vec!["count".to_owned()], plan, durability).await
    }

    /// What every store must do.
    async fn check(store: &dyn Store) {
        assert_eq!(
            store.load(Part::Beginning(String::new())).await,
            Ok(Texts::default())
        );
        for durability in [Durability::Relaxed, Durability::Strict, Durability::Relaxed] {
            assert_eq!(count(store, durability).await, Ok(()));
        }
        assert_eq!(
            store.load(Part::Beginning(String::new())).await,
            Ok(texts(&[("count", "3")]))
        );
        let refused: Plan = Box::new(|_| Err(Refusal::Forgotten));
        let refused = store
            .update(vec!["count".to_owned()], refused, Durability::Relaxed)
            .await;
        assert_eq!(refused, Err(Refusal::Forgotten));
        let change = Change {
            deleted: vec!["count".to_owned(), "none".to_owned()],
            put: texts(&[("work/é", "«\u{a0}lampe\u{a0}»"), ("empty", "")]),
            ..Change::default()
        };
        let plan: Plan = Box::new(|texts| {
            assert_eq!(texts.get("count").map(String::as_str), Some("3"));
            Ok(change)
        });
        let names = vec!["count".to_owned(), "none".to_owned()];
        assert_eq!(store.update(names, plan, Durability::Strict).await, Ok(()));
        assert_eq!(
            store.load(Part::Beginning(String::new())).await,
            Ok(texts(&[("work/é", "«\u{a0}lampe\u{a0}»"), ("empty", "")]))
        );
        let change = Change {
            is_cleared: true,
            put: texts(&[("generation", "1")]),
            ..Change::default()
        };
        let cleared = store
            .update(Vec::new(), Box::new(|_| Ok(change)), Durability::Strict)
            .await;
        assert_eq!(cleared, Ok(()));
        assert_eq!(
            store.load(Part::Beginning(String::new())).await,
            Ok(texts(&[("generation", "1")]))
        );
    }

    #[wasm_bindgen_test]
    async fn the_journal_is_a_store() {
        check(&IndexedDb::open(&random_id()).await.unwrap()).await;
    }

    #[wasm_bindgen_test]
    async fn the_mirror_is_a_store_and_leaves_other_texts_alone() {
        let others = LocalStorage::open("other/").unwrap();
        count(&others, Durability::Relaxed).await.unwrap();
        check(&LocalStorage::open(&format!("{}/", random_id())).unwrap()).await;
        assert_eq!(
            others.load(Part::Beginning(String::new())).await.unwrap().len(),
            1
        );
    }

    #[wasm_bindgen_test]
    async fn two_connections_lose_no_count() {
        let name = random_id();
        let first = IndexedDb::open(&name).await.unwrap();
        let second = IndexedDb::open(&name).await.unwrap();
        let (done, all_done) = (Rc::new(Cell::new(0)), 20);
        for store in [first, second] {
            let done = done.clone();
            wasm_bindgen_futures::spawn_local(async move {
                for _ in 0..all_done {
                    count(&store, Durability::Relaxed).await.unwrap();
                    done.set(done.get() + 1);
                }
            });
        }
        let third = IndexedDb::open(&name).await.unwrap();
        while done.get() < 2 * all_done {
            assert!(third.load(Part::Beginning(String::new())).await.is_ok());
        }
        assert_eq!(
            third.load(Part::Beginning(String::new())).await,
            Ok(texts(&[("count", "40")]))
        );
    }

    #[wasm_bindgen_test]
    async fn a_newer_form_is_told_and_makes_an_old_page_let_go() {
        let name = random_id();
        let old = IndexedDb::open(&name).await.unwrap();
        let factory = web_sys::window().unwrap().indexed_db().unwrap().unwrap();
        // Resolves only once the old page has let go.
        let newer = factory.open_with_u32(&name, FORM + 1).unwrap();
        result(&newer).await.unwrap();
        assert_eq!(
            old.load(Part::Beginning(String::new())).await,
            Err(Refusal::Newer)
        );
        assert_eq!(IndexedDb::open(&name).await.err(), Some(Refusal::Newer));
    }

    #[wasm_bindgen_test]
    async fn a_connection_that_the_browser_closed_is_opened_again() {
        let store = IndexedDb::open(&random_id()).await.unwrap();
        count(&store, Durability::Relaxed).await.unwrap();
        store.database.borrow().as_ref().unwrap().close();
        assert_eq!(count(&store, Durability::Relaxed).await, Ok(()));
        assert_eq!(
            store.load(Part::Beginning(String::new())).await,
            Ok(texts(&[("count", "2")]))
        );
    }
}
