//! The device machine by itself, natively and for Node. What it says of a program must be the same in both
//! (`equality.mjs`), and its speed in wasm is compared with that of its peers (`../blocks/run.mjs`).

#[path = "../../../crates/device/tests/machine/random_program.rs"]
mod random_program;

use device::parts::Board;
use device::run::{InputEvent, Run, Stop};
use device::trace::{Millis, Trace};
use random_program::{Dice, random_program};
use std::fmt::Write as _;
use wasm_bindgen::prelude::wasm_bindgen;

/// Blocks that one program may run: what a check allows.
const BLOCK_BUDGET: u64 = 20_000_000;

/// Runs a program in text form for some virtual milliseconds, with inputs that the seed decides, and says in one
/// line all it did: a digest of every change and note, then counts, then the variables.
#[wasm_bindgen]
#[must_use]
pub fn run_program(text: &str, millis: u32, seed: u32) -> String {
    let board = Board::default();
    let (program, text_problems) = device::text::read(text, &board);
    let (mut run, block_problems) = Run::new(&program, &board, u64::from(seed));
    run.schedule(&some_inputs(&board, millis, seed));
    let stop = run.advance_to(Millis(u64::from(millis)), BLOCK_BUDGET);
    let trace = run.trace();
    let mut line = format!(
        "{:016x} {stop:?} at {}, {} blocks, {} changes by blocks, {} notes, {} problems",
        digest(trace),
        run.now(),
        run.blocks_run(),
        trace
            .changes
            .iter()
            .filter(|change| change.block.is_some())
            .count(),
        trace.notes.len(),
        text_problems.len() + block_problems.len(),
    );
    for (name, value) in run.variables() {
        // The bits, so that nothing is rounded away.
        let _ = write!(line, " {name}={:016x}", value.to_bits());
    }
    line
}

/// The same for the random program of a seed, for two virtual seconds.
#[wasm_bindgen]
#[must_use]
pub fn run_random_program(seed: u32) -> String {
    run_program(&random_program(u64::from(seed)), 2_000, seed)
}

/// Runs a program to its end, as fast as it can, and gives its variables as lines `name value`.
///
/// # Errors
/// When the program has a problem or does not end: then there is nothing to time.
#[wasm_bindgen]
pub fn compute(text: &str) -> Result<String, String> {
    let mut run = sound_run(text, false)?;
    match run.advance_to(Millis(u64::from(u32::MAX)), u64::MAX) {
        Stop::Ended => {}
        stop => return Err(format!("it does not end: {stop:?} at {}", run.now())),
    }
    let mut lines = String::new();
    for (name, value) in run.variables() {
        let _ = writeln!(lines, "{name} {value}");
    }
    Ok(lines)
}

/// Runs a program as a check does, for some virtual seconds, and gives the number of blocks run.
///
/// # Errors
/// When the program has a problem or needs more than a check allows.
#[wasm_bindgen]
pub fn check(text: &str, seconds: u32, keeps_past: bool) -> Result<f64, String> {
    let mut run = sound_run(text, keeps_past)?;
    match run.advance_to(Millis(u64::from(seconds) * 1_000), BLOCK_BUDGET) {
        Stop::Reached => Ok(run.blocks_run() as f64),
        stop => Err(format!("it does not reach the end: {stop:?} at {}", run.now())),
    }
}

fn sound_run(text: &str, keeps_past: bool) -> Result<Run, String> {
    let board = Board::default();
    let (program, problems) = device::text::read(text, &board);
    if !problems.is_empty() {
        return Err(format!("{problems:?}"));
    }
    let make = if keeps_past { Run::new } else { Run::without_past };
    let (run, problems) = make(&program, &board, 1);
    if problems.is_empty() {
        Ok(run)
    } else {
        Err(format!("{problems:?}"))
    }
}

/// Presses, turns and light that come at instants which the seed decides.
fn some_inputs(board: &Board, millis: u32, seed: u32) -> Vec<InputEvent> {
    let mut dice = Dice::new(u64::from(seed) ^ 0xfab);
    let inputs: Vec<_> = (0_u16..)
        .zip(&board.parts)
        .filter(|(_, part)| !part.name.kind.is_output())
        .map(|(number, part)| (number, part.name.kind.range().1))
        .collect();
    let mut events = Vec::new();
    for _ in 0..20 {
        let at = Millis(dice.fall(u64::from(millis)));
        let Some((part, most)) = inputs.get(usize::try_from(dice.fall(inputs.len() as u64)).unwrap_or(0))
        else {
            break;
        };
        let value = if *most == 1.0 {
            dice.fall(2)
        } else {
            dice.fall(101)
        };
        events.push(InputEvent {
            at,
            part: *part,
            value: value as f64,
        });
    }
    events
}

/// FNV-1a, 64 bits (Fowler, Noll, Vo; offset basis and prime as in RFC 9923), over all that a trace tells.
fn digest(trace: &Trace) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut eat = |word: u64| {
        for byte in word.to_le_bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    for change in &trace.changes {
        eat(change.at.0);
        eat(u64::from(change.part));
        eat(change.value.to_bits());
        eat(change.block.map_or(u64::MAX, u64::from));
    }
    for note in &trace.notes {
        eat(note.at.0);
        eat(u64::from(note.block));
        eat(note.kind as u64);
    }
    hash
}
