//! A code as it is typed, and as it is sent.

use sync::layout::is_name;
use words::spelling::without_accent;

/// How many words a code has.
pub const WORDS: usize = 6;

/// How many of them name the folder; the others are the secret.
const NAME_WORDS: usize = 2;

/// Six words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code(String);

impl Code {
    /// Reads what was typed: case, accents and what stands between the words do not matter.
    ///
    /// # Errors
    /// How many words there are, when there are not six.
    pub fn read(typed: &str) -> Result<Self, usize> {
        let plain: String = typed.to_lowercase().chars().map(without_accent).collect();
        let words: Vec<&str> = plain
            .split(|letter: char| !letter.is_ascii_lowercase())
            .filter(|word| !word.is_empty())
            .collect();
        if words.len() == WORDS {
            Ok(Self(words.join("-")))
        } else {
            Err(words.len())
        }
    }

    /// As it is sent: a secret.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first two words: the pseudonym, which names the folder.
    pub fn pseudonym(&self) -> String {
        let words: Vec<&str> = self.0.split('-').take(NAME_WORDS).collect();
        words.join("-")
    }
}

/// The name of a class as it is typed; `None` when it could be no folder's.
pub fn space(typed: &str) -> Option<String> {
    let name = typed.trim().to_lowercase().replace(' ', "-");
    is_name(&name).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        for typed in [
            "renard bleu lampe carton vis fil",
            "  Renard-BLEU, lampe.carton\tvis\u{a0}fil ",
            "rénard bleu lampe carton vis fil",
        ] {
            let code = Code::read(typed).unwrap_or_else(|n_words| panic!("{typed}: {n_words} words"));
            assert_eq!(code.as_str(), "renard-bleu-lampe-carton-vis-fil", "{typed}");
            assert_eq!(code.pseudonym(), "renard-bleu", "{typed}");
        }
        assert_eq!(Code::read("renard bleu"), Err(2));
        assert_eq!(Code::read(""), Err(0));
        assert_eq!(Code::read("a b c d e f g"), Err(7));
    }
}
