//! `standpoint serve`: a folder on this machine, a command that runs on every save, and the site of corpora under work.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/command.rs"]
mod command;
#[path = "support/large.rs"]
mod large;

use command::{app, folder, out, standpoint};
use large::{DOCUMENTS, large};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

/// A server as somebody at a prompt has it; it ends with the test.
struct Server {
    process: Child,
    said: BufReader<ChildStdout>,
    address: String,
}

impl Server {
    fn start(args: &[&str]) -> Server {
        Server::start_with(args, &std::env::temp_dir())
    }

    /// One that keeps what is for this run alone in a folder of ours.
    fn start_with(args: &[&str], temporary: &Path) -> Server {
        let mut process = Command::new(env!("CARGO_BIN_EXE_standpoint"))
            .args(["serve", "--port", "0"])
            .args(args)
            .env("TMPDIR", temporary)
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

    /// One of a corpus under work.
    fn of_corpus(file: &Path, app: &Path, temporary: &Path) -> Server {
        let [file, app] = [file, app].map(|path| path.to_str().unwrap());
        Server::start_with(&["--corpus", file, "--app", app], temporary)
    }

    /// The next line that it says, once it does.
    fn line(&mut self) -> String {
        let mut line = String::new();
        assert!(self.said.read_line(&mut line).unwrap() > 0, "the server has ended");
        line
    }

    fn get(&self, path: &str) -> String {
        self.get_as(&self.address, path)
    }

    /// What a browser gets that knows this machine by another name.
    fn get_as(&self, host: &str, path: &str) -> String {
        let mut answer = String::new();
        self.asked(host, path).read_to_string(&mut answer).unwrap();
        answer
    }

    fn asked(&self, host: &str, path: &str) -> TcpStream {
        let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        stream
    }

    /// The folder of its site, where it keeps what is for this run alone in `temporary`.
    fn site(&self, temporary: &Path) -> PathBuf {
        temporary.join(format!("standpoint-serve-{}-0", self.process.id())).join("site")
    }

    /// Waits until an open page that shows the state of this number is told to load again.
    fn reloads(&self, number: &str) {
        let stream = BufReader::new(self.asked(&self.address, &format!("/~reload?{number}")));
        assert!(stream.lines().any(|line| line.unwrap() == "data: reload"), "{number}");
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

/// A corpus of one document, called `title`.
fn corpus(title: &str) -> String {
    format!(
        r#"{{"standpoint": 1, "id": "town", "title": "{title}", "language": "en",
"documents": [{{"id": "d", "title": "{title}", "date": "2024", "text": "One two."}}]}}"#
    )
}

/// The number of what a page shows, by which it asks for what comes after.
fn number(page: &str) -> String {
    let (_, rest) = page.split_once("/~reload.js?").unwrap_or_else(|| panic!("no number: {page}"));
    rest.split('"').next().unwrap().to_owned()
}

type Save = fn(&Path, &str);

/// What editors do when somebody saves.
const SAVES: [(&str, Save); 4] = [
    ("written in place", |file, text| fs::write(file, text).unwrap()),
    ("renamed into place", renamed_into_place),
    ("the old one kept aside", |file, text| {
        fs::rename(file, file.with_extension("json~")).unwrap();
        fs::write(file, text).unwrap();
    }),
    ("beside a swap file", |file, text| {
        fs::write(file.with_extension("swp"), "swap").unwrap();
        fs::write(file, text).unwrap();
        fs::remove_file(file.with_extension("swp")).unwrap();
    }),
];

#[test]
fn the_site_of_a_corpus_under_work_follows_every_save_of_its_file_alone() {
    let (folder, app) = (folder("serve-corpus"), app("serve-corpus-app"));
    let file = folder.join("town.json");
    fs::write(&file, corpus("As it was")).unwrap();
    let mut server = Server::of_corpus(&file, &app, &folder);
    let page = server.get("/");
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("<title>As it was"), "{page}");
    assert!(page.contains("<meta name=\"standpoint:serve\">") && number(&page) == "1", "{page}");
    for (at, (how, save)) in SAVES.into_iter().enumerate() {
        fs::write(folder.join("other.json"), how).unwrap();
        save(&file, &corpus(how));
        assert_eq!(server.line(), "Built; open pages load again.\n", "{how}");
        let page = server.get("/town/d/");
        assert!(page.contains(&format!("<title>{how}")), "{how}: {page}");
        assert_eq!(number(&page), (at + 2).to_string(), "{how}: built once");
        server.reloads(&(at + 1).to_string());
    }
}

