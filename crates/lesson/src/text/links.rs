//! Where links and pictures may lead. Nothing but what is listed here gets through: relative paths inside
//! `lessons/`, `#`, `https:` and `mailto:`.

use super::LinkTarget;
use words::Language;

/// Where the file stands from which a path starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Home<'a> {
    /// In `lessons/` itself (the programme, the glossary).
    Lessons,
    /// In the folder of a lesson; its name, where it is known.
    Folder(Option<&'a str>),
}

/// Why an address is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// `javascript:`, `data:`, `file:` and whatever is not listed.
    Scheme,
    /// `http:`, which can be read and changed on its way.
    NotEncrypted,
    /// `..` beyond `lessons/`, or a path from the root of the server.
    Outside,
    /// Nothing.
    Empty,
    /// Another host, for a picture or a video.
    OtherHost,
}

/// Checks the address of a link. It comes decoded from the Markdown parser.
pub(crate) fn link(address: &str, home: Home<'_>) -> Result<LinkTarget, Refusal> {
    let address = without_controls(address);
    if address.is_empty() {
        return Err(Refusal::Empty);
    }
    if let Some(scheme) = scheme(&address) {
        return match scheme.as_str() {
            "https" | "mailto" => Ok(LinkTarget::Outside(address)),
            "http" => Err(Refusal::NotEncrypted),
            _ => Err(Refusal::Scheme),
        };
    }
    if let Some(anchor) = address.strip_prefix('#') {
        return Ok(LinkTarget::File(format!("#{anchor}")));
    }
    let path = path(&address, home)?;
    let (file, anchor) = path
        .inside
        .split_once('#')
        .map_or((path.inside.as_str(), None), |(file, anchor)| {
            (file, Some(anchor))
        });
    if let Some(anchor) = anchor.filter(|anchor| !anchor.is_empty())
        && let [name] = file.split('/').collect::<Vec<_>>()[..]
        && (name.starts_with("glossary.") && has_extension(name, "md"))
    {
        return Ok(LinkTarget::Glossary(anchor.to_owned()));
    }
    if let [folder, name] = file.split('/').collect::<Vec<_>>()[..]
        && let Some((stem, "md")) = name.rsplit_once('.')
        && Language::from_code(stem).is_some()
        && crate::spelling::is_id(folder)
        && Home::Folder(Some(folder)) != home
    {
        return Ok(LinkTarget::Lesson(folder.to_owned()));
    }
    Ok(LinkTarget::File(path.written))
}

/// Checks the address of a picture, a video or a sound: a path inside `lessons/`.
pub(crate) fn media(address: &str, home: Home<'_>) -> Result<String, Refusal> {
    let address = without_controls(address);
    if address.is_empty() {
        return Err(Refusal::Empty);
    }
    match scheme(&address).as_deref() {
        Some("http" | "https") => return Err(Refusal::OtherHost),
        Some(_) => return Err(Refusal::Scheme),
        None => {}
    }
    path(&address, home).map(|path| path.written)
}

/// Whether a file's name ends in an extension, capitals or not.
pub(crate) fn has_extension(name: &str, extension: &str) -> bool {
    name.rsplit_once('.')
        .is_some_and(|(_, end)| end.eq_ignore_ascii_case(extension))
}

/// A path in both its forms.
struct Path {
    /// From the author's file, as it goes into the page.
    written: String,
    /// From `lessons/`, without dots; a folder that is not known is `.`.
    inside: String,
}

