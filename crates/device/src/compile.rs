//! From blocks to the register machine's instructions.
//!
//! Two walks over each script, neither of which recurses on the length of a stack: [`check`] says which scripts can
//! run, `script` and `value` write the instructions of those.

mod check;
mod emit;
mod fuse;
mod pauses;
mod script;
mod source;
mod value;

use crate::blocks::BlockKind;
use crate::machine::op::{Op, Slot};
use crate::parts::Board;
use crate::program::Program;
use crate::run::{BlockProblem, BlockProblemKind};
use crate::trace::BlockNumber;
use check::{Function, Functions};
use emit::Emitter;
use source::Source;

/// A program of more blocks does not run. (Blockly stops being usable at about 1,000.)
const MOST_BLOCKS: usize = 20_000;

/// Blocks inside blocks inside blocks …: deeper, a script does not run. As deep as the text form
/// goes; each takes at most one intermediate slot.
const MOST_NESTING: usize = 100;

/// Parameters and loop counters that one function or script may have in use at once.
const MOST_FRAME_SLOTS: usize = 48;

/// A function may have this many parameters.
const MOST_PARAMETERS: usize = 20;

/// Where a constant or a variable lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Location {
    /// In a slot.
    Near(Slot),
    /// In far memory.
    Far(u32),
}

/// What an instruction comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Origin {
    /// The block of a stack that runs: what is highlighted and stepped over.
    pub(crate) statement: BlockNumber,
    /// The block itself, perhaps a value inside `statement`: what an error speaks of.
    pub(crate) block: BlockNumber,
    /// Frame slots in use before it.
    pub(crate) live: u8,
    /// Whether `statement` begins here.
    pub(crate) begins: bool,
}

/// When a script starts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Start {
    /// With the run.
    AtOnce,
    /// When a button, by its part's number, gets a value.
    WhenButton(u16, f64),
}

/// A script under a hat that is no function.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Script {
    pub(crate) hat: BlockNumber,
    pub(crate) start: Start,
    pub(crate) entry: u32,
}

/// A loop that counts its turns, for "tour 62".
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct CountedLoop {
    pub(crate) block: BlockNumber,
    /// Its first instruction after the preparation, and the one after its last.
    pub(crate) body: (u32, u32),
    /// The place in the frame of its counter, 0 in the first turn.
    pub(crate) counter: u8,
}

/// A compiled program. It never changes; what a run changes is the machine's world.
#[derive(Clone, Debug)]
pub(crate) struct Code {
    /// What is run: fused where it can be.
    pub(crate) ops: Vec<Op>,
    /// The same without fused instructions, place by place: what steps run.
    pub(crate) plain_ops: Vec<Op>,
    pub(crate) origins: Vec<Origin>,
    /// In the order in which they start (rule 3).
    pub(crate) scripts: Vec<Script>,
    pub(crate) loops: Vec<CountedLoop>,
    /// In order of first mention.
    pub(crate) variables: Vec<(String, Location)>,
    /// In order of first mention.
    pub(crate) lists: Vec<String>,
    /// Slots and far memory before the start.
    pub(crate) near_at_start: Vec<f64>,
    pub(crate) far_at_start: Vec<f64>,
    /// No back edge or return goes over more instructions than this.
    pub(crate) longest_way: u32,
}

/// Compiles a program for a board. Scripts with problems are left out; all problems come back.
pub(crate) fn compile(program: &Program, board: &Board) -> (Code, Vec<BlockProblem>) {
    if program.blocks.len() > MOST_BLOCKS {
        let first_too_many = &program.blocks[MOST_BLOCKS];
        let problem = BlockProblem {
            block: first_too_many.id.clone(),
            kind: BlockProblemKind::TooBig,
        };
        let nothing = Program::default();
        let code = assemble(&Source::new(&nothing, board), &[], &Functions::new());
        return (code, vec![problem]);
    }
    let source = Source::new(program, board);
    let functions = functions(&source);
    let checked = check::check(&source, &functions);
    (assemble(&source, &checked.sound, &functions), checked.problems)
}

fn functions<'program>(source: &Source<'program>) -> Functions<'program> {
    let mut functions = Functions::new();
    for block in source.heads() {
        if source.kind(block) == Some(BlockKind::Function) {
            functions.entry(source.word(block, "NAME")).or_insert(Function {
                block,
                parameters: source.parameters(block),
            });
        }
    }
    functions
}

fn assemble(source: &Source, sound: &[BlockNumber], functions: &Functions) -> Code {
    let mut emitter = Emitter::new(source, functions);
    let mut scripts = Vec::new();
    for &hat in sound {
        let entry = emitter.top(hat);
        let start = match source.kind(hat) {
            Some(BlockKind::OnStart | BlockKind::Forever) => Start::AtOnce,
            Some(BlockKind::WhenButton) => {
                let Some(part) = source.part(hat) else { continue };
                let pressed = source.word(hat, "EVENT") == "PRESSED";
                Start::WhenButton(part, f64::from(u8::from(pressed)))
            }
            _ => continue,
        };
        scripts.push(Script { hat, start, entry });
    }
    emitter.finish(scripts)
}

fn is_loop(kind: BlockKind) -> bool {
    use BlockKind::*;
    matches!(kind, Forever | ForeverLoop | Repeat | While | Until | Count)
}

/// The frame slots that a block keeps while its body runs.
fn frame_slots(kind: BlockKind) -> usize {
    match kind {
        // Counter and number of turns.
        BlockKind::Repeat => 2,
        // These, the first value and the step.
        BlockKind::Count => 4,
        _ => 0,
    }
}
