//! Files a person takes and brings.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, File, FilePropertyBag, HtmlAnchorElement, HtmlInputElement, ShareData, Url,
};
use yew::NodeRef;

/// The kind of a copy of the record.
pub const JSON: &str = "application/json";

/// Gives a text of a kind (`image/svg+xml`) to the person as a file.
pub fn download(file_name: &str, kind: &str, text: &str) {
    // Refused only by a browser that has no files at all: then nothing comes, and the text is still on the page.
    let _ = try_download(file_name, kind, text);
}

/// An address of this page under which a text can be shown as a picture; to be forgotten afterwards.
pub fn address_of(kind: &str, text: &str) -> Option<String> {
    Url::create_object_url_with_blob(&blob(kind, text).ok()?).ok()
}

/// Frees what [`address_of`] holds.
pub fn forget_address(address: &str) {
    // Refused only for an address that is not one.
    let _ = Url::revoke_object_url(address);
}

/// Whether a file can be sent to another app of this device, as phones do.
pub fn can_send() -> bool {
    let Some(file) = file("a.svg", "image/svg+xml", "") else {
        return false;
    };
    navigator().is_some_and(|navigator| {
        // Older browsers have no such call at all.
        js_sys::Reflect::has(&navigator, &"canShare".into()).unwrap_or(false)
            && navigator.can_share_with_data(&share(&file))
    })
}

/// Sends a text as a file to another app of this device; the person chooses which.
pub fn send(file_name: &str, kind: &str, text: &str) {
    if let (Some(navigator), Some(file)) = (navigator(), file(file_name, kind, text)) {
        // Given up by the person: then nothing is sent.
        let sent = JsFuture::from(navigator.share_with_data(&share(&file)));
        spawn_local(async move {
            let _ = sent.await;
        });
    }
}

fn navigator() -> Option<web_sys::Navigator> {
    web_sys::window().map(|window| window.navigator())
}

fn share(file: &File) -> ShareData {
    let data = ShareData::new();
    data.set_files(&Array::of1(file));
    data
}

fn file(file_name: &str, kind: &str, text: &str) -> Option<File> {
    let options = FilePropertyBag::new();
    options.set_type(kind);
    File::new_with_str_sequence_and_options(&Array::of1(&text.into()), file_name, &options).ok()
}

fn blob(kind: &str, text: &str) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)
}

fn try_download(file_name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(&blob(kind, text)?)?;
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
    let mut files = taken(field);
    if files.is_empty() {
        return then(Chosen::Nothing);
    }
    let file = files.swap_remove(0);
    spawn_local(async move { then(read(&file, largest).await) });
}

/// The same for each of several files, one after the other.
pub fn each_chosen(field: &NodeRef, largest: usize, mut then: impl FnMut(Chosen) + 'static) {
    let files = taken(field);
    spawn_local(async move {
        for file in files {
            then(read(&file, largest).await);
        }
    });
}

/// The files of a field, which is empty then.
fn taken(field: &NodeRef) -> Vec<File> {
    let Some(field) = field.cast::<HtmlInputElement>() else {
        return Vec::new();
    };
    let files = field.files();
    let files = files
        .iter()
        .flat_map(|files| (0..files.length()).filter_map(|number| files.get(number)));
    let files = files.collect();
    field.set_value("");
    files
}

async fn read(file: &File, largest: usize) -> Chosen {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a size in bytes, whole and positive; `as` saturates"
    )]
    let bytes = file.size() as usize;
    if bytes > largest {
        return Chosen::TooLarge(bytes);
    }
    let buffer = JsFuture::from(file.array_buffer()).await;
    buffer.map_or(Chosen::Unreadable, |buffer| {
        Chosen::Bytes(Uint8Array::new(&buffer).to_vec())
    })
}
