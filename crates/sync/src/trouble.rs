//! Why work was not sent. Nothing is lost here by any of them.

/// Why work was not sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// No network, or nobody answers.
    NoAnswer,
    /// The answer takes too long.
    TooLong,
    /// The code is not known, or no longer.
    WrongCode,
    /// The code is known, but not for this.
    NotAllowed,
    /// Something else answers: a log-in page of the network, most often.
    NotTheServer,
    /// The folder is not there and cannot be made.
    NoFolder,
    /// The person was erased there.
    Erased,
    /// Someone else writes there all the time, or a proxy in between breaks the tags.
    KeepsRefusing,
    /// More than the server takes.
    TooLarge,
    /// The server has no room left.
    Full,
    /// The server asks to slow down, or is locked.
    Busy,
    /// The server itself has a problem, with this status of HTTP.
    Server(u16),
    /// An answer that was cut on its way.
    Cut,
    /// What was written reads back differently.
    NotKept,
    /// A file there, of this name, cannot be read.
    Damaged(String),
    /// A file of a newer Fabrique.
    Newer,
    /// An answer that nobody expects, with its status of HTTP.
    Unexpected(u16),
}

impl Trouble {
    /// Whether the next moment may be better; the others need a person.
    #[must_use]
    pub fn may_pass(&self) -> bool {
        matches!(
            self,
            Self::NoAnswer
                | Self::TooLong
                | Self::Busy
                | Self::Server(_)
                | Self::Cut
                | Self::NotTheServer
                | Self::KeepsRefusing
        )
    }
}
