//! The programme: modules of lessons, in order.

use crate::lesson::comment_lines::{Pair, pairs};
use crate::lesson::front_matter::{FrontMatter, example_id};
use crate::lesson::{MachineBlock, MachineKind, head, tell_what_hindered};
use crate::problem::{self, Place, Problem};
use crate::spelling::{id_from, is_id};
use crate::text::links::Home;
use crate::text::markdown::{self, Block, Content, Item, Span, SpanContent, plain};
use crate::text::reader::TextReader;
use crate::text::source::Source;
use crate::text::{LinkTarget, Node, links};
use crate::vocabulary::{CommentWordKind, Key};
use words::Language;

/// The programme of a city.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Programme {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Language of the text.
    pub language: Language,
    /// How many weeks in all; 0 when it does not say.
    pub weeks: u32,
    /// Text before the first module.
    pub introduction: Vec<Node>,
    /// The modules, in order.
    pub modules: Vec<Module>,
}

/// A module: some weeks, some lessons.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Module {
    /// Stable id.
    pub id: String,
    /// Its title (`Mois 1 : Je découvre`).
    pub title: String,
    /// Line of its `##` in the file.
    pub line: usize,
    /// First and last week, from 1.
    pub weeks: Option<(u32, u32)>,
    /// Modules that should come before (advice, no lock).
    pub requires: Vec<String>,
    /// How many lessons to choose, when not all.
    pub choose: Option<u32>,
    /// Lessons in the order written are to be done in that order.
    pub is_ordered: bool,
    /// Text of the module.
    pub text: Vec<Node>,
    /// Links to lessons.
    pub lessons: Vec<LessonLink>,
}

/// A link to a lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LessonLink {
    /// Its title as written in the programme.
    pub title: String,
    /// What the programme says beside the link; mostly nothing.
    pub remark: String,
    /// Path relative to `lessons/` (`breathing-lamp/fr.md`).
    pub path: String,
    /// The lesson's id: its folder (`breathing-lamp`); for a file of another name, that name without language.
    pub id: String,
    /// Line in the programme's file.
    pub line: usize,
    /// Column of the link in that line.
    pub column: usize,
}

impl Programme {
    /// Every link to a lesson, in order.
    pub fn lessons(&self) -> impl Iterator<Item = &LessonLink> {
        self.modules.iter().flat_map(|module| &module.lessons)
    }
}

/// Reads a programme. Whether its lessons exist is not known here; see [`crate::lint::lint_programme`].
#[must_use]
pub fn parse(text: &str) -> (Programme, Vec<Problem>) {
    let source = Source::new(text);
    let mut reader = TextReader::new(&source, Home::Lessons, Language::French);
    let head = FrontMatter::read(&source, &mut reader.problems);
    reader.language = head.language();
    if head.end > 0 {
        for key in [Key::Format, Key::Id, Key::Title, Key::Language, Key::Weeks] {
            head.need(key, &mut reader.problems);
        }
    }
    head::format(&head, &mut reader.problems);
    let programme = Programme {
        id: head.text(Key::Id).unwrap_or_default(),
        title: head.text(Key::Title).unwrap_or_default(),
        language: head.language(),
        weeks: head
            .number(Key::Weeks, (1, 520), &mut reader.problems)
            .unwrap_or(0),
        introduction: Vec::new(),
        modules: Vec::new(),
    };
    let document = markdown::read(&source, head.end);
    tell_what_hindered(&mut reader, &document);
    let mut reading = ProgrammeReader {
        reader,
        programme,
        placed: 0,
    };
    for block in document.blocks {
        reading.block(block);
        reading.read_comments();
    }
    reading.check_modules();
    (reading.programme, reading.reader.problems.into_sorted())
}

struct ProgrammeReader<'a> {
    reader: TextReader<'a>,
    programme: Programme,
    /// How many comments have been read.
    placed: usize,
}

