//! Every sentence of a check on traces written by hand: one file that passes, at least one that does not.
//!
//! A file of `data/checks` is the lines of a check, `---`, what the device did, `---`, what is then said. What the
//! device did is lines `TIME part value`, or `TIME..TIME/STEP part value..value` for a straight slope, or
//! `TIME note NAME`; the inputs of the check come by themselves. Parts are those of the default board, and the lamps
//! that the file names. `UPDATE_EXPECT=1` writes what is said.
//!
//! A file of `data/graded-programs` is the same with a program in the place of the trace.

use device::parts::{Board, Part, PartKind, PartName};
use device::program::Program;
use device::trace::{Change, Millis, Note, NoteKind, Trace};
use expect_test::expect_file;
use lesson::check::{self, Check};
use lesson::grade::{Message, Verdict, grade_program, grade_trace};
use libtest_mimic::{Arguments, Failed, Trial};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use words::Language;

fn main() {
    let arguments = Arguments::from_args();
    let traces = files("checks");
    let programs = files("graded-programs");
    let trial = |file: &PathBuf, check: fn(&Path) -> Result<(), Failed>| {
        let name = file
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let file = file.clone();
        Trial::test(name, move || check(&file))
    };
    let mut trials: Vec<Trial> = traces.iter().map(|file| trial(file, check_trace)).collect();
    trials.extend(programs.iter().map(|file| trial(file, check_program)));
    trials.push(Trial::test(
        "every sentence has a file that passes and one that does not",
        move || every_sentence_is_tested(&[traces, programs].concat()),
    ));
    libtest_mimic::run(&arguments, trials).exit();
}

/// The texts of a folder of test data.
fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data")
        .join(folder);
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    files.sort();
    files
}

fn check_trace(file: &Path) -> Result<(), Failed> {
    check_file(file, &|check, board, did, language| {
        let trace = read_trace(did, check, board)?;
        Ok((
            grade_trace(check, board, &Program::default(), &trace, &[], language),
            String::new(),
        ))
    })
}

/// Also tells the line of the block that a message speaks of.
fn check_program(file: &Path) -> Result<(), Failed> {
    check_file(file, &|check, board, did, language| {
        let (program, _) = device::text::read(did, board);
        let verdict = grade_program(check, board, &program, language);
        let block = match &verdict {
            Verdict::NotYet(Message {
                block: Some(block), ..
            }) => block,
            _ => return Ok((verdict, String::new())),
        };
        let place = program
            .blocks
            .iter()
            .position(|other| other.id == *block)
            .ok_or("no such block")?;
        let lines = device::text::lines(&program, board, Language::French);
        let line = lines.iter().find(|line| line.block == Some(place));
        let text = line.map_or("inside a line", |line| line.text.trim());
        Ok((verdict, format!("block {text}\n")))
    })
}

/// A verdict on what a file says was done, and more to write of it.
type Grade<'a> = &'a dyn Fn(&Check, &Board, &str, Language) -> Result<(Verdict, String), Failed>;

fn check_file(file: &Path, grade: Grade<'_>) -> Result<(), Failed> {
    let text = std::fs::read_to_string(file)?;
    let mut sections = text.split("---\n");
    let (sentences, did) = (
        sections.next().unwrap_or_default(),
        sections.next().unwrap_or_default(),
    );
    let board = board(&text);
    let check = read_check(sentences, &board)?;
    let mut said = String::new();
    for language in Language::ALL {
        let (verdict, more) = grade(&check, &board, did, language)?;
        let passes = matches!(verdict, Verdict::Passed { .. });
        if passes != file.to_string_lossy().contains(".pass") {
            return Err(format!("{verdict:#?}").into());
        }
        if language == Language::French {
            said.push_str(&more);
        }
        write_verdict(&mut said, &verdict, language)?;
    }
    expect_file![file].assert_eq(&format!("{sentences}---\n{did}---\n{said}"));
    Ok(())
}

/// The default board, and the further lamps that a text names.
fn board(text: &str) -> Board {
    let mut board = Board::default();
    for suffix in ["_2", "_3"] {
        if text.contains(&format!("lampe{suffix}")) {
            let name = PartName {
                kind: PartKind::Lamp,
                suffix: suffix.to_owned(),
            };
            board.parts.push(Part {
                name,
                pin: format!("D{suffix}"),
            });
        }
    }
    board
}

fn read_check(sentences: &str, board: &Board) -> Result<Check, Failed> {
    let lines: Vec<(usize, usize, &str)> = sentences
        .lines()
        .enumerate()
        .map(|(place, line)| (place + 1, 1, line))
        .collect();
    let (check, problems) = check::parse("essai", &lines, board, Language::French);
    match problems
        .iter()
        .find(|problem| problem.severity == lesson::problem::Severity::Error)
    {
        Some(problem) => Err(problem.sentence[1].clone().into()),
        None => Ok(check),
    }
}

