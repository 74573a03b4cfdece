//! Questions: `### Question`, what is asked, then a task list whose choices may each carry an explanation.

use super::blocks::LessonReader;
use super::{Choice, MachineKind, Piece, Question};
use crate::problem;
use crate::spelling::folded;
use crate::text::Node;
use crate::text::markdown::{Block, Content, Item, Span, SpanContent, plain};
use std::collections::VecDeque;

/// Whether a heading opens a question.
pub(super) fn is_question(spans: &[Span]) -> bool {
    let words = folded(&plain(spans));
    words
        .strip_prefix("question")
        .is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
}

impl LessonReader<'_, '_> {
    /// Reads a question whose heading was just taken; takes its blocks from `rest`.
    pub(super) fn question(&mut self, start: usize, heading: Vec<Span>, rest: &mut VecDeque<Block>) {
        let place = self.reader.place(start);
        if self.lesson.steps.is_empty() {
            self.reader
                .problems
                .add(|| problem::QUESTION_OUTSIDE_STEP.at(place, &[]));
        }
        let length = rest
            .iter()
            .take_while(|block| !matches!(block.content, Content::Heading(..)))
            .count();
        let Some(list) = rest.iter().take(length).position(is_task_list) else {
            self.reader.problems.add(|| problem::NO_CHOICES.at(place, &[]));
            let inlines = self.reader.inlines(heading);
            self.push_nodes(vec![Node::Heading(3, inlines)]);
            return;
        };
        let mut prompt = Vec::new();
        // "Question" and "Question 2" only say that it is one.
        let words = plain(&heading);
        if folded(&words)
            .chars()
            .skip("question".len())
            .any(char::is_alphabetic)
        {
            prompt.push(Node::Heading(3, self.reader.inlines(heading)));
        } else {
            self.reader.set_aside(MachineKind::Mark, start, &words);
        }
        let asked: Vec<Block> = rest.drain(..list).collect();
        prompt.extend(self.reader.nodes(asked));
        let mut choices = Vec::new();
        while let Some(block) = rest.pop_front() {
            match block.content {
                Content::List { items, .. } if choices.is_empty() || has_task(&items) => {
                    for item in items {
                        let choice = self.choice(item);
                        choices.push(choice);
                    }
                }
                // An explanation that is not indented: Markdown ends the list there, the author does not.
                Content::Quote(blocks) if !is_alert(&blocks) => {
                    let nodes = self.reader.nodes(blocks);
                    if let Some((choice, _)) = choices.last_mut() {
                        let choice: &mut Choice = choice;
                        choice.explanation.extend(nodes);
                    }
                }
                content => {
                    rest.push_front(Block { content, ..block });
                    break;
                }
            }
        }
        for (choice, item_start) in &choices {
            let place = self.reader.place(*item_start);
            if choice.label.is_empty() {
                self.reader.problems.add(|| problem::EMPTY_CHOICE.at(place, &[]));
            } else if choice.explanation.is_empty() {
                self.reader
                    .problems
                    .add(|| problem::NO_EXPLANATION.at(place, &[]));
            }
        }
        let choices: Vec<Choice> = choices.into_iter().map(|(choice, _)| choice).collect();
        let right = choices.iter().filter(|choice| choice.is_right).count();
        if right == 0 {
            self.reader
                .problems
                .add(|| problem::NO_RIGHT_ANSWER.at(place, &[]));
        }
        if choices.len() == 1 {
            self.reader.problems.add(|| problem::ONE_CHOICE.at(place, &[]));
        }
        self.push(Piece::Question(Question {
            prompt,
            choices,
            is_multiple: right > 1,
        }));
    }

    /// A choice and where it stands.
    fn choice(&mut self, item: Item) -> (Choice, usize) {
        if item.is_checked.is_none() {
            let place = self.reader.place(item.start);
            self.reader
                .problems
                .add(|| problem::CHOICE_WITHOUT_MARK.at(place, &[]));
        }
        let mut blocks = VecDeque::from(item.blocks);
        let label = match blocks.pop_front() {
            Some(Block {
                content: Content::Paragraph(spans),
                ..
            }) => self.reader.inlines(spans),
            Some(other) => {
                blocks.push_front(other);
                Vec::new()
            }
            None => Vec::new(),
        };
        let mut explanation = Vec::new();
        for block in blocks {
            match block.content {
                Content::Quote(blocks) if !is_alert(&blocks) => explanation.extend(self.reader.nodes(blocks)),
                content => self.reader.node(Block { content, ..block }, &mut explanation),
            }
        }
        let choice = Choice {
            label,
            is_right: item.is_checked == Some(true),
            explanation,
        };
        (choice, item.start)
    }
}

fn is_task_list(block: &Block) -> bool {
    matches!(&block.content, Content::List { items, .. } if has_task(items))
}

fn has_task(items: &[Item]) -> bool {
    items.iter().any(|item| item.is_checked.is_some())
}

/// Whether a quotation is a box rather than an explanation.
fn is_alert(blocks: &[Block]) -> bool {
    let Some(Block {
        content: Content::Paragraph(spans),
        ..
    }) = blocks.first()
    else {
        return false;
    };
    matches!(spans.first(), Some(Span { content: SpanContent::Text(text), .. }) if text.starts_with("[!"))
}
