//! The device bench: blocks, the board with its parts alive, the time line, and the check.

mod blocks;
mod board_picture;
mod controls;
mod inputs;
mod lesson_text;
mod readings;
mod state;
mod time_line;

use crate::browser::animation_frame::{self, AnimationFrame};
use crate::browser::focus::focus;
use crate::check_panel::{self, CheckPanel, NEXT_ACTION};
use crate::i18n::device_bench::DeviceWords;
use blocks::Blocks;
use board_picture::BoardPicture;
use controls::Controls;
use device::blocks::BlockKind;
use device::parts::Board;
use device::program::Program;
use inputs::Inputs;
use lesson::check::Check;
use lesson::grade::{Message, Verdict};
use lesson_text::CopyLessonText;
use state::{DeviceAction, DeviceState, Phase, RunMessage, Said};
use std::rc::Rc;
use time_line::chart::{self, Window};
use time_line::{Marks, TimeLine};
use words::Language;
use yew::prelude::*;

/// Wall time a run may take of a frame, in milliseconds; a frame at 60 Hz has 16.
const FRAME_BUDGET: f64 = 4.0;

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
    /// Called when a hint is wanted, after several "not yet".
    #[prop_or_default]
    pub on_hint: Callback<()>,
    /// Offer "copy as lesson text" (authors).
    pub offers_lesson_text: bool,
}

/// A message to the bench.
pub enum BenchMessage {
    /// Something happened.
    Act(DeviceAction),
    /// A frame of the browser, at so many milliseconds.
    Frame(f64),
}

/// The bench: two boxes that the page's grid places (`display: contents`), the bench itself and the check's panel,
/// so that on a wide screen the check stands under the instruction and on a phone under the thumb.
pub struct DeviceBench {
    state: DeviceState,
    frame: Option<AnimationFrame>,
    last_frame: Option<f64>,
    focuses_next_action: bool,
}

impl Component for DeviceBench {
    type Message = BenchMessage;
    type Properties = DeviceBenchProps;

    fn create(context: &Context<Self>) -> Self {
        let props = context.props();
        let (board, program) = (Rc::clone(&props.board), Rc::clone(&props.start));
        Self {
            state: DeviceState::new(props.language, board, program, props.check.clone()),
            frame: None,
            last_frame: None,
            focuses_next_action: false,
        }
    }

    fn changed(&mut self, context: &Context<Self>, old: &DeviceBenchProps) -> bool {
        let props = context.props();
        if props.generation != old.generation || props.board != old.board || props.check != old.check {
            let program = if props.generation == old.generation {
                self.state.program()
            } else {
                &props.start
            };
            let load = DeviceAction::Load {
                board: Rc::clone(&props.board),
                program: Rc::clone(program),
                check: props.check.clone(),
            };
            self.act(context, load);
        }
        if props.language != old.language {
            self.act(context, DeviceAction::Speak(props.language));
        }
        true
    }

    fn update(&mut self, context: &Context<Self>, message: BenchMessage) -> bool {
        match message {
            BenchMessage::Act(action) => self.act(context, action),
            BenchMessage::Frame(time) => {
                let elapsed = self.last_frame.map_or(0.0, |last| time - last);
                self.last_frame = Some(time);
                self.frame = None;
                self.act(context, DeviceAction::Frame(elapsed));
            }
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let state = &self.state;
        let language = props.language;
        let on_action = context.link().callback(BenchMessage::Act);
        let values = state.values();
        let window = Window::new(
            state.end(),
            state.now(),
            state.check().map(|check| check.duration),
        );
        let tracks = chart::tracks(state.trace(), &props.board, window, state.now());
        html! {
            <div class="device-bench">
                <div class="bench" data-state={phase_name(state.phase())} data-checked={state.verdict().is_some().to_string()}>
                    { self.workspace(context) }
                    <section class="object" aria-label={DeviceWords::TheBoard.text(language)}>
                        <BoardPicture {language} board={Rc::clone(&props.board)} values={Rc::clone(&values)} on_action={on_action.clone()} />
                        { run_message(state, language) }
                        <Inputs {language} board={Rc::clone(&props.board)} {values} on_action={on_action.clone()} />
                        if props.offers_lesson_text {
                            <CopyLessonText {language} board={Rc::clone(&props.board)} program={Rc::clone(state.program())} />
                        }
                    </section>
                    <Controls {language} run_button={state.run_button()} speed={state.speed()}
                        is_main={props.check.is_none()} on_action={on_action.clone()} />
                    <TimeLine {language} board={Rc::clone(&props.board)} {window} tracks={Rc::from(tracks)} now={state.now()}
                        end={state.end()} marks={state.message_on_show().map(marks)}
                        on_go_to={on_action.reform(DeviceAction::GoTo)} />
                </div>
                if props.check.is_some() {
                    <CheckPanel {language} verdict={state.verdict().cloned()} n_not_yet={state.n_not_yet()}
                        can_show={state.message().is_some_and(|message| message.instant.is_some() || message.block.is_some())}
                        on_check={on_action.reform(|()| DeviceAction::Check)} on_show={on_action.reform(|()| DeviceAction::ShowMe)}
                        on_hint={props.on_hint.clone()} on_continue={props.on_continue.clone()} />
                }
                <p class="visually-hidden" role="status">{ said(state, language) }</p>
            </div>
        }
    }

    fn rendered(&mut self, _context: &Context<Self>, _is_first: bool) {
        if std::mem::take(&mut self.focuses_next_action) {
            focus(NEXT_ACTION);
        }
    }
}

impl DeviceBench {
    /// Lets the state change, tells others, and asks for a frame where time goes on.
    fn act(&mut self, context: &Context<Self>, action: DeviceAction) {
        let props = context.props();
        let begun = animation_frame::now();
        let mut has_time = || animation_frame::now() - begun < FRAME_BUDGET;
        let told = self.state.apply(action, &mut has_time);
        if let Some(draft) = told.draft {
            props.on_draft.emit(draft);
        }
        if let Some(verdict) = told.verdict {
            self.focuses_next_action = true;
            props.on_verdict.emit(verdict);
        }
        if !self.state.is_moving() {
            self.frame = None;
            self.last_frame = None;
        } else if self.frame.is_none() {
            let link = context.link().clone();
            self.frame = AnimationFrame::request(move |time| link.send_message(BenchMessage::Frame(time)));
        }
    }

