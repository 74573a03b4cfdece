//! The page's own address.

use gloo::events::EventListener;

/// Whether `?auteur` (or `?author`) stands in the address, before or after the `#`.
pub fn is_author() -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let address = window.location().href().unwrap_or_default();
    address
        .split(['?', '&', '#'])
        .skip(1)
        .any(|word| matches!(word.split('=').next(), Some("auteur" | "author")))
}

/// The address from its `#` on, which the page reads by itself.
pub fn after_path() -> String {
    web_sys::window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// Changes the address from its `#` on; what is before stays, and the page is not loaded again.
pub fn go_to(after_path: &str) {
    if let Some(window) = web_sys::window() {
        // Refused only for a page that is not shown.
        let _ = window.location().set_hash(after_path);
    }
}

/// Changes the address from its `#` on, in the place of the one before: the way back leads past it.
pub fn go_to_instead(after_path: &str) {
    if let Some(window) = web_sys::window() {
        // Relative to the page itself, not to its `<base>`. Refused only for a page that is not shown.
        let location = window.location();
        let page = location.href().unwrap_or_default();
        let page = page.split('#').next().unwrap_or_default();
        let _ = location.replace(&format!("{page}{after_path}"));
    }
}

/// Listens to changes of the address from its `#` on, until what is returned is dropped.
pub fn on_change(changed: impl Fn() + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "hashchange", move |_| changed()))
}
