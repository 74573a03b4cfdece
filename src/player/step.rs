//! One step: what it says on the left, its bench beside, and the way to the next.

use crate::check_panel::said;
use crate::device_bench::DeviceBenchProps;
use crate::edits::Edits;
use crate::i18n::common::Common;
use crate::i18n::player::{self as say, Player as Words};
use crate::lazy::{Later, Room};
use crate::player::block_picture::version_picture;
use crate::player::drawing_step::DrawingOfStep;
use crate::player::fetched_lesson::FetchedLesson;
use crate::player::instructions::Instructions;
use crate::player::logbook::LogbookCard;
use crate::player::memo::Memo;
use crate::player::question::{QuestionCard, is_right};
use crate::player::start_program::{Start, start_program};
use crate::player::text::{Place, inlines, nodes, text_box};
use crate::record::{UnreadableWork, WorkChoice};
use crate::route::{Link, Route};
use crate::saving::{OwnedNames, Saving, use_saving};
use crate::widgets::icon::Icon;
use crate::widgets::read_aloud::ReadAloud;
use device::program::Program;
use lesson::grade::Verdict;
use lesson::lesson::{Bench, BoxKind, Lesson, Piece, Question, Step};
use lesson::text::Node;
use record::WorkKind;
use std::rc::Rc;
use words::Language;
use yew::prelude::*;

/// Properties of [`StepView`].
#[derive(Properties, PartialEq)]
pub struct StepViewProps {
    /// The lesson.
    pub fetched: Rc<FetchedLesson>,
    /// The step's id; a step of the lesson.
    pub step: AttrValue,
}

/// Where the way on leads: behind the last step, to one that was left out, else to what was made.
fn next_place(lesson: &Lesson, step: &Step, saving: &Saving) -> Route {
    let after = lesson
        .steps
        .iter()
        .skip_while(|one| one.id != step.id)
        .skip(1)
        .find(|one| !one.is_challenge);
    let left_out = || {
        lesson
            .counted_steps()
            .find(|one| one.id != step.id && !saving.is_done(lesson, *one))
    };
    match after.filter(|_| !step.is_challenge).or_else(left_out) {
        Some(next) => Route::LessonStep {
            id: lesson.id.clone(),
            step: next.id.clone(),
        },
        None => Route::Passed {
            id: lesson.id.clone(),
        },
    }
}

/// Records a step as done, and the lesson with it when it was the last one missing.
fn record_done(lesson: &Lesson, step: &Step, saving: &Saving) {
    saving.done(lesson, step);
    let is_finished = lesson
        .counted_steps()
        .all(|one| one.id == step.id || saving.is_done(lesson, one));
    // Under today's id, even when a former one is done: that is the name others will ask for.
    if is_finished && !saving.is_lesson_done(lesson.id.as_str()) {
        saving.lesson_done(lesson);
    }
}

/// Whether a step is worked at its lesson's bench.
fn is_at_bench(lesson: &Lesson, step: &Step) -> bool {
    lesson.bench != Bench::Paper
        && (step.check.is_some()
            || step.starter.is_some()
            || step.solution.is_some()
            || step.drawing_starter.is_some()
            || step.drawing_solution.is_some()
            || step
                .pieces
                .iter()
                .any(|piece| matches!(piece, Piece::Instructions(_))))
}

