//! Text for people, as a small tree of closed kinds: what the page shows, reads aloud and prints.

pub(crate) mod links;
pub(crate) mod markdown;
pub(crate) mod reader;
pub(crate) mod source;

use device::program::Program;

pub use source::MOST_BYTES;

/// A block of text.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A heading inside a step (level 3–6).
    Heading(u8, Vec<Inline>),
    /// A list; each item is a small text.
    List {
        /// The first number, or `None` for bullets.
        first: Option<u64>,
        /// The items.
        items: Vec<Vec<Node>>,
    },
    /// A picture of the lesson's folder.
    Picture {
        /// Path relative to the lesson's folder.
        source: String,
        /// What one sees on it.
        text: String,
    },
    /// A video or a sound, from a link alone on its line.
    Media {
        /// Path relative to the lesson's folder.
        source: String,
        /// Its title.
        text: String,
    },
    /// A picture of blocks (`indice`, `exemple`).
    Blocks(Program),
    /// Text shown letter by letter (a fence without meaning for Fabrique, raw HTML).
    Verbatim(String),
    /// A quotation.
    Quote(Vec<Node>),
    /// A table: rows of cells, the first row being the head.
    Table(Vec<Vec<Vec<Inline>>>),
    /// A line across.
    Rule,
    /// A fence or box of a newer format: a neutral "needs a newer version" box.
    Newer(String),
}

/// Text inside a block.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Words.
    Text(String),
    /// Bold: in an instruction, the name of something on the screen.
    Strong(Vec<Inline>),
    /// Italics.
    Emphasis(Vec<Inline>),
    /// Code.
    Code(String),
    /// A link.
    Link {
        /// Where to; already checked to be harmless.
        to: LinkTarget,
        /// Its words.
        label: Vec<Inline>,
    },
    /// A new line.
    Break,
}

/// Where a link may lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// A word of the glossary, by id.
    Glossary(String),
    /// Another lesson, by id.
    Lesson(String),
    /// A file of the site, relative to the lesson's folder.
    File(String),
    /// Another site (`https:` or `mailto:`), opened by the person only.
    Outside(String),
    /// A target that is not allowed (`javascript:` …): its label is shown, the link is not.
    Refused,
}

/// The words of some inline text, without marks.
#[must_use]
pub fn plain(inlines: &[Inline]) -> String {
    let mut text = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(words) | Inline::Code(words) => text.push_str(words),
            Inline::Strong(inside) | Inline::Emphasis(inside) | Inline::Link { label: inside, .. } => {
                text.push_str(&plain(inside));
            }
            Inline::Break => text.push(' '),
        }
    }
    text
}
