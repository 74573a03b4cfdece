//! Sentences that can be read but ask for what cannot be: on this board, in this time, with these acts.

use super::tokens::{Token, TokenKind};
use super::{Check, Comparison, Direction, Interval, Level, Property, Stimulus, values};
use crate::problem::Problem;
use crate::words::check::CheckProblem;
use device::parts::{Board, PartKind, PartName};
use device::trace::Millis;

/// A check may run the device so long: ten minutes of virtual time.
pub(super) const LONGEST: Millis = Millis(600_000);
/// A check may run so often.
pub(super) const MOST_RUNS: u32 = 20;

/// A line that was read, to find columns in.
pub(super) struct Line<'a> {
    /// Line of the file.
    pub number: usize,
    /// Column of its first token.
    pub column: usize,
    /// Its tokens.
    pub tokens: Vec<Token<'a>>,
    /// The sentence it became.
    pub sentence: Option<usize>,
    /// The stimulus it became.
    pub stimulus: Option<usize>,
}

/// Something that cannot be, and what to point at.
struct Nonsense {
    at: Target,
    problem: CheckProblem,
}

enum Target {
    Line,
    Part(PartName),
    Time(Millis),
}

/// What makes no sense in a check.
pub(super) fn problems(check: &Check, lines: &[Line<'_>], board: &Board) -> Vec<Problem> {
    let mut problems = Vec::new();
    for line in lines {
        let mut found = Found {
            check,
            board,
            nonsense: Vec::new(),
        };
        if let Some(stimulus) = line.stimulus.and_then(|place| check.stimuli.get(place)) {
            found.in_stimulus(stimulus);
        }
        if let Some(sentence) = line.sentence.and_then(|place| check.sentences.get(place)) {
            found.in_property(&sentence.property);
        }
        problems.extend(found.nonsense.into_iter().map(|nonsense| {
            let column = line.column_of(&nonsense.at);
            nonsense.problem.at(line.number, column)
        }));
    }
    problems
}

impl Line<'_> {
    fn column_of(&self, target: &Target) -> usize {
        let place = match target {
            Target::Line => None,
            Target::Part(name) => self
                .tokens
                .iter()
                .position(|token| values::part(token.text).as_ref() == Some(name)),
            Target::Time(time) => self.tokens.windows(2).position(|pair| match pair[0].kind {
                TokenKind::Number(value) => values::milliseconds(value, pair[1].text) == Some(*time),
                _ => false,
            }),
        };
        place
            .and_then(|place| self.tokens.get(place))
            .map_or(self.column, |token| token.column)
    }
}

struct Found<'a> {
    check: &'a Check,
    board: &'a Board,
    nonsense: Vec<Nonsense>,
}

