//! What the browser is told to refuse: the content policy and the other headers, in one place, for the page itself and
//! for the web spaces that send headers.

use crate::problem::{Outcome, Problem};
use std::fmt::Write;

/// What the page may load and from where. Blockly writes style elements; wasm must be compiled; nothing else is needed.
const DIRECTIVES: [(&str, &str); 16] = [
    ("default-src", "'none'"),
    ("script-src", "'self' 'wasm-unsafe-eval'"),
    ("style-src", "'self'"),
    ("style-src-elem", "'self' 'unsafe-inline'"),
    ("style-src-attr", "'none'"),
    ("img-src", "'self' data: blob:"),
    ("media-src", "'self'"),
    ("font-src", "'self'"),
    (CONNECT, "'self'"),
    ("worker-src", "'self'"),
    ("manifest-src", "'self'"),
    ("base-uri", "'self'"),
    ("form-action", "'none'"),
    ("require-trusted-types-for", "'script'"),
    ("trusted-types", "fabrique"),
    (ONLY_AS_HEADER, "'none'"),
];

/// Whom the page may speak to.
const CONNECT: &str = "connect-src";

/// A browser ignores it in a page, and says so in its console.
const ONLY_AS_HEADER: &str = "frame-ancestors";

/// The headers beside the policy. Camera, microphone and serial port are for the app itself, never for what is in it.
const HEADERS: [(&str, &str); 5] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    (
        "Permissions-Policy",
        "camera=(self), microphone=(self), geolocation=(), serial=(self)",
    ),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
];

/// A file whose name holds its content's hash never changes.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Any other is asked for again, and comes only when it changed.
const ASK_AGAIN: &str = "no-cache";

/// The names of files that hold their content's hash, as a regular expression that nginx, Apache and Caddy read.
const HASHED: &str = "-[0-9a-f]{16}(_bg)?\\.(js|wasm|css)$";

/// The policy of a site, with the address of another origin that its work is synchronised with, if it has one.
pub struct Policy {
    sync_origin: Option<String>,
}

impl Policy {
    /// A policy; the origin is one such as `https://cloud.example.org`.
    pub fn new(sync_origin: Option<String>) -> Outcome<Self> {
        let is_origin = |origin: &str| {
            let host = origin
                .strip_prefix("https://")
                .or_else(|| origin.strip_prefix("http://"));
            host.is_some_and(|host| {
                let is_known = |letter: char| letter.is_ascii_alphanumeric() || "-.:[]".contains(letter);
                !host.is_empty() && host.chars().all(is_known)
            })
        };
        match sync_origin {
            Some(origin) if !is_origin(&origin) => Err(Problem::new(format!(
                "`--sync-origin` wants an origin such as https://cloud.example.org, without a path, not `{origin}`."
            ))),
            sync_origin => Ok(Self { sync_origin }),
        }
    }

    /// The policy as a header carries it.
    fn header(&self) -> String {
        self.text(|_| true)
    }

    /// The first element of the page's head, before anything that loads.
    pub fn element(&self) -> String {
        let policy = self.text(|name| name != ONLY_AS_HEADER);
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
    }

    fn text(&self, is_wanted: impl Fn(&str) -> bool) -> String {
        let mut text = String::new();
        for (name, sources) in DIRECTIVES.iter().filter(|(name, _)| is_wanted(name)) {
            let _ = write!(
                text,
                "{}{name} {sources}",
                if text.is_empty() { "" } else { "; " }
            );
            if let (&CONNECT, Some(origin)) = (name, &self.sync_origin) {
                let _ = write!(text, " {origin}");
            }
        }
        text
    }

    fn headers(&self) -> Vec<(&'static str, String)> {
        let policy = [("Content-Security-Policy", self.header())];
        let others = HEADERS.map(|(name, value)| (name, value.to_owned()));
        policy.into_iter().chain(others).collect()
    }

