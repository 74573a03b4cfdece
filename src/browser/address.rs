//! The page's own address.

/// Whether `?auteur` (or `?author`) stands in the address, before or after the `#`.
pub fn is_author() -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let address = window.location().href().unwrap_or_default();
    address
        .split(['?', '&', '#'])
        .skip(1)
        .any(|word| matches!(word.split('=').next(), Some("auteur" | "author")))
}
