//! Paper.

/// Opens the browser's print window.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // Refused where printing is switched off.
        let _ = window.print();
    }
}
