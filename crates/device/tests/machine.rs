//! What the machine does, rule by rule: each `data/machine/*.txt` is a program that says in its first remark which
//! rule it is about, and the `.trace` beside it is all that happens. `UPDATE_EXPECT=1` writes the traces anew.
//!
//! In the remarks at its head a program also says what happens to it: `# à 100 ms : bouton_A = 1` (an input),
//! `# graine 3` (the seed), then `# jusqu'à 1000 ms` (run so far) or `# pas 12` (make so many steps).

use device::parts::{Board, PartName};
use device::program::Program;
use device::run::{InputEvent, Run, Stop};
use device::trace::{BlockNumber, Millis};
use device::words::{block_problem, note};
use libtest_mimic::{Arguments, Failed, Trial};
use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;
use words::{Language, number};

fn main() -> ExitCode {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/machine");
    let mut trials = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the programs are there") {
        let path = entry.expect("the folder can be read").path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            let name = path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            trials.push(Trial::test(name, move || check(&path)));
        }
    }
    assert!(trials.len() > 30, "the programs are there");
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

fn check(path: &Path) -> Result<(), Failed> {
    let text = std::fs::read_to_string(path)?;
    let told = tell(&text)?;
    expect_test::expect_file![path.with_extension("trace")].assert_eq(&told);
    Ok(())
}

/// All that happens to a program.
fn tell(text: &str) -> Result<String, String> {
    let board = Board::default();
    let (program, problems) = device::text::read(text, &board);
    if let Some(problem) = problems.first() {
        return Err(format!("line {}: {:?}", problem.line, problem.kind));
    }
    let story = Story::read(text, &board)?;
    let (mut run, problems) = Run::new(&program, &board, story.seed);
    run.schedule(&story.inputs);
    let mut told = String::new();
    for problem in problems {
        let number = program.blocks.iter().position(|block| block.id == problem.block);
        let sentence = block_problem(&problem.kind, Language::French);
        let _ = writeln!(told, "{} : {}", label(&program, number), sentence.whole());
    }
    for _ in 0..story.steps {
        let stop = run.step();
        tell_step(&mut told, &program, &run, stop);
    }
    if let Some(until) = story.until {
        let stop = run.advance_to(until, 10_000_000);
        tell_trace(&mut told, &program, &board, &run);
        let _ = writeln!(told, "{stop:?} à {}", run.now());
    }
    for (name, value) in run.variables() {
        let _ = writeln!(told, "{name} = {}", number(value, Language::French));
    }
    for (name, items) in run.lists() {
        let items: Vec<_> = items.iter().map(|item| number(*item, Language::French)).collect();
        let _ = writeln!(told, "{name} = {}", items.join(" ; "));
    }
    Ok(told)
}

fn tell_trace(told: &mut String, program: &Program, board: &Board, run: &Run) {
    for change in &run.trace().changes {
        let part = board.parts[usize::from(change.part)]
            .name
            .in_language(Language::French);
        let value = number(change.value, Language::French);
        let by = change
            .block
            .map_or(String::new(), |block| format!("   {}", label_of(program, block)));
        let _ = writeln!(told, "{:>5} ms  {part} = {value}{by}", change.at.0);
    }
    for happened in &run.trace().notes {
        let sentence = note(happened.kind, Language::French).whole();
        let _ = writeln!(
            told,
            "{:>5} ms  {} : {sentence}",
            happened.at.0,
            label_of(program, happened.block)
        );
    }
}

fn tell_step(told: &mut String, program: &Program, run: &Run, stop: Stop) {
    let active: Vec<_> = run
        .active_blocks()
        .into_iter()
        .map(|block| label_of(program, block))
        .collect();
    let turns: Vec<_> = (0..)
        .zip(&program.blocks)
        .filter_map(|(block, _)| {
            Some(format!(
                "tour {} de {}",
                run.turn_of(block)?,
                label_of(program, block)
            ))
        })
        .collect();
    let line = [active, turns].concat().join(" ; ");
    let _ = writeln!(told, "{stop:?} à {} : {line}", run.now());
}

fn label_of(program: &Program, block: BlockNumber) -> String {
    label(program, usize::try_from(block).ok())
}

/// A block as a reader of these files finds it: its label and its number in the text.
fn label(program: &Program, block: Option<usize>) -> String {
    let Some((number, block)) = block.and_then(|number| Some((number, program.blocks.get(number)?))) else {
        return "?".to_owned();
    };
    let name = block
        .known_kind()
        .map_or(block.kind.as_str(), |kind| kind.spec().label[0]);
    format!("{name} #{number}")
}

/// What the head of a file says.
struct Story {
    inputs: Vec<InputEvent>,
    seed: u64,
    until: Option<Millis>,
    steps: u32,
}

impl Story {
    fn read(text: &str, board: &Board) -> Result<Self, String> {
        let mut story = Self {
            inputs: Vec::new(),
            seed: 1,
            until: None,
            steps: 0,
        };
        let remarks = text.lines().map_while(|line| line.strip_prefix("# "));
        for line in remarks.skip(1) {
            let known = story.line(line, board);
            known.ok_or_else(|| format!("unknown line: {line}"))?;
        }
        Ok(story)
    }

    fn line(&mut self, line: &str, board: &Board) -> Option<()> {
        if let Some(seed) = line.strip_prefix("graine ") {
            self.seed = seed.parse().ok()?;
        } else if let Some(until) = line.strip_prefix("jusqu'à ") {
            self.until = Some(millis(until)?);
        } else if let Some(steps) = line.strip_prefix("pas ") {
            self.steps = steps.parse().ok()?;
        } else {
            let (at, what) = line.strip_prefix("à ")?.split_once(" : ")?;
            let (part, value) = what.split_once(" = ")?;
            let part = board.part_number(&PartName::read(part)?)?;
            self.inputs.push(InputEvent {
                at: millis(at)?,
                part: u16::try_from(part).ok()?,
                value: value.parse().ok()?,
            });
        }
        Some(())
    }
}

fn millis(text: &str) -> Option<Millis> {
    Some(Millis(text.strip_suffix(" ms")?.parse().ok()?))
}
