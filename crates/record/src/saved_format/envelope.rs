//! The envelope around all saved data: whose it is, which version, and whether it is whole.

use super::{FORMAT, MIN_READER, ReadProblem, VERSION};
use crate::stamp::Stamp;
use serde::Deserialize;
use serde_json::value::RawValue;

/// An envelope whose checksum and length are right and whose version can be read.
pub(super) struct Envelope<'a> {
    pub(super) version: u64,
    pub(super) device: String,
    pub(super) lamport: u64,
    pub(super) data: &'a str,
}

#[derive(Deserialize)]
struct Written<'a> {
    format: String,
    version: u64,
    min_reader: u64,
    device: String,
    lamport: u64,
    checksum: String,
    /// Since version 2.
    length: Option<usize>,
    #[serde(borrow)]
    data: &'a RawValue,
}

/// Only to tell a cut record from something else.
#[derive(Deserialize)]
struct Named {
    format: String,
}

pub(super) fn open(text: &str) -> Result<Envelope<'_>, ReadProblem> {
    if text.trim().is_empty() {
        return Err(ReadProblem::Empty);
    }
    let written: Written = serde_json::from_str(text).map_err(|error| not_an_envelope(text, &error))?;
    if written.format != FORMAT {
        return Err(ReadProblem::NotARecord);
    }
    let data = written.data.get();
    let (expected, length) = checksum(
        written.version,
        written.min_reader,
        &written.device,
        written.lamport,
        data,
    );
    // Before the version: a flipped bit in it must not pass for a newer Fabrique.
    if written.checksum != expected || written.lamport > Stamp::GREATEST {
        return Err(ReadProblem::Damaged { place: String::new() });
    }
    if written.min_reader > VERSION {
        return Err(ReadProblem::Newer {
            version: written.version,
        });
    }
    if written.length != (written.version > 1).then_some(length) {
        return Err(ReadProblem::Damaged { place: String::new() });
    }
    Ok(Envelope {
        version: written.version,
        device: written.device,
        lamport: written.lamport,
        data,
    })
}

fn not_an_envelope(text: &str, error: &serde_json::Error) -> ReadProblem {
    let is_ours = serde_json::from_str::<Named>(text).map_or_else(
        // Cut or broken: its beginning says what it was.
        |_| text.get(..text.len().min(200)).unwrap_or(text).contains(FORMAT),
        |named| named.format == FORMAT,
    );
    if is_ours {
        ReadProblem::Damaged {
            place: format!("{}:{}", error.line(), error.column()),
        }
    } else {
        ReadProblem::NotARecord
    }
}

/// The fields before the data, in their order; the format first, so that a cut record still says what it was.
pub(super) fn head(lamport: u64, device: &str, data: &str) -> [String; 7] {
    let (checksum, length) = checksum(VERSION, MIN_READER, device, lamport, data);
    [
        format!("\"format\":\"{FORMAT}\""),
        format!("\"version\":{VERSION}"),
        format!("\"min_reader\":{MIN_READER}"),
        format!("\"device\":{}", serde_json::Value::from(device)),
        format!("\"lamport\":{lamport}"),
        format!("\"checksum\":\"{checksum}\""),
        format!("\"length\":{length}"),
    ]
}

/// FNV-1a in 64 bits (G. Fowler, L. C. Noll, K.-P. Vo, draft-eastlake-fnv) over the envelope's other fields and the
/// data without the white space between its tokens, so that a copy whose lines were broken anew is still whole.
/// Each step is a bijection of the sum, so no single changed byte goes unseen. No protection against intent.
/// Beside it the length of the data in bytes, white space between tokens not counted: what is much changed and meets
/// the sum by chance will not meet that too.
///
/// The sum is the same in all versions and leaves the length out, so that an old reader tells newer from damaged.
fn checksum(version: u64, min_reader: u64, device: &str, lamport: u64, data: &str) -> (String, usize) {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    let mut sum = OFFSET;
    let mut add = |byte: u8| sum = (sum ^ u64::from(byte)).wrapping_mul(PRIME);
    format!("{FORMAT}\n{version}\n{min_reader}\n{device}\n{lamport}\n")
        .bytes()
        .for_each(&mut add);
    let mut length = 0;
    let (mut is_in_text, mut is_escaped) = (false, false);
    for byte in data.bytes() {
        if is_in_text {
            is_in_text = is_escaped || byte != b'"';
            is_escaped = !is_escaped && byte == b'\\';
        } else if byte.is_ascii_whitespace() {
            continue;
        } else {
            is_in_text = byte == b'"';
        }
        add(byte);
        length += 1;
    }
    (format!("fnv1a64:{sum:016x}"), length)
}
