//! Tags of versions, as servers and what stands before them write them.

/// A tag that can be compared and sent back.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tag(String);

/// The longest tag that is looked at, in bytes.
const LONGEST: usize = 256;

/// What compressing proxies append inside the quotes (Apache's `mod_deflate` and `mod_brotli`), and then refuse.
const ENDINGS: [&str; 4] = ["-gzip", "-br", "-deflate", "-zstd"];

impl Tag {
    /// Reads `ETag` or `getetag`: `W/` and the ending of a compressing proxy go, quotes too. `None` when nothing is
    /// left, or something that no tag may hold (RFC 9110, 8.8.3).
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text
            .strip_prefix("W/")
            .or_else(|| text.strip_prefix("w/"))
            .unwrap_or(text);
        let mut text = text.trim_matches('"');
        // Two proxies in a row are two endings.
        while let Some(shorter) = ENDINGS
            .iter()
            .find_map(|ending| text.strip_suffix(ending).filter(|shorter| !shorter.is_empty()))
        {
            text = shorter.trim_matches('"');
        }
        let is_fine = (1..=LONGEST).contains(&text.len())
            && text
                .bytes()
                .all(|byte| (0x21..=0x7e).contains(&byte) && byte != b'"');
        is_fine.then(|| Self(text.to_owned()))
    }

    /// As it is sent in `If-Match`.
    #[must_use]
    pub fn quoted(&self) -> String {
        format!("\"{}\"", self.0)
    }
}
