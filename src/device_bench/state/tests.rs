//! The reducer, driven as a page drives it.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use super::*;
use lesson::check::parse;

const BREATHE: &str = "toujours\n  répéter 100 fois\n    changer la lumière de 1 %\n    attendre 20 ms\n";
const DOORBELL: &str = "quand bouton_A est appuyé\n  allumer lampe\n";

fn program(text: &str) -> Rc<Program> {
    let (program, problems) = device::text::read(text, &Board::default());
    assert!(problems.is_empty(), "{text}: {problems:?}");
    Rc::new(program)
}

fn bench(text: &str) -> DeviceState {
    DeviceState::new(Language::French, Rc::default(), program(text), None)
}

fn checked(text: &str, check: &str) -> DeviceState {
    let lines: Vec<_> = check
        .lines()
        .enumerate()
        .map(|(number, line)| (number + 1, 1, line))
        .collect();
    let (check, problems) = parse("monter", &lines, &Board::default(), Language::French);
    assert!(problems.is_empty(), "{problems:?}");
    DeviceState::new(
        Language::French,
        Rc::default(),
        program(text),
        Some(Rc::new(check)),
    )
}

/// A page that always has time.
fn act(bench: &mut DeviceState, action: DeviceAction) -> Told {
    bench.apply(action, &mut || true)
}

/// So many milliseconds of frames of 10 ms.
fn wait(bench: &mut DeviceState, milliseconds: u32) {
    for _ in 0..milliseconds / 10 {
        act(bench, DeviceAction::Frame(10.0));
    }
}

fn lamp(bench: &DeviceState) -> f64 {
    bench.values()[0]
}

#[test]
fn one_slot_starts_pauses_goes_on_and_goes_on_from_the_past() {
    let mut bench = bench(BREATHE);
    assert_eq!(
        (bench.run_button(), bench.phase()),
        (RunButton::Start, Phase::Ready)
    );
    act(&mut bench, DeviceAction::PushRunButton);
    wait(&mut bench, 1_000);
    assert_eq!(
        (bench.run_button(), bench.now(), lamp(&bench)),
        (RunButton::Pause, Millis(1_000), 51.0)
    );
    act(&mut bench, DeviceAction::PushRunButton);
    wait(&mut bench, 1_000);
    assert_eq!(
        (bench.run_button(), bench.now()),
        (RunButton::Continue, Millis(1_000))
    );
    act(&mut bench, DeviceAction::GoTo(Millis(200)));
    assert_eq!(
        (bench.run_button(), bench.now(), lamp(&bench)),
        (RunButton::GoOnFromHere, Millis(200), 11.0)
    );
    assert_eq!(
        bench.trace().until,
        Millis(1_000),
        "what came after is still on show"
    );
    act(&mut bench, DeviceAction::PushRunButton);
    assert_eq!((bench.run_button(), bench.end()), (RunButton::Pause, Millis(200)));
}

#[test]
fn looking_back_and_forth_shows_the_same_run() {
    let mut bench = bench(BREATHE);
    act(&mut bench, DeviceAction::PushRunButton);
    wait(&mut bench, 500);
    act(&mut bench, DeviceAction::Press(2));
    wait(&mut bench, 500);
    let before = bench.trace().clone();
    for at in [0, 700, 300, 999, 1_000] {
        act(&mut bench, DeviceAction::GoTo(Millis(at)));
        assert_eq!(bench.now(), Millis(at));
        assert_eq!(bench.trace(), &before);
    }
    assert_eq!(bench.run_button(), RunButton::Continue, "back at the end");
}

#[test]
fn a_hand_in_the_past_makes_another_future() {
    let mut bench = bench("toujours\n  régler la lumière à potentiomètre %\n  attendre 10 ms\n");
    act(&mut bench, DeviceAction::PushRunButton);
    wait(&mut bench, 100);
    act(&mut bench, DeviceAction::SetInput(4, 80.0));
    wait(&mut bench, 100);
    assert_eq!(lamp(&bench), 80.0);
    act(&mut bench, DeviceAction::GoTo(Millis(50)));
    assert_eq!(lamp(&bench), 0.0);
    act(&mut bench, DeviceAction::SetInput(4, 30.0));
    assert_eq!(
        (bench.end(), bench.run_button()),
        (Millis(50), RunButton::Continue)
    );
    act(&mut bench, DeviceAction::PushRunButton);
    wait(&mut bench, 200);
    assert_eq!(lamp(&bench), 30.0);
}

