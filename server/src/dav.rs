//! The class folder over HTTP: the part of WebDAV in `README.md`, and nothing else of it.
//!
//! Why not a whole WebDAV library: there the condition is looked at before the file is opened, so two devices may both
//! be told that they were first; here both happen under one lock. And what is not there (MOVE, LOCK, PROPPATCH, an XML
//! reader) cannot be attacked.

mod multistatus;
pub(crate) mod path;
mod rights;

use crate::codes::{Gate, Role, Who};
use crate::folder::{Conditions, Folder, Limits, Listed, What};
use crate::refusal::Refusal;
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::{Body, Bytes, Incoming};
use hyper::header::{self, HeaderMap, HeaderName, HeaderValue};
use hyper::{Method, Request, Response, StatusCode};
use path::{Inside, Place};
use rights::Access;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::{Duration, SystemTime};
use tokio::sync::Semaphore;
use tokio::time::timeout;

/// The longest that a body may take.
const BODY_WITHIN: Duration = Duration::from_secs(30);

/// Bodies that are held at once, in pieces of 64 KiB: 64 MiB.
const PIECES: u32 = 1024;
const PIECE: u64 = 64 << 10;

/// How long a body waits for that.
const PIECES_WITHIN: Duration = Duration::from_secs(10);

/// What is read of a body that is refused, so that the answer arrives.
const DRAINED_BYTES: usize = 32 << 20;
const DRAINED_WITHIN: Duration = Duration::from_secs(5);

/// Verbs that are answered.
const ALLOWED: &str = "OPTIONS, GET, HEAD, PUT, DELETE, MKCOL, PROPFIND";

/// Answers what is asked of `/dav`.
pub struct Dav {
    gate: Gate,
    folder: Arc<Folder>,
    held: Arc<Semaphore>,
}

/// A verb that is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verb {
    Options,
    Get,
    Put,
    Delete,
    MakeFolder,
    List,
}

impl Verb {
    fn of(method: &Method) -> Option<Self> {
        Some(match method.as_str() {
            "OPTIONS" => Self::Options,
            "GET" | "HEAD" => Self::Get,
            "PUT" => Self::Put,
            "DELETE" => Self::Delete,
            "MKCOL" => Self::MakeFolder,
            "PROPFIND" => Self::List,
            _ => return None,
        })
    }

    fn writes(self) -> bool {
        matches!(self, Self::Put | Self::Delete | Self::MakeFolder)
    }
}

type Answer = Response<Full<Bytes>>;

impl Dav {
    /// Answers for a folder and the codes that open it.
    pub fn new(gate: Gate, folder: Arc<Folder>) -> Self {
        Self {
            gate,
            folder,
            held: Arc::new(Semaphore::new(PIECES as usize)),
        }
    }

    /// Answers one request; `raw` is its path after `/dav`.
    pub async fn answer(&self, request: Request<Incoming>, address: IpAddr) -> Answer {
        let (head, body) = request.into_parts();
        let raw = head
            .uri
            .path()
            .strip_prefix("/dav")
            .unwrap_or_default()
            .to_owned();
        let is_a_script = head.headers.contains_key("x-requested-with");
        let mut body = Some(body);
        let mut who = None;
        let outcome = self
            .outcome(&head.method, &head.headers, &raw, &mut body, &mut who, address)
            .await;
        let mut answer = outcome.unwrap_or_else(|refusal| refused(refusal, is_a_script));
        if let Some(body) = body {
            drain(body).await;
        }
        protect(answer.headers_mut());
        if let Some(who) = who {
            introduce(answer.headers_mut(), &who);
        }
        answer
    }

    /// Forgets earlier versions that were kept long enough. What the disk refuses today is forgotten tomorrow.
    pub async fn forget_old_versions(&self) {
        let folder = self.folder.clone();
        let _ = on_the_disk(move || Ok(folder.forget_old_versions()?)).await;
    }

