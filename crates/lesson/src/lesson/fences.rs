//! What is set aside for the machine finds its place: starters, solutions, toolboxes, checks, prompts.

use super::blocks::LessonReader;
use super::front_matter::example_id;
use super::{Bench, MachineBlock, MachineKind, Piece, Step, logbook};
use crate::check;
use crate::drawings::DrawingText;
use crate::problem::{self, Place};
use crate::programs;
use crate::spelling::is_id;
use crate::vocabulary::FenceKind;
use words::Language;

impl LessonReader<'_, '_> {
    /// Places what was set aside since the last time.
    pub(super) fn place_machine_blocks(&mut self) {
        let step = self.lesson.steps.len().checked_sub(1);
        while let Some(block) = self.reader.machine.get_mut(self.placed) {
            block.step = step;
            let block = block.clone();
            self.placed += 1;
            match &block.kind {
                MachineKind::Comment => self.step_line(&block),
                MachineKind::Fence(kind, id) => self.fence(*kind, id.as_deref(), &block),
                MachineKind::FrontMatter | MachineKind::Mark | MachineKind::Definition => {}
            }
        }
    }

    fn fence(&mut self, kind: FenceKind, id: Option<&str>, block: &MachineBlock) {
        let language = self.lesson.language;
        let words = kind.words(language);
        let place = block.place();
        self.tell_of_other_bench(kind, words, place);
        if kind == FenceKind::Board {
            if std::mem::replace(&mut self.has_board, true) {
                self.reader
                    .problems
                    .add(|| problem::FENCE_TWICE.at(place, &[words]));
            } else if block.step.is_some() {
                self.reader
                    .problems
                    .add(|| problem::BOARD_AFTER_STEP.at(place, &[]));
            }
            return;
        }
        if matches!(kind, FenceKind::HintBlocks | FenceKind::ExampleBlocks) {
            return;
        }
        self.is_past_step_line = true;
        if kind == FenceKind::Logbook {
            let prompts = logbook::read(block, &mut self.reader.problems);
            self.push(Piece::Logbook(prompts));
        }
        if self.lesson.steps.is_empty() {
            self.reader
                .problems
                .add(|| problem::FENCE_OUTSIDE_STEP.at(place, &[words]));
            return;
        }
        let is_first = match kind {
            FenceKind::Starter => self.starter(block),
            FenceKind::Solution => self.solution(block),
            FenceKind::Toolbox => self.toolbox(block),
            FenceKind::Check => self.check(id, block, place),
            FenceKind::DrawingStarter => self.drawing(block, |step| &mut step.drawing_starter),
            FenceKind::DrawingSolution => self.drawing(block, |step| &mut step.drawing_solution),
            FenceKind::Logbook | FenceKind::Board | FenceKind::HintBlocks | FenceKind::ExampleBlocks => true,
        };
        if !is_first {
            self.reader
                .problems
                .add(|| problem::FENCE_TWICE.at(place, &[words]));
        }
    }

    /// Blocks in a drawing lesson, a drawing in a lesson of blocks, a check in a lesson on paper.
    fn tell_of_other_bench(&mut self, kind: FenceKind, words: &str, place: Place) {
        let bench = self.lesson.bench;
        let fits = match kind {
            FenceKind::DrawingStarter | FenceKind::DrawingSolution => bench == Bench::Design,
            FenceKind::Starter | FenceKind::Solution | FenceKind::Toolbox | FenceKind::Board => {
                bench == Bench::Device
            }
            FenceKind::Check => bench != Bench::Paper,
            FenceKind::Logbook | FenceKind::HintBlocks | FenceKind::ExampleBlocks => true,
        };
        // Without a bench, that is what is to be mended first.
        if !fits && self.is_bench_known {
            let bench = bench.word(self.lesson.language);
            self.reader
                .problems
                .add(|| problem::FENCE_OF_OTHER_BENCH.at(place, &[words, bench]));
        }
    }

    /// Each of these gives whether the step had none before; the first one counts.
    fn starter(&mut self, block: &MachineBlock) -> bool {
        let (program, problems) = programs::read(block, &self.lesson.board);
        self.reader.problems.extend(problems);
        let Some(step) = self.lesson.steps.last_mut().filter(|step| step.starter.is_none()) else {
            return false;
        };
        step.starter = Some(program);
        true
    }

    fn solution(&mut self, block: &MachineBlock) -> bool {
        let (program, problems) = programs::read(block, &self.lesson.board);
        self.reader.problems.extend(problems);
        let Some(step) = self
            .lesson
            .steps
            .last_mut()
            .filter(|step| step.solution.is_none())
        else {
            return false;
        };
        step.solution = Some(program);
        true
    }

    fn drawing(&mut self, block: &MachineBlock, place: fn(&mut Step) -> &mut Option<DrawingText>) -> bool {
        match self.lesson.steps.last_mut().map(place) {
            Some(drawing @ None) => {
                *drawing = Some(DrawingText::new(block.lines.clone()));
                true
            }
            _ => false,
        }
    }

    fn toolbox(&mut self, block: &MachineBlock) -> bool {
        let kinds = programs::read_toolbox(block, &self.lesson.board, &mut self.reader.problems);
        let Some(step) = self.lesson.steps.last_mut().filter(|step| step.toolbox.is_none()) else {
            return false;
        };
        step.toolbox = Some(kinds);
        true
    }

    fn check(&mut self, id: Option<&str>, block: &MachineBlock, place: Place) -> bool {
        let step_id = self
            .lesson
            .steps
            .last()
            .map(|step| step.id.clone())
            .unwrap_or_default();
        let id = match id {
            Some(id) if !is_id(id) => {
                let example = example_id(id);
                self.reader
                    .problems
                    .add(|| problem::WRONG_ID.at(place, &[id, &example]));
                id
            }
            Some(id) if self.check_ids.iter().any(|other| other == id) => {
                self.reader
                    .problems
                    .add(|| problem::CHECK_ID_TWICE.at(place, &[id]));
                id
            }
            Some(id) => id,
            None => {
                let [french, english] = Language::ALL.map(|language| FenceKind::Check.words(language));
                self.reader.problems.add(|| {
                    problem::CHECK_WITHOUT_ID.at_in_each(place, [&[french, &step_id], &[english, &step_id]])
                });
                &step_id
            }
        };
        self.check_ids.push(id.to_owned());
        let (lines, language) = (block.source_lines(), self.lesson.language);
        let (check, problems) = match self.lesson.bench {
            Bench::Design => check::parse_of_drawing(id, &lines, language),
            Bench::Device | Bench::Paper => check::parse(id, &lines, &self.lesson.board, language),
        };
        self.reader.problems.extend(problems);
        let Some(step) = self.lesson.steps.last_mut().filter(|step| step.check.is_none()) else {
            return false;
        };
        step.check = Some(check);
        true
    }
}
