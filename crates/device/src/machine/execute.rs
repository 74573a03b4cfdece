//! The inner loop: runs one script until it pauses.

use super::arithmetic::{is_number, item_place, remainder, wake};
use super::op::{FRAME, NEAR, Op};
use super::recorder::Recorder;
use super::world::{Fiber, Memory, Outside};
use crate::compile::Code;
use crate::parts::PartKind;
use crate::trace::NoteKind;

/// Calls inside each other, at most. Less than the fuel of a tick, so that a function that calls itself without end
/// is told so before it is told to pause.
pub const MOST_DEPTH: u32 = 500;

/// Why a script paused.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Pause {
    /// It is at its end.
    Ended,
    /// It goes on at a tick.
    Until(u64),
    /// It used up its fuel.
    FuelUsed,
    /// The next block is about to begin (only when stepping).
    BeforeNextBlock,
    /// Something unusual: what comes next is to be run plainly (see `compile::fuse`).
    Unusual,
    /// It stops for good.
    Failed(NoteKind),
}

/// What a script did before it paused.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Ran {
    pub(super) pause: Pause,
    /// What is left of the fuel.
    pub(super) fuel: u32,
    /// Instructions gone over, those skipped by a forward jump included.
    pub(super) instructions: u64,
    /// Whether a block began (only when stepping).
    pub(super) has_begun: bool,
}

/// What does not change while a script runs.
pub(super) struct Setting<'run> {
    pub(super) code: &'run Code,
    pub(super) part_kinds: &'run [PartKind],
}

