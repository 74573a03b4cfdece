//! How wide the screen is.

use gloo::events::EventListener;

/// Below this width the page has its phone layout, as the style sheets say.
const NARROW: &str = "(max-width: 899.98px)";

/// Whether the page has its phone layout.
#[must_use]
pub fn is_narrow() -> bool {
    query().is_some_and(|query| query.matches())
}

/// Calls back when the layout turns from wide to phone or back, until it is dropped.
#[must_use]
pub fn on_narrow_change(callback: impl Fn(bool) + 'static) -> Option<EventListener> {
    let query = query()?;
    let target = query.clone();
    Some(EventListener::new(&target, "change", move |_| {
        callback(query.matches())
    }))
}

fn query() -> Option<web_sys::MediaQueryList> {
    web_sys::window()?.match_media(NARROW).ok()?
}
