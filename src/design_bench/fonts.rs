//! The letters: files that come when the bench is opened, the handwritten ones when they are first wanted.

use crate::browser::fetch;
use design::document::{Document, Font, Form};
use design::letters::Letters;
use std::rc::Rc;
use yew::prelude::*;

/// The fonts a drawing writes in.
pub fn fonts_of(document: &Document) -> Vec<Font> {
    let shapes = document.shapes();
    let is_used = |font: &Font| {
        shapes
            .iter()
            .any(|shape| matches!(&shape.form, Form::Text { font: used, .. } if used == font))
    };
    Font::ALL.into_iter().filter(is_used).collect()
}

/// The file of a font.
pub async fn ask(font: Font) -> Option<Vec<u8>> {
    fetch::bytes(&format!("fonts/{}", font.file_name())).await.ok()
}

/// The letters of some fonts, where no bench is open; none as long as their files are on their way.
#[hook]
pub fn use_letters(fonts: Vec<Font>) -> Rc<Letters> {
    let letters = use_state(Rc::<Letters>::default);
    {
        let letters = letters.clone();
        use_effect_with(fonts, move |fonts| {
            let fonts = fonts.clone();
            wasm_bindgen_futures::spawn_local(async move {
                let mut read = Letters::default();
                for font in fonts {
                    if let Some(bytes) = ask(font).await {
                        // A file that is no font draws nothing; the bench says so where it matters.
                        let _ = read.read(font, &bytes);
                    }
                }
                letters.set(Rc::new(read));
            });
        });
    }
    Rc::clone(&letters)
}
