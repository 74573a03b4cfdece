//! What holds for every program, however odd.

#[path = "machine/random_program.rs"]
mod random_program;

use device::blocks::BlockKind;
use device::parts::{Board, PartKind};
use device::program::{Block, FieldValue, Program};
use device::run::{InputEvent, Run, Stop};
use device::trace::{Millis, Trace};
use proptest::prelude::*;
use random_program::{Dice, random_program};

/// Virtual milliseconds that a random program runs.
const END: Millis = Millis(1_500);

/// Enough for any of them.
const PLENTY: u64 = 50_000_000;

fn program(seed: u64) -> Program {
    let text = random_program(seed);
    let (program, problems) = device::text::read(&text, &Board::default());
    assert!(problems.is_empty(), "{problems:?} in\n{text}");
    program
}

/// Presses and turns that the seed decides.
fn inputs(seed: u64) -> Vec<InputEvent> {
    let mut dice = Dice::new(!seed);
    let inputs = [(2, 2), (3, 2), (4, 101), (5, 101)];
    let event = |_| {
        let (part, values) = dice.one_of(&inputs);
        InputEvent {
            at: Millis(dice.fall(END.0)),
            part,
            value: dice.fall(values) as f64,
        }
    };
    (0..12).map(event).collect()
}

fn run(seed: u64) -> Run {
    let (mut run, _) = Run::new(&program(seed), &Board::default(), seed);
    run.schedule(&inputs(seed));
    run
}

/// Two runs that must have done the same; says the first thing that differs.
fn check_same(one: &Run, other: &Run) -> Result<(), TestCaseError> {
    check_same_trace(one, other, Millis(u64::MAX))?;
    prop_assert_eq!(one.now(), other.now());
    prop_assert_eq!(
        (one.trace().until, one.trace().is_cut),
        (other.trace().until, other.trace().is_cut)
    );
    prop_assert_eq!(one.variables(), other.variables());
    prop_assert_eq!(one.lists(), other.lists());
    Ok(())
}

/// The same before an instant.
fn check_same_trace(one: &Run, other: &Run, before: Millis) -> Result<(), TestCaseError> {
    let changes = |run: &Run| run.trace().changes.partition_point(|change| change.at < before);
    let (n_one, n_other) = (changes(one), changes(other));
    let differ = one.trace().changes[..n_one]
        .iter()
        .zip(&other.trace().changes[..n_other])
        .find(|(a, b)| a != b);
    prop_assert!(differ.is_none(), "{differ:?}");
    prop_assert_eq!(n_one, n_other);
    let notes = |run: &Run| -> Vec<_> {
        run.trace()
            .notes
            .iter()
            .copied()
            .filter(|note| note.at < before)
            .collect()
    };
    prop_assert_eq!(notes(one), notes(other));
    Ok(())
}

fn check_trace(trace: &Trace, board: &Board) -> Result<(), TestCaseError> {
    let mut values = trace.at_start.clone();
    let mut before = Millis(0);
    for change in &trace.changes {
        let part = usize::from(change.part);
        let kind = board.parts[part].name.kind;
        let (least, greatest) = kind.range();
        let is_silence = kind == PartKind::Buzzer && change.value == 0.0;
        prop_assert!(
            is_silence || (least..=greatest).contains(&change.value),
            "{change:?}"
        );
        prop_assert!(change.at >= before && change.at <= END, "{change:?}");
        prop_assert!(values[part] != change.value, "{change:?} changes nothing");
        prop_assert_eq!(change.block.is_some(), kind.is_output());
        values[part] = change.value;
        before = change.at;
    }
    Ok(())
}

