//! A prompt of the logbook: a few words of one's own, kept as they are typed.

use crate::browser::event;
use crate::i18n::player::Player as Words;
use crate::saving::{OwnedNames, use_saving};
use lesson::lesson::Prompt;
use words::Language;
use yew::prelude::*;

/// Properties of [`LogbookCard`].
#[derive(Properties, PartialEq)]
pub struct LogbookProps {
    /// The lesson.
    pub lesson: OwnedNames,
    /// The step.
    pub step: OwnedNames,
    /// Language the prompts are written in.
    pub written: Language,
    /// The prompts of the step.
    pub prompts: Vec<Prompt>,
}

/// The logbook of a step.
#[component]
pub fn LogbookCard(props: &LogbookProps) -> Html {
    let saving = use_saving();
    let language = saving.language();
    let lang = (props.written != language).then(|| props.written.code());
    let prompts = props.prompts.iter().enumerate().map(|(number, prompt)| {
        let entry = saving.logbook_entry(&props.lesson, &props.step, number).unwrap_or_default();
        let write = {
            let (saving, lesson, step) = (saving.clone(), props.lesson.clone(), props.step.clone());
            Callback::from(move |text: String| saving.write_logbook(&lesson, &step, number, text))
        };
        match prompt {
            Prompt::Sentence(beginning) => {
                let typed = write.reform(|typed: InputEvent| event::typed_text(&typed));
                html! {
                    <label class="prompt" key={number}>
                        <span {lang}>{ beginning }</span>
                        <textarea rows="2" maxlength="500" value={entry.to_string()} oninput={typed} />
                    </label>
                }
            }
            Prompt::Choice { label, options } => html! {
                <fieldset class="prompt" key={number}>
                    <legend {lang}>{ label }</legend>
                    <div class="options">
                        { for options.iter().map(|option| {
                            let choose = { let option = option.clone(); write.reform(move |_: Event| option.clone()) };
                            html! {
                                <label class="option" key={option.clone()}>
                                    <input type="radio" name={format!("prompt-{number}")} checked={*option == *entry} onchange={choose} />
                                    <span {lang}>{ option }</span>
                                </label>
                            }
                        }) }
                    </div>
                </fieldset>
            },
            Prompt::Picture(what) | Prompt::Sound(what) => html! {
                <p class="prompt" key={number}><span {lang}>{ what }</span><br /><span class="soft">{ Words::PhotoLater.text(language) }</span></p>
            },
        }
    });
    html! {
        <section class="logbook card" aria-labelledby="logbook">
            <h2 id="logbook">{ Words::Logbook.text(language) }</h2>
            { for prompts }
            <p class="soft">{ Words::YouChoose.text(language) }{ " " }{ Words::NoPrivate.text(language) }</p>
        </section>
    }
}
