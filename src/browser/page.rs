//! The page itself.

use gloo::events::EventListener;
use web_sys::VisibilityState;

/// Loads the page again, at the same address.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        // Refused only for a page that is not shown; there is nothing to do about it.
        let _ = window.location().reload();
    }
}

/// What may happen to a page as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageLife {
    /// It is out of sight, or about to go.
    Away,
    /// It is in front again.
    Back,
}

/// Listens to the life of the page, until what is returned is dropped.
pub fn on_page_life(on_change: impl Fn(PageLife) + Clone + 'static) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else {
        return Vec::new();
    };
    let mut listeners = Vec::new();
    if let Some(document) = window.document() {
        let (on_change, asked) = (on_change.clone(), document.clone());
        listeners.push(EventListener::new(&document, "visibilitychange", move |_| {
            on_change(match asked.visibility_state() {
                VisibilityState::Hidden => PageLife::Away,
                _ => PageLife::Back,
            });
        }));
    }
    listeners.push(EventListener::new(&window, "pagehide", move |_| {
        on_change(PageLife::Away)
    }));
    listeners
}
