//! The document itself: its language, and how it is shown.

use words::Language;

/// Tells browsers and screen readers which language the page speaks.
pub fn set_language(language: Language) {
    set_root_attribute("lang", language.code());
}

/// Sets an attribute of the root element, which styles go by.
pub fn set_root_attribute(name: &str, value: &str) {
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element());
    if let Some(root) = root {
        // Refused only for a name that is none.
        let _ = root.set_attribute(name, value);
    }
}
