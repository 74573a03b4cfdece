//! A class that saves: forty people, one save each ten seconds or faster, as long as `FABRIQUE_LOAD_SECONDS` says.

use crate::running::Running;
use std::thread;
use std::time::{Duration, Instant};

const PEOPLE: usize = 40;

/// Between two saves of one person.
const EVERY: Duration = Duration::from_secs(1);

#[test]
fn forty_people_save_and_nothing_is_lost() {
    let seconds = std::env::var("FABRIQUE_LOAD_SECONDS")
        .ok()
        .and_then(|seconds| seconds.parse().ok())
        .unwrap_or(crate::figure(8, 600) as u64);
    let server = Running::start("load", &[]);
    let people = server.people(PEOPLE);
    // Everybody has come in before the clock starts.
    for person in &people {
        let folders = [format!("{}/progress", person.folder())];
        server.client(person).make_folders(&folders);
    }
    let before = server.memory();
    let end = Instant::now() + Duration::from_secs(seconds);
    let mut times: Vec<Duration> = thread::scope(|scope| {
        let people: Vec<_> = people
            .iter()
            .enumerate()
            .map(|(number, person)| {
                let server = &server;
                scope.spawn(move || {
                    // Not all in one breath.
                    thread::sleep(EVERY * u32::try_from(number).unwrap() / 40);
                    let mut client = server.client(person);
                    let file = format!("{}/progress/pc.json", person.folder());
                    let (mut times, mut saved) = (Vec::new(), String::new());
                    while Instant::now() < end {
                        // What a progress file weighs, and a line for each save.
                        saved.push_str(&format!("{}\n", times.len()));
                        let body = format!("{saved}{}", ".".repeat(20_000));
                        let start = Instant::now();
                        let status = client.put(&file, body.as_bytes()).unwrap().status;
                        assert!(matches!(status, 201 | 204), "{status}");
                        times.push(start.elapsed());
                        thread::sleep(EVERY.saturating_sub(start.elapsed()));
                    }
                    let there = client.get(&file).unwrap().text();
                    assert!(there.starts_with(&saved), "an acknowledged save is lost");
                    times
                })
            })
            .collect();
        people
            .into_iter()
            .flat_map(|person| person.join().unwrap())
            .collect()
    });
    times.sort();
    let at = |share: usize| times[(times.len() - 1) * share / 100];
    println!(
        "{PEOPLE} people, {seconds} s: {} saves acknowledged, 0 lost, p50 {:?}, p95 {:?}, longest {:?}; memory {before:?} \
         to {:?} kB",
        times.len(),
        at(50),
        at(95),
        at(100),
        server.memory()
    );
    assert!(at(95) < Duration::from_millis(1500), "{:?}", at(95));
    if let (Some(before), Some(after)) = (before, server.memory()) {
        assert!(after < before + 40_000, "{before} to {after} kB");
    }
}
