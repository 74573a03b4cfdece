//! The device bench without a lesson: every part, every block, and what was made there last.

use crate::device_bench::DeviceBenchProps;
use crate::edits::Edits;
use crate::i18n::home::Home as Words;
use crate::lazy::{Later, Room};
use crate::player::block_picture::version_picture;
use crate::record::{UnreadableWork, WorkChoice};
use crate::saving::{OwnedNames, use_saving};
use crate::widgets::header::Header;
use device::blocks::BlockKind;
use device::parts::Board;
use device::program::{Block, Program, ProgramFault};
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

/// What is there to begin with.
#[derive(Clone, PartialEq)]
enum Begun {
    With(Rc<Program>),
    Choose,
    Unreadable(ProgramFault),
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
            match saving.open_work(FREE.0, FREE.1) {
                Work::None => Begun::With(Rc::new(start())),
                Work::One(revision) => Program::from_json(&revision.text)
                    .map_or_else(Begun::Unreadable, |(program, _)| Begun::With(Rc::new(program))),
                Work::Several(_) => Begun::Choose,
            }
        })
    };
    let edits = use_memo((begun.clone(), *chosen), |(begun, _)| {
        Edits::since(match &**begun {
            Begun::With(program) => Rc::clone(program),
            Begun::Choose | Begun::Unreadable(_) => Rc::default(),
        })
    });
    let board = use_memo((), |()| Board::default());
    let kinds = use_memo((), |()| {
        Rc::<[BlockKind]>::from(toolbox::all_kinds(&Board::default()))
    });
    let header =
        html! { <Header><h1 class="where">{ Words::ProgramDevice.text(saving.language()) }</h1></Header> };
    let begin_again = Callback::from({
        let chosen = chosen.clone();
        move |()| chosen.set(*chosen + 1)
    });
    let begun = match (*begun).clone() {
        Begun::With(program) => program,
        Begun::Choose => {
            return html! {
                <div class="page" data-screen="free-bench">
                    { header }
                    <main id="content" class="work-choice"><WorkChoice lesson={OwnedNames::of(FREE.0)} step={OwnedNames::of(FREE.1)} on_chosen={begin_again} draw={version_picture(saving.language())} /></main>
                </div>
            };
        }
        Begun::Unreadable(fault) => {
            let anew = Callback::from({
                let saving = saving.clone();
                move |_: MouseEvent| {
                    saving.restart_step(FREE.0, FREE.1);
                    begin_again.emit(());
                }
            });
            return html! {
                <div class="page" data-screen="free-bench">
                    { header }
                    <main id="content" class="work-choice"><UnreadableWork {fault} language={saving.language()} {anew} /></main>
                </div>
            };
        }
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
