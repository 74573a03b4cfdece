//! What the parts show, in words: names, values with their unit, and the whole board as one sentence.

use crate::i18n::device_bench::DeviceWords;
use device::parts::{Board, PartKind};
use device::trace::Millis;
use words::{Language, number};

/// The name of a part as the bench says it: its kind, and what tells two of a kind apart.
pub fn part_label(board: &Board, part: usize, language: Language) -> String {
    let Some(plugged) = board.parts.get(part) else {
        return String::new();
    };
    let kind = match plugged.name.kind {
        PartKind::Lamp => DeviceWords::Light,
        PartKind::Buzzer => DeviceWords::Buzzer,
        PartKind::Button => DeviceWords::Button,
        PartKind::Potentiometer => DeviceWords::Potentiometer,
        PartKind::AmbientLight => DeviceWords::Room,
    };
    let letter = part_letter(board, part);
    if letter.is_empty() {
        kind.text(language).to_owned()
    } else {
        format!("{} {letter}", kind.text(language))
    }
}

/// What tells a part from the others of its kind, as printed on it (`A`); may be empty.
pub fn part_letter(board: &Board, part: usize) -> &str {
    board
        .parts
        .get(part)
        .map_or("", |plugged| plugged.name.suffix.trim_start_matches('_'))
}

/// A value of a part with its unit or in a word.
pub fn value_text(kind: PartKind, value: f64, language: Language) -> String {
    match kind {
        PartKind::Button if value > 0.0 => DeviceWords::Pressed.text(language).to_owned(),
        PartKind::Button => DeviceWords::Released.text(language).to_owned(),
        PartKind::Buzzer if value <= 0.0 => DeviceWords::Silent.text(language).to_owned(),
        PartKind::Buzzer => format!("{}\u{a0}Hz", number(value.round(), language)),
        PartKind::Lamp | PartKind::Potentiometer | PartKind::AmbientLight => {
            format!(
                "{}{}%",
                number(value.round(), language),
                language.pick("\u{a0}", "")
            )
        }
    }
}

/// An instant as a person reads it: seconds, with two decimals.
pub fn instant_text(at: Millis, language: Language) -> String {
    let hundredths = at.0 / 10;
    let sign = language.pick(',', '.');
    format!("{}{sign}{:02}\u{a0}s", hundredths / 100, hundredths % 100)
}

/// A duration without needless decimals (`1,5 s`).
pub fn seconds_text(at: Millis, language: Language) -> String {
    format!("{}\u{a0}s", seconds_figure(at, language))
}

/// The figure of [`seconds_text`], without its unit.
pub fn seconds_figure(at: Millis, language: Language) -> String {
    #[allow(clippy::cast_precision_loss, reason = "no run lasts 2^53 ms")]
    let seconds = at.0 as f64 / 1000.0;
    number(seconds, language)
}

/// Every part with its value, as one text for people who do not see the board.
pub fn summary(board: &Board, values: &[f64], language: Language) -> String {
    let mut text = String::new();
    for (part, (plugged, value)) in board.parts.iter().zip(values).enumerate() {
        if part > 0 {
            text.push(' ');
        }
        text.push_str(&part_label(board, part, language));
        text.push_str(language.pick("\u{a0}: ", ": "));
        text.push_str(&value_text(plugged.name.kind, *value, language));
        text.push('.');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_board_is_told_in_one_sentence_a_part() {
        let check = |language, expected: &str| {
            let values = [62.0, 0.0, 1.0, 0.0, 40.0, 50.0];
            assert_eq!(summary(&Board::default(), &values, language), expected);
        };
        check(
            Language::French,
            "Lumière\u{a0}: 62\u{a0}%. Buzzer\u{a0}: silence. Bouton A\u{a0}: appuyé. Bouton B\u{a0}: relâché. \
             Potentiomètre\u{a0}: 40\u{a0}%. Lumière de la pièce\u{a0}: 50\u{a0}%.",
        );
        check(
            Language::English,
            "Light: 62%. Buzzer: silent. Button A: pressed. Button B: released. Potentiometer: 40%. \
             Light of the room: 50%.",
        );
    }

    #[test]
    fn instants_have_two_decimals_and_durations_only_those_they_need() {
        assert_eq!(instant_text(Millis(1_229), Language::French), "1,22\u{a0}s");
        assert_eq!(instant_text(Millis(6_000), Language::English), "6.00\u{a0}s");
        assert_eq!(seconds_text(Millis(5_000), Language::French), "5\u{a0}s");
        assert_eq!(seconds_text(Millis(250), Language::French), "0,25\u{a0}s");
    }
}
