//! The head of a file: `key: value`, one a line, between two lines `---`.

use crate::problem::{self, Place, Problems};
use crate::spelling::{folded, id_from, is_id, nearest};
use crate::text::source::Source;
use crate::vocabulary::{Key, front_matter_keys};
use words::Language;

/// A line of the head.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry {
    pub(crate) key: Key,
    /// The rest of the line, without spaces around; may be empty.
    pub(crate) value: String,
    pub(crate) key_place: Place,
    pub(crate) value_place: Place,
}

/// The head of a file.
#[derive(Debug, Default)]
pub(crate) struct FrontMatter {
    pub(crate) entries: Vec<Entry>,
    /// The byte after it.
    pub(crate) end: usize,
}

impl FrontMatter {
    /// Reads the head; without one, everything is text.
    pub(crate) fn read(source: &Source, problems: &mut Problems) -> Self {
        let mut head = Self::default();
        let text = source.text();
        let blank = text.len() - text.trim_start().len();
        let start = text[..blank].rfind('\n').map_or(0, |end| end + 1);
        let mut lines = lines_from(text, start);
        if lines.next().is_none_or(|(_, line)| line.trim() != "---") {
            problems.add(|| problem::NO_FRONT_MATTER.at(Place { line: 1, column: 1 }, &[]));
            return head;
        }
        let mut is_closed = false;
        for (at, line) in lines {
            let words = line.trim();
            if words == "---" {
                is_closed = true;
                head.end = at + line.len() + 1;
                break;
            }
            // Where the text begins, the head has ended.
            if ["#", "```", "<!--", "> ", "!["]
                .iter()
                .any(|mark| words.starts_with(mark))
            {
                head.end = at;
                break;
            }
            head.end = at + line.len() + 1;
            if !words.is_empty() {
                head.entry(source, at, line, problems);
            }
        }
        head.end = head.end.min(text.len());
        if !is_closed {
            let place = source.place(start);
            problems.add(|| problem::FRONT_MATTER_NOT_CLOSED.at(place, &[]));
        }
        head
    }

    fn entry(&mut self, source: &Source, at: usize, line: &str, problems: &mut Problems) {
        let indent = line.len() - line.trim_start().len();
        let key_place = source.place(at + indent);
        let Some((word, value)) = line.split_once(':') else {
            problems.add(|| problem::NO_KEY.at(key_place, &[line]));
            return;
        };
        let blank = value.len() - value.trim_start().len();
        let value_place = source.place(at + word.len() + 1 + blank);
        let Some(key) = Key::read(word) else {
            problems.add(|| {
                let words = front_matter_keys()
                    .iter()
                    .flat_map(|row| [row.french, row.english]);
                let near = nearest(word, words);
                let problem = problem::UNKNOWN_KEY.at(key_place, &[word, near.unwrap_or("")]);
                if near.is_some() {
                    return problem;
                }
                let list = |language: Language| {
                    (front_matter_keys().iter())
                        .map(|row| language.pick(row.french, row.english))
                        .collect::<Vec<_>>()
                        .join(", ")
                };
                problem.with_next_step([
                    format!("Les clés sont : {}.", list(Language::French)),
                    format!("The keys are: {}.", list(Language::English)),
                ])
            });
            return;
        };
        if self.get(key).is_some() {
            problems.add(|| problem::KEY_TWICE.at(key_place, &[word]));
            return;
        }
        self.entries.push(Entry {
            key,
            value: value.trim().to_owned(),
            key_place,
            value_place,
        });
    }

    /// The line of a key.
    pub(crate) fn get(&self, key: Key) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    /// The value of a key; `None` when it is missing or empty.
    pub(crate) fn value(&self, key: Key) -> Option<&Entry> {
        self.get(key).filter(|entry| !entry.value.is_empty())
    }

    /// The text of a key.
    pub(crate) fn text(&self, key: Key) -> Option<String> {
        self.value(key).map(|entry| entry.value.clone())
    }

    /// The language of the file, French when it does not say.
    pub(crate) fn language(&self) -> Language {
        (self.value(Key::Language))
            .and_then(|entry| Language::from_code(&entry.value))
            .unwrap_or_default()
    }

    /// A whole number within a range.
    pub(crate) fn number(&self, key: Key, range: (u32, u32), problems: &mut Problems) -> Option<u32> {
        let entry = self.value(key)?;
        let (least, most) = range;
        let number = entry
            .value
            .parse()
            .ok()
            .filter(|number| (least..=most).contains(number));
        if number.is_none() {
            let french = format!("un nombre entier de {least} à {most}");
            let english = format!("a whole number from {least} to {most}");
            wrong_value(entry, &french, &english, problems);
        }
        number
    }

    /// Ids separated by commas. Those that are no ids are left out.
    pub(crate) fn ids(&self, key: Key, problems: &mut Problems) -> Vec<String> {
        let Some(entry) = self.value(key) else {
            return Vec::new();
        };
        let (ids, others): (Vec<&str>, Vec<&str>) = (entry.value.split(',').map(str::trim))
            .filter(|id| !id.is_empty())
            .partition(|id| is_id(id));
        for other in others {
            problems.add(|| problem::WRONG_ID.at(entry.value_place, &[other, &example_id(other)]));
        }
        ids.into_iter().map(str::to_owned).collect()
    }

    /// Tells of a missing key.
    pub(crate) fn need(&self, key: Key, problems: &mut Problems) {
        if self.value(key).is_some() {
            return;
        }
        let place = self
            .get(key)
            .map_or(Place { line: 1, column: 1 }, |entry| entry.key_place);
        let [french, english] = Language::ALL.map(|language| key.word(language));
        problems.add(|| problem::MISSING_KEY.at_in_each(place, [&[french], &[english]]));
    }
}

/// Tells that a value cannot be read, and what it takes.
pub(crate) fn wrong_value(entry: &Entry, french: &str, english: &str, problems: &mut Problems) {
    let value = entry.value.as_str();
    let [word, english_word] = Language::ALL.map(|language| entry.key.word(language));
    problems.add(|| {
        problem::WRONG_VALUE.at_in_each(
            entry.value_place,
            [&[word, value, french], &[english_word, value, english]],
        )
    });
}

/// An id an author could write in place of another text.
pub(crate) fn example_id(text: &str) -> String {
    let id = id_from(text);
    if id.is_empty() { "ma-lecon".to_owned() } else { id }
}

/// Whether a word means yes or no, in either language.
pub(crate) fn yes_or_no(word: &str) -> Option<bool> {
    match folded(word).as_str() {
        "oui" | "yes" | "vrai" | "true" => Some(true),
        "non" | "no" | "faux" | "false" => Some(false),
        _ => None,
    }
}

/// The lines from a byte on, each with its own first byte.
fn lines_from(text: &str, start: usize) -> impl Iterator<Item = (usize, &str)> {
    let mut at = start;
    text[start..].split_inclusive('\n').map(move |line| {
        let here = at;
        at += line.len();
        (here, line.strip_suffix('\n').unwrap_or(line))
    })
}
