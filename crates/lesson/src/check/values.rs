//! Parts, levels and times as sentences write them.

use super::Level;
use super::tokens::folded;
use device::parts::{PartKind, PartName};
use device::trace::Millis;
use words::{Language, number};

/// A part's name as checks write it: as on the board, with or without its accents, or `lumière` for `lampe`
/// (lesson-format, "Text form").
pub(super) fn part(text: &str) -> Option<PartName> {
    PartName::read(text).or_else(|| {
        let end = text.find('_').unwrap_or(text.len());
        let has_stem = |stem: &str| folded(stem) == folded(&text[..end]);
        let kind = if has_stem("lumière") || has_stem("light") {
            PartKind::Lamp
        } else {
            let is_named = |kind: &PartKind| {
                Language::ALL
                    .iter()
                    .any(|language| has_stem(kind.stem(*language)))
            };
            PartKind::ALL.into_iter().find(is_named)?
        };
        PartName::read(&format!("{}{}", kind.stem(Language::English), &text[end..]))
    })
}

/// The words of levels other than numbers: French for a lamp, French for other parts, English.
const LEVELS: [(Level, [&str; 3]); 4] = [
    (Level::On, ["allumée", "allumé", "on"]),
    (Level::Off, ["éteinte", "éteint", "off"]),
    (Level::Pressed, ["appuyée", "appuyé", "pressed"]),
    (Level::Released, ["relâchée", "relâché", "released"]),
];

pub(super) fn level(text: &str) -> Option<Level> {
    LEVELS
        .into_iter()
        .find(|(_, words)| words.iter().any(|word| folded(word) == folded(text)))
        .map(|(level, _)| level)
}

/// A level as sentences write it: a number, or a word that agrees with the part it is said of.
pub(crate) fn level_word(level: Level, kind: PartKind, language: Language) -> String {
    let Some((_, [feminine, masculine, english])) = LEVELS.into_iter().find(|(known, _)| *known == level)
    else {
        return number(level.value(kind), language);
    };
    let french = if kind == PartKind::Lamp {
        feminine
    } else {
        masculine
    };
    language.pick(french, english).to_owned()
}

/// A time from its number and its unit, rounded to the millisecond; `None` for another unit or a negative time.
pub(super) fn milliseconds(value: f64, unit: &str) -> Option<Millis> {
    let factor = match folded(unit).as_str() {
        "ms" | "milliseconde" | "millisecondes" | "millisecond" | "milliseconds" => 1.0,
        "s" | "seconde" | "secondes" | "second" | "seconds" => 1000.0,
        "min" | "minute" | "minutes" => 60_000.0,
        _ => return None,
    };
    whole(libm::round(value * factor)).map(Millis)
}

/// A whole number of at least 0 as such; `None` for another.
pub(super) fn whole(value: f64) -> Option<u64> {
    // Beyond 2^53 a f64 has no fractions, and nothing here is that large.
    let is_whole = libm::floor(value) == value && (0.0..9e15).contains(&value);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked on the line above"
    )]
    is_whole.then_some(value as u64)
}

/// A time as sentences write it: in seconds, below one second in milliseconds.
pub(crate) fn time_words(time: Millis, language: Language) -> String {
    if time.0 == 0 || time.0 >= 1000 {
        #[allow(clippy::cast_precision_loss, reason = "no check lasts 2^53 ms")]
        let seconds = time.0 as f64 / 1000.0;
        format!("{} s", number(seconds, language))
    } else {
        format!("{} ms", time.0)
    }
}