#[test]
fn speed_is_virtual_time_for_wall_time() {
    let check = |speed: usize, expected: u64| {
        let mut bench = bench(BREATHE);
        act(&mut bench, DeviceAction::SetSpeed(Speed::ALL[speed]));
        act(&mut bench, DeviceAction::PushRunButton);
        wait(&mut bench, 1_000);
        assert_eq!(bench.now(), Millis(expected));
    };
    check(0, 100);
    check(1, 250);
    check(3, 1_000);
    check(5, 10_000);
}

#[test]
fn after_a_nap_of_the_tab_the_run_goes_on_where_it_was() {
    let mut bench = bench(BREATHE);
    act(&mut bench, DeviceAction::PushRunButton);
    act(&mut bench, DeviceAction::Frame(3_600_000.0));
    assert_eq!(bench.now(), Millis(100));
}

#[test]
fn a_tap_shorter_than_a_frame_is_a_press() {
    let mut bench = bench(DOORBELL);
    act(&mut bench, DeviceAction::PushRunButton);
    wait(&mut bench, 100);
    act(&mut bench, DeviceAction::Press(2));
    act(&mut bench, DeviceAction::Release(2));
    wait(&mut bench, 100);
    assert_eq!(lamp(&bench), 100.0);
    let presses: Vec<_> = bench
        .trace()
        .of_part(2)
        .map(|change| (change.at.0, change.value))
        .collect();
    assert_eq!(presses, [(100, 1.0), (150, 0.0)]);
    assert_eq!(bench.phase(), Phase::Running, "it waits for the next press");
}

#[test]
fn a_program_with_nothing_left_to_do_has_ended() {
    let mut bench = bench("au démarrage\n  allumer lampe\n");
    act(&mut bench, DeviceAction::PushRunButton);
    wait(&mut bench, 100);
    assert_eq!(
        (bench.phase(), bench.run_button(), lamp(&bench)),
        (Phase::Ended, RunButton::Start, 100.0)
    );
    assert!(!bench.is_moving());
    assert!(matches!(bench.said(), Said::Stopped(Phase::Ended, _)));
}

#[test]
fn a_program_that_does_nothing_says_what_to_do() {
    let mut bench = bench("");
    assert_eq!(bench.run_message(), None, "before it is started, nothing is said");
    act(&mut bench, DeviceAction::PushRunButton);
    wait(&mut bench, 20);
    assert_eq!(bench.run_message(), Some(RunMessage::Nothing));
}

#[test]
fn an_edit_stops_the_run_and_takes_the_verdict_away() {
    let mut bench = bench(BREATHE);
    act(&mut bench, DeviceAction::PushRunButton);
    wait(&mut bench, 100);
    let same = act(&mut bench, DeviceAction::Edit(program(BREATHE)));
    assert_eq!(
        (same.draft, bench.phase()),
        (None, Phase::Running),
        "the same program is no edit"
    );
    let told = act(&mut bench, DeviceAction::Edit(program(DOORBELL)));
    assert_eq!(told.draft, Some(program(DOORBELL)));
    assert_eq!(
        (bench.phase(), bench.now(), lamp(&bench)),
        (Phase::Ready, Millis(0), 0.0)
    );
}

#[test]
fn a_stack_that_is_only_moved_runs_on() {
    let two = "toujours\n  attendre 10 ms\nquand bouton_A est appuyé\n  allumer lampe\n";
    let mut bench = bench(two);
    act(&mut bench, DeviceAction::PushRunButton);
    wait(&mut bench, 100);
    let mut moved = Program::clone(&program(two));
    let tops: Vec<usize> = (0..moved.blocks.len())
        .filter(|&number| moved.blocks[number].y.is_some())
        .collect();
    for (place, &top) in tops.iter().enumerate() {
        moved.blocks[top].y = Some(if place == 0 { 20.0 } else { 700.0 });
    }
    let told = act(&mut bench, DeviceAction::Edit(Rc::new(moved.clone())));
    assert_eq!((told.draft.is_some(), bench.phase()), (true, Phase::Running));
    moved.blocks[tops[0]].y = Some(900.0);
    act(&mut bench, DeviceAction::Edit(Rc::new(moved)));
    assert_eq!(bench.phase(), Phase::Ready, "another script comes first now");
}

