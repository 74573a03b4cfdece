//! Why a request is not done: one table of statuses and words, the one in `README.md`.

use hyper::StatusCode;
use std::io;

/// Why a request is not done. Nothing has changed on the disk then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A path that is no path: `..`, a broken `%`, a zero byte.
    BadPath,
    /// A header that cannot be read.
    BadRequest,
    /// No code came along.
    NoCode,
    /// No such code.
    WrongCode,
    /// A code that was taken back.
    RevokedCode,
    /// Another's folder.
    NotYours,
    /// A name or an ending that is not allowed.
    NameRefused,
    /// A symbolic link on the way.
    Symlink,
    /// A write asked for by a page of another origin.
    OtherSite,
    /// PROPFIND without `Depth: 0` or `1`.
    Depth,
    /// Nothing is there.
    NotThere,
    /// A verb that is not done here.
    NotDoneHere,
    /// The body took too long, or was cut.
    TooSlow,
    /// The folder above is missing.
    NoParent,
    /// A folder with something in it.
    FolderNotEmpty,
    /// A participant's folder without `erased.json`.
    NotErased,
    /// A file was asked for, a folder is there.
    IsAFolder,
    /// The participant was erased.
    Erased,
    /// A condition does not hold.
    Changed,
    /// A body above the limit.
    TooLarge,
    /// A write without a condition, where the server wants one.
    ConditionMissing,
    /// Too many wrong codes; try again after so many seconds.
    SlowDown {
        /// Seconds to wait.
        seconds: u64,
    },
    /// The disk does not obey.
    Storage,
    /// Too much at once.
    Busy,
    /// The participant's share is full.
    Quota,
    /// The disk is full.
    DiskFull,
}

impl Refusal {
    /// The status and the word of the body.
    pub fn told(self) -> (StatusCode, &'static str) {
        match self {
            Self::BadPath => (StatusCode::BAD_REQUEST, "bad-path"),
            Self::BadRequest => (StatusCode::BAD_REQUEST, "bad-request"),
            Self::NoCode => (StatusCode::UNAUTHORIZED, "no-code"),
            Self::WrongCode => (StatusCode::UNAUTHORIZED, "wrong-code"),
            Self::RevokedCode => (StatusCode::UNAUTHORIZED, "revoked-code"),
            Self::NotYours => (StatusCode::FORBIDDEN, "not-yours"),
            Self::NameRefused => (StatusCode::FORBIDDEN, "name-refused"),
            Self::Symlink => (StatusCode::FORBIDDEN, "symlink"),
            Self::OtherSite => (StatusCode::FORBIDDEN, "other-site"),
            Self::Depth => (StatusCode::FORBIDDEN, "depth"),
            Self::NotThere => (StatusCode::NOT_FOUND, "not-there"),
            Self::NotDoneHere => (StatusCode::METHOD_NOT_ALLOWED, "not-done-here"),
            Self::TooSlow => (StatusCode::REQUEST_TIMEOUT, "too-slow"),
            Self::NoParent => (StatusCode::CONFLICT, "no-parent"),
            Self::FolderNotEmpty => (StatusCode::CONFLICT, "folder-not-empty"),
            Self::NotErased => (StatusCode::CONFLICT, "not-erased"),
            Self::IsAFolder => (StatusCode::CONFLICT, "is-a-folder"),
            Self::Erased => (StatusCode::GONE, "erased"),
            Self::Changed => (StatusCode::PRECONDITION_FAILED, "changed"),
            Self::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "too-large"),
            Self::ConditionMissing => (StatusCode::PRECONDITION_REQUIRED, "condition-missing"),
            Self::SlowDown { .. } => (StatusCode::TOO_MANY_REQUESTS, "slow-down"),
            Self::Storage => (StatusCode::INTERNAL_SERVER_ERROR, "storage"),
            Self::Busy => (StatusCode::SERVICE_UNAVAILABLE, "busy"),
            Self::Quota => (StatusCode::INSUFFICIENT_STORAGE, "quota"),
            Self::DiskFull => (StatusCode::INSUFFICIENT_STORAGE, "disk-full"),
        }
    }

    /// Seconds after which it is worth trying again, where that is known.
    pub fn retry_after(self) -> Option<u64> {
        match self {
            Self::SlowDown { seconds } => Some(seconds),
            Self::Busy => Some(1),
            _ => None,
        }
    }
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::NotThere,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            _ => Self::Storage,
        }
    }
}
