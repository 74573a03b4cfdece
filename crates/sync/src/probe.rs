//! What a server guarantees: tried with a file of its own, and said in plain words. Nothing depends on it.

use crate::client::{Client, Written};
use crate::etag::Tag;
use crate::layout::Folder;
use crate::remote::Condition;
use crate::trouble::Trouble;

/// One thing that a server does, or does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Promise {
    /// What was written reads back the same.
    KeepsBytes,
    /// What was written reads back differently: no server to use.
    ChangesBytes,
    /// `If-None-Match: *` is looked at.
    RefusesTwice,
    /// It is not.
    WritesTwice,
    /// `If-Match` is looked at.
    LooksAtTags,
    /// It is not.
    IgnoresTags,
    /// The tag of a write is that of the reading after it.
    SameTags,
    /// It is another, or none.
    OtherTags,
    /// Each code has a folder of its own.
    KnowsPeople,
    /// Whoever comes in can read and change everything.
    KnowsNobody,
}

impl Promise {
    /// Whether that is a good thing.
    #[must_use]
    pub fn is_kept(self) -> bool {
        matches!(
            self,
            Self::KeepsBytes | Self::RefusesTwice | Self::LooksAtTags | Self::SameTags | Self::KnowsPeople
        )
    }
}

/// What is written for the trial.
const FIRST: &str = "{\"format\":\"fabrique/probe\",\"text\":\"é ≠ e, un essai\"}";
/// And in its place.
const SECOND: &str = "{\"format\":\"fabrique/probe\",\"text\":\"un autre essai\"}";

/// Tries a server in a folder where one may write. `name` is a name of one's own, so that two who try at once do not
/// meet; the file is deleted afterwards.
///
/// # Errors
/// When the server does not even take the first file.
pub async fn probe(
    client: Client<'_>,
    folder: &Folder,
    name: &str,
    knows_people: bool,
) -> Result<Vec<Promise>, Trouble> {
    let path = folder.published(&format!("probe-{name}.json"));
    let promises = probe_at(client, &path).await;
    let cleaned = client.delete(&path).await;
    let mut promises = promises?;
    cleaned?;
    promises.push(if knows_people {
        Promise::KnowsPeople
    } else {
        Promise::KnowsNobody
    });
    Ok(promises)
}

async fn probe_at(client: Client<'_>, path: &str) -> Result<Vec<Promise>, Trouble> {
    client.delete(path).await?;
    let Written::Yes(tag) = client.put(path, FIRST, Condition::IfAbsent).await? else {
        return Err(Trouble::KeepsRefusing);
    };
    let back = client.get(path).await?;
    let is_kept = back.as_ref().is_some_and(|file| file.text == FIRST);
    let read_tag = back.and_then(|file| file.tag);
    let again = client.put(path, SECOND, Condition::IfAbsent).await?;
    let mut promises = vec![
        if is_kept {
            Promise::KeepsBytes
        } else {
            Promise::ChangesBytes
        },
        if again == Written::Refused {
            Promise::RefusesTwice
        } else {
            Promise::WritesTwice
        },
    ];
    let is_looked_at = match Tag::read("\"no-such-version\"") {
        Some(bogus) => client.put(path, SECOND, Condition::IfStill(bogus)).await? == Written::Refused,
        None => false,
    };
    promises.push(if is_looked_at {
        Promise::LooksAtTags
    } else {
        Promise::IgnoresTags
    });
    let is_same = tag.is_some() && tag == read_tag;
    promises.push(if is_same {
        Promise::SameTags
    } else {
        Promise::OtherTags
    });
    Ok(promises)
}
