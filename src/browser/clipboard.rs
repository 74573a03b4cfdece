//! The clipboard.

use wasm_bindgen_futures::JsFuture;

/// Writes a text to it; whether the browser let us.
pub async fn write(text: &str) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    // Without a secure context the property is missing, whatever its type says.
    if !window.is_secure_context() {
        return false;
    }
    JsFuture::from(window.navigator().clipboard().write_text(text))
        .await
        .is_ok()
}