fn read_trace(did: &str, check: &Check, board: &Board) -> Result<Trace, Failed> {
    let mut trace = Trace {
        at_start: board
            .parts
            .iter()
            .map(|part| part.name.kind.value_at_start())
            .collect(),
        until: check.duration,
        ..Trace::default()
    };
    for input in check.inputs(board) {
        trace.changes.push(Change {
            at: input.at,
            part: input.part,
            value: input.value,
            block: None,
        });
    }
    for line in did.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            [at, "note", kind] => trace.notes.push(Note {
                at: Millis(at.parse()?),
                block: 0,
                kind: note(kind)?,
            }),
            [times, part, values] => {
                let name = PartName::read(part).ok_or("no part")?;
                let part = u16::try_from(board.part_number(&name).ok_or("not on the board")?)?;
                for (at, value) in slope(times, values)? {
                    trace.changes.push(Change {
                        at: Millis(at),
                        part,
                        value,
                        block: None,
                    });
                }
            }
            _ => return Err(format!("cannot read {line:?}").into()),
        }
    }
    trace.changes.sort_by_key(|change| change.at);
    Ok(trace)
}

/// One point, or those of `from..to/step` along `value..value`.
fn slope(times: &str, values: &str) -> Result<Vec<(u64, f64)>, Failed> {
    let Some((times, step)) = times.split_once('/') else {
        return Ok(vec![(times.parse()?, values.parse()?)]);
    };
    let (from, to) = times.split_once("..").ok_or("no ..")?;
    let (first, last) = values.split_once("..").ok_or("no ..")?;
    let (from, to, step): (u32, u32, u32) = (from.parse()?, to.parse()?, step.parse()?);
    let (first, last): (f64, f64) = (first.parse()?, last.parse()?);
    let steps = (to - from) / step;
    Ok((0..=steps)
        .map(|count| {
            let value = first + (last - first) * f64::from(count) / f64::from(steps);
            (u64::from(from + count * step), value)
        })
        .collect())
}

fn note(kind: &str) -> Result<NoteKind, Failed> {
    match kind {
        "division-by-zero" => Ok(NoteKind::DivisionByZero),
        "no-such-item" => Ok(NoteKind::NoSuchItem),
        "too-large" => Ok(NoteKind::TooLarge),
        "too-deep" => Ok(NoteKind::TooDeep),
        "saturated" => Ok(NoteKind::Saturated),
        "no-pause" => Ok(NoteKind::NoPause),
        _ => Err("no such note".into()),
    }
}

fn write_verdict(said: &mut String, verdict: &Verdict, language: Language) -> Result<(), Failed> {
    match verdict {
        Verdict::Passed { praise } => writeln!(said, "{} bravo {praise}", language.code())?,
        Verdict::AuthorProblem(reason) => writeln!(said, "{} author {reason}", language.code())?,
        Verdict::NotYet(message) => {
            let Message {
                passed,
                total,
                own_words,
                seen,
                expected,
                ..
            } = message;
            if language == Language::French {
                writeln!(said, "passed {passed} of {total}")?;
                if let Some(instant) = message.instant {
                    writeln!(said, "instant {}", instant.0)?;
                }
                if let Some((from, to)) = message.expected_between {
                    writeln!(said, "expected between {} and {}", from.0, to.0)?;
                }
                if let Some(shape) = message.shape {
                    writeln!(said, "shape {shape:?}")?;
                }
                if let Some(own_words) = own_words {
                    writeln!(said, "own words {own_words}")?;
                }
            }
            for (name, words) in [("seen", seen), ("expected", expected)] {
                writeln!(said, "{} {name} {words}", language.code())?;
                // A non-breaking space holds one word together.
                let count = words.split(' ').count();
                if count > 12 {
                    return Err(format!("{count} words: {words}").into());
                }
            }
        }
    }
    Ok(())
}

/// The first words of the file's name say which sentence it is about.
fn every_sentence_is_tested(files: &[PathBuf]) -> Result<(), Failed> {
    let names: Vec<String> = files
        .iter()
        .map(|file| {
            file.file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    let sentences = [
        "is",
        "is-within",
        "becomes",
        "stays",
        "rises",
        "falls",
        "blinks",
        "changes",
        "follows",
        "responds",
        "never-together",
        "order",
        "no-error",
        "nothing",
        "uses",
        "without",
        "at-most",
    ];
    for sentence in sentences {
        for outcome in ["pass", "fail"] {
            let start = format!("{sentence}.{outcome}");
            let is_tested = names.iter().any(|name| name.starts_with(&start));
            if !is_tested {
                return Err(format!("no file {start}").into());
            }
        }
    }
    Ok(())
}
