//! Text of a lesson as nodes of the page. Tag names come from here alone: nothing of the author's text becomes one.

use crate::i18n::player::Player as Words;
use crate::player::block_picture::BlockPicture;
use crate::route::{Link, Route};
use crate::site::lesson_file;
use crate::widgets::icon::Icon;
use lesson::lesson::BoxKind;
use lesson::text::{Inline, LinkTarget, Node};
use words::{Language, typeset};
use yew::prelude::*;

/// Where a text stands: what its relative addresses are relative to.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// The lesson's id, its folder.
    pub lesson: &'a str,
    /// Language the text is written in.
    pub written: Language,
    /// Language of the interface.
    pub language: Language,
}

impl Place<'_> {
    /// The `lang` of the text, where it is not that of the page.
    pub fn lang(self) -> Option<&'static str> {
        (self.written != self.language).then(|| self.written.code())
    }

    fn file(self, source: &str) -> String {
        lesson_file(&format!("{}/{source}", self.lesson))
    }
}

/// Blocks of text.
pub fn nodes(nodes: &[Node], place: Place<'_>) -> Html {
    html! { <>{ for nodes.iter().map(|one| node(one, place)) }</> }
}

/// A box, with what kind it is for all who read.
pub fn text_box(kind: BoxKind, inside: &[Node], place: Place<'_>) -> Html {
    let (name, icon, word) = match kind {
        BoxKind::Safety => ("safety", "triangle-alert", Words::Safety),
        BoxKind::Remember => ("remember", "bookmark", Words::Remember),
        BoxKind::Note => ("note", "info", Words::ToKnow),
        BoxKind::Trainer => ("trainer", "info", Words::ForTrainer),
    };
    html! {
        <aside class="text-box" data-kind={name} aria-label={word.text(place.language)}>
            <Icon name={icon} /><div>{ nodes(inside, place) }</div>
        </aside>
    }
}

fn node(node: &Node, place: Place<'_>) -> Html {
    match node {
        Node::Paragraph(inside) => html! { <p lang={place.lang()}>{ inlines(inside, place) }</p> },
        Node::Heading(level, inside) if *level <= 3 => {
            html! { <h3 lang={place.lang()}>{ inlines(inside, place) }</h3> }
        }
        Node::Heading(_, inside) => html! { <h4 lang={place.lang()}>{ inlines(inside, place) }</h4> },
        Node::List { first: None, items } => {
            html! { <ul>{ for items.iter().map(|item| html! { <li>{ nodes(item, place) }</li> }) }</ul> }
        }
        Node::List {
            first: Some(first),
            items,
        } => html! {
            <ol start={first.to_string()}>{ for items.iter().map(|item| html! { <li>{ nodes(item, place) }</li> }) }</ol>
        },
        Node::Picture { source, text } => {
            html! { <img class="lesson-picture" lang={place.lang()} src={place.file(source)} alt={text.clone()} loading="lazy" /> }
        }
        Node::Media { source, text } if is_sound(source) => {
            html! { <audio lang={place.lang()} controls={true} preload="none" src={place.file(source)} aria-label={text.clone()}></audio> }
        }
        Node::Media { source, text } => {
            html! { <video lang={place.lang()} controls={true} preload="none" src={place.file(source)} aria-label={text.clone()}></video> }
        }
        Node::Blocks(program) => {
            html! { <BlockPicture program={program.clone()} language={place.language} /> }
        }
        Node::Verbatim(text) => {
            html! { <pre class="verbatim" tabindex="0" lang={place.lang()}>{ text }</pre> }
        }
        Node::Quote(inside) => html! { <blockquote>{ nodes(inside, place) }</blockquote> },
        Node::Table(rows) => table(rows, place),
        Node::Rule => html! { <hr /> },
        Node::Newer(_) => html! { <p class="newer">{ Words::Newer.text(place.language) }</p> },
    }
}

fn is_sound(source: &str) -> bool {
    source
        .rsplit('.')
        .next()
        .is_some_and(|extension| matches!(extension, "mp3" | "ogg" | "wav" | "m4a"))
}

fn table(rows: &[Vec<Vec<Inline>>], place: Place<'_>) -> Html {
    let Some((head, body)) = rows.split_first() else {
        return Html::default();
    };
    html! {
        <div class="table" tabindex="0">
            <table lang={place.lang()}>
                <thead><tr>{ for head.iter().map(|cell| html! { <th scope="col">{ inlines(cell, place) }</th> }) }</tr></thead>
                <tbody>
                    { for body.iter().map(|row| html! {
                        <tr>{ for row.iter().map(|cell| html! { <td>{ inlines(cell, place) }</td> }) }</tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}

/// Text inside a block.
pub fn inlines(inside: &[Inline], place: Place<'_>) -> Html {
    html! { <>{ for inside.iter().map(|one| inline(one, place)) }</> }
}

fn inline(inline: &Inline, place: Place<'_>) -> Html {
    match inline {
        Inline::Text(text) => html! { { typeset(text, place.written) } },
        Inline::Strong(inside) => html! { <strong>{ inlines(inside, place) }</strong> },
        Inline::Emphasis(inside) => html! { <em>{ inlines(inside, place) }</em> },
        Inline::Code(text) => html! { <code>{ text }</code> },
        Inline::Break => html! { <br /> },
        Inline::Link { to, label } => link(to, label, place),
    }
}

fn link(to: &LinkTarget, label: &[Inline], place: Place<'_>) -> Html {
    let words = inlines(label, place);
    match to {
        LinkTarget::Lesson(id) => {
            html! { <Link to={Route::Lesson { id: id.clone() }}>{ words }</Link> }
        }
        LinkTarget::File(path) => html! { <a href={place.file(path)} download="">{ words }</a> },
        LinkTarget::Outside(address) => {
            html! { <a href={address.clone()} target="_blank" rel="noopener noreferrer">{ words }</a> }
        }
        LinkTarget::Glossary(id) => {
            html! { <super::glossary::GlossaryWord id={id.clone()} language={place.language}>{ words }</super::glossary::GlossaryWord> }
        }
        LinkTarget::Refused => {
            html! { <>{ words }{ " " }<span class="refused">{ Words::RefusedLink.text(place.language) }</span></> }
        }
    }
}
