//! "Écouter": reads sentences with a voice of this machine; not there where there is no such voice.

use crate::browser::speech::{self, Speech};
use crate::i18n::player::Player as Words;
use crate::saving::use_saving;
use crate::widgets::icon::Icon;
use words::Language;
use yew::prelude::*;

/// Properties of [`ReadAloud`].
#[derive(Properties, PartialEq)]
pub struct ReadAloudProps {
    /// What to read, sentence by sentence.
    pub sentences: Vec<String>,
    /// The language they are written in.
    pub language: Language,
}

/// The button that reads aloud.
#[component]
pub fn ReadAloud(props: &ReadAloudProps) -> Html {
    let language = props.language;
    let shown_in = use_saving().language();
    let has_voice = use_state(|| speech::has_voice(language));
    let speech = use_state(|| None::<Speech>);
    {
        // Browsers tell their voices a little after the page is there.
        let set = has_voice.setter();
        use_effect_with(language, move |language| {
            let language = *language;
            let listener = speech::on_voices(move || set.set(speech::has_voice(language)));
            move || {
                speech::stop();
                drop(listener);
            }
        });
    }
    let toggle = {
        let (sentences, speech) = (props.sentences.clone(), speech.clone());
        Callback::from(move |_: MouseEvent| {
            if speech.is_some() {
                speech::stop();
                speech.set(None);
            } else {
                let ended = speech.setter();
                speech.set(speech::say(&sentences, language, move || ended.set(None)));
            }
        })
    };
    if !*has_voice {
        return Html::default();
    }
    let word = if speech.is_some() {
        Words::StopListening
    } else {
        Words::Listen
    };
    html! {
        <button type="button" class="button quiet" data-action="listen" onclick={toggle}><Icon name="volume-2" />{ word.text(shown_in) }</button>
    }
}
