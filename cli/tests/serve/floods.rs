//! Too much, too slow, too large, cut in the middle.

use crate::client::{Client, base64, connect, read_answer};
use crate::running::Running;
use socket2::{Domain, Socket, Type};
use std::io::{BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

const WRONG: &str = "un-deux-trois-quatre-cinq-six";

#[test]
fn a_flood_of_wrong_codes_neither_fills_the_memory_nor_locks_anybody_out() {
    let server = Running::start("flood", &[]);
    let people = server.people(2);
    let (known, new) = (&people[0], &people[1]);
    let mut known_client = server.client(known);
    assert_eq!(known_client.get(&known.folder()).unwrap().status, 405);
    let before = server.memory();
    let seconds = crate::figure(4, 30);
    let mut refused = [0_usize; 2];
    thread::scope(|scope| {
        let floods: Vec<_> = (0..8)
            .map(|_| {
                let (address, name) = (server.address, new.name());
                scope.spawn(move || {
                    let (mut wrong, mut slowed) = (0, 0);
                    let start = Instant::now();
                    // 8 × 25 a second, some at a pseudonym that exists.
                    for number in 0..seconds * 25 {
                        let code = if number % 2 == 0 {
                            format!("{name}-aa-bb-cc-dd")
                        } else {
                            WRONG.to_owned()
                        };
                        let answer = Client::new(address, Some(&code)).get("/dav/").unwrap();
                        match answer.status {
                            401 => wrong += 1,
                            429 | 503 => slowed += 1,
                            other => panic!("{other}"),
                        }
                        let due = Duration::from_millis(40) * u32::try_from(number + 1).unwrap();
                        thread::sleep(due.saturating_sub(start.elapsed()));
                    }
                    [wrong, slowed]
                })
            })
            .collect();
        thread::sleep(Duration::from_secs(1));
        // Somebody who came in before, from the very address of the flood.
        let start = Instant::now();
        assert_eq!(known_client.get(&known.folder()).unwrap().status, 405);
        let known_after = start.elapsed();
        // Somebody new, whose pseudonym is under attack, from another computer.
        let start = Instant::now();
        let status = ask_from_another_address(server.address, &new.code);
        let new_after = start.elapsed();
        assert_eq!(status, 403, "PROPFIND without a depth, after the code was right");
        for flood in floods {
            let counts = flood.join().unwrap();
            refused[0] += counts[0];
            refused[1] += counts[1];
        }
        println!(
            "{} wrong codes, {} put off; known in {known_after:?}, new in {new_after:?}; memory {before:?} to {:?} kB",
            refused[0],
            refused[1],
            server.memory()
        );
        assert!(known_after < Duration::from_secs(2), "{known_after:?}");
        assert!(new_after < Duration::from_secs(8), "{new_after:?}");
    });
    assert!(refused[1] > refused[0], "the flood was never put off");
    if let (Some(before), Some(after)) = (before, server.memory()) {
        // Two looks at once take 38 MiB.
        assert!(after < before + 60_000, "{before} to {after} kB");
    }
}

/// A request whose code is right, from 127.0.0.2.
fn ask_from_another_address(server: SocketAddr, code: &str) -> u16 {
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None).unwrap();
    socket
        .bind(&SocketAddr::from(([127, 0, 0, 2], 0)).into())
        .unwrap();
    socket.connect(&server.into()).unwrap();
    let mut stream = TcpStream::from(socket);
    let authorization = base64(format!("me:{code}").as_bytes());
    write!(
        stream,
        "PROPFIND /dav/ HTTP/1.1\r\nHost: a\r\nAuthorization: Basic {authorization}\r\nContent-Length: 0\r\n\r\n"
    )
    .unwrap();
    read_answer(&mut BufReader::new(stream), false).unwrap().status
}

#[test]
fn a_file_above_the_limit_is_refused_and_the_old_one_stays() {
    let server = Running::start("too-large", &["--quota", "1"]);
    let me = server.people(1).remove(0);
    let (mut client, file) = (server.client(&me), format!("{}/a.json", me.folder()));
    assert_eq!(client.put(&file, b"old").unwrap().status, 201);
    let answer = client.put(&file, &vec![b'.'; (8 << 20) + 1]).unwrap();
    assert_eq!((answer.status, answer.text().as_str()), (413, "too-large\n"));
    let answer = client.put(&file, &vec![b'.'; (1 << 20) + 1]).unwrap();
    assert_eq!((answer.status, answer.text().as_str()), (507, "quota\n"));
    assert_eq!(client.get(&file).unwrap().text(), "old");
    // What fits still does, and whoever is full may still be erased.
    assert_eq!(client.put(&file, &vec![b'.'; 1 << 20]).unwrap().status, 204);
    assert_eq!(
        client
            .put(&format!("{}/b.json", me.folder()), b"more")
            .unwrap()
            .status,
        507
    );
    assert_eq!(
        client
            .put(&format!("{}/erased.json", me.folder()), b"{}")
            .unwrap()
            .status,
        201
    );
}

