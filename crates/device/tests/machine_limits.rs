//! Programs at the machine's limits and beyond: they run, or say why they do not.

use device::blocks::BlockKind;
use device::parts::Board;
use device::program::{Block, FieldValue, Program};
use device::run::{BlockProblemKind, Run, Stop};
use device::trace::{Millis, NoteKind, Trace};
use std::fmt::Write as _;

fn run(text: &str) -> (Run, Vec<BlockProblemKind>) {
    let board = Board::default();
    let (program, problems) = device::text::read(text, &board);
    assert!(problems.is_empty(), "{problems:?}");
    let (run, problems) = Run::new(&program, &board, 1);
    (run, problems.into_iter().map(|problem| problem.kind).collect())
}

fn value_of(run: &Run, name: &str) -> f64 {
    let variables = run.variables();
    variables
        .iter()
        .find(|(other, _)| other == name)
        .map(|(_, value)| *value)
        .expect("the variable is there")
}

#[test]
fn two_thousand_blocks_in_a_row_run() {
    let text = format!("au démarrage\n{}", "  changer x de 1\n".repeat(2_000));
    let (mut run, problems) = run(&text);
    assert_eq!(problems, []);
    assert_eq!(run.advance_to(Millis(1), 100_000), Stop::Ended);
    assert_eq!(value_of(&run, "x"), 2_000.0);
}

#[test]
fn more_blocks_than_the_machine_takes_are_told() {
    let text = format!("au démarrage\n{}", "  changer x de 1\n".repeat(15_000));
    let (mut run, problems) = run(&text);
    assert_eq!(problems, [BlockProblemKind::TooBig]);
    assert_eq!(run.advance_to(Millis(1), 100_000), Stop::Ended);
}

/// More variables and constants than there are slots: those that find no room lie in far memory and do the same.
#[test]
fn hundreds_of_variables_work() {
    let mut text = String::from("au démarrage\n  mettre x299 à 0,25\n");
    for number in 0..300 {
        let _ = writeln!(text, "  mettre x{number} à (x{number} + ({number} × 2,5))");
        let _ = writeln!(text, "  changer x{number} de {number}");
    }
    text += "  compter x298 de 1 à 3\n    changer somme de (x298 × x299)\n";
    text += "  répéter (x297 mod 8) fois\n    changer turns de 1\n";
    let (mut run, problems) = run(&text);
    assert_eq!(problems, []);
    assert_eq!(run.advance_to(Millis(1), 100_000), Stop::Ended);
    for number in 0..297 {
        assert_eq!(value_of(&run, &format!("x{number}")), f64::from(number) * 3.5);
    }
    assert_eq!(value_of(&run, "somme"), 6.0 * (299.0 * 3.5 + 0.25));
    assert_eq!(value_of(&run, "turns"), (297.0_f64 * 3.5 % 8.0).round());
}

/// `(x + 1) + ((x + 1) + (… + 1))`: each level holds an intermediate value while the next is computed.
fn nested_sum(depth: usize) -> Program {
    let mut program = Program::default();
    let mut add = |id: String, kind, fields: &[(&str, FieldValue)], inputs: &[(&str, String)]| {
        let mut block = Block::new(id, kind);
        for (name, value) in fields {
            block.fields.insert((*name).to_owned(), value.clone());
        }
        for (name, child) in inputs {
            block.inputs.insert((*name).to_owned(), child.clone());
        }
        program.blocks.push(block);
    };
    let word = |text: &str| FieldValue::Word(text.to_owned());
    let id = |name: &str, level: usize| format!("{name}{level}");
    add(id("hat", 0), BlockKind::OnStart, &[], &[("DO", id("set", 0))]);
    let value = ("VALUE", id("sum", depth));
    add(
        id("set", 0),
        BlockKind::SetVariable,
        &[("VAR", word("x"))],
        &[value],
    );
    add(
        id("sum", 0),
        BlockKind::Number,
        &[("NUM", FieldValue::Number(1.0))],
        &[],
    );
    for level in 1..=depth {
        let sum = [("OP", word("ADD"))];
        let outer = [("A", id("left", level)), ("B", id("sum", level - 1))];
        add(id("sum", level), BlockKind::Arithmetic, &sum, &outer);
        let left = [("A", id("x", level)), ("B", id("one", level))];
        add(id("left", level), BlockKind::Arithmetic, &sum, &left);
        add(id("x", level), BlockKind::Variable, &[("VAR", word("x"))], &[]);
        add(
            id("one", level),
            BlockKind::Number,
            &[("NUM", FieldValue::Number(1.0))],
            &[],
        );
    }
    program
}

