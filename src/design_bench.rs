//! The drawing bench: the sheet in millimetres, the tools, the numbers, what the machine does, and the file.

mod camera;
pub mod cutting;
mod file_panel;
mod findings;
mod fonts;
mod kerf_form;
mod keys;
mod measures;
mod mm_field;
mod overlay;
mod panel_tabs;
mod piece;
mod pointers;
mod ruler;
mod shape_tree;
mod sheet;
mod stage;
mod state;
mod stroke_sample;
mod text_form;
mod tool_bar;
mod words_of_shapes;
mod workshop_file;

use crate::browser::focus::{focus, is_lost};
use crate::check_panel::{self, CheckPanel, NEXT_ACTION};
use crate::i18n::common::Common;
use crate::i18n::design_bench::DesignWords;
use crate::lazy::{self, DidNotArrive};
use crate::widgets::icon::Icon;
use cutting::Cutting;
use design::document::{Document, Font, Item, ShapeId, Size};
use design::length::Mm;
use design::saved::{self, ReadProblem};
use file_panel::FilePanelProps;
use findings::FindingsProps;
pub use fonts::{fonts_of, use_letters};
use gloo::timers::callback::Timeout;
use lesson::check::Check;
use lesson::drawings::DrawingText;
use lesson::grade::Verdict;
use measures::Measures;
use panel_tabs::{panel_name, panel_tabs};
use shape_tree::ShapeTree;
pub use sheet::Lines;
use stage::Stage;
use state::{DesignAction, DesignState, Panel};
use std::rc::Rc;
use text_form::TextForm;
use tool_bar::ToolBar;
use words::Language;
use words_of_shapes::{item_name, operation_word, size_words};
use yew::prelude::*;

/// The sheet a new drawing begins with, in millimetres: about a postcard, which every laser takes.
const FIRST_SHEET: (f64, f64) = (150.0, 100.0);

/// What a drawing begins with. It is read behind the bench's door, so that no other room has to know drawings.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Start {
    /// An empty sheet.
    #[default]
    Empty,
    /// A drawing as it was saved.
    Saved(Rc<str>),
    /// A drawing as a lesson has it.
    OfLesson(DrawingText),
}

impl Start {
    /// The drawing.
    ///
    /// # Errors
    /// What was saved cannot be read: it is of a newer version, or damaged. It stays as it is.
    fn document(&self) -> Result<Document, ReadProblem> {
        let empty = || Document {
            page: Size {
                width: Mm::new(FIRST_SHEET.0),
                height: Mm::new(FIRST_SHEET.1),
            },
            ..Document::default()
        };
        match self {
            Self::Empty => Ok(empty()),
            Self::Saved(text) => saved::read(text),
            Self::OfLesson(text) => Ok(text.document()),
        }
    }
}

/// What the bench is told, and what it tells. After mount only `generation` makes it load `start` again; drafts go up
/// and never come back down.
#[derive(Clone, Default, Properties, PartialEq)]
pub struct DesignBenchProps {
    /// Language of words.
    pub language: Language,
    /// The drawing at mount and at each new generation.
    pub start: Start,
    /// Raised to load `start` again ("restart this step").
    pub generation: u32,
    /// Whether it has the page to itself: then it shows what lies on the sheet as a list.
    pub is_alone: bool,
    /// Who draws: it stands in the file's name.
    pub who: AttrValue,
    /// What is made, as long as the drawing has no name of its own.
    pub object: AttrValue,
    /// The step's check; without it there is no "Check" button.
    pub check: Option<Rc<Check>>,
    /// Called with each change of the drawing, as it is saved.
    pub on_draft: Callback<Rc<str>>,
    /// Called with the drawing's name, at the start and at each change.
    pub on_name: Callback<AttrValue>,
    /// Called with each verdict.
    pub on_verdict: Callback<Rc<Verdict>>,
    /// Called when a passed step is left by its button.
    pub on_continue: Callback<()>,
    /// Called when a hint is wanted, after several "not yet".
    pub on_hint: Callback<()>,
}

/// A message to the bench.
pub enum BenchMessage {
    /// Something happened.
    Act(DesignAction),
    /// The file of a font has come.
    Font(Font, Vec<u8>),
    /// What the cut asks for has come, or not.
    Cutting(Option<Cutting>),
    /// What the cut asks for is asked for again.
    AskAgain,
    /// The tools are opened or closed, on a phone.
    OpenTools(bool),
}

/// Where what the cut asks for is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum OnItsWay {
    NotAskedFor,
    Asked,
    DidNotArrive,
}

