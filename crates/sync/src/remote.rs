//! The folder as a port: five verbs of WebDAV, and waiting.

use crate::etag::Tag;
use std::future::Future;
use std::pin::Pin;

/// What comes later.
pub type Later<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// What is asked. No other verb is needed, so that any server, however small, will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// `GET`.
    Get,
    /// `PUT`.
    Put,
    /// `DELETE`; of a folder, all that is in it.
    Delete,
    /// `MKCOL`.
    MakeFolder,
    /// `PROPFIND` with `Depth: 1`.
    List,
    /// `PROPFIND` with `Depth: 0`: whether one may come in.
    Knock,
}

impl Verb {
    /// Its name in a request.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
            Self::MakeFolder => "MKCOL",
            Self::List | Self::Knock => "PROPFIND",
        }
    }
}

/// On which condition a file is written. Sent where it helps, never relied on: nginx and rclone ignore it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// On none.
    Always,
    /// `If-None-Match: *`.
    IfAbsent,
    /// `If-Match`.
    IfStill(Tag),
}

/// A request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// What to do.
    pub verb: Verb,
    /// With what: names with `/` between, below the folder that is shared.
    pub path: String,
    /// What to write.
    pub body: Option<String>,
    /// Only then.
    pub condition: Condition,
}

/// An answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reply {
    /// The status of HTTP.
    pub status: u16,
    /// `ETag`, as sent.
    pub tag: Option<String>,
    /// `Content-Type`, as sent.
    pub kind: Option<String>,
    /// How many bytes the body was said to have, where that can be compared with those that came.
    pub length: Option<usize>,
    /// `Retry-After` in seconds.
    pub retry_after: Option<u32>,
    /// `Fabrique-Role`: who one is, from a server that knows.
    pub role: Option<String>,
    /// `Fabrique-Folder`: one's own folder, from a server that knows.
    pub folder: Option<String>,
    /// The body.
    pub body: Vec<u8>,
}

/// No answer came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silence {
    /// No network, or nobody there, or the line was cut.
    NoAnswer,
    /// It took too long.
    TooLong,
}

/// A folder somewhere else.
pub trait Remote {
    /// Asks once.
    fn ask(&self, ask: Ask) -> Later<'_, Result<Reply, Silence>>;

    /// Waits, in milliseconds.
    fn wait(&self, milliseconds: u32) -> Later<'_, ()>;
}