#[test]
fn deep_values_work_and_deeper_ones_are_told() {
    let (mut deep, problems) = Run::new(&nested_sum(96), &Board::default(), 1);
    assert_eq!(problems, []);
    assert_eq!(deep.advance_to(Millis(1), 100_000), Stop::Ended);
    assert_eq!(value_of(&deep, "x"), 97.0);
    let (mut deeper, problems) = Run::new(&nested_sum(1_000), &Board::default(), 1);
    assert!(
        problems
            .iter()
            .any(|problem| problem.kind == BlockProblemKind::TooBig)
    );
    assert_eq!(deeper.advance_to(Millis(1), 100_000), Stop::Ended);
}

#[test]
fn deep_loops_work_and_deeper_ones_are_told() {
    let nested = |depth: usize| {
        let mut text = String::from("au démarrage\n");
        for level in 1..=depth {
            let _ = writeln!(text, "{}répéter 1 fois", "  ".repeat(level));
        }
        let _ = writeln!(text, "{}changer x de 1", "  ".repeat(depth + 1));
        text
    };
    let (mut deep, problems) = run(&nested(24));
    assert_eq!(problems, []);
    deep.advance_to(Millis(1), 100_000);
    assert_eq!(value_of(&deep, "x"), 1.0);
    let (_, problems) = run(&nested(25));
    assert_eq!(problems, [BlockProblemKind::TooBig]);
}

#[test]
fn a_list_has_an_end() {
    let (mut run, _) =
        run("au démarrage\n  répéter 2000000 fois\n    ajouter 1 à la liste L\n  allumer lampe\n");
    assert_eq!(run.advance_to(Millis(5_000), u64::MAX), Stop::Ended);
    assert!(
        run.trace()
            .notes
            .iter()
            .any(|note| note.kind == NoteKind::TooLarge)
    );
    assert_eq!(run.value(0), 0.0);
    assert_eq!(run.lists()[0].1.len(), device::machine::MOST_ITEMS);
    // Big states are kept too, as far as there is room for them.
    run.go_to(Millis(600), u64::MAX);
    assert_eq!(run.lists()[0].1.len(), 601_000);
}

#[test]
fn a_trace_has_an_end_and_says_so() {
    let (mut run, _) =
        run("toujours\n  répéter 50 fois\n    changer la lumière de 1 %\n    changer la lumière de -1 %\n");
    run.advance_to(Millis(5_000), u64::MAX);
    let trace = run.trace();
    assert!(trace.is_cut);
    assert_eq!(trace.changes.len(), Trace::MOST_CHANGES);
    assert_eq!(trace.until, Millis(999));
    assert_eq!(run.now(), Millis(5_000));
    assert_eq!(run.value(0), 0.0);
    run.go_to(Millis(500), u64::MAX);
    assert!(!run.trace().is_cut);
    assert_eq!(run.trace().until, Millis(500));
}

#[test]
fn a_program_that_never_waits_gives_the_hand_back() {
    let (mut run, _) = run("toujours\n  changer la lumière de 1 %\n");
    assert_eq!(run.advance_to(Millis(u64::MAX), 10_000), Stop::BudgetUsed);
    assert!(run.now() > Millis(100));
    assert!(!run.is_finished());
}

#[test]
fn nothing_to_do_ends_at_once() {
    let (mut run, problems) = run("");
    assert_eq!(problems, []);
    assert_eq!(run.advance_to(Millis(60_000), 10), Stop::Ended);
    assert!(run.is_finished());
    assert_eq!(run.step(), Stop::Ended);
}

#[test]
fn a_hat_inside_a_stack_is_passed_over() {
    let mut program = Program::default();
    let mut first = Block::new("first", BlockKind::OnStart);
    first.inputs.insert("DO".to_owned(), "second".to_owned());
    let mut second = Block::new("second", BlockKind::Forever);
    second.next = Some("sound".to_owned());
    let mut sound = Block::new("sound", BlockKind::TurnLamp);
    sound
        .fields
        .insert("STATE".to_owned(), FieldValue::Word("ON".to_owned()));
    sound
        .fields
        .insert("PART".to_owned(), FieldValue::Word("lamp".to_owned()));
    program.blocks.extend([first, second, sound]);
    let (mut run, problems) = Run::new(&program, &Board::default(), 1);
    assert_eq!(
        problems.iter().map(|problem| &problem.kind).collect::<Vec<_>>(),
        [&BlockProblemKind::Loose]
    );
    assert_eq!(run.advance_to(Millis(1), 1_000), Stop::Ended);
    assert_eq!(run.value(0), 100.0);
}