/// Runs a script until it pauses. With `STEPWISE` it runs plain instructions and also pauses before a second block
/// begins; `has_begun` says whether a first one has begun already.
#[inline(never)]
pub(super) fn execute<const STEPWISE: bool>(
    setting: &Setting,
    memory: &mut Memory,
    recorder: &mut Recorder,
    fiber: &mut Fiber,
    mut fuel: u32,
    mut has_begun: bool,
) -> Ran {
    let code = setting.code;
    let ops: &[Op] = if STEPWISE { &code.plain_ops } else { &code.ops };
    // Apart, so that a slot is one access away.
    let Memory {
        slots,
        far,
        lists,
        outside,
    } = memory;
    let slots: &mut [f64; 256] = slots;
    slots[usize::from(FRAME)..][..fiber.frame.len()].copy_from_slice(&fiber.frame);
    let mut pc = fiber.pc as usize;
    let mut here = pc;
    let start = pc;
    let mut begun = fiber.at as usize;
    // Instructions gone over = where it ends − where it starts + what every jump back went back over.
    let mut gone_back = 0_usize;

    macro_rules! slot {
        ($slot:expr) => {
            slots[usize::from($slot)]
        };
    }
    macro_rules! number {
        ($to:expr, $value:expr) => {{
            let value: f64 = $value;
            if !is_number(value) {
                break Pause::Failed(NoteKind::TooLarge);
            }
            slot!($to) = value;
        }};
    }
    macro_rules! truth {
        ($to:expr, $value:expr) => {
            slot!($to) = f64::from(u8::from($value))
        };
    }
    macro_rules! jump_if {
        ($condition:expr, $target:expr) => {
            if $condition {
                pc = $target as usize;
            }
        };
    }
    macro_rules! go_back {
        ($target:expr) => {{
            let target = $target as usize;
            gone_back = gone_back.wrapping_add(pc.wrapping_sub(target));
            pc = target;
            fuel -= 1;
            if fuel == 0 {
                break Pause::FuelUsed;
            }
        }};
    }

    macro_rules! repeat {
        ($counter:expr, $target:expr) => {{
            let turn = slot!($counter) + 1.0;
            slot!($counter) = turn;
            if turn < slot!($counter + 1) {
                go_back!($target);
            }
        }};
    }
    macro_rules! call {
        ($live:expr) => {{
            if fiber.depth >= MOST_DEPTH {
                break Pause::Failed(NoteKind::TooDeep);
            }
            fiber.depth += 1;
            let way_back = way_back(pc, $live);
            // One slot is by far the most frequent size of a frame: that of a function of one value.
            if $live == 1 {
                fiber.stack.extend_from_slice(&[slot!(FRAME), way_back]);
            } else {
                let frame = &slots[usize::from(FRAME)..][..usize::from($live)];
                fiber.stack.extend_from_slice(frame);
                fiber.stack.push(way_back);
            }
        }};
    }
    // In fused instructions: when anything is unusual, nothing is done and the plain row is run.
    macro_rules! usual {
        ($is_usual:expr) => {
            if !$is_usual {
                pc = here;
                break Pause::Unusual;
            }
        };
    }
    macro_rules! fused {
        ($length:expr, $to:expr, $value:expr) => {{
            let value: f64 = $value;
            usual!(is_number(value));
            slot!($to) = value;
            pc = here + $length;
        }};
    }

    let pause = loop {
        let Some(&op) = ops.get(pc) else {
            break Pause::Ended;
        };
        if STEPWISE && !fiber.is_waiting && (code.origins[pc].begins || op == Op::End) {
            if has_begun {
                break Pause::BeforeNextBlock;
            }
            has_begun = code.origins[pc].begins;
            begun = pc;
        }
        here = pc;
        pc += 1;
        match op {
            Op::Set(to, a) => slot!(to) = slot!(a),
            Op::Add(to, a, b) => number!(to, slot!(a) + slot!(b)),
            Op::Subtract(to, a, b) => number!(to, slot!(a) - slot!(b)),
            Op::Multiply(to, a, b) => number!(to, slot!(a) * slot!(b)),
            Op::Divide(to, a, b) => {
                if slot!(b) == 0.0 {
                    break Pause::Failed(NoteKind::DivisionByZero);
                }
                number!(to, slot!(a) / slot!(b));
            }
            Op::Remainder(to, a, b) => {
                if slot!(b) == 0.0 {
                    break Pause::Failed(NoteKind::DivisionByZero);
                }
                number!(to, remainder(slot!(a), slot!(b)));
            }
            // Not `f64::min`: which zero it gives for 0 and −0 is left open.
            Op::Least(to, a, b) => slot!(to) = if slot!(b) < slot!(a) { slot!(b) } else { slot!(a) },
            Op::Greatest(to, a, b) => slot!(to) = if slot!(b) > slot!(a) { slot!(b) } else { slot!(a) },
            Op::Round(to, a) => slot!(to) = slot!(a).round(),
            Op::Random(to, a, b) => slot!(to) = outside.chance.between(slot!(a), slot!(b)),
            Op::Less(to, a, b) => truth!(to, slot!(a) < slot!(b)),
            Op::AtMost(to, a, b) => truth!(to, slot!(a) <= slot!(b)),
            Op::Equal(to, a, b) => truth!(to, slot!(a) == slot!(b)),
            Op::Unequal(to, a, b) => truth!(to, slot!(a) != slot!(b)),
            Op::Load(to, place) => slot!(to) = far.get(place as usize).copied().unwrap_or(0.0),
            Op::Store(a, place) => {
                if let Some(number) = far.get_mut(place as usize) {
                    *number = slot!(a);
                }
            }
            Op::Clear(list) => lists.clear(list),
            Op::Push(list, a) => {
                if !lists.push(list, slot!(a)) {
                    break Pause::Failed(NoteKind::TooLarge);
                }
            }
            Op::Put(list, place, a) => {
                let place = item_place(slot!(place));
                let Some(item) = lists
                    .items
                    .get_mut(usize::from(list))
                    .and_then(|list| list.get_mut(place))
                else {
                    break Pause::Failed(NoteKind::NoSuchItem);
                };
                *item = slot!(a);
            }
            Op::Item(to, list, place) => {
                let place = item_place(slot!(place));
                let Some(item) = lists
                    .items
                    .get(usize::from(list))
                    .and_then(|list| list.get(place))
                else {
                    break Pause::Failed(NoteKind::NoSuchItem);
                };
                slot!(to) = *item;
            }
            Op::Length(to, list) => slot!(to) = lists.length(list),
            Op::Jump(target) => pc = target as usize,
            Op::JumpIfLess(a, b, target) => jump_if!(slot!(a) < slot!(b), target),
            Op::JumpIfAtMost(a, b, target) => jump_if!(slot!(a) <= slot!(b), target),
            Op::JumpIfEqual(a, b, target) => jump_if!(slot!(a) == slot!(b), target),
            Op::JumpIfUnequal(a, b, target) => jump_if!(slot!(a) != slot!(b), target),
            Op::Back(target) => go_back!(target),
            Op::BackNextTick(target) => {
                let target = target as usize;
                gone_back = gone_back.wrapping_add(pc.wrapping_sub(target));
                pc = target;
                break Pause::Until(outside.tick + 1);
            }
            Op::Repeat(counter, target) => repeat!(counter, target),
            Op::CountStart(counter, variable) => {
                let (first, last) = (slot!(counter + 2), slot!(counter + 1));
                slot!(counter) = 0.0;
                slot!(counter + 1) = (last - first).abs().floor() + 1.0;
                slot!(counter + 3) = if first > last { -1.0 } else { 1.0 };
                slot!(variable) = first;
            }
            Op::Count(counter, variable, target) => {
                let turn = slot!(counter) + 1.0;
                slot!(counter) = turn;
                if turn < slot!(counter + 1) {
                    slot!(variable) = slot!(counter + 2) + slot!(counter + 3) * turn;
                    go_back!(target);
                }
            }
            Op::Call(first, count, live, target) => {
                call!(live);
                let frame = usize::from(FRAME);
                slots.copy_within(usize::from(first)..usize::from(first) + usize::from(count), frame);
                go_back!(target);
            }
            Op::Return => {
                let Some((word, frames)) = fiber.stack.split_last() else {
                    break Pause::Ended;
                };
                let (back, live) = from_way_back(*word);
                let (below, frame) = frames.split_at(frames.len().saturating_sub(live));
                if let [only] = frame {
                    slot!(FRAME) = *only;
                } else {
                    slots[usize::from(FRAME)..][..frame.len()].copy_from_slice(frame);
                }
                let below = below.len();
                fiber.stack.truncate(below);
                fiber.depth -= 1;
                gone_back = gone_back.wrapping_add(pc.wrapping_sub(back));
                pc = back;
            }
            Op::End => break Pause::Ended,
            Op::WaitMilliseconds(a) => break Pause::Until(wake(outside.tick, slot!(a))),
            Op::WaitSeconds(a) => break Pause::Until(wake(outside.tick, slot!(a) * 1_000.0)),
            Op::WaitUntil(a, again) => {
                let is_met = slot!(a) != 0.0;
                if is_met && fiber.is_waiting {
                    fiber.is_waiting = false;
                } else {
                    if !is_met {
                        fiber.is_waiting = true;
                        let again = again as usize;
                        gone_back = gone_back.wrapping_add(pc.wrapping_sub(again));
                        pc = again;
                    }
                    break Pause::Until(outside.tick + 1);
                }
            }
            Op::Read(to, part) => slot!(to) = outside.parts.get(usize::from(part)).copied().unwrap_or(0.0),
            Op::SetPart(part, a) => setting.set_part(outside, recorder, here, part, slot!(a)),
            Op::ChangePart(part, a) => {
                let before = outside.parts.get(usize::from(part)).copied().unwrap_or(0.0);
                setting.set_part(outside, recorder, here, part, before + slot!(a));
            }
            Op::Play(part, frequency, duration) => {
                setting.set_part(outside, recorder, here, part, slot!(frequency));
                break Pause::Until(wake(outside.tick, slot!(duration)));
            }
            Op::MultiplyAdd(to, a, b, c) => fused!(2, to, slot!(a) + slot!(b) * slot!(c)),
            Op::AddRemainder(to, a, b, c) => fused!(2, to, remainder(slot!(a) + slot!(b), slot!(c))),
            Op::MultiplyRemainder(to, a, b, c) => fused!(2, to, remainder(slot!(a) * slot!(b), slot!(c))),
            Op::MultiplyAddRemainder(to, a, b, c, d) => {
                fused!(3, to, remainder(slot!(a) + slot!(b) * slot!(c), slot!(d)));
            }
            Op::ItemMultiplyAddRemainder(to, a, list, place, c, d) => {
                let place = item_place(slot!(place));
                let item = lists
                    .items
                    .get(usize::from(list))
                    .and_then(|list| list.get(place));
                let item = item.copied().unwrap_or(f64::NAN);
                fused!(4, to, remainder(slot!(a) + item * slot!(c), slot!(d)));
            }
            // Each of these does its row one by one, so that what fails fails as in the plain row.
            Op::AddTwo(x, a, y, b) => {
                number!(x, slot!(x) + slot!(a));
                here += 1;
                pc += 1;
                number!(y, slot!(y) + slot!(b));
            }
            Op::AddRepeat(x, a, counter, target) => {
                number!(x, slot!(x) + slot!(a));
                here += 1;
                pc += 1;
                repeat!(counter, target);
            }
            Op::AddTwoRepeat(x, a, y, b, counter, way) => {
                number!(x, slot!(x) + slot!(a));
                here += 1;
                number!(y, slot!(y) + slot!(b));
                here += 1;
                pc += 2;
                repeat!(counter, pc - usize::from(way));
            }
            Op::CallWithSum(a, b, live, target) => {
                let argument = slot!(a) + slot!(b);
                usual!(is_number(argument));
                here += 1;
                pc += 1;
                call!(live);
                slot!(FRAME) = argument;
                go_back!(target);
            }
            Op::CallWithDifference(a, b, live, target) => {
                let argument = slot!(a) - slot!(b);
                usual!(is_number(argument));
                here += 1;
                pc += 1;
                call!(live);
                slot!(FRAME) = argument;
                go_back!(target);
            }
        }
    };

    if STEPWISE && matches!(pause, Pause::BeforeNextBlock | Pause::Until(_)) {
        // The script stands at what began last, not at what it did after it to come here.
        here = begun;
    }
    let live = code.origins.get(pc).map_or(0, |origin| usize::from(origin.live));
    fiber.frame.clear();
    fiber
        .frame
        .extend_from_slice(&slots[usize::from(FRAME)..usize::from(NEAR)][..live]);
    fiber.pc = small(pc);
    fiber.at = small(here);
    Ran {
        pause,
        fuel,
        instructions: pc.wrapping_sub(start).wrapping_add(gone_back) as u64,
        has_begun,
    }
}

