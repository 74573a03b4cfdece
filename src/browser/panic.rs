//! What is said when we ourselves broke something. The shipped wasm stops without a word (tools/xtask/src/shipped.rs).

/// Writes a panic to the browser's console.
pub fn report_in_the_page() {
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&format!("Fabrique: {info}").into());
    }));
}