/// The paths of all files below a folder, pages by their folders.
fn paths_below(folder: &Path, path: &str, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if entry.path().is_dir() {
            paths_below(&entry.path(), &format!("{path}{name}/"), found);
        } else {
            found.push(format!("{path}{}", if name == "index.html" { "" } else { &name }));
        }
    }
}

#[test]
fn everything_that_build_writes_is_served_once_it_is_asked_for() {
    let (folder, app) = (folder("serve-pages"), app("serve-pages-app"));
    let app = app.to_str().unwrap();
    // More statements than a list shows at once, and so many words that the documents are read one by one.
    let [many, sharded] = ["many.json", "sharded.json"].map(|name| folder.join(name));
    fs::write(&many, standpoint(&["synth", "--statements", "250"]).stdout).unwrap();
    fs::write(&sharded, large()).unwrap();
    let (many, sharded) = (many.to_str().unwrap(), sharded.to_str().unwrap());
    for (corpora, is_sharded) in
        [(&[many][..], false), (&["tests/cases/every-key.json", many], false), (&[sharded], true)]
    {
        let site = folder.join("site");
        let built = [&["build", "--app", app, "--out", site.to_str().unwrap(), "--corpus"], corpora].concat();
        assert!(standpoint(&built).status.success());
        let server = Server::start_with(&[&["--app", app, "--corpus"], corpora].concat(), &folder);
        let mut paths = Vec::new();
        paths_below(&site, "/", &mut paths);
        // What marks the folder as ours, and what names every file, of which a site under work has not all yet.
        paths.retain(|path| !["/.standpoint-site", "/offline.json", "/sw.js"].contains(&path.as_str()));
        let shards = paths.iter().filter(|path| path.ends_with(".tables")).count();
        assert_eq!(shards > DOCUMENTS, is_sharded, "{shards}");
        // A statement is asked for before its document, and the second part of a list before the first.
        paths.sort_by_key(|path| std::cmp::Reverse(path.len()));
        assert!(paths.len() > 2 * DOCUMENTS, "{paths:?}");
        assert!(server.get("/schema.json").starts_with("HTTP/1.1 200"), "the site is there");
        let mut made = Vec::new();
        paths_below(&server.site(&folder), "/", &mut made);
        let is_document = |path: &&String| {
            let id = path.split('/').nth(2).unwrap_or_default().strip_prefix('d');
            id.is_some_and(|number| number.parse::<u32>().is_ok())
        };
        assert!(paths.iter().filter(is_document).count() >= DOCUMENTS, "{paths:?}");
        assert_eq!(made.iter().find(is_document), None, "not a page of a document is drawn yet");
        assert!(made.iter().filter(|path| path.ends_with(".tables")).count() < DOCUMENTS, "{made:?}");
        for path in paths {
            let mut answer = Vec::new();
            server.asked(&server.address, &path).read_to_end(&mut answer).unwrap();
            assert!(answer.starts_with(b"HTTP/1.1 200"), "{path}: {}", String::from_utf8_lossy(&answer));
            let is_page = path.ends_with('/') || path.ends_with(".html");
            let name = if path.ends_with('/') { "index.html" } else { "" };
            let mut expected = fs::read(site.join(&path[1..]).join(name).components().as_path()).unwrap();
            if is_page {
                let marked =
                    "<meta name=\"standpoint:serve\"><script src=\"/~reload.js?1\" defer></script></head>";
                expected = String::from_utf8(expected).unwrap().replacen("</head>", marked, 1).into_bytes();
            }
            assert!(answer.ends_with(&[b"\r\n\r\n", &expected[..]].concat()), "{path}");
        }
        assert!(server.get("/town/").starts_with("HTTP/1.1 404"), "what is not there is not made");
    }
}

