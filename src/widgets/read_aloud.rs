//! "Écouter": reads sentences with a voice of this machine; not there where there is no such voice.

use crate::browser::speech;
use crate::i18n::player::Player as Words;
use crate::saving::use_saving;
use crate::widgets::icon::Icon;
use yew::prelude::*;

/// Properties of [`ReadAloud`].
#[derive(Properties, PartialEq)]
pub struct ReadAloudProps {
    /// What to read, sentence by sentence.
    pub sentences: Vec<String>,
}

/// The button that reads aloud.
#[component]
pub fn ReadAloud(props: &ReadAloudProps) -> Html {
    let language = use_saving().language();
    let has_voice = use_state(|| speech::has_voice(language));
    let is_reading = use_state(|| false);
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
        let (sentences, is_reading) = (props.sentences.clone(), is_reading.clone());
        Callback::from(move |_: MouseEvent| {
            if *is_reading {
                speech::stop();
            } else {
                speech::say(&sentences, language);
            }
            is_reading.set(!*is_reading);
        })
    };
    if !*has_voice {
        return Html::default();
    }
    let word = if *is_reading {
        Words::StopListening
    } else {
        Words::Listen
    };
    html! {
        <button type="button" class="button quiet" data-action="listen" onclick={toggle}><Icon name="volume-2" />{ word.text(language) }</button>
    }
}
