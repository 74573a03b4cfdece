//! A lesson as an indented text: what the learner gets, in order.

use lesson::lesson::{Lesson, Piece, Prompt};
use lesson::text::{Inline, LinkTarget, Node, plain};
use std::fmt::Write as _;

/// The whole lesson.
pub fn describe(lesson: &Lesson) -> String {
    let mut text = format!(
        "{} · {} · {:?} · {} min · {:?}\n",
        lesson.id, lesson.title, lesson.bench, lesson.minutes, lesson.language
    );
    pieces(&lesson.introduction, &mut text);
    for step in &lesson.steps {
        let challenge = if step.is_challenge { " · challenge" } else { "" };
        let _ = writeln!(
            text,
            "step {} · {} · {} min{challenge}",
            step.id,
            plain(&step.title),
            step.minutes
        );
        pieces(&step.pieces, &mut text);
        for (name, is_there) in [
            ("starter", step.starter.is_some()),
            ("solution", step.solution.is_some()),
            ("drawing starter", step.drawing_starter.is_some()),
            ("drawing solution", step.drawing_solution.is_some()),
            ("toolbox", step.toolbox.is_some()),
        ] {
            if is_there {
                let _ = writeln!(text, "  {name}");
            }
        }
        if let Some(check) = &step.check {
            let _ = writeln!(text, "  check {}", check.id);
        }
    }
    text
}

fn pieces(pieces: &[Piece], text: &mut String) {
    for piece in pieces {
        match piece {
            Piece::Text(inside) => {
                text.push_str("  text\n");
                nodes(inside, 2, text);
            }
            Piece::Instructions(items) => {
                for (number, item) in items.iter().enumerate() {
                    let _ = writeln!(text, "  instruction {}", number + 1);
                    nodes(item, 2, text);
                }
            }
            Piece::Hint(inside) => {
                text.push_str("  hint\n");
                nodes(inside, 2, text);
            }
            Piece::Box(kind, inside) => {
                let _ = writeln!(text, "  box {kind:?}");
                nodes(inside, 2, text);
            }
            Piece::Question(question) => {
                let several = if question.is_multiple { ", several" } else { "" };
                let _ = writeln!(text, "  question{several}");
                nodes(&question.prompt, 2, text);
                for choice in &question.choices {
                    let mark = if choice.is_right { "[x]" } else { "[ ]" };
                    let _ = writeln!(text, "    {mark} {}", inlines(&choice.label));
                    nodes(&choice.explanation, 4, text);
                }
            }
            Piece::Logbook(prompts) => {
                text.push_str("  logbook\n");
                for prompt in prompts {
                    let _ = match prompt {
                        Prompt::Picture(words) => writeln!(text, "    picture {words}"),
                        Prompt::Sentence(words) => writeln!(text, "    sentence {words}"),
                        Prompt::Choice { label, options } => writeln!(text, "    choice {label} {options:?}"),
                        Prompt::Sound(words) => writeln!(text, "    sound {words}"),
                    };
                }
            }
        }
    }
}

fn nodes(nodes: &[Node], level: usize, text: &mut String) {
    let indent = "  ".repeat(level);
    for node in nodes {
        let _ = match node {
            Node::Paragraph(words) => writeln!(text, "{indent}{}", inlines(words)),
            Node::Heading(level, words) => writeln!(text, "{indent}heading {level} {}", inlines(words)),
            Node::List { first, items } => {
                let _ = writeln!(text, "{indent}list {first:?}");
                for item in items {
                    let _ = writeln!(text, "{indent}  item");
                    self::nodes(item, level + 2, text);
                }
                Ok(())
            }
            Node::Picture { source, text: words } => writeln!(text, "{indent}picture {source} {words:?}"),
            Node::Media { source, text: words } => writeln!(text, "{indent}media {source} {words:?}"),
            Node::Blocks(program) => writeln!(text, "{indent}blocks {}", program.blocks.len()),
            Node::Verbatim(words) => writeln!(text, "{indent}verbatim {words:?}"),
            Node::Quote(inside) => {
                let _ = writeln!(text, "{indent}quote");
                self::nodes(inside, level + 1, text);
                Ok(())
            }
            Node::Table(rows) => {
                let _ = writeln!(text, "{indent}table");
                for row in rows {
                    let cells: Vec<String> = row.iter().map(|cell| inlines(cell)).collect();
                    let _ = writeln!(text, "{indent}  {}", cells.join(" | "));
                }
                Ok(())
            }
            Node::Rule => writeln!(text, "{indent}rule"),
            Node::Newer(words) => writeln!(text, "{indent}newer {words:?}"),
        };
    }
}

fn inlines(inlines: &[Inline]) -> String {
    let mut text = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(words) => text.push_str(words),
            Inline::Strong(inside) => {
                let _ = write!(text, "**{}**", self::inlines(inside));
            }
            Inline::Emphasis(inside) => {
                let _ = write!(text, "*{}*", self::inlines(inside));
            }
            Inline::Code(words) => {
                let _ = write!(text, "`{words}`");
            }
            Inline::Link { to, label } => {
                let to = match to {
                    LinkTarget::Glossary(id) => format!("glossary {id}"),
                    LinkTarget::Lesson(id) => format!("lesson {id}"),
                    LinkTarget::File(path) => format!("file {path}"),
                    LinkTarget::Outside(address) => format!("outside {address}"),
                    LinkTarget::Refused => "refused".to_owned(),
                };
                let _ = write!(text, "[{}]({to})", self::inlines(label));
            }
            Inline::Break => text.push_str(" / "),
        }
    }
    text
}
