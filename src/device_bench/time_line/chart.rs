//! From a trace to what is drawn: the window of time, its ticks, and curves reduced to the pixels there are.

use device::parts::{Board, PartKind};
use device::trace::{Change, Millis, Trace};
use lesson::grade::Expected;
use std::fmt::Write;

/// How many columns a curve has at most; about the pixels of a wide screen.
const COLUMNS: f64 = 1000.0;

/// Lengths of window to choose from, in milliseconds; beyond the last one the window moves on with the run, and one
/// turns pages of that length in its past.
const LENGTHS: [u64; 4] = [6_000, 12_000, 30_000, 60_000];

/// The stretch of time on show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// First instant.
    pub from: Millis,
    /// Last instant.
    pub to: Millis,
}

impl Window {
    /// The window for a run that has come to `end`, looked at `at` an instant; `planned` is how long a check lasts.
    pub fn new(end: Millis, at: Millis, planned: Option<Millis>) -> Self {
        let shortest = planned.map_or(LENGTHS[0], |planned| planned.0.max(1_000));
        let longest = LENGTHS[LENGTHS.len() - 1];
        if end.0 <= shortest && shortest <= longest {
            return Self {
                from: Millis(0),
                to: Millis(shortest),
            };
        }
        if let Some(length) = LENGTHS.into_iter().find(|length| *length >= end.0.max(shortest)) {
            return Self {
                from: Millis(0),
                to: Millis(length),
            };
        }
        let half = longest / 2;
        let present = (end.0.saturating_sub(1) / half).saturating_sub(1) * half;
        let from = if at.0 >= present {
            present
        } else {
            at.0.saturating_sub(1) / longest * longest
        };
        Self {
            from: Millis(from),
            to: Millis(from + longest),
        }
    }

    /// How long it is, in milliseconds.
    pub fn length(self) -> u64 {
        self.to.0 - self.from.0
    }

    /// Where an instant stands in it: 0 at its beginning, 1 at its end; instants outside stand at an edge.
    pub fn share(self, at: Millis) -> f64 {
        let within = at.0.clamp(self.from.0, self.to.0) - self.from.0;
        #[allow(clippy::cast_precision_loss, reason = "at most a minute")]
        let share = within as f64 / self.length() as f64;
        share
    }

    /// The instants to write under the axis.
    pub fn ticks(self) -> Vec<Millis> {
        let step = match self.length() {
            0..=12_000 => 1_000,
            12_001..=30_000 => 5_000,
            _ => 10_000,
        };
        (self.from.0..=self.to.0)
            .step_by(usize::try_from(step).unwrap_or(1_000))
            .map(Millis)
            .collect()
    }
}

/// A line of the chart.
#[derive(Clone, Debug, PartialEq)]
pub enum Track {
    /// A level or a sound over time.
    Curve {
        /// The part's number.
        part: usize,
        /// The line, in a box of 1000 by 100 with 0 at the top.
        line: String,
        /// Where the value on show stands: from 0 (bottom) to 1.
        level: f64,
    },
    /// All buttons on one line.
    Presses(Vec<Press>),
}

/// A stretch of time a button was down.
#[derive(Clone, Debug, PartialEq)]
pub struct Press {
    /// The part's number.
    pub part: usize,
    /// First instant, as a share of the window.
    pub from: f64,
    /// Last instant, as a share of the window.
    pub to: f64,
}

/// The lines of a run: outputs first, then buttons, then the other inputs.
pub fn tracks(trace: &Trace, board: &Board, window: Window, at: Millis) -> Vec<Track> {
    let first = trace.changes.partition_point(|change| change.at < window.from);
    let after = trace.changes.partition_point(|change| change.at <= window.to);
    let before = &trace.changes[..first];
    let within = &trace.changes[first..after];
    let curve = |part: usize| {
        let scale = |value| height(board.parts[part].name.kind, value);
        let start = value_before(trace, before, part);
        let level = within
            .iter()
            .rfind(|change| usize::from(change.part) == part && change.at <= at)
            .map_or(start, |change| change.value);
        Track::Curve {
            part,
            line: line(within, part, window, trace.until, start, scale),
            level: scale(level),
        }
    };
    let of = |wanted: &'static [PartKind]| {
        let parts = board.parts.iter().enumerate();
        parts
            .filter(|(_, plugged)| wanted.contains(&plugged.name.kind))
            .map(|(part, _)| part)
    };
    let mut tracks: Vec<Track> = of(&[PartKind::Lamp, PartKind::Buzzer]).map(curve).collect();
    let buttons: Vec<usize> = of(&[PartKind::Button]).collect();
    if !buttons.is_empty() {
        let presses = buttons.into_iter().flat_map(|part| {
            let start = value_before(trace, before, part);
            presses(within, part, window, trace.until, start)
        });
        tracks.push(Track::Presses(presses.collect()));
    }
    tracks.extend(of(&[PartKind::Potentiometer, PartKind::AmbientLight]).map(curve));
    tracks
}

