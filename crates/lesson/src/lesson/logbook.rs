//! Prompts for the logbook: `image:`, `phrase:`, `choix:`, `son:`, one a line.

use super::{MachineBlock, Prompt};
use crate::problem::{self, Place, Problems};
use crate::spelling::{folded, nearest};
use crate::vocabulary::{PromptKind, prompts};
use words::Language;

/// Reads the lines of a prompt. A line of an unknown kind is a sentence to go on with: it is shown, not lost.
pub(super) fn read(block: &MachineBlock, problems: &mut Problems) -> Vec<Prompt> {
    let mut read = Vec::new();
    for (line, column, text) in &block.lines {
        if text.trim().is_empty() {
            continue;
        }
        let place = Place {
            line: *line,
            column: column + text.chars().count() - text.trim_start().chars().count(),
        };
        let (word, value) = text.split_once(':').unwrap_or((text, ""));
        let value = value.trim().to_owned();
        let Some(kind) = PromptKind::read(&folded(word)) else {
            problems.add(|| {
                let words = prompts().iter().flat_map(|row| [row.french, row.english]);
                let near = nearest(word, words);
                let [french, english] = Language::ALL
                    .map(|language| near.unwrap_or(PromptKind::Sentence.word(language)).to_owned() + ":");
                problem::UNKNOWN_PROMPT.at_in_each(place, [&[word, &french], &[word, &english]])
            });
            read.push(Prompt::Sentence(text.trim().to_owned()));
            continue;
        };
        read.push(match kind {
            PromptKind::Picture => Prompt::Picture(value),
            PromptKind::Sentence => Prompt::Sentence(value),
            PromptKind::Sound => Prompt::Sound(value),
            PromptKind::Choice => {
                let choice = choice(&value);
                if matches!(&choice, Prompt::Choice { options, .. } if options.len() < 2) {
                    problems.add(|| problem::ONE_OPTION.at(place, &[]));
                }
                choice
            }
        });
    }
    read
}

/// `C'était facile / moyen / difficile`: what is asked, then the answers. What is asked ends at a `:`, or where the
/// first answer is as long in words as the others: "facile", as "moyen" and "difficile" are one word.
fn choice(value: &str) -> Prompt {
    let (label, answers) = value
        .split_once(" / ")
        .and_then(|(first, _)| first.rsplit_once(':'))
        .map_or(("", value), |(label, _)| {
            (label.trim(), value[label.len() + 1..].trim())
        });
    let mut label = label.to_owned();
    let mut options: Vec<String> = (answers.split('/').map(str::trim))
        .filter(|option| !option.is_empty())
        .map(str::to_owned)
        .collect();
    if let [first, others @ ..] = options.as_mut_slice()
        && label.is_empty()
        && let Some(length) = others.first().map(|option| option.split_whitespace().count())
        && others
            .iter()
            .all(|option| option.split_whitespace().count() == length)
    {
        let words: Vec<&str> = first.split_whitespace().collect();
        if words.len() > length {
            let (asked, answer) = words.split_at(words.len() - length);
            label = asked.join(" ");
            *first = answer.join(" ");
        }
    }
    Prompt::Choice { label, options }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_is_found_before_the_answers() {
        let check = |value: &str, label: &str, options: &[&str]| {
            let options = options.iter().map(|&option| option.to_owned()).collect();
            let label = label.to_owned();
            assert_eq!(choice(value), Prompt::Choice { label, options }, "{value}");
        };
        check(
            "C'était facile / moyen / difficile",
            "C'était",
            &["facile", "moyen", "difficile"],
        );
        check(
            "facile / moyen / difficile",
            "",
            &["facile", "moyen", "difficile"],
        );
        check(
            "Avec qui : seul / avec un ami",
            "Avec qui",
            &["seul", "avec un ami"],
        );
        check("oui / je ne sais pas", "", &["oui", "je ne sais pas"]);
        check("oui", "", &["oui"]);
        check("", "", &[]);
    }
}
