//! Files of the site, asked for by a path relative to the page.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};

/// A file larger than this is not read: no lesson needs it, and a phone would stop.
pub const MOST_BYTES: usize = 5_000_000;

/// Why a file did not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchFault {
    /// The site answers that it has no such file.
    Missing,
    /// No answer: no network, or the site is down.
    NoAnswer,
    /// An answer that is not the file: a log-in page of the network, most often.
    NotTheFile,
    /// More than [`MOST_BYTES`].
    TooLarge,
}

/// The text of a file of the site.
///
/// # Errors
/// When the file does not come; nothing is retried.
pub async fn text(path: &str) -> Result<String, FetchFault> {
    let answer = get(path).await?;
    let body = answer.text().map_err(|_| FetchFault::NoAnswer)?;
    let text = JsFuture::from(body).await.map_err(|_| FetchFault::NoAnswer)?;
    let text = JsValue::as_string(&text).ok_or(FetchFault::NoAnswer)?;
    if text.len() > MOST_BYTES {
        Err(FetchFault::TooLarge)
    } else {
        Ok(text)
    }
}

/// The bytes of a file of the site.
///
/// # Errors
/// When the file does not come; nothing is retried.
pub async fn bytes(path: &str) -> Result<Vec<u8>, FetchFault> {
    let answer = get(path).await?;
    let body = answer.array_buffer().map_err(|_| FetchFault::NoAnswer)?;
    let buffer = JsFuture::from(body).await.map_err(|_| FetchFault::NoAnswer)?;
    let bytes = js_sys::Uint8Array::new(&buffer);
    if bytes.length() as usize > MOST_BYTES {
        Err(FetchFault::TooLarge)
    } else {
        Ok(bytes.to_vec())
    }
}

/// Asks whether a file of the site is there; its bytes stay where they are.
///
/// # Errors
/// When the site has no such file, or does not say.
pub async fn look(path: &str) -> Result<(), FetchFault> {
    answer(path, "HEAD").await.map(|_| ())
}

/// A file that is not too large to be read.
async fn get(path: &str) -> Result<Response, FetchFault> {
    let answer = answer(path, "GET").await?;
    let length = answer
        .headers()
        .get("content-length")
        .ok()
        .flatten()
        .and_then(|length| length.parse().ok());
    if length.is_some_and(|length: usize| length > MOST_BYTES) {
        Err(FetchFault::TooLarge)
    } else {
        Ok(answer)
    }
}

/// The site's answer, when it is a file.
async fn answer(path: &str, method: &str) -> Result<Response, FetchFault> {
    let init = RequestInit::new();
    init.set_method(method);
    // An author's edit must never be hidden by a cache: ask the site whether it changed.
    init.set_cache(RequestCache::NoCache);
    let window = web_sys::window().ok_or(FetchFault::NoAnswer)?;
    let answer = JsFuture::from(window.fetch_with_str_and_init(path, &init))
        .await
        .map_err(|_| FetchFault::NoAnswer)?;
    let answer: Response = answer.dyn_into().map_err(|_| FetchFault::NoAnswer)?;
    if answer.status() == 404 {
        return Err(FetchFault::Missing);
    }
    if !answer.ok() {
        return Err(FetchFault::NoAnswer);
    }
    let kind = answer
        .headers()
        .get("content-type")
        .ok()
        .flatten()
        .unwrap_or_default();
    if kind.starts_with("text/html") {
        Err(FetchFault::NotTheFile)
    } else {
        Ok(answer)
    }
}
