//! The author's panel (`?auteur` in the address): the lesson's problems as `cargo fabrique lint` tells them, each with
//! its line and a next step, and a button that runs starter and solution against the checks.

mod files_around;

use crate::i18n::player::Player as Words;
use crate::player::fetched_lesson::FetchedLesson;
use crate::saving::use_saving;
use files_around::FilesAround;
use lesson::lint::Site;
use lesson::problem::{Problem, Severity};
use std::rc::Rc;
use words::Language;
use yew::platform::spawn_local;
use yew::prelude::*;

/// Properties of [`AuthorPanel`].
#[derive(Properties, PartialEq)]
pub struct AuthorPanelProps {
    /// The lesson.
    pub fetched: Rc<FetchedLesson>,
}

/// The author's panel.
#[component]
pub fn AuthorPanel(props: &AuthorPanelProps) -> Html {
    let language = use_saving().language();
    let ran = use_state(|| None::<Vec<Problem>>);
    let run = {
        let (ran, fetched) = (ran.setter(), props.fetched.clone());
        Callback::from(move |_: MouseEvent| ran.set(Some(lesson::lint::run_checks(&fetched.parsed.lesson))))
    };
    let files = use_state(|| None::<Rc<FilesAround>>);
    {
        let set = files.setter();
        use_effect_with(props.fetched.clone(), move |fetched| {
            let fetched = fetched.clone();
            set.set(None);
            spawn_local(async move {
                let files = FilesAround::fetch(&fetched.source, &fetched.path).await;
                set.set(Some(Rc::new(files)));
            });
        });
    }
    let problems = use_memo((props.fetched.clone(), (*files).clone()), |(fetched, files)| {
        let site = files.as_deref().map(|files| files as &dyn Site);
        lesson::lint::lint_lesson(&fetched.source, &fetched.path, site)
    });
    let has_looked = files.is_some();
    let source: Vec<&str> = props.fetched.source.lines().collect();
    html! {
        <aside class="author" aria-label={Words::Author.text(language)} data-state={if has_looked { "looked" } else { "looking" }}><details open={true}>
            <summary>{ Words::Author.text(language) }{ " · " }<code>{ &props.fetched.path }</code>{ format!(" · {}", problems.len()) }</summary>
            if !has_looked {
                <p role="status">{ Words::AuthorLooks.text(language) }</p>
            } else if problems.is_empty() {
                <p>{ Words::AuthorNone.text(language) }</p>
            }
            { list(&problems, &source, language) }
            <button type="button" class="button" data-action="run-checks" onclick={run}>{ Words::AuthorRun.text(language) }</button>
            <div role="status">
                if let Some(found) = &*ran {
                    <p>{ Words::AuthorRan.text(language) }{ " " }if found.is_empty() { { Words::AuthorAllFine.text(language) } }</p>
                    { list(found, &source, language) }
                }
            </div>
        </details></aside>
    }
}

fn list(problems: &[Problem], source: &[&str], language: Language) -> Html {
    html! {
        <ul class="problems">
            { for problems.iter().map(|problem| {
                let (state, word) = match problem.severity {
                    Severity::Error => ("error", Words::Error),
                    Severity::Warning => ("warning", Words::Warning),
                    Severity::Advice => ("advice", Words::Advice),
                };
                html! {
                    <li data-severity={state}>
                        <b>{ format!("{} {}:{}", Words::Line.text(language), problem.line, problem.column) }</b>
                        <span class="chip">{ word.text(language) }{ " " }{ problem.code }</span>
                        <span>{ problem.sentence(language) }</span>
                        if let Some(line) = source.get(problem.line.wrapping_sub(1)) { <code>{ *line }</code> }
                        if !problem.next_step(language).is_empty() { <span class="next">{ "→ " }{ problem.next_step(language) }</span> }
                    </li>
                }
            }) }
        </ul>
    }
}
