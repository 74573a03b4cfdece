//! After "Je vois :".

use super::names::Names;
use super::typeset;
use crate::check::Direction;
use crate::grade::seen::Seen;
use device::blocks::BlockKind;
use device::parts::{Board, PartKind, PartName};
use device::trace::NoteKind;
use words::{Language, plural};

/// What was seen.
pub(crate) fn seen(seen: &Seen, board: &Board, language: Language) -> String {
    let names = Names { board, language };
    let (french, english) = of_the_whole(seen, &names)
        .or_else(|| of_levels(seen, &names))
        .or_else(|| of_ramps_and_blinks(seen, &names))
        .unwrap_or_else(|| of_several(seen, &names));
    typeset(french, english, language)
}

fn both(french: impl Into<String>, english: impl Into<String>) -> (String, String) {
    (french.into(), english.into())
}

/// Of a program of which nothing else can be told.
fn of_the_whole(seen: &Seen, names: &Names<'_>) -> Option<(String, String)> {
    let label = |kind: &BlockKind| names.quoted(names.pick(kind.spec().label[0], kind.spec().label[1]));
    Some(match seen {
        Seen::Nothing => both("il ne se passe encore rien", "nothing happens yet"),
        Seen::NothingLoose(kind) => {
            let block = label(kind);
            both(
                format!("il ne se passe encore rien : {block} n’est pas accroché"),
                format!("nothing happens yet: {block} is not attached"),
            )
        }
        Seen::EmptySocket(kind) => {
            let block = label(kind);
            both(
                format!("un trou vide dans {block}"),
                format!("an empty gap in {block}"),
            )
        }
        Seen::UnknownBlock => both("un bloc d’une version plus récente", "a block of a newer version"),
        Seen::UnreadLine => both(
            "une ligne que je ne comprends pas",
            "a line that I do not understand",
        ),
        Seen::NoSuchPart(part) => {
            let name =
                PartName::read(part).map_or_else(|| part.clone(), |part| part.in_language(names.language));
            let name = names.quoted(&name);
            both(
                format!("{name} n’est pas sur la carte"),
                format!("{name} is not on the board"),
            )
        }
        Seen::WrongPlace(kind) => {
            let block = label(kind);
            both(
                format!("{block} ne marche pas à cette place"),
                format!("{block} does not work in this place"),
            )
        }
        Seen::NoSuchFunction => both(
            "une fonction que je ne trouve pas",
            "a function that I cannot find",
        ),
        Seen::TooBig => both(
            "un programme trop grand pour la carte",
            "a program too big for the board",
        ),
        Seen::Greedy(Some(kind)) => {
            let block = label(kind);
            both(
                format!("un programme trop gourmand, autour de {block}"),
                format!("a program that is too greedy, around {block}"),
            )
        }
        Seen::Greedy(None) => both("un programme trop gourmand", "a program that is too greedy"),
        Seen::TooManyChanges => both("tout change trop souvent", "everything changes too often"),
        Seen::Stopped(kind) => stopped(*kind),
        Seen::Uses { block, times } => {
            let block = names.quoted(&block.in_language(names.language));
            match times {
                0 => both(format!("aucun bloc {block}"), format!("no {block} block")),
                _ => {
                    let french = plural(*times, "bloc", "blocs", Language::French);
                    let english = plural(*times, "block", "blocks", Language::English);
                    both(
                        format!("{times}\u{a0}{french} {block}"),
                        format!("{times} {block} {english}"),
                    )
                }
            }
        }
        Seen::Blocks(count) => {
            let word = plural(
                *count,
                names.pick("bloc", "block"),
                names.pick("blocs", "blocks"),
                names.language,
            );
            both(format!("{count}\u{a0}{word}"), format!("{count} {word}"))
        }
        _ => return None,
    })
}

fn stopped(kind: NoteKind) -> (String, String) {
    match kind {
        NoteKind::DivisionByZero => both("une division par 0", "a division by 0"),
        NoteKind::NoSuchItem => both(
            "la liste n’a pas d’élément à cette place",
            "the list has no item at that place",
        ),
        NoteKind::TooLarge => both(
            "un nombre ou une liste trop grande",
            "a number or a list that is too large",
        ),
        NoteKind::TooDeep => both(
            "une fonction qui s’appelle sans fin",
            "a function that calls itself without end",
        ),
        NoteKind::Saturated => both(
            "une pièce au bout de ce qu’elle peut",
            "a part at the end of what it can do",
        ),
        NoteKind::NoPause => both(
            "un script qui calcule sans pause",
            "a script that computes without a pause",
        ),
    }
}

