//! Everything that can be told of an author's files: what reading them finds, and what needs other files or a run.
//! The same code in the page and in `cargo fabrique lint`.

mod checks;
mod drawings;
mod easy_reading;
mod files;
mod personal_data;
mod translation;

pub use checks::run_checks;
pub use drawings::look_at_drawings;
pub use files::files_named;

use crate::lesson::front_matter::FrontMatter;
use crate::lesson::{Parsed, parse};
use crate::problem::{self, Place, Problem, Problems, sort};
use crate::programme::lesson_id;
use crate::text::links::Home;
use crate::text::markdown;
use crate::text::source::Source;
use crate::vocabulary::Key;
use crate::{glossary, programme};
use design::letters::Letters;
use words::Language;

/// The files beside the one that is looked at. Paths are relative to `lessons/`.
pub trait Site {
    /// The text of a file; `None` when there is none, or when it is no text.
    fn text(&self, path: &str) -> Option<String>;

    /// Whether a file is there.
    fn has(&self, path: &str) -> bool;

    /// The letters that drawings are written in, those that are there.
    fn letters(&self) -> Letters {
        Letters::default()
    }
}

/// What a file of `lessons/` is, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// `programme.fr.md`.
    Programme,
    /// `glossary.fr.md`, `skills.fr.md`, `badges.fr.md`.
    Entries,
    /// `<id>/fr.md`, `orders/<id>.fr.md`, or a file that is somewhere else.
    Lesson,
    /// Texts for trainers and authors, which follow no format.
    Free,
}

impl FileKind {
    /// The kind of a path.
    #[must_use]
    pub fn of(path: &str) -> Self {
        let name = path.rsplit('/').next().unwrap_or(path);
        let stem = name.split('.').next().unwrap_or(name);
        match stem {
            "programme" => Self::Programme,
            "glossary" | "skills" | "badges" => Self::Entries,
            "trainer" | "city" | "workshop" | "AUTHORING" | "LICENSE" | "README" => Self::Free,
            _ => Self::Lesson,
        }
    }
}

/// All problems of a file, its checks run too. `path` is relative to `lessons/`, or anything for a file elsewhere.
#[must_use]
pub fn lint_file(text: &str, path: &str, site: &dyn Site) -> Vec<Problem> {
    match FileKind::of(path) {
        FileKind::Programme => lint_programme(text, site),
        FileKind::Entries => glossary::parse(text, language_of(path).unwrap_or_default()).1,
        FileKind::Free => Vec::new(),
        FileKind::Lesson => {
            let mut problems = lint_lesson(text, path, Some(site));
            let mut lesson = parse(text, folder_of(path)).lesson;
            // A translation, with what it leaves to the French.
            if let Some(french) = french_beside(path, site) {
                let french = parse(&french, folder_of(path)).lesson;
                problems.extend(drawings::compare(&lesson, &french));
                lesson.inherit(&french);
            }
            problems.extend(run_checks(&lesson));
            problems.extend(look_at_drawings(&lesson, &site.letters()));
            sort(&mut problems);
            problems
        }
    }
}

/// All problems of a lesson but those that a run of its programs finds ([`run_checks`]). Without a site, nothing is
/// said of other files.
#[must_use]
pub fn lint_lesson(text: &str, path: &str, site: Option<&dyn Site>) -> Vec<Problem> {
    let folder = folder_of(path);
    let Parsed {
        lesson,
        problems: found,
    } = parse(text, folder);
    let source = Source::new(text);
    let head = FrontMatter::read(&source, &mut Problems::default());
    let document = markdown::read(&source, head.end);
    let mut problems = Problems::default();
    problems.extend(found);
    if let (Some(entry), Some(language)) = (head.value(Key::Language), language_of(path))
        && Language::from_code(&entry.value).is_some_and(|written| written != language)
    {
        let name = path.rsplit('/').next().unwrap_or(path);
        problems.add(|| problem::LANGUAGE_IS_NOT_FILE.at(entry.value_place, &[&entry.value, name]));
    }
    easy_reading::look(&source, &document.blocks, &mut problems);
    personal_data::look(&source, &mut problems);
    let home = Home::Folder(folder);
    files::look(
        &source,
        &document.blocks,
        &head,
        &lesson,
        home,
        site,
        &mut problems,
    );
    if let Some(french) = site.and_then(|site| french_beside(path, site)) {
        let french = parse(&french, folder).lesson;
        translation::compare(&lesson, &french, &head, &mut problems);
    }
    problems.into_sorted()
}

/// All problems of a programme. A lesson that does not exist yet is advice: « à venir ».
#[must_use]
pub fn lint_programme(text: &str, site: &dyn Site) -> Vec<Problem> {
    let (programme, mut problems) = programme::parse(text);
    for link in programme.lessons().filter(|link| !site.has(&link.path)) {
        let place = Place {
            line: link.line,
            column: link.column,
        };
        problems.push(problem::LESSON_TO_COME.at(place, &[&link.title]));
    }
    sort(&mut problems);
    problems
}

/// The folder that a lesson's id must equal, when the path says it.
fn folder_of(path: &str) -> Option<&str> {
    let (rest, file) = path.rsplit_once('/')?;
    let folder = rest.rsplit('/').next().unwrap_or(rest);
    let named = format!("{folder}/{file}");
    // In a folder of several lessons the file's own name is the id.
    let id = lesson_id(&named)?;
    if id == folder {
        Some(folder)
    } else {
        file.split('.').next()
    }
}

/// The language that a file's name says.
fn language_of(path: &str) -> Option<Language> {
    let name = path.rsplit('/').next()?;
    let stem = name.strip_suffix(".md")?;
    Language::from_code(stem.rsplit('.').next()?)
}

/// The French that a file translates; `None` for the French itself and for a file that is somewhere else.
fn french_beside(path: &str, site: &dyn Site) -> Option<String> {
    folder_of(path)?;
    (language_of(path)? != Language::French).then(|| site.text(&french_path(path)))?
}

/// The path of the French file beside a translation.
fn french_path(path: &str) -> String {
    let stem = path.strip_suffix(".md").unwrap_or(path);
    let end = stem.rfind(['.', '/']).map_or(0, |sign| sign + 1);
    format!("{}fr.md", &stem[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_says_folder_and_language() {
        assert_eq!(folder_of("breathing-lamp/en.md"), Some("breathing-lamp"));
        assert_eq!(folder_of("lessons/breathing-lamp/fr.md"), Some("breathing-lamp"));
        assert_eq!(folder_of("orders/library-lamps.fr.md"), Some("library-lamps"));
        assert_eq!(folder_of("somewhere/else.md"), None);
        assert_eq!(language_of("breathing-lamp/en.md"), Some(Language::English));
        assert_eq!(language_of("else.md"), None);
        assert_eq!(french_path("breathing-lamp/en.md"), "breathing-lamp/fr.md");
        assert_eq!(
            french_path("orders/library-lamps.en.md"),
            "orders/library-lamps.fr.md"
        );
    }
}
