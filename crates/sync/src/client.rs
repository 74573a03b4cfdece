//! Asks the folder, a few times where that may help, and says what the answers mean.

use crate::etag::Tag;
pub use crate::multistatus::Entry;
use crate::multistatus::entries;
use crate::remote::{Ask, Condition, Remote, Reply, Silence, Verb};
use crate::trouble::Trouble;

/// How often one thing is tried; then the whole waits for a better moment.
pub const MOST_TRIES: u32 = 3;

/// Between two tries, in milliseconds. Apache's tags are weak, and refused, for a second after a write (measured):
/// so more than that.
const PAUSE_MS: u32 = 1_200;

/// The longest that a server's own `Retry-After` is waited for, in seconds; more is left to the next round.
const LONGEST_WAIT_S: u32 = 10;

/// The largest file that is read, in bytes.
const LARGEST: usize = 8 * 1024 * 1024;

/// A file as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// What is in it.
    pub text: String,
    /// Its version, when the server says it.
    pub tag: Option<Tag>,
}

/// Who a server says one is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Who {
    /// Whether the code is a trainer's.
    pub is_trainer: bool,
    /// One's own folder, from a server that knows: `space/participant`, or `space` for a trainer.
    pub folder: Option<String>,
}

/// What became of a write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// It is there, in this version when the server says it.
    Yes(Option<Tag>),
    /// Its condition does not hold.
    Refused,
}

/// Asks a remote folder.
#[derive(Clone, Copy)]
pub struct Client<'a> {
    remote: &'a dyn Remote,
}

impl<'a> Client<'a> {
    /// A client of a folder.
    #[must_use]
    pub fn new(remote: &'a dyn Remote) -> Self {
        Self { remote }
    }

    /// Whether one may come in, and who one is.
    ///
    /// # Errors
    /// When the answer is no, or none.
    pub async fn who(&self) -> Result<Who, Trouble> {
        let reply = self.patiently(&ask(Verb::Knock, "")).await?;
        if !matches!(reply.status, 200 | 207) {
            return Err(unexpected(reply.status));
        }
        let folder = reply
            .folder
            .as_deref()
            .map(|folder| folder.trim_matches('/').to_owned());
        Ok(Who {
            is_trainer: reply.role.as_deref() == Some("trainer"),
            folder: folder.filter(|folder| !folder.is_empty()),
        })
    }

    /// A file; `None` when there is none.
    ///
    /// # Errors
    /// When the answer is no file.
    pub async fn get(&self, path: &str) -> Result<Option<File>, Trouble> {
        let reply = self.patiently(&ask(Verb::Get, path)).await?;
        match reply.status {
            200 => {}
            404 => return Ok(None),
            status => return Err(unexpected(status)),
        }
        let tag = reply.tag.as_deref().and_then(Tag::read);
        let text = String::from_utf8(reply.body).map_err(|_| Trouble::Damaged(path.to_owned()))?;
        Ok(Some(File { text, tag }))
    }

    /// What is in a folder; `None` when there is no such folder.
    ///
    /// # Errors
    /// When the answer is no list.
    pub async fn list(&self, path: &str) -> Result<Option<Vec<Entry>>, Trouble> {
        let reply = self.patiently(&ask(Verb::List, path)).await?;
        match reply.status {
            207 => {}
            404 | 409 => return Ok(None),
            // A page in the place of a list: something between here and the server answers.
            200 => return Err(Trouble::NotTheServer),
            status => return Err(unexpected(status)),
        }
        let folder = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
        let text = std::str::from_utf8(&reply.body).map_err(|_| Trouble::Cut)?;
        entries(text, folder).map(Some).ok_or(Trouble::Cut)
    }

    /// Writes a file; makes the folders on the way when they are missing.
    pub(crate) async fn put(&self, path: &str, text: &str, condition: Condition) -> Result<Written, Trouble> {
        let put = Ask {
            body: Some(text.to_owned()),
            condition,
            ..ask(Verb::Put, path)
        };
        let mut reply = self.patiently(&put).await?;
        if matches!(reply.status, 404 | 409) {
            self.make_folders(path).await?;
            reply = self.patiently(&put).await?;
        }
        match reply.status {
            200 | 201 | 204 => Ok(Written::Yes(reply.tag.as_deref().and_then(Tag::read))),
            412 => Ok(Written::Refused),
            404 | 409 => Err(Trouble::NoFolder),
            status => Err(unexpected(status)),
        }
    }

