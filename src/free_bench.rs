//! The device bench without a lesson: every part, every block, and what was made there last.

use crate::device_bench::DeviceBenchProps;
use crate::edits::Edits;
use crate::i18n::home::Home as Words;
use crate::lazy::{Later, Room};
use crate::player::block_picture::version_picture;
use crate::record::WorkChoice;
use crate::saving::{OwnedNames, use_saving};
use crate::widgets::header::Header;
use device::blocks::BlockKind;
use device::parts::Board;
use device::program::{Block, Program};
use device::toolbox;
use record::{Work, WorkKind};
use std::rc::Rc;
use yew::prelude::*;

/// Where the record keeps the work of the free bench: no lesson can have these names (`a-z0-9-` only).
const FREE: (&str, &str) = ("_free", "_device");

fn start() -> Program {
    let mut hat = Block::new("start", BlockKind::Forever);
    (hat.x, hat.y) = (Some(24.0), Some(40.0));
    Program {
        blocks: vec![hat],
        ..Program::default()
    }
}

/// The free bench.
#[component]
pub fn FreeBench() -> Html {
    let saving = use_saving();
    let person = saving.person().map(|person| person.id.clone());
    // Raised when one of two versions is chosen.
    let chosen = use_state(|| 0_u32);
    let begun = {
        let saving = saving.clone();
        use_memo((person, *chosen), move |_| {
            let work = saving.open_work(FREE.0, FREE.1);
            if let Work::Several(_) = work {
                return None;
            }
            let kept = work.text().and_then(|text| Program::from_json(&text).ok());
            Some(Rc::new(kept.map_or_else(start, |(program, _)| program)))
        })
    };
    let edits = use_memo((begun.clone(), *chosen), |(begun, _)| {
        Edits::since((**begun).clone().unwrap_or_default())
    });
    let board = use_memo((), |()| Board::default());
    let kinds = use_memo((), |()| {
        Rc::<[BlockKind]>::from(toolbox::all_kinds(&Board::default()))
    });
    let header =
        html! { <Header><h1 class="where">{ Words::ProgramDevice.text(saving.language()) }</h1></Header> };
    let Some(begun) = (*begun).clone() else {
        let on_chosen = Callback::from(move |()| chosen.set(*chosen + 1));
        return html! {
            <div class="page" data-screen="free-bench">
                { header }
                <main id="content" class="work-choice"><WorkChoice lesson={OwnedNames::of(FREE.0)} step={OwnedNames::of(FREE.1)} {on_chosen} draw={version_picture(saving.language())} /></main>
            </div>
        };
    };
    let on_draft = Callback::from({
        let saving = saving.clone();
        move |program: Rc<Program>| {
            if edits.take_in(&program) {
                saving.save_work(FREE.0, FREE.1, WorkKind::Program, program.to_json());
            }
        }
    });
    let bench = DeviceBenchProps {
        language: saving.language(),
        board,
        toolbox: (*kinds).clone(),
        start: begun,
        generation: *chosen,
        check: None,
        on_draft,
        on_verdict: Callback::noop(),
        on_continue: Callback::noop(),
        on_hint: Callback::noop(),
        offers_lesson_text: crate::browser::address::is_author(),
    };
    html! {
        <div class="page lesson-page" data-screen="free-bench">
            { header }
            <main id="content" class="bench-page" data-alone="true"><Later room={Room::DeviceBench(bench)} /></main>
        </div>
    }
}
