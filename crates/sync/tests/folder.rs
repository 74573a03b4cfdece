//! A folder that is emptied, one that is erased, and one whose server keeps nothing.

use crate::scripted::{Scripted, block_on, reply};
use crate::simulator::chance::Chance;
use crate::simulator::server::{Kind, Server};
use record::{Action, Deed, Page, PersonId, Record, Settings, Tool, WorkKind, WriterId, Writing, apply};
use std::cell::RefCell;
use std::rc::Rc;
use sync::layout::Folder;
use sync::probe::{Promise, probe};
use sync::{Client, Known, Pushed, Session, Trouble, Verb};

fn person() -> PersonId {
    PersonId::new("awa").unwrap()
}

fn doing(mut record: Record, deeds: impl IntoIterator<Item = Deed>) -> Record {
    let writer = WriterId::new("w1").unwrap();
    for deed in deeds {
        let writing = Writing {
            writer: &writer,
            now: "2026-11-24T10:00",
        };
        record = apply(&record, &Action::By(person(), deed), writing);
    }
    record
}

/// Someone who did `n_steps` steps.
fn awa(n_steps: usize) -> Record {
    let come = Deed::Come {
        name: "Awa".to_owned(),
        tool: Tool::Saw,
        settings: Settings::default(),
    };
    let steps = (0..n_steps).map(|step| Deed::DoStep {
        lesson: "lamp".to_owned(),
        step: format!("s{step}"),
    });
    doing(Record::default(), std::iter::once(come).chain(steps))
}

fn honest() -> (Rc<RefCell<Server>>, Scripted) {
    let kind = Kind {
        honours: true,
        tells_on_write: true,
        is_coarse: false,
        is_behind_gzip: false,
    };
    let server = Rc::new(RefCell::new(Server::new(kind)));
    let answering = server.clone();
    (
        server,
        Scripted::new(move |ask| Ok(answering.borrow_mut().answer(ask))),
    )
}

fn visit(device: &str, known: Known) -> Session {
    Session::new(Folder::new("mardi/renard-bleu").unwrap(), device, person(), known)
}

fn round(
    session: &mut Session,
    remote: &Scripted,
    record: &Record,
    is_sure: bool,
) -> Result<Pushed, Trouble> {
    block_on(async {
        let client = Client::new(remote);
        session.pull(client, record).await?;
        session.push(client, record, is_sure).await
    })
}

#[test]
fn an_emptied_folder_takes_nothing_away_and_asks_before_it_is_filled_again() {
    let (server, remote) = honest();
    let record = awa(10);
    let mut session = visit("one", Known::default());
    assert_eq!(round(&mut session, &remote, &record, false), Ok(Pushed::Sent));
    server.borrow_mut().files.clear();
    for mut session in [session.known(), session.known()].map(|known| visit("one", known)) {
        assert_eq!(
            round(&mut session, &remote, &record, false),
            Ok(Pushed::Asks { gone: 10, of: 10 })
        );
        assert!(server.borrow().files.is_empty());
    }
    assert_eq!(round(&mut session, &remote, &record, true), Ok(Pushed::Sent));
    assert!(!server.borrow().files.is_empty());
}

#[test]
fn a_little_that_is_gone_is_written_again_without_a_word() {
    let (server, remote) = honest();
    let mut session = visit("one", Known::default());
    assert_eq!(round(&mut session, &remote, &awa(10), false), Ok(Pushed::Sent));
    let older = server.borrow().files.clone();
    assert_eq!(round(&mut session, &remote, &awa(11), false), Ok(Pushed::Sent));
    server.borrow_mut().files = older;
    assert_eq!(round(&mut session, &remote, &awa(11), false), Ok(Pushed::Sent));
}

#[test]
fn erasing_wins_over_every_copy_for_ever() {
    let (server, remote) = honest();
    let record = awa(10);
    let (mut one, mut two) = (visit("one", Known::default()), visit("two", Known::default()));
    assert_eq!(round(&mut one, &remote, &record, false), Ok(Pushed::Sent));
    assert_eq!(round(&mut two, &remote, &awa(12), false), Ok(Pushed::Sent));
    let erased = doing(record, [Deed::Erase]);
    let pushed = block_on(one.push(Client::new(&remote), &erased, false)).unwrap();
    assert!(matches!(pushed, Pushed::Erased(_)));
    let names = || server.borrow().files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(), ["mardi/renard-bleu/erased.json"]);
    // One that was open, and one that comes back after a month.
    for mut away in [two, visit("three", Known::default())] {
        let pulled = block_on(away.pull(Client::new(&remote), &awa(20))).unwrap();
        assert!(pulled.is_erased && awa(20).joined(&pulled.news).is_erased(&person()));
        assert!(matches!(
            block_on(away.push(Client::new(&remote), &awa(20), true)),
            Ok(Pushed::Erased(_))
        ));
        assert_eq!(names(), ["mardi/renard-bleu/erased.json"]);
    }
}

#[test]
fn a_server_that_does_not_keep_what_it_takes_is_found_out() {
    let remote = Scripted::new(|ask| {
        Ok(match ask.verb {
            Verb::Put => reply(201, ""),
            _ => reply(404, ""),
        })
    });
    let mut session = visit("one", Known::default());
    assert_eq!(
        round(&mut session, &remote, &awa(1), false),
        Err(Trouble::NotKept)
    );
}

#[test]
fn what_a_server_guarantees_is_tried_and_the_trial_leaves_nothing() {
    let (server, remote) = honest();
    let folder = Folder::new("mardi/renard-bleu").unwrap();
    let promises = block_on(probe(Client::new(&remote), &folder, "x", true)).unwrap();
    let all = [
        Promise::KeepsBytes,
        Promise::RefusesTwice,
        Promise::LooksAtTags,
        Promise::SameTags,
        Promise::KnowsPeople,
    ];
    assert_eq!(promises, all);
    assert!(server.borrow().files.is_empty());
    // nginx and rclone look at no condition.
    let kind = Kind {
        honours: false,
        ..Kind::of(&mut Chance::new(1))
    };
    let careless = Rc::new(RefCell::new(Server::new(kind)));
    let remote = Scripted::new(move |ask| Ok(careless.borrow_mut().answer(ask)));
    let promises = block_on(probe(Client::new(&remote), &folder, "x", false)).unwrap();
    assert!(promises.contains(&Promise::WritesTwice) && promises.contains(&Promise::IgnoresTags));
}

#[test]
fn texts_that_were_replaced_do_not_fill_the_folder() {
    let (server, remote) = honest();
    let mut session = visit("one", Known::default());
    let mut record = awa(0);
    for number in 0..20 {
        let page = Page::work("lamp", "a");
        let instead_of = record.person(&person()).unwrap().dots(&page);
        let write = Deed::Write {
            page,
            kind: WorkKind::Program,
            text: format!("{{\"text\":{number}}}").into(),
            instead_of,
        };
        record = doing(record, [write]);
        assert_eq!(round(&mut session, &remote, &record, false), Ok(Pushed::Sent));
    }
    let server = server.borrow();
    let texts = server.files.keys().filter(|path| path.contains("/rev/"));
    assert_eq!(texts.count(), 2, "the last one, and the one before");
}
