//! After "Il faut :".

use super::names::Names;
use super::typeset;
use crate::check::{Bound, Direction, Interval, Property};
use crate::grade::seen::Seen;
use device::parts::{Board, PartKind};
use device::trace::Millis;
use words::{Language, number, plural};

/// What a sentence asks.
pub(crate) fn expected(property: &Property, board: &Board, language: Language) -> String {
    let names = Names { board, language };
    let (french, english) = of_one_part(property, &names)
        .or_else(|| of_several(property, &names))
        .unwrap_or_else(|| of_the_program(property, &names));
    typeset(french, english, language)
}

fn of_one_part(property: &Property, names: &Names<'_>) -> Option<(String, String)> {
    Some(match property {
        Property::Is {
            part,
            level,
            tolerance,
            at,
        } => {
            let (subject, level, at) = (
                names.subject(part, *level),
                names.at_level(part, *level),
                names.time(*at),
            );
            let level = match tolerance {
                Some(tolerance) => format!("{level} ±\u{a0}{}", names.plain(*tolerance)),
                None => level,
            };
            (
                format!("{subject} {level} à {at}"),
                format!("{subject} {level} at {at}"),
            )
        }
        Property::Becomes { part, level, between } => {
            let (subject, becomes) = (names.subject(part, *level), names.becomes(part, *level));
            let (from, to) = (names.time(between.from), names.time(between.to));
            (
                format!("{subject} qui {becomes} entre {from} et {to}"),
                format!("{subject} that {becomes} between {from} and {to}"),
            )
        }
        Property::Stays { part, level, during } => {
            let (subject, level) = (names.subject(part, *level), names.at_level(part, *level));
            let (from, to) = (names.time(during.from), names.time(during.to));
            (
                format!("{subject} {level} de {from} à {to}"),
                format!("{subject} {level} from {from} to {to}"),
            )
        }
        Property::Ramps {
            part,
            direction,
            from,
            to,
            lasting,
        } => {
            let (french, english) = match direction {
                Direction::Up => ("une montée", "a rise"),
                Direction::Down => ("une descente", "a fall"),
            };
            let (least, greatest) = part.kind.range();
            let goes_all_the_way = (from - to).abs() >= greatest - least;
            let lasting = lasts(*lasting, names);
            if goes_all_the_way {
                (
                    format!("{french} en {lasting}"),
                    format!("{english} in {lasting}"),
                )
            } else {
                let (from, to) = (names.plain(*from), names.plain(*to));
                (
                    format!("{french} de {from} à {to} en {lasting}"),
                    format!("{english} from {from} to {to} in {lasting}"),
                )
            }
        }
        Property::Blinks { part, hertz, .. } => {
            let (subject, rhythm) = (names.thing(part), names.rhythm(1000.0 / hertz));
            (
                format!("{subject} qui clignote {rhythm}"),
                format!("{subject} that blinks {rhythm}"),
            )
        }
        Property::Changes {
            part: _,
            bound,
            times,
            during,
        } => {
            let count = usize::try_from(*times).unwrap_or(usize::MAX);
            let word = plural(
                count,
                names.pick("changement", "change"),
                names.pick("changements", "changes"),
                names.language,
            );
            let (french, english) = match bound {
                Bound::AtLeast => (
                    format!("au moins {times} {word}"),
                    format!("at least {times} {word}"),
                ),
                Bound::AtMost => (
                    format!("au plus {times} {word}"),
                    format!("at most {times} {word}"),
                ),
                Bound::Exactly => (format!("{times} {word}"), format!("{times} {word}")),
            };
            match during {
                None => (french, english),
                Some(during) => {
                    let (from, to) = (names.time(during.from), names.time(during.to));
                    (
                        format!("{french} de {from} à {to}"),
                        format!("{english} from {from} to {to}"),
                    )
                }
            }
        }
        _ => return None,
    })
}

/// How long a ramp may last: `1 à 5 secondes`, `500 ms à 2 s`.
fn lasts(lasting: Interval, names: &Names<'_>) -> String {
    let Interval {
        from: Millis(shortest),
        to: Millis(longest),
    } = lasting;
    if shortest >= 1000 && shortest % 1000 == 0 && longest % 1000 == 0 {
        let (shortest, longest) = (shortest / 1000, longest / 1000);
        names.pick(
            format!("{shortest} à {longest}\u{a0}secondes"),
            format!("{shortest} to {longest} seconds"),
        )
    } else {
        let (shortest, longest) = (names.time(lasting.from), names.time(lasting.to));
        names.pick(
            format!("{shortest} à {longest}"),
            format!("{shortest} to {longest}"),
        )
    }
}

