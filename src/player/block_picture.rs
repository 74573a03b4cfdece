//! Blocks drawn in a text, made from the program itself in the reader's language: so no picture ever goes stale.

use device::parts::Board;
use device::program::Program;
use device::text;
use record::{Revision, WorkKind};
use words::Language;
use yew::prelude::*;

/// Properties of [`BlockPicture`].
#[derive(Properties, PartialEq)]
pub struct BlockPictureProps {
    /// The blocks.
    pub program: Program,
    /// The reader's language.
    pub language: Language,
}

/// A picture of blocks: a line a block, in the colour of its shelf.
#[component]
pub fn BlockPicture(props: &BlockPictureProps) -> Html {
    let blocks = &props.program.blocks;
    let lines = text::lines(&props.program, &Board::default(), props.language);
    let shown = lines.iter().filter_map(|line| {
        let category = blocks.get(line.block?)?.known_kind()?.spec().category;
        Some(html! { <li data-category={category.id()} data-depth={line.depth.min(8).to_string()}>{ &line.text }</li> })
    });
    html! { <ol class="block-picture">{ for shown }</ol> }
}

/// What a version of a program looks like; nothing where it cannot be read, then its date must do.
pub fn version_picture(language: Language) -> Callback<Revision, Html> {
    Callback::from(move |version: Revision| {
        if version.kind == Some(WorkKind::Program) {
            picture_of(&version.text, language)
        } else {
            Html::default()
        }
    })
}

/// A picture of a saved program; nothing where it cannot be read.
pub fn picture_of(saved: &str, language: Language) -> Html {
    match Program::from_json(saved) {
        Ok((program, _)) => html! { <BlockPicture {program} {language} /> },
        Err(_) => Html::default(),
    }
}
