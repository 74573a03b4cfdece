//! The clock on the wall: shown to people, never compared.

/// Now, in the time of this place: `2026-11-24T13:05`.
pub fn now_text() -> String {
    let now = js_sys::Date::new_0();
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}",
        now.get_full_year(),
        now.get_month() + 1,
        now.get_date(),
        now.get_hours(),
        now.get_minutes()
    )
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests {
    use super::now_text;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn now_is_written_as_a_date_and_a_time() {
        let now = now_text();
        let shape: String = now
            .chars()
            .map(|letter| if letter.is_ascii_digit() { '0' } else { letter })
            .collect();
        assert_eq!(shape, "0000-00-00T00:00", "{now}");
    }
}
