//! A small picture of a drawing, by which one recognises it.

use crate::design_bench::{Lines, fonts_of, use_letters};
use design::document::{Document, Font};
use design::letters::Letters;
use design::saved;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Picture`].
#[derive(Properties, PartialEq)]
pub struct PictureProps {
    /// The drawing.
    pub document: Rc<Document>,
    /// The letters that are here.
    pub letters: Rc<Letters>,
}

/// The picture.
#[component]
pub fn Picture(props: &PictureProps) -> Html {
    let page = props.document.page;
    let (width, height) = (page.width.value(), page.height.value());
    html! {
        <svg class="drawing-picture" viewBox={format!("-2 -2 {:.1} {:.1}", width + 4.0, height + 4.0)} aria-hidden="true">
            <rect class="plate" x="0" y="0" width={format!("{width:.1}")} height={format!("{height:.1}")} rx="1" />
            <Lines document={Rc::clone(&props.document)} letters={Rc::clone(&props.letters)} />
        </svg>
    }
}

/// Properties of [`PictureOfSaved`].
#[derive(Properties, PartialEq)]
pub struct PictureOfSavedProps {
    /// A saved drawing.
    pub text: Rc<str>,
}

/// The picture of a drawing that stands alone: it asks for its letters itself. Nothing for one that cannot be read.
#[component]
pub fn PictureOfSaved(props: &PictureOfSavedProps) -> Html {
    let document = use_memo(props.text.clone(), |text| saved::read(text).ok().map(Rc::new));
    let fonts: Vec<Font> = (*document).as_deref().map(fonts_of).unwrap_or_default();
    let letters = use_letters(fonts);
    match &*document {
        Some(document) => html! { <Picture document={Rc::clone(document)} {letters} /> },
        None => Html::default(),
    }
}
