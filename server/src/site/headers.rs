//! Headers of the site's files: those that the build wrote into `_headers`, the way several static hosts read it, or
//! else our own.
//!
//! A line without a space in front is a path, where `*` stands for anything; the indented lines after it are headers
//! for the files it fits. A later rule wins over an earlier one.

use hyper::header::{HeaderName, HeaderValue};

/// What a page may do when the build left no `_headers`.
const OTHERWISE: &str = "\
/*
  Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; style-src-elem 'self' 'unsafe-inline'; style-src-attr 'none'; img-src 'self' data: blob:; media-src 'self'; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'
";

/// What every answer says, unless `_headers` says otherwise.
const ALWAYS: &str = "\
/*
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
  Permissions-Policy: camera=(self), microphone=(self), geolocation=(), serial=(self)
  Cross-Origin-Opener-Policy: same-origin
  Cross-Origin-Resource-Policy: same-origin
";

/// Headers by path.
#[derive(Debug)]
pub struct HeaderRules(Vec<Rule>);

#[derive(Debug)]
struct Rule {
    path: String,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl Default for HeaderRules {
    fn default() -> Self {
        Self::read(OTHERWISE)
    }
}

impl HeaderRules {
    /// Reads a file of rules. A line that is none is passed over: the file is made by the build, not by hand.
    pub fn read(text: &str) -> Self {
        let mut rules: Vec<Rule> = Vec::new();
        for line in ALWAYS.lines().chain(text.lines()) {
            let is_indented = line.starts_with([' ', '\t']);
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if !is_indented {
                rules.push(Rule {
                    path: line.to_owned(),
                    headers: Vec::new(),
                });
            } else if let (Some(rule), Some((name, value))) = (rules.last_mut(), line.split_once(':'))
                && let (Ok(name), Ok(value)) = (name.trim().parse(), HeaderValue::from_str(value.trim()))
            {
                rule.headers.push((name, value));
            }
        }
        Self(rules)
    }

    /// The headers of a path, in the order in which they are to be set.
    pub fn of(&self, path: &str) -> impl Iterator<Item = (HeaderName, HeaderValue)> {
        self.0
            .iter()
            .filter(move |rule| fits(&rule.path, path))
            .flat_map(|rule| rule.headers.iter().cloned())
    }
}

/// Whether a path fits a pattern, where each `*` stands for anything.
fn fits(pattern: &str, path: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = path.strip_prefix(first) else {
        return false;
    };
    let Some(last) = parts.next_back() else {
        return rest.is_empty();
    };
    for part in parts {
        let Some((_, after)) = rest.split_once(part) else {
            return false;
        };
        rest = after;
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_anything() {
        let check = |pattern: &str, path: &str, expected: bool| {
            assert_eq!(fits(pattern, path), expected, "{pattern} {path}")
        };
        check("/*", "/", true);
        check("/*", "/a/b.js", true);
        check("/sw.js", "/sw.js", true);
        check("/sw.js", "/sw.js.map", false);
        check("/sw.js", "/a/sw.js", false);
        check("/*.wasm", "/a/b.wasm", true);
        check("/*.wasm", "/a/b.js", false);
        check("/a/*/c*.js", "/a/b/c-1.js", true);
        check("/a/*/c*.js", "/b/b/c-1.js", false);
    }

    #[test]
    fn a_later_rule_wins_and_without_a_file_there_is_a_policy() {
        let last = |rules: &HeaderRules, path: &str, header: &str| {
            let found = rules.of(path).filter(|(name, _)| name == header).last();
            found.map(|(_, value)| value.to_str().unwrap_or_default().to_owned())
        };
        let rules = HeaderRules::read(
            "# ours\n/*\n  X-A: one\n  Referrer-Policy: same-origin\n/b\n\tX-A: two: three\nnonsense\n",
        );
        assert_eq!(last(&rules, "/a", "x-a").as_deref(), Some("one"));
        assert_eq!(last(&rules, "/b", "x-a").as_deref(), Some("two: three"));
        assert_eq!(
            last(&rules, "/b", "referrer-policy").as_deref(),
            Some("same-origin")
        );
        assert_eq!(
            last(&rules, "/b", "x-content-type-options").as_deref(),
            Some("nosniff")
        );
        assert_eq!(last(&rules, "/b", "content-security-policy"), None);
        let policy = last(&HeaderRules::default(), "/", "content-security-policy").unwrap_or_default();
        assert!(
            policy.starts_with("default-src 'none'; script-src 'self'"),
            "{policy}"
        );
    }
}