/// A step.
#[component]
pub fn StepView(props: &StepViewProps) -> Html {
    let saving = use_saving();
    let lesson = &props.fetched.parsed.lesson;
    let Some(step) = lesson.step(&props.step) else {
        return Html::default();
    };
    let language = saving.language();
    let go_on: Callback<()> = {
        let (saving, fetched, id) = (saving.clone(), props.fetched.clone(), props.step.clone());
        Callback::from(move |()| {
            let lesson = &fetched.parsed.lesson;
            let Some(step) = lesson.step(&id) else {
                return;
            };
            record_done(lesson, step, &saving);
            next_place(lesson, step, &saving).go();
        })
    };
    let is_at_bench = is_at_bench(lesson, step);
    // Raised when the step starts again: the bench then loads its program again.
    let restarts = use_state(|| 0_u32);
    let on_restart = {
        let restarts = restarts.clone();
        Callback::from(move |()| restarts.set(*restarts + 1))
    };
    // On a phone the instruction says its current line only, until it is opened.
    let is_open = use_state(|| false);
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    html! {
        <main id="content" class={if is_at_bench { "lesson at-bench bench-page" } else { "lesson on-paper" }}>
            <section class="instruction" aria-labelledby="step-title" data-open={is_open.to_string()}>
                <button type="button" class="button quiet read-all" aria-expanded={is_open.to_string()} onclick={toggle}>
                    { if *is_open { Words::ReadLess } else { Words::ReadAll }.text(language) }
                </button>
                // Started again, it forgets what was chosen and not checked yet.
                <StepText key={*restarts} fetched={props.fetched.clone()} step={props.step.clone()} on_continue={go_on.clone()} {on_restart} />
            </section>
            if is_at_bench && lesson.bench == Bench::Design {
                <DrawingOfStep fetched={props.fetched.clone()} step={props.step.clone()} on_continue={go_on} {language} restarts={*restarts} />
            } else if is_at_bench {
                <BenchOfStep fetched={props.fetched.clone()} step={props.step.clone()} on_continue={go_on} {language} restarts={*restarts} />
            }
        </main>
    }
}

#[derive(Properties, PartialEq)]
struct StepTextProps {
    fetched: Rc<FetchedLesson>,
    step: AttrValue,
    on_continue: Callback<()>,
    on_restart: Callback<()>,
}

/// The words of a step, in reading order; safety comes first, and the way on last.
#[component]
fn StepText(props: &StepTextProps) -> Html {
    let saving = use_saving();
    let language = saving.language();
    let lesson = &props.fetched.parsed.lesson;
    let Some(step) = lesson.step(&props.step) else {
        return Html::default();
    };
    let place = Place {
        lesson: &lesson.id,
        written: lesson.language,
        language,
    };
    let is_first = lesson.steps.first().is_some_and(|first| first.id == step.id);
    let introduction: &[Piece] = if is_first { &lesson.introduction } else { &[] };
    let questions: Vec<&Question> = step
        .pieces
        .iter()
        .filter_map(|piece| {
            if let Piece::Question(question) = piece {
                Some(question)
            } else {
                None
            }
        })
        .collect();
    let answered = |number: usize| saving.answer_of(lesson, step, number);
    let are_answered = questions
        .iter()
        .enumerate()
        .all(|(number, question)| is_right(question, &answered(number)));
    // Where no bench asks for the check, it would never be asked for: the way on is open.
    let has_check = step.check.is_some() && is_at_bench(lesson, step);
    let can_go_on = !has_check && (questions.is_empty() || are_answered);
    let on_answer = |number: usize| {
        let (saving, fetched, id) = (saving.clone(), props.fetched.clone(), props.step.clone());
        Callback::from(move |(choices, is_right): (Vec<usize>, bool)| {
            let lesson = &fetched.parsed.lesson;
            let Some(step) = lesson.step(&id) else { return };
            saving.answer(lesson, step, number, choices);
            saving.attempt(lesson, step, usize::from(is_right), None);
        })
    };
    let safety = introduction
        .iter()
        .chain(&step.pieces)
        .filter_map(|piece| match piece {
            Piece::Box(BoxKind::Safety, inside) => Some(text_box(BoxKind::Safety, inside, place)),
            _ => None,
        });
    let mut question_number = 0;
    let pieces = step.pieces.iter().map(|piece| match piece {
        Piece::Text(inside) => nodes(inside, place),
        Piece::Instructions(lines) => html! {
            <Instructions lines={lines.clone()} lesson={lesson.id.clone()} written={lesson.language} {language} {has_check} />
        },
        Piece::Hint(_) | Piece::Box(BoxKind::Safety | BoxKind::Trainer, _) => Html::default(),
        Piece::Box(kind, inside) => text_box(*kind, inside, place),
        Piece::Question(question) => {
            let number = question_number;
            question_number += 1;
            html! {
                <QuestionCard question={question.clone()} {number} lesson={lesson.id.clone()} written={lesson.language} {language}
                    answered={answered(number)} is_next={!has_check && !is_right(question, &answered(number))} on_answer={on_answer(number)} />
            }
        }
        Piece::Logbook(prompts) => html! {
            <LogbookCard written={lesson.language} lesson={OwnedNames::of(lesson)} step={OwnedNames::of(step)} prompts={prompts.clone()} />
        },
    }).collect::<Html>();
    html! {
        <>
            { for safety }
            <h1 id="step-title" tabindex="-1">
                if step.is_challenge { <span class="chip">{ Words::Challenge.text(language) }</span>{ " " } }
                <span lang={place.lang()}>{ inlines(&step.title, place) }</span>
            </h1>
            { for introduction.iter().filter_map(|piece| introduction_piece(piece, place)) }
            { pieces }
            <Hints lesson={props.fetched.clone()} step={props.step.clone()} />
            if can_go_on {
                <button type="button" class="button main go-on" onclick={props.on_continue.reform(|_| ())}>
                    { Common::Continue.text(language) }<Icon name="arrow-right" />
                </button>
            }
            <StepTools fetched={props.fetched.clone()} step={props.step.clone()} on_restart={props.on_restart.clone()} />
        </>
    }
}

