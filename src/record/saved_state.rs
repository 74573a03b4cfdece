//! Whether the work is kept: a word in the header, and a sentence on top of the page when something is not.

use crate::browser::{files, page};
use crate::i18n::record::Record as Words;
use crate::route::Route;
use crate::saving::{NotSaved, SavedStatus, Saving, use_saving};
use crate::widgets::icon::Icon;
use std::rc::Rc;
use words::Language;
use yew::prelude::*;

/// Whether the work is kept, in a word with its icon.
#[component]
pub fn SavedState() -> Html {
    let saving = use_saving();
    let (state, icon, word) = match saving.status() {
        SavedStatus::Saved => ("saved", "check", Words::SavedHere),
        SavedStatus::SavedFrailly => ("saved-frailly", "triangle-alert", Words::SavedFrailly),
        SavedStatus::Saving => ("saving", "ellipsis", Words::SavingNow),
        SavedStatus::NotSaved(NotSaved::NoStorage) => ("not-saved", "triangle-alert", Words::OnlyHere),
        SavedStatus::NotSaved(_) => ("not-saved", "triangle-alert", Words::NotSavedYet),
    };
    html! {
        <p class="saved" data-state={state}>
            <Icon name={icon} />
            <span class="word">{ word.text(saving.language()) }</span>
            if let Some(sent) = saving.sent() {
                <span class="word sent" data-state={sent.state}>{ said_in(&sent.word, saving.language()) }</span>
            }
        </p>
    }
}

/// What happened and what to do, while something is not kept. Read aloud when it comes: the word in the header changes
/// too often for that.
#[component]
pub fn SavedNotice() -> Html {
    let saving = use_saving();
    let language = saving.language();
    let not_saved = |what: Words, next: Words, button: Words| {
        let what = AttrValue::Static(what.text(language));
        ("not-saved", what, next.text(language), button)
    };
    let (state, what, next, button) = match saving.status() {
        SavedStatus::NotSaved(why) => match why {
            NotSaved::Full => not_saved(Words::Full, Words::FullNext, Words::TakeCopy),
            NotSaved::NoStorage => not_saved(Words::NoStorage, Words::NoStorageNext, Words::TakeCopy),
            NotSaved::Newer => not_saved(Words::Newer, Words::NewerNext, Words::Reload),
            NotSaved::Refused(_) => not_saved(Words::Refused, Words::RefusedNext, Words::TakeCopy),
        },
        _ if !saving.damaged().is_empty() => not_saved(Words::Damaged, Words::DamagedNext, Words::MyData),
        _ => match saving.sent().and_then(|sent| sent.notice.as_ref()) {
            Some(notice) => ("not-sent", said_in(notice, language), "", Words::MyData),
            None => return html! { <div role="status"></div> },
        },
    };
    let detail = match saving.status() {
        SavedStatus::NotSaved(NotSaved::Refused(words)) => Some(words.clone()),
        _ => None,
    };
    let press = {
        let saving = saving.clone();
        move |_: MouseEvent| match button {
            Words::Reload => page::reload(),
            Words::MyData => Route::MyData.go(),
            _ => take_copy(&saving),
        }
    };
    html! {
        <div role="status">
            <div class="saved-notice" data-state={state}>
                <Icon name="triangle-alert" />
                <p title={detail}><b>{ what }</b>{ " " }{ next }</p>
                <button type="button" class="button" onclick={press}>{ button.text(language) }</button>
            </div>
        </div>
    }
}

/// Of a French and an English text, that of the language.
fn said_in([french, english]: &[Rc<str>; 2], language: Language) -> AttrValue {
    AttrValue::from(language.pick(french, english).clone())
}

/// Gives the person their copy as a file; everyone's when nobody is here.
pub(super) fn take_copy(saving: &Saving) {
    let copy = saving.export().unwrap_or_else(|| saving.export_everyone());
    files::download(&copy.name, files::JSON, &copy.text);
}
