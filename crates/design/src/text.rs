//! Drawings as lines of text, in French and in English, and back. What is written is read back to the same drawing,
//! to the last thousandth of a millimetre, in either language.
//!
//! ```text
//! page 80 x 50 mm                                        page 80 x 50 mm
//! rectangle 60 x 25 mm en 10 12 ; coins 5 mm ; couper    rectangle 60 x 25 mm at 10 12 ; corners 5 mm ; cut
//! groupe "Dos"                                           group "Back"
//!   cercle 5 mm en 16 24,5 ; couper                        circle 5 mm at 16 24.5 ; cut
//! ```
//!
//! - Two spaces more = in the group above. Any deeper indent is read.
//! - After the form of a shape come its other properties in any order, each after a `;`.
//! - Decimal comma or point; `mm` may be left out, `cm` counts ten. `«…»` and curly quotes are read as quotes.
//! - `# …` to the end of the line is a remark. It is not kept.
//! - A line that cannot be read is a problem with its place; the rest is read all the same.

mod ids;
mod line;
mod path;
mod problem;
mod read;
mod tokens;
mod vocabulary;
mod write;

pub use problem::{Expected, TextProblem, TextProblemKind};
pub use read::{Read, read};
pub use vocabulary::{Keyword, example};
pub use write::{Line, lines, write};

pub(crate) use path::{read_path, written_path};

/// Groups may lie in each other so deep.
pub const MOST_NESTING: usize = 100;

/// A text may have at most so many bytes; a drawing of [`crate::edit::MOST_SHAPES`] shapes has a tenth of it.
pub const MOST_TEXT_BYTES: usize = 5_000_000;
