//! The saved format: one for everything that is kept, whole or in parts, on this computer or in a copy.
//!
//! ```json
//! {"format":"fabrique/record","version":2,"min_reader":1,"device":"…","lamport":12,"checksum":"fnv1a64:…","length":2,"data":{…}}
//! ```
//!
//! The envelope only gets fields; `data` may get fields, which older readers keep as they are ([`crate::Unknown`]), and
//! a change of meaning raises `version`. Data of a greater version are never rewritten; where `min_reader` lets an older
//! reader look at them, they are shown. Texts of every former version are read for ever, by way of [`migration`].

mod envelope;
mod fields;
mod migration;
mod reading;
mod writing;

use crate::record::Record;

/// What `format` says.
pub const FORMAT: &str = "fabrique/record";

/// The version written, and the greatest one that is read to go on with.
pub const VERSION: u64 = 2;

/// The oldest version whose reader understands the data that are written.
const MIN_READER: u64 = 1;

/// The largest copy that is taken in, in bytes: more than a class keeps in a year, so that no copy that was made here
/// is refused where it is brought back.
pub const LARGEST_COPY: usize = 32 * 1024 * 1024;

/// Why a text could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadProblem {
    /// Nothing in it.
    Empty,
    /// Larger than [`LARGEST_COPY`]; it was not looked at.
    TooLarge {
        /// Its size in bytes.
        bytes: usize,
    },
    /// Something else than a record.
    NotARecord,
    /// A record that is cut or changed.
    Damaged {
        /// Where: a line and column, or the names of the fields down to it; empty for the checksum.
        place: String,
    },
    /// A record of a newer Fabrique.
    Newer {
        /// Its version.
        version: u64,
    },
}

/// A record as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// What it holds.
    pub record: Record,
    /// The machine that wrote it.
    pub device: String,
    /// The version it was written in.
    pub version: u64,
}

/// Writes a record, or a part of one, on one line.
#[must_use]
pub fn write(record: &Record, device: &str) -> String {
    let data = writing::record(record).to_string();
    let head = envelope::head(record.clock, device, &data);
    format!("{{{},\"data\":{data}}}", head.join(","))
}

/// Writes a record for a person to keep: the same, on lines that one can read.
#[must_use]
pub fn write_copy(record: &Record, device: &str) -> String {
    let value = writing::record(record);
    let head = envelope::head(record.clock, device, &value.to_string());
    // A value of our own can always be written; if not, one line is as good.
    let data = serde_json::to_string_pretty(&value).unwrap_or_else(|_| value.to_string());
    format!(
        "{{\n  {},\n  \"data\": {}\n}}\n",
        head.join(",\n  "),
        data.replace('\n', "\n  ")
    )
}

/// Reads what [`write()`] wrote, today or in a former version.
///
/// # Errors
/// When the text is no record, is damaged, or comes from a newer Fabrique. Never panics, whatever the text.
pub fn read(text: &str) -> Result<Saved, ReadProblem> {
    let saved = read_to_show(text)?;
    if saved.version > VERSION {
        return Err(ReadProblem::Newer {
            version: saved.version,
        });
    }
    Ok(saved)
}

/// As [`read`], and reads what a newer Fabrique lets this one look at: to be shown, never to be written.
///
/// # Errors
/// As [`read`].
pub fn read_to_show(text: &str) -> Result<Saved, ReadProblem> {
    let envelope = envelope::open(text)?;
    let record = reading::record(envelope.version, envelope.data, envelope.lamport)?;
    Ok(Saved {
        record,
        device: envelope.device,
        version: envelope.version,
    })
}

/// Reads a copy that a person brings.
///
/// # Errors
/// As [`read`]; and a copy beyond [`LARGEST_COPY`] is refused without looking at it.
pub fn read_copy(bytes: &[u8]) -> Result<Saved, ReadProblem> {
    if bytes.len() > LARGEST_COPY {
        return Err(ReadProblem::TooLarge { bytes: bytes.len() });
    }
    // A text editor may have put a byte order mark before it.
    let text = std::str::from_utf8(bytes).map_err(|_| ReadProblem::NotARecord)?;
    read(text.trim_start_matches('\u{feff}'))
}
