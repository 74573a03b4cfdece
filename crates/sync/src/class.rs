//! A class, for its trainer: who is where. Never who is first.

use crate::client::Client;
use crate::files::{Erased, Progress};
use crate::layout::{Folder, device_of};
use crate::trouble::Trouble;
use record::saved_format::{self, ReadProblem};
use record::{Join, Record};

/// A participant's folder as read.
#[derive(Clone, Debug, PartialEq)]
pub struct Participant {
    /// The name of the folder.
    pub folder: String,
    /// What all devices say together, works left out.
    pub record: Record,
    /// Erased: only the mark is there.
    pub is_erased: bool,
    /// Files that could not be read.
    pub damaged: Vec<String>,
}

/// The participants of a space, by the names of their folders.
///
/// # Errors
/// When the space cannot be listed, or a folder in it not be read.
pub async fn read(client: Client<'_>, space: &Folder) -> Result<Vec<Participant>, Trouble> {
    let mut participants = Vec::new();
    for entry in client.list(&space.itself()).await?.unwrap_or_default() {
        let is_other = matches!(entry.name.as_str(), "published" | "notes");
        if let Some(folder) = space.inside(&entry.name)
            && entry.is_folder
            && !is_other
        {
            participants.push(read_one(client, &folder, entry.name).await?);
        }
    }
    participants.sort_by(|one, other| one.folder.cmp(&other.folder));
    Ok(participants)
}

/// One participant.
///
/// # Errors
/// When the folder cannot be read.
pub async fn read_one(client: Client<'_>, folder: &Folder, name: String) -> Result<Participant, Trouble> {
    let mut participant = Participant {
        folder: name,
        record: Record::default(),
        is_erased: false,
        damaged: Vec::new(),
    };
    let files = client.list(&folder.progress_files()).await?.unwrap_or_default();
    for file in &files {
        if let Some(device) = device_of(&file.name) {
            let path = folder.progress(device);
            match client.get(&path).await {
                Ok(Some(file)) => match read_file(file.text.as_bytes()) {
                    Ok(record) => participant.record.join(&record),
                    Err(_) => participant.damaged.push(path),
                },
                Ok(None) => {}
                Err(Trouble::Damaged(path)) => participant.damaged.push(path),
                Err(trouble) => return Err(trouble),
            }
        }
    }
    if participant.record.people().next().is_none() {
        let mark = client.get(&folder.erased()).await?;
        participant.is_erased = mark.is_some_and(|mark| Erased::read(&mark.text).is_some());
    }
    Ok(participant)
}

/// A file that someone brings: a progress file of a folder, or a copy that a participant took.
///
/// # Errors
/// When it is neither.
pub fn read_file(bytes: &[u8]) -> Result<Record, ReadProblem> {
    let as_progress = std::str::from_utf8(bytes)
        .ok()
        .and_then(|text| Progress::read(text.trim_start_matches('\u{feff}')).ok());
    match as_progress {
        Some(progress) => Ok(progress.record),
        None => saved_format::read_copy(bytes).map(|saved| saved.record),
    }
}
