//! Two versions of Fabrique on one computer: the older never writes over the newer, the newer takes the older's work along.

use crate::fixtures::each_fixture;
use crate::histories::{data_of, enveloped};
use crate::tab::{Tab, all_texts, backups, now, put, stores_with_a_record, texts};
use proptest::prelude::*;
use record::saved_format::{self, VERSION};
use record::store::{Memory, Refusal, Texts};
use record::{PartKey, Record};

#[test]
fn data_of_a_newer_fabrique_are_never_rewritten() {
    let (journal, mirror) = stores_with_a_record();
    let mut old = Tab::on("old", &journal, &mirror);
    let newer = enveloped(
        VERSION + 1,
        VERSION + 1,
        "device-1",
        9,
        r#"{"people":{"sami":{"facts":"of another kind"}}}"#,
    );
    put(&journal, "person/sami", &newer);
    old.tries();
    let before = texts(&journal);
    assert_eq!(old.saves(), Err(Refusal::Newer));
    old.writes("on");
    assert_eq!(old.saves(), Err(Refusal::Newer));
    assert_eq!(texts(&journal), before);
    assert!(Tab::on("later", &journal, &mirror).opened.is_newer);
    assert_eq!(texts(&journal), before);
}

/// What a Fabrique of the version after this one writes of a record: it knows a field more.
fn of_next_version(part: &Record, edit: usize, min_reader: u64) -> String {
    let data = data_of(&saved_format::write(part, "d")).replacen('{', &format!(r#"{{"next":{edit},"#), 1);
    enveloped(VERSION + 1, min_reader, "device-1", 9, &data.replace(",}", "}"))
}

/// What happens to a tab of this version and one of the next.
#[derive(Clone, Copy, Debug)]
enum Turn {
    /// The older one edits and saves: a person's progress, or a work.
    OldTries,
    OldWrites,
    /// The older one is opened again.
    OldOpens,
    /// The older one leaves last words, and notes who is here.
    OldGoes,
    /// The newer one writes the format it writes from now on, and the progress or a work.
    NewTries,
    NewWrites,
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_old_tab_never_changes_what_a_newer_one_wrote(turns in prop::collection::vec(
        prop::sample::select(vec![Turn::OldTries, Turn::OldWrites, Turn::OldOpens, Turn::OldGoes, Turn::NewTries, Turn::NewWrites]),
        1..40,
    ), may_be_shown in any::<bool>()) {
        let (journal, mirror) = stores_with_a_record();
        let mut old = Tab::on("old0", &journal, &mirror);
        let min_reader = if may_be_shown { VERSION } else { VERSION + 1 };
        let mut acknowledged = 1;
        // From the newer one's first word on.
        let mut since: Option<Texts> = None;
        for (number, turn) in turns.into_iter().enumerate() {
            match turn {
                Turn::OldTries | Turn::OldWrites => {
                    if matches!(turn, Turn::OldTries) { old.tries() } else { old.writes(&format!("old {number}")) }
                    let saved = old.saves();
                    prop_assert_eq!(&saved, &if since.is_some() { Err(Refusal::Newer) } else { Ok(()) });
                    if saved.is_ok() { acknowledged = old.attempts(); }
                }
                Turn::OldOpens => {
                    old = Tab::on(&format!("old{number}"), &journal, &mirror);
                    prop_assert_eq!(old.opened.is_newer, since.is_some());
                    if since.is_none() || may_be_shown {
                        prop_assert!(old.attempts() >= acknowledged);
                    }
                }
                // The page does neither once it knows; it may not know yet.
                Turn::OldGoes if since.is_none() => now(old.keeper.last_words("old", &old.record.changes_since(&old.kept))),
                Turn::OldGoes => {}
                Turn::NewTries | Turn::NewWrites => {
                    put(&journal, "format", &of_next_version(&Record::default(), number, min_reader));
                    let parts = Tab::on("look", &journal, &mirror).record.parts();
                    let is_work = matches!(turn, Turn::NewWrites);
                    for (key, part) in parts.iter().filter(|(key, _)| matches!(key, PartKey::Work(..)) == is_work) {
                        put(&journal, &key.saved_name(), &of_next_version(part, number, min_reader));
                    }
                    since = Some(texts(&journal));
                }
            }
            if let Some(since) = &since {
                prop_assert_eq!(&texts(&journal), since);
            }
        }
    }
}

#[test]
fn what_a_newer_fabrique_lets_one_look_at_is_shown() {
    let (journal, mirror) = stores_with_a_record();
    let parts = Tab::on("look", &journal, &mirror).record.parts();
    for (key, part) in parts.iter() {
        put(&journal, &key.saved_name(), &of_next_version(part, 1, VERSION));
    }
    let before = texts(&journal);
    let tab = Tab::on("old", &journal, &Memory::default());
    assert!(tab.opened.is_newer);
    assert_eq!((tab.attempts(), tab.works()), (1, vec!["lamp".to_owned()]));
    assert_eq!(texts(&journal), before);
}

#[test]
fn an_upgrade_keeps_every_released_form_byte_for_byte() {
    for (name, text) in each_fixture() {
        let saved = saved_format::read(&text).unwrap();
        let is_old = saved.version < VERSION;
        let (journal, mirror) = (Memory::default(), Memory::default());
        // As that version kept it: part by part, in its own envelope.
        let mut former = Texts::default();
        for (key, part) in saved.record.parts() {
            let data = data_of(&saved_format::write(&part, "d"));
            let text = if is_old {
                enveloped(
                    saved.version,
                    1,
                    "d",
                    saved.record.clone().parts().len() as u64,
                    &data,
                )
            } else {
                saved_format::write(&part, "d")
            };
            put(&journal, &key.saved_name(), &text);
            former.insert(key.saved_name(), text);
        }
        let mut tab = Tab::on("today", &journal, &mirror);
        let people: Vec<_> = saved.record.people().collect();
        assert_eq!(tab.record.people().collect::<Vec<_>>(), people, "{name}");
        assert_eq!(backups(&journal).len(), 0, "opening changes nothing");
        // Everything is written again, as after an edit of everything.
        tab.kept = Record::default();
        tab.saves().unwrap();
        let after = all_texts(&journal);
        for (part, text) in former.iter() {
            let backup = after.get(&format!("~backup/v1/{part}"));
            // Of the erased nothing stays, not even here.
            let is_of_erased = part.starts_with("person/") && text.contains("\"erased\":true");
            assert_eq!(
                backup,
                (is_old && !is_of_erased).then_some(text),
                "{name}: {part}"
            );
            assert_eq!(
                saved_format::read(after.get(part).unwrap()).unwrap().version,
                VERSION
            );
        }
        assert_eq!(
            Tab::on("later", &journal, &mirror)
                .record
                .people()
                .collect::<Vec<_>>(),
            people
        );
    }
}

#[test]
fn a_marker_that_is_damaged_locks_nobody_out() {
    let (journal, mirror) = stores_with_a_record();
    put(
        &journal,
        "format",
        "{\"format\":\"fabrique/record\",\"version\":9",
    );
    let mut tab = Tab::on("second", &journal, &mirror);
    assert!(!tab.opened.is_newer);
    assert_eq!(tab.opened.damaged.len(), 1);
    tab.tries();
    tab.saves().unwrap();
    assert!(saved_format::read(texts(&journal).get("format").unwrap()).is_ok());
}
