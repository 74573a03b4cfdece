//! A lesson: who it is for, its steps, and what each step asks.

mod blocks;
pub(crate) mod comment_lines;
mod fences;
pub(crate) mod front_matter;
pub(crate) mod head;
mod logbook;
mod questions;
mod steps;
mod toolbox;

pub use toolbox::bold_words;

use crate::check::Check;
use crate::drawings::DrawingText;
use crate::problem::{self, Place, Problem};
use crate::text::links::Home;
use crate::text::markdown;
use crate::text::reader::TextReader;
use crate::text::source::Source;
use crate::text::{Inline, Node};
use crate::vocabulary::FenceKind;
use device::parts::Board;
use device::program::Program;
use words::Language;

/// What parsing gives: always a lesson, and what is wrong with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Parsed {
    /// The lesson as far as it could be understood.
    pub lesson: Lesson,
    /// What is wrong, in order of lines.
    pub problems: Vec<Problem>,
}

/// The bench a lesson works at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bench {
    /// Blocks and a simulated device.
    Device,
    /// Drawing for the laser.
    Design,
    /// No bench: read, answer, write in the logbook.
    #[default]
    Paper,
}

/// A lesson.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lesson {
    /// Folder name and key of progress, `a-z0-9-`.
    pub id: String,
    /// Title, from the front matter.
    pub title: String,
    /// Language of the text.
    pub language: Language,
    /// Raised when the meaning changes.
    pub version: u32,
    /// Where it is done.
    pub bench: Bench,
    /// Minutes for all steps but challenges.
    pub minutes: u32,
    /// 1 to 3.
    pub level: Option<u8>,
    /// Lessons that should come before (advice, no lock).
    pub requires: Vec<String>,
    /// Ids of skills.
    pub skills: Vec<String>,
    /// The badge it leads to.
    pub badge: Option<String>,
    /// The sentence offered for the CV.
    pub cv: Option<String>,
    /// The picture of the object, from which its piece is drawn; relative to the lesson's folder.
    pub image: Option<String>,
    /// What one sees on it.
    pub image_text: Option<String>,
    /// Materials needed, as written.
    pub materials: Option<String>,
    /// Machine needed, as written.
    pub machine_needed: Option<String>,
    /// Former ids: progress under them counts.
    pub was: Vec<String>,
    /// The version of the French that a translation follows.
    pub translated_from: Option<u32>,
    /// Who re-read it for easy reading; without a name nothing may be called easy to read.
    pub reviewed_by: Option<String>,
    /// Its licence, when it is not CC BY-SA 4.0.
    pub licence: Option<String>,
    /// The board of the whole lesson.
    pub board: Board,
    /// Text before the first step.
    pub introduction: Vec<Piece>,
    /// The steps, challenges included.
    pub steps: Vec<Step>,
    /// What is written for the machine, in the order of the file.
    pub machine: Vec<MachineBlock>,
}

/// Lines that are written for the machine rather than for the learner, as they stand in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MachineBlock {
    /// What they are.
    pub kind: MachineKind,
    /// Line of the file where the block begins (for a fence, the line of its back quotes).
    pub line: usize,
    /// Its column, in characters from 1.
    pub column: usize,
    /// The step they stand in, by number from 0; `None` before the first.
    pub step: Option<usize>,
    /// For a fence, the words after its back quotes, as written.
    pub info: String,
    /// The lines: number in the file, column of the first character, text. For a fence, those inside it.
    pub lines: Vec<(usize, usize, String)>,
}

/// What lines for the machine are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MachineKind {
    /// The head of the file.
    FrontMatter,
    /// `<!-- … -->`.
    Comment,
    /// A fence, with its id.
    Fence(FenceKind, Option<String>),
    /// Words that only say what the text around them is (`[!TIP]`, `Indice 1.`, `Question`).
    Mark,
    /// Where a link leads, written apart (`[boucle]: …`).
    Definition,
}

impl MachineBlock {
    /// Where the block begins.
    #[must_use]
    pub fn place(&self) -> Place {
        Place {
            line: self.line,
            column: self.column,
        }
    }

    /// The lines as check and program parsers take them.
    #[must_use]
    pub fn source_lines(&self) -> Vec<(usize, usize, &str)> {
        (self.lines.iter())
            .map(|(line, column, text)| (*line, *column, text.as_str()))
            .collect()
    }
}