fn value_before(trace: &Trace, before: &[Change], part: usize) -> f64 {
    let last = before
        .iter()
        .rev()
        .find(|change| usize::from(change.part) == part);
    last.map_or_else(
        || trace.at_start.get(part).copied().unwrap_or(0.0),
        |change| change.value,
    )
}

/// How high a value stands: from 0 to 1. Notes go by octaves, as ears do, from 65 Hz (a low C) to 4186 Hz (the
/// highest of a piano); silence lies at the bottom.
fn height(kind: PartKind, value: f64) -> f64 {
    const LOWEST: f64 = 65.4;
    const OCTAVES: f64 = 6.0;
    match kind {
        PartKind::Buzzer if value <= 0.0 => 0.0,
        PartKind::Buzzer => (0.2 + 0.8 * (value / LOWEST).log2() / OCTAVES).clamp(0.2, 1.0),
        PartKind::Button => value,
        PartKind::Lamp | PartKind::Potentiometer | PartKind::AmbientLight => value / 100.0,
    }
}

/// Steps, at most one up-and-down a column.
fn line(
    within: &[Change],
    part: usize,
    window: Window,
    until: Millis,
    start: f64,
    scale: impl Fn(f64) -> f64,
) -> String {
    let column = |at| (window.share(at) * COLUMNS).round();
    let y = |value| 100.0 - 100.0 * scale(value);
    let mut path = format!("M0 {:.1}", y(start));
    let mut changes = within
        .iter()
        .filter(|change| usize::from(change.part) == part)
        .peekable();
    while let Some(change) = changes.next() {
        let x = column(change.at);
        let (mut low, mut high, mut last) = (y(change.value), y(change.value), y(change.value));
        while let Some(next) = changes.next_if(|next| column(next.at) <= x) {
            last = y(next.value);
            low = low.min(last);
            high = high.max(last);
        }
        // Writing to a String never fails.
        let _ = if low < high {
            write!(path, "H{x}V{low:.1}V{high:.1}V{last:.1}")
        } else {
            write!(path, "H{x}V{last:.1}")
        };
    }
    if until >= window.from {
        let _ = write!(path, "H{}", column(until));
    }
    path
}

fn presses(within: &[Change], part: usize, window: Window, until: Millis, start: f64) -> Vec<Press> {
    let mut presses = Vec::new();
    let mut down = (start > 0.0).then_some(window.from);
    for change in within.iter().filter(|change| usize::from(change.part) == part) {
        if change.value > 0.0 {
            down = down.or(Some(change.at));
        } else if let Some(from) = down.take() {
            presses.push((from, change.at));
        }
    }
    if let Some(from) = down {
        presses.push((from, until));
    }
    let share = |(from, to)| Press {
        part,
        from: window.share(from),
        to: window.share(to),
    };
    presses.into_iter().map(share).collect()
}

/// A shape in the box of a curve.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// What is within.
    pub area: String,
    /// Its two edges.
    pub edges: String,
}

