//! What one can see of a machine between two moves.

use super::Machine;
use super::execute::from_way_back;
use super::world::Fiber;
use crate::compile::Start;
use crate::trace::BlockNumber;

impl Machine {
    /// Whether no script runs and none can ever start again.
    pub(crate) fn is_finished(&self) -> bool {
        self.world.has_started
            && self.world.fibers.is_empty()
            && self
                .code
                .scripts
                .iter()
                .all(|script| script.start == Start::AtOnce)
    }

    pub(crate) fn part_value(&self, part: usize) -> f64 {
        self.world.memory.outside.parts.get(part).copied().unwrap_or(0.0)
    }

    pub(crate) fn variables(&self) -> Vec<(String, f64)> {
        let memory = &self.world.memory;
        let value = |(name, location): &(String, _)| (name.clone(), memory.read(*location));
        self.code.variables.iter().map(value).collect()
    }

    pub(crate) fn lists(&self) -> Vec<(String, Vec<f64>)> {
        let lists = self
            .code
            .lists
            .iter()
            .cloned()
            .zip(self.world.memory.lists.items.iter().cloned());
        lists.collect()
    }

    /// The block that each running script stands at, in order of creation.
    pub(crate) fn active_blocks(&self) -> Vec<BlockNumber> {
        let origin = |fiber: &Fiber| self.code.origins.get(fiber.at as usize);
        let fibers = self.world.fibers.iter();
        fibers.filter_map(origin).map(|origin| origin.statement).collect()
    }

    /// The turn that a counted loop is in, from 1; of the first script and the innermost call that is in it.
    pub(crate) fn turn_of(&self, block: BlockNumber) -> Option<u32> {
        self.world
            .fibers
            .iter()
            .find_map(|fiber| self.turn_in(fiber, block))
    }

    fn turn_in(&self, fiber: &Fiber, block: BlockNumber) -> Option<u32> {
        let mut frame: &[f64] = &fiber.frame;
        let mut below: &[f64] = &fiber.stack;
        let mut pc = fiber.pc as usize;
        loop {
            for counted in self.code.loops.iter().filter(|counted| counted.block == block) {
                let body = counted.body.0 as usize..counted.body.1 as usize;
                if body.contains(&pc) {
                    return frame
                        .get(usize::from(counted.counter))
                        .map(|turns| turn_number(*turns));
                }
            }
            let (word, rest) = below.split_last()?;
            let (back, live) = from_way_back(*word);
            let (rest, caller) = rest.split_at(rest.len().saturating_sub(live));
            (frame, below, pc) = (caller, rest, back);
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a count of turns; saturates"
)]
fn turn_number(turns_done: f64) -> u32 {
    (turns_done as u32).saturating_add(1)
}
