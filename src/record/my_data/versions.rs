//! Earlier versions of what one made: looked at, and taken up again as a new version. Nothing is erased by that.

use crate::i18n::my_data::{self as say, MyData as Words};
use crate::i18n::record::version_of;
use crate::lazy;
use crate::saving::use_saving;
use crate::site::use_programme;
use record::keeper::earlier::Earlier;
use record::store::Refusal;
use record::{Page, Revision};
use std::rc::Rc;
use words::Language;
use yew::platform::spawn_local;
use yew::prelude::*;

/// What was asked of the store.
type Read<T> = Option<Result<T, Refusal>>;

/// The list of works of which there are earlier versions.
#[component]
pub fn Versions() -> Html {
    let saving = use_saving();
    let language = saving.language();
    let programme = use_programme(language);
    let pages = use_state(|| None as Read<Vec<(Page, usize)>>);
    let is_taken = use_state(|| false);
    {
        let (pages, asked) = (pages.setter(), saving.clone());
        let person = saving.person().map(|person| person.id.clone());
        // Another person has other works; after a change there may be more.
        use_effect_with((person, saving.amount()), move |_| {
            spawn_local(async move {
                let found = asked.pages_with_earlier().await;
                pages.set(Some(found.map(|found| found.into_iter().collect())));
            });
        });
    }
    let title = |lesson: &str| {
        let links = programme
            .here()
            .into_iter()
            .flat_map(|programme| &programme.modules);
        let mut links = links.flat_map(|module| &module.lessons);
        links
            .find(|link| link.id == *lesson)
            .map(|link| link.title.clone())
    };
    let on_taken = {
        let is_taken = is_taken.setter();
        Callback::from(move |()| is_taken.set(true))
    };
    let list = match &*pages {
        None => Html::default(),
        Some(Err(_)) => html! { <p data-state="refused">{ Words::VersionsRefused.text(language) }</p> },
        Some(Ok(pages)) if pages.is_empty() => html! { <p>{ Words::VersionsNone.text(language) }</p> },
        Some(Ok(pages)) => html! {
            { for pages.iter().map(|(page, count)| html! {
                <VersionsOfPage key={format!("{page:?}")} page={page.clone()} count={*count} name={name_of(page, title, language)} on_taken={&on_taken} />
            }) }
        },
    };
    html! {
        <section class="card earlier" aria-labelledby="earlier">
            <h2 id="earlier">{ Words::Versions.text(language) }</h2>
            <p>{ Words::VersionsWhy.text(language) }</p>
            { list }
            <div role="status">
                if *is_taken { <p class="told" data-state="added">{ Words::VersionTaken.text(language) }</p> }
            </div>
        </section>
    }
}

/// What a person calls the place of a text.
fn name_of(page: &Page, title: impl Fn(&str) -> Option<String>, language: Language) -> String {
    let (Page::Work { lesson, step } | Page::Logbook { lesson, step, .. }) = page;
    match &**lesson {
        "_free" => Words::FreeDevice.text(language).to_owned(),
        "_drawings" => Words::FreeDrawing.text(language).to_owned(),
        lesson => {
            let lesson = title(lesson).unwrap_or_else(|| lesson.to_owned());
            match page {
                Page::Work { .. } => format!("{lesson}, {step}"),
                Page::Logbook { .. } => format!("{lesson}, {step}, {}", Words::Logbook.text(language)),
            }
        }
    }
}

#[derive(Properties, PartialEq)]
struct VersionsOfPageProps {
    page: Page,
    count: usize,
    name: String,
    on_taken: Callback<()>,
}

/// The versions of one work; read once they are opened.
#[component]
fn VersionsOfPage(props: &VersionsOfPageProps) -> Html {
    let saving = use_saving();
    let language = saving.language();
    let versions = use_state(|| None as Read<Rc<[Earlier]>>);
    let is_open = use_state(|| false);
    {
        let (versions, saving) = (versions.setter(), saving.clone());
        let about = (props.page.clone(), props.count, *is_open);
        use_effect_with(about, move |(page, _, is_open)| {
            let page = page.clone();
            if *is_open {
                spawn_local(async move {
                    versions.set(Some(saving.earlier(&page).await.map(Rc::from)));
                });
            }
        });
    }
    let open = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let list = match &*versions {
        _ if !*is_open => Html::default(),
        None => Html::default(),
        Some(Err(_)) => html! { <p data-state="refused">{ Words::VersionsRefused.text(language) }</p> },
        Some(Ok(versions)) => {
            let versions = versions.iter().map(|earlier| {
                let take_up = {
                    let (saving, page) = (saving.clone(), props.page.clone());
                    let (revision, on_taken) = (earlier.revision.clone(), props.on_taken.clone());
                    Callback::from(move |_: MouseEvent| {
                        saving.take_up_earlier(&page, &revision);
                        on_taken.emit(());
                    })
                };
                let when = version_of(&earlier.revision.written, language);
                let label = format!("{}, {when}", Words::TakeUpVersion.text(language));
                html! {
                    <li key={format!("{:?}", earlier.key)}>
                        <p>{ when }</p>
                        <Picture version={earlier.revision.clone()} {language} />
                        if earlier.revision.kind.is_some() {
                            <button type="button" class="button" aria-label={label} onclick={take_up}>{ Words::TakeUpVersion.text(language) }</button>
                        }
                    </li>
                }
            });
            html! { <ul>{ for versions }</ul> }
        }
    };
    html! {
        <div class="earlier-work">
            <button type="button" class="button quiet" aria-expanded={is_open.to_string()} onclick={open}>
                { format!("{} ({})", props.name, say::versions(props.count, language)) }
            </button>
            { list }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct PictureProps {
    version: Revision,
    language: Language,
}

/// What a version looks like: words as they are, a program or a drawing once its bench's code is here.
#[component]
fn Picture(props: &PictureProps) -> Html {
    let picture = use_state(Html::default);
    {
        let picture = picture.setter();
        use_effect_with(
            (props.version.clone(), props.language),
            move |(version, language)| {
                let drawing = lazy::picture(version.clone(), *language);
                spawn_local(async move { picture.set(drawing.await) });
            },
        );
    }
    match props.version.kind {
        Some(record::WorkKind::Words) => html! { <q>{ &*props.version.text }</q> },
        _ => (*picture).clone(),
    }
}
