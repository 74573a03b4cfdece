//! The words that a lesson's machine lines are made of, each once: what is read, what is suggested for a slip, and
//! what `lessons/AUTHORING.md` must list all come from these tables. Words are compared without capitals and accents.

use crate::spelling::{folded, nearest};
use words::Language;

/// A key of the front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// Version of the format.
    Format,
    /// Folder name and key of progress.
    Id,
    /// Title.
    Title,
    /// Language of the file.
    Language,
    /// Raised when the meaning changes.
    Version,
    /// The bench.
    Bench,
    /// Minutes without challenges.
    Minutes,
    /// 1 to 3.
    Level,
    /// Lessons that should come before.
    Requires,
    /// Ids of skills.
    Skills,
    /// Id of a badge.
    Badge,
    /// Sentence for the CV.
    Cv,
    /// Picture of the object.
    Image,
    /// What one sees on it.
    ImageText,
    /// Materials needed.
    Materials,
    /// Machine needed.
    Machine,
    /// Former ids.
    Was,
    /// The version that a translation follows.
    TranslatedFrom,
    /// Who re-read it for easy reading.
    ReviewedBy,
    /// Licence.
    Licence,
    /// Weeks of a programme.
    Weeks,
}

/// A row of the table of keys.
#[derive(Clone, Copy, Debug)]
pub struct FrontMatterKey {
    /// What it is.
    pub key: Key,
    /// As written in a French lesson.
    pub french: &'static str,
    /// As written in an English lesson.
    pub english: &'static str,
    /// A lesson without it is not complete.
    pub is_needed: bool,
}

const KEYS: [FrontMatterKey; 21] = {
    const fn key(key: Key, french: &'static str, english: &'static str, is_needed: bool) -> FrontMatterKey {
        FrontMatterKey {
            key,
            french,
            english,
            is_needed,
        }
    }
    [
        key(Key::Format, "format", "format", true),
        key(Key::Id, "id", "id", true),
        key(Key::Title, "titre", "title", true),
        key(Key::Language, "langue", "lang", true),
        key(Key::Version, "version", "version", true),
        key(Key::Bench, "atelier", "bench", true),
        key(Key::Minutes, "minutes", "minutes", true),
        key(Key::Level, "niveau", "level", false),
        key(Key::Requires, "avant", "requires", false),
        key(Key::Skills, "competences", "skills", false),
        key(Key::Badge, "badge", "badge", false),
        key(Key::Cv, "cv", "cv", false),
        key(Key::Image, "image", "image", false),
        key(Key::ImageText, "image-texte", "image-alt", false),
        key(Key::Materials, "materiel", "materials", false),
        key(Key::Machine, "machine", "machine", false),
        key(Key::Was, "ancien-nom", "was", false),
        key(Key::TranslatedFrom, "traduit-de", "translated-from", false),
        key(Key::ReviewedBy, "relu-par", "reviewed-by", false),
        key(Key::Licence, "licence", "licence", false),
        key(Key::Weeks, "semaines", "weeks", false),
    ]
};

/// The keys of the front matter, in the order in which authors write them.
#[must_use]
pub fn front_matter_keys() -> &'static [FrontMatterKey] {
    &KEYS
}

impl Key {
    /// The key of a word in either language.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        let word = folded(word);
        (KEYS.iter())
            .find(|row| row.french == word || row.english == word)
            .map(|row| row.key)
    }

    /// The word for it.
    #[must_use]
    pub fn word(self, language: Language) -> &'static str {
        (KEYS.iter().find(|row| row.key == self)).map_or("", |row| language.pick(row.french, row.english))
    }
}

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

/// The mark of an alert box, as it stands between `[!` and `]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BoxMark {
    /// To know; with `**Formateur**`, for the trainer.
    Note,
    /// A hint.
    Tip,
    /// To remember.
    Important,
    /// Safety.
    Warning,
    /// Safety.
    Caution,
}

/// A row of the table of boxes. The mark is the same in every language, as on a forge.
#[derive(Clone, Copy, Debug)]
pub struct BoxWords {
    /// What it is.
    pub mark: BoxMark,
    /// Its word.
    pub word: &'static str,
    /// French and English words that authors write in its place, for the suggestion.
    pub meant: &'static [&'static str],
}

const BOXES: [BoxWords; 5] = [
    BoxWords {
        mark: BoxMark::Note,
        word: "NOTE",
        meant: &[
            "remarque",
            "info",
            "information",
            "savoir",
            "formateur",
            "trainer",
        ],
    },
    BoxWords {
        mark: BoxMark::Tip,
        word: "TIP",
        meant: &["indice", "astuce", "hint", "aide", "conseil"],
    },
    BoxWords {
        mark: BoxMark::Important,
        word: "IMPORTANT",
        meant: &["retenir", "a retenir", "remember", "memo"],
    },
    BoxWords {
        mark: BoxMark::Warning,
        word: "WARNING",
        meant: &["attention", "securite", "safety", "avertissement"],
    },
    BoxWords {
        mark: BoxMark::Caution,
        word: "CAUTION",
        meant: &["danger", "prudence"],
    },
];

