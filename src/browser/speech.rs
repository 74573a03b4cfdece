//! Reading aloud with the voices that are on this machine. Remote voices are left alone: they would send the text
//! to another host.

use gloo::events::EventListener;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};
use words::Language;

fn synthesis() -> Option<SpeechSynthesis> {
    web_sys::window()?.speech_synthesis().ok()
}

fn voice(language: Language) -> Option<SpeechSynthesisVoice> {
    synthesis()?
        .get_voices()
        .iter()
        .filter_map(|voice| voice.dyn_into::<SpeechSynthesisVoice>().ok())
        .find(|voice| voice.local_service() && voice.lang().to_lowercase().starts_with(language.code()))
}

/// Whether this machine has a voice of its own for a language.
pub fn has_voice(language: Language) -> bool {
    voice(language).is_some()
}

/// Something being read aloud; dropped, its end is not told any more.
pub struct Speech {
    _ends: [EventListener; 2],
}

/// Says sentences one after the other, a little slower than usual; what was being said stops. `ended` is called once the
/// last one is said, or cannot be. Nothing when there is nothing to say or no voice for it.
pub fn say(sentences: &[String], language: Language, ended: impl Fn() + 'static) -> Option<Speech> {
    let (synthesis, voice) = (synthesis()?, voice(language)?);
    synthesis.cancel();
    let utterances: Vec<_> = sentences
        .iter()
        .filter_map(|sentence| SpeechSynthesisUtterance::new_with_text(sentence).ok())
        .collect();
    let ended = Rc::new(ended);
    let last = utterances.last()?;
    let ends = ["end", "error"].map(|name| {
        let ended = ended.clone();
        EventListener::new(last, name, move |_| ended())
    });
    for utterance in &utterances {
        utterance.set_voice(Some(&voice));
        utterance.set_lang(&voice.lang());
        utterance.set_rate(0.9);
        synthesis.speak(utterance);
    }
    Some(Speech { _ends: ends })
}

/// Stops reading.
pub fn stop() {
    if let Some(synthesis) = synthesis() {
        synthesis.cancel();
    }
}

/// Calls back when the browser's list of voices changes, until what is returned is dropped.
pub fn on_voices(changed: impl Fn() + 'static) -> Option<EventListener> {
    let synthesis = synthesis()?;
    Some(EventListener::new(&synthesis, "voiceschanged", move |_| {
        changed()
    }))
}