/// Of one part that has, or comes to, a level.
fn of_levels(seen: &Seen, names: &Names<'_>) -> Option<(String, String)> {
    Some(match seen {
        Seen::ValueAt {
            part,
            value,
            asked,
            at,
        } => {
            let (at, subject, is) = (
                names.time(*at),
                names.subject(part, *asked),
                names.is(part, *asked, *value),
            );
            both(
                format!("à {at}, {subject} {is}"),
                format!("at {at}, {subject} {is}"),
            )
        }
        Seen::NeverBecomes { part, level } => {
            let sentence = format!(
                "{} {}",
                names.subject(part, *level),
                names.never_becomes(part, *level)
            );
            both(sentence.clone(), sentence)
        }
        Seen::BecomesAt { part, level, at } => {
            let (subject, becomes, at) = (
                names.subject(part, *level),
                names.becomes(part, *level),
                names.time(*at),
            );
            both(
                format!("{subject} {becomes} à {at}"),
                format!("{subject} {becomes} at {at}"),
            )
        }
        Seen::AlreadyAt { part, level, at } => {
            let (subject, level, at) = (
                names.subject(part, *level),
                names.at_level(part, *level),
                names.time(*at),
            );
            both(
                format!("{subject} est déjà {level} avant {at}"),
                format!("{subject} is already {level} before {at}"),
            )
        }
        Seen::KeptFor { part, level, lasting } => {
            let (subject, level) = (names.subject(part, *level), names.at_level(part, *level));
            let lasting = names.time(*lasting);
            both(
                format!("{subject} reste {level} seulement {lasting}"),
                format!("{subject} stays {level} for only {lasting}"),
            )
        }
        Seen::LeavesFor {
            part,
            asked,
            value,
            at,
        } => {
            let level = match asked {
                crate::check::Level::Number(_) => crate::check::Level::Number(*value),
                _ if *value > 0.0 => crate::check::Level::On,
                _ => crate::check::Level::Off,
            };
            let (subject, becomes, at) = (
                names.subject(part, level),
                names.becomes(part, level),
                names.time(*at),
            );
            both(
                format!("{subject} {becomes} à {at}"),
                format!("{subject} {becomes} at {at}"),
            )
        }
        Seen::Changes { part, times } => {
            let subject = names.thing(part);
            let times_word = names.times(*times);
            match times {
                0 => both(
                    format!("{subject} ne change pas"),
                    format!("{subject} does not change"),
                ),
                _ => both(
                    format!("{subject} change {times_word}"),
                    format!("{subject} changes {times_word}"),
                ),
            }
        }
        _ => return None,
    })
}