#[test]
fn a_page_is_asked_for_in_other_ways() {
    let (folder, app) = (folder("serve-asked"), app("serve-asked-app"));
    let file = folder.join("town.json");
    let ways =
        ["/town/report-1.1/", "/town/report-1.2/index.html", "/town//report-1.3/", "/town/report%2D1.4/"];
    let documents = (1..=5).map(|at| {
        format!(r#"{{"id": "report-1.{at}", "title": "Text {at}", "date": "2024", "text": "One."}}"#)
    });
    let documents = documents.collect::<Vec<_>>().join(",");
    let corpus = corpus("Asked").replacen("\"documents\": [", &format!("\"documents\": [{documents}, "), 1);
    fs::write(&file, corpus).unwrap();
    let server = Server::of_corpus(&file, &app, &folder);
    for (path, at) in ways.iter().zip(1..) {
        let page = server.get(path);
        assert!(
            page.starts_with("HTTP/1.1 200") && page.contains(&format!("<title>Text {at}")),
            "{path}: {page}"
        );
    }
    let led = server.get("/town/report-1.5");
    assert!(led.starts_with("HTTP/1.1 307") && led.contains("location: /town/report-1.5/"), "{led}");
    // A browser that has a page from before asks whether it has changed since.
    let since = format!("{}\r\nIf-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT", server.address);
    let page = server.get_as(&since, "/town/report-1.5/");
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("<title>Text 5"), "{page}");
}

#[test]
fn a_page_that_cannot_be_drawn_says_why_and_is_tried_again() {
    let (folder, app) = (folder("serve-undrawn"), app("serve-undrawn-app"));
    let file = folder.join("town.json");
    fs::write(&file, corpus("Drawn")).unwrap();
    let server = Server::of_corpus(&file, &app, &folder);
    assert!(server.get("/schema.json").starts_with("HTTP/1.1 200"), "the site is there");
    let in_the_way = server.site(&folder).join("town");
    fs::write(&in_the_way, "a file where a folder has to be").unwrap();
    let page = server.get("/town/d/");
    assert!(
        page.starts_with("HTTP/1.1 500") && page.contains("<h1>This page cannot be drawn</h1>"),
        "{page}"
    );
    assert!(page.contains("town") && number(&page) == "1", "{page}");
    fs::remove_file(&in_the_way).unwrap();
    assert!(server.get("/town/d/").contains("<title>Drawn"), "once more");
}

#[test]
fn whoever_asks_while_a_site_is_made_sees_what_comes_of_it() {
    let (folder, app) = (folder("serve-meanwhile"), app("serve-meanwhile-app"));
    let file = folder.join("town.json");
    let many = out(&standpoint(&["synth", "--statements", "3000"]));
    let titled = |title: &str| many.replacen("\"title\":\"", &format!("\"title\":\"{title} "), 1);
    fs::write(&file, &many).unwrap();
    let mut server = Server::of_corpus(&file, &app, &folder);
    let mut seen = number(&server.get("/"));
    // What a page shows, and the number by which it asks for what comes after, belong together.
    for (text, shown, said) in [
        (titled("Once"), "<title>Once ", "Built"),
        (titled("Twice"), "<title>Twice ", "Built"),
        ("{".to_owned(), "<title>1 problem in ", "open pages show them"),
        (titled("Again"), "<title>Again ", "Built"),
    ] {
        assert!(text != many, "{shown}");
        renamed_into_place(&file, &text);
        let begun = Instant::now();
        loop {
            assert!(begun.elapsed() < Duration::from_secs(60), "{shown} is not seen");
            let answer = server.get("/");
            assert_eq!(answer.contains(shown), number(&answer) != seen, "{shown}");
            if answer.contains(shown) {
                seen = number(&answer);
                break;
            }
        }
        while !server.line().contains(said) {}
        assert_eq!(number(&server.get("/")), seen, "nothing has changed since");
    }
}