    async fn outcome(
        &self,
        method: &Method,
        headers: &HeaderMap,
        raw: &str,
        body: &mut Option<Incoming>,
        who: &mut Option<Who>,
        address: IpAddr,
    ) -> Result<Answer, Refusal> {
        let verb = Verb::of(method).ok_or(Refusal::NotDoneHere)?;
        if verb.writes() && !is_from_here(headers) {
            return Err(Refusal::OtherSite);
        }
        if verb == Verb::Options {
            return Ok(options());
        }
        let person = self
            .gate
            .who(text(headers, header::AUTHORIZATION)?, address)
            .await?;
        *who = Some(person.clone());
        let inside = match path::read(raw)? {
            Place::Inside(inside) => inside,
            place => return self.above(&person, verb, &place, headers).await,
        };
        let access = if verb.writes() {
            Access::Write
        } else {
            Access::Read
        };
        rights::check(&person, &inside, access)?;
        let conditions = Conditions::read(
            text(headers, header::IF_MATCH)?,
            text(headers, header::IF_NONE_MATCH)?,
        );
        if inside.owner == person.name || inside.is_of_the_trainer() {
            let (folder, inside) = (self.folder.clone(), inside.clone());
            on_the_disk(move || folder.welcome(&inside)).await?;
        }
        match verb {
            Verb::Get => self.get(inside, &conditions).await,
            Verb::List => {
                let depth = Depth::read(headers)?;
                let folder = self.folder.clone();
                let base = base_path(&inside);
                let listed = on_the_disk(move || folder.list(&inside, depth == Depth::Children)).await?;
                Ok(listing(&base, &listed))
            }
            _ => {
                let bytes = match body.take() {
                    Some(body) if verb == Verb::Put => self.whole(body, headers).await?,
                    _ => Bytes::new(),
                };
                self.write(verb, inside, bytes, conditions).await
            }
        }
    }

    /// The root and a space: who one is, and the folders that one may see.
    async fn above(
        &self,
        who: &Who,
        verb: Verb,
        place: &Place,
        headers: &HeaderMap,
    ) -> Result<Answer, Refusal> {
        if verb != Verb::List {
            return Err(Refusal::NotDoneHere);
        }
        let depth = Depth::read(headers)?;
        let folder = |name: Option<&str>| Listed {
            name: name.map(str::to_owned),
            what: What::Folder,
            modified: None,
        };
        let mut listed = vec![folder(None)];
        let base = match place {
            Place::Space(space) if *space != who.space => return Err(Refusal::NotYours),
            Place::Space(space) => {
                if depth == Depth::Children {
                    listed.extend(match who.role {
                        Role::Participant => vec![folder(Some(&who.name))],
                        Role::Trainer => {
                            let (folder, space) = (self.folder.clone(), space.clone());
                            on_the_disk(move || folder.people(&space)).await?
                        }
                    });
                }
                format!("/dav/{}", path::encoded(space))
            }
            _ => {
                if depth == Depth::Children {
                    listed.push(folder(Some(&who.space)));
                }
                "/dav".to_owned()
            }
        };
        Ok(listing(&base, &listed))
    }

    async fn get(&self, inside: Inside, conditions: &Conditions) -> Result<Answer, Refusal> {
        let name = inside.names.last().cloned().unwrap_or_default();
        let folder = self.folder.clone();
        let content = on_the_disk(move || folder.read(&inside)).await?;
        let mut answer = Response::new(Full::default());
        let headers = answer.headers_mut();
        put(headers, header::ETAG, content.etag.text());
        if let Some(date) = content.modified.and_then(date) {
            put(headers, header::LAST_MODIFIED, &date);
        }
        if conditions.are_met_by_copy(&content.etag) {
            *answer.status_mut() = StatusCode::NOT_MODIFIED;
            return Ok(answer);
        }
        put(headers, header::CONTENT_TYPE, crate::site::kind_of(&name));
        // Leaves out the body of an answer to HEAD, but says its length.
        put(headers, header::CONTENT_LENGTH, &content.bytes.len().to_string());
        *answer.body_mut() = Full::new(Bytes::from(content.bytes));
        Ok(answer)
    }