/// The bench.
pub struct DesignBench {
    state: DesignState,
    /// Why the drawing cannot be shown, where it cannot.
    unreadable: Option<ReadProblem>,
    wanted_fonts: Vec<Font>,
    cutting: OnItsWay,
    has_tools_open: bool,
    /// The field to go to once it is there.
    goes_to: Option<&'static str>,
    /// Whether what has the keyboard may be gone with the last action.
    keeps_keyboard: bool,
    /// Brings the keyboard back to the bench where what had it is gone.
    regains_keyboard: Option<Timeout>,
}

impl Component for DesignBench {
    type Message = BenchMessage;
    type Properties = DesignBenchProps;

    fn create(context: &Context<Self>) -> Self {
        let props = context.props();
        let start = props.start.document();
        let document = start.as_ref().ok().cloned().unwrap_or_default();
        props.on_name.emit(document.name.clone().into());
        let mut bench = Self {
            state: DesignState::new(props.language, &document, props.check.clone()),
            unreadable: start.err(),
            wanted_fonts: Vec::new(),
            cutting: OnItsWay::NotAskedFor,
            has_tools_open: false,
            goes_to: None,
            keeps_keyboard: false,
            regains_keyboard: None,
        };
        // The plain letters always: the next text will want them, and measuring one needs them.
        bench.want_fonts(context, &[Font::Plain]);
        bench.want_fonts(context, &fonts_of(&document));
        bench.want_cutting(context);
        bench
    }

    fn changed(&mut self, context: &Context<Self>, old: &DesignBenchProps) -> bool {
        let props = context.props();
        if props.generation != old.generation || props.check != old.check {
            let start = props.start.document();
            let document = start.as_ref().ok().cloned().unwrap_or_default();
            self.unreadable = start.err();
            self.want_fonts(context, &fonts_of(&document));
            self.state
                .apply(DesignAction::Load(Rc::new(document), props.check.clone()));
            self.want_cutting(context);
        }
        if props.language != old.language {
            self.state.apply(DesignAction::Speak(props.language));
        }
        true
    }

