//! Languages, and how each writes numbers, counts and times. No sentence of its own.

pub mod decimal;
pub mod spelling;

/// A language of the interface and of lessons.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// French, the source language of Fabrique.
    #[default]
    French,
    /// English.
    English,
}

impl Language {
    /// Every language, the source language first.
    pub const ALL: [Self; 2] = [Self::French, Self::English];

    /// The two-letter code of ISO 639-1, as in file names (`fr.md`) and in `lang` attributes.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }

    /// The language of a code; `None` for a language Fabrique does not speak.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|language| language.code().eq_ignore_ascii_case(code))
    }

    /// One of two words: the French one or the English one.
    #[must_use]
    pub fn pick<T>(self, french: T, english: T) -> T {
        match self {
            Self::French => french,
            Self::English => english,
        }
    }
}

/// A number as a person writes it: at most three decimals, no trailing zeros, the language's decimal sign,
/// no grouping of thousands, `-` for minus.
///
/// ```
/// use words::{Language, number};
/// assert_eq!(number(0.5, Language::French), "0,5");
/// assert_eq!(number(-1.0, Language::English), "-1");
/// ```
#[must_use]
pub fn number(value: f64, language: Language) -> String {
    let mut text = format!("{value:.3}");
    if text.contains('.') {
        text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
    }
    if text == "-0" {
        text = "0".to_owned();
    }
    language.pick(text.replace('.', ","), text.clone())
}

/// The form of a word for a count: French has the singular for 0 and 1, English for 1 only.
#[must_use]
pub fn plural<'a>(count: usize, one: &'a str, many: &'a str, language: Language) -> &'a str {
    let singular = match language {
        Language::French => count < 2,
        Language::English => count == 1,
    };
    if singular { one } else { many }
}

/// Text set as its language sets it: in French, the spaces before `: ; ? ! % »` and after `«`, and in both languages the
/// one between a number and its unit (`%`, `s`, `ms`, `min`, `Hz`, `mm`), do not break. For text that people wrote; words are kept.
///
/// ```
/// use words::{Language, typeset};
/// assert_eq!(typeset("Attends 20 ms !", Language::French), "Attends 20\u{a0}ms\u{a0}!");
/// ```
#[must_use]
pub fn typeset(text: &str, language: Language) -> String {
    const UNITS: [&str; 6] = ["%", "s", "ms", "min", "Hz", "mm"];
    let mut set = String::with_capacity(text.len());
    for (place, letter) in text.char_indices() {
        let rest = &text[place + letter.len_utf8()..];
        let before = text[..place].chars().next_back();
        let next_word = rest
            .split(|letter: char| letter.is_whitespace() || matches!(letter, '.' | ',' | '!' | '?' | ';'))
            .next();
        let joins_unit = before.is_some_and(|letter| letter.is_ascii_digit())
            && next_word.is_some_and(|word| UNITS.contains(&word));
        let joins_sign = language == Language::French
            && (rest.starts_with([':', ';', '?', '!', '%', '»']) || before == Some('«'));
        set.push(if letter == ' ' && (joins_unit || joins_sign) {
            '\u{a0}'
        } else {
            letter
        });
    }
    set
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_people_write_them() {
        let check = |value, french: &str, english: &str| {
            assert_eq!(number(value, Language::French), french);
            assert_eq!(number(value, Language::English), english);
        };
        check(0.0, "0", "0");
        check(-0.000_01, "0", "0");
        check(100.0, "100", "100");
        check(12.5, "12,5", "12.5");
        check(1_234.567_8, "1234,568", "1234.568");
        check(-0.25, "-0,25", "-0.25");
    }

    #[test]
    fn text_is_set_as_its_language_sets_it() {
        let check = |text, french: &str, english: &str| {
            assert_eq!(typeset(text, Language::French), french.replace('~', "\u{a0}"));
            assert_eq!(typeset(text, Language::English), english.replace('~', "\u{a0}"));
        };
        check(
            "Bravo ! Tu sais : « attendre 1 s ».",
            "Bravo~! Tu sais~: «~attendre 1~s~».",
            "Bravo ! Tu sais : « attendre 1~s ».",
        );
        check(
            "0 % puis 100 %, en 5 s.",
            "0~% puis 100~%, en 5~s.",
            "0~% puis 100~%, en 5~s.",
        );
        check("2 sons", "2 sons", "2 sons");
    }

    #[test]
    fn zero_is_singular_in_french_only() {
        assert_eq!(plural(0, "tour", "tours", Language::French), "tour");
        assert_eq!(plural(0, "turn", "turns", Language::English), "turns");
    }
}
