//! Sends what is done and takes in what was done elsewhere, while the page is open.
//!
//! One runner for the page: it looks once a second whether something changed, and goes to the folder when a pause
//! came, when a minute went by, or when someone asks.

use super::connection::Connection;
use super::status::{self, Going};
use crate::browser::clock;
use crate::browser::connections;
use crate::browser::dav::{Dav, wait};
use crate::saving::{RecordInHand, Sent};
use record::{PersonId, Record};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use sync::{Client, Pushed, Session, Trouble};

/// Between two looks, in milliseconds.
const LOOK_MS: u32 = 500;

/// What is done is sent after a pause this long, in milliseconds: a person who drags makes many versions.
const PAUSE_MS: f64 = 4_000.0;

/// And at the latest this long after the first thing not sent.
const LONGEST_MS: f64 = 20_000.0;

/// What was done elsewhere is looked for this often.
const LOOK_ELSEWHERE_MS: f64 = 30_000.0;

/// After a failure, the first pause and the longest, in milliseconds.
const PAUSES_MS: [f64; 2] = [10_000.0, 300_000.0];

thread_local! {
    static RUNNER: RefCell<Option<Rc<Runner>>> = const { RefCell::new(None) };
}

/// Sends.
pub struct Runner {
    record: RecordInHand,
    visits: RefCell<BTreeMap<PersonId, Visit>>,
    told: RefCell<Option<Sent>>,
    is_asked: Cell<bool>,
    is_sure: Cell<bool>,
}

/// One person's folder.
struct Visit {
    session: Session,
    /// What is in the folder for sure.
    sent: Option<Record>,
    /// When something that is not sent was first seen, and last changed, in milliseconds of the page.
    changed: Option<(f64, f64)>,
    last_seen: Record,
    next_ms: f64,
    n_failures: i32,
    going: Going,
    damaged: usize,
    n_waiting: usize,
    /// Files for machines, by name, until they are there.
    to_publish: Vec<(String, String)>,
}

/// The runner, once work is sent from here.
pub fn current() -> Option<Rc<Runner>> {
    RUNNER.with_borrow(Clone::clone)
}

/// Begins; a second time it only looks at once.
pub fn start(record: RecordInHand) {
    let runner = RUNNER.with_borrow_mut(|runner| {
        if let Some(runner) = runner {
            runner.is_asked.set(true);
            return None;
        }
        let new = Rc::new(Runner {
            record,
            visits: RefCell::default(),
            told: RefCell::default(),
            is_asked: Cell::new(true),
            is_sure: Cell::default(),
        });
        *runner = Some(new.clone());
        Some(new)
    });
    if let Some(runner) = runner {
        wasm_bindgen_futures::spawn_local(async move {
            loop {
                runner.look().await;
                wait(LOOK_MS).await;
            }
        });
    }
}

impl Runner {
    /// Goes to the folder at once.
    pub fn hurry(&self) {
        self.is_asked.set(true);
    }

    /// What is gone there may be sent again.
    pub fn send_again(&self) {
        self.is_sure.set(true);
        self.is_asked.set(true);
    }

    /// How it goes for a person.
    pub fn going(&self, person: &PersonId) -> Option<Going> {
        self.visits.borrow().get(person).map(|visit| visit.going.clone())
    }

    /// How many files of a person's folder could not be read, and how many works are not whole there yet.
    pub fn oddities(&self, person: &PersonId) -> (usize, usize) {
        self.visits
            .borrow()
            .get(person)
            .map_or((0, 0), |visit| (visit.damaged, visit.n_waiting))
    }

    /// Nothing of this person is sent any more.
    pub fn leave(&self, person: &PersonId) {
        Connection::forget(person);
        self.visits.borrow_mut().remove(person);
    }

    async fn look(&self) {
        let record = self.record.now();
        let here = self.record.here();
        let ids = connections::ids().into_iter().filter_map(|id| PersonId::new(&id));
        let mut told = None;
        for person in ids {
            let is_here = here.as_ref() == Some(&person);
            // Someone who was erased here is erased there, whoever is here now.
            if is_here || record.is_erased(&person) {
                let going = self.look_at(&person, &record).await;
                if is_here {
                    told = going;
                }
            }
        }
        self.tell(told);
    }

    fn tell(&self, sent: Option<Sent>) {
        if self.told.replace(sent.clone()) != sent {
            self.record.tell(sent);
        }
    }

