//! Connections: how many, how slow they may be, and which part answers.

use crate::dav::Dav;
use crate::site::{self, Site};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use std::collections::HashMap;
use std::convert::Infallible;
use std::io;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;

/// Connections at once; the next ones wait.
const AT_ONCE: usize = 1024;

/// Connections of one address at once; more are closed. A class behind one proxy fits.
const OF_ONE_ADDRESS: usize = 384;

/// The longest that the head of a request may take, and that a connection may be idle.
const HEAD_WITHIN: Duration = Duration::from_secs(20);

/// The longest head, in bytes.
const HEAD_BYTES: usize = 32 << 10;

/// How often old versions are forgotten.
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// What is served.
pub struct Connections {
    dav: Option<Dav>,
    site: Option<Arc<Site>>,
    by_address: Mutex<HashMap<IpAddr, usize>>,
}

impl Connections {
    pub fn new(dav: Option<Dav>, site: Option<Site>) -> Self {
        Self {
            dav,
            site: site.map(Arc::new),
            by_address: Mutex::default(),
        }
    }

    /// Takes connections, for ever.
    pub async fn run(self, listener: std::net::TcpListener) -> io::Result<()> {
        let listener = TcpListener::from_std(listener)?;
        let connections = Arc::new(self);
        let places = Arc::new(Semaphore::new(AT_ONCE));
        tokio::spawn(connections.clone().forget_old_versions());
        loop {
            let Ok(place) = places.clone().acquire_owned().await else {
                return Ok(());
            };
            match listener.accept().await {
                Ok((stream, address)) => {
                    let connections = connections.clone();
                    tokio::spawn(async move {
                        connections.serve(stream, address.ip()).await;
                        drop(place);
                    });
                }
                // No more open files, or a connection that went away: others go on.
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            }
        }
    }

    async fn serve(&self, stream: TcpStream, address: IpAddr) {
        if self.count(address, 1) <= OF_ONE_ADDRESS {
            // Answers are small and awaited.
            let _ = stream.set_nodelay(true);
            let service =
                service_fn(|request| async move { Ok::<_, Infallible>(self.answer(request, address).await) });
            // It ends when the client goes away or is too slow; neither needs a word.
            let _ = hyper::server::conn::http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(HEAD_WITHIN)
                .max_buf_size(HEAD_BYTES)
                .serve_connection(TokioIo::new(stream), service)
                .await;
        }
        self.count(address, -1);
    }

    /// Counts the connections of an address.
    fn count(&self, address: IpAddr, more: isize) -> usize {
        let mut by_address = self.by_address.lock().unwrap_or_else(PoisonError::into_inner);
        let count = by_address.entry(address).or_default();
        *count = count.saturating_add_signed(more);
        let now = *count;
        if now == 0 {
            by_address.remove(&address);
        }
        now
    }

    async fn answer(&self, request: Request<Incoming>, address: IpAddr) -> Response<Full<Bytes>> {
        let path = request.uri().path();
        let is_dav = path == "/dav" || path.starts_with("/dav/");
        match (&self.dav, &self.site) {
            (Some(dav), _) if is_dav => dav.answer(request, address).await,
            (_, Some(site)) if !is_dav => {
                let copy = site::copy_of(request.headers());
                site.clone().answer(request.method(), path, copy).await
            }
            _ => {
                let mut answer = Response::new(Full::new(Bytes::from("not-there\n")));
                *answer.status_mut() = StatusCode::NOT_FOUND;
                answer
            }
        }
    }

    async fn forget_old_versions(self: Arc<Self>) {
        loop {
            tokio::time::sleep(DAY).await;
            if let Some(dav) = &self.dav {
                dav.forget_old_versions().await;
            }
        }
    }
}
