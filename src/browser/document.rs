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

fn dark_scheme() -> Option<web_sys::MediaQueryList> {
    web_sys::window()?
        .match_media("(prefers-color-scheme: dark)")
        .ok()
        .flatten()
}

/// Whether the machine asks for dark pages.
pub fn is_machine_dark() -> bool {
    dark_scheme().is_some_and(|scheme| scheme.matches())
}

/// Calls back when the machine turns dark or light, until what is returned is dropped.
pub fn on_machine_scheme(changed: impl Fn() + 'static) -> Option<gloo::events::EventListener> {
    let scheme = dark_scheme()?;
    Some(gloo::events::EventListener::new(&scheme, "change", move |_| {
        changed()
    }))
}
