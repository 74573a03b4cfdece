//! Fenced blocks: the words after the three back quotes.

use crate::spelling::{folded, nearest};
use words::Language;

/// What a fenced block is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FenceKind {
    /// The program a step starts from.
    Starter,
    /// A right program.
    Solution,
    /// A picture of blocks in a hint.
    HintBlocks,
    /// A picture of blocks in the text.
    ExampleBlocks,
    /// The kinds of block that a step offers.
    Toolbox,
    /// The drawing a step starts from.
    DrawingStarter,
    /// A right drawing.
    DrawingSolution,
    /// The board and its parts.
    Board,
    /// A check.
    Check,
    /// A prompt for the logbook.
    Logbook,
}

/// A row of the table of fences: the words after the three back quotes.
#[derive(Clone, Copy, Debug)]
pub struct FenceWords {
    /// What it is.
    pub kind: FenceKind,
    /// As written in a French lesson.
    pub french: &'static str,
    /// As written in an English lesson.
    pub english: &'static str,
    /// Whether an id of the author's follows.
    pub has_id: bool,
}

const FENCES: [FenceWords; 10] = {
    const fn fence(kind: FenceKind, french: &'static str, english: &'static str, has_id: bool) -> FenceWords {
        FenceWords {
            kind,
            french,
            english,
            has_id,
        }
    }
    [
        fence(FenceKind::Starter, "blocs depart", "blocks start", false),
        fence(FenceKind::Solution, "blocs solution", "blocks solution", false),
        fence(FenceKind::HintBlocks, "blocs indice", "blocks hint", false),
        fence(FenceKind::ExampleBlocks, "blocs exemple", "blocks example", false),
        fence(FenceKind::Toolbox, "blocs boite", "blocks toolbox", false),
        fence(FenceKind::DrawingStarter, "dessin depart", "design start", false),
        fence(
            FenceKind::DrawingSolution,
            "dessin solution",
            "design solution",
            false,
        ),
        fence(FenceKind::Board, "carte", "board", false),
        fence(FenceKind::Check, "verif", "check", true),
        fence(FenceKind::Logbook, "carnet", "logbook", false),
    ]
};

/// The fences of the format.
#[must_use]
pub fn fences() -> &'static [FenceWords] {
    &FENCES
}

impl FenceKind {
    /// The words for it.
    #[must_use]
    pub fn words(self, language: Language) -> &'static str {
        (FENCES.iter().find(|row| row.kind == self)).map_or("", |row| language.pick(row.french, row.english))
    }
}

/// Words after three back quotes that only tell what kind of text follows; it is shown as it is.
pub(crate) const PLAIN_FENCES: [&str; 22] = [
    "",
    "text",
    "texte",
    "txt",
    "markdown",
    "md",
    "python",
    "py",
    "micropython",
    "sh",
    "bash",
    "console",
    "json",
    "html",
    "css",
    "js",
    "javascript",
    "rust",
    "toml",
    "csv",
    "svg",
    "xml",
];

/// What the words after three back quotes mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FenceReading {
    /// One of ours.
    Ours {
        kind: FenceKind,
        /// The id that follows, as written.
        id: Option<String>,
        /// Words after all that, if any.
        left_over: String,
    },
    /// Text to show as it is.
    Plain,
    /// None this version knows.
    Unknown,
}

/// Reads the words after three back quotes.
pub(crate) fn read_fence(info: &str) -> FenceReading {
    let written: Vec<&str> = info.split_whitespace().collect();
    let read: Vec<String> = written.iter().map(|word| folded(word)).collect();
    let first = read.first().map_or("", String::as_str);
    let second = read.get(1).map(String::as_str);
    if PLAIN_FENCES.contains(&first) {
        return FenceReading::Plain;
    }
    for row in &FENCES {
        // Languages may be mixed word by word: translators do.
        let (heads, tails): (Vec<_>, Vec<_>) =
            [row.french, row.english].map(head_and_tail).into_iter().unzip();
        let is_tail = tails[0].is_none() || tails.contains(&second);
        if heads.contains(&first) && is_tail {
            let rest = written.get(1 + usize::from(tails[0].is_some())..).unwrap_or(&[]);
            let (id, left_over) = rest.split_at(rest.len().min(usize::from(row.has_id)));
            return FenceReading::Ours {
                kind: row.kind,
                id: id.first().map(|&id| id.to_owned()),
                left_over: left_over.join(" "),
            };
        }
    }
    FenceReading::Unknown
}

/// The words of a fence that were probably meant, the lesson's own language first.
pub(crate) fn nearest_fence(info: &str, language: Language) -> Option<&'static str> {
    let written: Vec<&str> = info.split_whitespace().take(2).collect();
    let first = written.first()?;
    let in_language = || FENCES.iter().map(|row| language.pick(row.french, row.english));
    let all = || FENCES.iter().flat_map(|row| [row.french, row.english]);
    nearest(&written.join(" "), in_language())
        .or_else(|| nearest(&written.join(" "), all()))
        .or_else(|| nearest(first, in_language().filter(|words| !words.contains(' '))))
        .or_else(|| {
            let head = nearest(first, all().map(|words| head_and_tail(words).0))?;
            in_language()
                .chain(all())
                .find(|words| head_and_tail(words).0 == head)
        })
}

/// The first word of a row, and the second where there is one.
fn head_and_tail(words: &'static str) -> (&'static str, Option<&'static str>) {
    words
        .split_once(' ')
        .map_or((words, None), |(head, tail)| (head, Some(tail)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fences_are_read_in_both_languages_and_mixed() {
        let check = |info: &str, kind, id: Option<&str>| {
            let id = id.map(str::to_owned);
            let left_over = String::new();
            let ours = FenceReading::Ours { kind, id, left_over };
            assert_eq!(read_fence(info), ours, "{info}");
        };
        check("blocs depart", FenceKind::Starter, None);
        check("Blocs  Départ", FenceKind::Starter, None);
        check("blocks start", FenceKind::Starter, None);
        check("blocks depart", FenceKind::Starter, None);
        check("verif Monter", FenceKind::Check, Some("Monter"));
        check("check", FenceKind::Check, None);
        check("carte", FenceKind::Board, None);
    }

    #[test]
    fn an_unknown_fence_gives_the_nearest() {
        let check = |info: &str, near| {
            assert_eq!(read_fence(info), FenceReading::Unknown, "{info}");
            assert_eq!(nearest_fence(info, Language::French), near, "{info}");
        };
        check("bloc depart", Some("blocs depart"));
        check("blocs depar", Some("blocs depart"));
        check("verrif monter", Some("verif"));
        check("blocs", Some("blocs depart"));
        check("quiz", None);
    }
}
