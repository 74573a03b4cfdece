//! Several versions of one work: all are kept, and the person chooses with which to go on.

use crate::i18n::record::{self as say, Record as Words};
use crate::player::block_picture::BlockPicture;
use crate::saving::{OwnedNames, use_saving};
use device::program::Program;
use record::{Revision, Work, WorkKind};
use words::Language;
use yew::prelude::*;

/// Properties of [`WorkChoice`].
#[derive(Properties, PartialEq)]
pub struct WorkChoiceProps {
    /// The lesson.
    pub lesson: OwnedNames,
    /// The step.
    pub step: OwnedNames,
    /// Called once one is chosen.
    pub on_chosen: Callback<()>,
}

/// Two versions of a work: the person chooses.
#[component]
pub fn WorkChoice(props: &WorkChoiceProps) -> Html {
    let saving = use_saving();
    let language = saving.language();
    let Work::Several(revisions) = saving.work(&props.lesson, &props.step) else {
        return Html::default();
    };
    let versions = revisions.into_iter().enumerate().map(|(number, revision)| {
        let choose = {
            let (saving, lesson, step) = (saving.clone(), props.lesson.clone(), props.step.clone());
            let (id, on_chosen) = (revision.id.clone(), props.on_chosen.clone());
            Callback::from(move |_| {
                saving.choose_work(&lesson, &step, id.clone());
                on_chosen.emit(());
            })
        };
        let title = format!("version-{number}");
        html! {
            <li key={number} class="card">
                <h3 id={title.clone()}>{ say::version_of(&revision.written, language) }</h3>
                { picture(&revision, language) }
                <button type="button" class="button" aria-describedby={title} onclick={choose}>
                    { Words::GoOnWithThis.text(language) }
                </button>
            </li>
        }
    });
    html! {
        <section class="versions" aria-labelledby="versions" data-state="several">
            <h2 id="versions">{ Words::TwoVersions.text(language) }</h2>
            <p>{ Words::TwoVersionsWhy.text(language) }{ " " }{ Words::TwoVersionsNext.text(language) }</p>
            <ul>{ for versions }</ul>
        </section>
    }
}

/// What the version looks like, so that one recognises it.
fn picture(version: &Revision, language: Language) -> Html {
    match version.kind.map(|kind| (kind, Program::from_json(&version.text))) {
        Some((WorkKind::Program, Ok((program, _)))) => html! { <BlockPicture {program} {language} /> },
        // No bench draws these yet, or this one cannot read it: its date must do.
        _ => Html::default(),
    }
}
