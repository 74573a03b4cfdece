//! The table of the class: a line for each person, with where they are and the message they saw last.

use crate::i18n::sending::Sending as Words;
use crate::record::called;
use crate::saving::Named as _;
use lesson::outline::Outline;
use record::{Person, Record};
use sync::class::Participant;
use words::Language;
use yew::prelude::*;

/// A line of the table.
struct Line {
    who: String,
    place: String,
    tries: usize,
    message: String,
    done: usize,
}

/// The table; the outlines give lessons and steps their titles.
pub fn table(participants: &[Participant], outlines: &[Outline], language: Language) -> Html {
    if participants.is_empty() {
        return html! { <p>{ Words::NobodyThere.text(language) }</p> };
    }
    let mut lines: Vec<Line> = participants
        .iter()
        .flat_map(|one| lines(one, outlines, language))
        .collect();
    lines.sort_by(|one, other| one.who.cmp(&other.who));
    let heads = [
        Words::Who,
        Words::Where,
        Words::Tries,
        Words::LastMessage,
        Words::Done,
    ];
    let cell = |head: Words, text: String| {
        html! { <td data-label={head.text(language)}>{ text }</td> }
    };
    let rows = lines.into_iter().map(|line| {
        html! {
            <tr>
                <th scope="row">{ line.who }</th>
                { cell(Words::Where, line.place) }
                { cell(Words::Tries, line.tries.to_string()) }
                { cell(Words::LastMessage, line.message) }
                { cell(Words::Done, line.done.to_string()) }
            </tr>
        }
    });
    html! {
        <table class="class-table">
            <thead><tr>{ for heads.iter().map(|head| html! { <th scope="col">{ head.text(language) }</th> }) }</tr></thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}

fn lines(one: &Participant, outlines: &[Outline], language: Language) -> Vec<Line> {
    let folder = |name: String| match one.folder.as_str() {
        "" => name,
        folder if name.is_empty() => folder.to_owned(),
        folder => format!("{name} ({folder})"),
    };
    let people: Vec<_> = one.record.people().collect();
    if people.is_empty() {
        let word = if one.is_erased {
            Words::WasErased
        } else {
            Words::NotBegun
        };
        return vec![Line {
            who: folder(String::new()),
            place: word.text(language).to_owned(),
            tries: 0,
            message: Words::NoMessage.text(language).to_owned(),
            done: 0,
        }];
    }
    people
        .into_iter()
        .map(|person| {
            let who = folder(called(&person, language));
            line(&one.record, &person, who, outlines, language)
        })
        .collect()
}

fn line(record: &Record, person: &Person, who: String, outlines: &[Outline], language: Language) -> Line {
    let none = || Words::NoMessage.text(language).to_owned();
    let begun = record.person(&person.id).and_then(|kept| {
        let lesson = kept.last_lesson()?;
        let step = kept.place(lesson.into())?;
        Some((kept, lesson, step))
    });
    let done = record.person(&person.id).map_or(0, |kept| kept.amount().steps);
    match begun {
        Some((kept, lesson, step)) => Line {
            who,
            place: place(lesson, step, outlines),
            tries: kept.attempts(lesson.into(), step.into()),
            message: kept
                .last_message(lesson.into(), step.into())
                .map_or_else(none, str::to_owned),
            done,
        },
        None => Line {
            who,
            place: Words::NotBegun.text(language).to_owned(),
            tries: 0,
            message: none(),
            done,
        },
    }
}

/// Where somebody is, by the titles that they see.
fn place(lesson: &str, step: &str, outlines: &[Outline]) -> String {
    let outline = outlines.iter().find(|outline| outline.is_named(lesson));
    let titles = outline.and_then(|outline| {
        let step = outline.steps.iter().find(|one| one.is_named(step))?;
        Some(format!("{} · {}", outline.title, step.title))
    });
    titles.unwrap_or_else(|| format!("{lesson} · {step}"))
}
