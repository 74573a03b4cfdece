//! The closed list of sentences. Each row stands once and serves to read, to write and to document.

mod drawing;
mod elsewhere;
mod properties;

pub(super) use drawing::DRAWING;
pub(super) use elsewhere::{NOT_HERE, Needs};
pub(super) use properties::PROPERTIES;

use super::template::{self, Value};
use super::values::whole;
use super::{Interval, Level, Stimulus};
use device::trace::Millis;
use words::Language;

/// What a line that is no property sets up.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Setup {
    /// How long the device runs.
    Duration(Millis),
    /// How often the check runs.
    Runs(u32),
    /// An act on the device.
    Act(Stimulus),
}

/// What stands before a property, in French and in English.
pub(super) const VERB: [&str; 2] = ["vérifie", "check"];
/// What stands before the words of praise, in French and in English.
pub(super) const PRAISE: [&str; 2] = ["bravo", "well done"];

/// A sentence: its template in each language, and both ways between the holes and what it means.
pub(super) struct Row<Meaning: 'static> {
    /// The template that is written, in French and in English (see [`template`]).
    pub written: [&'static str; 2],
    /// Other templates that are read; their holes are those of the one written.
    pub also: &'static [&'static str],
    /// What the holes mean; `None` when they cannot mean anything (half a time).
    pub meaning: fn(&[Value]) -> Option<Meaning>,
    /// What fills the holes; `None` for the meaning of another row.
    pub values: fn(&Meaning) -> Option<Vec<Value>>,
}

/// Writes what is meant, by the first row that can.
pub(super) fn write<Meaning>(rows: &[Row<Meaning>], meaning: &Meaning, language: Language) -> String {
    rows.iter()
        .find_map(|row| {
            let values = (row.values)(meaning)?;
            let template = language.pick(row.written[0], row.written[1]);
            Some(template::write(template, &values, language))
        })
        .unwrap_or_default()
}

/// Every sentence about a device as documentation shows it: set-up first, then properties with `vérifie` or `check`.
#[must_use]
pub fn patterns(language: Language) -> Vec<String> {
    let setup = shown(SETUP, language);
    let properties = shown(PROPERTIES, language).map(|shown| with_verb(&shown, language));
    setup
        .chain(properties)
        .chain([praise_pattern(language)])
        .collect()
}

/// Every sentence about a drawing as documentation shows it.
#[must_use]
pub fn patterns_of_drawings(language: Language) -> Vec<String> {
    let properties = shown(DRAWING, language).map(|shown| with_verb(&shown, language));
    properties.chain([praise_pattern(language)]).collect()
}

fn shown<Meaning>(rows: &'static [Row<Meaning>], language: Language) -> impl Iterator<Item = String> {
    rows.iter()
        .map(move |row| template::shown(language.pick(row.written[0], row.written[1])))
}

fn with_verb(pattern: &str, language: Language) -> String {
    format!("{} {pattern}", language.pick(VERB[0], VERB[1]))
}

fn praise_pattern(language: Language) -> String {
    format!("{} …", language.pick(PRAISE[0], PRAISE[1]))
}

/// Set-up and stimulus.
pub(super) static SETUP: &[Row<Setup>] = &[
    Row {
        written: ["durée T", "duration T"],
        also: &[],
        meaning: |values| match values {
            [Value::Time(time)] => Some(Setup::Duration(*time)),
            _ => None,
        },
        values: |setup| match setup {
            Setup::Duration(time) => Some(vec![Value::Time(*time)]),
            _ => None,
        },
    },
    Row {
        written: ["à T appuie X [pendant T]", "at T press X [for T]"],
        also: &["à T appuie sur X [pendant T]"],
        meaning: |values| match values {
            [Value::Time(at), Value::Part(part), held] => Some(Setup::Act(Stimulus::Press {
                part: part.clone(),
                at: *at,
                held: optional_time(held),
            })),
            _ => None,
        },
        values: |setup| match setup {
            Setup::Act(Stimulus::Press { part, at, held }) => Some(vec![
                Value::Time(*at),
                Value::Part(part.clone()),
                time_or_absent(*held),
            ]),
            _ => None,
        },
    },
    Row {
        written: ["à T règle X sur V", "at T set X to V"],
        also: &["à T règle X à V"],
        meaning: |values| match values {
            [Value::Time(at), Value::Part(part), Value::Level(level)] => Some(Setup::Act(Stimulus::Set {
                part: part.clone(),
                at: *at,
                level: *level,
            })),
            _ => None,
        },
        values: |setup| match setup {
            Setup::Act(Stimulus::Set { part, at, level }) => Some(vec![
                Value::Time(*at),
                Value::Part(part.clone()),
                Value::Level(*level),
            ]),
            _ => None,
        },
    },
    Row {
        written: ["de T à T glisse X de V à V", "from T to T slide X from V to V"],
        also: &[],
        meaning: |values| match values {
            [Value::Time(start), Value::Time(end), Value::Part(part), from, to] => {
                Some(Setup::Act(Stimulus::Slide {
                    part: part.clone(),
                    during: interval(*start, *end),
                    from: plain_number(from)?,
                    to: plain_number(to)?,
                }))
            }
            _ => None,
        },
        values: |setup| match setup {
            Setup::Act(Stimulus::Slide {
                part,
                during,
                from,
                to,
            }) => Some(vec![
                Value::Time(during.from),
                Value::Time(during.to),
                Value::Part(part.clone()),
                Value::Level(Level::Number(*from)),
                Value::Level(Level::Number(*to)),
            ]),
            _ => None,
        },
    },
    Row {
        written: [
            "répète N fois avec une autre graine",
            "repeat N times with another seed",
        ],
        also: &[],
        meaning: |values| match values {
            [Value::Number(runs)] => Some(Setup::Runs(count(*runs)?)),
            _ => None,
        },
        values: |setup| match setup {
            Setup::Runs(runs) => Some(vec![Value::Number(f64::from(*runs))]),
            _ => None,
        },
    },
];

fn chosen<T: PartialEq>(all: &[T], one: &T) -> Value {
    Value::Choice(all.iter().position(|known| known == one).unwrap_or(0))
}

fn interval(from: Millis, to: Millis) -> Interval {
    Interval { from, to }
}

fn plain_number(value: &Value) -> Option<f64> {
    match value {
        Value::Level(Level::Number(number)) => Some(*number),
        _ => None,
    }
}

fn optional_number(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => Some(*number),
        _ => None,
    }
}

fn optional_time(value: &Value) -> Option<Millis> {
    match value {
        Value::Time(time) => Some(*time),
        _ => None,
    }
}

fn time_or_absent(time: Option<Millis>) -> Value {
    time.map_or(Value::Absent, Value::Time)
}

fn optional_interval(from: &Value, to: &Value) -> Option<Interval> {
    Some(interval(optional_time(from)?, optional_time(to)?))
}

fn interval_or_absent(interval: Option<Interval>) -> [Value; 2] {
    interval.map_or([Value::Absent, Value::Absent], |interval| {
        [Value::Time(interval.from), Value::Time(interval.to)]
    })
}

fn count(number: f64) -> Option<u32> {
    u32::try_from(whole(number)?).ok()
}