    /// Makes the folders on the way to a file. Those that are there answer 405, or 403 where only what is below is
    /// one's own: whether it helped, the file itself says.
    async fn make_folders(&self, path: &str) -> Result<(), Trouble> {
        for (end, _) in path.match_indices('/') {
            match self.patiently(&ask(Verb::MakeFolder, &path[..=end])).await {
                Ok(_) | Err(Trouble::NotAllowed) => {}
                Err(trouble) => return Err(trouble),
            }
        }
        Ok(())
    }

    /// Deletes a file, or a folder with all that is in it; what is not there is deleted already.
    pub(crate) async fn delete(&self, path: &str) -> Result<(), Trouble> {
        let reply = self.patiently(&ask(Verb::Delete, path)).await?;
        match reply.status {
            200 | 202 | 204 | 207 | 404 => Ok(()),
            status => Err(unexpected(status)),
        }
    }

    /// Waits before another try of something that was refused.
    pub(crate) async fn pause(&self, n_tries: u32) {
        self.remote.wait(PAUSE_MS * n_tries).await;
    }

    /// Asks, at most [`MOST_TRIES`] times while there is hope, and gives the answers that mean something for the file
    /// itself: done, not there, refused.
    pub(crate) async fn patiently(&self, ask: &Ask) -> Result<Reply, Trouble> {
        let mut n_tries = 1;
        loop {
            let answer = self.remote.ask(ask.clone()).await;
            let retry_after = answer.as_ref().ok().and_then(|reply| reply.retry_after);
            let trouble = match understand(ask, answer) {
                Ok(reply) => return Ok(reply),
                Err(trouble) => trouble,
            };
            let wait_s = retry_after.unwrap_or(0);
            if n_tries >= MOST_TRIES || !trouble.may_pass() || wait_s > LONGEST_WAIT_S {
                return Err(trouble);
            }
            self.remote.wait((PAUSE_MS * n_tries).max(wait_s * 1_000)).await;
            n_tries += 1;
        }
    }
}

fn ask(verb: Verb, path: &str) -> Ask {
    Ask {
        verb,
        path: path.to_owned(),
        body: None,
        condition: Condition::Always,
    }
}

/// What an answer means, whatever the file.
fn understand(ask: &Ask, answer: Result<Reply, Silence>) -> Result<Reply, Trouble> {
    let reply = answer.map_err(|silence| match silence {
        Silence::NoAnswer => Trouble::NoAnswer,
        Silence::TooLong => Trouble::TooLong,
    })?;
    match reply.status {
        200..=299 => {
            // Nothing of ours is a web page: a network that wants a log-in answers with one, and with 200.
            let is_page = reply
                .kind
                .as_deref()
                .is_some_and(|kind| kind.trim_start().to_ascii_lowercase().starts_with("text/html"));
            if is_page && !matches!(ask.verb, Verb::Delete | Verb::MakeFolder)
                || looks_like_a_page(ask.verb, &reply.body)
            {
                return Err(Trouble::NotTheServer);
            }
            if reply.length.is_some_and(|length| length != reply.body.len()) {
                return Err(Trouble::Cut);
            }
            if reply.body.len() > LARGEST {
                return Err(Trouble::TooLarge);
            }
            Ok(reply)
        }
        404 | 405 | 409 | 412 => Ok(reply),
        // `fetch` follows those that lead to this origin; what is left leads to a log-in page.
        300..=399 | 511 => Err(Trouble::NotTheServer),
        401 | 407 => Err(Trouble::WrongCode),
        403 => Err(Trouble::NotAllowed),
        408 => Err(Trouble::TooLong),
        410 => Err(Trouble::Erased),
        413 => Err(Trouble::TooLarge),
        423 | 425 | 429 => Err(Trouble::Busy),
        503 if reply.retry_after.is_some() => Err(Trouble::Busy),
        507 => Err(Trouble::Full),
        500..=599 => Err(Trouble::Server(reply.status)),
        status => Err(Trouble::Unexpected(status)),
    }
}

/// A page by its first bytes, for answers that do not say what they are; some servers answer a write with a page of
/// their own, and that is no matter.
fn looks_like_a_page(verb: Verb, body: &[u8]) -> bool {
    let begins = body.get(..body.len().min(64)).unwrap_or_default();
    let begins = String::from_utf8_lossy(begins)
        .trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t'])
        .to_ascii_lowercase();
    verb == Verb::Get && (begins.starts_with("<!doctype html") || begins.starts_with("<html"))
}

fn unexpected(status: u16) -> Trouble {
    Trouble::Unexpected(status)
}
