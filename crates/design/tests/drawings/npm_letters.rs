//! Both fonts, as npm brings them.

use design::document::Font;
use design::letters::Letters;

/// Reads them.
pub fn letters() -> Letters {
    let mut letters = Letters::default();
    for font in Font::ALL {
        let file = format!(
            "{}/../../node_modules/{}",
            env!("CARGO_MANIFEST_DIR"),
            font.npm_path()
        );
        letters.read(font, &std::fs::read(file).unwrap()).unwrap();
    }
    letters
}
