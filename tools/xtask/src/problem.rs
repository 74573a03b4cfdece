//! What stops a command: one sentence that says what happened and what to do next.

use std::fmt;
use std::path::Path;

/// A sentence for the person at the terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem(String);

/// A step of a command: done, or a sentence.
pub type Outcome<T = ()> = Result<T, Problem>;

impl Problem {
    /// A problem said by this sentence.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }

    /// A problem that has been told already.
    pub fn silent() -> Self {
        Self(String::new())
    }

    /// Whether there is nothing more to say.
    pub fn is_silent(&self) -> bool {
        self.0.is_empty()
    }

    /// A file that could not be read or written.
    pub fn file(path: &Path, error: &std::io::Error) -> Self {
        Self(format!("{}: {error}.", path.display()))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
