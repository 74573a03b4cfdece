//! Places that styles read: CSS custom properties of one element. The page's policy refuses `style="…"`, not this.

use yew::NodeRef;

/// Sets a custom property (`--name`) of an element; nothing where the element is gone.
pub fn set(element: &NodeRef, name: &str, value: &str) {
    if let Some(element) = element.cast::<web_sys::HtmlElement>() {
        // Refused only for a property that is computed by the browser itself.
        let _ = element.style().set_property(name, value);
    }
}
