//! The blocks of a program, on a workspace where they are snapped together: by dragging, by tapping a place, or by
//! keyboard. Beside them, the same program as text.
//!
//! Blockly owns the workspace on screen and its undo. It is written into in four ways only: load, restart, marks, and
//! (later) an edited text; what it says comes back as one flat table a change.

mod setup;
mod text_form;

use crate::browser::blockly::{Listener, NotOpen, Workspace};
use crate::browser::screen;
use crate::i18n::blocks::Blocks as Words;
use crate::i18n::common::Common;
use device::blocks::BlockKind;
use device::parts::Board;
use device::program::{Block, Program};
use serde_json::json;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use text_form::TextForm;
use words::Language;
use yew::platform::spawn_local;
use yew::prelude::*;

/// With more shelves than this they are a list of words with small tiles, not a column of large ones.
const FEW_SHELVES: usize = 6;

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

#[derive(Clone, Copy, PartialEq)]
enum State {
    /// Files are on their way.
    Arriving,
    /// Open; raised with each opening, so that marks are made again.
    Open(u32),
    /// A file did not arrive.
    NotArrived,
    /// Too many blocks for Blockly: the text form only.
    TextOnly,
}

impl State {
    fn before_opening(program: &Program) -> Self {
        if setup::fits(program) {
            Self::Arriving
        } else {
            Self::TextOnly
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Arriving => "arriving",
            Self::Open(_) => "open",
            Self::NotArrived => "not-arrived",
            Self::TextOnly => "text-only",
        }
    }
}

/// What lives beside the renderings: the open workspace, and the program as it was last told.
struct Desk {
    workspace: RefCell<Option<Workspace>>,
    program: RefCell<Rc<Program>>,
    on_program: RefCell<Callback<Rc<Program>>>,
    openings: Cell<u32>,
}

impl Desk {
    /// The program that the workspace told, unless its rows cannot be read.
    fn take_in(&self, rows: &str) {
        let Ok(blocks) = serde_json::from_str::<Vec<Block>>(rows) else {
            debug_assert!(false, "the bridge tells rows of a program: {rows}");
            return;
        };
        let program = Rc::new(Program {
            blocks,
            ..Program::default()
        });
        *self.program.borrow_mut() = program.clone();
        let tell = self.on_program.borrow().clone();
        tell.emit(program);
    }

    fn rows(&self) -> String {
        json!(self.program.borrow().blocks).to_string()
    }

    fn mark(&self, marks: &serde_json::Value) {
        if let Some(workspace) = &*self.workspace.borrow() {
            workspace.mark(&marks.to_string());
        }
    }
}

/// The workspace.
#[component]
pub fn Blocks(props: &BlocksProps) -> Html {
    let language = props.language;
    let host = use_node_ref();
    let state = use_state(|| State::before_opening(&props.start));
    let attempt = use_state(|| 0_u32);
    let history = use_state_eq(|| (false, false));
    let is_text_shown = use_state(|| false);
    let is_narrow = use_narrow();
    let redraw = use_force_update();
    let desk = use_memo((), |()| Desk {
        workspace: RefCell::new(None),
        program: RefCell::new(props.start.clone()),
        on_program: RefCell::new(Callback::noop()),
        openings: Cell::new(0),
    });
    {
        let (redraw, told) = (redraw.clone(), props.on_program.clone());
        *desk.on_program.borrow_mut() = Callback::from(move |program| {
            told.emit(program);
            // The text form shows it.
            redraw.force_update();
        });
    }
    use_start(props, &desk, &state);

    // Opens again when what the blocks are made of changes; the program stays.
    let may_open = *state != State::TextOnly;
    let shelves = use_memo(
        (props.toolbox.clone(), language, props.board.clone()),
        |(kinds, language, board)| setup::shelves(kinds, *language, board),
    );
    {
        let (desk, host, state, history) = (desk.clone(), host.clone(), state.setter(), history.setter());
        use_effect_with(
            (
                language,
                props.board.clone(),
                shelves.clone(),
                is_narrow,
                *attempt,
                may_open,
            ),
            move |(language, board, shelves, is_narrow, _, may_open)| {
                let is_left = Rc::new(Cell::new(false));
                if *may_open {
                    let setup = setup::setup(shelves, *language, board, &desk.program.borrow(), *is_narrow);
                    spawn_local(open(
                        desk.clone(),
                        host,
                        *language,
                        setup,
                        state,
                        history,
                        is_left.clone(),
                    ));
                }
                move || {
                    is_left.set(true);
                    desk.workspace.take();
                }
            },
        );
    }
    use_marks(props, &desk, *state);

    let tool = |word: Words, icon: &'static str, is_enabled: bool, act: fn(&Workspace)| {
        let desk = desk.clone();
        let onclick = move |_| {
            if let Some(workspace) = &*desk.workspace.borrow() {
                act(workspace);
            }
        };
        let kind = matches!(word, Words::Larger | Words::Smaller).then_some("zoom");
        html! {
            <button type="button" class="blocks-tool" data-tool={kind} disabled={!is_enabled} aria-label={word.text(language)} {onclick}>
                { icon_of(icon) }
            </button>
        }
    };
    let is_open = matches!(*state, State::Open(_));
    let is_text_only = *state == State::TextOnly;
    let has_text = *is_text_shown || is_text_only;
    let toggle_text = {
        let is_text_shown = is_text_shown.clone();
        move |_| is_text_shown.set(!*is_text_shown)
    };
    let try_again = {
        let (attempt, state) = (attempt.clone(), state.setter());
        move |_| {
            state.set(State::Arriving);
            attempt.set(*attempt + 1);
        }
    };
    html! {
        <div class="blocks" data-state={state.name()} data-text={has_text.then_some("shown")}
            data-shelves={(shelves.len() > FEW_SHELVES).then_some("many")}>
            <div class="blocks-work">
                // Nothing else renders into it: Blockly and its bridge do.
                <div class="blocks-host" key="host" ref={host} />
                { match *state {
                    State::Arriving => html! {
                        <p class="blocks-wait" role="status">{ Words::Arriving.text(language) }</p>
                    },
                    State::NotArrived => html! {
                        <div class="blocks-wait" role="alert">
                            <p>{ Words::NotArrived.text(language) }<br />{ Words::CheckConnection.text(language) }</p>
                            <button type="button" class="button" onclick={try_again}>{ Common::TryAgain.text(language) }</button>
                        </div>
                    },
                    State::Open(_) | State::TextOnly => html! {},
                } }
            </div>
            if has_text {
                <TextForm {language} board={props.board.clone()} program={desk.program.borrow().clone()} is_all={is_text_only} />
            }
            if !is_text_only {
                <div class="blocks-tools" role="group" aria-label={Words::Tools.text(language)}>
                    <button type="button" class="blocks-tool" aria-pressed={is_text_shown.to_string()} onclick={toggle_text}>
                        { icon_of("text-align-start") }{ Words::TextForm.text(language) }
                    </button>
                    { tool(Words::Undo, "undo-2", is_open && history.0, Workspace::undo) }
                    { tool(Words::Redo, "redo-2", is_open && history.1, Workspace::redo) }
                    { tool(Words::Smaller, "zoom-out", is_open, |workspace| workspace.zoom(-1)) }
                    { tool(Words::Larger, "zoom-in", is_open, |workspace| workspace.zoom(1)) }
                </div>
            }
        </div>
    }
}