fn of_ramps_and_blinks(seen: &Seen, names: &Names<'_>) -> Option<(String, String)> {
    let rises = |direction: &Direction| match direction {
        Direction::Up => names.pick("monte", "rises"),
        Direction::Down => names.pick("descend", "falls"),
    };
    Some(match seen {
        Seen::Jump { part, from, to } => {
            let (subject, from, to) = (names.level_of(part), names.plain(*from), names.plain(*to));
            both(
                format!("{subject} passe de {from} à {to} d’un coup"),
                format!("{subject} goes from {from} to {to} at once"),
            )
        }
        Seen::Jerks { part, direction } => {
            let (subject, rises) = (names.level_of(part), rises(direction));
            both(
                format!("{subject} {rises} par à-coups"),
                format!("{subject} {rises} in jerks"),
            )
        }
        Seen::TurnsBack {
            part,
            direction,
            short_of,
        } => {
            let (subject, end) = (names.level_of(part), names.plain(*short_of));
            let french = match direction {
                Direction::Up => "redescend",
                Direction::Down => "remonte",
            };
            both(
                format!("{subject} {french} avant d’arriver à {end}"),
                format!("{subject} turns back before it gets to {end}"),
            )
        }
        Seen::RampLasts {
            part,
            direction,
            lasting,
        } => {
            let (subject, rises, lasting) = (names.level_of(part), rises(direction), names.time(*lasting));
            both(
                format!("{subject} {rises} en {lasting}"),
                format!("{subject} {rises} in {lasting}"),
            )
        }
        Seen::StopsAt {
            part,
            direction,
            value,
        } => {
            let (subject, rises, value) = (names.level_of(part), rises(direction), names.plain(*value));
            both(
                format!("{subject} {rises} seulement jusqu’à {value}"),
                format!("{subject} {rises} only to {value}"),
            )
        }
        Seen::NoRamp { part, direction } => {
            let subject = names.level_of(part);
            let english = match direction {
                Direction::Up => "rise",
                Direction::Down => "fall",
            };
            both(
                format!("{subject} ne {} pas", rises(direction)),
                format!("{subject} does not {english}"),
            )
        }
        Seen::TooFewBlinks { part, times: 0 } => {
            let subject = names.thing(part);
            both(
                format!("{subject} ne clignote pas"),
                format!("{subject} does not blink"),
            )
        }
        Seen::TooFewBlinks { part, times } => {
            let (subject, times) = (names.thing(part), names.times(*times));
            both(
                format!("{subject} s’allume seulement {times}"),
                format!("{subject} turns on only {times}"),
            )
        }
        Seen::BlinksEvery { part, period } => {
            let subject = names.thing(part);
            #[allow(clippy::cast_precision_loss, reason = "no check lasts 2^53 ms")]
            let rhythm = names.rhythm(period.0 as f64);
            both(
                format!("{subject} clignote {rhythm}"),
                format!("{subject} blinks {rhythm}"),
            )
        }
        Seen::BlinkStops { part, at } => {
            let (subject, at) = (names.thing(part), names.time(*at));
            both(
                format!("{subject} ne clignote plus après {at}"),
                format!("{subject} no longer blinks after {at}"),
            )
        }
        Seen::ShortBlink { part, is_on, lasting } => {
            let level = if *is_on {
                crate::check::Level::On
            } else {
                crate::check::Level::Off
            };
            let (subject, level, lasting) = (
                names.thing(part),
                names.at_level(part, level),
                names.time(*lasting),
            );
            both(
                format!("{subject} reste {level} seulement {lasting}"),
                format!("{subject} stays {level} for only {lasting}"),
            )
        }
        _ => return None,
    })
}

/// Of several parts.
fn of_several(seen: &Seen, names: &Names<'_>) -> (String, String) {
    match seen {
        Seen::Apart {
            part,
            value,
            leader,
            leader_value,
        } => {
            let (subject, value) = (names.level_of(part), names.value(part.kind, *value));
            let (leader_name, leader_value) =
                (names.level_of(leader), names.value(leader.kind, *leader_value));
            both(
                format!("{subject} est à {value} et {leader_name} à {leader_value}"),
                format!("{subject} is at {value} and {leader_name} at {leader_value}"),
            )
        }
        Seen::NeverTrue {
            cause,
            comparison,
            threshold,
        } => {
            let condition = names.condition(cause, *comparison, *threshold);
            both(format!("jamais : {condition}"), format!("never: {condition}"))
        }
        Seen::Together {
            parts: [one, other],
            at,
        } => {
            let are_lamps = one.kind == PartKind::Lamp && other.kind == PartKind::Lamp;
            let (one, other, at) = (names.thing(one), names.thing(other), names.time(*at));
            let french = if are_lamps { "sont allumées" } else { "marchent" };
            both(
                format!("{one} et {other} {french} ensemble à {at}"),
                format!("{one} and {other} are on together at {at}"),
            )
        }
        Seen::Before { early, late } => {
            let (early, late) = (names.thing(early), names.thing(late));
            both(
                format!("{early} s’allume avant {late}"),
                format!("{early} turns on before {late}"),
            )
        }
        Seen::SameTime { parts: [one, other] } => {
            let (one, other) = (names.thing(one), names.thing(other));
            both(
                format!("{one} et {other} s’allument en même temps"),
                format!("{one} and {other} turn on at the same time"),
            )
        }
        // All others are told above.
        _ => both("il ne se passe encore rien", "nothing happens yet"),
    }
}