    fn workspace(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let state = &self.state;
        let language = props.language;
        let turn = DeviceWords::Turn.text(language);
        let turns = state
            .turns()
            .into_iter()
            .map(|(block, number)| (block, format!("{turn} {number}").into()));
        let here = || AttrValue::from(DeviceWords::Here.text(language));
        html! {
            <Blocks {language} board={Rc::clone(&props.board)} toolbox={Rc::clone(&props.toolbox)}
                start={Rc::clone(&props.start)} generation={props.generation}
                on_program={context.link().callback(|program| BenchMessage::Act(DeviceAction::Edit(program)))}
                running={state.running()} turns={turns.collect::<Rc<[_]>>()}
                seen={state.message().and_then(|message| message.block.clone()).map(|block| (block, here()))}
                problems={problems(state, language)} />
        }
    }
}

fn phase_name(phase: Phase) -> &'static str {
    match phase {
        Phase::Ready => "ready",
        Phase::Running => "running",
        Phase::Paused => "paused",
        Phase::Ended => "ended",
    }
}

fn marks(message: &Message) -> Marks {
    Marks {
        part: message.part,
        seen: message.instant,
        expected: message.expected_between,
        shape: message.shape,
    }
}

/// What is wrong at blocks, with their ids: what cannot run, and what happened in the run.
fn problems(state: &DeviceState, language: Language) -> Rc<[(String, AttrValue)]> {
    let cannot_run = state.problems().iter().map(|problem| {
        let sentence = device::words::block_problem(&problem.kind, language);
        (problem.block.clone(), sentence.whole().into())
    });
    let happened = state
        .notes()
        .map(|(kind, block)| (block, device::words::note(kind, language).whole().into()));
    let too_fast = state
        .too_fast()
        .map(|block| (block.to_owned(), DeviceWords::TooFast.text(language).into()));
    cannot_run.chain(happened).chain(too_fast).collect()
}

fn run_message(state: &DeviceState, language: Language) -> Html {
    let sentence = match state.run_message() {
        None => return html! {},
        Some(RunMessage::Nothing) => DeviceWords::Nothing.text(language).to_owned(),
        Some(RunMessage::TimeLineFull) => DeviceWords::TimeLineFull.text(language).to_owned(),
        Some(RunMessage::TooFast(_)) => DeviceWords::TooFast.text(language).to_owned(),
        Some(RunMessage::Problem(problem)) => device::words::block_problem(&problem.kind, language).whole(),
        Some(RunMessage::Note(kind, _)) => device::words::note(kind, language).whole(),
    };
    html! { <p class="run-message">{ sentence }</p> }
}

/// What is said aloud, at a stop and at a verdict only.
fn said(state: &DeviceState, language: Language) -> String {
    match state.said() {
        Said::Nothing => String::new(),
        Said::Stopped(phase, at) => {
            let word = if *phase == Phase::Ended {
                DeviceWords::Ended
            } else {
                DeviceWords::Stopped
            };
            let seen = readings::summary(state.board(), &state.values(), language);
            format!(
                "{} {}. {seen}",
                word.text(language),
                readings::instant_text(*at, language)
            )
        }
        Said::Verdict(verdict) => check_panel::said(verdict, language),
    }
}
