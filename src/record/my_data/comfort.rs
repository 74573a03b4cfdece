//! How I like to read: language, size, spaces, colours.

use crate::i18n::my_data::{self as say, MyData as Words};
use crate::saving::use_saving;
use record::{Setting, Spacing, TextSize, Theme};
use words::Language;
use yew::prelude::*;

/// How I like to read.
#[component]
pub fn Comfort() -> Html {
    let saving = use_saving();
    let (language, now) = (saving.language(), saving.settings());
    let row =
        |legend: Words, name: &'static str, options: Vec<(String, Option<&'static str>, Setting, bool)>| {
            let options = options.into_iter().map(|(label, lang, setting, is_set)| {
                let set = {
                    let saving = saving.clone();
                    Callback::from(move |_| saving.set_setting(setting))
                };
                html! {
                    <label class="setting-option" key={label.clone()}>
                        <input type="radio" {name} checked={is_set} onchange={set} />
                        <span {lang}>{ label }</span>
                    </label>
                }
            });
            html! {
                <fieldset class="setting">
                    <legend>{ legend.text(language) }</legend>
                    <div class="options">{ for options }</div>
                </fieldset>
            }
        };
    // Each language is written in itself: whoever looks for it can read it.
    let languages = Language::ALL.map(|one| {
        let own_name = one.pick("Français", "English").to_owned();
        (
            own_name,
            Some(one.code()),
            Setting::Language(one),
            one == now.language,
        )
    });
    let sizes = TextSize::ALL.iter().map(|&one| {
        (
            say::text_size(one),
            None,
            Setting::TextSize(one),
            one == now.text_size,
        )
    });
    let spacings = Spacing::ALL.iter().map(|&one| {
        let name = say::spacing(one, language).to_owned();
        (name, None, Setting::Spacing(one), one == now.spacing)
    });
    let themes = Theme::ALL.iter().map(|&one| {
        let name = say::theme(one, language).to_owned();
        (name, None, Setting::Theme(one), one == now.theme)
    });
    html! {
        <section class="card" aria-labelledby="comfort">
            <h2 id="comfort">{ Words::Reading.text(language) }</h2>
            { row(Words::LanguageWord, "language", languages.into()) }
            { row(Words::TextSizeWord, "text-size", sizes.collect()) }
            { row(Words::SpacingWord, "spacing", spacings.collect()) }
            { row(Words::ThemeWord, "theme", themes.collect()) }
        </section>
    }
}