    /// Name and content of the files that make web spaces send the headers. Netlify, Cloudflare Pages and GitLab Pages
    /// read `_headers` by themselves; the others are to be copied into a server's settings (`docs/deploying.md`).
    pub fn files(&self) -> [(&'static str, String); 4] {
        [
            ("_headers", self.underscore_headers()),
            ("headers/nginx.conf", self.nginx()),
            ("headers/apache.conf", self.apache()),
            ("headers/Caddyfile", self.caddy()),
        ]
    }

    fn underscore_headers(&self) -> String {
        let mut text = String::from("/*\n");
        for (name, value) in self.headers() {
            let _ = writeln!(text, "  {name}: {value}");
        }
        // No pattern of theirs can tell a hash: every file is asked for again, which costs an answer without a body.
        let _ = writeln!(text, "  Cache-Control: {ASK_AGAIN}");
        text
    }

    fn nginx(&self) -> String {
        let mut text = String::from(
            "# Inside the `server` or `location` of the site: include this file.\n\
             # Types that older files of nginx do not know:\n\
             types { application/wasm wasm; text/javascript js mjs; application/manifest+json webmanifest; \
             text/markdown md; text/html html; text/css css; image/svg+xml svg; image/png png; font/woff2 woff2; \
             font/ttf ttf; audio/mpeg mp3; image/gif gif; application/json json; }\n",
        );
        for (name, value) in self.headers() {
            let _ = writeln!(text, "add_header {name} \"{value}\" always;");
        }
        let _ = writeln!(
            text,
            "add_header Cache-Control {ASK_AGAIN} always;\n\
             # Where you can, outside: map $uri $fabrique_cache {{ default {ASK_AGAIN}; \"~{HASHED}\" \"{FOR_EVER}\"; }}\n\
             # and then, in place of the line above: add_header Cache-Control $fabrique_cache always;"
        );
        text
    }

    fn apache(&self) -> String {
        let mut text = String::from(
            "# For the site's <Directory>, or as .htaccess in its folder where that is allowed. Needs mod_headers.\n\
             AddType application/wasm .wasm\n\
             AddType text/javascript .js\n\
             AddType application/manifest+json .webmanifest\n\
             AddType \"text/markdown; charset=utf-8\" .md\n",
        );
        for (name, value) in self.headers() {
            let _ = writeln!(text, "Header always set {name} \"{value}\"");
        }
        let _ = writeln!(
            text,
            "Header set Cache-Control \"{ASK_AGAIN}\"\n\
             <FilesMatch \"{HASHED}\">\n  Header set Cache-Control \"{FOR_EVER}\"\n</FilesMatch>"
        );
        text
    }

    fn caddy(&self) -> String {
        let mut text = String::from("# Inside the site's block, before `file_server`.\nheader {\n");
        for (name, value) in self.headers() {
            let _ = writeln!(text, "\t{name} \"{value}\"");
        }
        let _ = writeln!(
            text,
            "\tCache-Control \"{ASK_AGAIN}\"\n}}\n@hashed path_regexp {HASHED}\nheader @hashed Cache-Control \"{FOR_EVER}\""
        );
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_does_not_name_what_only_a_header_may_say() -> Outcome {
        let policy = Policy::new(None)?;
        assert!(policy.element().contains("default-src 'none'; script-src 'self'"));
        assert!(!policy.element().contains(ONLY_AS_HEADER));
        assert!(policy.header().ends_with("; frame-ancestors 'none'"));
        Ok(())
    }

    #[test]
    fn another_origin_is_written_where_it_is_spoken_to() -> Outcome {
        let policy = Policy::new(Some("https://cloud.example.org".to_owned()))?;
        assert!(
            policy
                .element()
                .contains("connect-src 'self' https://cloud.example.org; ")
        );
        for wrong in [
            "cloud.example.org",
            "https://a b",
            "https://a; script-src *",
            "https://",
        ] {
            assert!(Policy::new(Some(wrong.to_owned())).is_err(), "{wrong}");
        }
        Ok(())
    }

    #[test]
    fn every_file_says_every_header() -> Outcome {
        let policy = Policy::new(None)?;
        for (file, text) in policy.files() {
            for (name, value) in policy.headers() {
                let line = text.lines().find(|line| line.contains(name));
                assert!(line.is_some_and(|line| line.contains(&value)), "{file}: {name}");
            }
        }
        Ok(())
    }
}
