//! A device: what it keeps, what the person does there, and its rounds to the folder.

use super::chance::Chance;
use super::model::{Model, texts};
use super::way::Way;
use record::{Action, Deed, Page, PersonId, Record, Settings, Tool, WorkKind, WriterId, Writing, apply};
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use sync::layout::Folder;
use sync::{Client, Known, Pushed, Session};

const LESSONS: [&str; 3] = ["lamp", "key-ring", "box"];
const STEPS: [&str; 2] = ["a", "b"];

pub fn person() -> PersonId {
    PersonId::new("awa").unwrap()
}

type Round = Pin<Box<dyn Future<Output = Session>>>;

pub struct Device {
    way: Rc<Way>,
    number: usize,
    name: String,
    n_opened: usize,
    record: Rc<RefCell<Record>>,
    session: Option<Session>,
    round: Option<Round>,
    /// Someone said that what is gone there may be sent again.
    is_sure: Rc<Cell<bool>>,
    is_sent: Rc<Cell<bool>>,
}

impl Device {
    pub fn new(way: &Rc<Way>, number: usize, name: &str) -> Self {
        let mut device = Self {
            way: way.clone(),
            number,
            name: name.to_owned(),
            n_opened: 0,
            record: Rc::default(),
            session: Some(session(name, Known::default())),
            round: None,
            is_sure: Rc::default(),
            is_sent: Rc::default(),
        };
        device.act(Deed::Come {
            name: "Awa".to_owned(),
            tool: Tool::Saw,
            settings: Settings::default(),
        });
        device
    }

    pub fn name(&self) -> String {
        format!("device {} ({})", self.number, self.name)
    }

    pub fn record(&self) -> Record {
        self.record.borrow().clone()
    }

    pub fn is_sent(&self) -> bool {
        self.is_sent.get()
    }

    fn writer(&self) -> WriterId {
        WriterId::new(&format!("w{}x{}", self.number, self.n_opened)).unwrap()
    }

    fn act(&mut self, deed: Deed) {
        let writer = self.writer();
        let writing = Writing {
            writer: &writer,
            // Clocks say anything.
            now: ["2026-11-24T10:00", "1970-01-01T00:00", "2036-02-30T25:61"][self.number % 3],
        };
        let next = apply(&self.record.borrow(), &Action::By(person(), deed), writing);
        *self.record.borrow_mut() = next;
    }

    /// The person does something.
    pub fn operate(&mut self, chance: &mut Chance, model: &mut Model) {
        let lesson = LESSONS[chance.below(LESSONS.len())];
        let step = STEPS[chance.below(STEPS.len())];
        let (lesson, step) = (lesson.to_owned(), step.to_owned());
        match chance.below(10) {
            0..=4 => self.write(chance, model, Page::work(&lesson, &step), WorkKind::Program),
            5 => self.write(chance, model, Page::logbook(&lesson, &step, 0), WorkKind::Words),
            6 => {
                let page = Page::work(&lesson, &step);
                let dots = self.record.borrow().person(&person()).unwrap().dots(&page);
                if dots.len() > 1 {
                    let revision = dots[chance.below(dots.len())].clone();
                    self.act(Deed::Choose { page, revision });
                }
            }
            7 => {
                model.done(&lesson, &step);
                self.act(Deed::DoStep { lesson, step });
            }
            8 => {
                model.tried(&lesson, &step);
                let n_passed = chance.below(4);
                self.act(Deed::Attempt {
                    lesson,
                    step,
                    n_passed,
                    message: (n_passed < 3).then(|| "Pas encore.".to_owned()),
                });
            }
            _ => self.act(Deed::GoTo { lesson, step }),
        }
    }

    fn write(&mut self, chance: &mut Chance, model: &mut Model, page: Page, kind: WorkKind) {
        let before = texts(&self.record.borrow(), &page);
        let dots = self.record.borrow().person(&person()).unwrap().dots(&page);
        let instead_of = if dots.len() == 1 || chance.one_in(4) {
            dots
        } else {
            Vec::new()
        };
        let text = model.new_text(&page);
        self.act(Deed::Write {
            page: page.clone(),
            kind,
            text: text.as_str().into(),
            instead_of,
        });
        let after = texts(&self.record.borrow(), &page);
        model.wrote(text, before.difference(&after).cloned());
    }

    /// The page is closed and opened again: what was under way is gone, what is kept is kept.
    pub fn reopen(&mut self, chance: &mut Chance) {
        self.n_opened += 1;
        self.round = None;
        let known = self.session.as_ref().map(Session::known).unwrap_or_default();
        let known = if chance.one_in(3) { Known::default() } else { known };
        self.session = Some(session(&self.name, known));
    }

    pub fn is_busy(&self) -> bool {
        self.round.is_some()
    }

    pub fn begin_round(&mut self) {
        let Some(session) = self.session.take() else {
            return;
        };
        self.is_sent.set(false);
        self.round = Some(Box::pin(round(
            self.way.clone(),
            session,
            self.record.clone(),
            self.is_sure.clone(),
            self.is_sent.clone(),
        )));
    }

    /// The next request arrives, or not.
    pub fn go_on(&mut self) {
        let Some(round) = &mut self.round else {
            return;
        };
        if let Poll::Ready(session) = round.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            self.round = None;
            self.session = Some(session);
        }
    }

    pub fn whole_round(&mut self) {
        while self.is_busy() {
            self.go_on();
        }
        self.begin_round();
        while self.is_busy() {
            self.go_on();
        }
    }
}

fn session(device: &str, known: Known) -> Session {
    Session::new(Folder::new("mardi/renard-bleu").unwrap(), device, person(), known)
}

async fn round(
    way: Rc<Way>,
    mut session: Session,
    record: Rc<RefCell<Record>>,
    is_sure: Rc<Cell<bool>>,
    is_sent: Rc<Cell<bool>>,
) -> Session {
    let client = Client::new(&*way);
    let local = record.borrow().clone();
    if let Ok(pulled) = session.pull(client, &local).await {
        let next = record.borrow().clone().joined(&pulled.news);
        *record.borrow_mut() = next;
        let local = record.borrow().clone();
        match session.push(client, &local, is_sure.take()).await {
            Ok(Pushed::Sent) => is_sent.set(true),
            Ok(Pushed::Asks { .. }) => is_sure.set(true),
            Ok(Pushed::Erased(_)) => panic!("nobody was erased"),
            Err(_) => {}
        }
    }
    session
}
