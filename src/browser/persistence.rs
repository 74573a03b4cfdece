//! Whether the browser promises to keep what is stored when room is short, and whether this address is a secure one.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

/// Whether the browser promised; `None` where it cannot be asked (an address without https, an old browser).
pub async fn is_promised() -> Option<bool> {
    let answer = manager()?.persisted().ok()?;
    JsFuture::from(answer).await.ok()?.as_bool()
}

/// Asks for the promise. Some browsers ask the person, others decide by how much the site is used.
pub async fn ask() -> Option<bool> {
    let answer = manager()?.persist().ok()?;
    JsFuture::from(answer).await.ok()?.as_bool()
}

/// Whether this address has all that browsers give to secure ones only.
pub fn is_secure() -> bool {
    web_sys::window().is_some_and(|window| window.is_secure_context())
}

/// Missing on an address that is not secure.
fn manager() -> Option<StorageManager> {
    let navigator = web_sys::window()?.navigator();
    let is_there = js_sys::Reflect::get(&navigator, &JsValue::from("storage")).ok()?;
    is_there.is_object().then(|| navigator.storage())
}
