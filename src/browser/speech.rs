//! Reading aloud with the voices that are on this machine. Remote voices are left alone: they would send the text
//! to another host.

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

/// Says sentences one after the other, a little slower than usual; what was being said stops.
pub fn say(sentences: &[String], language: Language) {
    let (Some(synthesis), Some(voice)) = (synthesis(), voice(language)) else {
        return;
    };
    synthesis.cancel();
    for sentence in sentences {
        let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(sentence) else {
            continue;
        };
        utterance.set_voice(Some(&voice));
        utterance.set_lang(&voice.lang());
        utterance.set_rate(0.9);
        synthesis.speak(&utterance);
    }
}

/// Stops reading.
pub fn stop() {
    if let Some(synthesis) = synthesis() {
        synthesis.cancel();
    }
}

/// Calls back when the browser's list of voices changes, until what is returned is dropped.
pub fn on_voices(changed: impl Fn() + 'static) -> Option<gloo::events::EventListener> {
    let synthesis = synthesis()?;
    Some(gloo::events::EventListener::new(
        &synthesis,
        "voiceschanged",
        move |_| changed(),
    ))
}
