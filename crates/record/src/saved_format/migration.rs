//! From the data of a former version to those of today, one version at a time.

use serde_json::Value;

/// Makes data of one version into data of the next.
type Step = fn(Value) -> Value;

/// The first step leads from version 1 to 2, and so on; a step that was released never changes.
const STEPS: &[Step] = &[first_to_second];

/// Data of a version as today's version would have written them. What is no data of that version is left for reading
/// to refuse, where it can say the place.
pub(super) fn to_today(version: u64, data: Value) -> Value {
    let done = usize::try_from(version.saturating_sub(1)).unwrap_or(usize::MAX);
    STEPS.iter().skip(done).fold(data, |data, step| step(data))
}

/// Version 2 says in the envelope how long the data are; the data are the same.
fn first_to_second(data: Value) -> Value {
    data
}

#[cfg(test)]
mod tests {
    #[test]
    fn there_is_a_step_from_every_former_version() {
        assert_eq!(u64::try_from(super::STEPS.len() + 1), Ok(super::super::VERSION));
    }
}
