//! A number field: the main way in. It reads decimal commas and `+ - * /`, and says what it could not read.

use crate::browser::event::typed_text;
use crate::i18n::design_bench::DesignWords;
use crate::widgets::icon::Icon;
use design::number::{self, NumberProblem};
use words::Language;
use yew::prelude::*;

/// What an arrow key adds, in the field's unit; with the shift key ten times as much.
const STEP: f64 = 1.0;

/// Properties of [`MmField`].
#[derive(Properties, PartialEq)]
pub struct MmFieldProps {
    /// Its name, unique on the page.
    pub id: AttrValue,
    /// Its word.
    pub label: DesignWords,
    /// Its arrow, for X and Y.
    #[prop_or_default]
    pub icon: Option<AttrValue>,
    /// Its value.
    pub value: f64,
    /// Its unit; empty for a count.
    #[prop_or("mm".into())]
    pub unit: AttrValue,
    /// Raised when the value has to be shown anew.
    pub generation: u32,
    /// Why the last edit was not done; said here where it was this field's.
    #[prop_or_default]
    pub refusal: Option<AttrValue>,
    /// Language of words and numbers.
    pub language: Language,
    /// Called with a new value.
    pub on_value: Callback<f64>,
}

/// A number field.
#[component]
pub fn MmField(props: &MmFieldProps) -> Html {
    let language = props.language;
    let shown = words::number((props.value * 1_000.0).round() / 1_000.0, language);
    let draft = use_state(|| None::<String>);
    let problem = use_state(|| None::<NumberProblem>);
    // Whether the last edit was this field's: then what is said of it stands here.
    let has_sent = use_state(|| false);
    {
        let (draft, problem) = (draft.clone(), problem.clone());
        use_effect_with((props.generation, props.value.to_bits()), move |_| {
            draft.set(None);
            problem.set(None);
        });
    }
    let take = {
        let (draft, problem, has_sent) = (draft.clone(), problem.clone(), has_sent.clone());
        let (value, on_value) = (props.value, props.on_value.clone());
        Callback::from(move |()| {
            let Some(typed) = &*draft else { return };
            match number::evaluate(typed) {
                Ok(new) if (new - value).abs() < 0.000_5 => {
                    draft.set(None);
                    problem.set(None);
                }
                Ok(new) => {
                    problem.set(None);
                    has_sent.set(true);
                    on_value.emit(new);
                }
                Err(why) => problem.set(Some(why)),
            }
        })
    };
    let add = {
        let (draft, on_value, value) = (draft.clone(), props.on_value.clone(), props.value);
        let has_sent = has_sent.clone();
        Callback::from(move |by: f64| {
            has_sent.set(true);
            let now = draft.as_ref().and_then(|typed| number::evaluate(typed).ok());
            on_value.emit(now.unwrap_or(value) + by);
        })
    };
    let on_key = {
        let (take, add, draft, problem) = (take.clone(), add.clone(), draft.clone(), problem.clone());
        let has_sent = has_sent.clone();
        Callback::from(move |event: KeyboardEvent| {
            let step = if event.shift_key() { 10.0 * STEP } else { STEP };
            match event.key().as_str() {
                "Enter" => take.emit(()),
                "ArrowUp" => add.emit(step),
                "ArrowDown" => add.emit(-step),
                "Escape" => {
                    draft.set(None);
                    problem.set(None);
                    has_sent.set(false);
                }
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let on_input = {
        let (draft, has_sent) = (draft.clone(), has_sent.clone());
        Callback::from(move |event: InputEvent| {
            draft.set(Some(typed_text(&event)));
            has_sent.set(false);
        })
    };
    let says = problem
        .as_ref()
        .map(|problem| AttrValue::from(problem.sentence(language)))
        .or_else(|| props.refusal.clone().filter(|_| *has_sent));
    let says_id = format!("{}-says", props.id);
    let label = props.label.text(language);
    let step_key = |by: f64, word: DesignWords, icon: &'static str| {
        let add = add.clone();
        html! {
            <button type="button" class="mm-step" tabindex="-1" aria-label={format!("{label} : {}", word.text(language))}
                onclick={move |_| add.emit(by)}><Icon name={icon} /></button>
        }
    };
    html! {
        <div class="mm-field" data-state={if says.is_some() { "not-yet" } else { "well" }}>
            <label class="mm-name" for={&props.id}>{ label }if let Some(icon) = &props.icon { <Icon name={icon} /> }</label>
            <div class="mm-box">
                { step_key(-STEP, DesignWords::Less, "minus") }
                <input id={&props.id} type="text" inputmode="decimal" autocomplete="off" spellcheck="false"
                    value={draft.as_ref().cloned().unwrap_or(shown)} oninput={on_input} onkeydown={on_key}
                    onblur={take.reform(|_| ())} aria-invalid={says.is_some().to_string()}
                    aria-describedby={says.is_some().then(|| says_id.clone())} />
                if !props.unit.is_empty() { <span class="mm-unit" aria-hidden="true">{ &props.unit }</span> }
                { step_key(STEP, DesignWords::More, "plus") }
            </div>
            if let Some(says) = says { <p class="mm-says" id={says_id} role="alert">{ says }</p> }
        </div>
    }
}