    async fn look_at(&self, person: &PersonId, record: &Record) -> Option<Sent> {
        let mut connection = Connection::of(person)?;
        let taken = self.visits.borrow_mut().remove(person);
        let mut visit = match taken {
            Some(visit) => visit,
            None => Visit::new(connection.session(person)?),
        };
        let now = clock::page_ms();
        visit.note(record, now);
        let is_asked = self.is_asked.take();
        let to_publish = self.record.to_publish();
        let publishes = !to_publish.is_empty();
        visit.to_publish.extend(to_publish);
        if is_asked || publishes || visit.is_due(now) {
            let before = visit.going.clone();
            if visit.changed.is_some() {
                self.tell(Some(status::sent(&Going::Sending, None, false)));
            }
            let dav = connection.dav();
            let result = self.round(&mut visit, &dav, record).await;
            visit.next_ms = clock::page_ms() + LOOK_ELSEWHERE_MS;
            match result {
                Ok(Pushed::Sent) => {
                    visit.n_failures = 0;
                    visit.going = Going::Sent;
                    connection.note_sent(visit.session.known(), clock::now_text(), clock::epoch_ms());
                    // Another tab may have left meanwhile.
                    if Connection::of(person).is_some() {
                        connection.keep(person);
                    }
                }
                Ok(Pushed::Asks { gone, of }) => visit.going = Going::Asks { gone, of },
                Ok(Pushed::Erased(news)) => {
                    self.record.join(news);
                    Connection::forget(person);
                    return None;
                }
                Err(trouble) => {
                    visit.n_failures += 1;
                    let pause = PAUSES_MS[0] * f64::from(1 << visit.n_failures.min(5));
                    visit.next_ms = clock::page_ms() + pause.min(PAUSES_MS[1]);
                    visit.going = Going::InTheWay(trouble);
                }
            }
            for (name, text) in std::mem::take(&mut visit.to_publish) {
                if !publish(&connection, &dav, &name, &text).await {
                    visit.to_publish.push((name, text));
                }
            }
            if before != visit.going {
                self.told.take();
            }
        }
        visit.note(&self.record.now(), clock::page_ms());
        let going = match &visit.going {
            Going::Sent if visit.changed.is_some() => Going::Unsent,
            going => going.clone(),
        };
        let is_too_long = status::is_too_long(connection.last_ms, clock::epoch_ms());
        let sent = status::sent(&going, connection.last.as_deref(), is_too_long);
        visit.going = going;
        Connection::of(person)?;
        self.visits.borrow_mut().insert(person.clone(), visit);
        Some(sent)
    }

    async fn round(&self, visit: &mut Visit, dav: &Dav, record: &Record) -> Result<Pushed, Trouble> {
        let client = Client::new(dav);
        let is_erased = record.is_erased(visit.session.person());
        if !is_erased {
            let pulled = visit.session.pull(client, record).await?;
            (visit.damaged, visit.n_waiting) = (pulled.damaged.len(), pulled.n_waiting);
            if pulled.is_erased {
                return Ok(Pushed::Erased(pulled.news));
            }
            if !record.holds(&pulled.news) {
                self.record.join(pulled.news);
            }
            if pulled.is_newer {
                return Err(Trouble::Newer);
            }
        }
        // What was done meanwhile goes along.
        let now = self.record.now();
        let pushed = visit.session.push(client, &now, self.is_sure.take()).await?;
        if pushed == Pushed::Sent {
            visit.sent = Some(now.of_person(visit.session.person()));
        }
        Ok(pushed)
    }
}

/// Whether a file is where machines look; what may not be written will never be, and is given up.
async fn publish(connection: &Connection, dav: &Dav, name: &str, text: &str) -> bool {
    let Some(folder) = connection.folder() else {
        return true;
    };
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "svg"));
    let name = sync::readable_name(stem, ending);
    match sync::publish(Client::new(dav), &folder, &name, text).await {
        Ok(_) => true,
        Err(trouble) => !trouble.may_pass(),
    }
}

impl Visit {
    fn new(session: Session) -> Self {
        Self {
            session,
            sent: None,
            changed: None,
            last_seen: Record::default(),
            next_ms: 0.0,
            n_failures: 0,
            going: Going::Unsent,
            damaged: 0,
            n_waiting: 0,
            to_publish: Vec::new(),
        }
    }

    /// Notes whether there is something to send.
    fn note(&mut self, record: &Record, now: f64) {
        let mine = record.of_person(self.session.person());
        if self.sent.as_ref().is_some_and(|sent| sent.holds(&mine)) {
            self.changed = None;
        } else {
            let is_new = !self.last_seen.holds(&mine);
            let (first, last) = self.changed.unwrap_or((now, now));
            self.changed = Some((first, if is_new { now } else { last }));
        }
        self.last_seen = mine;
    }

    fn is_due(&self, now: f64) -> bool {
        if self.n_failures > 0 || matches!(self.going, Going::Asks { .. }) {
            return now >= self.next_ms;
        }
        let is_quiet = self
            .changed
            .is_some_and(|(first, last)| now - last >= PAUSE_MS || now - first >= LONGEST_MS);
        is_quiet || now >= self.next_ms
    }
}
