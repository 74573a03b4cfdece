//! The app: the files of `dist/`, each with its kind, how long it may be kept, and what a page may do.

mod headers;

use crate::folder::ETag;
use crate::refusal::Refusal;
use headers::HeaderRules;
use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::{self, HeaderMap, HeaderName, HeaderValue};
use hyper::{Method, Response, StatusCode};
use std::collections::HashMap;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

/// Kinds by ending. Anything else is bytes to keep.
const KINDS: [(&str, &str); 25] = [
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("json", "application/json"),
    ("webmanifest", "application/manifest+json"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("gif", "image/gif"),
    ("webp", "image/webp"),
    ("avif", "image/avif"),
    ("ico", "image/x-icon"),
    ("woff2", "font/woff2"),
    ("ttf", "font/ttf"),
    ("md", "text/markdown; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("xml", "application/xml"),
    ("pdf", "application/pdf"),
    ("mp3", "audio/mpeg"),
    ("ogg", "audio/ogg"),
    ("mp4", "video/mp4"),
    ("webm", "video/webm"),
];

/// Files whose headers the build leaves beside the site, for this server and for hosts that read them.
const HEADERS_FILE: &str = "_headers";

/// Files that are for the host, not for the page.
const FOR_THE_HOST: [&str; 2] = [HEADERS_FILE, "_redirects"];

/// The kind of a file by its name.
pub fn kind_of(name: &str) -> &'static str {
    let ending = name
        .rsplit_once('.')
        .map_or("", |(_, ending)| ending)
        .to_ascii_lowercase();
    KINDS
        .iter()
        .find(|(known, _)| *known == ending)
        .map_or("application/octet-stream", |(_, kind)| kind)
}

/// A site in a folder.
pub struct Site {
    dist: PathBuf,
    /// The rules and when their file was written; `None` without a file.
    rules: Mutex<(Option<SystemTime>, Arc<HeaderRules>)>,
    marks: Mutex<HashMap<PathBuf, (u64, SystemTime, ETag)>>,
}

impl Site {
    /// The site in that folder.
    pub fn new(dist: PathBuf) -> Self {
        Self {
            dist,
            rules: Mutex::new((None, Arc::new(HeaderRules::default()))),
            marks: Mutex::default(),
        }
    }

    /// Answers one request for a file.
    pub async fn answer(
        self: Arc<Self>,
        method: &Method,
        path: &str,
        if_none_match: Option<String>,
    ) -> Response<Full<Bytes>> {
        if !matches!(*method, Method::GET | Method::HEAD) {
            let mut answer = told(Refusal::NotDoneHere);
            put(answer.headers_mut(), "allow", "GET, HEAD");
            return answer;
        }
        let path = path.to_owned();
        tokio::task::spawn_blocking(move || self.file(&path, if_none_match.as_deref()))
            .await
            .unwrap_or_else(|_| told(Refusal::Storage))
    }

    fn file(&self, path: &str, if_none_match: Option<&str>) -> Response<Full<Bytes>> {
        let mut is_kept_for_ever = false;
        let mut answer = match self.read(path) {
            Ok((file, bytes, etag)) => {
                is_kept_for_ever = has_hash(&file);
                let mut answer = Response::new(Full::default());
                put(answer.headers_mut(), "etag", etag.text());
                if if_none_match.is_some_and(|marks| marks.contains(etag.text())) {
                    *answer.status_mut() = StatusCode::NOT_MODIFIED;
                } else {
                    put(answer.headers_mut(), "content-type", kind_of(&file));
                    put(answer.headers_mut(), "content-length", &bytes.len().to_string());
                    *answer.body_mut() = Full::new(Bytes::from(bytes));
                }
                put(answer.headers_mut(), "cache-control", kept_for(&file));
                answer
            }
            Err(refusal) => told(refusal),
        };
        // Hosts that read `_headers` cannot tell a hash in a name; this server can.
        let rules = self.rules();
        let told = rules
            .of(path)
            .filter(|(name, _)| !(is_kept_for_ever && *name == header::CACHE_CONTROL));
        for (name, value) in told {
            answer.headers_mut().insert(name, value);
        }
        answer
    }

    /// The name, the bytes and the mark of the file at a path.
    fn read(&self, path: &str) -> Result<(String, Vec<u8>, ETag), Refusal> {
        let mut file = self.dist.join(relative(path)?);
        if file.is_dir() {
            file.push("index.html");
        }
        let name = file
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let bytes = fs::read(&file)?;
        let meta = fs::metadata(&file)?;
        let modified = meta.modified().unwrap_or(SystemTime::UNIX_EPOCH);
        let mut marks = self.marks.lock().unwrap_or_else(PoisonError::into_inner);
        let etag = match marks.get(&file) {
            Some((length, then, etag)) if (*length, *then) == (bytes.len() as u64, modified) => etag.clone(),
            _ => {
                let etag = ETag::of(&bytes);
                marks.insert(file, (bytes.len() as u64, modified, etag.clone()));
                etag
            }
        };
        Ok((name, bytes, etag))
    }

    /// The rules, read again when the build wrote others.
    fn rules(&self) -> Arc<HeaderRules> {
        let file = self.dist.join(HEADERS_FILE);
        let written = fs::metadata(&file).and_then(|meta| meta.modified()).ok();
        let mut rules = self.rules.lock().unwrap_or_else(PoisonError::into_inner);
        if rules.0 != written {
            let read = fs::read_to_string(&file)
                .map_or_else(|_| HeaderRules::default(), |text| HeaderRules::read(&text));
            *rules = (written, Arc::new(read));
        }
        rules.1.clone()
    }
}

/// The path in the folder: no way out, nothing hidden, nothing that is for the host.
fn relative(path: &str) -> Result<PathBuf, Refusal> {
    let mut relative = PathBuf::new();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        let name = crate::dav::path::decoded(part).ok_or(Refusal::BadPath)?;
        // On Windows `c:` and `a\b` are more than a name.
        let is_one_name = Path::new(&name)
            .components()
            .eq([Component::Normal(name.as_ref())]);
        if !is_one_name || name.contains(['/', '\\', '\0', ':']) {
            return Err(Refusal::BadPath);
        }
        if name.starts_with('.') || FOR_THE_HOST.contains(&name.as_str()) {
            return Err(Refusal::NotThere);
        }
        relative.push(name);
    }
    Ok(relative)
}

