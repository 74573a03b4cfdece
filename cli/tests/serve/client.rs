//! As much of HTTP as the tests speak, over one kept connection.

use std::fmt::Write as _;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// Somebody's connection.
pub struct Client {
    address: SocketAddr,
    authorization: Option<String>,
    stream: Option<BufReader<TcpStream>>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self
            .headers
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Client {
    pub fn new(address: SocketAddr, code: Option<&str>) -> Self {
        Self {
            address,
            authorization: code.map(|code| format!("Basic {}", base64(format!("me:{code}").as_bytes()))),
            stream: None,
        }
    }

    /// Sends a request and reads its answer. A kept connection that was closed meanwhile is opened again.
    pub fn ask(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> io::Result<Answer> {
        let was_kept = self.stream.is_some();
        match self.ask_once(method, path, headers, body) {
            Err(_) if was_kept => {
                self.stream = None;
                self.ask_once(method, path, headers, body)
            }
            answer => answer,
        }
    }

    fn ask_once(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> io::Result<Answer> {
        let mut head = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nContent-Length: {}\r\n",
            self.address,
            body.len()
        );
        if let Some(authorization) = &self.authorization {
            let _ = write!(head, "Authorization: {authorization}\r\n");
        }
        for (name, value) in headers {
            let _ = write!(head, "{name}: {value}\r\n");
        }
        head.push_str("\r\n");
        let mut stream = match self.stream.take() {
            Some(stream) => stream,
            None => BufReader::new(connect(self.address)?),
        };
        // The answer may come before all of a body that is refused is sent.
        let sent = stream.get_mut().write_all(&[head.as_bytes(), body].concat());
        let answer = read_answer(&mut stream, method == "HEAD");
        if sent.is_ok()
            && answer
                .as_ref()
                .is_ok_and(|answer| answer.header("connection") != Some("close"))
        {
            self.stream = Some(stream);
        }
        answer
    }

    pub fn get(&mut self, path: &str) -> io::Result<Answer> {
        self.ask("GET", path, &[], b"")
    }

    pub fn put(&mut self, path: &str, body: &[u8]) -> io::Result<Answer> {
        self.ask("PUT", path, &[], body)
    }

    /// Makes folders; those that are there already are fine.
    pub fn make_folders(&mut self, paths: &[String]) {
        for path in paths {
            let status = self.ask("MKCOL", path, &[], b"").unwrap().status;
            assert!(matches!(status, 201 | 405), "{path}: {status}");
        }
    }
}

pub fn connect(address: SocketAddr) -> io::Result<TcpStream> {
    let stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    stream.set_nodelay(true)?;
    Ok(stream)
}

pub fn read_answer(stream: &mut impl BufRead, has_no_body: bool) -> io::Result<Answer> {
    let mut line = String::new();
    stream.read_line(&mut line)?;
    let status = line.split(' ').nth(1).and_then(|status| status.parse().ok());
    let status: u16 = status.ok_or(io::ErrorKind::UnexpectedEof)?;
    let mut headers = Vec::new();
    loop {
        line.clear();
        if stream.read_line(&mut line)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        match line.trim_end().split_once(": ") {
            Some((name, value)) => headers.push((name.to_owned(), value.to_owned())),
            None => break,
        }
    }
    let mut answer = Answer {
        status,
        headers,
        body: Vec::new(),
    };
    if !has_no_body && !matches!(status, 204 | 304) {
        let length = answer
            .header("content-length")
            .and_then(|length| length.parse().ok());
        answer.body = vec![0; length.unwrap_or(0)];
        stream.read_exact(&mut answer.body)?;
    }
    Ok(answer)
}

pub fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let number = chunk
            .iter()
            .fold(0_usize, |number, byte| number << 8 | usize::from(*byte))
            << (8 * (3 - chunk.len()));
        for place in 0..4 {
            text.push(if place <= chunk.len() {
                char::from(SIGNS[number >> (18 - 6 * place) & 63])
            } else {
                '='
            });
        }
    }
    text
}