    async fn write(
        &self,
        verb: Verb,
        inside: Inside,
        bytes: Bytes,
        conditions: Conditions,
    ) -> Result<Answer, Refusal> {
        let folder = self.folder.clone();
        // A task of its own: who goes away cannot stop a write in the middle.
        let task = tokio::spawn(async move {
            let mut share = folder.share(&inside).lock_owned().await;
            on_the_disk(move || {
                Ok(match verb {
                    Verb::Put => {
                        let (is_new, etag) = folder.write(&mut share, &inside, &bytes, &conditions)?;
                        let status = if is_new {
                            StatusCode::CREATED
                        } else {
                            StatusCode::NO_CONTENT
                        };
                        (status, Some(etag))
                    }
                    Verb::MakeFolder => {
                        folder.make_folder(&inside)?;
                        (StatusCode::CREATED, None)
                    }
                    _ => {
                        folder.remove(&mut share, &inside, &conditions)?;
                        (StatusCode::NO_CONTENT, None)
                    }
                })
            })
            .await
        });
        let (status, etag) = task.await.map_err(|_| Refusal::Storage)??;
        let mut answer = Response::new(Full::default());
        *answer.status_mut() = status;
        if let Some(etag) = etag {
            put(answer.headers_mut(), header::ETAG, etag.text());
        }
        Ok(answer)
    }

    /// The whole body, before anything is locked.
    async fn whole(&self, body: Incoming, headers: &HeaderMap) -> Result<Bytes, Refusal> {
        if headers.contains_key(header::CONTENT_RANGE) {
            drain(body).await;
            return Err(Refusal::BadRequest);
        }
        let Limits { file_bytes, .. } = self.folder.limits();
        let length = body.size_hint().upper().unwrap_or(file_bytes);
        if length > file_bytes {
            drain(body).await;
            return Err(Refusal::TooLarge);
        }
        let pieces = u32::try_from(length.div_ceil(PIECE))
            .unwrap_or(PIECES)
            .min(PIECES);
        let _held = timeout(PIECES_WITHIN, self.held.acquire_many(pieces))
            .await
            .map_err(|_| Refusal::Busy)?
            .map_err(|_| Refusal::Busy)?;
        let limit = usize::try_from(file_bytes).unwrap_or(usize::MAX);
        match timeout(BODY_WITHIN, Limited::new(body, limit).collect()).await {
            Ok(Ok(whole)) => Ok(whole.to_bytes()),
            Ok(Err(error)) if error.is::<http_body_util::LengthLimitError>() => Err(Refusal::TooLarge),
            // It took too long, or was cut.
            _ => Err(Refusal::TooSlow),
        }
    }
}

/// An instant as HTTP says it; `None` before 1970 and after 9999, which a disk with a broken clock may say.
fn date(instant: SystemTime) -> Option<String> {
    const YEAR_10000: u64 = 253_402_300_800;
    let seconds = instant.duration_since(SystemTime::UNIX_EPOCH).ok()?.as_secs();
    (seconds < YEAR_10000).then(|| httpdate::fmt_http_date(instant))
}

/// How far a list goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Depth {
    Itself,
    Children,
}

impl Depth {
    fn read(headers: &HeaderMap) -> Result<Self, Refusal> {
        match headers.get("depth").map(HeaderValue::as_bytes) {
            Some(b"0") => Ok(Self::Itself),
            Some(b"1") => Ok(Self::Children),
            _ => Err(Refusal::Depth),
        }
    }
}

/// Whether a write comes from a page of this server, or from a program that is no browser.
fn is_from_here(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    match (text("sec-fetch-site"), text("origin")) {
        (Some(site), _) => site == "same-origin" || site == "none",
        // A browser says no `Sec-Fetch-Site` on plain http.
        (None, Some(origin)) => {
            let host = origin.split_once("://").map(|(_, host)| host);
            host.is_some() && host == text("host")
        }
        (None, None) => true,
    }
}

/// A header as text.
fn text(headers: &HeaderMap, name: HeaderName) -> Result<Option<&str>, Refusal> {
    headers
        .get(name)
        .map(|value| value.to_str().map_err(|_| Refusal::BadRequest))
        .transpose()
}

/// Work with files, away from the threads that wait for the network.
async fn on_the_disk<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Refusal> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|_| Refusal::Storage)?
}