/// What a check expects of a part: a fan between the fastest and the slowest ramp, or a band of values.
pub fn expected_shape(
    expected: &Expected,
    within: (Millis, Millis),
    kind: PartKind,
    window: Window,
) -> Shape {
    let x = |at| (window.share(at) * COLUMNS).round();
    let y = |value| 100.0 - 100.0 * height(kind, value);
    let (first, last) = (x(within.0), x(within.1));
    match *expected {
        Expected::Ramp { start, from, to } => {
            let (start, from, to) = (x(start), y(from), y(to));
            Shape {
                area: format!("M{start} {from:.1}L{first} {to:.1}H{last}Z"),
                edges: format!("M{first} {to:.1}L{start} {from:.1}L{last} {to:.1}"),
            }
        }
        Expected::Level { least, greatest } => {
            let (low, high) = (y(least), y(greatest));
            // An instant is drawn as wide as it can be seen.
            let last = last.max(first + 4.0);
            Shape {
                area: format!("M{first} {low:.1}V{high:.1}H{last}V{low:.1}Z"),
                edges: format!("M{first} {low:.1}H{last}M{first} {high:.1}H{last}"),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trace(changes: &[(u64, u16, f64)], until: u64) -> Trace {
        Trace {
            at_start: vec![0.0; 6],
            changes: changes
                .iter()
                .map(|&(at, part, value)| Change {
                    at: Millis(at),
                    part,
                    value,
                    block: None,
                })
                .collect(),
            until: Millis(until),
            ..Trace::default()
        }
    }

    #[test]
    fn the_window_grows_with_the_run_then_moves_on() {
        let check = |end, at, planned: Option<u64>, from, to| {
            let window = Window::new(Millis(end), Millis(at), planned.map(Millis));
            assert_eq!(
                (window.from.0, window.to.0),
                (from, to),
                "end {end}, at {at}, planned {planned:?}"
            );
        };
        check(0, 0, None, 0, 6_000);
        check(6_000, 6_000, None, 0, 6_000);
        check(6_001, 6_001, None, 0, 12_000);
        check(2_000, 2_000, Some(10_000), 0, 10_000);
        check(11_000, 0, Some(10_000), 0, 12_000);
        check(60_000, 60_000, None, 0, 60_000);
        check(60_001, 60_001, None, 30_000, 90_000);
        check(200_000, 0, None, 0, 60_000);
        check(200_000, 100_000, None, 60_000, 120_000);
        check(200_000, 200_000, None, 150_000, 210_000);
        check(90_000, 90_000, Some(120_000), 30_000, 90_000);
    }

    #[test]
    fn a_curve_is_steps_and_keeps_the_extremes_of_what_shares_a_column() {
        let board = Board::default();
        let window = Window::new(Millis(0), Millis(0), None);
        let check = |changes: &[(u64, u16, f64)], until, expected: &str| {
            let tracks = tracks(&trace(changes, until), &board, window, Millis(until));
            let Track::Curve { line, .. } = &tracks[0] else {
                panic!("the lamp has a curve");
            };
            assert_eq!(line, expected);
        };
        check(&[], 0, "M0 100.0H0");
        check(&[(3_000, 0, 100.0)], 4_500, "M0 100.0H500V0.0H750");
        check(
            &[(3_000, 0, 100.0), (3_001, 0, 20.0), (3_002, 0, 50.0)],
            6_000,
            "M0 100.0H500V0.0V80.0V50.0H1000",
        );
        check(&[(3_000, 1, 440.0)], 6_000, "M0 100.0H1000");
    }

    #[test]
    fn a_hundred_thousand_changes_are_no_more_than_the_columns() {
        let changes: Vec<_> = (0..100_000)
            .map(|number| (number / 20, 0, f64::from(u32::from(number % 2 == 0)) * 100.0))
            .collect();
        let window = Window::new(Millis(5_000), Millis(5_000), None);
        let tracks = tracks(&trace(&changes, 5_000), &Board::default(), window, Millis(5_000));
        let Track::Curve { line, .. } = &tracks[0] else {
            panic!("the lamp has a curve");
        };
        assert!(line.len() < 30_000, "{} bytes of path", line.len());
    }

    #[test]
    fn presses_have_a_beginning_and_an_end() {
        let trace = trace(&[(600, 2, 1.0), (1_200, 2, 0.0), (3_000, 3, 1.0)], 4_500);
        let window = Window::new(Millis(4_500), Millis(0), None);
        let tracks = tracks(&trace, &Board::default(), window, Millis(0));
        let press = |part, from, to| Press { part, from, to };
        assert_eq!(
            tracks[2],
            Track::Presses(vec![press(2, 0.1, 0.2), press(3, 0.5, 0.75)])
        );
    }

    #[test]
    fn what_is_expected_is_a_fan_or_a_band() {
        let window = Window::new(Millis(6_000), Millis(0), None);
        let within = (Millis(1_500), Millis(3_000));
        let check = |expected, area: &str| {
            assert_eq!(
                expected_shape(&expected, within, PartKind::Lamp, window).area,
                area
            );
        };
        let start = Millis(0);
        let (from, to) = (0.0, 100.0);
        check(Expected::Ramp { start, from, to }, "M0 100.0L250 0.0H500Z");
        let (least, greatest) = (40.0, 60.0);
        check(Expected::Level { least, greatest }, "M250 60.0V40.0H500V60.0Z");
    }
}
