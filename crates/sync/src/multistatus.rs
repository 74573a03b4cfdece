//! Reads the answer to `PROPFIND`: a small reader for a small part of XML.
//!
//! Names are compared without their prefix: servers call the namespace `DAV:` what they like, and nothing else that
//! they send has these names. A document type is refused, so no entity can grow.

use crate::etag::Tag;

/// The most files of a folder that are looked at.
pub const MOST_ENTRIES: usize = 5_000;

/// The deepest nesting.
const DEEPEST: usize = 50;

/// The longest text of an element that is kept, in bytes.
const LONGEST_TEXT: usize = 4_096;

/// What is in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name: the last segment of its address.
    pub name: String,
    /// Whether it is a folder.
    pub is_folder: bool,
    /// Its version, when the server says it.
    pub tag: Option<Tag>,
    /// Its size in bytes, when the server says it.
    pub length: Option<u64>,
}

/// The entries of a folder's listing, the folder itself (`folder` is the last segment of its address) left out;
/// `None` when it is no such listing.
#[must_use]
pub fn entries(xml: &str, folder: &str) -> Option<Vec<Entry>> {
    let mut reader = Reader { rest: xml };
    let mut open: Vec<&str> = Vec::new();
    let mut found: Vec<Entry> = Vec::new();
    let mut now = Response::default();
    let (mut has_begun, mut has_ended, mut is_first) = (false, false, true);
    let mut text = String::new();
    while let Some(token) = reader.next()? {
        match token {
            Token::Begin { name, is_empty } => {
                text.clear();
                if open.is_empty() {
                    if has_begun || name != "multistatus" {
                        return None;
                    }
                    has_begun = true;
                }
                if name == "response" {
                    now = Response::default();
                }
                now.is_folder |= name == "collection";
                if !is_empty {
                    open.push(name);
                } else if open.is_empty() {
                    has_ended = true;
                }
            }
            Token::End { name } => {
                if open.pop() != Some(name) {
                    return None;
                }
                now.take(name, text.trim());
                text.clear();
                if name == "response" {
                    // The folder itself comes first in most listings, and by its name in the others.
                    let entry = now.entry();
                    let is_itself = is_first
                        || entry
                            .as_ref()
                            .is_some_and(|entry| entry.is_folder && entry.name == folder);
                    let is_skipped = is_itself && entry.as_ref().is_some_and(|entry| entry.name == folder);
                    is_first = false;
                    if !is_skipped {
                        found.extend(entry);
                    }
                    if found.len() > MOST_ENTRIES {
                        return None;
                    }
                }
                has_ended |= open.is_empty();
            }
            Token::Text(part) => {
                if text.len() + part.len() <= LONGEST_TEXT {
                    text.push_str(&part);
                }
            }
        }
        if open.len() > DEEPEST {
            return None;
        }
    }
    (has_begun && has_ended && open.is_empty()).then_some(found)
}

/// What one `response` says.
#[derive(Default)]
struct Response {
    href: String,
    is_folder: bool,
    tag: Option<Tag>,
    length: Option<u64>,
    /// Its own status, outside any property: the file is gone.
    is_gone: bool,
}

impl Response {
    fn take(&mut self, name: &str, text: &str) {
        match name {
            "href" if self.href.is_empty() => text.clone_into(&mut self.href),
            "getetag" => self.tag = self.tag.take().or_else(|| Tag::read(text)),
            "getcontentlength" => self.length = self.length.or_else(|| text.parse().ok()),
            "status" => {
                self.is_gone |=
                    self.tag.is_none() && !self.is_folder && text.contains(" 404") && self.length.is_none()
            }
            _ => {}
        }
    }

    fn entry(&self) -> Option<Entry> {
        // Behind a proxy the address has other folders before it: only the last name counts.
        let path = self.href.split(['?', '#']).next().unwrap_or_default();
        let name = decoded(path.trim_end_matches('/').rsplit('/').next()?)?;
        let is_fine = !name.is_empty() && name != "." && name != ".." && !name.contains(['/', '\\', '\0']);
        is_fine.then_some(Entry {
            name,
            is_folder: self.is_folder || path.ends_with('/'),
            tag: self.tag.clone(),
            length: self.length,
        })
    }
}

/// `%41` as `A`; `None` for what is no text.
fn decoded(segment: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(segment.len());
    let mut rest = segment.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
            let value = digit(rest.next())? * 16 + digit(rest.next())?;
            bytes.push(u8::try_from(value).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

enum Token<'a> {
    Begin { name: &'a str, is_empty: bool },
    End { name: &'a str },
    Text(String),
}

struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    /// The next token; `Some(None)` at the end, `None` for what is no XML of ours.
    #[allow(clippy::option_option, reason = "the outer one is for `?`")]
    fn next(&mut self) -> Option<Option<Token<'a>>> {
        loop {
            let Some(inside) = self.rest.strip_prefix('<') else {
                if self.rest.is_empty() {
                    return Some(None);
                }
                let (text, rest) = self.rest.split_at(self.rest.find('<').unwrap_or(self.rest.len()));
                self.rest = rest;
                return Some(Some(Token::Text(unescaped(text)?)));
            };
            if let Some(comment) = inside.strip_prefix("!--") {
                self.rest = comment.split_once("-->")?.1;
            } else if let Some(raw) = inside.strip_prefix("![CDATA[") {
                let (text, rest) = raw.split_once("]]>")?;
                self.rest = rest;
                return Some(Some(Token::Text(text.to_owned())));
            } else if let Some(instruction) = inside.strip_prefix('?') {
                self.rest = instruction.split_once("?>")?.1;
            } else if inside.starts_with('!') {
                return None;
            } else {
                return self.tag(inside).map(Some);
            }
        }
    }

    fn tag(&mut self, inside: &'a str) -> Option<Token<'a>> {
        // A `>` may stand in the value of an attribute.
        let mut quote = None;
        let end = inside
            .char_indices()
            .find_map(|(at, letter)| match (quote, letter) {
                (None, '>') => Some(at),
                (None, '"' | '\'') => {
                    quote = Some(letter);
                    None
                }
                (Some(open), letter) if open == letter => {
                    quote = None;
                    None
                }
                _ => None,
            })?;
        let tag = &inside[..end];
        self.rest = &inside[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            return Some(Token::End {
                name: local_name(name.trim_end())?,
            });
        }
        let (tag, is_empty) = match tag.strip_suffix('/') {
            Some(tag) => (tag, true),
            None => (tag, false),
        };
        let name = tag.split([' ', '\t', '\n', '\r']).next()?;
        Some(Token::Begin {
            name: local_name(name)?,
            is_empty,
        })
    }
}

/// The name without its prefix.
fn local_name(name: &str) -> Option<&str> {
    let name = name.rsplit(':').next()?;
    let is_name = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.');
    (!name.is_empty() && name.chars().all(is_name)).then_some(name)
}

/// The text with the five entities of XML and those by number.
fn unescaped(text: &str) -> Option<String> {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        let (entity, after) = after.split_once(';')?;
        plain.push(match entity {
            "lt" => '<',
            "gt" => '>',
            "amp" => '&',
            "quot" => '"',
            "apos" => '\'',
            number => {
                let number = number.strip_prefix('#')?;
                let code = match number.strip_prefix('x') {
                    Some(digits) => u32::from_str_radix(digits, 16),
                    None => number.parse(),
                };
                char::from_u32(code.ok()?)?
            }
        });
        rest = after;
    }
    plain.push_str(rest);
    Some(plain)
}
