//! Places that styles read: CSS custom properties of one element. The page's policy refuses `style="…"`, not this.

use wasm_bindgen::JsCast;
use yew::NodeRef;

/// Sets a custom property (`--name`) of an element; nothing where the element is gone.
pub fn set(element: &NodeRef, name: &str, value: &str) {
    if let Some(element) = element.cast::<web_sys::HtmlElement>() {
        // Refused only for a property that is computed by the browser itself.
        let _ = element.style().set_property(name, value);
    }
}

/// Sets a custom property of the root element to some words in quotes, which a style can show.
pub fn set_root_words(name: &str, words: &str) {
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element())
        .and_then(|root| root.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(root) = root {
        // As above. Our words have no quotes.
        let _ = root.style().set_property(name, &format!("\"{words}\""));
    }
}