impl Found<'_> {
    fn add(&mut self, at: Target, problem: CheckProblem) {
        self.nonsense.push(Nonsense { at, problem });
    }

    fn in_stimulus(&mut self, stimulus: &Stimulus) {
        let part = stimulus.part();
        self.plugged(part);
        let can_be_done = match stimulus {
            Stimulus::Press { .. } => part.kind == PartKind::Button,
            Stimulus::Set { .. } => !part.kind.is_output(),
            Stimulus::Slide { .. } => !part.kind.is_output() && part.kind != PartKind::Button,
        };
        if !can_be_done {
            self.add(
                Target::Part(part.clone()),
                CheckProblem::CannotBeDone { part: part.clone() },
            );
            return;
        }
        match stimulus {
            Stimulus::Press { at, .. } => self.instant(*at),
            Stimulus::Set { at, level, .. } => {
                self.instant(*at);
                self.level(part, *level);
            }
            Stimulus::Slide { during, from, to, .. } => {
                self.interval(*during);
                self.level(part, Level::Number(*from));
                self.level(part, Level::Number(*to));
            }
        }
    }

    fn in_property(&mut self, property: &Property) {
        for part in property.parts() {
            self.plugged(part);
        }
        match property {
            Property::Is { part, level, at, .. } => {
                self.level(part, *level);
                self.instant(*at);
            }
            Property::Becomes {
                part,
                level,
                between: during,
            }
            | Property::Stays { part, level, during } => {
                self.level(part, *level);
                self.interval(*during);
            }
            Property::Ramps {
                part,
                direction,
                from,
                to,
                lasting,
            } => {
                self.level(part, Level::Number(*from));
                self.level(part, Level::Number(*to));
                self.interval(*lasting);
                let goes_up = to > from;
                if (goes_up && *direction == Direction::Down) || (!goes_up && *direction == Direction::Up) {
                    self.add(
                        Target::Line,
                        CheckProblem::WrongWay {
                            direction: *direction,
                            from: *from,
                            to: *to,
                        },
                    );
                }
            }
            Property::Blinks { hertz, during, .. } => {
                self.optional_interval(*during);
                let window = during.unwrap_or(Interval {
                    from: Millis(0),
                    to: self.check.duration,
                });
                #[allow(clippy::cast_precision_loss, reason = "no check lasts 2^53 ms")]
                let seconds = window.to.0.saturating_sub(window.from.0) as f64 / 1000.0;
                if *hertz <= 0.0 || seconds * hertz < 2.0 {
                    self.add(Target::Line, CheckProblem::TooShortToBlink);
                }
            }
            Property::Changes { during, .. } => self.optional_interval(*during),
            Property::Follows { leader, .. } => {
                if !self
                    .check
                    .stimuli
                    .iter()
                    .any(|stimulus| stimulus.part() == leader)
                {
                    let part = leader.clone();
                    self.add(Target::Part(leader.clone()), CheckProblem::NoStimulus { part });
                }
            }
            Property::Responds {
                cause,
                comparison,
                threshold,
                part,
                level,
                within,
            } => {
                self.level(cause, *threshold);
                self.level(part, *level);
                if !cause.kind.is_output() && !self.comes_true(cause, *comparison, *threshold, *within) {
                    let part = cause.clone();
                    self.add(Target::Part(cause.clone()), CheckProblem::NeverTrue { part });
                }
            }
            Property::NeverTogether { parts: [one, other] } => {
                if one == other {
                    self.add(
                        Target::Part(one.clone()),
                        CheckProblem::SamePartTwice { part: one.clone() },
                    );
                }
            }
            Property::Order { parts } => {
                let twice = parts
                    .iter()
                    .enumerate()
                    .find(|(place, part)| parts[..*place].contains(part));
                if let Some((_, part)) = twice {
                    self.add(
                        Target::Part(part.clone()),
                        CheckProblem::SamePartTwice { part: part.clone() },
                    );
                } else if parts.len() < 2 {
                    self.add(Target::Line, CheckProblem::OrderOfOne);
                }
            }
            Property::NoError
            | Property::Uses { .. }
            | Property::Without { .. }
            | Property::AtMostBlocks { .. }
            | Property::Drawing(_) => {}
        }
    }

    fn plugged(&mut self, part: &PartName) {
        if self.board.part_number(part).is_none() {
            let board = self
                .board
                .parts
                .iter()
                .map(|plugged| plugged.name.clone())
                .collect();
            self.add(
                Target::Part(part.clone()),
                CheckProblem::NotOnTheBoard {
                    part: part.clone(),
                    board,
                },
            );
        }
    }

    fn instant(&mut self, at: Millis) {
        if at > self.check.duration {
            let duration = self.check.duration;
            self.add(Target::Time(at), CheckProblem::AfterTheEnd { at, duration });
        }
    }

    fn interval(&mut self, interval: Interval) {
        if interval.from > interval.to {
            self.add(Target::Time(interval.from), CheckProblem::Backwards { interval });
        } else {
            self.instant(interval.to);
        }
    }

    fn optional_interval(&mut self, interval: Option<Interval>) {
        if let Some(interval) = interval {
            self.interval(interval);
        }
    }

    fn level(&mut self, part: &PartName, level: Level) {
        let fits = match level {
            Level::Number(value) => {
                let (least, greatest) = part.kind.range();
                value == 0.0 || (least..=greatest).contains(&value)
            }
            Level::On | Level::Off => part.kind.is_output(),
            Level::Pressed | Level::Released => part.kind == PartKind::Button,
        };
        if !fits {
            self.add(
                Target::Part(part.clone()),
                CheckProblem::LevelOutOfRange {
                    part: part.clone(),
                    level,
                },
            );
        }
    }

    /// Whether the stimuli make an input satisfy a condition for long enough to wait for an answer.
    fn comes_true(&self, cause: &PartName, comparison: Comparison, threshold: Level, within: Millis) -> bool {
        let Some(number) = self.board.part_number(cause) else {
            return true;
        };
        let mut changes = vec![(Millis(0), cause.kind.value_at_start())];
        let inputs = self.check.inputs(self.board);
        changes.extend(
            inputs
                .iter()
                .filter(|input| usize::from(input.part) == number)
                .map(|input| (input.at, input.value)),
        );
        let mut true_since = None;
        let end = self.check.duration;
        let ends = changes.iter().skip(1).map(|(at, _)| *at).chain([end]);
        for ((start, value), until) in changes.iter().zip(ends) {
            if comparison.holds(*value, threshold) {
                let since = *true_since.get_or_insert(*start);
                if until.min(end).0.saturating_sub(since.0) >= within.0 {
                    return true;
                }
            } else if until > *start {
                true_since = None;
            }
        }
        false
    }
}