fn introduction_piece(piece: &Piece, place: Place<'_>) -> Option<Html> {
    match piece {
        Piece::Text(inside) => Some(nodes(inside, place)),
        Piece::Box(kind @ (BoxKind::Note | BoxKind::Remember), inside) => {
            Some(text_box(*kind, inside, place))
        }
        _ => None,
    }
}

#[derive(Properties, PartialEq)]
struct HintsProps {
    lesson: Rc<FetchedLesson>,
    step: AttrValue,
}

/// Hints, opened one at a time; and the step read aloud.
#[component]
fn Hints(props: &HintsProps) -> Html {
    let saving = use_saving();
    let language = saving.language();
    let lesson = &props.lesson.parsed.lesson;
    let Some(step) = lesson.step(&props.step) else {
        return Html::default();
    };
    let place = Place {
        lesson: &lesson.id,
        written: lesson.language,
        language,
    };
    let hints: Vec<&Vec<Node>> = step
        .pieces
        .iter()
        .filter_map(|piece| {
            if let Piece::Hint(inside) = piece {
                Some(inside)
            } else {
                None
            }
        })
        .collect();
    let opened = saving.hints_opened(lesson, step).min(hints.len());
    let is_first = lesson.steps.first().is_some_and(|first| first.id == step.id);
    let mut sentences = if is_first {
        lesson::reading::introduction_sentences(lesson)
    } else {
        Vec::new()
    };
    sentences.extend(lesson::reading::step_sentences(step, lesson.language));
    let open = {
        let (saving, fetched, id) = (saving.clone(), props.lesson.clone(), props.step.clone());
        Callback::from(move |_: MouseEvent| {
            let lesson = &fetched.parsed.lesson;
            if let Some(step) = lesson.step(&id) {
                saving.open_hint(lesson, step, opened + 1);
            }
        })
    };
    let word = if opened == 0 { Words::Hint } else { Words::MoreHint };
    html! {
        <>
            if opened > 0 {
                <div class="hints" role="region" aria-label={Words::HintsTitle.text(language)} aria-live="polite">
                    { for hints.iter().take(opened).enumerate().map(|(number, hint)| html! { <div class="hint" key={number}><b>{ say::hint(number + 1, language) }</b>{ nodes(hint, place) }</div> }) }
                </div>
            }
            <div class="help-row">
                if opened < hints.len() {
                    <button type="button" class="button quiet" data-action="hint" onclick={open}>
                        <Icon name="circle-question-mark" />{ word.text(language) }
                    </button>
                }
                <ReadAloud {sentences} language={lesson.language} />
            </div>
        </>
    }
}

