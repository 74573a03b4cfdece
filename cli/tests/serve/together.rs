//! Many devices at once.

use crate::client::Client;
use crate::running::Running;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

const DEVICES: usize = 8;
const SAVES: usize = 25;

#[test]
fn no_update_is_lost_with_if_match() {
    let server = Running::start("if-match", &[]);
    let me = server.people(1).remove(0);
    let file = format!("{}/list.json", me.folder());
    assert_eq!(server.client(&me).put(&file, b"").unwrap().status, 201);
    let told_to_read_again = AtomicUsize::new(0);
    thread::scope(|scope| {
        for device in 0..DEVICES {
            let (server, me, file, told) = (&server, &me, &file, &told_to_read_again);
            scope.spawn(move || {
                let mut client = server.client(me);
                for save in 0..SAVES {
                    loop {
                        let now = client.get(file).unwrap();
                        let etag = now.header("etag").unwrap().to_owned();
                        let mut list = now.body;
                        list.extend(format!("{device}-{save}\n").bytes());
                        match client.ask("PUT", file, &[("If-Match", &etag)], &list).unwrap() {
                            answer if answer.status == 204 => break,
                            answer => assert_eq!(answer.status, 412, "{}", answer.text()),
                        }
                        told.fetch_add(1, Ordering::Relaxed);
                    }
                }
            });
        }
    });
    let list = server.client(&me).get(&file).unwrap().text();
    let lost: Vec<String> = (0..DEVICES)
        .flat_map(|device| (0..SAVES).map(move |save| format!("{device}-{save}")))
        .filter(|line| !list.lines().any(|there| there == line))
        .collect();
    assert_eq!(lost, [""; 0]);
    assert_eq!(list.lines().count(), DEVICES * SAVES);
    assert!(
        told_to_read_again.into_inner() > 0,
        "they never met: the test shows nothing"
    );
}

#[test]
fn no_save_of_a_device_that_writes_alone_is_lost() {
    let server = Running::start("single-writer", &[]);
    let me = server.people(1).remove(0);
    let folder = format!("{}/progress", me.folder());
    let acknowledged = save_alone(&|| server.client(&me), &folder, DEVICES, SAVES);
    assert_eq!(acknowledged, DEVICES * SAVES);
}

/// Each device saves its own file again and again, without a condition, each save holding all before it; every save
/// that was acknowledged must be there at the end. How many were.
pub fn save_alone(client: &(dyn Fn() -> Client + Sync), folder: &str, devices: usize, saves: usize) -> usize {
    client().make_folders(&[folder.to_owned()]);
    let acknowledged: usize = thread::scope(|scope| {
        let devices: Vec<_> = (0..devices)
            .map(|device| {
                scope.spawn(move || {
                    let mut client = client();
                    let file = format!("{}/pc-{device}.json", folder.trim_end_matches('/'));
                    let mut saved = String::new();
                    let mut acknowledged = Vec::new();
                    for save in 0..saves {
                        saved.push_str(&format!("{device}-{save}\n"));
                        if matches!(client.put(&file, saved.as_bytes()).unwrap().status, 201 | 204) {
                            acknowledged.push(format!("{device}-{save}"));
                        }
                    }
                    let there = client.get(&file).unwrap().text();
                    for line in &acknowledged {
                        assert!(there.lines().any(|known| known == line), "{line} is lost");
                    }
                    acknowledged.len()
                })
            })
            .collect();
        devices.into_iter().map(|device| device.join().unwrap()).sum()
    });
    acknowledged
}

#[test]
fn of_eight_with_the_same_mark_one_wins() {
    const ROUNDS: usize = 40;
    let server = Running::start("one-winner", &[]);
    let me = server.people(1).remove(0);
    let file = format!("{}/a.json", me.folder());
    let mut etag = server
        .client(&me)
        .put(&file, b"start")
        .unwrap()
        .header("etag")
        .unwrap()
        .to_owned();
    let mut clients: Vec<Client> = (0..DEVICES).map(|_| server.client(&me)).collect();
    for round in 0..ROUNDS {
        let winners: Vec<String> = thread::scope(|scope| {
            let tries: Vec<_> = clients
                .iter_mut()
                .enumerate()
                .map(|(device, client)| {
                    let (file, etag) = (&file, &etag);
                    scope.spawn(move || {
                        let content = format!("{round} of {device}");
                        let answer = client
                            .ask("PUT", file, &[("If-Match", etag)], content.as_bytes())
                            .unwrap();
                        (answer.status == 204).then(|| answer.header("etag").unwrap().to_owned())
                    })
                })
                .collect();
            tries.into_iter().filter_map(|one| one.join().unwrap()).collect()
        });
        let [winner] = &winners[..] else {
            panic!("round {round}: {} winners", winners.len());
        };
        let now = server.client(&me).get(&file).unwrap();
        assert_eq!(now.header("etag"), Some(winner.as_str()));
        etag.clone_from(winner);
    }
}

#[test]
fn nobody_reads_half_a_file() {
    let server = Running::start("half-read", &[]);
    let me = server.people(1).remove(0);
    let file = format!("{}/a.json", me.folder());
    // All the same letter: a mixture shows.
    let content = |letter: u8| vec![letter; 300_000];
    server.client(&me).put(&file, &content(b'a')).unwrap();
    let is_done = AtomicBool::new(false);
    let reads = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..3 {
            let (server, me, file, is_done, reads) = (&server, &me, &file, &is_done, &reads);
            scope.spawn(move || {
                let mut client = server.client(me);
                while !is_done.load(Ordering::Relaxed) {
                    let body = client.get(file).unwrap().body;
                    assert_eq!(body.len(), 300_000);
                    assert!(body.iter().all(|letter| *letter == body[0]), "a mixture");
                    reads.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
        let mut client = server.client(&me);
        for save in 0..crate::figure(100, 2_000) {
            let letter = b'a' + u8::try_from(save % 26).unwrap();
            assert_eq!(client.put(&file, &content(letter)).unwrap().status / 100, 2);
        }
        is_done.store(true, Ordering::Relaxed);
    });
    assert!(reads.into_inner() > 20);
}
