//! The steps of a command, each named as it starts and timed as it ends.

use crate::problem::Outcome;
use std::time::{Duration, Instant};

/// Runs a step, saying its name before and its time after.
pub fn stage<T>(name: &str, step: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    println!("\n==> {name}");
    let start = Instant::now();
    let outcome = step();
    let end = if outcome.is_ok() { "done" } else { "stopped" };
    println!("    {name}: {end} in {}", seconds(start.elapsed()));
    outcome
}

/// A duration as people say it.
pub fn seconds(duration: Duration) -> String {
    let seconds = duration.as_secs_f64();
    if seconds < 60.0 {
        format!("{seconds:.1} s")
    } else {
        format!("{} min {:02} s", duration.as_secs() / 60, duration.as_secs() % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_at_a_glance() {
        assert_eq!(seconds(Duration::from_millis(1_540)), "1.5 s");
        assert_eq!(seconds(Duration::from_secs(245)), "4 min 05 s");
    }
}
