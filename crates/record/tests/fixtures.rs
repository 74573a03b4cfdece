//! Saved files of every version ever released: they stay for ever, and are read for ever.

use expect_test::expect_file;
use record::saved_format::{VERSION, read, write};
use record::{Names, PersonRecord, Record, Revision, Work};
use std::fmt::Write;

/// Every fixture with its name, `v1/class` say.
pub fn each_fixture() -> Vec<(String, String)> {
    let mut fixtures = Vec::new();
    for version in 1..=VERSION {
        let folder = format!("{}/tests/data/v{version}", env!("CARGO_MANIFEST_DIR"));
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "json") {
                let name = path.file_stem().unwrap().to_string_lossy().into_owned();
                fixtures.push((
                    format!("v{version}/{name}"),
                    std::fs::read_to_string(path).unwrap(),
                ));
            }
        }
    }
    fixtures.sort();
    assert_eq!(
        fixtures.len(),
        3 * usize::try_from(VERSION).unwrap(),
        "the fixtures are there"
    );
    fixtures
}

#[test]
fn each_fixture_reads_as_it_did() {
    for (name, text) in each_fixture() {
        let saved = read(&text).unwrap();
        let (version, what) = name.split_once('/').unwrap();
        assert_eq!(format!("v{}", saved.version), version);
        // What a person sees is the same for ever, whatever the version it is read by.
        expect_file![format!("data/v1/{what}.seen.txt")].assert_eq(&seen(&saved.record));
        // Written today: byte for byte, unknown fields included.
        let today = format!("{}\n", write(&saved.record, &saved.device));
        expect_file![format!("data/v{VERSION}/{what}.json")].assert_eq(&today);
    }
}

#[test]
fn a_released_sample_never_changes() {
    let released = include_str!("data/released.txt");
    let samples: String = each_fixture()
        .into_iter()
        .map(|(name, text)| {
            let sum = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| {
                (sum ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
            });
            format!("{name}: {} bytes, fnv1a64 {sum:016x}\n", text.len())
        })
        .collect();
    assert_eq!(
        samples, released,
        "a released sample is data of people: add new ones, never change one"
    );
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
