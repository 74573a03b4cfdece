//! Working without internet, and the change to a new release: only when the person wants it, and when all is stored.

use crate::browser::offline::{self, News};
use crate::browser::{custom_properties, styles};
use crate::i18n::offline::Offline as Words;
use crate::saving::{NotSaved, SavedStatus, use_saving};
use yew::prelude::*;

/// What the person is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Notice {
    /// Nothing.
    None,
    /// A new release is here.
    Ready,
    /// It could not be taken: some work is not stored.
    Blocked,
}

/// Keeps the site for days without internet, and says so when a new release is here.
#[component]
pub fn Offline() -> Html {
    let saving = use_saving();
    let notice = use_state(|| Notice::None);
    // All work must be stored at once, and an answer is waited for.
    let flush = use_state(|| false);
    {
        let (notice, flush) = (notice.setter(), flush.setter());
        use_effect_with((), move |()| {
            wasm_bindgen_futures::spawn_local(offline::start(move |news| match news {
                News::Ready => show(notice.clone(), Notice::Ready),
                News::Blocked => show(notice.clone(), Notice::Blocked),
                News::Flush => flush.set(true),
            }));
        });
    }
    {
        let saving = saving.clone();
        use_effect_with(*flush, move |is_wanted| {
            if *is_wanted {
                saving.save_at_once();
            }
        });
    }
    {
        let answered = flush.setter();
        let saving = saving.clone();
        use_effect_with((*flush, saving.status().clone()), move |(is_wanted, status)| {
            // A newer Fabrique wrote here: this page cannot store any more, and the new release is what helps.
            let is_stored = saving.is_all_stored() || *status == SavedStatus::NotSaved(NotSaved::Newer);
            if *is_wanted && (is_stored || matches!(status, SavedStatus::NotSaved(_))) {
                answered.set(false);
                offline::stored(is_stored);
            }
        });
    }
    use_effect_with(saving.language(), |language| {
        custom_properties::set_root_words("--kept-offline", Words::LessonKept.text(*language));
    });
    let text = |word: Words| word.text(saving.language());
    let later = {
        let notice = notice.clone();
        Callback::from(move |_| notice.set(Notice::None))
    };
    // The place stands there before its words: so they are read aloud when they come.
    html! {
        <aside class="release" aria-label={text(Words::NewRelease)} data-state={if *notice == Notice::None { "none" } else { "here" }}>
            <div role="status">
                { match *notice {
                    Notice::None => "",
                    Notice::Ready => text(Words::Ready),
                    Notice::Blocked => text(Words::Blocked),
                } }
            </div>
            if *notice != Notice::None {
                <p class="release-ways">
                    <button type="button" class="button main" onclick={|_| offline::accept()}>{ text(Words::Accept) }</button>
                    <button type="button" class="button" onclick={later}>{ text(Words::Later) }</button>
                </p>
            }
        </aside>
    }
}

/// Home does not have the styles of a notice.
fn show(set: UseStateSetter<Notice>, notice: Notice) {
    wasm_bindgen_futures::spawn_local(async move {
        // Without them the words stand at the end of the page.
        let _ = styles::load_for_rooms().await;
        set.set(notice);
    });
}

/// Whether the site works without internet on this machine, for "my data". The styles show one of the sentences, by what
/// the worker's side says on the root (`data-offline`).
#[component]
pub fn WithoutInternet() -> Html {
    let language = use_saving().language();
    html! {
        <section class="card without-internet" aria-labelledby="without-internet">
            <h2 id="without-internet">{ Words::WithoutInternet.text(language) }</h2>
            <p data-when="kept">{ Words::Kept.text(language) }</p>
            <p data-when="coming">{ Words::Coming.text(language) }</p>
            <p data-when="absent">{ Words::Absent.text(language) }</p>
        </section>
    }
}
