//! The codes of people whose work is sent: small texts in the browser, for this visit or for good.
//!
//! "Empty this device" clears them with everything else of the prefix.

use web_sys::Storage;

/// Before the id of a person; under the prefix that emptying the device clears.
const PREFIX: &str = "fab.v1/sync/";

fn storages() -> impl Iterator<Item = Storage> {
    let window = web_sys::window();
    let of_visit = window
        .as_ref()
        .and_then(|window| window.session_storage().ok().flatten());
    let for_good = window
        .as_ref()
        .and_then(|window| window.local_storage().ok().flatten());
    of_visit.into_iter().chain(for_good)
}

fn ids_of(storage: &Storage) -> Vec<String> {
    let length = storage.length().unwrap_or(0);
    let keys = (0..length).filter_map(|index| storage.key(index).ok().flatten());
    keys.filter_map(|key| key.strip_prefix(PREFIX).map(str::to_owned))
        .collect()
}

/// Whether anyone's work is sent from here.
pub fn is_any() -> bool {
    storages().any(|storage| !ids_of(&storage).is_empty())
}

/// The people whose work is sent from here.
pub fn ids() -> Vec<String> {
    let mut ids: Vec<String> = storages().flat_map(|storage| ids_of(&storage)).collect();
    ids.sort();
    ids.dedup();
    ids
}

/// What is kept of one.
pub fn read(id: &str) -> Option<String> {
    storages().find_map(|storage| storage.get_item(&format!("{PREFIX}{id}")).ok().flatten())
}

/// Keeps a text: `for_good` on a computer of one's own, else for this visit. `false` when the browser refuses.
pub fn write(id: &str, text: &str, for_good: bool) -> bool {
    let mut storages = storages();
    let storage = if for_good {
        storages.last()
    } else {
        storages.next()
    };
    storage.is_some_and(|storage| storage.set_item(&format!("{PREFIX}{id}"), text).is_ok())
}

/// Forgets one, everywhere.
pub fn forget(id: &str) {
    for storage in storages() {
        // Refused by a browser that keeps nothing: then there is nothing to forget.
        let _ = storage.remove_item(&format!("{PREFIX}{id}"));
    }
}

/// Forgets those of this visit: emptying the device clears the others.
pub fn forget_visit() {
    if let Some(storage) = web_sys::window().and_then(|window| window.session_storage().ok().flatten()) {
        for id in ids_of(&storage) {
            let _ = storage.remove_item(&format!("{PREFIX}{id}"));
        }
    }
}
