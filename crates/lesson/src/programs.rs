//! Programs and boards written in a lesson: the text forms of `device`, with places in the author's file.

use crate::check::BlockWords;
use crate::lesson::MachineBlock;
use crate::problem::{self, Place, Problem, ProblemKind, Problems};
use crate::spelling::nearest;
use device::blocks::BlockKind;
use device::parts::Board;
use device::program::{Block, Program};
use device::text::{TextProblem, TextProblemKind};
use device::{board_text, text};
use words::Language;

/// Reads a program. Both languages are read.
pub(crate) fn read(block: &MachineBlock, board: &Board) -> (Program, Vec<Problem>) {
    let (program, problems) = text::read(&joined(&block.lines), board);
    (program, placed(&problems, &block.lines, &problem::PROGRAM_LINE))
}

/// Reads the lines of a board fence.
pub(crate) fn read_board(lines: &[(usize, usize, String)]) -> (Board, Vec<Problem>) {
    let (board, problems) = board_text::read(&joined(lines));
    (board, placed(&problems, lines, &problem::BOARD_LINE))
}

/// Reads the kinds of block that a toolbox offers: on each line a block as in a program, or the first words of one.
pub(crate) fn read_toolbox(block: &MachineBlock, board: &Board, problems: &mut Problems) -> Vec<BlockKind> {
    let mut kinds = Vec::new();
    for (line, column, words) in &block.lines {
        if words.trim().is_empty() {
            continue;
        }
        let found: Vec<BlockKind> = match read_line(words, board) {
            Some(program) => kinds_of(&program).collect(),
            None => BlockWords::read(words.trim())
                .map(|named| named.kinds())
                .unwrap_or_default(),
        };
        if found.is_empty() {
            let place = Place {
                line: *line,
                column: column + words.chars().count() - words.trim_start().chars().count(),
            };
            problems.add(|| unknown_block(words.trim(), place));
        }
        kinds.extend(found);
    }
    BlockKind::ALL
        .into_iter()
        .filter(|kind| kinds.contains(kind))
        .collect()
}

fn unknown_block(words: &str, place: Place) -> Problem {
    let names: Vec<String> = Language::ALL.into_iter().flat_map(BlockWords::known).collect();
    let near = nearest(words, names.iter().map(String::as_str)).unwrap_or_default();
    let problem = problem::UNKNOWN_BLOCK.at(place, &[words, near]);
    if !near.is_empty() {
        return problem;
    }
    problem.with_next_step([
        "Écris les premiers mots d’un bloc, par exemple « répéter ».".to_owned(),
        "Write the first words of a block, for example “repeat”.".to_owned(),
    ])
}

/// Reads a single line as a program; `None` when it is no block.
pub(crate) fn read_line(line: &str, board: &Board) -> Option<Program> {
    let (program, problems) = text::read(line.trim(), board);
    let is_read = problems
        .iter()
        .all(|problem| problem.kind == TextProblemKind::ValueAlone);
    (is_read && !program.blocks.is_empty()).then_some(program)
}

/// The kinds of block in a program, but those that only came with their parent's socket.
pub(crate) fn kinds_of(program: &Program) -> impl Iterator<Item = BlockKind> {
    (program.blocks.iter())
        .filter(|block| !block.shadow)
        .filter_map(Block::known_kind)
}

/// The lines of a program in a language, without indents: as a voice reads them.
pub(crate) fn lines(program: &Program, language: Language) -> Vec<String> {
    text::write(program, &Board::default(), language)
        .lines()
        .map(|line| line.trim().to_owned())
        .collect()
}

fn joined(lines: &[(usize, usize, String)]) -> String {
    lines
        .iter()
        .map(|(_, _, text)| text.as_str())
        .collect::<Vec<_>>()
        .join("\n")
}

/// Problems of a text form, moved to their place in the file.
fn placed(problems: &[TextProblem], lines: &[(usize, usize, String)], kind: &ProblemKind) -> Vec<Problem> {
    (problems.iter())
        .map(|found| {
            let (line, column) = lines
                .get(found.line.saturating_sub(1))
                .map_or((1, 1), |(line, column, _)| {
                    (*line, column + found.column.saturating_sub(1))
                });
            Problem {
                sentence: Language::ALL.map(|language| found.sentence(language)),
                next_step: Language::ALL.map(|language| found.next_step(language)),
                ..kind.at(Place { line, column }, &[])
            }
        })
        .collect()
}