#[derive(Properties, PartialEq)]
struct StepToolsProps {
    fetched: Rc<FetchedLesson>,
    step: AttrValue,
    on_restart: Callback<()>,
}

/// What else one can do with a step: see the others, start it again, print.
#[component]
fn StepTools(props: &StepToolsProps) -> Html {
    let saving = use_saving();
    let language = saving.language();
    let asks = use_state(|| false);
    let lesson = &props.fetched.parsed.lesson;
    let Some(step) = lesson.step(&props.step) else {
        return Html::default();
    };
    let set_asks = |value: bool| {
        let asks = asks.setter();
        Callback::from(move |_: MouseEvent| asks.set(value))
    };
    let restart = {
        let (saving, fetched, id, asks) = (
            saving.clone(),
            props.fetched.clone(),
            props.step.clone(),
            asks.setter(),
        );
        let on_restart = props.on_restart.clone();
        Callback::from(move |_: MouseEvent| {
            let lesson = &fetched.parsed.lesson;
            if let Some(step) = lesson.step(&id) {
                saving.restart_step(lesson, step);
                on_restart.emit(());
            }
            asks.set(false);
        })
    };
    html! {
        <details class="step-tools">
            <summary>{ Words::AllSteps.text(language) }</summary>
            <ol class="step-list">
                { for lesson.steps.iter().map(|one| {
                    let state = if one.id == step.id { "in-hand" } else if saving.is_done(lesson, one) { "done" } else { "to-come" };
                    html! {
                        <li key={one.id.clone()} data-state={state}>
                            <Link to={Route::LessonStep { id: lesson.id.clone(), step: one.id.clone() }}>
                                if one.is_challenge { <span class="chip">{ Words::Challenge.text(language) }</span>{ " " } }
                                <span lang={(lesson.language != language).then(|| lesson.language.code())}>{ lesson::text::plain(&one.title) }</span>
                                if state == "done" { <Icon name="check" /><span class="visually-hidden">{ crate::i18n::home::Home::Done.text(language) }</span> }
                            </Link>
                        </li>
                    }
                }) }
            </ol>
            <Memo fetched={props.fetched.clone()} />
            if *asks {
                <p class="ask" role="alert">{ Words::RestartSure.text(language) }</p>
                <button type="button" class="button" data-action="restart-yes" onclick={restart}>{ Words::RestartYes.text(language) }</button>
                <button type="button" class="button quiet" onclick={set_asks(false)}>{ Words::RestartNo.text(language) }</button>
            } else {
                <button type="button" class="button quiet" data-action="restart" onclick={set_asks(true)}>
                    <Icon name="rotate-ccw" />{ Words::RestartStep.text(language) }
                </button>
            }
        </details>
    }
}

/// Properties of the bench of a step.
#[derive(Properties, PartialEq)]
pub struct BenchOfStepProps {
    /// The lesson.
    pub fetched: Rc<FetchedLesson>,
    /// The step's id.
    pub step: AttrValue,
    /// Called to leave a passed step.
    pub on_continue: Callback<()>,
    /// Language of words.
    pub language: Language,
    /// Raised when the step starts again.
    pub restarts: u32,
}

