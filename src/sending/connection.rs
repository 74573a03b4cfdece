//! What is kept so that a person's work is sent: the code, the folder, and what was there last.

use super::code::Code;
use crate::browser::connections;
use crate::browser::dav::Dav;
use record::PersonId;
use serde::{Deserialize, Serialize};
use sync::layout::Folder;
use sync::{Known, Session};

/// A connection of one person on this computer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Connection {
    code: String,
    folder: String,
    /// This computer's name in the folder, for this person.
    device: String,
    /// "This is my computer": the code stays when the browser is closed.
    pub is_mine: bool,
    /// The server knows who writes.
    pub knows_people: bool,
    /// When all was sent last, as the clock here said, to be shown.
    pub last: Option<String>,
    /// The same in milliseconds since 1970.
    pub last_ms: Option<f64>,
    amount: usize,
}

impl Connection {
    /// A new one.
    pub fn new(code: &Code, folder: &Folder, device: &str, is_mine: bool, knows_people: bool) -> Self {
        Self {
            code: code.as_str().to_owned(),
            folder: folder.as_str().to_owned(),
            device: device.to_owned(),
            is_mine,
            knows_people,
            last: None,
            last_ms: None,
            amount: 0,
        }
    }

    /// That of a person, when their work is sent from here.
    pub fn of(person: &PersonId) -> Option<Self> {
        serde_json::from_str(&connections::read(person.as_str())?).ok()
    }

    /// Keeps it; `false` when the browser refuses.
    pub fn keep(&self, person: &PersonId) -> bool {
        let text = serde_json::to_string(self).unwrap_or_default();
        connections::write(person.as_str(), &text, self.is_mine)
    }

    /// Forgets it: nothing of this person is sent from here any more.
    pub fn forget(person: &PersonId) {
        connections::forget(person.as_str());
    }

    /// The way to the folder.
    pub fn dav(&self) -> Dav {
        let code = Code::read(&self.code);
        let user = code.map(|code| code.pseudonym()).unwrap_or_default();
        Dav::new(&user, &self.code)
    }

    /// The folder.
    pub fn folder(&self) -> Option<Folder> {
        Folder::new(&self.folder)
    }

    /// The words of the code.
    pub fn words(&self) -> String {
        self.code.replace('-', " ")
    }

    /// A visit to the folder.
    pub fn session(&self, person: &PersonId) -> Option<Session> {
        let known = Known { amount: self.amount };
        Some(Session::new(self.folder()?, &self.device, person.clone(), known))
    }

    /// All was sent.
    pub fn note_sent(&mut self, known: Known, now: String, now_ms: f64) {
        (self.amount, self.last, self.last_ms) = (known.amount, Some(now), Some(now_ms));
    }
}
