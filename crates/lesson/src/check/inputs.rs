//! What the stimuli of a check do to the inputs, instant by instant.

use super::{Check, Stimulus};
use device::in_order::sort_by_number;
use device::parts::Board;
use device::run::InputEvent;
use device::trace::Millis;

impl Check {
    /// The inputs it sets, in order of time. Those of parts the board does not have are left out; values saturate.
    #[must_use]
    pub fn inputs(&self, board: &Board) -> Vec<InputEvent> {
        let mut inputs = Vec::new();
        for stimulus in &self.stimuli {
            let Some(number) = board.part_number(stimulus.part()) else {
                continue;
            };
            let Ok(part) = u16::try_from(number) else {
                continue;
            };
            let kind = stimulus.part().kind;
            let (least, greatest) = kind.range();
            let mut set = |at: Millis, value: f64| {
                let value = value.clamp(least, greatest);
                inputs.push(InputEvent { at, part, value });
            };
            match stimulus {
                Stimulus::Press { at, held, .. } => {
                    set(*at, greatest);
                    set(Millis(at.0 + held.unwrap_or(Stimulus::PRESS).0), least);
                }
                Stimulus::Set { at, level, .. } => set(*at, level.value(kind)),
                Stimulus::Slide { during, from, to, .. } => {
                    let length = during.to.0.saturating_sub(during.from.0);
                    let mut past = 0;
                    while past < length {
                        #[allow(clippy::cast_precision_loss, reason = "no check lasts 2^53 ms")]
                        let share = past as f64 / length as f64;
                        set(Millis(during.from.0 + past), from + (to - from) * share);
                        past += Stimulus::SLIDE_STEP.0;
                    }
                    set(during.to, *to);
                }
            }
        }
        sort_by_number(&mut inputs, |input| input.at.0);
        inputs
    }
}