/// The bench of a step, begun with the person's own work.
#[component]
fn BenchOfStep(props: &BenchOfStepProps) -> Html {
    let saving = use_saving();
    let lesson = &props.fetched.parsed.lesson;
    let step = lesson.step(&props.step);
    // A restart empties the work of the step, a choice makes several into one: then the bench begins again.
    let chosen = use_state(|| 0_u32);
    let person = saving.person().map(|person| person.id.clone());
    let start = {
        let (saving, fetched, id) = (saving.clone(), props.fetched.clone(), props.step.clone());
        use_memo(
            (
                props.fetched.clone(),
                props.step.clone(),
                props.restarts,
                *chosen,
                person,
            ),
            move |_| {
                let lesson = &fetched.parsed.lesson;
                lesson.step(&id).map(|step| start_program(lesson, step, &saving))
            },
        )
    };
    let generation = props.restarts.wrapping_add(*chosen);
    let edits = use_memo((start.clone(), generation), |(start, _)| match &**start {
        Some(Start::Program(program)) => Edits::since(program.clone()),
        _ => Edits::since(Rc::default()),
    });
    let Some(step) = step else { return Html::default() };
    let program = match &*start {
        Some(Start::Program(program)) => program.clone(),
        Some(Start::Choose) => {
            let on_chosen = {
                let chosen = chosen.clone();
                Callback::from(move |()| chosen.set(*chosen + 1))
            };
            return html! { <div class="work-choice"><WorkChoice lesson={OwnedNames::of(lesson)} step={OwnedNames::of(step)} {on_chosen} draw={version_picture(props.language)} /></div> };
        }
        Some(Start::Unreadable(fault)) => {
            return html! { <UnreadableWork fault={fault.clone()} language={props.language} /> };
        }
        None => return Html::default(),
    };
    let bench = DeviceBenchProps {
        language: props.language,
        board: Rc::new(lesson.board.clone()),
        toolbox: lesson.toolbox(step).into(),
        start: program.clone(),
        generation,
        check: step.check.clone().map(Rc::new),
        on_draft: on_draft(&saving, props, edits),
        on_verdict: on_verdict(&saving, props),
        on_continue: props.on_continue.clone(),
        on_hint: on_hint(&saving, props),
        offers_lesson_text: crate::browser::address::is_author(),
    };
    html! { <Later room={Room::DeviceBench(bench)} /> }
}

fn on_draft(saving: &Saving, props: &BenchOfStepProps, edits: Rc<Edits>) -> Callback<Rc<Program>> {
    let (saving, fetched, id) = (saving.clone(), props.fetched.clone(), props.step.clone());
    Callback::from(move |program: Rc<Program>| {
        let lesson = &fetched.parsed.lesson;
        if let (true, Some(step)) = (edits.take_in(&program), lesson.step(&id)) {
            saving.save_work(lesson, step, WorkKind::Program, program.to_json());
        }
    })
}

/// Writes what a check found into the record.
pub fn on_verdict(saving: &Saving, props: &BenchOfStepProps) -> Callback<Rc<Verdict>> {
    let (saving, fetched, id) = (saving.clone(), props.fetched.clone(), props.step.clone());
    Callback::from(move |verdict: Rc<Verdict>| {
        let lesson = &fetched.parsed.lesson;
        let Some(step) = lesson.step(&id) else { return };
        match &*verdict {
            Verdict::Passed { .. } => {
                let all = step.check.as_ref().map_or(0, |check| check.sentences.len());
                saving.attempt(lesson, step, all, None);
                record_done(lesson, step, &saving);
            }
            Verdict::NotYet(message) => {
                let said = said(&verdict, saving.language());
                saving.attempt(lesson, step, message.passed, Some(said));
            }
            Verdict::AuthorProblem(_) => {}
        }
    })
}

/// Opens the next hint, when the bench asks for one.
pub fn on_hint(saving: &Saving, props: &BenchOfStepProps) -> Callback<()> {
    let (saving, fetched, id) = (saving.clone(), props.fetched.clone(), props.step.clone());
    Callback::from(move |()| {
        let lesson = &fetched.parsed.lesson;
        if let Some(step) = lesson.step(&id) {
            saving.open_hint(lesson, step, saving.hints_opened(lesson, step) + 1);
        }
    })
}
