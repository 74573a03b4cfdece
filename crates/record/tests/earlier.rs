//! Earlier versions of a work: the last ones and one a day stay, and one goes back to them without losing today's.

use crate::tab::{Tab, all_texts, backups, now, put, sami, stores_with_a_record};
use record::keeper::earlier::{DAYS, EVERY_MS, NEWEST};
use record::store::Memory;
use record::{Deed, Page, WorkKind};

fn page() -> Page {
    Page::work("breathing-lamp", "monter")
}

/// The texts of the earlier versions, the newest first.
fn versions(tab: &Tab) -> Vec<String> {
    let earlier = now(tab.keeper.earlier(&sami(), &page())).unwrap();
    earlier.iter().map(|one| one.revision.text.to_string()).collect()
}

/// A tab that saves these texts, so many milliseconds after each other.
fn saving(texts: &[&str], pause_ms: f64) -> (Tab, Memory, Memory) {
    let (journal, mirror) = stores_with_a_record();
    let mut tab = Tab::on("second", &journal, &mirror);
    for text in texts {
        tab.writes(text);
        tab.saves().unwrap();
        tab.page_ms += pause_ms;
    }
    (tab, journal, mirror)
}

#[test]
fn a_page_keeps_what_it_found_and_one_version_each_five_minutes() {
    let texts: Vec<String> = (0..600).map(|edit| format!("edit {edit:03}")).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    // Ten minutes of edits, one a second.
    let (tab, ..) = saving(&texts, 1_000.0);
    assert_eq!(versions(&tab), ["edit 300", "edit 000"]);
    assert_eq!(EVERY_MS, 300_000.0);
}

#[test]
fn what_is_emptied_or_started_again_is_kept_at_once() {
    let (mut tab, ..) = saving(&["a", "a whole program", "b"], 1.0);
    assert_eq!(versions(&tab), ["a whole program", "a"]);
    tab.writes("a drawing of many hours");
    tab.saves().unwrap();
    tab.does(Deed::Restart {
        lesson: "breathing-lamp".to_owned(),
        step: "monter".to_owned(),
    });
    tab.saves().unwrap();
    assert!(tab.works().is_empty());
    assert!(versions(&tab).contains(&"a drawing of many hours".to_owned()));
}

#[test]
fn the_last_ten_stay_and_one_a_day_for_fourteen_days() {
    let (journal, mirror) = stores_with_a_record();
    let mut tab = Tab::on("second", &journal, &mirror);
    for day in 1..=30 {
        for edit in 1..=3 {
            tab.clock = format!("2026-11-{day:02}T10:{edit:02}");
            tab.writes(&format!("{day}.{edit}"));
            tab.page_ms += EVERY_MS;
            tab.saves().unwrap();
        }
    }
    let versions = versions(&tab);
    assert_eq!(versions.len(), NEWEST + DAYS);
    // A version is replaced by the next one, so the last of a day is the last but one text of that day.
    let (newest, days) = versions.split_at(NEWEST);
    assert_eq!(
        newest,
        [
            "30.2", "30.1", "29.3", "29.2", "29.1", "28.3", "28.2", "28.1", "27.3", "27.2"
        ]
    );
    assert_eq!(days[0], "27.1");
    assert_eq!(days[1..3], ["26.2", "25.2"]);
    assert_eq!(days[13], "14.2");
    assert_eq!(backups(&journal).len(), versions.len());
}

#[test]
fn going_back_adds_a_version_and_loses_none() {
    let (mut tab, journal, mirror) = saving(&["first", "second"], EVERY_MS);
    let first = now(tab.keeper.earlier(&sami(), &page())).unwrap().remove(0);
    assert_eq!(&*first.revision.text, "first");
    let in_hand = tab.record.person(&sami()).unwrap().dots(&page());
    tab.pace.forget(&sami(), &page());
    tab.does(Deed::Write {
        page: page(),
        kind: WorkKind::Program,
        text: first.revision.text.clone(),
        instead_of: in_hand,
    });
    tab.saves().unwrap();
    assert_eq!(tab.works(), ["first"]);
    assert_eq!(versions(&tab)[0..2], ["second", "lamp"], "all that was in hand");
    assert_eq!(Tab::on("later", &journal, &mirror).works(), ["first"]);
    let pages = now(tab.keeper.pages_with_earlier(&sami())).unwrap();
    assert_eq!(pages.iter().collect::<Vec<_>>(), [(&page(), &2)]);
}

#[test]
fn a_damaged_version_is_not_offered_and_harms_nobody() {
    let (tab, journal, _) = saving(&["one", "two", "three"], EVERY_MS);
    let names = backups(&journal);
    put(&journal, &names[0], "{");
    assert_eq!(versions(&tab), ["two"]);
}

#[test]
fn of_someone_who_was_erased_no_backup_stays() {
    let (mut tab, journal, mirror) = saving(&["secret 1", "secret 2"], EVERY_MS);
    put(&journal, "quarantine/2026-11-24/person/sami", "secret 3");
    put(&journal, "~backup/v1/work/sami/l/s", "secret 4");
    tab.does(Deed::Erase);
    tab.saves().unwrap();
    for (name, text) in all_texts(&journal).into_iter().chain(all_texts(&mirror)) {
        assert!(!text.contains("secret"), "{name}");
    }
    // A browser that died in between: the next start does it.
    put(&journal, "~backup/earlier/sami/l/s/work/1@2026-11-24", "secret 5");
    Tab::on("later", &journal, &mirror);
    assert!(backups(&journal).is_empty());
}
