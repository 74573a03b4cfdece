//! The drawing in words, beside the drawing: read, changed with problems in place, copied.

use crate::browser::clipboard;
use crate::browser::event::{text_of, typed_text};
use crate::design_bench::state::DesignAction;
use crate::i18n::design_bench::DesignWords;
use crate::widgets::icon::Icon;
use design::document::Document;
use design::edit::Edit;
use design::text::{self, TextProblem};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use words::Language;
use yew::prelude::*;

/// Properties of [`TextForm`].
#[derive(Properties)]
pub struct TextFormProps {
    /// Language of words and of the text.
    pub language: Language,
    /// The drawing as it is kept.
    pub document: Rc<Document>,
    /// Called with what was asked.
    pub on_action: Callback<DesignAction>,
}

impl PartialEq for TextFormProps {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language && Rc::ptr_eq(&self.document, &other.document)
    }
}

/// The text form. While one types, the drawing shows what is written; it is kept when one leaves the field.
#[component]
pub fn TextForm(props: &TextFormProps) -> Html {
    let language = props.language;
    let draft = use_state(|| None::<String>);
    let problems = use_state(Vec::<TextProblem>::new);
    let is_copied = use_state(|| false);
    {
        // Another drawing, by another hand: its own text is shown.
        let (draft, problems) = (draft.clone(), problems.clone());
        use_effect_with(Rc::as_ptr(&props.document) as usize, move |_| {
            if problems.is_empty() {
                draft.set(None);
            }
        });
    }
    let written = use_memo((Rc::as_ptr(&props.document) as usize, language), |_| {
        text::write(&props.document, language)
    });
    let on_input = {
        let (draft, problems, is_copied) = (draft.clone(), problems.clone(), is_copied.clone());
        let (document, on_action) = (Rc::clone(&props.document), props.on_action.clone());
        Callback::from(move |event: InputEvent| {
            let typed = typed_text(&event);
            let read = text::read(&typed, Some(&document));
            problems.set(read.problems);
            on_action.emit(DesignAction::Preview(Rc::new(read.document)));
            draft.set(Some(typed));
            is_copied.set(false);
        })
    };
    let on_change = {
        let problems = problems.clone();
        let (document, on_action) = (Rc::clone(&props.document), props.on_action.clone());
        Callback::from(move |event: Event| {
            let read = text::read(&text_of(&event), Some(&document));
            // With a problem the lines that were understood are kept, and the text stays as it was typed.
            problems.set(read.problems);
            on_action.emit(DesignAction::Edit(Edit::Replace(read.document)));
        })
    };
    let copy = {
        let (is_copied, written) = (is_copied.clone(), written.clone());
        Callback::from(move |_: MouseEvent| {
            let (is_copied, written) = (is_copied.clone(), written.clone());
            spawn_local(async move { is_copied.set(clipboard::write(&written).await) });
        })
    };
    html! {
        <section class="in-words" aria-labelledby="in-words">
            <div class="in-words-head">
                <h2 id="in-words">{ DesignWords::DrawingInWords.text(language) }</h2>
                <button type="button" class="button quiet" onclick={copy}>
                    <Icon name="copy" />{ if *is_copied { DesignWords::Copied } else { DesignWords::Copy }.text(language) }
                </button>
            </div>
            <textarea aria-labelledby="in-words" spellcheck="false" autocomplete="off" value={draft.as_ref().cloned().unwrap_or_else(|| (*written).clone())}
                oninput={on_input} onchange={on_change} aria-describedby={(!problems.is_empty()).then_some("text-problems")} />
            if !problems.is_empty() {
                <div id="text-problems" role="status"><ul class="problems">
                    { for problems.iter().take(5).map(|problem| html! {
                        <li><b>{ format!("{} {}", DesignWords::LineNumber.text(language), problem.line) }</b>{ " : " }{ problem.sentence(language) }{ " " }{ problem.next_step(language) }</li>
                    }) }
                </ul></div>
            }
        </section>
    }
}
