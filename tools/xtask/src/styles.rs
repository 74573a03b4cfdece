//! The page's style sheets, made into two files: what every visit needs, and what rooms ask for when the first of them
//! is opened (the links marked `data-late`). One file of many compresses better than many, and home pays for itself
//! only.

use crate::page::hash;
use crate::problem::{Outcome, Problem};

/// The mark of a style sheet that waits; `src/browser/styles.rs` looks for it.
const LATE: &str = "data-late";

/// The page with its two style sheets.
#[derive(Debug, PartialEq, Eq)]
pub struct Styled {
    /// The page.
    pub html: String,
    /// Name and content of each file to be written beside the page.
    pub sheets: Vec<(String, String)>,
    /// Names of the files that are in them now.
    pub merged: Vec<String>,
}

/// Puts style sheets together in the order of their links. `read` gives the text of a file beside the page.
pub fn together(html: &str, mut read: impl FnMut(&str) -> Outcome<String>) -> Outcome<Styled> {
    let (mut first, mut late, mut merged) = (String::new(), String::new(), Vec::new());
    let mut page = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, link, after)) = next_sheet(rest) {
        page.push_str(before);
        let name = file_name(link).ok_or_else(|| Problem::new(format!("{link} names no file.")))?;
        let sheet = if link.contains(LATE) {
            &mut late
        } else {
            &mut first
        };
        sheet.push_str(&read(name)?);
        merged.push(name.to_owned());
        rest = after;
    }
    let mut sheets = Vec::new();
    let mut links = String::new();
    // Without `rel`, a link asks for nothing.
    for (purpose, content, how) in [("page", first, "rel=\"stylesheet\""), ("rooms", late, LATE)] {
        let name = format!("{purpose}-{:016x}.css", hash(content.as_bytes()));
        links.push_str(&format!("<link {how} href=\"./{name}\">"));
        sheets.push((name, content));
    }
    page.push_str(rest);
    let end = page
        .find("</head>")
        .ok_or_else(|| Problem::new("index.html has no `</head>`.".to_owned()))?;
    page.insert_str(end, &links);
    Ok(Styled {
        html: page,
        sheets,
        merged,
    })
}

/// Text before the next link to a style sheet, the link, and the text after it.
fn next_sheet(html: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    loop {
        let start = from + html[from..].find("<link ")?;
        let end = start + html[start..].find('>')? + 1;
        let link = &html[start..end];
        if link.contains("rel=stylesheet") || link.contains("rel=\"stylesheet\"") {
            return Some((&html[..start], link, &html[end..]));
        }
        from = end;
    }
}

/// The file that a link names; the minifier may take the quotes away.
fn file_name(link: &str) -> Option<&str> {
    let (_, value) = link.split_once("href=")?;
    let value = value.trim_start_matches('"');
    let address = &value[..value.find(['"', ' ', '>'])?];
    address.rsplit('/').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn styled(html: &str) -> Outcome<Styled> {
        together(html, |name| Ok(format!("/*{name}*/")))
    }

    #[test]
    fn sheets_become_two() {
        let minified = "<head><link href=./a-1.css rel=stylesheet><link href=x rel=icon>\
            <link data-late href=./c-3.css rel=stylesheet><link href=./b-2.css rel=stylesheet></head>";
        let written = "<head><link rel=\"stylesheet\" href=\"/in/a-1.css\"/><link href=x rel=icon>\
            <link rel=\"stylesheet\" href=\"/in/c-3.css\" data-late=\"\"/>\
            <link rel=\"stylesheet\" href=\"/in/b-2.css\"/></head>";
        for html in [minified, written] {
            let styled = styled(html);
            assert_eq!(
                styled.as_ref().map(|styled| styled.html.as_str()),
                Ok("<head><link href=x rel=icon>\
                    <link rel=\"stylesheet\" href=\"./page-e3a096926cd3db7d.css\">\
                    <link data-late href=\"./rooms-c8da70e86afa8ec3.css\"></head>")
            );
            let contents =
                styled.map(|styled| styled.sheets.into_iter().map(|(_, content)| content).collect());
            assert_eq!(
                contents,
                Ok(vec![
                    "/*a-1.css*//*b-2.css*/".to_owned(),
                    "/*c-3.css*/".to_owned()
                ])
            );
        }
    }

    #[test]
    fn a_sheet_that_cannot_be_read_stops_the_build() {
        let html = "<head><link href=./a-1.css rel=stylesheet></head>";
        let refused = together(html, |name| Err(Problem::new(format!("no {name}"))));
        assert_eq!(
            refused.map_err(|problem| problem.to_string()),
            Err("no a-1.css".to_owned())
        );
    }
}
