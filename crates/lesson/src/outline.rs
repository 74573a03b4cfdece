//! What home and the map need to know of a lesson, read line by line: so that neither carries the whole reader.
//!
//! The same file read by [`crate::parse`] gives the same ids, titles and minutes (a test compares them on every
//! lesson of the site).

use crate::programme::{LessonLink, Module, Programme};
use words::Language;

/// The outline of a lesson.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// The lesson's id.
    pub id: String,
    /// Its former ids: progress under them counts.
    pub former: Vec<String>,
    /// Its title.
    pub title: String,
    /// The code of the language it is written in: a page in another language says so of its titles.
    pub language: Option<String>,
    /// Its minutes, without challenges.
    pub minutes: u32,
    /// The picture of its piece, relative to the lesson's folder.
    pub image: Option<String>,
    /// What one sees on it.
    pub image_text: Option<String>,
    /// The sentence offered for the CV.
    pub cv: Option<String>,
    /// Its steps, challenges included.
    pub steps: Vec<OutlineStep>,
}

/// A step of an outline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutlineStep {
    /// Its id.
    pub id: String,
    /// Its former ids.
    pub former: Vec<String>,
    /// Its title, without marks.
    pub title: String,
    /// Its minutes.
    pub minutes: u32,
    /// Not counted.
    pub is_challenge: bool,
}

impl Outline {
    /// The steps that count.
    pub fn counted_steps(&self) -> impl Iterator<Item = &OutlineStep> {
        self.steps.iter().filter(|step| !step.is_challenge)
    }
}

/// Reads an outline; what is missing stays empty.
#[must_use]
pub fn outline(text: &str) -> Outline {
    let mut outline = Outline::default();
    let mut lines = text
        .trim_start_matches('\u{feff}')
        .lines()
        .map(str::trim_end)
        .peekable();
    if lines.peek() == Some(&"---") {
        lines.next();
        for line in lines.by_ref().take_while(|line| *line != "---") {
            if let Some((key, value)) = line.split_once(':') {
                front_matter(&mut outline, key.trim(), value.trim());
            }
        }
    }
    let mut fence: Option<&str> = None;
    let mut title: Option<String> = None;
    for line in lines {
        let start = line.trim_start_matches([' ', '>']);
        let ticks = &start[..start.len() - start.trim_start_matches('`').len()];
        match fence {
            Some(open) => {
                if ticks.len() >= open.len() {
                    fence = None;
                }
            }
            None if ticks.len() >= 3 => fence = Some(ticks),
            None => {
                if let Some(words) = line.strip_prefix("## ") {
                    title = Some(words.trim().replace("**", ""));
                } else if let Some(comment) = line
                    .strip_prefix("<!--")
                    .and_then(|rest| rest.strip_suffix("-->"))
                    && let Some(step) = step(comment, title.take())
                {
                    outline.steps.push(step);
                }
            }
        }
    }
    outline
}

fn front_matter(outline: &mut Outline, key: &str, value: &str) {
    let some = || (!value.is_empty()).then(|| value.to_owned());
    match key {
        "id" => value.clone_into(&mut outline.id),
        "ancien-nom" | "was" => outline.former = ids(value),
        "titre" | "title" => value.clone_into(&mut outline.title),
        "langue" | "lang" => outline.language = some(),
        "minutes" => outline.minutes = value.parse().unwrap_or(0),
        "image" => outline.image = some(),
        "image-texte" | "image-alt" => outline.image_text = some(),
        "cv" => outline.cv = some(),
        _ => {}
    }
}

/// Ids with commas between them.
fn ids(value: &str) -> Vec<String> {
    let ids = value.split(',').map(str::trim);
    ids.filter(|id| !id.is_empty()).map(str::to_owned).collect()
}

fn step(comment: &str, title: Option<String>) -> Option<OutlineStep> {
    let mut step = OutlineStep {
        title: title?,
        ..OutlineStep::default()
    };
    for (key, value) in comment.split(';').filter_map(|pair| pair.split_once(':')) {
        let value = value.trim();
        match key.trim() {
            "etape" | "étape" | "step" => value.clone_into(&mut step.id),
            "min" => step.minutes = value.parse().unwrap_or(0),
            "defi" | "défi" | "challenge" => step.is_challenge = matches!(value, "oui" | "yes"),
            "ancien" | "was" => step.former = ids(value),
            _ => {}
        }
    }
    (!step.id.is_empty()).then_some(step)
}

