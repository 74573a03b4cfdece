//! The blocks of a program, on a workspace where they are snapped together: by dragging, by tapping a place, or by
//! keyboard. Beside them, the same program as text.

use device::blocks::BlockKind;
use device::parts::Board;
use device::program::Program;
use std::rc::Rc;
use words::Language;
use yew::prelude::*;

/// What the workspace is told, and what it tells. After mount only `generation` makes it load `start` again.
#[derive(Clone, Properties, PartialEq)]
pub struct BlocksProps {
    /// Language of blocks and words.
    pub language: Language,
    /// The board whose parts the blocks offer.
    pub board: Rc<Board>,
    /// The kinds of block on the shelves, in table order.
    pub toolbox: Rc<[BlockKind]>,
    /// The program at mount and at each new generation.
    pub start: Rc<Program>,
    /// Raised to load `start` again; what could be undone is then forgotten.
    pub generation: u32,
    /// Called with each change of the program, at most once a frame and never during a drag.
    pub on_program: Callback<Rc<Program>>,
    /// Ids of the blocks that run now: an ink ring, and an arrow in the gutter.
    pub running: Rc<[String]>,
    /// A word beside a block, by its id: the round a loop is in ("tour 62").
    pub turns: Rc<[(String, AttrValue)]>,
    /// The block a verdict speaks of, with the word of its tag ("ici"): an amber ring; scrolled into view.
    pub seen: Option<(String, AttrValue)>,
    /// What keeps blocks from running, by block id: a mark on the block, and the sentence behind it.
    pub problems: Rc<[(String, AttrValue)]>,
}

/// The workspace.
#[component]
pub fn Blocks(props: &BlocksProps) -> Html {
    html! { <div class="blocks" data-generation={props.generation.to_string()}></div> }
}
