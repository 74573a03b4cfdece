//! A server of files, honest or not, that is restored from old backups and emptied.

use super::chance::Chance;
use std::collections::BTreeMap;
use sync::{Ask, Condition, Reply, Tag, Verb};

/// What a server does with tags and conditions; each was met in the wild.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// `If-Match` and `If-None-Match` are looked at.
    pub honours: bool,
    /// A write is answered with the tag.
    pub tells_on_write: bool,
    /// Tags are made of the size and of a coarse clock: two versions may have one.
    pub is_coarse: bool,
    /// A proxy appends `-gzip`, and the server then refuses the tag.
    pub is_behind_gzip: bool,
}

impl Kind {
    pub fn of(chance: &mut Chance) -> Self {
        Self {
            honours: !chance.one_in(3),
            tells_on_write: chance.one_in(2),
            is_coarse: chance.one_in(3),
            is_behind_gzip: chance.one_in(4),
        }
    }
}

type Files = BTreeMap<String, (Vec<u8>, u64)>;

pub struct Server {
    pub files: Files,
    kind: Kind,
    clock: u64,
    backups: Vec<Files>,
    pub is_well: bool,
}

/// How many changes the coarse clock does not tell apart.
const COARSE: u64 = 3;

impl Server {
    pub fn new(kind: Kind) -> Self {
        Self {
            files: Files::new(),
            kind,
            clock: 0,
            backups: Vec::new(),
            is_well: false,
        }
    }

    /// Now and then: a backup, an old backup restored, everything emptied.
    pub fn misfortune(&mut self, chance: &mut Chance) {
        self.clock += u64::from(chance.one_in(5));
        if chance.one_in(150) {
            self.backups.push(self.files.clone());
        }
        if chance.one_in(700) && !self.backups.is_empty() {
            let which = chance.below(self.backups.len());
            self.files = self.backups[which].clone();
        }
        if chance.one_in(2_000) {
            self.files.clear();
        }
    }

    fn tag(&self, path: &str) -> Option<String> {
        let (body, changed) = self.files.get(path)?;
        let tag = if self.kind.is_coarse {
            format!("{}-{}", body.len(), changed / COARSE)
        } else {
            let sum = body.iter().fold(7_u64, |sum, byte| {
                sum.wrapping_mul(31).wrapping_add(u64::from(*byte))
            });
            format!("{sum:x}")
        };
        Some(if self.kind.is_behind_gzip {
            format!("\"{tag}-gzip\"")
        } else {
            format!("\"{tag}\"")
        })
    }

    fn allows(&self, ask: &Ask) -> bool {
        if !self.kind.honours {
            return true;
        }
        let there = self.tag(&ask.path);
        match &ask.condition {
            Condition::Always => true,
            Condition::IfAbsent => there.is_none(),
            // Behind such a proxy the tag comes back without its ending, or with it: neither is the server's.
            Condition::IfStill(_) if self.kind.is_behind_gzip => false,
            Condition::IfStill(tag) => there.and_then(|there| Tag::read(&there)).as_ref() == Some(tag),
        }
    }

    pub fn answer(&mut self, ask: &Ask) -> Reply {
        let status = |status| Reply {
            status,
            ..Reply::default()
        };
        match ask.verb {
            Verb::Knock => status(207),
            Verb::MakeFolder => status(201),
            Verb::Get => match self.files.get(&ask.path) {
                None => status(404),
                Some((body, _)) => Reply {
                    tag: self.tag(&ask.path),
                    body: body.clone(),
                    ..status(200)
                },
            },
            Verb::Put if !self.allows(ask) => status(412),
            Verb::Put => {
                self.clock += 1;
                let is_new = !self.files.contains_key(&ask.path);
                let body = ask.body.clone().unwrap_or_default().into_bytes();
                self.files.insert(ask.path.clone(), (body, self.clock));
                Reply {
                    tag: if self.kind.tells_on_write {
                        self.tag(&ask.path)
                    } else {
                        None
                    },
                    ..status(if is_new { 201 } else { 204 })
                }
            }
            Verb::Delete => {
                self.files.retain(|path, _| {
                    *path != ask.path && !(ask.path.ends_with('/') && path.starts_with(&ask.path))
                });
                status(204)
            }
            Verb::List => self.list(&ask.path),
        }
    }

    fn list(&self, folder: &str) -> Reply {
        let mut names: Vec<(String, String)> = Vec::new();
        for path in self.files.keys() {
            if let Some(rest) = path.strip_prefix(folder) {
                let (name, is_folder) = match rest.split_once('/') {
                    Some((name, _)) => (format!("{name}/"), true),
                    None => (rest.to_owned(), false),
                };
                let properties = if is_folder {
                    "<d:resourcetype><d:collection/></d:resourcetype>".to_owned()
                } else {
                    let tag = self.tag(path).unwrap().replace('"', "&quot;");
                    format!("<d:resourcetype/><d:getetag>{tag}</d:getetag>")
                };
                if names.last().is_none_or(|(last, _)| *last != name) {
                    names.push((name, properties));
                }
            }
        }
        if names.is_empty() {
            return Reply {
                status: 404,
                ..Reply::default()
            };
        }
        let itself = "<d:resourcetype><d:collection/></d:resourcetype>".to_owned();
        let responses: String = std::iter::once((String::new(), itself))
            .chain(names)
            .map(|(name, properties)| {
                format!(
                    "<d:response><d:href>/remote.php/dav/{folder}{name}</d:href><d:propstat><d:prop>{properties}</d:prop>\
                     <d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>"
                )
            })
            .collect();
        Reply {
            status: 207,
            body: format!(
                "<?xml version=\"1.0\"?><d:multistatus xmlns:d=\"DAV:\">{responses}</d:multistatus>"
            )
            .into_bytes(),
            ..Reply::default()
        }
    }
}