impl ProgrammeReader<'_> {
    fn block(&mut self, block: Block) {
        let place = self.reader.place(block.start);
        match block.content {
            Content::Heading(1, spans) if self.programme.modules.is_empty() => {
                let title = plain(&spans);
                if self.programme.title.is_empty() {
                    self.programme.title = title;
                }
            }
            Content::Heading(2, spans) => self.programme.modules.push(Module {
                title: plain(&spans).trim().to_owned(),
                line: place.line,
                ..Module::default()
            }),
            Content::List { first, items }
                if !self.programme.modules.is_empty() && items.iter().any(has_link) =>
            {
                self.lessons(first.is_some(), items);
            }
            content => {
                let mut nodes = Vec::new();
                self.reader.node(Block { content, ..block }, &mut nodes);
                match self.programme.modules.last_mut() {
                    Some(module) => module.text.extend(nodes),
                    None => self.programme.introduction.extend(nodes),
                }
            }
        }
    }

    /// A list with links: the lessons of the module. An item without a link is text.
    fn lessons(&mut self, is_ordered: bool, items: Vec<Item>) {
        let mut links = Vec::new();
        let mut others = Vec::new();
        for item in items {
            match lesson_link(&item) {
                Some((target, title, remark, start)) => {
                    let Some(link) = self.link(target, title, remark, start) else {
                        continue;
                    };
                    let is_known = |other: &LessonLink| other.id == link.id;
                    if self.programme.lessons().chain(&links).any(is_known) {
                        let place = self.reader.place(start);
                        self.reader
                            .problems
                            .add(|| problem::LESSON_TWICE.at(place, &[&link.id]));
                    }
                    links.push(link);
                }
                None => others.push(self.reader.nodes(item.blocks)),
            }
        }
        let Some(module) = self.programme.modules.last_mut() else {
            return;
        };
        if module.lessons.is_empty() {
            module.is_ordered = is_ordered;
        }
        module.lessons.extend(links);
        if !others.is_empty() {
            module.text.push(Node::List {
                first: None,
                items: others,
            });
        }
    }

    fn link(&mut self, target: String, title: String, remark: String, start: usize) -> Option<LessonLink> {
        let Place { line, column } = self.reader.place(start);
        let path = match links::link(&target, Home::Lessons) {
            Ok(LinkTarget::Lesson(_) | LinkTarget::File(_)) => links::from_lessons(&target, Home::Lessons),
            _ => None,
        };
        let id = path.as_deref().and_then(lesson_id);
        let (Some(path), Some(id)) = (path, id) else {
            self.reader
                .problems
                .add(|| problem::NO_LESSON_LINK.at(Place { line, column }, &[&target]));
            return None;
        };
        Some(LessonLink {
            title,
            remark,
            path,
            id,
            line,
            column,
        })
    }

    fn read_comments(&mut self) {
        while let Some(block) = self.reader.machine.get(self.placed).cloned() {
            self.placed += 1;
            if block.kind == MachineKind::Comment {
                self.module_line(&block);
            }
        }
    }

    fn module_line(&mut self, block: &MachineBlock) {
        let pairs = pairs(block);
        let is_module_line = (pairs.iter())
            .any(|pair| CommentWordKind::read(&pair.word, true) == Some(CommentWordKind::Module));
        let Some(module) = self.programme.modules.last_mut().filter(|_| is_module_line) else {
            return;
        };
        let problems = &mut self.reader.problems;
        for Pair { word, value, place } in &pairs {
            let mut wrong = |takes: [&str; 2]| {
                problems.add(|| {
                    problem::WRONG_MODULE_VALUE
                        .at_in_each(*place, [&[word, value, takes[0]], &[word, value, takes[1]]])
                });
            };
            match CommentWordKind::read(word, true) {
                Some(CommentWordKind::Module) if is_id(value) => module.id.clone_from(value),
                Some(CommentWordKind::Module) => {
                    module.id = example_id(value);
                    problems.add(|| problem::WRONG_ID.at(*place, &[value, &example_id(value)]));
                }
                Some(CommentWordKind::Weeks) => match weeks(value) {
                    Some(weeks) => module.weeks = Some(weeks),
                    None => wrong(["des semaines, par exemple 5-8", "weeks, for example 5-8"]),
                },
                Some(CommentWordKind::Before) => {
                    module.requires = value
                        .split(',')
                        .map(|id| id.trim().to_owned())
                        .filter(|id| !id.is_empty())
                        .collect();
                }
                Some(CommentWordKind::Choose) => match value.parse() {
                    Ok(count) if count > 0 => module.choose = Some(count),
                    _ => wrong(["un nombre de leçons", "a number of lessons"]),
                },
                _ => {
                    let near = CommentWordKind::nearest(word, true).unwrap_or("module");
                    problems.add(|| problem::UNKNOWN_COMMENT_WORD.at(*place, &[word, near]));
                }
            }
        }
    }

    /// What can only be told when all modules are known.
    fn check_modules(&mut self) {
        let ids: Vec<String> = self
            .programme
            .modules
            .iter()
            .map(|module| module.id.clone())
            .collect();
        let all_weeks = self.programme.weeks;
        for (number, module) in self.programme.modules.iter_mut().enumerate() {
            let problems = &mut self.reader.problems;
            let place = Place {
                line: module.line,
                column: 1,
            };
            if module.id.is_empty() {
                let id = id_from(&module.title);
                module.id = if id.is_empty() {
                    format!("module-{}", number + 1)
                } else {
                    id
                };
                problems.add(|| problem::MODULE_WITHOUT_ID.at(place, &[&module.title, &module.id]));
            } else if ids[..number].contains(&module.id) {
                problems.add(|| problem::MODULE_ID_TWICE.at(place, &[&module.id]));
            }
            for id in module.requires.iter().filter(|id| !ids.contains(id)) {
                problems.add(|| problem::UNKNOWN_MODULE.at(place, &[id]));
            }
            if module.lessons.is_empty() {
                problems.add(|| problem::EMPTY_MODULE.at(place, &[&module.title]));
            } else if let Some(count) = module.choose
                && count as usize > module.lessons.len()
            {
                let (count, there_are) = (count.to_string(), module.lessons.len().to_string());
                problems.add(|| problem::CHOOSE_TOO_MANY.at(place, &[&count, &there_are]));
            }
            if let Some((first, last)) = module.weeks
                && all_weeks > 0
                && last > all_weeks
            {
                let (weeks, end) = (format!("{first}-{last}"), all_weeks.to_string());
                problems.add(|| problem::WEEKS_BEYOND.at(place, &[&weeks, &end]));
            }
        }
    }
}

