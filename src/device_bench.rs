//! The device bench: blocks, the board with its parts alive, the time line, and the check.

pub mod blocks;

use device::blocks::BlockKind;
use device::parts::Board;
use device::program::Program;
use lesson::check::Check;
use lesson::grade::Verdict;
use std::rc::Rc;
use words::Language;
use yew::prelude::*;

/// What the bench is told, and what it tells. After mount only `generation` makes it load `start` again; drafts go
/// up and never come back down.
#[derive(Clone, Properties, PartialEq)]
pub struct DeviceBenchProps {
    /// Language of blocks and words.
    pub language: Language,
    /// The board and its parts.
    pub board: Rc<Board>,
    /// The kinds of block on the shelves, in table order.
    pub toolbox: Rc<[BlockKind]>,
    /// The program at mount and at each new generation.
    pub start: Rc<Program>,
    /// Raised to load `start` again ("restart this step").
    pub generation: u32,
    /// The step's check; without it there is no "Check" button.
    pub check: Option<Rc<Check>>,
    /// Called with each change of the program, at most once a frame.
    pub on_draft: Callback<Rc<Program>>,
    /// Called with each verdict.
    pub on_verdict: Callback<Rc<Verdict>>,
    /// Called when a passed step is left by its button.
    pub on_continue: Callback<()>,
    /// Offer "copy as lesson text" (authors).
    pub on_copy_lesson_text: bool,
}

/// The bench. Its children are placed by the page's grid (`display: contents`), so that on a wide screen the check
/// stands under the instruction and on a phone under the thumb.
#[component]
pub fn DeviceBench(props: &DeviceBenchProps) -> Html {
    html! { <section class="device-bench" data-generation={props.generation.to_string()}></section> }
}