/// A step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Step {
    /// Stable id, second part of the key of progress.
    pub id: String,
    /// Former ids of this step.
    pub former: Vec<String>,
    /// Its title.
    pub title: Vec<Inline>,
    /// Line of its `##` in the file.
    pub line: usize,
    /// Minutes it takes.
    pub minutes: u32,
    /// Not needed to finish, not counted.
    pub is_challenge: bool,
    /// What it says and asks, in order.
    pub pieces: Vec<Piece>,
    /// The program it starts from; without one, from the learner's own work of the step before.
    pub starter: Option<Program>,
    /// One right program.
    pub solution: Option<Program>,
    /// The drawing it starts from; without one, from the learner's own work of the step before.
    pub drawing_starter: Option<DrawingText>,
    /// One right drawing.
    pub drawing_solution: Option<DrawingText>,
    /// Saved names of the kinds of block offered; without it, those of the lesson (see [`Lesson::toolbox`]).
    pub toolbox: Option<Vec<device::blocks::BlockKind>>,
    /// What decides that it is done.
    pub check: Option<Check>,
}

/// A part of a step, in the order written.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Text.
    Text(Vec<Node>),
    /// Numbered instructions; each can be ticked and read alone.
    Instructions(Vec<Vec<Node>>),
    /// A hint; hints are opened one at a time, in order.
    Hint(Vec<Node>),
    /// A box.
    Box(BoxKind, Vec<Node>),
    /// A question with choices.
    Question(Question),
    /// A prompt for the logbook.
    Logbook(Vec<Prompt>),
}

/// What a box is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoxKind {
    /// To know.
    Note,
    /// To remember; collected for the memo.
    Remember,
    /// Safety: never folded, shown first.
    Safety,
    /// For the trainer; hidden from learners.
    Trainer,
}

/// A question of a quiz.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// What is asked (the text between the heading and the choices).
    pub prompt: Vec<Node>,
    /// The answers to choose from.
    pub choices: Vec<Choice>,
    /// More than one right answer.
    pub is_multiple: bool,
}

/// One answer of a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Its words.
    pub label: Vec<Inline>,
    /// Whether it is right.
    pub is_right: bool,
    /// Said once it is chosen.
    pub explanation: Vec<Node>,
}

/// A line of a logbook prompt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Prompt {
    /// A picture to take or choose; what it should show.
    Picture(String),
    /// The beginning of a sentence to go on with.
    Sentence(String),
    /// Words to choose one of, after what they answer.
    Choice {
        /// What is asked, may be empty.
        label: String,
        /// The words.
        options: Vec<String>,
    },
    /// A sound to record; what it should say.
    Sound(String),
}

impl Lesson {
    /// The steps that count: all but challenges.
    pub fn counted_steps(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(|step| !step.is_challenge)
    }

    /// The step of an id, former ids included.
    #[must_use]
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == id).or_else(|| {
            self.steps
                .iter()
                .find(|step| step.former.iter().any(|former| former == id))
        })
    }
}

/// Reads a lesson. `folder` is the name its id should have, where it is known.
///
/// Never fails: what cannot be understood is shown as text and told as a problem.
#[must_use]
pub fn parse(text: &str, folder: Option<&str>) -> Parsed {
    let source = Source::new(text);
    let mut reader = TextReader::new(&source, Home::Folder(folder), Language::French);
    let (mut lesson, front_matter) = head::read(&mut reader, folder);
    reader.language = lesson.language;
    let document = markdown::read(&source, front_matter.end);
    tell_what_hindered(&mut reader, &document);
    blocks::read(&mut reader, &mut lesson, document.blocks, &front_matter);
    Parsed {
        lesson,
        problems: reader.problems.into_sorted(),
    }
}

/// Problems of the file as a whole: too long, too deep, something not closed.
pub(crate) fn tell_what_hindered(reader: &mut TextReader<'_>, document: &markdown::Document) {
    if reader.source.is_cut() {
        let place = Place { line: 1, column: 1 };
        reader.problems.add(|| problem::FILE_TOO_LONG.at(place, &[]));
    }
    if let Some(start) = document.too_deep {
        let place = reader.place(start);
        reader.problems.add(|| problem::TOO_DEEP.at(place, &[]));
    }
    for unclosed in &document.unclosed {
        let (start, kind) = match *unclosed {
            markdown::Unclosed::Fence(start) => (start, &problem::FENCE_NOT_CLOSED),
            markdown::Unclosed::Comment(start) => (start, &problem::COMMENT_NOT_CLOSED),
        };
        let place = reader.place(start);
        reader.problems.add(|| kind.at(place, &[]));
    }
    for definition in &document.definitions {
        let text = &reader.source.text()[definition.clone()];
        reader.set_aside(MachineKind::Definition, definition.start, text);
    }
}