/// `5-8`, or `5` alone.
fn weeks(value: &str) -> Option<(u32, u32)> {
    let (first, last) = value.split_once(['-', '–', '—']).unwrap_or((value, value));
    let (first, last) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
    (first >= 1 && first <= last).then_some((first, last))
}

/// The id of a lesson from its path: `breathing-lamp/fr.md`, `orders/library-lamps.fr.md`.
pub(crate) fn lesson_id(path: &str) -> Option<String> {
    let [folder, file] = path.split('/').collect::<Vec<_>>()[..] else {
        return None;
    };
    let stem = file.strip_suffix(".md")?;
    let (name, code) = stem.rsplit_once('.').unwrap_or((folder, stem));
    (is_id(name) && Language::from_code(code).is_some()).then(|| name.to_owned())
}

fn has_link(item: &Item) -> bool {
    lesson_link(item).is_some()
}

/// The first link of an item: where it leads, its words, the words beside it, where it stands.
fn lesson_link(item: &Item) -> Option<(String, String, String, usize)> {
    let Content::Paragraph(spans) = &item.blocks.first()?.content else {
        return None;
    };
    let place = spans
        .iter()
        .position(|span| matches!(span.content, SpanContent::Link { .. }))?;
    let Span {
        start,
        content: SpanContent::Link { target, label, .. },
    } = &spans[place]
    else {
        return None;
    };
    let beside = plain(&spans[..place]) + &plain(&spans[place + 1..]);
    let below = item.blocks[1..].iter().map(|block| match &block.content {
        Content::Paragraph(spans) => plain(spans),
        _ => String::new(),
    });
    let remark = std::iter::once(beside).chain(below).collect::<Vec<_>>().join(" ");
    Some((target.clone(), plain(label), remark.trim().to_owned(), *start))
}
