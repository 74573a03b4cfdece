//! Paragraphs with pictures, videos and sounds in them.

use super::TextReader;
use crate::problem;
use crate::text::links::{self, Refusal, has_extension};
use crate::text::markdown::{Span, SpanContent, plain};
use crate::text::{Inline, Node};

/// What a browser shows as a picture.
const PICTURES: [&str; 7] = ["svg", "png", "jpg", "jpeg", "webp", "gif", "avif"];

/// What a browser plays: videos, then sounds.
const MEDIA: [&str; 5] = ["webm", "mp4", "mp3", "ogg", "wav"];

impl TextReader<'_> {
    /// A paragraph: text, with each picture as a node of its own and each link to a video or a sound that stands
    /// alone on its line too.
    pub(super) fn paragraph(&mut self, spans: Vec<Span>, nodes: &mut Vec<Node>) {
        let mut inlines = Vec::new();
        let mut spans = spans.into_iter().peekable();
        let mut is_line_start = true;
        while let Some(span) = spans.next() {
            let is_line_end = spans.peek().is_none_or(|next| is_break(&next.content));
            match span.content {
                SpanContent::Picture { target, title, label } => {
                    end_paragraph(&mut inlines, nodes);
                    nodes.push(self.picture(span.start, &target, &title, &plain(&label)));
                }
                SpanContent::Link { target, title, label }
                    if is_line_start && is_line_end && is_media(&target) =>
                {
                    end_paragraph(&mut inlines, nodes);
                    nodes.push(self.media(span.start, &target, &title, &plain(&label)));
                }
                content => {
                    is_line_start = is_break(&content);
                    let span = Span {
                        start: span.start,
                        content,
                    };
                    // A line end beside a picture is no text.
                    if !(is_line_start && inlines.is_empty()) {
                        self.inline(span, &mut inlines);
                    }
                    continue;
                }
            }
            is_line_start = false;
        }
        end_paragraph(&mut inlines, nodes);
    }

    fn picture(&mut self, start: usize, target: &str, title: &str, text: &str) -> Node {
        let place = self.place(start);
        let text = with_title(text, title);
        if text.trim().is_empty() {
            self.problems
                .add(|| problem::PICTURE_WITHOUT_TEXT.at(place, &[target]));
        }
        match links::media(target, self.home) {
            Ok(source) if PICTURES.iter().any(|extension| has_extension(&source, extension)) => {
                Node::Picture { source, text }
            }
            Ok(_) => {
                self.problems.add(|| problem::NO_PICTURE.at(place, &[target]));
                Node::Paragraph(vec![Inline::Text(text)])
            }
            Err(refusal) => {
                self.refuse(start, target, refusal);
                Node::Paragraph(vec![Inline::Text(text)])
            }
        }
    }

    fn media(&mut self, start: usize, target: &str, title: &str, text: &str) -> Node {
        let text = with_title(text, title);
        match links::media(target, self.home) {
            Ok(source) => Node::Media { source, text },
            Err(refusal) => {
                self.refuse(start, target, refusal);
                Node::Paragraph(vec![Inline::Text(text)])
            }
        }
    }

    fn refuse(&mut self, start: usize, target: &str, refusal: Refusal) {
        let place = self.place(start);
        let kind = match refusal {
            Refusal::OtherHost | Refusal::NotEncrypted => &problem::PICTURE_OF_OTHER_HOST,
            Refusal::Scheme => &problem::PICTURE_INSIDE_ADDRESS,
            Refusal::Outside => &problem::LINK_OUTSIDE,
            Refusal::Empty => &problem::EMPTY_LINK,
        };
        self.problems.add(|| kind.at(place, &[target]));
    }
}

fn is_break(content: &SpanContent) -> bool {
    matches!(content, SpanContent::SoftBreak | SpanContent::HardBreak)
}

/// Whether an address leads to a video or a sound.
pub(crate) fn is_media(target: &str) -> bool {
    MEDIA.iter().any(|extension| has_extension(target, extension))
}

fn with_title(text: &str, title: &str) -> String {
    if title.trim().is_empty() {
        text.to_owned()
    } else if text.is_empty() {
        title.to_owned()
    } else {
        format!("{text} ({title})")
    }
}

/// Ends the text before a picture, without the line end between them.
fn end_paragraph(inlines: &mut Vec<Inline>, nodes: &mut Vec<Node>) {
    while matches!(inlines.last(), Some(Inline::Break)) {
        inlines.pop();
    }
    let is_blank = inlines
        .iter()
        .all(|inline| matches!(inline, Inline::Text(text) if text.trim().is_empty()));
    let inlines = std::mem::take(inlines);
    if !is_blank {
        nodes.push(Node::Paragraph(inlines));
    }
}
