//! The names of the eight tools.

use record::Tool;
use words::Language;

/// A tool's name.
pub fn tool(tool: Tool, language: Language) -> &'static str {
    match tool {
        Tool::Hammer => language.pick("Marteau", "Hammer"),
        Tool::Saw => language.pick("Scie", "Saw"),
        Tool::Plane => language.pick("Rabot", "Plane"),
        Tool::Spanner => language.pick("Clé", "Spanner"),
        Tool::SetSquare => language.pick("Équerre", "Set square"),
        Tool::Compass => language.pick("Compas", "Compass"),
        Tool::TapeMeasure => language.pick("Mètre", "Tape measure"),
        Tool::Screwdriver => language.pick("Tournevis", "Screwdriver"),
    }
}
