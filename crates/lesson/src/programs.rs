//! Programs written in a lesson: fences of blocks, and the board they run on.

use crate::lesson::MachineBlock;
use crate::problem::{Problem, Problems};
use device::blocks::BlockKind;
use device::parts::Board;
use device::program::Program;
use words::Language;

/// Reads a program. Both languages are read.
pub(crate) fn read(block: &MachineBlock, board: &Board, language: Language) -> (Program, Vec<Problem>) {
    let _ = (block, board, language);
    (Program::default(), Vec::new())
}

/// Reads the lines of a board fence.
pub(crate) fn read_board(lines: &[(usize, usize, String)], language: Language) -> (Board, Vec<Problem>) {
    let _ = (lines, language);
    (Board::default(), Vec::new())
}

/// Reads the kinds of block that a toolbox offers, one a line.
pub(crate) fn read_toolbox(
    block: &MachineBlock,
    language: Language,
    problems: &mut Problems,
) -> Vec<BlockKind> {
    let _ = (block, language, problems);
    Vec::new()
}

/// Reads a single line as a program; `None` when it is no block.
pub(crate) fn read_line(line: &str, board: &Board) -> Option<Program> {
    let _ = (line, board);
    None
}

/// The lines of a program in a language.
pub(crate) fn lines(program: &Program, language: Language) -> Vec<String> {
    let _ = (program, language);
    Vec::new()
}

/// Whether two programs are the same but for ids and places on the screen.
pub(crate) fn is_same(one: &Program, other: &Program) -> bool {
    one.blocks.len() == other.blocks.len()
}
