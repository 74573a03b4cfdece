//! Where the keyboard is.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, SvgElement};

/// Moves the focus to the element of an id, making it focusable where it is not.
pub fn focus(id: &str) {
    let element = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id));
    if let Some(drawing) = element
        .as_ref()
        .and_then(|element| element.dyn_ref::<SvgElement>())
    {
        // Refused only where the element is gone meanwhile.
        let _ = drawing.focus();
    }
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        if element.tab_index() < 0 && !element.has_attribute("tabindex") {
            element.set_tab_index(-1);
        }
        // Refused only where the element is gone meanwhile.
        let _ = element.focus();
    }
}

/// Whether no element has the keyboard: the one that had it is gone.
pub fn is_lost() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let has_it = document.as_ref().and_then(web_sys::Document::active_element);
    has_it.is_none_or(|element| element.tag_name() == "BODY")
}
