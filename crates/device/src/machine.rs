//! The machine: runs compiled scripts in virtual time, tick by tick.
//!
//! Its rules are those of the design ("règles de la machine"), the same for exported code:
//! 1. time is a whole number of virtual milliseconds that only the machine advances;
//! 2. its state is a plain value, its chance is seeded, nothing in it depends on the host;
//! 3. a tick applies the inputs due, starts the scripts of events, runs each ready script once in order of
//!    creation, and goes on to the next instant at which something can happen;
//! 4. a script keeps the hand until it waits, until the back edge of an unbounded loop that does not surely wait,
//!    or until it used up its fuel (then a note says so);
//! 5. a wait of d takes max(1, round(d)) ticks; `attendre jusqu'à` tests at each tick and takes at least one;
//! 6. each hat has one running script; one further event is remembered;
//! 8. an error stops its script and is noted with its block.

mod arithmetic;
mod chance;
mod execute;
pub(crate) mod op;
mod recorder;
mod view;
mod world;

pub use execute::MOST_DEPTH;
pub use world::MOST_ITEMS;

use crate::compile::{Code, Start};
use crate::parts::{Board, PartKind};
use crate::run::InputEvent;
use crate::trace::{NoteKind, Trace};
use execute::{Pause, Setting, execute};
use recorder::{Mark, Recorder};
use std::rc::Rc;
use world::{Fiber, Turn, World};

/// The back edges and calls that a script may make in one tick (rule 4).
pub const FUEL: u32 = 1_000;

/// Why the machine stopped.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Halt {
    /// The tick is over.
    TickOver,
    /// The budget is used up in the middle of the tick.
    BudgetUsed,
    /// A block has begun (only when stepping).
    Stepped,
}

/// A state that can be gone back to.
#[derive(Clone, Debug)]
pub(crate) struct Snapshot {
    world: World,
    mark: Mark,
    size: usize,
}

impl Snapshot {
    /// The tick after which it was taken; `None` before the first one.
    pub(crate) fn tick(&self) -> Option<u64> {
        self.world.has_started.then_some(self.world.memory.outside.tick)
    }

    /// About how many numbers it holds.
    pub(crate) fn size(&self) -> usize {
        self.size
    }
}

/// A compiled program and its state.
#[derive(Clone, Debug)]
pub(crate) struct Machine {
    code: Rc<Code>,
    part_kinds: Rc<[PartKind]>,
    world: World,
    recorder: Recorder,
    instructions: u64,
}

impl Machine {
    pub(crate) fn new(code: Code, board: &Board, seed: u64) -> Self {
        let world = World::new(&code, board, seed);
        Self {
            recorder: Recorder::new(world.memory.outside.parts.clone()),
            world,
            code: Rc::new(code),
            part_kinds: board.parts.iter().map(|part| part.name.kind).collect(),
            instructions: 0,
        }
    }

    /// The last tick begun; `None` before the first one.
    pub(crate) fn tick(&self) -> Option<u64> {
        self.world.has_started.then_some(self.world.memory.outside.tick)
    }

    /// Whether it stands in the middle of a tick.
    pub(crate) fn is_in_tick(&self) -> bool {
        self.world.turn.is_some()
    }

    pub(crate) fn trace(&self) -> &Trace {
        &self.recorder.trace
    }

    /// Says that the trace tells everything up to an instant.
    pub(crate) fn tells_until(&mut self, now: u64) {
        self.recorder.tells_until(now);
    }

    /// Instructions run since it was made; about one a block.
    pub(crate) fn instructions(&self) -> u64 {
        self.instructions
    }

    /// How many inputs of the log have been applied.
    pub(crate) fn inputs_applied(&self) -> usize {
        self.world.inputs_applied
    }

    /// The next instant at which something can happen (rule 3d); `None` when nothing can.
    pub(crate) fn next_instant(&self, inputs: &[InputEvent]) -> Option<u64> {
        if !self.world.has_started {
            return Some(0);
        }
        let soonest = self.world.memory.outside.tick + 1;
        let wake = self.world.fibers.iter().map(|fiber| fiber.wake).min();
        let input = inputs.get(self.world.inputs_applied).map(|input| input.at.0);
        match (wake, input) {
            (None, None) => None,
            (one, other) => Some(
                one.unwrap_or(u64::MAX)
                    .min(other.unwrap_or(u64::MAX))
                    .max(soonest),
            ),
        }
    }

    /// Begins a tick: applies the inputs due and starts scripts (rule 3a and b).
    pub(crate) fn begin_tick(&mut self, tick: u64, inputs: &[InputEvent]) {
        let is_first = !self.world.has_started;
        self.world.has_started = true;
        self.world.memory.outside.tick = tick;
        self.instructions += 1;
        if is_first {
            for (number, script) in (0..).zip(&self.code.scripts) {
                if script.start == Start::AtOnce {
                    self.world.fibers.push(fiber(number, script.entry, tick));
                }
            }
        }
        if inputs
            .get(self.world.inputs_applied)
            .is_some_and(|input| input.at.0 <= tick)
        {
            self.apply_inputs(tick, inputs);
        }
        self.world.turn = Some(Turn { fiber: 0, fuel: FUEL });
    }