fn icon_of(name: &str) -> Html {
    html! { <svg class="icon" aria-hidden="true"><use href={format!("icons.svg#{name}")} /></svg> }
}

/// Whether the page has its phone layout, now and later.
#[hook]
fn use_narrow() -> bool {
    let is_narrow = use_state_eq(screen::is_narrow);
    let set = is_narrow.setter();
    use_effect_with((), move |()| {
        let listener = screen::on_narrow_change(move |narrow| set.set(narrow));
        move || drop(listener)
    });
    *is_narrow
}

/// Loads `start` at each new generation, or shows it as text when it is too long.
#[hook]
fn use_start(props: &BlocksProps, desk: &Rc<Desk>, state: &UseStateHandle<State>) {
    let (desk, start, state) = (desk.clone(), props.start.clone(), state.clone());
    use_effect_with(props.generation, move |_| {
        *desk.program.borrow_mut() = start.clone();
        let was_text_only = *state == State::TextOnly;
        if !setup::fits(&start) {
            state.set(State::TextOnly);
        } else if was_text_only {
            state.set(State::Arriving);
        } else if let Some(workspace) = &*desk.workspace.borrow() {
            // Refused only where the program is unsound in a way of its own: the console has it.
            let _ = workspace.restart(&desk.rows());
        }
    });
}

/// Opens a workspace with the program of the desk, unless it is left before the files are here.
async fn open(
    desk: Rc<Desk>,
    host: NodeRef,
    language: Language,
    setup: String,
    state: UseStateSetter<State>,
    history: UseStateSetter<(bool, bool)>,
    is_left: Rc<Cell<bool>>,
) {
    let listener = Listener {
        on_program: {
            let desk = desk.clone();
            Box::new(move |rows| desk.take_in(&rows))
        },
        on_history: Box::new(move |undo, redo| history.set((undo, redo))),
    };
    let opened = Workspace::open(&host, language, &setup, listener).await;
    if is_left.get() {
        return;
    }
    let loaded = opened.and_then(|workspace| workspace.restart(&desk.rows()).map(|()| workspace));
    match loaded {
        Ok(workspace) => {
            *desk.workspace.borrow_mut() = Some(workspace);
            desk.openings.set(desk.openings.get() + 1);
            state.set(State::Open(desk.openings.get()));
        }
        Err(NotOpen::NotArrived) => state.set(State::NotArrived),
        // What Blockly cannot show is still shown.
        Err(NotOpen::Refused) => state.set(State::TextOnly),
    }
}

/// Hands each kind of mark over when it changes, and all of them to a new workspace.
#[hook]
fn use_marks(props: &BlocksProps, desk: &Rc<Desk>, state: State) {
    let at = desk.clone();
    use_effect_with((state, props.running.clone()), move |(_, running)| {
        at.mark(&json!({ "running": **running }));
    });
    let at = desk.clone();
    use_effect_with((state, props.turns.clone()), move |(_, turns)| {
        at.mark(&json!({ "turns": pairs(turns) }));
    });
    let at = desk.clone();
    use_effect_with((state, props.seen.clone()), move |(_, seen)| {
        at.mark(&json!({ "seen": seen.as_ref().map(|(id, word)| (id, word.as_str())) }));
    });
    let at = desk.clone();
    use_effect_with((state, props.problems.clone()), move |(_, problems)| {
        at.mark(&json!({ "problems": pairs(problems) }));
    });
}

fn pairs(marks: &[(String, AttrValue)]) -> Vec<(&str, &str)> {
    marks
        .iter()
        .map(|(id, text)| (id.as_str(), text.as_str()))
        .collect()
}