    fn update(&mut self, context: &Context<Self>, message: BenchMessage) -> bool {
        match message {
            BenchMessage::Act(action) => {
                self.act(context, action);
                self.want_cutting(context);
            }
            BenchMessage::Font(font, bytes) => {
                let mut letters = (**self.state.letters()).clone();
                // A file that is no font leaves the letters as they were; the check before the cut says they are missing.
                if letters.read(font, &bytes).is_ok() {
                    self.state.apply(DesignAction::Letters(Rc::new(letters)));
                }
            }
            BenchMessage::Cutting(None) => self.cutting = OnItsWay::DidNotArrive,
            BenchMessage::Cutting(Some(cutting)) => {
                self.act(context, DesignAction::Cutting(cutting));
                context.link().send_future_batch(async move {
                    let file = (cutting.ask_for_workshop)().await?;
                    Some(BenchMessage::Act(DesignAction::Workshop(Rc::new(file))))
                });
            }
            BenchMessage::AskAgain => {
                self.cutting = OnItsWay::NotAskedFor;
                self.want_cutting(context);
            }
            BenchMessage::OpenTools(is_open) => self.has_tools_open = is_open,
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let state = &self.state;
        let language = props.language;
        let on_action = context.link().callback(BenchMessage::Act);
        let chosen: Rc<[ShapeId]> = Rc::from(state.chosen());
        let document = Rc::clone(state.shown());
        if let Some(unreadable) = self.unreadable {
            return html! { <section class="drawing cannot-be-read"><p role="alert">{ unreadable.sentence(language) }</p></section> };
        }
        let on_key = keys::on_key(&on_action, state);
        html! {
            <div class="design-bench" onkeydown={on_key}>
                <div class="drawing" data-panel={panel_name(state.panel())} data-words={state.is_in_words().to_string()}>
                    if props.is_alone {
                        <section class="on-sheet" aria-labelledby="on-sheet">
                            <div class="on-sheet-head"><h2 id="on-sheet">{ DesignWords::OnTheSheet.text(language) }</h2></div>
                            <ShapeTree {language} document={Rc::clone(&document)} letters={Rc::clone(state.letters())}
                                chosen={Rc::clone(&chosen)} pins={pins(state)} on_action={on_action.clone()} />
                        </section>
                    }
                    <ToolBar {language} tool={state.tool()} is_open={self.has_tools_open} on_action={on_action.clone()} />
                    <section class="mat-view" aria-label={DesignWords::TheSheet.text(language)}>
                        <Stage {language} scene={stage::Scene::of(state)} on_action={on_action.clone()}>
                            { piece::piece_after_cut(&document, state.letters(), state.camera(), state.view(), language) }
                            { findings::pins(state.found(), state.shown_finding(), state.camera(), state.view()) }
                            if let Some(place) = state.message_place() { { findings::ring(place, state.camera()) } }
                        </Stage>
                        { self.keys(context, &on_action) }
                    </section>
                    if state.is_in_words() {
                        <TextForm {language} document={Rc::clone(state.document())} on_action={on_action.clone()} />
                    }
                    <aside class="side" aria-label={DesignWords::Panels.text(language)}>
                        { panel_tabs(state.panel(), &on_action, language) }
                        <div class="panel" id="panel" role="tabpanel" aria-labelledby={format!("tab-{}", panel_name(state.panel()))}>
                            { self.panel(context, props, document, chosen, on_action.clone()) }
                        </div>
                    </aside>
                </div>
                if props.check.is_some() {
                    <CheckPanel {language} verdict={state.verdict().cloned()} n_not_yet={state.n_not_yet()}
                        can_show={state.message().is_some_and(|message| !message.shapes.is_empty() || message.place.is_some())}
                        on_check={on_action.reform(|()| DesignAction::Check)} on_show={on_action.reform(|()| DesignAction::ShowMe)}
                        on_hint={props.on_hint.clone()} on_continue={props.on_continue.clone()} />
                }
                <p class="visually-hidden" role="status">{ said(state, language) }</p>
            </div>
        }
    }

    fn rendered(&mut self, _context: &Context<Self>, _is_first: bool) {
        if let Some(field) = self.goes_to.take() {
            focus(field);
        } else if std::mem::take(&mut self.keeps_keyboard) {
            // Looked at once the key is done: between two fields, too, the keyboard is nowhere for an instant.
            self.regains_keyboard = Some(Timeout::new(0, || {
                if is_lost() {
                    focus(stage::SHEET);
                }
            }));
        }
    }
}

impl DesignBench {
    /// Lets the state change, and tells others.
    fn act(&mut self, context: &Context<Self>, action: DesignAction) {
        if matches!(action, DesignAction::Tool(_)) {
            self.has_tools_open = false;
        }
        // A list gives its place to the numbers of what is chosen in it.
        self.keeps_keyboard |= matches!(action, DesignAction::Choose(..));
        let n_before = self.state.document().shapes().len();
        let told = self.state.apply(action);
        if let Some(verdict) = told.verdict {
            self.goes_to = Some(NEXT_ACTION);
            context.props().on_verdict.emit(verdict);
        }
        let Some(draft) = told.draft else { return };
        self.keeps_keyboard = true;
        self.want_fonts(context, &fonts_of(&draft));
        // A new text wants its words next.
        let is_new = draft.shapes().len() == n_before + 1;
        if is_new
            && let [id] = self.state.chosen()
            && let Some(shape) = draft.shape(*id)
        {
            self.goes_to = matches!(shape.form, design::document::Form::Text { .. }).then_some("text");
        }
        context.props().on_draft.emit(saved::write(&draft).into());
        context.props().on_name.emit(draft.name.clone().into());
    }

    fn want_fonts(&mut self, context: &Context<Self>, wanted: &[Font]) {
        for font in wanted {
            if self.wanted_fonts.contains(font) {
                continue;
            }
            self.wanted_fonts.push(*font);
            let font = *font;
            context.link().send_future_batch(async move {
                let bytes = fonts::ask(font).await;
                bytes.map(|bytes| BenchMessage::Font(font, bytes))
            });
        }
    }

    /// Asks for what the cut asks for, once, as soon as it is wanted.
    fn want_cutting(&mut self, context: &Context<Self>) {
        if self.cutting == OnItsWay::NotAskedFor && self.state.wants_cutting() {
            self.cutting = OnItsWay::Asked;
            context
                .link()
                .send_future(async { BenchMessage::Cutting(lazy::cutting().await) });
        }
    }

    fn panel(
        &self,
        context: &Context<Self>,
        props: &DesignBenchProps,
        document: Rc<Document>,
        chosen: Rc<[ShapeId]>,
        on_action: Callback<DesignAction>,
    ) -> Html {
        let state = &self.state;
        let language = props.language;
        let letters = Rc::clone(state.letters());
        match state.panel() {
            Panel::Measures => {
                let refusal = state.refusal().cloned();
                let check = on_action.reform(|_: MouseEvent| DesignAction::Panel(Panel::Check));
                html! {
                    <>
                        <Measures {language} {document} {letters} {chosen} generation={state.generation()}
                            can_paste={state.can_paste()} {refusal} has_list={!props.is_alone} {on_action} />
                        <button type="button" class={classes!("button", "wide", "last", props.is_alone.then_some("main"))} onclick={check}>
                            <Icon name="clipboard-check" />{ DesignWords::CheckBeforeCut.text(language) }
                        </button>
                    </>
                }
            }
            Panel::Check | Panel::File => self.panel_of_the_cut(context, document, on_action),
        }
    }

