//! The clock on the wall: shown to people, never compared.

use js_sys::Date;

/// Now, in the time of this place: `2026-11-24T13:05`.
pub fn now_text() -> String {
    let now = Date::new_0();
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}",
        now.get_full_year(),
        now.get_month() + 1,
        now.get_date(),
        now.get_hours(),
        now.get_minutes()
    )
}

/// Now, so exactly that no two are the same in practice: `2026-11-24T13:05:07.123`.
pub fn exact_now_text() -> String {
    let now = Date::new_0();
    format!(
        "{}:{:02}.{:03}",
        now_text(),
        now.get_seconds(),
        now.get_milliseconds()
    )
}

/// Now, in milliseconds since 1970, as the clock on the wall says; only to tell a person that something is long ago.
pub fn epoch_ms() -> f64 {
    Date::now()
}

/// Milliseconds since the page began; never goes back, whatever happens to the clock on the wall.
pub fn page_ms() -> f64 {
    web_sys::window()
        .and_then(|window| window.performance())
        .map_or_else(Date::now, |performance| performance.now())
}
