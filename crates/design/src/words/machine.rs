//! The colours of a machine's files, in words.

use crate::machine::Colour;
use words::Language;

impl Colour {
    /// `rouge`, `red`; nothing for a colour that has no plain name.
    #[must_use]
    pub fn word(self, language: Language) -> Option<&'static str> {
        let (french, english) = match self.bytes {
            [0, 0, 0] => ("noir", "black"),
            [0xff, 0, 0] => ("rouge", "red"),
            [0, 0, 0xff] => ("bleu", "blue"),
            [0, 0xff, 0] => ("vert", "green"),
            [0xff, 0xff, 0] => ("jaune", "yellow"),
            [0, 0xff, 0xff] => ("cyan", "cyan"),
            [0xff, 0, 0xff] => ("magenta", "magenta"),
            [0xff, 0x80, 0] => ("orange", "orange"),
            _ => return None,
        };
        Some(language.pick(french, english))
    }
}
