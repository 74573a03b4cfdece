//! Chance for ids.

/// 64 bits of the browser's chance as 16 hexadecimal digits. `crypto.getRandomValues` is there without a secure
/// context too; should it fail, the clock and `Math.random` are chance enough for a name.
pub fn random_id() -> String {
    let mut bytes = [0_u8; 8];
    let is_filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if is_filled {
        format!("{:016x}", u64::from_be_bytes(bytes))
    } else {
        format!(
            "{:016x}",
            js_sys::Math::random().to_bits() ^ js_sys::Date::now().to_bits()
        )
    }
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests {
    use super::random_id;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn ids_differ_and_are_16_hexadecimal_digits() {
        let (one, other) = (random_id(), random_id());
        assert_ne!(one, other);
        for id in [one, other] {
            assert!(
                id.len() == 16 && id.chars().all(|digit| digit.is_ascii_hexdigit()),
                "{id}"
            );
        }
    }
}