/// Nothing is written beside the tests: a seed that fails is in the message.
fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 96,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_trace_tells_real_changes_in_order(seed: u64) {
        let mut run = run(seed);
        prop_assume!(run.advance_to(END, PLENTY) != Stop::BudgetUsed);
        prop_assert_eq!(run.now(), END);
        check_trace(run.trace(), &Board::default())?;
        for (name, value) in run.variables() {
            prop_assert!(value.is_finite(), "{name} = {value}");
        }
    }

    #[test]
    fn a_past_instant_is_as_it_was(seed: u64, back in 0..END.0, forth in 0..END.0) {
        let mut whole = run(seed);
        prop_assume!(whole.advance_to(END, PLENTY) != Stop::BudgetUsed);
        let mut went_back = whole.clone();
        went_back.go_to(Millis(back), PLENTY);
        let mut fresh = run(seed);
        fresh.advance_to(Millis(back), PLENTY);
        check_same(&went_back, &fresh)?;
        went_back.go_to(Millis(forth), PLENTY);
        went_back.go_to(END, PLENTY);
        check_same(&went_back, &whole)?;
        prop_assert_eq!(went_back.active_blocks(), whole.active_blocks());
    }

    #[test]
    fn acting_in_the_past_makes_another_future(seed: u64, back in 0..END.0) {
        let press = InputEvent { at: Millis(back + 1), part: 2, value: 1.0 };
        let mut went_back = run(seed);
        prop_assume!(went_back.advance_to(END, PLENTY) != Stop::BudgetUsed);
        went_back.go_to(Millis(back), PLENTY);
        went_back.schedule(&[press]);
        prop_assume!(went_back.advance_to(END, PLENTY) != Stop::BudgetUsed);
        let (mut fresh, _) = Run::new(&program(seed), &Board::default(), seed);
        let before: Vec<_> = run(seed).inputs().iter().filter(|input| input.at.0 <= back).copied().collect();
        fresh.schedule(&before);
        fresh.schedule(&[press]);
        fresh.advance_to(END, PLENTY);
        check_same(&went_back, &fresh)?;
    }

    #[test]
    fn slices_change_nothing(seed: u64, budget in 1_u64..2_000) {
        let mut whole = run(seed);
        prop_assume!(whole.advance_to(END, PLENTY) != Stop::BudgetUsed);
        let mut sliced = run(seed);
        let program = program(seed);
        let mut slices = 0;
        loop {
            let before = sliced.blocks_run();
            let stop = sliced.advance_to(END, budget);
            // Instructions of a straight run that has begun; each block is a few at most.
            let over = 8 * program.blocks.len() as u64;
            prop_assert!(sliced.blocks_run() - before <= budget + over);
            slices += 1;
            // Half a million slices of a program that computes all the time are enough.
            if stop != Stop::BudgetUsed || slices > 100_000 {
                break;
            }
        }
        if sliced.now() == END {
            check_same(&sliced, &whole)?;
            prop_assert_eq!(sliced.active_blocks(), whole.active_blocks());
        }
    }

    #[test]
    fn steps_do_what_a_run_does(seed: u64) {
        let mut whole = run(seed);
        prop_assume!(whole.advance_to(END, PLENTY) != Stop::BudgetUsed);
        let mut stepped = run(seed);
        for _ in 0..3_000 {
            if stepped.step() == Stop::Ended || stepped.now() > END {
                break;
            }
        }
        check_same_trace(&stepped, &whole, stepped.now().min(END))?;
        // And after steps one can run on. (What a script stands at may differ: after a step it is the block that
        // began last.)
        if stepped.now() <= END {
            stepped.advance_to(END, PLENTY);
            check_same(&stepped, &whole)?;
        }
    }

    #[test]
    fn no_table_of_blocks_breaks_it(seed: u64) {
        let program = random_table(&mut Dice::new(seed));
        let (mut run, _) = Run::new(&program, &Board::default(), seed);
        run.schedule(&inputs(seed));
        run.advance_to(END, 100_000);
        for _ in 0..20 {
            run.step();
        }
        run.go_to(Millis(100), 100_000);
        check_trace(run.trace(), &Board::default())?;
    }
}

/// Blocks of any kind whose fields and inputs hold anything.
fn random_table(dice: &mut Dice) -> Program {
    let count = 1 + dice.fall(40);
    let fields = [
        "PART",
        "OP",
        "VAR",
        "NUM",
        "NAME",
        "PARAMETERS",
        "LIST",
        "EVENT",
        "STATE",
        "ELSE_IFS",
        "ELSE",
    ];
    let words = [
        "lamp", "button_A", "buzzer", "ADD", "LT", "AND", "f", "a ; b", "x", "PRESSED", "ON", "TRUE",
    ];
    let inputs = [
        "DO",
        "A",
        "B",
        "TIMES",
        "CONDITION",
        "IF0",
        "DO0",
        "IF1",
        "ELSE",
        "VALUE",
        "ARG0",
        "DURATION",
    ];
    let mut program = Program::default();
    for number in 0..count {
        let kind = dice.one_of(&BlockKind::ALL);
        // Ids come twice now and then.
        let mut block = Block::new(format!("b{}", dice.fall(number + 1)), kind);
        for _ in 0..dice.fall(4) {
            let field = dice.one_of(&fields).to_owned();
            let value = if dice.fall(3) == 0 {
                FieldValue::Number(dice.fall(30) as f64 - 5.0)
            } else {
                FieldValue::Word(dice.one_of(&words).to_owned())
            };
            block.fields.insert(field, value);
        }
        for _ in 0..dice.fall(4) {
            let input = dice.one_of(&inputs).to_owned();
            block.inputs.insert(input, format!("b{}", dice.fall(count)));
        }
        if dice.fall(2) == 0 {
            block.next = Some(format!("b{}", dice.fall(count)));
        }
        program.blocks.push(block);
    }
    program
}
