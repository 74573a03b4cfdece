//! Programs as lines of text, in French and in English, and back. One tree, one text: what is written is read back
//! to the same blocks, in either language.
//!
//! ```text
//! toujours                        forever
//!   répéter 100 fois                repeat 100 times
//!     changer la lumière de 1 %       change light by 1 %
//!     attendre 20 ms                  wait 20 ms
//! ```
//!
//! - Two spaces more = inside. Any deeper indent is read.
//! - At the margin a hat begins a script. A stack without a hat is written under `# détaché` (`# loose`).
//! - `# …` is a remark on the block above (or, at the top, below). `#2 …` is one on the second value of that line.
//! - `?` is an empty socket. `variable x` and `paramètre x` say which of the two a name is, where it matters.
//! - `# bloc inconnu : {…}` (`# unknown block: {…}`) keeps a block this version cannot write: one of a newer version,
//!   or one with something in it that no line can say. Among values it is just `{…}`.
//! - A line that cannot be read becomes a block of its own ([`UNREAD_LINE`]) that holds the line as it is, and is
//!   written as that line again: a slip costs nobody their text.

mod grammar;
mod ids;
mod line;
mod problem;
mod read;
mod tokens;
mod write;

pub use ids::{is_same_tree, read_keeping_ids};
pub use problem::{Expected, TextProblem, TextProblemKind};
pub use read::read;
pub use write::{Line, lines, write};

use words::Language;

/// The saved kind of a block that holds a line nobody could read, in its field [`UNREAD_TEXT`]. It never runs.
pub const UNREAD_LINE: &str = "unread_line";
/// The field of an [`UNREAD_LINE`] block with the line itself.
pub const UNREAD_TEXT: &str = "TEXT";
/// The input of an [`UNREAD_LINE`] block with the lines inside it.
const UNREAD_BODY: &str = "DO";

/// Blocks and values may stand in each other so deep.
pub const MOST_NESTING: usize = 100;
/// A text may have at most so many bytes.
pub const MOST_TEXT_BYTES: usize = 1_000_000;

/// The remark above a stack without a hat.
fn loose_mark(language: Language) -> &'static str {
    language.pick("détaché", "loose")
}

/// What a remark that keeps an unknown block begins with.
fn unknown_mark(language: Language) -> &'static str {
    language.pick("bloc inconnu :", "unknown block:")
}

/// Before a remark that would otherwise be read as one of the marks above.
const PLAIN_REMARK: char = '\\';
