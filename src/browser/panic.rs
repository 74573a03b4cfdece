//! What is said when we ourselves broke something.

/// Writes a panic to the browser's console.
pub fn report_in_the_page() {
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&format!("Fabrique: {info}").into());
    }));
}
