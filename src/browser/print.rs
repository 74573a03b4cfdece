//! Paper.

use gloo::events::EventListener;

/// Opens the browser's print window.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // Refused where printing is switched off.
        let _ = window.print();
    }
}

/// Calls back when the browser lays the page out for paper (`true`) and for the screen again, until it is dropped.
#[must_use]
pub fn on_print_change(callback: impl Fn(bool) + 'static) -> Option<EventListener> {
    let query = web_sys::window()?.match_media("print").ok()??;
    let target = query.clone();
    Some(EventListener::new(&target, "change", move |_| {
        callback(query.matches())
    }))
}
