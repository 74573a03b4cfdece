//! What a person typed or chose, out of the browser's events.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, InputEvent};

/// The text of the field that was typed in; empty for anything else.
pub fn typed_text(event: &InputEvent) -> String {
    text_of(event.unchecked_ref::<Event>())
}

/// The text of the field that changed; empty for anything else.
pub fn text_of(event: &Event) -> String {
    let Some(target) = event.target() else {
        return String::new();
    };
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        input.value()
    } else if let Some(area) = target.dyn_ref::<HtmlTextAreaElement>() {
        area.value()
    } else if let Some(select) = target.dyn_ref::<HtmlSelectElement>() {
        select.value()
    } else {
        String::new()
    }
}

/// Whether a key was pressed in a field one types in: there it is a letter, not a shortcut.
pub fn is_typing(event: &web_sys::KeyboardEvent) -> bool {
    event.target().is_some_and(|target| {
        target.has_type::<HtmlSelectElement>()
            || target.has_type::<HtmlTextAreaElement>()
            || target
                .dyn_ref::<HtmlInputElement>()
                .is_some_and(|input| input.type_() == "text")
    })
}