#[test]
fn knobs_stay_where_a_hand_left_them_and_buttons_come_up_again() {
    let mut bench = bench("toujours\n  régler la lumière à potentiomètre %\n  attendre 10 ms\n");
    act(&mut bench, DeviceAction::SetInput(4, 60.0));
    assert_eq!(bench.values()[4], 60.0);
    for _ in 0..2 {
        act(&mut bench, DeviceAction::PushRunButton);
        wait(&mut bench, 50);
        assert_eq!((lamp(&bench), bench.values()[4]), (60.0, 60.0));
        act(&mut bench, DeviceAction::PushRunButton);
        act(&mut bench, DeviceAction::GoTo(Millis(0)));
    }
}

#[test]
fn steps_go_block_by_block() {
    let mut bench = bench(BREATHE);
    let mut seen = Vec::new();
    for _ in 0..4 {
        act(&mut bench, DeviceAction::Step);
        let running = bench.running();
        let block = bench
            .program()
            .blocks
            .iter()
            .find(|block| block.id == running[0])
            .unwrap();
        seen.push((bench.now().0, block.kind.clone()));
    }
    let expected = [(0, "repeat"), (0, "change_light"), (0, "wait_ms"), (20, "repeat")];
    assert_eq!(seen, expected.map(|(at, kind)| (at, kind.to_owned())));
    assert_eq!(bench.phase(), Phase::Paused);
}

#[test]
fn a_loop_without_pause_is_named_and_the_page_gets_its_frame_back() {
    let mut bench = bench("toujours\n  changer la lumière de 1 %\n");
    act(&mut bench, DeviceAction::PushRunButton);
    wait(&mut bench, 100);
    let Some(RunMessage::TooFast(block)) = bench.run_message() else {
        panic!("{:?}", bench.run_message());
    };
    assert!(bench.program().blocks.iter().any(|known| known.id == block));

    let mut heavy = super::tests::bench("toujours\n  répéter 1000000 fois\n    mettre x à 1\n");
    heavy.apply(DeviceAction::PushRunButton, &mut || false);
    heavy.apply(DeviceAction::SetSpeed(Speed::ALL[5]), &mut || false);
    for _ in 0..3 {
        heavy.apply(DeviceAction::Frame(16.0), &mut || false);
    }
    assert_eq!(heavy.phase(), Phase::Running);
    assert!(
        matches!(heavy.run_message(), Some(RunMessage::Note(NoteKind::NoPause, _))),
        "{:?}",
        heavy.run_message()
    );
}

#[test]
fn a_verdict_shows_the_run_it_speaks_of_until_the_next_edit() {
    let steps = "toujours\n  régler la lumière à 100 %\n  attendre 1000 ms\n  régler la lumière à 0 %\n  attendre 1000 ms\n";
    let check = "durée 6 s\nvérifie lampe monte de 0 à 100 en 1 s à 5 s | La lumière ne monte pas doucement.\nbravo La lumière monte doucement.";
    let mut bench = checked(steps, check);
    for number in 1..=2 {
        let told = act(&mut bench, DeviceAction::Check);
        assert!(
            matches!(told.verdict.as_deref(), Some(Verdict::NotYet(_))),
            "{told:?}"
        );
        assert_eq!(
            (bench.n_not_yet(), bench.now(), bench.run_button()),
            (number, Millis(6_000), RunButton::Start)
        );
    }
    let instant = bench.message().unwrap().instant.unwrap();
    act(&mut bench, DeviceAction::ShowMe);
    assert_eq!(bench.now(), instant);
    act(&mut bench, DeviceAction::PushRunButton);
    assert!(bench.message_on_show().is_none(), "another run has begun");
    act(&mut bench, DeviceAction::ShowMe);
    assert_eq!((bench.now(), bench.message_on_show().is_some()), (instant, true));
    act(&mut bench, DeviceAction::Edit(program(BREATHE)));
    assert_eq!(bench.verdict(), None);
    let told = act(&mut bench, DeviceAction::Check);
    assert!(
        matches!(told.verdict.as_deref(), Some(Verdict::Passed { .. })),
        "{told:?}"
    );
    assert_eq!(bench.n_not_yet(), 0);
}

#[test]
fn turns_are_counted() {
    let mut bench = bench(BREATHE);
    act(&mut bench, DeviceAction::PushRunButton);
    wait(&mut bench, 1_220);
    let turns: Vec<u32> = bench.turns().into_iter().map(|(_, turn)| turn).collect();
    assert_eq!(turns, [62]);
}