impl Setting<'_> {
    /// Gives an output a value, or the nearest one that it can have. Only a real change is traced.
    #[inline(never)]
    fn set_part(&self, outside: &mut Outside, recorder: &mut Recorder, here: usize, part: u16, asked: f64) {
        let place = usize::from(part);
        let (Some(kind), Some(before)) = (self.part_kinds.get(place), outside.parts.get_mut(place)) else {
            return;
        };
        let block = self.code.origins[here].block;
        let (least, greatest) = kind.range();
        let value = if *kind == PartKind::Buzzer && asked == 0.0 {
            0.0
        } else {
            asked.clamp(least, greatest)
        };
        // A sum of many small steps misses the end by far less than this; nobody asked for more.
        let tolerance = 1e-6;
        if (asked - value).abs() > tolerance {
            recorder.note(outside.tick, block, NoteKind::Saturated);
        }
        if *before != value {
            *before = value;
            recorder.change(outside.tick, part, value, Some(block));
        }
    }
}

/// The way back from a call in one word of the stack: the next instruction and the size of the caller's frame.
/// Exact, since both together are far below 2⁵³.
#[expect(clippy::cast_precision_loss, reason = "far below 2⁵³")]
fn way_back(pc: usize, live: u8) -> f64 {
    (pc * 256 + usize::from(live)) as f64
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "made by `way_back`"
)]
pub(super) fn from_way_back(word: f64) -> (usize, usize) {
    let word = word as usize;
    (word / 256, word % 256)
}

fn small(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
