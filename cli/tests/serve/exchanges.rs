//! Each file of `data/exchanges` is a talk with the server. A line `> WHO METHOD PATH` asks, with `Name:value` for a
//! header, `?name` for a header to show, `<- text` for a body. Lines with `<` are what came back; `UPDATE_EXPECT=1`
//! writes them. `{me}`, `{other}`, `{gone}` and `{team}` stand for pseudonyms, `{etag}` for the last mark.

use crate::client::Client;
use crate::running::{Person, Running};
use std::collections::HashMap;
use std::fmt::Write;
use std::path::Path;

#[test]
fn the_server_answers_as_the_exchanges_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/exchanges");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    assert!(!files.is_empty());
    for file in files {
        let name = file.file_stem().unwrap().to_str().unwrap();
        let text = std::fs::read_to_string(&file).unwrap();
        let options: Vec<&str> = text
            .lines()
            .find_map(|line| line.strip_prefix("# serve "))
            .map_or_else(Vec::new, |options| options.split(' ').collect());
        let server = Running::start(&format!("exchange-{name}"), &options);
        let said = Talk::new(&server).replay(&text);
        expect_test::expect_file![file].assert_eq(&said);
    }
}

struct Talk<'server> {
    server: &'server Running,
    people: HashMap<&'static str, Person>,
    etag: String,
}

impl<'server> Talk<'server> {
    fn new(server: &'server Running) -> Self {
        let three = server.people(3);
        let mut people: HashMap<_, _> = ["me", "other", "gone"].into_iter().zip(three).collect();
        people.insert("team", server.trainer());
        people.insert(
            "stranger",
            Person {
                code: "un-deux-trois-quatre-cinq-six".to_owned(),
            },
        );
        server.revoke(&people["gone"]);
        Self {
            server,
            people,
            etag: String::new(),
        }
    }

    fn replay(&mut self, text: &str) -> String {
        let mut said = String::new();
        for line in text.lines().filter(|line| !line.starts_with('<')) {
            let _ = writeln!(said, "{line}");
            if let Some(asked) = line.strip_prefix("> ") {
                said.push_str(&self.ask(asked));
            } else if let Some((link, target)) =
                line.strip_prefix("# link ").and_then(|line| line.split_once(' '))
            {
                // A symbolic link that somebody at the machine made.
                let _ = std::os::unix::fs::symlink(target, self.server.data.join(self.with_names(link)));
            }
        }
        said
    }

    fn ask(&mut self, asked: &str) -> String {
        let (asked, body) = asked.split_once(" <- ").unwrap_or((asked, ""));
        let asked = self.with_names(asked);
        let mut words = asked.split(' ');
        let (who, method, path) = (
            words.next().unwrap(),
            words.next().unwrap(),
            words.next().unwrap(),
        );
        let more: Vec<&str> = words.collect();
        let headers: Vec<(&str, &str)> = more.iter().filter_map(|word| word.split_once(':')).collect();
        let code = self.people.get(who).map(|person| person.code.as_str());
        let mut client = Client::new(self.server.address, code);
        let answer = client.ask(method, path, &headers, body.as_bytes()).unwrap();
        if let Some(etag) = answer.header("etag") {
            etag.clone_into(&mut self.etag);
        }
        let mut said = format!("< {}\n", answer.status);
        for name in more.iter().filter_map(|word| word.strip_prefix('?')) {
            let _ = writeln!(said, "<   {name}: {}", answer.header(name).unwrap_or("none"));
        }
        let body = answer.text();
        let mut lines: Vec<String> = body
            .lines()
            .map(|line| self.without_names(&without_dates(line)))
            .collect();
        if let [_, _, entries @ .., _] = &mut lines[..] {
            // A list goes by the names, which are made by chance.
            entries.sort();
        }
        for line in lines {
            let _ = writeln!(said, "<   {line}");
        }
        self.without_names(&said)
    }

    fn without_names(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for (who, person) in &self.people {
            text = text.replace(&person.name(), &format!("{{{who}}}"));
        }
        text
    }

    fn with_names(&self, text: &str) -> String {
        let mut text = text.replace("{etag}", &self.etag);
        for (who, person) in &self.people {
            text = text.replace(&format!("{{{who}}}"), &person.name());
        }
        text
    }
}

/// A line of a list without when its file was written.
fn without_dates(line: &str) -> String {
    let (before, after) = match line.split_once("<D:getlastmodified>") {
        Some((before, rest)) => (before, rest.split_once("</D:getlastmodified>").unwrap().1),
        None => (line, ""),
    };
    format!("{before}{after}")
}
