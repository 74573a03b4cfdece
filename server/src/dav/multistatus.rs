//! The answer to PROPFIND. The same properties whatever was asked: no XML is read.

use super::path;
use crate::folder::{Listed, What};
use std::fmt::Write;

/// The list as XML; `base` is the encoded path of the folder that was asked for, without a slash at its end.
pub fn write(base: &str, listed: &[Listed]) -> String {
    let mut xml =
        String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<D:multistatus xmlns:D=\"DAV:\">\n");
    for entry in listed {
        let mut href = base.to_owned();
        if let Some(name) = &entry.name {
            href.push('/');
            href.push_str(&path::encoded(name));
        }
        let properties = match &entry.what {
            What::Folder => {
                href.push('/');
                "<D:resourcetype><D:collection/></D:resourcetype>".to_owned()
            }
            What::File { bytes, etag } => format!(
                "<D:resourcetype/><D:getetag>{}</D:getetag><D:getcontentlength>{bytes}</D:getcontentlength>\
                 <D:getcontenttype>{}</D:getcontenttype>",
                etag.text(),
                crate::site::kind_of(&href)
            ),
        };
        let modified = entry
            .modified
            .and_then(super::date)
            .map_or_else(String::new, |date| {
                format!("<D:getlastmodified>{date}</D:getlastmodified>")
            });
        // Encoded paths, marks, numbers and dates have no sign that XML would read. Writing to a string never fails.
        let _ = writeln!(
            xml,
            "<D:response><D:href>{href}</D:href><D:propstat><D:prop>{properties}{modified}</D:prop>\
             <D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>"
        );
    }
    xml.push_str("</D:multistatus>\n");
    xml
}
