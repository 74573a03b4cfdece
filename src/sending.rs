//! Sending work to a shared folder, and reading a class from it. All of it comes late: who sends nothing downloads
//! nothing of it.

mod class;
mod code;
mod connect;
mod connection;
mod panel;
mod promises;
mod runner;
mod status;

use crate::saving::RecordInHand;
use yew::prelude::*;

/// A part of this room.
#[derive(Clone, PartialEq)]
pub enum Part {
    /// "Send my work", inside my data; with a code when one came by a link.
    Panel(Option<AttrValue>),
    /// The class page.
    Class,
    /// Nothing to see: sends from now on what is done.
    Runner(RecordInHand),
}

/// Called behind the door only.
pub fn show(part: Part) -> Html {
    match part {
        Part::Panel(code) => html! { <panel::Panel {code} /> },
        Part::Class => html! { <class::Class /> },
        Part::Runner(record) => {
            runner::start(record);
            Html::default()
        }
    }
}