fn of_several(property: &Property, names: &Names<'_>) -> Option<(String, String)> {
    Some(match property {
        Property::Follows {
            part,
            leader,
            tolerance,
            ..
        } => {
            let (subject, leader) = (names.level_of(part), names.level_of(leader));
            let tolerance = names.plain(*tolerance);
            (
                format!("{subject} qui suit {leader} à {tolerance}\u{a0}% près"),
                format!("{subject} that follows {leader} within {tolerance}\u{a0}%"),
            )
        }
        Property::Responds {
            cause,
            comparison,
            threshold,
            part,
            level,
            ..
        } => {
            let (subject, level) = (names.subject(part, *level), names.at_level(part, *level));
            let condition = names.condition(cause, *comparison, *threshold);
            (
                format!("{subject} {level} quand {condition}"),
                format!("{subject} {level} when {condition}"),
            )
        }
        Property::NeverTogether { parts } => {
            if parts.iter().all(|part| part.kind == PartKind::Lamp) {
                (
                    "une seule lampe allumée à la fois".to_owned(),
                    "only one lamp on at a time".to_owned(),
                )
            } else {
                let [one, other] = [names.thing(&parts[0]), names.thing(&parts[1])];
                (format!("{one} sans {other}"), format!("{one} without {other}"))
            }
        }
        Property::Order { parts } => {
            let parts: Vec<String> = parts.iter().map(|part| names.thing(part)).collect();
            (
                format!("d’abord {}", parts.join(", puis ")),
                format!("first {}", parts.join(", then ")),
            )
        }
        _ => return None,
    })
}

fn of_the_program(property: &Property, names: &Names<'_>) -> (String, String) {
    match property {
        Property::Uses { block, at_least } => {
            let block = names.quoted(&block.in_language(names.language));
            match at_least {
                None | Some(0 | 1) => (format!("un bloc {block}"), format!("a {block} block")),
                Some(times) => (
                    format!("au moins {times} blocs {block}"),
                    format!("at least {times} {block} blocks"),
                ),
            }
        }
        Property::Without { block } => {
            let block = names.quoted(&block.in_language(names.language));
            (
                format!("un programme sans bloc {block}"),
                format!("a program without a {block} block"),
            )
        }
        Property::AtMostBlocks { blocks } => {
            let count = number(f64::from(*blocks), names.language);
            (
                format!("au plus {count} blocs"),
                format!("at most {count} blocks"),
            )
        }
        _ => (
            "un programme qui va jusqu’au bout".to_owned(),
            "a program that goes on to its end".to_owned(),
        ),
    }
}

/// What is expected where the sentences of the check could not be judged; empty where the first of them says it.
pub(crate) fn expected_instead(seen: &Seen, language: Language) -> String {
    let (french, english) = match seen {
        Seen::EmptySocket(_) => (
            "un nombre ou un bloc dans ce trou",
            "a number or a block in this gap",
        ),
        Seen::NothingLoose(_) => ("ce bloc sous un bloc de départ", "this block under a start block"),
        Seen::UnreadLine => (
            "une ligne qui commence comme un bloc",
            "a line that begins like a block",
        ),
        Seen::UnknownBlock => ("un bloc de cette version", "a block of this version"),
        Seen::NoSuchPart(_) => ("un nom qui est sur la carte", "a name that is on the board"),
        Seen::WrongPlace(_) => ("ce bloc à une autre place", "this block in another place"),
        Seen::NoSuchFunction => (
            "le bon nom et le bon nombre de valeurs",
            "the right name and number of values",
        ),
        Seen::TooBig => ("un programme plus court", "a shorter program"),
        Seen::Greedy(_) | Seen::TooManyChanges => (
            "un bloc « attendre » dans la boucle",
            "a “wait” block in the loop",
        ),
        _ => return String::new(),
    };
    typeset(french.to_owned(), english.to_owned(), language)
}
