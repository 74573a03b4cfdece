//! The lists of words, skills and badges: `## id`, then `**Name**`, then a paragraph.

use crate::lesson::front_matter::{FrontMatter, example_id};
use crate::problem::{self, Problem, Problems};
use crate::spelling::is_id;
use crate::text::links::Home;
use crate::text::markdown::{self, Block, Content, SpanContent, plain};
use crate::text::reader::TextReader;
use crate::text::source::Source;
use crate::text::{Node, source};
use words::Language;

/// An entry of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its id, which lessons name.
    pub id: String,
    /// Its name as people read it.
    pub name: String,
    /// What it says.
    pub text: Vec<Node>,
    /// Line of its `##` in the file.
    pub line: usize,
}

/// Reads a glossary, a list of skills or a list of badges.
#[must_use]
pub fn parse(text: &str, language: Language) -> (Vec<Entry>, Vec<Problem>) {
    let source = Source::new(text);
    let mut reader = TextReader::new(&source, Home::Lessons, language);
    // A head is allowed and says nothing here.
    let has_head = source::lines(text)
        .find(|line| !line.trim().is_empty())
        .is_some_and(|line| line.trim() == "---");
    let start = if has_head {
        FrontMatter::read(&source, &mut Problems::default()).end
    } else {
        0
    };
    let document = markdown::read(&source, start);
    crate::lesson::tell_what_hindered(&mut reader, &document);
    let mut entries: Vec<Entry> = Vec::new();
    for block in document.blocks {
        let place = reader.place(block.start);
        match (block.content, entries.last_mut()) {
            (Content::Heading(2, spans), _) => {
                let written = plain(&spans);
                let id = written.trim();
                if !is_id(id) {
                    reader
                        .problems
                        .add(|| problem::WRONG_ID.at(place, &[id, &example_id(id)]));
                } else if entries.iter().any(|entry| entry.id == id) {
                    reader.problems.add(|| problem::ENTRY_TWICE.at(place, &[id]));
                }
                entries.push(Entry {
                    id: id.to_owned(),
                    name: String::new(),
                    text: Vec::new(),
                    line: place.line,
                });
            }
            // What stands before the first entry is for whoever reads the file.
            (_, None) => {}
            (content, Some(entry)) => match name(&content) {
                Some(name) if entry.name.is_empty() => entry.name = name,
                _ => reader.node(Block { content, ..block }, &mut entry.text),
            },
        }
    }
    for entry in &mut entries {
        let place = problem::Place {
            line: entry.line,
            column: 1,
        };
        if entry.name.is_empty() {
            reader
                .problems
                .add(|| problem::ENTRY_WITHOUT_NAME.at(place, &[&entry.id]));
            entry.name.clone_from(&entry.id);
        }
        if entry.text.is_empty() {
            reader
                .problems
                .add(|| problem::ENTRY_WITHOUT_TEXT.at(place, &[&entry.id]));
        }
    }
    (entries, reader.problems.into_sorted())
}

/// The name of an entry: a paragraph that is bold from end to end.
fn name(content: &Content) -> Option<String> {
    let Content::Paragraph(spans) = content else {
        return None;
    };
    match spans.as_slice() {
        [span] => match &span.content {
            SpanContent::Strong(inside) => Some(plain(inside)),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Inline, plain};

    #[test]
    fn an_entry_has_an_id_a_name_and_a_text() {
        let text = "# Les mots\n\n## boucle\n\n**Boucle**\n\nElle répète.\n\n## Événement\n\n## boucle\n\n**B**\n\nx\n";
        let (entries, problems) = parse(text, Language::French);
        let ids: Vec<_> = entries
            .iter()
            .map(|entry| (entry.id.as_str(), entry.name.as_str(), entry.line))
            .collect();
        assert_eq!(
            ids,
            [
                ("boucle", "Boucle", 3),
                ("Événement", "Événement", 9),
                ("boucle", "B", 11)
            ]
        );
        let [Node::Paragraph(words)] = entries[0].text.as_slice() else {
            panic!("{:?}", entries[0].text);
        };
        assert_eq!(plain(words), "Elle répète.");
        assert!(matches!(words.as_slice(), [Inline::Text(_)]));
        let codes: Vec<_> = problems
            .iter()
            .map(|problem| (problem.line, problem.code))
            .collect();
        assert_eq!(codes, [(9, "F008"), (9, "G002"), (9, "G003"), (11, "G001")]);
    }
}
