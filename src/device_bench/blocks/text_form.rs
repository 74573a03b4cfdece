//! The program as text, read only: beside the blocks where there is room, over them where not.

use crate::i18n::blocks::Blocks as Words;
use device::parts::Board;
use device::program::Program;
use device::text;
use std::rc::Rc;
use words::Language;
use yew::prelude::*;

/// Properties of [`TextForm`].
#[derive(Properties, PartialEq)]
pub struct TextFormProps {
    /// Language of the text.
    pub language: Language,
    /// The board it is read with.
    pub board: Rc<Board>,
    /// The program.
    pub program: Rc<Program>,
    /// Whether it stands alone, because there are too many blocks to draw.
    pub is_all: bool,
}

/// The program as text. Lines have the colour of their block's shelf.
#[component]
pub fn TextForm(props: &TextFormProps) -> Html {
    let language = props.language;
    let lines = use_memo(
        (props.program.clone(), props.board.clone(), language),
        |(program, board, language)| text::lines(program, board, *language),
    );
    let shelf = |line: &text::Line| {
        let kind = props.program.blocks.get(line.block?)?.known_kind()?;
        Some(kind.spec().category.id())
    };
    html! {
        // It scrolls, so the keyboard has to reach it.
        <section class="blocks-text" tabindex="0" aria-label={Words::ProgramAsText.text(language)}>
            if props.is_all { <p class="blocks-too-big">{ Words::TooBig.text(language) }</p> }
            if lines.is_empty() { <p>{ Words::EmptyProgram.text(language) }</p> }
            <ol>
                { for lines.iter().map(|line| html! {
                    <li data-shelf={shelf(line)}>{ format!("{}{}", "  ".repeat(line.depth), line.text) }</li>
                }) }
            </ol>
        </section>
    }
}
