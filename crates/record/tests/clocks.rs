//! Clocks that are wrong, that jump, that differ from tab to tab: they change the dates one sees and nothing else.

use crate::tab::{Tab, backups, sami, stores_with_a_record};
use proptest::prelude::*;
use record::Deed;
use record::keeper::earlier::{DAYS, NEWEST};

#[derive(Clone, Copy, Debug)]
enum What {
    Try,
    Write,
    Rename,
    Done,
    Save,
    /// The tab dies and is opened again.
    Kill,
}

/// What a clock says.
fn clock() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("2026-11-24T10:00".to_owned()),
        // A year behind, ten ahead, an empty battery, no date at all.
        Just("2025-11-24T10:00".to_owned()),
        Just("2036-11-24T10:00".to_owned()),
        Just("1970-01-01T00:00".to_owned()),
        Just(String::new()),
        (0..9_999_u32, 1..13_u32, 1..29_u32, 0..24_u32)
            .prop_map(|(year, month, day, hour)| format!("{year:04}-{month:02}-{day:02}T{hour:02}:00")),
    ]
}

/// What is left after all that happened: tries, name, works, whether the step was done; and the number of backups.
type Left = (usize, String, Vec<String>, bool);

fn run(happenings: &[(usize, What, String)], is_clock_right: bool) -> (Left, usize) {
    let (journal, mirror) = stores_with_a_record();
    let mut opened = 0;
    let mut open = || {
        opened += 1;
        Tab::on(&format!("tab{opened}"), &journal, &mirror)
    };
    let mut tabs = [open(), open()];
    for (number, (tab, what, clock)) in happenings.iter().enumerate() {
        let is_kill = matches!(what, What::Kill);
        if is_kill {
            tabs[*tab] = open();
        }
        let tab = &mut tabs[*tab];
        if !is_clock_right {
            tab.clock.clone_from(clock);
        }
        tab.page_ms += 1e6;
        match what {
            What::Try => tab.tries(),
            What::Write => tab.writes(&format!("work {number}")),
            What::Rename => tab.does(Deed::Rename(format!("name {number}"))),
            What::Done => tab.does(Deed::DoStep {
                lesson: "breathing-lamp".to_owned(),
                step: "monter".to_owned(),
            }),
            What::Save => tab.saves().unwrap(),
            What::Kill => {}
        }
    }
    for tab in &mut tabs {
        tab.saves().unwrap();
    }
    let last = open();
    let person = last.record.person(&sami()).unwrap();
    let left = (
        last.attempts(),
        person.shown(&sami()).name.to_string(),
        last.works(),
        person.is_done("breathing-lamp".into(), "monter".into()),
    );
    (left, backups(&journal).len())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_wrong_clock_loses_nothing(happenings in prop::collection::vec(
        (
            0..2_usize,
            prop::sample::select(vec![What::Try, What::Write, What::Write, What::Rename, What::Done, What::Save, What::Save, What::Kill]),
            clock(),
        ),
        0..60,
    )) {
        let (right, _) = run(&happenings, true);
        let (wrong, backups) = run(&happenings, false);
        prop_assert_eq!(wrong, right);
        prop_assert!(backups <= NEWEST + DAYS);
    }
}
