//! A piece of plywood as one sees it: on the shelf, as the hole it left in the sheet, or still to be cut.

use yew::prelude::*;

/// How far the piece is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum PieceState {
    /// On the shelf.
    Here,
    /// The hole it left.
    Hole,
    /// Drawn, not cut.
    Drawn,
}

/// Properties of [`Piece`].
#[derive(Properties, PartialEq)]
pub struct PieceProps {
    /// Address of its picture, relative to the page.
    pub source: AttrValue,
    /// How far it is.
    pub state: PieceState,
    /// An id of its own on the page, for the mask.
    pub mask: AttrValue,
}

/// A piece, 100 wide and 112 high as its picture is. Whatever the picture shows is the piece's outline, so that a
/// trainer's own picture makes a piece too.
#[component]
pub fn Piece(props: &PieceProps) -> Html {
    let image = |class: &'static str, x: &'static str, y: &'static str| {
        html! { <image class={class} href={props.source.clone()} {x} {y} width="100" height="112" /> }
    };
    match props.state {
        PieceState::Here => html! {
            <svg class="piece" data-state="here" viewBox="0 0 100 112" aria-hidden="true">{ image("wood", "0", "0") }</svg>
        },
        PieceState::Hole => {
            let mask = format!("url(#{})", props.mask);
            html! {
                <svg class="piece" data-state="hole" viewBox="0 0 100 112" aria-hidden="true">
                    <mask id={props.mask.clone()} mask-type="alpha">{ image("wood", "0", "0") }</mask>
                    <g mask={mask}>
                        <rect class="wall" width="100" height="112" />
                        <g transform="translate(0 4)"><rect class="void" width="100" height="112" mask={format!("url(#{})", props.mask)} /></g>
                    </g>
                </svg>
            }
        }
        PieceState::Drawn => html! {
            <svg class="piece" data-state="drawn" viewBox="0 0 100 112" aria-hidden="true">{ image("drawn", "0", "0") }</svg>
        },
    }
}