    #[inline(never)]
    fn apply_inputs(&mut self, tick: u64, inputs: &[InputEvent]) {
        let before = self.world.memory.outside.parts.clone();
        for input in inputs[self.world.inputs_applied..]
            .iter()
            .take_while(|input| input.at.0 <= tick)
        {
            self.world.inputs_applied += 1;
            let place = usize::from(input.part);
            let Some(kind) = self.part_kinds.get(place).filter(|kind| !kind.is_output()) else {
                continue;
            };
            let (least, greatest) = kind.range();
            let value = if input.value.is_nan() {
                least
            } else {
                input.value.clamp(least, greatest)
            };
            if self.world.memory.outside.parts[place] != value {
                self.world.memory.outside.parts[place] = value;
                self.recorder.change(tick, input.part, value, None);
            }
        }
        for (number, script) in (0..).zip(&self.code.scripts) {
            if let Start::WhenButton(part, wanted) = script.start {
                let place = usize::from(part);
                let now = self.world.memory.outside.parts[place];
                if now == wanted && before[place] != wanted {
                    self.world.start_or_remember(number, script.entry, tick);
                }
            }
        }
    }

    /// Runs the scripts of a tick that has begun (rule 3c), from where it stands. `budget` is lowered by the
    /// instructions run; it may be passed by one straight run of instructions.
    pub(crate) fn run_tick<const STEPWISE: bool>(&mut self, budget: &mut u64) -> Halt {
        let code = Rc::clone(&self.code);
        let setting = Setting {
            code: &code,
            part_kinds: &self.part_kinds,
        };
        let world = &mut self.world;
        let tick = world.memory.outside.tick;
        let mut has_begun = false;
        // Whether plain instructions are to be run for once, after a fused one met something unusual.
        let mut is_plain = false;
        let Some(mut turn) = world.turn else {
            return Halt::TickOver;
        };
        loop {
            let Some(fiber) = world.fibers.get_mut(turn.fiber) else {
                world.turn = None;
                return if has_begun { Halt::Stepped } else { Halt::TickOver };
            };
            if fiber.wake > tick {
                turn = Turn {
                    fiber: turn.fiber + 1,
                    fuel: FUEL,
                };
                continue;
            }
            if *budget == 0 || STEPWISE && has_begun {
                world.turn = Some(turn);
                return if has_begun {
                    Halt::Stepped
                } else {
                    Halt::BudgetUsed
                };
            }
            // Small enough that even the longest loop stays within the budget.
            let slice = u32::try_from(*budget / u64::from(code.longest_way))
                .unwrap_or(FUEL)
                .clamp(1, turn.fuel);
            let run = if STEPWISE || is_plain {
                execute::<true>
            } else {
                execute::<false>
            };
            let ran = run(
                &setting,
                &mut world.memory,
                &mut self.recorder,
                fiber,
                slice,
                has_begun,
            );
            let instructions = ran.instructions.max(1);
            self.instructions += instructions;
            *budget = budget.saturating_sub(instructions);
            has_begun = STEPWISE && ran.has_begun;
            turn.fuel -= slice - ran.fuel;
            match ran.pause {
                Pause::BeforeNextBlock if STEPWISE => {
                    world.turn = Some(turn);
                    return Halt::Stepped;
                }
                Pause::BeforeNextBlock => {
                    is_plain = false;
                    continue;
                }
                Pause::Unusual => {
                    is_plain = true;
                    continue;
                }
                Pause::FuelUsed if turn.fuel > 0 => continue,
                Pause::FuelUsed => {
                    fiber.wake = tick + 1;
                    let block = code.origins[fiber.at as usize].block;
                    self.recorder.note(tick, block, NoteKind::NoPause);
                }
                Pause::Until(wake) => fiber.wake = wake,
                Pause::Failed(kind) => {
                    let block = code.origins[fiber.at as usize].block;
                    self.recorder.note(tick, block, kind);
                    world.end(turn.fiber, &code);
                    turn.fuel = FUEL;
                    continue;
                }
                Pause::Ended => {
                    world.end(turn.fiber, &code);
                    turn.fuel = FUEL;
                    continue;
                }
            }
            turn = Turn {
                fiber: turn.fiber + 1,
                fuel: FUEL,
            };
        }
    }

    /// The state between two ticks, to go back to.
    pub(crate) fn snapshot(&self) -> Snapshot {
        Snapshot {
            size: self.world.size(),
            world: self.world.clone(),
            mark: self.recorder.mark(),
        }
    }

    /// About how many numbers its state holds.
    pub(crate) fn size(&self) -> usize {
        self.world.size()
    }

    pub(crate) fn go_back_to(&mut self, snapshot: &Snapshot) {
        self.world = snapshot.world.clone();
        self.recorder.forget_after(snapshot.mark);
    }
}

impl World {
    /// Starts a script, or remembers that it is to start again when it ends (rule 6).
    fn start_or_remember(&mut self, script: u32, entry: u32, tick: u64) {
        if self.fibers.iter().any(|fiber| fiber.script == script) {
            self.remembered[script as usize] = true;
        } else {
            self.fibers.push(fiber(script, entry, tick));
        }
    }

    /// Takes a script away; if its event came again meanwhile, starts it anew, in this tick.
    #[inline(never)]
    fn end(&mut self, place: usize, code: &Code) {
        let ended = self.fibers.remove(place);
        let number = ended.script as usize;
        if std::mem::take(&mut self.remembered[number]) {
            let entry = code.scripts[number].entry;
            self.fibers
                .push(fiber(ended.script, entry, self.memory.outside.tick));
        }
    }
}

fn fiber(script: u32, entry: u32, tick: u64) -> Fiber {
    Fiber {
        script,
        pc: entry,
        at: entry,
        wake: tick,
        ..Fiber::default()
    }
}
