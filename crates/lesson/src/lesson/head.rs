//! What the front matter says of a lesson.

use super::front_matter::{FrontMatter, example_id, wrong_value};
use super::{Bench, Lesson, MachineKind};
use crate::problem::{self, Place, Problems};
use crate::spelling::{folded, is_id, nearest};
use crate::text::links;
use crate::text::reader::TextReader;
use crate::vocabulary::{Key, front_matter_keys};
use words::Language;

/// The version of the format that is read here.
const FORMAT: u32 = 1;

impl Bench {
    /// Every bench.
    pub const ALL: [Self; 3] = [Self::Device, Self::Design, Self::Paper];

    /// The word for it in a front matter.
    #[must_use]
    pub fn word(self, language: Language) -> &'static str {
        match self {
            Self::Device => language.pick("appareil", "device"),
            Self::Design => language.pick("dessin", "design"),
            Self::Paper => language.pick("papier", "paper"),
        }
    }

    /// The bench of a word in either language, or the one that was probably meant.
    pub(super) fn meant(word: &str) -> Option<Self> {
        let words = || {
            Self::ALL
                .into_iter()
                .flat_map(|bench| Language::ALL.map(|language| bench.word(language)))
        };
        Self::read(word).or_else(|| Self::read(nearest(word, words())?))
    }

    fn read(word: &str) -> Option<Self> {
        let word = folded(word);
        (Self::ALL.into_iter())
            .find(|bench| Language::ALL.iter().any(|&language| bench.word(language) == word))
    }
}

/// Reads the front matter of a lesson.
pub(super) fn read(reader: &mut TextReader<'_>, folder: Option<&str>) -> (Lesson, FrontMatter) {
    let head = FrontMatter::read(reader.source, &mut reader.problems);
    if head.end > 0 {
        let text = &reader.source.text()[..head.end];
        reader.set_aside(MachineKind::FrontMatter, 0, text);
        for row in front_matter_keys().iter().filter(|row| row.is_needed) {
            head.need(row.key, &mut reader.problems);
        }
    }
    let home = reader.home;
    let problems = &mut reader.problems;
    let lesson = Lesson {
        id: id(&head, folder, problems),
        title: head.text(Key::Title).unwrap_or_default(),
        language: language(&head, problems),
        version: head.number(Key::Version, (1, 9_999), problems).unwrap_or(1),
        bench: bench(&head, problems),
        minutes: head.number(Key::Minutes, (1, 1_000), problems).unwrap_or(0),
        level: (head.number(Key::Level, (1, 3), problems)).and_then(|level| level.try_into().ok()),
        requires: head.ids(Key::Requires, problems),
        skills: head.ids(Key::Skills, problems),
        badge: head.ids(Key::Badge, problems).into_iter().next(),
        cv: head.text(Key::Cv),
        image: image(&head, home, problems),
        image_text: head.text(Key::ImageText),
        materials: head.text(Key::Materials),
        machine_needed: head.text(Key::Machine),
        was: head.ids(Key::Was, problems),
        translated_from: head.number(Key::TranslatedFrom, (1, 9_999), problems),
        reviewed_by: head.text(Key::ReviewedBy),
        licence: head.text(Key::Licence),
        ..Lesson::default()
    };
    format(&head, problems);
    if let Some(entry) = head.get(Key::Weeks) {
        let word = Key::Weeks.word(lesson.language);
        problems.add(|| problem::KEY_OF_PROGRAMME.at(entry.key_place, &[word]));
    }
    (lesson, head)
}

/// The id as written, else the folder's name: progress needs one.
fn id(head: &FrontMatter, folder: Option<&str>, problems: &mut Problems) -> String {
    let fallback = || folder.map(str::to_owned).unwrap_or_default();
    let Some(entry) = head.value(Key::Id) else {
        return fallback();
    };
    if !is_id(&entry.value) {
        let example = folder.map_or_else(|| example_id(&entry.value), str::to_owned);
        problems.add(|| problem::WRONG_ID.at(entry.value_place, &[&entry.value, &example]));
        return fallback();
    }
    if let Some(folder) = folder
        && folder != entry.value
    {
        problems.add(|| problem::ID_IS_NOT_FOLDER.at(entry.value_place, &[&entry.value, folder]));
    }
    entry.value.clone()
}

fn language(head: &FrontMatter, problems: &mut Problems) -> Language {
    if let Some(entry) = head.value(Key::Language)
        && Language::from_code(&entry.value).is_none()
    {
        wrong_value(entry, "fr ou en", "fr or en", problems);
    }
    head.language()
}

/// Another format than this one, told once for the lesson and the programme alike.
pub(crate) fn format(head: &FrontMatter, problems: &mut Problems) {
    let Some(entry) = head.value(Key::Format) else {
        return;
    };
    match entry.value.parse::<u32>() {
        Ok(FORMAT) => {}
        Ok(format) if format > FORMAT => {
            problems.add(|| problem::NEWER_FORMAT.at(entry.value_place, &[&entry.value]));
        }
        _ => wrong_value(entry, "le nombre 1", "the number 1", problems),
    }
}

fn bench(head: &FrontMatter, problems: &mut Problems) -> Bench {
    let Some(entry) = head.value(Key::Bench) else {
        return Bench::default();
    };
    Bench::read(&entry.value).unwrap_or_else(|| {
        let [french, english] = Language::ALL.map(|language| {
            let [device, design, paper] = Bench::ALL.map(|bench| bench.word(language));
            format!("{device}, {design} {} {paper}", language.pick("ou", "or"))
        });
        wrong_value(entry, &french, &english, problems);
        Bench::meant(&entry.value).unwrap_or_default()
    })
}

fn image(head: &FrontMatter, home: links::Home<'_>, problems: &mut Problems) -> Option<String> {
    let entry = head.value(Key::Image)?;
    if head.value(Key::ImageText).is_none() {
        let [french, english] = Language::ALL.map(|language| Key::ImageText.word(language));
        let Place { line, .. } = entry.key_place;
        let place = Place { line, column: 1 };
        problems.add(|| problem::IMAGE_WITHOUT_TEXT.at_in_each(place, [&[french], &[english]]));
    }
    match links::media(&entry.value, home) {
        Ok(path) => Some(path),
        Err(links::Refusal::OtherHost) => {
            problems.add(|| problem::PICTURE_OF_OTHER_HOST.at(entry.value_place, &[&entry.value]));
            None
        }
        Err(_) => {
            problems.add(|| problem::LINK_OUTSIDE.at(entry.value_place, &[&entry.value]));
            None
        }
    }
}