async fn drain(body: Incoming) {
    if !body.is_end_stream() {
        let _ = timeout(DRAINED_WITHIN, Limited::new(body, DRAINED_BYTES).collect()).await;
    }
}

fn base_path(inside: &Inside) -> String {
    let mut path = "/dav".to_owned();
    for name in [&inside.space, &inside.owner].into_iter().chain(&inside.names) {
        path.push('/');
        path.push_str(&path::encoded(name));
    }
    path
}

fn listing(base: &str, listed: &[Listed]) -> Answer {
    let mut answer = Response::new(Full::new(Bytes::from(multistatus::write(base, listed))));
    *answer.status_mut() = StatusCode::MULTI_STATUS;
    put(
        answer.headers_mut(),
        header::CONTENT_TYPE,
        "application/xml; charset=utf-8",
    );
    answer
}

fn options() -> Answer {
    let mut answer = Response::new(Full::default());
    *answer.status_mut() = StatusCode::NO_CONTENT;
    put(answer.headers_mut(), header::ALLOW, ALLOWED);
    put(answer.headers_mut(), HeaderName::from_static("dav"), "1");
    answer
}

fn refused(refusal: Refusal, is_a_script: bool) -> Answer {
    let (status, word) = refusal.told();
    let mut answer = Response::new(Full::new(Bytes::from(format!("{word}\n"))));
    *answer.status_mut() = status;
    let headers = answer.headers_mut();
    put(headers, header::CONTENT_TYPE, "text/plain; charset=utf-8");
    if status == StatusCode::UNAUTHORIZED && !is_a_script {
        put(
            headers,
            header::WWW_AUTHENTICATE,
            "Basic realm=\"Fabrique\", charset=\"UTF-8\"",
        );
    }
    if status == StatusCode::METHOD_NOT_ALLOWED {
        put(headers, header::ALLOW, ALLOWED);
    }
    if let Some(seconds) = refusal.retry_after() {
        put(headers, header::RETRY_AFTER, &seconds.to_string());
    }
    answer
}

/// What a participant wrote never runs as a page of this origin.
fn protect(headers: &mut HeaderMap) {
    put(headers, header::CONTENT_SECURITY_POLICY, "sandbox");
    put(headers, header::CONTENT_DISPOSITION, "attachment");
    put(headers, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    put(headers, header::REFERRER_POLICY, "no-referrer");
    put(headers, header::CACHE_CONTROL, "private, no-cache");
    put(
        headers,
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    );
}

fn introduce(headers: &mut HeaderMap, who: &Who) {
    let folder = match who.role {
        Role::Participant => format!("{}/{}", who.space, who.name),
        Role::Trainer => who.space.clone(),
    };
    put(
        headers,
        HeaderName::from_static("fabrique-role"),
        who.role.saved_name(),
    );
    put(headers, HeaderName::from_static("fabrique-folder"), &folder);
}

/// Sets a header; all values here are letters, digits and signs that a header may have.
fn put(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_from_before_1970_has_no_date() {
        let second = Duration::from_secs(1);
        assert_eq!(date(SystemTime::UNIX_EPOCH - second), None);
        assert_eq!(
            date(SystemTime::UNIX_EPOCH).as_deref(),
            Some("Thu, 01 Jan 1970 00:00:00 GMT")
        );
        assert_eq!(date(SystemTime::UNIX_EPOCH + second * u32::MAX * 60), None);
    }

    #[test]
    fn only_pages_of_this_server_and_programs_write() {
        let check = |pairs: &[(&'static str, &'static str)], expected: bool| {
            let headers = pairs
                .iter()
                .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
                .collect();
            assert_eq!(is_from_here(&headers), expected, "{pairs:?}");
        };
        check(&[], true);
        check(&[("sec-fetch-site", "same-origin")], true);
        check(&[("sec-fetch-site", "none")], true);
        check(&[("sec-fetch-site", "same-site")], false);
        check(&[("sec-fetch-site", "cross-site")], false);
        check(&[("origin", "http://a:8080"), ("host", "a:8080")], true);
        check(&[("origin", "http://a:8081"), ("host", "a:8080")], false);
        check(&[("origin", "null"), ("host", "a:8080")], false);
    }
}
