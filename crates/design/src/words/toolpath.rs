//! What a machine does, in a word, and how much of it.

use crate::toolpath::{Stage, StageSummary};
use words::{Language, number};

impl Stage {
    /// What is done: `Graver`, `Marquer`, `Couper dedans`, `Couper dehors`.
    #[must_use]
    pub fn word(self, language: Language) -> &'static str {
        match self {
            Self::Engrave => language.pick("Graver", "Engrave"),
            Self::Score => language.pick("Marquer", "Score"),
            Self::CutInside => language.pick("Couper dedans", "Cut inside"),
            Self::CutOutside => language.pick("Couper dehors", "Cut outside"),
        }
    }
}

impl StageSummary {
    /// How much is done: whole millimetres of line, or a tenth of a square centimetre of area.
    #[must_use]
    pub fn amount(&self, language: Language) -> String {
        match self.stage {
            Stage::Engrave => area(self.area, language),
            Stage::Score | Stage::CutInside | Stage::CutOutside => length(self.length, language),
        }
    }
}

/// Whole millimetres.
fn length(millimetres: f64, language: Language) -> String {
    format!("{}\u{a0}mm", number(libm::round(millimetres), language))
}

/// Tenths of a square centimetre, hundredths where there is less than one.
fn area(square_millimetres: f64, language: Language) -> String {
    let square_centimetres = square_millimetres / 100.0;
    let steps = if square_centimetres < 1.0 { 100.0 } else { 10.0 };
    let rounded = libm::round(square_centimetres * steps) / steps;
    format!("{}\u{a0}cm²", number(rounded, language))
}
