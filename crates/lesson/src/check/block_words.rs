//! The first words of a block's template, as `programme utilise répéter` names it: all blocks that begin so.

use super::tokens::folded;
use device::blocks::{BlockKind, FieldKind};
use device::program::{Block, FieldValue};
use words::Language;

/// A name of one block or of several that begin alike (`attendre` names the three that wait).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockWords {
    named: Vec<Named>,
}

/// A kind of block, or one choice of it (`allumer`, of the block that turns a lamp on or off).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Named {
    kind: BlockKind,
    choice: Option<(&'static str, &'static str)>,
}

/// How a block may be named in a language, with what that names.
fn names(kind: BlockKind, language: Language) -> Vec<(String, Named)> {
    let spec = kind.spec();
    let whole_kind = Named { kind, choice: None };
    let mut names = Vec::new();
    let choices = |hole: &str| {
        spec.fields.iter().find_map(|field| match field.holds {
            FieldKind::Choice(choices) if field.name == hole => Some((field.name, choices)),
            _ => None,
        })
    };
    let hole = |word: &'static str| word.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    let template = language.pick(spec.template[0], spec.template[1]);
    let mut words = template
        .split_whitespace()
        .skip_while(|word| hole(word).is_some_and(|name| choices(name).is_none()))
        .peekable();
    let first_choices = words.peek().and_then(|word| choices(hole(word)?));
    if first_choices.is_some() {
        words.next();
    }
    let fixed: Vec<&str> = words.take_while(|word| !word.starts_with(['{', '['])).collect();
    match first_choices {
        Some((field, choices)) => names.extend(choices.iter().map(|choice| {
            let word = language.pick(choice.word[0], choice.word[1]);
            let name = [&[word], fixed.as_slice()].concat().join(" ");
            let choice = Some((field, choice.saved));
            (name, Named { kind, choice })
        })),
        None if !fixed.is_empty() => names.push((fixed.join(" "), whole_kind)),
        None => {}
    }
    names.push((language.pick(spec.label[0], spec.label[1]).to_owned(), whole_kind));
    names
}

/// Every name of every block, in a language.
fn all_names(language: Language) -> impl Iterator<Item = (String, Named)> {
    BlockKind::ALL
        .into_iter()
        .flat_map(move |kind| names(kind, language))
}

impl BlockWords {
    /// What a text names, in either language: the first word or words of a template, or a block's label.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let is_mark = |letter: char| letter.is_whitespace() || matches!(letter, '«' | '»' | '“' | '”' | '"');
        let text = folded(text.trim_matches(is_mark));
        Language::ALL.into_iter().find_map(|language| {
            let mut named: Vec<Named> = Vec::new();
            for (name, what) in all_names(language) {
                let name = folded(&name);
                let begins = name
                    .strip_prefix(&text)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
                if begins && !text.is_empty() && !named.contains(&what) {
                    named.push(what);
                }
            }
            // The whole kind says all that its choices say.
            let kinds: Vec<BlockKind> = named
                .iter()
                .filter(|what| what.choice.is_none())
                .map(|what| what.kind)
                .collect();
            named.retain(|what| what.choice.is_none() || !kinds.contains(&what.kind));
            (!named.is_empty()).then_some(Self { named })
        })
    }

    /// Every name, for the sentence that offers the nearest.
    pub(crate) fn known(language: Language) -> Vec<String> {
        all_names(language).map(|(name, _)| name).collect()
    }

    /// The kinds of block it names.
    #[must_use]
    pub fn kinds(&self) -> Vec<BlockKind> {
        self.named.iter().map(|what| what.kind).collect()
    }

    /// The shortest words that name the same blocks in a language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> String {
        let own: Vec<String> = all_names(language)
            .filter(|(_, what)| self.named.contains(what))
            .map(|(name, _)| name)
            .collect();
        let beginnings = own.iter().flat_map(|name| {
            name.match_indices(' ')
                .map(|(end, _)| &name[..end])
                .chain([name.as_str()])
        });
        let exact = beginnings.filter(|words| Self::read(words).as_ref() == Some(self));
        exact
            .min_by_key(|words| words.chars().count())
            .map_or_else(|| own.first().cloned().unwrap_or_default(), ToOwned::to_owned)
    }

    /// Whether a block is one of those named.
    #[must_use]
    pub fn names(&self, block: &Block) -> bool {
        self.named.iter().any(|what| {
            block.known_kind() == Some(what.kind)
                && what.choice.is_none_or(|(field, saved)| {
                    matches!(block.fields.get(field), Some(FieldValue::Word(word)) if word == saved)
                })
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop")]
mod tests {
    use super::*;

    #[test]
    fn a_name_means_the_same_blocks_in_both_languages() {
        let check = |french: &str, english: &str, kinds: &[BlockKind]| {
            let words = BlockWords::read(french).unwrap();
            let found: Vec<BlockKind> = words.named.iter().map(|what| what.kind).collect();
            assert_eq!(found, kinds, "{french}");
            assert_eq!(words.in_language(Language::French), french);
            assert_eq!(words.in_language(Language::English), english);
            assert_eq!(BlockWords::read(english).unwrap(), words, "{english}");
        };
        check("répéter", "repeat", &[BlockKind::Repeat, BlockKind::Until]);
        check("répéter jusqu'à", "repeat until", &[BlockKind::Until]);
        check(
            "attendre",
            "wait",
            &[
                BlockKind::WaitUntil,
                BlockKind::WaitMilliseconds,
                BlockKind::WaitSeconds,
            ],
        );
        check(
            "toujours",
            "forever",
            &[BlockKind::Forever, BlockKind::ForeverLoop],
        );
        check("allumer", "turn on", &[BlockKind::TurnLamp]);
        check("si", "if", &[BlockKind::If]);
        check("+", "+", &[BlockKind::Arithmetic]);
        check("non", "not", &[BlockKind::Not]);
        check("changer la", "change light", &[BlockKind::ChangeLight]);
    }

    #[test]
    fn every_block_can_be_named() {
        for kind in BlockKind::ALL {
            for language in Language::ALL {
                let can_be = BlockWords::known(language)
                    .iter()
                    .filter_map(|name| BlockWords::read(name))
                    .any(|words| words.named.iter().any(|what| what.kind == kind));
                assert!(can_be, "{kind:?} in {language:?}");
            }
        }
    }

    #[test]
    fn an_unknown_name_is_none() {
        assert_eq!(BlockWords::read("repeter 100 fois"), None);
        assert_eq!(BlockWords::read(""), None);
        assert_eq!(BlockWords::read("rép"), None);
    }
}
