//! `fabrique grade`

use crate::arguments::Place;
use crate::drawing;
use crate::files::LessonsFolder;
use crate::words::VerdictLine;
use crate::{End, Outcome, words};
use ::words::{Language, number};
use device::program::Program;
use device::text::UNREAD_LINE;
use lesson::check::Check;
use lesson::grade::{Message, Verdict};
use lesson::lesson::Bench;
use lesson::lint::Site;
use lesson::{Lesson, grade_drawing, grade_program};
use std::fmt::Write;
use std::path::Path;

/// Judges a program or a drawing by the check of a step, of the last graded one when none is given.
pub fn run(lesson_path: &str, step: Option<&str>, work_path: &str, language: Language) -> Outcome {
    let [lesson_text, work] = match read_both([lesson_path, work_path], language) {
        Ok(texts) => texts,
        Err(complaint) => {
            return Outcome {
                complaint,
                end: End::Unreadable,
                ..Outcome::default()
            };
        }
    };
    let lesson = whole_lesson(&lesson_text, Path::new(lesson_path));
    let graded = |wanted: &str| lesson.step(wanted).and_then(|step| step.check.as_ref());
    let check = match step {
        Some(wanted) => graded(wanted),
        None => lesson.steps.iter().rev().find_map(|step| step.check.as_ref()),
    };
    let Some(check) = check else {
        let graded: Vec<&str> = lesson
            .steps
            .iter()
            .filter(|step| step.check.is_some())
            .map(|step| step.id.as_str())
            .collect();
        return Outcome {
            complaint: words::no_such_step(step, &graded, language),
            end: End::Unreadable,
            ..Outcome::default()
        };
    };
    if lesson.bench == Bench::Design {
        return grade_a_drawing(check, &work, work_path, language);
    }
    let (program, problems) = device::text::read(&work, &lesson.board);
    let mut outcome = Outcome::default();
    for problem in &problems {
        let (sentence, next_step) = (problem.sentence(language), problem.next_step(language));
        let _ = writeln!(
            outcome.complaint,
            "{work_path}:{}:{}: {sentence} {next_step}",
            problem.line, problem.column
        );
    }
    if program.blocks.iter().any(|block| block.kind == UNREAD_LINE) {
        outcome.end = End::Unreadable;
        return outcome;
    }
    let verdict = grade_program(check, &lesson.board, &program, language);
    tell(&mut outcome, verdict, language, |message| {
        let block = message.block.as_deref()?;
        Some((VerdictLine::Block, line_of(block, &program, &lesson, language)))
    });
    outcome
}

fn grade_a_drawing(check: &Check, work: &str, path: &str, language: Language) -> Outcome {
    let read = design::text::read(work, None);
    let mut outcome = Outcome::default();
    for problem in &read.problems {
        let (sentence, next_step) = (problem.sentence(language), problem.next_step(language));
        let (line, column) = (problem.line, problem.column);
        let _ = writeln!(
            outcome.complaint,
            "{path}:{line}:{column}: {sentence} {next_step}"
        );
    }
    if !read.problems.is_empty() {
        outcome.end = End::Unreadable;
        return outcome;
    }
    let letters = match drawing::letters(&read.document, &Place::default(), language) {
        Ok(letters) => letters,
        Err(outcome) => return outcome,
    };
    let verdict = grade_drawing(check, &read.document, &letters, language);
    tell(&mut outcome, verdict, language, |message| {
        let shape = message.shapes.first()?;
        let lines = design::text::lines(&read.document, language);
        let line = lines.into_iter().find(|line| line.item == Some(*shape))?;
        Some((VerdictLine::Shape, line.text.trim().to_owned()))
    });
    outcome
}

/// Says a verdict; `about` gives the line of the work that a message speaks of.
fn tell(
    outcome: &mut Outcome,
    verdict: Verdict,
    language: Language,
    about: impl Fn(&Message) -> Option<(VerdictLine, String)>,
) {
    match verdict {
        Verdict::Passed { praise } => {
            outcome.said = format!("{} {praise}\n", VerdictLine::Passed.text(language));
        }
        Verdict::NotYet(message) => {
            outcome.said = not_yet(&message, about(&message), language);
            outcome.end = End::NotYet;
        }
        Verdict::AuthorProblem(reason) => {
            outcome.said = format!("{} {reason}\n", VerdictLine::ForTheAuthor.text(language));
            outcome.end = End::Unreadable;
        }
    }
}

fn read_both(paths: [&str; 2], language: Language) -> Result<[String; 2], String> {
    let read =
        |path: &str| std::fs::read_to_string(path).map_err(|error| words::unreadable(path, &error, language));
    Ok([read(paths[0])?, read(paths[1])?])
}

/// The lesson, a translation with what it leaves to the French.
fn whole_lesson(text: &str, path: &Path) -> Lesson {
    let folder = LessonsFolder::of(path);
    let mut lesson = lesson::parse(text, None).lesson;
    if lesson.language != Language::French {
        let relative = folder.relative(&path.with_file_name("fr.md"));
        if let Some(french) = folder.text(&relative) {
            lesson.inherit(&lesson::parse(&french, None).lesson);
        }
    }
    lesson
}

fn not_yet(message: &Message, about: Option<(VerdictLine, String)>, language: Language) -> String {
    let mut text = VerdictLine::NotYet.text(language);
    if let Some(own_words) = &message.own_words {
        let _ = write!(text, " {own_words}");
    }
    text.push('\n');
    let mut line = |kind: VerdictLine, words: &str| {
        if !words.is_empty() {
            let _ = writeln!(text, "{} {words}", kind.text(language));
        }
    };
    line(VerdictLine::Seen, &message.seen);
    line(VerdictLine::Expected, &message.expected);
    if let Some(instant) = message.instant {
        #[allow(clippy::cast_precision_loss, reason = "no check lasts 2^53 ms")]
        let seconds = number(instant.0 as f64 / 1000.0, language);
        line(VerdictLine::When, &format!("{seconds} s"));
    }
    if let Some((kind, words)) = about {
        line(kind, &words);
    }
    let (passed, total) = (message.passed, message.total);
    line(
        VerdictLine::Holding,
        &language.pick(format!("{passed} sur {total}"), format!("{passed} of {total}")),
    );
    text
}

/// The line that a block stands on, of itself or of the block it is a value of; empty when there is none.
fn line_of(id: &str, program: &Program, lesson: &Lesson, language: Language) -> String {
    let lines = device::text::lines(program, &lesson.board, language);
    let mut id = id;
    // A block can stand in no more blocks than there are.
    for _ in 0..program.blocks.len() {
        let number = program.blocks.iter().position(|block| block.id == id);
        let found = lines.iter().find(|line| number.is_some() && line.block == number);
        if let Some(line) = found {
            return line.text.trim().to_owned();
        }
        let around = program
            .blocks
            .iter()
            .find(|block| block.inputs.values().any(|inside| inside == id));
        match around {
            Some(block) => id = &block.id,
            None => break,
        }
    }
    String::new()
}