/// Reads the modules and links of a programme; its texts and remarks are left to [`crate::programme::parse`], which gives
/// the same modules (a test compares them on the programme of the site).
#[must_use]
pub fn programme(text: &str) -> Programme {
    let mut programme = Programme::default();
    let mut lines = text
        .trim_start_matches('\u{feff}')
        .lines()
        .map(str::trim_end)
        .enumerate()
        .peekable();
    if lines.peek().is_some_and(|(_, line)| *line == "---") {
        lines.next();
        for (_, line) in lines.by_ref().take_while(|(_, line)| *line != "---") {
            let Some((key, value)) = line.split_once(':') else {
                continue;
            };
            let value = value.trim();
            match key.trim() {
                "id" => value.clone_into(&mut programme.id),
                "titre" | "title" => value.clone_into(&mut programme.title),
                "langue" | "lang" => programme.language = Language::from_code(value).unwrap_or_default(),
                "semaines" | "weeks" => programme.weeks = value.parse().unwrap_or(0),
                _ => {}
            }
        }
    }
    let mut title: Option<(usize, String)> = None;
    for (number, line) in lines {
        let number = number + 1;
        if let Some(words) = line.strip_prefix("## ") {
            title = Some((number, words.trim().replace("**", "")));
        } else if let Some(comment) = line
            .strip_prefix("<!--")
            .and_then(|rest| rest.strip_suffix("-->"))
        {
            if let Some((line, title)) = title.take() {
                programme.modules.push(module(comment, line, title));
            }
        } else if let (Some(module), Some((is_numbered, link))) =
            (programme.modules.last_mut(), lesson_link(line, number))
        {
            module.is_ordered = is_numbered;
            module.lessons.push(link);
        }
    }
    programme
}

fn module(comment: &str, line: usize, title: String) -> Module {
    let mut module = Module {
        line,
        title,
        ..Module::default()
    };
    for (key, value) in comment.split(';').filter_map(|pair| pair.split_once(':')) {
        let value = value.trim();
        match key.trim() {
            "module" => value.clone_into(&mut module.id),
            "semaines" | "weeks" => {
                let mut ends = value.split('-').filter_map(|week| week.trim().parse().ok());
                module.weeks = ends.next().map(|first| (first, ends.next().unwrap_or(first)));
            }
            "avant" | "requires" => {
                module.requires = ids(value);
            }
            "choisir" | "choose" => module.choose = value.parse().ok(),
            _ => {}
        }
    }
    module
}

/// `1. [Title](folder/fr.md) remark` or `- [Title](…)`: whether it is numbered, and the link.
fn lesson_link(line: &str, number: usize) -> Option<(bool, LessonLink)> {
    let item = line.trim_start();
    let digits = item.len()
        - item
            .trim_start_matches(|letter: char| letter.is_ascii_digit())
            .len();
    let (is_numbered, rest) = match item.strip_prefix(['-', '*', '+']) {
        Some(rest) => (false, rest),
        None if digits > 0 => (true, item[digits..].strip_prefix(['.', ')'])?),
        None => return None,
    };
    let (title, rest) = rest.trim_start().strip_prefix('[')?.split_once("](")?;
    let (path, remark) = rest.split_once(')')?;
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let id = if matches!(file, "fr.md" | "en.md") {
        folder
    } else {
        file.split('.').next().unwrap_or(file)
    };
    let column = line.chars().count() - line[line.find('[')?..].chars().count() + 1;
    let link = LessonLink {
        title: title.to_owned(),
        remark: remark.trim().to_owned(),
        path: path.to_owned(),
        id: id.to_owned(),
        line: number,
        column,
    };
    Some((is_numbered, link))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn former_ids_stand_in_the_first_lines_in_both_languages() {
        let check = |line: &str| {
            let text = format!("---\nid: lamp\n{line}\n---\n");
            assert_eq!(outline(&text).former, ["old-lamp", "led"], "{line}");
        };
        check("ancien-nom: old-lamp, led");
        check("was: old-lamp,led");
    }

    #[test]
    fn an_outline_has_steps_and_leaves_fences_alone() {
        let text = "\u{feff}---\r\nid: lamp\r\ntitre: La lampe\r\nminutes: 12\r\nimage: lampe.svg\r\n---\r\n\
                    # La lampe\r\n## Monte\r\n<!-- etape: monter; min: 7 -->\r\n```text\r\n## Pas une étape\r\n\
                    <!-- etape: non; min: 1 -->\r\n```\r\n## Défi\r\n<!-- etape: fin; min: 5; defi: oui; ancien: a, b -->\r\n";
        let read = outline(text);
        assert_eq!(
            (read.id.as_str(), read.minutes, read.image.as_deref()),
            ("lamp", 12, Some("lampe.svg"))
        );
        let steps: Vec<_> = read
            .steps
            .iter()
            .map(|step| {
                (
                    step.id.as_str(),
                    step.title.as_str(),
                    step.minutes,
                    step.is_challenge,
                )
            })
            .collect();
        assert_eq!(steps, [("monter", "Monte", 7, false), ("fin", "Défi", 5, true)]);
        assert_eq!(read.steps[1].former, ["a", "b"]);
    }
}
