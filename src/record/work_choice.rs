//! Several versions of one work: all are kept, and the person chooses with which to go on.

use crate::i18n::record::version_of;
use crate::i18n::works::Works as Words;
use crate::saving::{OwnedNames, use_saving};
use record::{Revision, Work};
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
    /// Draws a version, so that one recognises it: each bench knows its own works.
    pub draw: Callback<Revision, Html>,
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
                <h3 id={title.clone()}>{ version_of(&revision.written, language) }</h3>
                { props.draw.emit(revision) }
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