#[test]
fn problems_of_a_corpus_stand_in_the_place_of_every_page_until_they_are_mended() {
    let (folder, app) = (folder("serve-problems"), app("serve-problems-app"));
    let file = folder.join("town.json");
    let name = file.to_str().unwrap();
    let broken = corpus("Good").replace("\"2024\"", "\"<b>May</b>\"").replace("One two.", "");
    fs::write(&file, &broken).unwrap();
    let mut server = Server::start_with(&["--corpus", name, "--app", app.to_str().unwrap()], &folder);
    let problem = "document d, date: “<b>May</b>” is no date: write YYYY, YYYY-MM or YYYY-MM-DD";
    let told = |server: &mut Server, column: usize| {
        assert_eq!(server.line(), format!("{name}:2:{column}: {problem}\n"));
        assert_eq!(
            server.line(),
            format!(
                "{name}:2:{}: document d, text: this text is empty; write at least a word\n",
                column + 22
            )
        );
        assert_eq!(server.line(), format!("2 problems in {name}; open pages show them.\n"));
    };
    told(&mut server, 52);
    for path in ["/", "/town/d/", "/anything/index.html"] {
        let page = server.get(path);
        assert!(
            page.starts_with("HTTP/1.1 503") && page.contains("text/html; charset=utf-8"),
            "{path}: {page}"
        );
        assert!(page.contains(&format!("<h1>2 problems in {name}</h1>")), "{path}: {page}");
        assert!(
            page.contains("<code>2:52</code>document d, date: “&lt;b&gt;May&lt;/b&gt;” is no date"),
            "{page}"
        );
        assert!(page.contains("/~reload.js?1\"") && !page.contains("<b>"), "{page}");
    }
    renamed_into_place(&file, &corpus("Mended"));
    server.reloads("1");
    assert_eq!(server.line(), "Built; open pages load again.\n");
    assert!(server.get("/").starts_with("HTTP/1.1 200"), "the site is there");
    renamed_into_place(&file, &broken.replace("Good", "Broken again"));
    told(&mut server, 60);
    assert!(server.get("/").contains("2 problems"), "as before");
    assert!(server.get("/assets/full-1.js").contains("// the page"), "what is no page stays");
    fs::remove_file(&file).unwrap();
    assert!(server.line().contains("town.json cannot be read"), "a file that is gone");
    assert!(server.get("/").contains("<h1>The site cannot be made</h1>"), "is told, too");
}

#[test]
fn several_corpora_are_served_as_one_site_and_told_one_by_one() {
    let (folder, app) = (folder("serve-several"), app("serve-several-app"));
    let (a, b) = (folder.join("a.json"), folder.join("b.json"));
    fs::write(&a, corpus("The first")).unwrap();
    fs::write(&b, "{").unwrap();
    let [a_name, b_name] = [&a, &b].map(|file| file.to_str().unwrap());
    let mut server =
        Server::start_with(&["--app", app.to_str().unwrap(), "--corpus", a_name, b_name], &folder);
    assert!(server.line().starts_with(&format!("{b_name}:1:2: the file ends while")));
    assert_eq!(server.line(), format!("1 problem in {b_name}; open pages show them.\n"));
    renamed_into_place(&b, &corpus("The second"));
    let two = "two corpora answer to “town” (town and town); an id or former id must be one corpus’ alone";
    assert_eq!(server.line(), format!("{two}\n"));
    assert!(server.get("/").contains(two), "what is wrong with both is in the page");
    renamed_into_place(&b, &corpus("The second").replace("\"town\"", "\"city\""));
    assert_eq!(server.line(), "Built; open pages load again.\n");
    let page = server.get("/");
    assert!(page.contains("The first") && page.contains("The second"), "{page}");
}

#[cfg(unix)]
#[test]
fn the_folder_of_a_run_is_nobody_elses_and_goes_with_it() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, app) = (folder("serve-ends"), app("serve-ends-app"));
    let own = || fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>();
    let args = ["--corpus", "tests/cases/tram.json", "--app", app.to_str().unwrap()];
    for signal in ["TERM", "INT", "HUP"] {
        let mut server = Server::start_with(&args, &folder);
        assert!(server.get("/").starts_with("HTTP/1.1 200"));
        let made = own();
        assert_eq!(made.len(), 1, "{made:?}");
        assert_eq!(fs::metadata(&made[0]).unwrap().permissions().mode() & 0o777, 0o700);
        Command::new("kill")
            .args([&format!("-{signal}"), &server.process.id().to_string()])
            .status()
            .unwrap();
        assert!(server.process.wait().unwrap().success(), "{signal}");
        assert_eq!(own(), Vec::<std::path::PathBuf>::new(), "{signal}");
    }
}

#[test]
fn what_cannot_be_served_is_said_in_a_sentence() {
    let app = app("serve-refused-app");
    let app = app.to_str().unwrap();
    for (args, said) in [
        (vec!["serve", "--corpus", "no-such-file.json", "--app", app], "no-such-file.json is no file"),
        (vec!["serve", "--corpus", "tests/cases/tram.json", "--app", "no-such-app"], "no-such-app/"),
        (vec!["serve", "no-such-folder"], "no-such-folder is no folder"),
        (vec!["serve"], "<DIR>"),
        (vec!["serve", "src", "--corpus", "tests/cases/tram.json"], "cannot be used with"),
        (vec!["serve", "src", "--app", app], "--corpus"),
    ] {
        let done = standpoint(&args);
        let told = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(!done.status.success() && told.contains(said), "{args:?}: {told}");
        assert_eq!(out(&done), "", "{args:?}");
    }
}