fn path(address: &str, home: Home<'_>) -> Result<Path, Refusal> {
    // A back slash is a slash for browsers; `//host` is another host, `/x` leaves the sub-folder we are served from.
    if address.contains('\\') {
        return Err(Refusal::Outside);
    }
    if address.starts_with("//") {
        return Err(Refusal::OtherHost);
    }
    if address.starts_with('/') {
        return Err(Refusal::Outside);
    }
    let mut folders = match home {
        Home::Lessons => Vec::new(),
        Home::Folder(folder) => vec![folder.unwrap_or(".")],
    };
    let (file, anchor) = address
        .split_once('#')
        .map_or((address, None), |(file, anchor)| (file, Some(anchor)));
    let file = file.split('?').next().unwrap_or(file);
    for part in file.split('/') {
        // A browser reads `%2e` as a dot.
        match part.to_ascii_lowercase().replace("%2e", ".").as_str() {
            "." | "" => {}
            ".." => {
                folders.pop().ok_or(Refusal::Outside)?;
            }
            _ => folders.push(part),
        }
    }
    let mut inside = folders.join("/");
    if let Some(anchor) = anchor {
        inside = format!("{inside}#{anchor}");
    }
    Ok(Path {
        written: address.to_owned(),
        inside,
    })
}

/// The path of a file from `lessons/`, for looking whether it is there; `None` when it leaves `lessons/`.
pub(crate) fn from_lessons(address: &str, home: Home<'_>) -> Option<String> {
    let inside = path(&without_controls(address), home).ok()?.inside;
    Some(inside.split('#').next().unwrap_or("").to_owned())
}

/// The scheme of an address, in small letters: what stands before the first `:`, if no `/`, `?` or `#` comes before.
fn scheme(address: &str) -> Option<String> {
    let (before, _) = address.split_once(':')?;
    (!before.contains(['/', '?', '#'])).then(|| before.to_ascii_lowercase())
}

/// Browsers drop tabs and line ends inside an address and control characters around it: `java\tscript:` runs.
fn without_controls(address: &str) -> String {
    let clean: String = address
        .chars()
        .filter(|character| !character.is_control())
        .collect();
    clean.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOME: Home<'_> = Home::Folder(Some("lamp"));

    #[test]
    fn links_that_are_harmless_get_through() {
        let check =
            |address: &str, target: LinkTarget| assert_eq!(link(address, HOME), Ok(target), "{address}");
        check("../glossary.fr.md#boucle", LinkTarget::Glossary("boucle".into()));
        check("../key-ring/fr.md", LinkTarget::Lesson("key-ring".into()));
        check("plan.pdf", LinkTarget::File("plan.pdf".into()));
        check("#monter", LinkTarget::File("#monter".into()));
        check(
            "https://example.org/a",
            LinkTarget::Outside("https://example.org/a".into()),
        );
        check("mailto:a@b.c", LinkTarget::Outside("mailto:a@b.c".into()));
    }

    #[test]
    fn others_do_not() {
        let check = |address: &str, refusal| assert_eq!(link(address, HOME), Err(refusal), "{address:?}");
        check("javascript:alert(1)", Refusal::Scheme);
        check(" JaVa\tScript:alert(1)", Refusal::Scheme);
        check("\u{1}javascript:alert(1)", Refusal::Scheme);
        check("data:text/html,x", Refusal::Scheme);
        check("vbscript:x", Refusal::Scheme);
        check("http://example.org", Refusal::NotEncrypted);
        check("//example.org/x", Refusal::OtherHost);
        check("/admin", Refusal::Outside);
        check("../../secret", Refusal::Outside);
        check("a/../../../secret", Refusal::Outside);
        check("%2e%2e/%2E./secret", Refusal::Outside);
        check("..\\..\\secret", Refusal::Outside);
        check("", Refusal::Empty);
    }

    #[test]
    fn pictures_are_files_of_the_lessons() {
        assert_eq!(media("lamp.svg", HOME), Ok("lamp.svg".into()));
        assert_eq!(media("../shared/lamp.svg", HOME), Ok("../shared/lamp.svg".into()));
        assert_eq!(media("https://example.org/a.png", HOME), Err(Refusal::OtherHost));
        assert_eq!(media("//example.org/a.png", HOME), Err(Refusal::OtherHost));
        assert_eq!(media("data:image/png;base64,AA", HOME), Err(Refusal::Scheme));
        assert_eq!(media("../../a.png", HOME), Err(Refusal::Outside));
    }
}
