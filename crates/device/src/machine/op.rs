//! The instructions of the register machine.
//!
//! Operands are slots: places of one array of 256 numbers, named by a `u8`, so that reading one needs no bounds
//! check in safe Rust. Constants, variables, loop counters, parameters and intermediate values all are slots. An
//! instruction is eight bytes; its block stands beside it in `Origin`.

/// The place of a number in the machine's slots.
pub(crate) type Slot = u8;

/// Slots `0..FRAME` hold intermediate values, which no pause outlives.
pub(crate) const FRAME: Slot = 128;

/// Slots `FRAME..NEAR` hold parameters and loop counters of the function (or script) that runs.
pub(crate) const NEAR: Slot = 176;

/// From here on: constants and variables. Those that find no room lie in far memory.
pub(crate) const ZERO: Slot = NEAR;

/// The constant 1.
pub(crate) const ONE: Slot = NEAR + 1;

/// An instruction. `to` is always the slot written; a last `u32` is the instruction gone to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Op {
    // Numbers: to, operands.
    Set(Slot, Slot),
    Add(Slot, Slot, Slot),
    Subtract(Slot, Slot, Slot),
    Multiply(Slot, Slot, Slot),
    Divide(Slot, Slot, Slot),
    Remainder(Slot, Slot, Slot),
    Least(Slot, Slot, Slot),
    Greatest(Slot, Slot, Slot),
    Round(Slot, Slot),
    Random(Slot, Slot, Slot),
    // Truths are 1 and 0.
    Less(Slot, Slot, Slot),
    AtMost(Slot, Slot, Slot),
    Equal(Slot, Slot, Slot),
    Unequal(Slot, Slot, Slot),
    // Far memory.
    Load(Slot, u32),
    Store(Slot, u32),
    // Lists: the list's number is the `u16`.
    Clear(u16),
    Push(u16, Slot),
    /// List, place, value.
    Put(u16, Slot, Slot),
    /// To, list, place.
    Item(Slot, u16, Slot),
    Length(Slot, u16),
    // Forward jumps.
    Jump(u32),
    JumpIfLess(Slot, Slot, u32),
    JumpIfAtMost(Slot, Slot, u32),
    JumpIfEqual(Slot, Slot, u32),
    JumpIfUnequal(Slot, Slot, u32),
    // Back edges: they use fuel.
    Back(u32),
    /// Back edge that waits for the next tick (rule 4).
    BackNextTick(u32),
    /// Counter `c` (turns done), `c + 1` turns in all: counts a turn and goes back while some are left.
    Repeat(Slot, u32),
    /// Counter `c` and variable; `c + 1` turns, `c + 2` first value, `c + 3` step.
    Count(Slot, Slot, u32),
    /// Prepares `Count`: counter `c` (its first value in `c + 2`, its last one in `c + 1`) and variable.
    CountStart(Slot, Slot),
    // Functions.
    /// First argument, number of arguments, live slots of the caller's frame.
    Call(Slot, u8, u8, u32),
    Return,
    End,
    // Time.
    WaitMilliseconds(Slot),
    WaitSeconds(Slot),
    /// The condition, and where it is computed again.
    WaitUntil(Slot, u32),
    // Parts: the part's number is the `u16`.
    Read(Slot, u16),
    SetPart(u16, Slot),
    ChangePart(u16, Slot),
    /// Part, frequency in Hz, milliseconds.
    Play(u16, Slot, Slot),
    // Fused (see `compile::fuse`). To, then: `to = a + b × c` …
    MultiplyAdd(Slot, Slot, Slot, Slot),
    /// `to = (a + b) mod c`.
    AddRemainder(Slot, Slot, Slot, Slot),
    /// `to = (a × b) mod c`.
    MultiplyRemainder(Slot, Slot, Slot, Slot),
    /// `to = (a + b × c) mod d`.
    MultiplyAddRemainder(Slot, Slot, Slot, Slot, Slot),
    /// `to = (a + item × c) mod d`: to, a, list, place, c, d.
    ItemMultiplyAddRemainder(Slot, Slot, u8, Slot, Slot, Slot),
    /// `x = x + a`, `y = y + b`.
    AddTwo(Slot, Slot, Slot, Slot),
    /// `x = x + a`, then `Repeat`.
    AddRepeat(Slot, Slot, Slot, u32),
    /// `x = x + a`, `y = y + b`, then `Repeat`, which goes back over that many instructions.
    AddTwoRepeat(Slot, Slot, Slot, Slot, Slot, u16),
    /// `Call` with one argument, `a + b`: a, b, live slots of the caller's frame.
    CallWithSum(Slot, Slot, u8, u32),
    /// `Call` with one argument, `a − b`.
    CallWithDifference(Slot, Slot, u8, u32),
}

impl Op {
    /// The instruction it may go to, when it is a jump.
    pub(crate) fn target_mut(&mut self) -> Option<&mut u32> {
        match self {
            Self::Jump(target)
            | Self::JumpIfLess(_, _, target)
            | Self::JumpIfAtMost(_, _, target)
            | Self::JumpIfEqual(_, _, target)
            | Self::JumpIfUnequal(_, _, target)
            | Self::Back(target)
            | Self::BackNextTick(target)
            | Self::Repeat(_, target)
            | Self::Count(_, _, target)
            | Self::Call(_, _, _, target)
            | Self::WaitUntil(_, target) => Some(target),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Op;

    #[test]
    fn an_instruction_is_eight_bytes() {
        assert_eq!(size_of::<Op>(), 8);
    }
}
