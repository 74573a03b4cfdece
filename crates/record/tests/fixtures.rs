//! Saved files of every version ever released: they stay for ever, and are read for ever.

use expect_test::expect_file;
use record::saved_format::{read, write};
use record::{Names, PersonRecord, Record, Revision, Work};
use std::fmt::Write;

/// Every fixture with its name.
pub fn each_fixture() -> Vec<(String, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/v1");
    let mut fixtures: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .map(|path| {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(path).unwrap())
        })
        .collect();
    fixtures.sort();
    assert!(fixtures.len() >= 3, "the fixtures are there");
    fixtures
}

#[test]
fn each_fixture_reads_as_it_did() {
    for (name, text) in each_fixture() {
        let saved = read(&text).unwrap();
        expect_file![format!("data/v1/{name}.seen.txt")].assert_eq(&seen(&saved.record));
        // Version 1 is written today: byte for byte, unknown fields included.
        assert_eq!(write(&saved.record, &saved.device), text.trim_end(), "{name}");
    }
}

/// The works of a step that a choice set aside.
pub fn set_aside(person: &PersonRecord, lesson: &str, step: &str) -> Vec<Revision> {
    let lessons = person.all_kept().into_iter().filter(|(id, _)| id == lesson);
    let steps = lessons
        .flat_map(|(_, steps)| steps)
        .filter(|kept| &*kept.id == step);
    steps.flat_map(|kept| kept.set_aside).collect()
}

/// What a person would see of it.
fn seen(record: &Record) -> String {
    let mut seen = String::new();
    for person in record.people() {
        let kept = record.person(&person.id).unwrap();
        writeln!(seen, "{} ({:?}), {:?}", person.name, person.tool, person.settings).unwrap();
        writeln!(
            seen,
            "  {:?}; last lesson {:?}",
            kept.amount(),
            kept.last_lesson()
        )
        .unwrap();
        for lesson in ["blinking-led", "breathing-lamp", "button"] {
            let names = Names::from(lesson);
            if !kept.is_lesson_begun(names) {
                continue;
            }
            writeln!(
                seen,
                "  {lesson}: finished: {}, at {:?}",
                kept.is_lesson_done(names),
                kept.place(names)
            )
            .unwrap();
            for step in ["monter", "descendre", "respirer"] {
                let step_names = Names::from(step);
                let work = match kept.work(names, step_names) {
                    Work::None => "none".to_owned(),
                    Work::One(one) => format!("{:?}", one.text),
                    Work::Several(several) => {
                        format!("{:?}", several.iter().map(|one| &one.text).collect::<Vec<_>>())
                    }
                };
                writeln!(
                    seen,
                    "    {step}: done {}, tries {}, hints {}, answer {:?}, work {work}, aside {}, logbook {:?}",
                    kept.is_done(names, step_names),
                    kept.attempts(names, step_names),
                    kept.hints_opened(names, step_names),
                    kept.answer(names, step_names, 0),
                    set_aside(kept, lesson, step).len(),
                    kept.logbook_entry(names, step_names, 0),
                )
                .unwrap();
            }
        }
    }
    seen
}
