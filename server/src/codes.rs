//! Codes of six words: making them, reading them, and who comes with which.

mod gate;
mod list;

pub use gate::Gate;
pub use list::{CodeList, ListProblem, is_a_space};

use argon2::password_hash::PasswordHasher;
use argon2::password_hash::phc::{Output, PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use std::fmt;

/// The words of codes, in French, of `a`–`z`; no two are one slip of the finger apart.
const WORDS: &str = include_str!("codes/words.txt");

/// How many words a code has.
pub const WORDS_OF_A_CODE: usize = 6;

/// How many of them, from the first, are the pseudonym.
pub const WORDS_OF_A_PSEUDONYM: usize = 2;

/// Memory of one look at a code, in KiB (19 MiB), and passes over it: OWASP's least for argon2id.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;

/// Longest text that is read as a code, in bytes.
const LONGEST_CODE: usize = 120;

/// What somebody may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Their own folder.
    Participant,
    /// Reads the whole space, writes what is published and notes.
    Trainer,
}

impl Role {
    /// The word in the list of codes and in answers.
    pub fn saved_name(self) -> &'static str {
        match self {
            Self::Participant => "participant",
            Self::Trainer => "trainer",
        }
    }

    /// The role of that word.
    pub fn from_saved_name(name: &str) -> Option<Self> {
        [Self::Participant, Self::Trainer]
            .into_iter()
            .find(|role| role.saved_name() == name)
    }
}

/// Somebody whose code is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// The pseudonym: the first words of the code.
    pub name: String,
    /// The space.
    pub space: String,
    /// What they may do.
    pub role: Role,
}

/// Six words of `a`–`z`, joined by `-`.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(String);

impl Code {
    /// Six words taken by chance. The four that are secret have 38 bits.
    ///
    /// # Errors
    ///
    /// When the system gives no chance.
    pub fn by_chance() -> Result<Self, getrandom::Error> {
        let words: Vec<&str> = WORDS.split_whitespace().collect();
        let count = u32::try_from(words.len()).unwrap_or(u32::MAX);
        // Numbers from here on would make the first words likelier.
        let even = u32::MAX - u32::MAX % count;
        let mut chosen = Vec::with_capacity(WORDS_OF_A_CODE);
        while chosen.len() < WORDS_OF_A_CODE {
            let number = getrandom::u32()?;
            let word = words[number as usize % words.len()];
            if number < even && !chosen.contains(&word) {
                chosen.push(word);
            }
        }
        Ok(Self(chosen.join("-")))
    }

    /// Reads a code as people write it: capitals, accents of French, spaces, commas or hyphens between the words.
    /// `None` when there are not six words.
    pub fn read(text: &str) -> Option<Self> {
        if text.len() > LONGEST_CODE {
            return None;
        }
        let plain: String = text
            .chars()
            .flat_map(char::to_lowercase)
            .map(without_accent)
            .collect();
        let words: Vec<&str> = plain
            .split(|letter: char| !letter.is_ascii_lowercase())
            .filter(|word| !word.is_empty())
            .collect();
        let is_a_word = |word: &&str| (2..=20).contains(&word.len());
        (words.len() == WORDS_OF_A_CODE && words.iter().all(is_a_word)).then(|| Self(words.join("-")))
    }

    /// The first two words: the name of the folder, no secret.
    pub fn pseudonym(&self) -> String {
        let words: Vec<&str> = self.0.split('-').take(WORDS_OF_A_PSEUDONYM).collect();
        words.join("-")
    }

    /// The words, joined by `-`: a secret.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// The words with spaces, as on a sheet: a secret.
    pub fn for_people(&self) -> String {
        self.0.replace('-', " ")
    }

    /// What is kept of it.
    ///
    /// # Errors
    ///
    /// When the system gives no chance or no memory.
    pub fn hashed(&self) -> Result<String, argon2::password_hash::Error> {
        let hash: PasswordHash = argon2()?.hash_password(self.0.as_bytes())?;
        Ok(hash.to_string())
    }

    /// Whether this is the code of which that was kept. Takes some tens of milliseconds, in the memory given.
    pub(crate) fn is_of(&self, hash: &str, memory: &mut Memory) -> bool {
        let (Ok(argon2), Ok(hash)) = (argon2(), PasswordHash::new(hash)) else {
            return false;
        };
        let (Some(salt), Some(kept)) = (hash.salt, hash.hash) else {
            return false;
        };
        let mut made = [0; Params::DEFAULT_OUTPUT_LEN];
        let is_made =
            argon2.hash_password_into_with_memory(self.0.as_bytes(), salt.as_ref(), &mut made, &mut memory.0);
        // `Output` compares in constant time.
        is_made.is_ok() && Output::new(&made).is_ok_and(|made| made == kept)
    }
}

