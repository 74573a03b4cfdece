//! The server is killed while devices save: nothing that was acknowledged is lost, nothing is torn.

use crate::client::Client;
use crate::running::{Running, SPACE};
use std::thread;
use std::time::Duration;

const WRITERS: usize = 4;

/// A content that shows when it is torn: its own number at both ends, and its length.
fn content(number: usize) -> Vec<u8> {
    let length = 2_000 + number * 7_919 % 60_000;
    let mut content = format!("{number} {length}\n").into_bytes();
    content.resize(length, b'.');
    content.extend(format!("\n{number}").bytes());
    content
}

/// The number of a content that is whole.
fn number_of(bytes: &[u8]) -> Option<usize> {
    let number = std::str::from_utf8(bytes).ok()?.split(' ').next()?.parse().ok()?;
    (bytes == content(number)).then_some(number)
}

#[test]
fn a_killed_server_loses_nothing_that_it_acknowledged() {
    let mut server = Running::start("kills", &[]);
    let people = server.people(WRITERS);
    let mut last_acknowledged = [None; WRITERS];
    let mut left_temporary = 0;
    let rounds = crate::figure(10, 300);
    for round in 0..rounds {
        let address = server.address;
        thread::scope(|scope| {
            let writers: Vec<_> = people
                .iter()
                .zip(last_acknowledged)
                .map(|(person, last): (_, Option<usize>)| {
                    scope.spawn(move || {
                        let mut client = Client::new(address, Some(&person.code));
                        let file = format!("{}/a.json", person.folder());
                        let mut last = last;
                        loop {
                            let next = last.map_or(0, |last| last + 1);
                            match client.put(&file, &content(next)) {
                                Ok(answer) if matches!(answer.status, 201 | 204) => last = Some(next),
                                Ok(answer) => panic!("{}", answer.text()),
                                Err(_) => return last,
                            }
                        }
                    })
                })
                .collect();
            // Each round at another instant: from the first code that is looked at to many saves later.
            thread::sleep(Duration::from_millis(60 + (round * 137 % 400) as u64));
            server.kill();
            for (last, writer) in last_acknowledged.iter_mut().zip(writers) {
                *last = writer.join().unwrap();
            }
        });
        left_temporary += temporary_files(&server);
        server.start_again();
        assert_eq!(temporary_files(&server), 0, "left over after the start");
        for (person, last) in people.iter().zip(&mut last_acknowledged) {
            let answer = server
                .client(person)
                .get(&format!("{}/a.json", person.folder()))
                .unwrap();
            let there = (answer.status == 200).then(|| number_of(&answer.body).expect("a torn file"));
            // What was written and not yet acknowledged may be there, nothing older than what was.
            assert!(
                there >= *last && there <= Some(last.map_or(0, |last| last + 1)),
                "{there:?} {last:?}"
            );
            *last = there;
        }
    }
    let saves: usize = last_acknowledged
        .iter()
        .map(|last| last.map_or(0, |last| last + 1))
        .sum();
    println!("{rounds} kills, {saves} saves, {left_temporary} temporary files swept, 0 torn, 0 lost");
    assert!(saves > rounds, "the kills came before any save");
}

fn temporary_files(server: &Running) -> usize {
    let mut count = 0;
    // Nobody may have come yet.
    for person in std::fs::read_dir(server.data.join(SPACE)).into_iter().flatten() {
        for entry in std::fs::read_dir(person.unwrap().path()).unwrap() {
            let name = entry.unwrap().file_name();
            count += usize::from(name.to_string_lossy().starts_with(".tmp-"));
        }
    }
    count
}
