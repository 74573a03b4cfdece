//! Working without internet, as `assets/offline/offline.js` does it.

use super::scripts::{self, Script};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = fabriqueOffline, js_name = start)]
    fn start_worker(listener: &JsValue);
    #[wasm_bindgen(js_namespace = fabriqueOffline, js_name = accept)]
    fn accept_release();
    #[wasm_bindgen(js_namespace = fabriqueOffline, js_name = stored)]
    fn tell_stored(is_stored: bool);
}

/// What the worker's side tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// A new release is here, and waits until it is accepted.
    Ready,
    /// All work must be stored now; [`stored`] answers.
    Flush,
    /// The new release was accepted, but some page could not store its work: all go on with the one they have.
    Blocked,
}

impl News {
    fn read(text: &str) -> Option<Self> {
        match text {
            "ready" => Some(Self::Ready),
            "flush" => Some(Self::Flush),
            "blocked" => Some(Self::Blocked),
            _ => None,
        }
    }
}

/// Makes the site work without internet from now on, for the life of the page; does nothing when its script does not
/// arrive, as the next visit tries again.
pub async fn start(listener: impl Fn(News) + 'static) {
    if scripts::load(Script::Offline).await.is_err() {
        return;
    }
    let listener = Closure::<dyn Fn(String)>::new(move |text: String| {
        if let Some(news) = News::read(&text) {
            listener(news);
        }
    });
    start_worker(&listener.into_js_value());
}

/// Changes to the new release, once every page has stored its work.
pub fn accept() {
    accept_release();
}

/// Answers [`News::Flush`].
pub fn stored(is_stored: bool) {
    tell_stored(is_stored);
}