/// The 19 MiB of a look at a code, used again and again: taken anew by each thread they would add up to more than a
/// small machine has.
pub(crate) struct Memory(Vec<argon2::Block>);

impl Default for Memory {
    fn default() -> Self {
        Self(vec![argon2::Block::default(); MEMORY_KIB as usize])
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A code is a secret: it must not come into a log by accident.
        write!(formatter, "Code({}-…)", self.pseudonym())
    }
}

fn argon2() -> Result<Argon2<'static>, argon2::password_hash::Error> {
    let params = Params::new(MEMORY_KIB, PASSES, 1, None)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// French letters as they stand in the words of codes; the server depends on nothing of ours, so it has its own few.
fn without_accent(letter: char) -> char {
    match letter {
        'à' | 'â' | 'ä' => 'a',
        'ç' => 'c',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop")]

    use super::*;

    #[test]
    fn a_code_is_read_as_people_write_it() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(Code::read(text).as_ref().map(Code::text), expected, "{text}");
        };
        let code = Some("renard-bleu-lampe-foret-vis-fil");
        check("renard bleu lampe foret vis fil", code);
        check("  Renard BLEU, lampe, forêt - vis\u{a0}fil\n", code);
        check("renard-bleu-lampe-foret-vis-fil", code);
        check("renard bleu lampe foret vis", None);
        check("renard bleu lampe foret vis fil or", None);
        check("", None);
        check("../../../../etc/passwd a b c d e f", None);
        check(&"a ".repeat(200), None);
    }

    #[test]
    fn the_first_two_words_are_the_pseudonym() {
        let code = Code::read("renard bleu lampe foret vis fil").unwrap();
        assert_eq!(code.pseudonym(), "renard-bleu");
        assert_eq!(format!("{code:?}"), "Code(renard-bleu-…)");
    }

    #[test]
    fn a_code_made_by_chance_is_read_again_and_is_another_each_time() {
        let codes: Vec<Code> = (0..200).map(|_| Code::by_chance().unwrap()).collect();
        for (at, code) in codes.iter().enumerate() {
            assert_eq!(Code::read(&code.for_people()).as_ref(), Some(code));
            assert!(!codes[..at].contains(code), "{}", code.text());
        }
    }

    #[test]
    fn only_the_code_itself_fits_what_is_kept_of_it() {
        let code = Code::read("renard bleu lampe foret vis fil").unwrap();
        let hash = code.hashed().unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        let mut memory = Memory::default();
        let mut check = |text: &str, hash: &str, expected: bool| {
            assert_eq!(
                Code::read(text).unwrap().is_of(hash, &mut memory),
                expected,
                "{text} {hash}"
            );
        };
        check("renard bleu lampe foret vis fil", &hash, true);
        check("renard bleu lampe foret vis film", &hash, false);
        check("renard bleu lampe foret vis fil", &hash, true);
        check("renard bleu lampe foret vis fil", "not a hash", false);
        let without_output = "$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg";
        check("renard bleu lampe foret vis fil", without_output, false);
    }

    #[test]
    fn no_two_words_are_one_slip_apart() {
        let words: Vec<&str> = WORDS.split_whitespace().collect();
        assert!(words.len() > 800, "four words must have 38 bits");
        for (at, one) in words.iter().enumerate() {
            assert!(
                (3..=9).contains(&one.len()) && one.bytes().all(|byte| byte.is_ascii_lowercase()),
                "{one}"
            );
            for other in &words[..at] {
                assert!(!is_one_slip_apart(one, other), "{one} {other}");
            }
        }
    }

    /// One letter wrong, missing or too many.
    fn is_one_slip_apart(one: &str, other: &str) -> bool {
        let (short, long) = if one.len() <= other.len() {
            (one, other)
        } else {
            (other, one)
        };
        let same_before = short
            .bytes()
            .zip(long.bytes())
            .take_while(|(a, b)| a == b)
            .count();
        let after = |word: &str, more: usize| word[(same_before + more).min(word.len())..].to_owned();
        match long.len() - short.len() {
            0 => after(short, 1) == after(long, 1),
            1 => after(short, 0) == after(long, 1),
            _ => false,
        }
    }
}
