//! The program a step begins with: the person's own work, else the step's starter, else what they had at the step
//! before, else an empty script.

use crate::saving::Saving;
use device::blocks::BlockKind;
use device::program::{Block, Program, ProgramFault};
use lesson::lesson::{Lesson, Step};
use record::Work;
use std::rc::Rc;

/// What the bench loads.
#[derive(Clone, PartialEq)]
pub enum Start {
    /// This program.
    Program(Rc<Program>),
    /// Two versions exist: the person chooses first.
    Choose,
    /// The person's work cannot be read here: no bench opens, so that nothing takes its place.
    Unreadable(ProgramFault),
}

/// The program to begin a step with, as it stands in the record now.
pub fn start_program(lesson: &Lesson, step: &Step, saving: &Saving) -> Start {
    match saving.open_work(lesson, step) {
        Work::Several(_) => Start::Choose,
        Work::One(revision) => match Program::from_json(&revision.text) {
            Ok((program, _)) => Start::Program(Rc::new(program)),
            Err(fault) => Start::Unreadable(fault),
        },
        Work::None => Start::Program(Rc::new(without_own_work(lesson, step, saving))),
    }
}

fn without_own_work(lesson: &Lesson, step: &Step, saving: &Saving) -> Program {
    if let Some(starter) = &step.starter {
        return starter.clone();
    }
    let before = lesson
        .steps
        .iter()
        .take_while(|one| one.id != step.id)
        .collect::<Vec<_>>();
    for earlier in before.into_iter().rev() {
        let own = saving
            .work(lesson, earlier)
            .text()
            .and_then(|text| Program::from_json(&text).ok());
        if let Some((program, _)) = own {
            return program;
        }
        if let Some(starter) = &earlier.starter {
            return starter.clone();
        }
    }
    empty_script()
}

/// A `toujours` with nothing in it.
fn empty_script() -> Program {
    let mut hat = Block::new("start", BlockKind::Forever);
    (hat.x, hat.y) = (Some(24.0), Some(40.0));
    Program {
        blocks: vec![hat],
        ..Program::default()
    }
}
