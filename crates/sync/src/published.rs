//! What the computer of a machine opens: derived from a work, overwritten, never read back.

use crate::client::{Client, Written};
use crate::layout::{Folder, readable};
use crate::remote::Condition;
use crate::trouble::Trouble;

/// The longest name without its ending.
const LONGEST: usize = 50;

/// A name that a person at the machine can read: `porte-cles-awa.svg`.
#[must_use]
pub fn readable_name(words: &str, ending: &str) -> String {
    format!("{}.{ending}", readable(words, LONGEST))
}

/// Puts a file where machines look; gives its path.
///
/// # Errors
/// When it cannot be written.
pub async fn publish(client: Client<'_>, folder: &Folder, name: &str, text: &str) -> Result<String, Trouble> {
    let path = folder.published(name);
    match client.put(&path, text, Condition::Always).await? {
        Written::Yes(_) => Ok(path),
        Written::Refused => Err(Trouble::KeepsRefusing),
    }
}
