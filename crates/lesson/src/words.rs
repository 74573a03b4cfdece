//! The sentences of this crate, in French and in English.

pub mod check;
pub(crate) mod verdict;

/// A French text with non-breaking spaces where French typography asks for them: inside guillemets and before
/// `: ; ? ! %`.
#[must_use]
pub fn with_french_spaces(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut last = ' ';
    while let Some(letter) = letters.next() {
        let holds_together = letter == ' '
            && (last == '«'
                || letters
                    .peek()
                    .is_some_and(|next| matches!(next, '»' | ':' | ';' | '?' | '!' | '%')));
        spaced.push(if holds_together { '\u{a0}' } else { letter });
        last = letter;
    }
    spaced
}
