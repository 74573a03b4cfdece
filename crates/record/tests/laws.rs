//! The laws of joining, on records as they come about.

use crate::histories::{self, Event, Planned, copies};
use proptest::prelude::*;
use record::{Deed, Join, Names, Ordered, PartKey, PersonId, Record, saved_format};

/// 10,000 histories a law; `PROPTEST_CASES` says otherwise.
fn cases() -> ProptestConfig {
    let mut config = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = 10_000;
    }
    config
}

fn joined(left: &Record, right: &Record) -> Record {
    left.clone().joined(right)
}

/// What a person can have that must never go away, but by erasing or starting again.
fn facts(record: &Record) -> Vec<String> {
    let mut facts = Vec::new();
    for person in record.people() {
        let kept = record.person(&person.id).unwrap();
        for lesson in ["blinking-led", "breathing-lamp"].map(Names::from) {
            for step in ["monter", "descendre"].map(Names::from) {
                if kept.is_done(lesson, step) {
                    facts.push(format!("{:?} did {}/{}", person.id, lesson.id, step.id));
                }
            }
            if kept.is_lesson_done(lesson) {
                facts.push(format!("{:?} did {}", person.id, lesson.id));
            }
        }
    }
    facts
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn join_is_commutative([a, b, _] in copies()) {
        prop_assert_eq!(joined(&a, &b), joined(&b, &a));
    }

    #[test]
    fn join_is_associative([a, b, c] in copies()) {
        prop_assert_eq!(joined(&joined(&a, &b), &c), joined(&a, &joined(&b, &c)));
    }

    #[test]
    fn join_is_idempotent([a, _, _] in copies()) {
        prop_assert_eq!(joined(&a, &a), a);
    }

    #[test]
    fn join_is_monotone([a, b, _] in copies()) {
        let both = joined(&a, &b);
        prop_assert_eq!(&joined(&both, &a), &both);
        let erased = |id: &PersonId| both.is_erased(id);
        for person in a.people() {
            prop_assert!(both.person(&person.id).is_some() || erased(&person.id));
        }
        for fact in facts(&a) {
            let is_of_erased = a.people().any(|person| erased(&person.id) && fact.contains(person.id.as_str()));
            prop_assert!(is_of_erased || facts(&both).contains(&fact), "{} is gone", fact);
        }
    }

    #[test]
    fn what_is_written_reads_as_it_was([a, _, _] in copies()) {
        let text = saved_format::write(&a, "device-1");
        prop_assert_eq!(&saved_format::read(&text).unwrap().record, &a);
        let copy = saved_format::write_copy(&a, "device-1").replace('\n', "\r\n");
        prop_assert_eq!(&saved_format::read_copy(copy.as_bytes()).unwrap().record, &a);
    }

    #[test]
    fn the_parts_make_the_whole([a, b, _] in copies()) {
        // As a store does: what was there, then only what changed.
        let mut stored: Ordered<PartKey, Record> = a.parts();
        let after = joined(&a, &b);
        let changes = after.changes_since(&a);
        for (key, part) in changes.written.iter() {
            prop_assert_eq!(PartKey::from_saved_name(&key.saved_name()), Some(key.clone()));
            stored.entry(key.clone()).join(part);
        }
        for key in &changes.gone {
            stored.remove(key);
        }
        let whole = stored.values().fold(Record::default(), |whole, part| joined(&whole, part));
        // The clock may be ahead of what is stored: an action that changes nothing is not stored.
        prop_assert!(whole.changes_since(&after).is_empty() && after.changes_since(&whole).is_empty());
    }

    #[test]
    fn erased_stays_erased([a, b, c] in copies()) {
        let all = joined(&joined(&a, &b), &c);
        for copy in [&a, &b, &c] {
            for id in (0..3).filter_map(|number| PersonId::new(&format!("person-{number}"))) {
                prop_assert!(!copy.is_erased(&id) || all.is_erased(&id) && all.person(&id).is_none());
            }
        }
    }

    /// However the clocks of the machines run, nothing that someone did is lost once all have met.
    #[test]
    fn every_try_is_counted_once(events in histories::events()) {
        let mut tries = 0;
        let mut is_exact = true;
        for event in &events {
            if let Event::Act { deed: Planned::Deed(deed), .. } = event {
                match deed {
                    Deed::Attempt { .. } => tries += 1,
                    Deed::Restart { .. } | Deed::Erase => is_exact = false,
                    _ => {}
                }
            }
        }
        let [a, b, c] = histories::live(&events, false);
        let all = joined(&joined(&a, &b), &c);
        let counted: usize = all
            .people()
            .map(|person| {
                let kept = all.person(&person.id).unwrap();
                ["blinking-led", "breathing-lamp"]
                    .iter()
                    .flat_map(|lesson| ["monter", "descendre"].map(|step| kept.attempts((*lesson).into(), step.into())))
                    .sum::<usize>()
            })
            .sum();
        prop_assert!(!is_exact || counted == tries, "{} of {} tries", counted, tries);
    }
}
