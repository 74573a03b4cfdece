#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]
//! The first rules, on programs built by hand.

use device::blocks::BlockKind;
use device::parts::Board;
use device::program::{Block, FieldValue, Program};
use device::run::{InputEvent, Run, Stop};
use device::trace::{Millis, NoteKind};

#[derive(Default)]
struct Build {
    program: Program,
}

impl Build {
    fn add(&mut self, kind: BlockKind, fields: &[(&str, &str)], inputs: &[(&str, String)]) -> String {
        let id = format!("b{}", self.program.blocks.len());
        let mut block = Block::new(&id, kind);
        for (name, word) in fields {
            block
                .fields
                .insert((*name).to_owned(), FieldValue::Word((*word).to_owned()));
        }
        for (name, child) in inputs {
            block.inputs.insert((*name).to_owned(), child.clone());
        }
        self.program.blocks.push(block);
        id
    }
    fn number(&mut self, value: f64) -> String {
        let id = self.add(BlockKind::Number, &[], &[]);
        self.program
            .blocks
            .last_mut()
            .unwrap()
            .fields
            .insert("NUM".to_owned(), FieldValue::Number(value));
        id
    }
    fn chain(&mut self, ids: &[String]) -> String {
        for pair in ids.windows(2) {
            let block = self
                .program
                .blocks
                .iter_mut()
                .find(|block| block.id == pair[0])
                .unwrap();
            block.next = Some(pair[1].clone());
        }
        ids[0].clone()
    }
}

fn changes(run: &Run) -> Vec<(u64, u16, f64)> {
    run.trace()
        .changes
        .iter()
        .map(|change| (change.at.0, change.part, change.value))
        .collect()
}

#[test]
fn a_lamp_blinks_without_drift() {
    let mut build = Build::default();
    let half = build.number(500.0);
    let other_half = build.number(500.0);
    let on = build.add(BlockKind::TurnLamp, &[("STATE", "ON"), ("PART", "lamp")], &[]);
    let wait = build.add(BlockKind::WaitMilliseconds, &[], &[("DURATION", half)]);
    let off = build.add(BlockKind::TurnLamp, &[("STATE", "OFF"), ("PART", "lamp")], &[]);
    let wait_2 = build.add(BlockKind::WaitMilliseconds, &[], &[("DURATION", other_half)]);
    let body = build.chain(&[on, wait, off, wait_2]);
    build.add(BlockKind::Forever, &[], &[("DO", body)]);
    let (mut run, problems) = Run::new(&build.program, &Board::default(), 1);
    assert_eq!(problems, []);
    assert_eq!(run.advance_to(Millis(2_000), 1_000_000), Stop::Reached);
    assert_eq!(
        changes(&run),
        [
            (0, 0, 100.0),
            (500, 0, 0.0),
            (1000, 0, 100.0),
            (1500, 0, 0.0),
            (2000, 0, 100.0)
        ]
    );
    run.go_to(Millis(700), 1_000_000);
    assert_eq!(changes(&run).len(), 2);
    assert_eq!(run.step(), Stop::Stepped);
    assert_eq!(run.now(), Millis(1000));
}

#[test]
fn turns_are_counted_and_the_end_is_noted() {
    let mut build = Build::default();
    let times = build.number(150.0);
    let delta = build.number(1.0);
    let wait = build.number(20.0);
    let change = build.add(BlockKind::ChangeLight, &[("PART", "lamp")], &[("DELTA", delta)]);
    let wait = build.add(BlockKind::WaitMilliseconds, &[], &[("DURATION", wait)]);
    let body = build.chain(&[change, wait]);
    let repeat = build.add(BlockKind::Repeat, &[], &[("TIMES", times), ("DO", body)]);
    build.add(BlockKind::OnStart, &[], &[("DO", repeat)]);
    let (mut run, problems) = Run::new(&build.program, &Board::default(), 1);
    assert_eq!(problems, []);
    run.advance_to(Millis(61 * 20), 1_000_000);
    assert_eq!(run.turn_of(5), Some(62));
    assert_eq!(run.value(0), 62.0);
    assert_eq!(run.advance_to(Millis(10_000), 1_000_000), Stop::Ended);
    assert!(run.is_finished());
    assert_eq!(
        run.trace().notes.iter().map(|note| note.kind).collect::<Vec<_>>(),
        [NoteKind::Saturated]
    );
}

#[test]
fn a_button_starts_its_script() {
    let mut build = Build::default();
    let on = build.add(BlockKind::TurnLamp, &[("STATE", "ON"), ("PART", "lamp")], &[]);
    build.add(
        BlockKind::WhenButton,
        &[("EVENT", "PRESSED"), ("PART", "button_A")],
        &[("DO", on)],
    );
    let (mut run, _) = Run::new(&build.program, &Board::default(), 1);
    run.schedule(&[InputEvent {
        at: Millis(300),
        part: 2,
        value: 1.0,
    }]);
    assert_eq!(run.advance_to(Millis(1_000), 1_000), Stop::Ended);
    assert!(!run.is_finished());
    assert_eq!(changes(&run), [(300, 2, 1.0), (300, 0, 100.0)]);
}
