//! Files, words and lessons that a lesson names, and whether they are there.

use super::Site;
use crate::glossary;
use crate::lesson::Lesson;
use crate::lesson::front_matter::{Entry, FrontMatter};
use crate::problem::{self, ProblemKind, Problems};
use crate::spelling::nearest;
use crate::text::LinkTarget;
use crate::text::links::{self, Home};
use crate::text::markdown::{Block, Content, Span, SpanContent};
use crate::text::reader::is_media;
use crate::text::source::Source;
use crate::vocabulary::Key;
use std::cell::RefCell;
use std::collections::BTreeSet;
use words::Language;

/// Looks at every link and picture, and at the ids of the front matter.
pub(super) fn look(
    source: &Source,
    blocks: &[Block],
    head: &FrontMatter,
    lesson: &Lesson,
    home: Home<'_>,
    site: Option<&dyn Site>,
    problems: &mut Problems,
) {
    let glossary = site.and_then(|site| ids(site, "glossary", lesson.language));
    each_address(blocks, &mut |start, target, is_picture| {
        let place = source.place(start);
        if let Some(id) = target.strip_prefix('#')
            && lesson.step(id).is_none()
        {
            problems.add(|| problem::UNKNOWN_STEP_OF_LINK.at(place, &[id]));
        }
        let Some(site) = site else {
            return;
        };
        if is_picture || is_media(target) {
            let Ok(path) = links::media(target, home) else {
                return;
            };
            missing(&path, home, site, |kind| {
                problems.add(|| kind.at(place, &[target]))
            });
            let has = |path: &str| links::from_lessons(path, home).is_none_or(|path| site.has(&path));
            let captions = captions(&path, lesson.language);
            if is_video(&path) && has(&path) && !has(&captions) {
                problems.add(|| problem::MISSING_CAPTIONS.at(place, &[target, &captions]));
            }
            return;
        }
        match links::link(target, home) {
            Ok(LinkTarget::Glossary(id)) => match &glossary {
                Some(words) if !words.contains(&id) => {
                    problems.add(|| unknown(&problem::UNKNOWN_GLOSSARY_WORD, &id, words, place));
                }
                _ => missing(target, home, site, |kind| {
                    problems.add(|| kind.at(place, &[target]))
                }),
            },
            Ok(LinkTarget::Lesson(_) | LinkTarget::File(_)) if !target.starts_with('#') => {
                missing(target, home, site, |kind| {
                    problems.add(|| kind.at(place, &[target]))
                });
            }
            _ => {}
        }
    });
    let Some(site) = site else {
        return;
    };
    if let (Some(entry), Some(image)) = (head.value(Key::Image), &lesson.image) {
        missing(image, home, site, |kind| {
            problems.add(|| kind.at(entry.value_place, &[image]))
        });
    }
    named(
        head.value(Key::Skills),
        &lesson.skills,
        &problem::UNKNOWN_SKILL,
        ids(site, "skills", lesson.language),
        problems,
    );
    let badge: Vec<String> = lesson.badge.iter().cloned().collect();
    named(
        head.value(Key::Badge),
        &badge,
        &problem::UNKNOWN_BADGE,
        ids(site, "badges", lesson.language),
        problems,
    );
    for id in &lesson.requires {
        // Each is asked for, so that a page knows of each ([`files_named`]).
        let are_there = Language::ALL.map(|language| site.has(&format!("{id}/{}.md", language.code())));
        if let Some(entry) = head.value(Key::Requires).filter(|_| !are_there.contains(&true)) {
            problems.add(|| problem::LESSON_TO_COME.at(entry.value_place, &[id]));
        }
    }
}

/// Every file that a lesson's problems depend on, relative to `lessons/`: a page fetches them before it looks.
#[must_use]
pub fn files_named(text: &str, path: &str) -> Vec<String> {
    let reach = Reach::default();
    let _ = super::lint_lesson(text, path, Some(&reach));
    reach.asked.into_inner().into_iter().collect()
}

/// A site where everything is asked for and nothing is missing.
#[derive(Default)]
struct Reach {
    asked: RefCell<BTreeSet<String>>,
}

impl Site for Reach {
    fn text(&self, path: &str) -> Option<String> {
        self.asked.borrow_mut().insert(path.to_owned());
        None
    }

    fn has(&self, path: &str) -> bool {
        self.asked.borrow_mut().insert(path.to_owned());
        true
    }
}

/// Calls with each address in some text: where it stands, what it is, whether it is a picture.
fn each_address(blocks: &[Block], found: &mut impl FnMut(usize, &str, bool)) {
    for block in blocks {
        match &block.content {
            Content::Paragraph(spans) | Content::Heading(_, spans) => in_spans(spans, found),
            Content::Quote(inside) => each_address(inside, found),
            Content::List { items, .. } => {
                for item in items {
                    each_address(&item.blocks, found);
                }
            }
            Content::Table(rows) => {
                for cell in rows.iter().flatten() {
                    in_spans(cell, found);
                }
            }
            Content::Fence(_) | Content::Html(_) | Content::Rule => {}
        }
    }
}

fn in_spans(spans: &[Span], found: &mut impl FnMut(usize, &str, bool)) {
    for span in spans {
        match &span.content {
            SpanContent::Link { target, label, .. } => {
                found(span.start, target, false);
                in_spans(label, found);
            }
            SpanContent::Picture { target, .. } => found(span.start, target, true),
            SpanContent::Strong(inside) | SpanContent::Emphasis(inside) => in_spans(inside, found),
            _ => {}
        }
    }
}

/// Tells of a file that is not there.
fn missing(address: &str, home: Home<'_>, site: &dyn Site, tell: impl FnOnce(&ProblemKind)) {
    if links::from_lessons(address, home).is_some_and(|path| !site.has(&path)) {
        tell(&problem::MISSING_FILE);
    }
}

/// The ids of a list in a language, or of the French one; `None` without a list.
fn ids(site: &dyn Site, stem: &str, language: Language) -> Option<Vec<String>> {
    let text = [language, Language::French]
        .iter()
        .find_map(|language| site.text(&format!("{stem}.{}.md", language.code())))?;
    Some(
        glossary::parse(&text, language)
            .0
            .into_iter()
            .map(|entry| entry.id)
            .collect(),
    )
}

/// Tells of ids that a list does not have.
fn named(
    entry: Option<&Entry>,
    named: &[String],
    kind: &ProblemKind,
    known: Option<Vec<String>>,
    problems: &mut Problems,
) {
    let (Some(entry), Some(known)) = (entry, known) else {
        return;
    };
    for id in named.iter().filter(|id| !known.contains(id)) {
        problems.add(|| unknown(kind, id, &known, entry.value_place));
    }
}

fn unknown(kind: &ProblemKind, id: &str, known: &[String], place: problem::Place) -> problem::Problem {
    let problem = kind.at(place, &[id]);
    match nearest(id, known.iter().map(String::as_str)) {
        Some(near) => problem.with_next_step([
            format!("Tu veux dire « {near} » ?"),
            format!("Do you mean “{near}”?"),
        ]),
        None => problem,
    }
}

fn is_video(path: &str) -> bool {
    ["webm", "mp4"]
        .iter()
        .any(|extension| links::has_extension(path, extension))
}

/// `breathe.webm` → `breathe.fr.vtt`
fn captions(path: &str, language: Language) -> String {
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    format!("{stem}.{}.vtt", language.code())
}
