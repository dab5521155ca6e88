//! `standpoint serve`: a folder on this machine, and a command that runs on every save.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A server as somebody at a prompt has it; it ends with the test.
struct Server {
    process: Child,
    said: BufReader<ChildStdout>,
    address: String,
}

impl Server {
    fn start(args: &[&str]) -> Server {
        let mut process = Command::new(env!("CARGO_BIN_EXE_standpoint"))
            .args(["serve", "--port", "0"])
            .args(args)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let said = BufReader::new(process.stdout.take().unwrap());
        let mut server = Server { process, said, address: String::new() };
        let line = server.line();
        let address = line.split("http://").nth(1).and_then(|rest| rest.split('/').next());
        server.address = address.unwrap_or_else(|| panic!("no address: {line}")).to_owned();
        server
    }

    /// The next line that it says, once it does.
    fn line(&mut self) -> String {
        let mut line = String::new();
        self.said.read_line(&mut line).unwrap();
        line
    }

    fn get(&self, path: &str) -> String {
        self.get_as(&self.address, path)
    }

    /// What a browser gets that knows this machine by another name.
    fn get_as(&self, host: &str, path: &str) -> String {
        let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn a_folder_is_served_on_this_machine_with_everything_that_make_serve_asks_for() {
    let folder = folder("serve");
    fs::write(folder.join("index.html"), "<!doctype html><head></head><p>A page").unwrap();
    let dir = folder.to_str().unwrap();
    let server = Server::start(&[dir, "--watch", dir, "Cargo.toml", "--run", "true"]);
    let answer = server.get("/");
    assert!(server.address.starts_with("127.0.0.1:"), "{}", server.address);
    assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("text/html; charset=utf-8"), "{answer}");
    assert!(answer.contains("<p>A page") && answer.contains("/~reload.js"), "{answer}");
    assert!(answer.contains("<meta name=\"standpoint:serve\">"), "{answer}");
}

/// As most editors and `sed -i` save: another file takes the place of the first.
fn renamed_into_place(file: &Path, text: &str) {
    fs::write(file.with_extension("new"), text).unwrap();
    fs::rename(file.with_extension("new"), file).unwrap();
}

#[test]
fn every_save_of_a_watched_file_builds_whoever_saves_it() {
    let folder = folder("serve-watch");
    let (file, built) = (folder.join("corpus.json"), folder.join("built.txt"));
    fs::write(&file, "as it was").unwrap();
    let run = format!("cp {} {}", file.display(), built.display());
    let dir = folder.to_str().unwrap();
    let mut server = Server::start(&[dir, "--watch", file.to_str().unwrap(), "--run", &run]);
    for text in ["the first save", "the second", "the third time"] {
        renamed_into_place(&file, text);
        assert!(server.line().starts_with("Something changed"), "{text}");
        assert!(server.line().starts_with("Built"), "{text}");
        assert_eq!(fs::read_to_string(&built).unwrap(), text);
    }
}

#[test]
fn a_server_answers_to_its_own_name_and_from_its_own_folder() {
    let site = folder("guarded");
    let outside = folder("outside");
    fs::write(outside.join("secret.txt"), "secret").unwrap();
    fs::create_dir_all(site.join("example.org")).unwrap();
    fs::write(site.join("index.html"), "<head></head>home").unwrap();
    fs::write(site.join("404.html"), "<head></head>the site's own words").unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(&outside, site.join("link")).unwrap();
    let server = Server::start(&[site.to_str().unwrap()]);
    let port = server.address.rsplit(':').next().unwrap().to_owned();
    for (host, path, status, words) in [
        (server.address.clone(), "/", "200", "home"),
        (format!("localhost:{port}"), "/", "200", "home"),
        ("evil.example".to_owned(), "/", "421", "127.0.0.1 and localhost only"),
        (format!("evil.example:{port}"), "/index.html", "421", "only"),
        (format!("127.0.0.1.evil.example:{port}"), "/", "421", "only"),
        (server.address.clone(), "/nothing/here", "404", "the site's own words"),
        (server.address.clone(), "/link/secret.txt", "404", "no such file"),
        (server.address.clone(), "/../outside/secret.txt", "404", ""),
        (server.address.clone(), "/%2e%2e/outside/secret.txt", "404", ""),
        (server.address.clone(), "//example.org", "404", "no such file"),
        (server.address.clone(), "//evil.example/", "404", "no such file"),
        (server.address.clone(), "/\\evil.example", "404", ""),
    ] {
        let answer = server.get_as(&host, path);
        let first = answer.lines().next().unwrap_or_default();
        assert!(
            first.contains(status) || status == "404" && first.contains("400"),
            "{host} {path}: {answer}"
        );
        assert!(answer.contains(words) || first.contains("400"), "{host} {path}: {answer}");
        assert!(!answer.contains("secret") && !answer.to_lowercase().contains("location: //"), "{answer}");
    }
}
