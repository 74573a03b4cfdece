//! Whether the work is kept: a word in the header, and a sentence on top of the page when something is not.

use crate::browser::{files, page};
use crate::i18n::common::Common;
use crate::i18n::record::Record as Words;
use crate::route::{Link, Route};
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
        SavedStatus::SavedFrailly => ("saved-frailly", "check", Words::SavedHere),
        SavedStatus::Saving => ("saving", "ellipsis", Words::SavingNow),
        SavedStatus::NotSaved(_) => ("not-saved", "triangle-alert", Words::NotSavedYet),
    };
    html! {
        <p class="saved" data-state={state}>
            <Icon name={icon} />
            <span class="word">{ word.text(saving.language()) }</span>
            if let Some(sent) = saving.sent() {
                <span class="word sent" data-state={sent.state}>{ "\u{b7} " }{ said_in(&sent.word, saving.language()) }</span>
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
    let SavedStatus::NotSaved(why) = saving.status() else {
        let notice = saving.sent().and_then(|sent| sent.notice.as_ref());
        return html! {
            <div role="status">
                if let Some(notice) = notice {
                    <div class="saved-notice" data-state="not-sent">
                        <Icon name="triangle-alert" />
                        <p>{ said_in(notice, language) }</p>
                        <Link class="button" to={Route::MyData}>{ Words::MyData.text(language) }</Link>
                    </div>
                }
            </div>
        };
    };
    let (what, next) = match why {
        NotSaved::Full => (Words::Full, Words::FullNext),
        NotSaved::NoStorage => (Words::NoStorage, Words::NoStorageNext),
        NotSaved::Newer => (Words::Newer, Words::NewerNext),
        NotSaved::Refused(_) => (Words::Refused, Words::RefusedNext),
    };
    let detail = match why {
        NotSaved::Refused(words) => Some(words.clone()),
        NotSaved::Full | NotSaved::NoStorage | NotSaved::Newer => None,
    };
    let button = if *why == NotSaved::Newer {
        html! { <button type="button" class="button" onclick={|_| page::reload()}>{ Common::Reload.text(language) }</button> }
    } else {
        let take = {
            let saving = saving.clone();
            Callback::from(move |_| take_copy(&saving))
        };
        html! { <button type="button" class="button" onclick={take}>{ Words::TakeCopy.text(language) }</button> }
    };
    html! {
        <div role="status">
            <div class="saved-notice" data-state="not-saved">
                <Icon name="triangle-alert" />
                <p title={detail}><b>{ what.text(language) }</b>{ " " }{ next.text(language) }</p>
                { button }
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