    /// What was found, or the file; what is said as long as their code is on its way.
    fn panel_of_the_cut(
        &self,
        context: &Context<Self>,
        document: Rc<Document>,
        on_action: Callback<DesignAction>,
    ) -> Html {
        let (state, props) = (&self.state, context.props());
        let language = props.language;
        let Some(cutting) = state.cutting() else {
            if self.cutting == OnItsWay::DidNotArrive {
                let try_again = context.link().callback(|_: MouseEvent| BenchMessage::AskAgain);
                return html! { <DidNotArrive {language} {try_again} /> };
            }
            return html! { <p role="status">{ Common::RoomOnItsWay.text(language) }</p> };
        };
        let found = state.found();
        if state.panel() == Panel::Check {
            return (cutting.findings_panel)(FindingsProps {
                language,
                found: Rc::clone(found),
                shown: state.shown_finding(),
                is_main: props.is_alone,
                on_action,
            });
        }
        let (file, machine) = state.workshop();
        (cutting.file_panel)(FilePanelProps {
            language,
            document,
            letters: Rc::clone(state.letters()),
            file: Rc::clone(file),
            machine,
            who: props.who.clone(),
            object: props.object.clone(),
            n_findings: found.len(),
            is_main: props.is_alone,
            generation: state.generation(),
            on_action,
        })
    }

    /// The keys over the mat: tools on a phone, undo and redo, closer and farther.
    fn keys(&self, context: &Context<Self>, on_action: &Callback<DesignAction>) -> Html {
        let language = context.props().language;
        let (can_undo, can_redo) = self.state.can_go();
        let is_open = self.has_tools_open;
        let key = |word: DesignWords, icon: &'static str, is_off: bool, action: DesignAction| {
            html! {
                <button type="button" aria-label={word.text(language)} title={word.text(language)} disabled={is_off}
                    onclick={on_action.reform(move |_: MouseEvent| action.clone())}><Icon name={icon} /></button>
            }
        };
        html! {
            <div class="stage-keys">
                <button type="button" class="tools-tab" aria-expanded={is_open.to_string()}
                    onclick={context.link().callback(move |_: MouseEvent| BenchMessage::OpenTools(!is_open))}>
                    <Icon name="shapes" />{ DesignWords::Tools.text(language) }
                </button>
                <div class="key-group">
                    <button type="button" aria-pressed={self.state.is_in_words().to_string()}
                        onclick={on_action.reform({ let opens = !self.state.is_in_words(); move |_: MouseEvent| DesignAction::Words(opens) })}>
                        <Icon name="text-align-start" />{ DesignWords::InWords.text(language) }
                    </button>
                </div>
                <span class="push"></span>
                <div class="key-group">
                    { key(DesignWords::Undo, "undo-2", !can_undo, DesignAction::Undo) }
                    { key(DesignWords::Redo, "redo-2", !can_redo, DesignAction::Redo) }
                </div>
                <div class="key-group only-wide">
                    { key(DesignWords::ZoomOut, "zoom-out", false, DesignAction::Zoom(0.8, None)) }
                    { key(DesignWords::ZoomIn, "zoom-in", false, DesignAction::Zoom(1.25, None)) }
                    <button type="button" onclick={on_action.reform(|_: MouseEvent| DesignAction::ShowAll)}>{ DesignWords::ShowAll.text(language) }</button>
                </div>
            </div>
        }
    }
}

/// Which shape bears the number of which finding: the first that speaks of it.
fn pins(state: &DesignState) -> Rc<[(ShapeId, usize)]> {
    let mut pins: Vec<(ShapeId, usize)> = Vec::new();
    for (number, found) in state.found().iter().enumerate() {
        for shape in &found.finding.shapes {
            if !pins.iter().any(|(one, _)| one == shape) {
                pins.push((*shape, number + 1));
            }
        }
    }
    pins.into()
}

/// What is said aloud: a verdict, else what is chosen, how large it is, what the machine does there.
fn said(state: &DesignState, language: Language) -> String {
    if state.is_in_gesture() {
        return String::new();
    }
    if let Some(verdict) = state.verdict() {
        return check_panel::said(verdict, language);
    }
    match state.chosen() {
        [id] => match state.document().find(*id) {
            Some(Item::Shape(shape)) => format!(
                "{}, {}, {}",
                item_name(&Item::Shape(shape.clone()), language),
                size_words(shape, state.letters(), language),
                operation_word(shape.operation).text(language).to_lowercase()
            ),
            Some(item) => item_name(item, language),
            None => String::new(),
        },
        [] => String::new(),
        several => format!("{} : {}", DesignWords::Several.text(language), several.len()),
    }
}
