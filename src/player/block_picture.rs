//! Blocks drawn in a text, made from the program itself in the reader's language: so no picture ever goes stale.

use device::parts::Board;
use device::program::Program;
use device::text;
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

/// A picture of blocks.
#[component]
pub fn BlockPicture(props: &BlockPictureProps) -> Html {
    let lines = text::lines(&props.program, &Board::default(), props.language);
    html! {
        <ol class="block-picture">
            { for lines.iter().enumerate().map(|(number, line)| html! {
                <li key={number} data-category={line.category.map(|category| category.saved_name())} data-depth={line.depth.min(8).to_string()}>{ &line.text }</li>
            }) }
        </ol>
    }
}
