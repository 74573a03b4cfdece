//! The document itself: its language.

use words::Language;

/// Tells browsers and screen readers which language the page speaks.
pub fn set_language(language: Language) {
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element());
    if let Some(root) = root {
        // An attribute of the root element is always accepted.
        let _ = root.set_attribute("lang", language.code());
    }
}
