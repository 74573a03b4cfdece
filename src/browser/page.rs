//! The page itself.

/// Loads the page again, at the same address.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        // Refused only for a page that is not shown; there is nothing to do about it.
        let _ = window.location().reload();
    }
}
