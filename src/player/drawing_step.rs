//! The drawing bench of a step, begun with the person's own drawing, else the step's starter, else what they had at
//! the step before. Drawings are read and graded behind the bench's door only.

use crate::design_bench::{DesignBenchProps, Start};
use crate::lazy::{Later, Room};
use crate::player::step::{BenchOfStepProps, on_hint, on_verdict};
use crate::record::{WorkChoice, called};
use crate::saving::{OwnedNames, Saving, use_saving};
use lesson::lesson::{Lesson, Step};
use record::{Revision, Work, WorkKind};
use std::rc::Rc;
use yew::prelude::*;

/// The bench.
#[component]
pub fn DrawingOfStep(props: &BenchOfStepProps) -> Html {
    let saving = use_saving();
    let lesson = &props.fetched.parsed.lesson;
    // A restart empties the work of the step, a choice makes several into one: then the bench begins again.
    let chosen = use_state(|| 0_u32);
    let person = saving.person().map(|person| person.id.clone());
    let start = {
        let (saving, fetched, id) = (saving.clone(), props.fetched.clone(), props.step.clone());
        let follows = (
            props.fetched.clone(),
            props.step.clone(),
            props.restarts,
            *chosen,
            person,
        );
        use_memo(follows, move |_| {
            let lesson = &fetched.parsed.lesson;
            let step = lesson.step(&id)?;
            match saving.open_work(lesson, step) {
                Work::Several(_) => None,
                Work::One(revision) => Some(Start::Saved(revision.text)),
                Work::None => Some(without_own_work(lesson, step, &saving)),
            }
        })
    };
    let Some(step) = lesson.step(&props.step) else {
        return Html::default();
    };
    let Some(start) = (*start).clone() else {
        let on_chosen = {
            let chosen = chosen.clone();
            Callback::from(move |()| chosen.set(*chosen + 1))
        };
        // What draws them is behind the bench's door.
        let draw =
            Callback::from(|version: Revision| html! { <Later room={Room::DrawingPicture(version.text)} /> });
        return html! {
            <div class="work-choice"><WorkChoice lesson={OwnedNames::of(lesson)} step={OwnedNames::of(step)} {on_chosen} {draw} /></div>
        };
    };
    let on_draft = {
        let (saving, fetched, id) = (saving.clone(), props.fetched.clone(), props.step.clone());
        Callback::from(move |saved: Rc<str>| {
            let lesson = &fetched.parsed.lesson;
            if let Some(step) = lesson.step(&id) {
                saving.save_work(lesson, step, WorkKind::Drawing, saved);
            }
        })
    };
    let bench = DesignBenchProps {
        language: props.language,
        start,
        generation: props.restarts.wrapping_add(*chosen),
        is_alone: false,
        who: saving
            .person()
            .map(|person| AttrValue::from(called(person, props.language)))
            .unwrap_or_default(),
        object: lesson.title.clone().into(),
        check: step.check.clone().map(Rc::new),
        on_draft,
        on_name: Callback::noop(),
        on_verdict: on_verdict(&saving, props),
        on_continue: props.on_continue.clone(),
        on_hint: on_hint(&saving, props),
    };
    html! { <Later room={Room::DesignBench(bench)} /> }
}

fn without_own_work(lesson: &Lesson, step: &Step, saving: &Saving) -> Start {
    let starter = |step: &Step| step.drawing_starter.clone().map(Start::OfLesson);
    if let Some(starter) = starter(step) {
        return starter;
    }
    let before: Vec<&Step> = lesson.steps.iter().take_while(|one| one.id != step.id).collect();
    let earlier = before.into_iter().rev().find_map(|earlier| {
        let own = saving.work(lesson, earlier).text().map(Start::Saved);
        own.or_else(|| starter(earlier))
    });
    earlier.unwrap_or_default()
}