/// The boxes of the format.
#[must_use]
pub fn boxes() -> &'static [BoxWords] {
    &BOXES
}

impl BoxMark {
    /// The mark of a word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        (BOXES.iter())
            .find(|row| row.word.eq_ignore_ascii_case(word.trim()))
            .map(|row| row.mark)
    }

    /// The word that an author probably meant.
    pub(crate) fn nearest(word: &str) -> Option<&'static str> {
        let meant = folded(word);
        (BOXES.iter())
            .find(|row| row.meant.contains(&meant.as_str()))
            .map(|row| row.word)
            .or_else(|| nearest(word, BOXES.iter().map(|row| row.word)))
    }
}

/// A word of the comment under a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CommentWordKind {
    /// The step's id.
    Step,
    /// Minutes it takes.
    Minutes,
    /// Whether it is a challenge.
    Challenge,
    /// A former id.
    Was,
    /// A module's id (programme).
    Module,
    /// The weeks of a module (programme).
    Weeks,
    /// The modules that come before (programme).
    Before,
    /// How many lessons to choose (programme).
    Choose,
}

/// A row of the table of words of comments.
#[derive(Clone, Copy, Debug)]
pub struct CommentWord {
    /// What it is.
    pub word: CommentWordKind,
    /// As written in a French file.
    pub french: &'static str,
    /// As written in an English file.
    pub english: &'static str,
    /// Whether it stands in the programme rather than in a lesson.
    pub is_of_programme: bool,
}

const COMMENT_WORDS: [CommentWord; 8] = {
    const fn word(
        word: CommentWordKind,
        french: &'static str,
        english: &'static str,
        programme: bool,
    ) -> CommentWord {
        CommentWord {
            word,
            french,
            english,
            is_of_programme: programme,
        }
    }
    [
        word(CommentWordKind::Step, "etape", "step", false),
        word(CommentWordKind::Minutes, "min", "min", false),
        word(CommentWordKind::Challenge, "defi", "challenge", false),
        word(CommentWordKind::Was, "ancien", "was", false),
        word(CommentWordKind::Module, "module", "module", true),
        word(CommentWordKind::Weeks, "semaines", "weeks", true),
        word(CommentWordKind::Before, "avant", "requires", true),
        word(CommentWordKind::Choose, "choisir", "choose", true),
    ]
};

/// The words of the comments under titles, of lessons and of the programme.
#[must_use]
pub fn comment_words() -> &'static [CommentWord] {
    &COMMENT_WORDS
}

impl CommentWordKind {
    /// Reads a word in either language, of lessons or of the programme.
    pub(crate) fn read(word: &str, is_of_programme: bool) -> Option<Self> {
        (COMMENT_WORDS.iter())
            .find(|row| row.is_of_programme == is_of_programme && (row.french == word || row.english == word))
            .map(|row| row.word)
    }

    /// The nearest word an author probably meant.
    pub(crate) fn nearest(word: &str, is_of_programme: bool) -> Option<&'static str> {
        let rows = COMMENT_WORDS
            .iter()
            .filter(|row| row.is_of_programme == is_of_programme);
        nearest(word, rows.flat_map(|row| [row.french, row.english]))
    }
}

/// A kind of line of a logbook prompt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PromptKind {
    /// A picture.
    Picture,
    /// A sentence to go on with.
    Sentence,
    /// Words to choose from.
    Choice,
    /// A sound.
    Sound,
}

/// A row of the table of logbook lines.
#[derive(Clone, Copy, Debug)]
pub struct PromptWord {
    /// What it is.
    pub kind: PromptKind,
    /// As written in a French lesson, before the `:`.
    pub french: &'static str,
    /// As written in an English lesson.
    pub english: &'static str,
}

const PROMPTS: [PromptWord; 4] = [
    PromptWord {
        kind: PromptKind::Picture,
        french: "image",
        english: "picture",
    },
    PromptWord {
        kind: PromptKind::Sentence,
        french: "phrase",
        english: "sentence",
    },
    PromptWord {
        kind: PromptKind::Choice,
        french: "choix",
        english: "choice",
    },
    PromptWord {
        kind: PromptKind::Sound,
        french: "son",
        english: "sound",
    },
];

/// The lines of a logbook prompt.
#[must_use]
pub fn prompts() -> &'static [PromptWord] {
    &PROMPTS
}

impl PromptKind {
    /// The kind of a word in either language.
    pub(crate) fn read(word: &str) -> Option<Self> {
        (PROMPTS.iter())
            .find(|row| row.french == word || row.english == word)
            .map(|row| row.kind)
    }

    /// The word for it.
    pub(crate) fn word(self, language: Language) -> &'static str {
        (PROMPTS.iter().find(|row| row.kind == self)).map_or("", |row| language.pick(row.french, row.english))
    }
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
