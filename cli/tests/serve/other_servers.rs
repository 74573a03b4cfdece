//! The layout where each device writes alone loses nothing on servers that are not ours. One that is not on this
//! machine is left out, with its name; `cargo xtask test` installs Apache.

use crate::client::Client;
use crate::together::save_alone;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::thread;
use std::time::Duration;

#[test]
fn apache_loses_no_save_of_a_device_that_writes_alone() {
    check(
        "apache.conf",
        "/usr/lib/apache2/modules",
        "apache2",
        |program, config| {
            program.arg("-X").arg("-f").arg(config);
        },
    );
}

#[test]
fn nginx_loses_no_save_of_a_device_that_writes_alone() {
    check(
        "nginx.conf",
        "/usr/lib/nginx/modules",
        "nginx",
        |program, config| {
            program
                .args(["-g", "daemon off; master_process off;", "-c"])
                .arg(config);
        },
    );
}

#[test]
fn rclone_loses_no_save_of_a_device_that_writes_alone() {
    check("", "/", "rclone", |program, config| {
        let folder = config.parent().unwrap().join("root");
        let port = config.extension().unwrap().to_str().unwrap();
        program
            .args(["serve", "webdav", "--addr", &format!("127.0.0.1:{port}")])
            .arg(folder);
    });
}

fn check(config: &str, modules: &str, program: &str, arguments: impl Fn(&mut Command, &Path)) {
    let Some(found) = ["/usr/sbin", "/usr/bin"]
        .map(|folder| Path::new(folder).join(program))
        .into_iter()
        .find(|file| file.is_file())
    else {
        println!("left out: {program} is not on this machine");
        return;
    };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("other-{program}"));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("root/dav")).unwrap();
    let port = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let filled_in = if config.is_empty() {
        String::new()
    } else {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/other_servers");
        std::fs::read_to_string(data.join(config))
            .unwrap()
            .replace("FOLDER", folder.to_str().unwrap())
            .replace("MODULES", modules)
            .replace("PORT", &port.to_string())
    };
    // Programs without a file of settings read their port from its name.
    let file: PathBuf = folder.join(format!("settings.{port}"));
    std::fs::write(&file, filled_in).unwrap();
    let mut command = Command::new(found);
    arguments(&mut command, &file);
    let _server = Ended(command.spawn().unwrap());
    let address = SocketAddr::from(([127, 0, 0, 1], port));
    for _ in 0..100 {
        if TcpStream::connect(address).is_ok() {
            break;
        }
        thread::sleep(Duration::from_millis(50));
    }
    let acknowledged = save_alone(&|| Client::new(address, None), "/dav/progress/", 8, 25);
    assert_eq!(acknowledged, 200, "{program}");
}

/// A program that ends with the test.
struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
