//! What servers say: tags, listings, statuses.

use crate::scripted::{Scripted, block_on, reply};
use proptest::prelude::*;
use sync::{Client, Reply, Silence, Tag, Trouble, entries};
use words::Language;

#[test]
fn tags_are_the_same_whatever_stands_between() {
    for (sent, quoted) in [
        ("\"abc\"", Some("\"abc\"")),
        ("W/\"abc\"", Some("\"abc\"")),
        ("w/\"abc\"", Some("\"abc\"")),
        ("\"abc-gzip\"", Some("\"abc\"")),
        ("W/\"abc-br\"", Some("\"abc\"")),
        ("\"abc\"-gzip", Some("\"abc\"")),
        ("abc", Some("\"abc\"")),
        ("\"abc-gzip-gzip\"", Some("\"abc\"")),
        ("\"-gzip\"", Some("\"-gzip\"")),
        ("\"a b\"", None),
        ("\"a\"b\"", None),
        ("\"\"", None),
        ("", None),
    ] {
        let read = Tag::read(sent).map(|tag| tag.quoted());
        assert_eq!(read.as_deref(), quoted, "{sent}");
    }
}

#[test]
fn listings_of_every_server_are_read() {
    let apache = r#"<?xml version="1.0" encoding="utf-8"?>
<D:multistatus xmlns:D="DAV:" xmlns:ns0="DAV:">
<D:response xmlns:lp1="DAV:"><D:href>/dav/mardi/awa/progress/</D:href><D:propstat><D:prop>
<lp1:resourcetype><D:collection/></lp1:resourcetype></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>
<D:response><D:href>/dav/mardi/awa/progress/a%2d1.json</D:href><D:propstat><D:prop>
<lp1:resourcetype/><lp1:getcontentlength>12</lp1:getcontentlength><lp1:getetag>W/"c-5f&quot;</lp1:getetag></D:prop>
<D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response></D:multistatus>"#;
    let seen: Vec<_> = entries(apache, "progress")
        .unwrap()
        .into_iter()
        .map(|entry| {
            (
                entry.name,
                entry.is_folder,
                entry.length,
                entry.tag.map(|tag| tag.quoted()),
            )
        })
        .collect();
    assert_eq!(
        seen,
        [(
            "a-1.json".to_owned(),
            false,
            Some(12),
            Some("\"c-5f\"".to_owned())
        )]
    );

    // Behind a proxy, an absolute address, no namespace prefix, a comment and CDATA.
    let other = "<multistatus xmlns='DAV:'><!-- x > y --><response><href>http://h/remote.php/x/progress</href>\
        <propstat><prop><resourcetype><collection/></resourcetype></prop></propstat></response><response>\
        <href><![CDATA[/remote.php/x/progress/b.json]]></href></response></multistatus>";
    let names: Vec<_> = entries(other, "progress")
        .unwrap()
        .into_iter()
        .map(|entry| entry.name)
        .collect();
    assert_eq!(names, ["b.json"]);
}

#[test]
fn what_is_no_listing_is_none() {
    let nested = format!("<multistatus>{}", "<a>".repeat(100_000));
    for xml in [
        "",
        "<html></html>",
        "<multistatus>",
        "<multistatus><response></multistatus>",
        "<!DOCTYPE x [<!ENTITY a 'aaaa'>]><multistatus>&a;</multistatus>",
        "<multistatus>&a;</multistatus>",
        "<multistatus><response><href>/a&#xFFFFFFFF;</href></response></multistatus>",
        nested.as_str(),
    ] {
        assert_eq!(entries(xml, ""), None, "{}", xml.get(..40).unwrap_or(xml));
    }
    // Names that would lead elsewhere are left out.
    let climbs = "<multistatus><response><href>/x/..%2f..%2fetc</href></response><response><href>/x/..</href></response></multistatus>";
    assert_eq!(entries(climbs, "x"), Some(Vec::new()));
}

proptest! {
    #[test]
    fn no_text_makes_the_readers_stop(text in ".{0,200}", xml in "(<[/!?]?[a-z:]{0,8}[ >/]?|&[a-z#x0-9]{0,4};?|[a-z\"'%]{0,3}){0,30}") {
        let _ = (Tag::read(&text), entries(&text, ""), entries(&xml, "a"), entries(&format!("<multistatus>{xml}"), "a"));
        prop_assert!(sync::files::Progress::read(&text).is_err());
        prop_assert_eq!(sync::files::Erased::read(&text), None);
        if let Some(tag) = Tag::read(&text) {
            prop_assert_eq!(Tag::read(&tag.quoted()), Some(tag));
        }
    }
}

#[test]
fn every_answer_has_its_meaning_and_three_tries_at_most() {
    let html = Reply {
        kind: Some("text/html".to_owned()),
        ..reply(200, "<!doctype html>")
    };
    let short = Reply {
        length: Some(10),
        ..reply(200, "{}")
    };
    let wait = Reply {
        retry_after: Some(3_600),
        ..reply(429, "")
    };
    for (answer, trouble, n_tries) in [
        (Err(Silence::NoAnswer), Trouble::NoAnswer, 3),
        (Err(Silence::TooLong), Trouble::TooLong, 3),
        (Ok(reply(401, "")), Trouble::WrongCode, 1),
        (Ok(reply(403, "")), Trouble::NotAllowed, 1),
        (Ok(reply(302, "")), Trouble::NotTheServer, 3),
        (Ok(html), Trouble::NotTheServer, 3),
        (Ok(reply(200, "  <html><body>")), Trouble::NotTheServer, 3),
        (Ok(short), Trouble::Cut, 3),
        (Ok(reply(410, "")), Trouble::Erased, 1),
        (Ok(reply(413, "")), Trouble::TooLarge, 1),
        (Ok(reply(423, "")), Trouble::Busy, 3),
        (Ok(reply(429, "")), Trouble::Busy, 3),
        (Ok(wait), Trouble::Busy, 1),
        (Ok(reply(500, "")), Trouble::Server(500), 3),
        (Ok(reply(502, "")), Trouble::Server(502), 3),
        (Ok(reply(507, "")), Trouble::Full, 1),
        (Ok(reply(418, "")), Trouble::Unexpected(418), 1),
    ] {
        let remote = Scripted::always(answer);
        let got = block_on(Client::new(&remote).get("a.json"));
        assert_eq!(got, Err(trouble.clone()));
        assert_eq!(remote.asked().len(), n_tries, "{trouble:?}");
        for pause in remote.waited() {
            assert!(pause > 1_100, "{pause} ms");
        }
        for language in Language::ALL {
            for sentence in trouble.sentence(language).split_inclusive(['.', '?']) {
                assert!(sentence.split_whitespace().count() <= 12, "{sentence}");
            }
        }
    }
}
