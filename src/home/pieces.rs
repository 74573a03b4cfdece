//! *Mes pièces*: what the person made, fallen from the sheet onto the shelf.

use super::first_visit::tool_picture;
use crate::i18n::home::{self as say, Home as Words};
use crate::saving::use_saving;
use crate::site::lesson_file;
use crate::widgets::picture::{Piece, PieceState};
use lesson::outline::Outline;
use std::rc::Rc;
use yew::prelude::*;

/// Pieces in a row.
const ROW: usize = 5;

/// Properties of [`Pieces`].
#[derive(Properties, PartialEq)]
pub struct PiecesProps {
    /// The lessons done and the one in hand.
    pub outlines: Rc<Vec<Outline>>,
}

struct Made {
    name: String,
    picture: String,
    is_here: bool,
}

/// Address of the piece of a lesson, relative to the page: its own picture, or a plain plate.
pub fn piece_of(lesson: &str, image: Option<&str>) -> String {
    image.map_or_else(
        || "tools/plate.svg".to_owned(),
        |image| lesson_file(&format!("{lesson}/{image}")),
    )
}

/// The shelf.
#[component]
pub fn Pieces(props: &PiecesProps) -> Html {
    let saving = use_saving();
    let language = saving.language();
    let Some(person) = saving.person() else {
        return Html::default();
    };
    let tool = Made {
        name: person.tool.name(language).to_owned(),
        picture: tool_picture(person.tool),
        is_here: true,
    };
    let lessons = props.outlines.iter().map(|outline| Made {
        name: outline.title.clone(),
        picture: piece_of(&outline.id, outline.image.as_deref()),
        is_here: saving.is_lesson_done(outline),
    });
    let pieces: Vec<Made> = std::iter::once(tool).chain(lessons).collect();
    let next = pieces.iter().find(|piece| !piece.is_here);
    html! {
        <section aria-labelledby="pieces">
            <div class="head">
                <h2 id="pieces">{ Words::MyPieces.text(language) }</h2>
                if let Some(next) = next { <p>{ say::next_piece(&next.name, language) }</p> }
            </div>
            { for pieces.chunks(ROW).enumerate().map(|(row, pieces)| html! {
                <ul class="pieces mat" key={row}>{ for pieces.iter().enumerate().map(|(place, piece)| shelf_place(row * ROW + place, piece)) }</ul>
            }) }
        </section>
    }
}

fn shelf_place(number: usize, piece: &Made) -> Html {
    let (above, state) = if piece.is_here {
        (PieceState::Hole, "here")
    } else {
        (PieceState::Drawn, "drawn")
    };
    let source: AttrValue = piece.picture.clone().into();
    html! {
        <li key={number} data-state={state}>
            <span class="cut"><Piece source={source.clone()} state={above} mask={format!("piece-{number}")} /></span>
            <span class="own">
                if piece.is_here { <Piece {source} state={PieceState::Here} mask={format!("own-{number}")} /> }
            </span>
            <span class="name">{ &piece.name }</span>
        </li>
    }
}