/// How long a browser may keep a file without asking again: a name with a hash of its content for ever, the others
/// for no time.
fn kept_for(name: &str) -> &'static str {
    if has_hash(name) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    }
}

/// Whether a part of a name, between `-`, `_` and `.`, is a hash: 16 hexadecimal digits or more.
fn has_hash(name: &str) -> bool {
    name.split(['-', '_', '.'])
        .any(|part| part.len() >= 16 && part.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

fn told(refusal: Refusal) -> Response<Full<Bytes>> {
    let (status, word) = refusal.told();
    let mut answer = Response::new(Full::new(Bytes::from(format!("{word}\n"))));
    *answer.status_mut() = status;
    put(answer.headers_mut(), "content-type", kind_of(".txt"));
    put(answer.headers_mut(), "cache-control", "no-cache");
    answer
}

fn put(headers: &mut HeaderMap, name: &'static str, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(HeaderName::from_static(name), value);
    }
}

/// The header that says which copy a browser has.
pub fn copy_of(headers: &HeaderMap) -> Option<String> {
    Some(headers.get(header::IF_NONE_MATCH)?.to_str().ok()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_name_with_a_hash_is_kept_for_ever() {
        for name in [
            "chunk_10-fd10456730f2e8e9.wasm",
            "fabrique-app-ed2d734217c86caa_bg.wasm",
            "page-42a3ee7ab9086cad.css",
        ] {
            assert!(has_hash(name), "{name}");
        }
        for name in [
            "index.html",
            "sw.js",
            "blockly_compressed.js",
            "releases.json",
            "fr.md",
            "wood-grain.svg",
        ] {
            assert!(!has_hash(name), "{name}");
        }
    }

    #[test]
    fn kinds_go_by_the_ending() {
        assert_eq!(kind_of("a.wasm"), "application/wasm");
        assert_eq!(kind_of("A.SVG"), "image/svg+xml");
        assert_eq!(kind_of("LICENSE"), "application/octet-stream");
    }

    #[test]
    fn no_path_leads_out_of_the_folder() {
        for path in [
            "/../x",
            "/%2e%2e/x",
            "/a/..%2fb",
            "/a%00",
            "/c:/x",
            "/a%5c..%5cb",
            "/%zz",
            "/./a",
        ] {
            assert_eq!(relative(path), Err(Refusal::BadPath), "{path}");
        }
        for path in ["/.git/config", "/.trunk-lock", "/_headers"] {
            assert_eq!(relative(path), Err(Refusal::NotThere), "{path}");
        }
        assert_eq!(
            relative("//lessons/a%20b.md"),
            Ok(PathBuf::from("lessons/a b.md"))
        );
        assert_eq!(relative("/"), Ok(PathBuf::new()));
    }
}
