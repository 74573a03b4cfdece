//! The rows of what must hold.

use super::{
    Row, chosen, count, interval, interval_or_absent, optional_interval, optional_number, optional_time,
    plain_number, time_or_absent,
};
use crate::check::template::Value;
use crate::check::{Bound, Comparison, Direction, Level, Property};

/// Properties of what the device did, then of the program.
pub(in crate::check) static PROPERTIES: &[Row<Property>] = &[
    Row {
        written: ["X est V à T", "X is V at T"],
        also: &["X vaut V à T", "X est à V à T", "X is at V at T"],
        meaning: |values| match values {
            [Value::Part(part), Value::Level(level), Value::Time(at)] => Some(Property::Is {
                part: part.clone(),
                level: *level,
                tolerance: None,
                at: *at,
            }),
            _ => None,
        },
        values: |property| match property {
            Property::Is {
                part,
                level,
                tolerance: None,
                at,
            } => Some(vec![
                Value::Part(part.clone()),
                Value::Level(*level),
                Value::Time(*at),
            ]),
            _ => None,
        },
    },
    Row {
        written: ["X vaut V ± N à T", "X is V ± N at T"],
        also: &["X est V ± N à T", "X vaut V ± N % à T", "X is V ± N % at T"],
        meaning: |values| match values {
            [
                Value::Part(part),
                level,
                Value::Number(tolerance),
                Value::Time(at),
            ] => Some(Property::Is {
                part: part.clone(),
                level: Level::Number(plain_number(level)?),
                tolerance: Some(*tolerance),
                at: *at,
            }),
            _ => None,
        },
        values: |property| match property {
            Property::Is {
                part,
                level,
                tolerance: Some(tolerance),
                at,
            } => Some(vec![
                Value::Part(part.clone()),
                Value::Level(*level),
                Value::Number(*tolerance),
                Value::Time(*at),
            ]),
            _ => None,
        },
    },
    Row {
        written: ["X devient V entre T et T", "X becomes V between T and T"],
        also: &[],
        meaning: |values| match values {
            [
                Value::Part(part),
                Value::Level(level),
                Value::Time(from),
                Value::Time(to),
            ] => Some(Property::Becomes {
                part: part.clone(),
                level: *level,
                between: interval(*from, *to),
            }),
            _ => None,
        },
        values: |property| match property {
            Property::Becomes { part, level, between } => Some(vec![
                Value::Part(part.clone()),
                Value::Level(*level),
                Value::Time(between.from),
                Value::Time(between.to),
            ]),
            _ => None,
        },
    },
    Row {
        written: ["X reste V de T à T", "X stays V from T to T"],
        also: &[],
        meaning: |values| match values {
            [
                Value::Part(part),
                Value::Level(level),
                Value::Time(from),
                Value::Time(to),
            ] => Some(Property::Stays {
                part: part.clone(),
                level: *level,
                during: interval(*from, *to),
            }),
            _ => None,
        },
        values: |property| match property {
            Property::Stays { part, level, during } => Some(vec![
                Value::Part(part.clone()),
                Value::Level(*level),
                Value::Time(during.from),
                Value::Time(during.to),
            ]),
            _ => None,
        },
    },
    Row {
        written: [
            "X monte|descend de V à V en T à T",
            "X rises|falls from V to V in T to T",
        ],
        also: &[],
        meaning: |values| match values {
            [
                Value::Part(part),
                Value::Choice(direction),
                from,
                to,
                Value::Time(shortest),
                Value::Time(longest),
            ] => Some(Property::Ramps {
                part: part.clone(),
                direction: *DIRECTIONS.get(*direction)?,
                from: plain_number(from)?,
                to: plain_number(to)?,
                lasting: interval(*shortest, *longest),
            }),
            _ => None,
        },
        values: |property| match property {
            Property::Ramps {
                part,
                direction,
                from,
                to,
                lasting,
            } => Some(vec![
                Value::Part(part.clone()),
                chosen(&DIRECTIONS, direction),
                Value::Level(Level::Number(*from)),
                Value::Level(Level::Number(*to)),
                Value::Time(lasting.from),
                Value::Time(lasting.to),
            ]),
            _ => None,
        },
    },
    Row {
        written: [
            "X clignote à F Hz [± P %] [de T à T]",
            "X blinks at F Hz [± P %] [from T to T]",
        ],
        also: &[],
        meaning: |values| match values {
            [Value::Part(part), Value::Number(hertz), tolerance, from, to] => Some(Property::Blinks {
                part: part.clone(),
                hertz: *hertz,
                tolerance: optional_number(tolerance),
                during: optional_interval(from, to),
            }),
            _ => None,
        },
        values: |property| match property {
            Property::Blinks {
                part,
                hertz,
                tolerance,
                during,
            } => {
                let [from, to] = interval_or_absent(*during);
                let tolerance = tolerance.map_or(Value::Absent, Value::Number);
                Some(vec![
                    Value::Part(part.clone()),
                    Value::Number(*hertz),
                    tolerance,
                    from,
                    to,
                ])
            }
            _ => None,
        },
    },
    Row {
        written: [
            "X change au_moins|au_plus|exactement N fois [de T à T]",
            "X changes at_least|at_most|exactly N times [from T to T]",
        ],
        also: &["X changes at_least|at_most|exactly N time [from T to T]"],
        meaning: |values| match values {
            [
                Value::Part(part),
                Value::Choice(bound),
                Value::Number(times),
                from,
                to,
            ] => Some(Property::Changes {
                part: part.clone(),
                bound: *BOUNDS.get(*bound)?,
                times: count(*times)?,
                during: optional_interval(from, to),
            }),
            _ => None,
        },
        values: |property| match property {
            Property::Changes {
                part,
                bound,
                times,
                during,
            } => {
                let [from, to] = interval_or_absent(*during);
                let times = Value::Number(f64::from(*times));
                Some(vec![
                    Value::Part(part.clone()),
                    chosen(&BOUNDS, bound),
                    times,
                    from,
                    to,
                ])
            }
            _ => None,
        },
    },
    Row {
        written: ["X suit Y ± P % [retard T]", "X follows Y ± P % [delay T]"],
        also: &[],
        meaning: |values| match values {
            [
                Value::Part(part),
                Value::Part(leader),
                Value::Number(tolerance),
                delay,
            ] => Some(Property::Follows {
                part: part.clone(),
                leader: leader.clone(),
                tolerance: *tolerance,
                delay: optional_time(delay),
            }),
            _ => None,
        },
        values: |property| match property {
            Property::Follows {
                part,
                leader,
                tolerance,
                delay,
            } => Some(vec![
                Value::Part(part.clone()),
                Value::Part(leader.clone()),
                Value::Number(*tolerance),
                time_or_absent(*delay),
            ]),
            _ => None,
        },
    },
    Row {
        written: [
            "si Y <|>|= V alors X devient W en moins de T",
            "if Y <|>|= V then X becomes W within T",
        ],
        also: &[],
        meaning: |values| match values {
            [
                Value::Part(cause),
                Value::Choice(comparison),
                Value::Level(threshold),
                Value::Part(part),
                Value::Level(level),
                Value::Time(within),
            ] => Some(Property::Responds {
                cause: cause.clone(),
                comparison: *COMPARISONS.get(*comparison)?,
                threshold: *threshold,
                part: part.clone(),
                level: *level,
                within: *within,
            }),
            _ => None,
        },
        values: |property| match property {
            Property::Responds {
                cause,
                comparison,
                threshold,
                part,
                level,
                within,
            } => Some(vec![
                Value::Part(cause.clone()),
                chosen(&COMPARISONS, comparison),
                Value::Level(*threshold),
                Value::Part(part.clone()),
                Value::Level(*level),
                Value::Time(*within),
            ]),
            _ => None,
        },
    },
    Row {
        written: ["jamais X et Y allumées ensemble", "never X and Y on together"],
        also: &["jamais X et Y allumés ensemble"],
        meaning: |values| match values {
            [Value::Part(one), Value::Part(other)] => Some(Property::NeverTogether {
                parts: [one.clone(), other.clone()],
            }),
            _ => None,
        },
        values: |property| match property {
            Property::NeverTogether { parts: [one, other] } => {
                Some(vec![Value::Part(one.clone()), Value::Part(other.clone())])
            }
            _ => None,
        },
    },
    Row {
        written: ["ordre A, B, C", "order A, B, C"],
        also: &[],
        meaning: |values| match values {
            [Value::Parts(parts)] => Some(Property::Order { parts: parts.clone() }),
            _ => None,
        },
        values: |property| match property {
            Property::Order { parts } => Some(vec![Value::Parts(parts.clone())]),
            _ => None,
        },
    },
    Row {
        written: ["aucune erreur", "no error"],
        also: &[],
        meaning: |values| values.is_empty().then_some(Property::NoError),
        values: |property| matches!(property, Property::NoError).then(Vec::new),
    },
    Row {
        written: [
            "programme utilise BLOC [au moins N fois]",
            "program uses BLOCK [at least N times]",
        ],
        also: &["program uses BLOCK [at least N time]"],
        meaning: |values| match values {
            [Value::Block(block), times] => Some(Property::Uses {
                block: block.clone(),
                at_least: match optional_number(times) {
                    Some(times) => Some(count(times)?),
                    None => None,
                },
            }),
            _ => None,
        },
        values: |property| match property {
            Property::Uses { block, at_least } => {
                let times = at_least.map_or(Value::Absent, |times| Value::Number(f64::from(times)));
                Some(vec![Value::Block(block.clone()), times])
            }
            _ => None,
        },
    },
    Row {
        written: ["programme sans BLOC", "program without BLOCK"],
        also: &[],
        meaning: |values| match values {
            [Value::Block(block)] => Some(Property::Without { block: block.clone() }),
            _ => None,
        },
        values: |property| match property {
            Property::Without { block } => Some(vec![Value::Block(block.clone())]),
            _ => None,
        },
    },
    Row {
        written: ["programme au plus N blocs", "program at most N blocks"],
        also: &["programme au plus N bloc", "program at most N block"],
        meaning: |values| match values {
            [Value::Number(blocks)] => Some(Property::AtMostBlocks {
                blocks: count(*blocks)?,
            }),
            _ => None,
        },
        values: |property| match property {
            Property::AtMostBlocks { blocks } => Some(vec![Value::Number(f64::from(*blocks))]),
            _ => None,
        },
    },
];

/// In the order of the words of their choice.
const DIRECTIONS: [Direction; 2] = [Direction::Up, Direction::Down];
/// In the order of the words of their choice.
const BOUNDS: [Bound; 3] = [Bound::AtLeast, Bound::AtMost, Bound::Exactly];
/// In the order of the words of their choice.
const COMPARISONS: [Comparison; 3] = [Comparison::Below, Comparison::Above, Comparison::Equal];
