//! Files a person takes and brings.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};
use yew::NodeRef;

/// Gives a text to the person as a file.
pub fn download(file_name: &str, text: &str) {
    // Refused only by a browser that has no files at all: then nothing comes, and the text is still on the page.
    let _ = try_download(file_name, text);
}

fn try_download(file_name: &str, text: &str) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type("application/json");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(file_name);
    link.click();
    // The browser has taken it by the next turn.
    gloo::timers::callback::Timeout::new(10_000, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}

/// A file that was chosen.
pub enum Chosen {
    /// None.
    Nothing,
    /// Larger than one reads; its size in bytes.
    TooLarge(usize),
    /// The browser could not read it (gone, or not allowed).
    Unreadable,
    /// Its bytes.
    Bytes(Vec<u8>),
}

/// Reads the file chosen in a file field, unless it is larger than `largest` bytes. The field is emptied, so that the
/// same file can be chosen again.
pub fn chosen(field: &NodeRef, largest: usize, then: impl FnOnce(Chosen) + 'static) {
    let file = field.cast::<HtmlInputElement>().and_then(|field| {
        let file = field.files()?.get(0);
        field.set_value("");
        file
    });
    let Some(file) = file else {
        return then(Chosen::Nothing);
    };
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a size in bytes, whole and positive; `as` saturates"
    )]
    let bytes = file.size() as usize;
    if bytes > largest {
        return then(Chosen::TooLarge(bytes));
    }
    spawn_local(async move {
        let buffer = JsFuture::from(file.array_buffer()).await;
        then(buffer.map_or(Chosen::Unreadable, |buffer| {
            Chosen::Bytes(Uint8Array::new(&buffer).to_vec())
        }));
    });
}