#[test]
fn a_body_that_is_cut_changes_nothing() {
    let server = Running::start("cut", &[]);
    let me = server.people(1).remove(0);
    let (mut client, file) = (server.client(&me), format!("{}/a.json", me.folder()));
    assert_eq!(client.put(&file, b"old").unwrap().status, 201);
    for _ in 0..20 {
        let mut stream = connect(server.address).unwrap();
        let authorization = base64(format!("me:{}", me.code).as_bytes());
        write!(
            stream,
            "PUT {file} HTTP/1.1\r\nHost: a\r\nAuthorization: Basic {authorization}\r\nContent-Length: 100000\r\n\r\n"
        )
        .unwrap();
        stream.write_all(&[b'.'; 50_000]).unwrap();
        drop(stream);
        assert_eq!(client.get(&file).unwrap().text(), "old");
    }
}

#[test]
fn slow_and_broken_requests_are_ended() {
    let server = Running::start("slow", &[]);
    let me = server.people(1).remove(0);
    // 200 heads that never end, a byte now and then.
    let slow: Vec<TcpStream> = (0..200)
        .map(|_| {
            let mut stream = connect(server.address).unwrap();
            stream.write_all(b"GET / HTTP/1.1\r\nHost:").unwrap();
            stream
        })
        .collect();
    let start = Instant::now();
    assert_eq!(server.client(&me).get("/").unwrap().status, 200);
    assert!(start.elapsed() < Duration::from_secs(2));
    let mut one = &slow[0];
    let mut rest = Vec::new();
    let _ = one.read_to_end(&mut rest);
    assert!(
        start.elapsed() < Duration::from_secs(40),
        "a slow head was never ended"
    );
    for broken in [
        "GET\r\n\r\n",
        "\u{0}\u{1}\u{2}\r\n\r\n",
        "GET / HTTP/1.1\r\nContent-Length: x\r\n\r\n",
    ] {
        let mut stream = connect(server.address).unwrap();
        stream.write_all(broken.as_bytes()).unwrap();
        let answer = read_answer(&mut BufReader::new(stream), false).unwrap();
        assert_eq!(answer.status, 400, "{broken:?}");
    }
    let mut stream = connect(server.address).unwrap();
    let long = format!("GET / HTTP/1.1\r\nA: {}\r\n\r\n", "a".repeat(100_000));
    let _ = stream.write_all(long.as_bytes());
    let answer = read_answer(&mut BufReader::new(stream), false);
    assert!(answer.is_err() || answer.is_ok_and(|answer| answer.status == 431));
    assert_eq!(server.client(&me).get("/").unwrap().status, 200);
}

#[test]
fn a_full_disk_is_told_and_loses_nothing() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("full-disk");
    std::fs::create_dir_all(&folder).unwrap();
    let mount = |command: &str, options: &[&str]| {
        let status = Command::new(command).args(options).arg(&folder).status();
        status.is_ok_and(|status| status.success())
    };
    mount("umount", &["-q"]);
    if !mount("mount", &["-t", "tmpfs", "-o", "size=2m", "tmpfs"]) {
        println!("left out: only root can make a small disk");
        return;
    }
    let outcome = std::panic::catch_unwind(|| {
        let server = Running::start_in(folder.join("data"), &[]);
        let me = server.people(1).remove(0);
        let (mut client, file) = (server.client(&me), format!("{}/a.json", me.folder()));
        assert_eq!(client.put(&file, b"old").unwrap().status, 201);
        let answer = client.put(&file, &vec![b'.'; 4 << 20]).unwrap();
        assert_eq!((answer.status, answer.text().as_str()), (507, "disk-full\n"));
        assert_eq!(client.get(&file).unwrap().text(), "old");
        assert_eq!(client.put(&file, b"new").unwrap().status, 204);
        assert_eq!(client.get(&file).unwrap().text(), "new");
    });
    mount("umount", &["-q"]);
    outcome.unwrap();
}
