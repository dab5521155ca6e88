//! What `check` accepts, `build` builds, whatever things are called; and a build that fails leaves all as it was.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/command.rs"]
mod command;
#[allow(dead_code)]
#[path = "support/town.rs"]
mod town;

use command::{app, folder, out, standpoint};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use town::town_json;

/// Names that mean something to a site, to a file system, or to both.
const NAMES: [&str; 26] = [
    "a",
    "b",
    "ada",
    "d1",
    "s1",
    "town",
    "statements",
    "actors",
    "issues",
    "compare",
    "index",
    "index.html",
    "preview.png",
    "assets",
    "corpus",
    "sw.js",
    "con",
    "nul.txt",
    "lpt9",
    "a.",
    "a..b",
    "0",
    "x-y_z.9",
    "sitemap.xml",
    "favicon.ico",
    "long",
];

fn name() -> impl Strategy<Value = String> {
    (0..NAMES.len()).prop_map(|at| match NAMES[at] {
        "long" => "l".repeat(128),
        name => name.to_owned(),
    })
}

/// A corpus whose things have, or once had, such names; titles hold what XML has no letters for.
fn corpora() -> impl Strategy<Value = Value> {
    let names = proptest::collection::vec(name(), 5);
    let former = proptest::collection::vec(proptest::option::weighted(0.25, name()), 5);
    (names, former, proptest::collection::vec(proptest::bool::weighted(0.3), 5)).prop_map(
        |(names, former, renamed)| {
            let mut corpus = town_json(&["s1 ada direct tram=supports", "s2 bo indirect tram=opposes"]);
            let places = ["", "/actors/7", "/issues/1", "/documents/0", "/statements/1"];
            for (at, place) in places.iter().enumerate() {
                let thing = corpus.pointer_mut(place).unwrap().as_object_mut().unwrap();
                let before = thing["id"].clone();
                thing.insert("former_ids".into(), json!(former[at].iter().collect::<Vec<_>>()));
                if renamed[at] {
                    thing.insert("id".into(), json!(names[at]));
                    if at == 3 {
                        for statement in corpus["statements"].as_array_mut().unwrap() {
                            assert_eq!(statement["document"], before);
                            statement["document"] = json!(names[at]);
                        }
                    }
                }
            }
            corpus["documents"][0]["title"] = json!("A <title> & \u{ffff}\u{fffe} \u{202e}more");
            corpus
        },
    )
}

/// The html files below a folder.
fn pages(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .map(|path| match path.is_dir() {
            true => pages(&path),
            false => usize::from(path.ends_with("index.html")),
        })
        .sum()
}

#[test]
fn whatever_check_accepts_is_built_and_no_page_overwrites_another() {
    let app = app("building-app");
    let folder = folder("building");
    let (file, site) = (folder.join("corpus.json"), folder.join("site"));
    let names = [&file, &app, &site].map(|path| path.to_str().unwrap().to_owned());
    let [file_name, app_name, site_name] = &names;
    let (mut accepted, mut refused) = (0, 0);
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let cases = 96;
    for _ in 0..cases {
        let corpus = corpora().new_tree(&mut runner).unwrap().current();
        fs::write(&file, corpus.to_string()).unwrap();
        if !standpoint(&["check", file_name]).status.success() {
            refused += 1;
            continue;
        }
        accepted += 1;
        for more in [&[][..], &["--site", "https://example.org/reader/"]] {
            let args = ["build", "--app", app_name, "--corpus", file_name, "--out", site_name];
            let done = standpoint(&[&args[..], more].concat());
            let said = String::from_utf8_lossy(&done.stderr).into_owned() + &out(&done);
            assert!(done.status.success(), "{said}\n{corpus}");
            assert!(said.contains(&format!(": {} pages", pages(&site))), "{said}\n{corpus}");
        }
    }
    println!("{accepted} corpora built twice, {refused} refused");
    assert!(accepted > 10 && refused > 10, "{accepted} accepted, {refused} refused");
}

#[test]
fn a_build_that_fails_leaves_nothing_behind_and_touches_nothing_of_others() {
    let app = app("failing-app");
    let folder = folder("failing");
    let site = folder.join("site");
    let build = |out: &Path| {
        let (app, out) = (app.to_str().unwrap(), out.to_str().unwrap());
        let done = standpoint(&["build", "--app", app, "--corpus", "tests/cases/tram.json", "--out", out]);
        (done.status.success(), String::from_utf8_lossy(&done.stderr).into_owned())
    };
    let listed = || {
        let mut all: Vec<_> =
            fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        all.sort();
        all
    };
    // What stands in the way is somebody else's.
    for (name, inside) in [(".site.new", "work.txt"), (".site.old", "work.txt")] {
        fs::create_dir_all(folder.join(name)).unwrap();
        fs::write(folder.join(name).join(inside), "years of work").unwrap();
        let (done, said) = build(&site);
        assert!(!done && said.contains("is in the way and was not made by standpoint"), "{said}");
        assert_eq!(fs::read_to_string(folder.join(name).join(inside)).unwrap(), "years of work");
        fs::remove_dir_all(folder.join(name)).unwrap();
    }
    // A link is neither followed nor replaced.
    #[cfg(unix)]
    for name in ["site", ".site.new", ".site.old"] {
        let elsewhere = folder.join("elsewhere");
        fs::create_dir_all(&elsewhere).unwrap();
        fs::write(elsewhere.join(".standpoint-site"), "").unwrap();
        std::os::unix::fs::symlink(&elsewhere, folder.join(name)).unwrap();
        let (done, said) = build(&site);
        assert!(!done && said.contains("is a symbolic link"), "{said}");
        assert!(elsewhere.join(".standpoint-site").exists() && folder.join(name).is_symlink());
        fs::remove_file(folder.join(name)).unwrap();
        fs::remove_dir_all(&elsewhere).unwrap();
    }
    // An app without its parts is found out when the stage is open.
    fs::remove_file(app.join("assets/style-1.css")).unwrap();
    assert!(!build(&site).0);
    assert!(listed().is_empty(), "{:?}", listed());
}

#[test]
fn one_file_is_not_written_over_what_is_somebody_elses() {
    let app = app("single-app");
    let folder = folder("single");
    let (file, beside) = (folder.join("x.html"), folder.join("x.html.new"));
    let build = || {
        let (app, to) = (app.to_str().unwrap(), file.to_str().unwrap());
        standpoint(&[
            "build",
            "--app",
            app,
            "--corpus",
            "tests/cases/tram.json",
            "--out",
            to,
            "--single-file",
        ])
    };
    fs::write(&beside, "mine").unwrap();
    let done = build();
    assert!(String::from_utf8_lossy(&done.stderr).contains("x.html.new is in the way"));
    assert_eq!(fs::read_to_string(&beside).unwrap(), "mine");
    assert!(!file.exists());
    fs::remove_file(&beside).unwrap();
    assert!(build().status.success() && build().status.success());
    assert!(file.exists() && !beside.exists());
    // Whatever the size of its corpus, the tables are inside.
    for corpus in ["corpus/nato-2021.json", "corpus/tram-town.json"] {
        let (app, to) = (app.to_str().unwrap(), file.to_str().unwrap());
        let args = ["build", "--app", app, "--corpus", corpus, "--out", to, "--single-file"];
        assert!(standpoint(&args).status.success());
        let html = fs::read_to_string(&file).unwrap();
        let tables = html.split("id=\"tables\">").nth(1).unwrap_or_default();
        assert!(tables.split("</script>").next().unwrap_or_default().len() > 10_000, "{corpus}");
    }
}

#[cfg(unix)]
#[test]
fn whoever_stops_reading_stops_the_command_without_a_panic() {
    let folder = folder("pipes");
    let file = folder.join("bad.json");
    let rows: Vec<String> = (0..5_000).map(|at| format!("\"key{at}\": 1")).collect();
    fs::write(&file, format!("{{{}}}", rows.join(",\n"))).unwrap();
    for (command, stdout) in [("check", "pipe"), ("check", "full"), ("schema", "full")] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_standpoint"));
        child.arg(command).stderr(Stdio::piped());
        if command == "check" {
            child.arg(&file);
        }
        let full = fs::OpenOptions::new().write(true).open("/dev/full");
        match (stdout, full) {
            ("full", Ok(device)) => drop(child.stdout(device)),
            ("full", Err(problem)) => {
                println!("/dev/full is not there ({problem}): a full disk was not tried");
                continue;
            }
            _ => drop(child.stdout(Stdio::piped())),
        }
        let mut child = child.spawn().unwrap();
        drop(child.stdout.take());
        let done = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&done.stderr);
        assert!(!said.contains("panicked"), "{command} {stdout}: {said}");
        assert!(!done.status.success());
        assert_eq!(stdout == "full", said.contains("No space left"), "{command} {stdout}: {said}");
    }
}

#[test]
fn files_of_other_kinds_are_named_and_endless_ones_end() {
    let folder = folder("kinds");
    let cases: [(&[u8], &str); 5] = [
        (b"\xff\xfe{\0}\0", "the file is UTF-16; save it as UTF-8"),
        (b"{\0\"\0", "the file is UTF-16; save it as UTF-8"),
        (b"\x1f\x8b\x08\0", "the file is compressed (gzip); unpack it first"),
        (b"PK\x03\x04", "the file is compressed (zip); unpack it first"),
        (
            br#"{"standpoint": 1, "id": "\u001b[2J\u202e\n", "title": "T", "language": "en"}"#,
            "\\u{1b}[2J\\u{202e} ",
        ),
    ];
    for (bytes, told) in cases {
        let file = folder.join("file.json");
        fs::write(&file, bytes).unwrap();
        let said = out(&standpoint(&["check", file.to_str().unwrap()]));
        assert!(said.contains(told), "{said}");
        assert!(!said.contains('\u{1b}') && !said.contains('\u{202e}'), "{said:?}");
    }
    #[cfg(unix)]
    {
        let said = out(&standpoint(&["check", "/dev/zero"]));
        assert!(said.contains("more than 268435456 bytes in a file"), "{said}");
    }
}

#[test]
fn an_invented_corpus_is_the_same_for_the_same_seed_and_looks_like_one_that_people_make() {
    let folder = folder("synth");
    let made = |seed: &str| out(&standpoint(&["synth", "--statements", "400", "--seed", seed]));
    let corpus = made("7");
    assert_eq!(corpus, made("7"));
    assert_ne!(corpus, made("8"));
    let file = folder.join("corpus.json");
    fs::write(&file, &corpus).unwrap();
    let checked = standpoint(&["check", file.to_str().unwrap()]);
    assert!(checked.status.success(), "{}", out(&checked));
    let corpus: Value = serde_json::from_str(&corpus).unwrap();
    let statements = corpus["statements"].as_array().unwrap();
    assert_eq!((statements.len(), corpus["documents"].as_array().unwrap().len()), (400, 40));
    let has = |is: &dyn Fn(&Value) -> bool| statements.iter().any(is);
    for kind in ["direct", "indirect", "mixed", "scare"] {
        assert!(has(&|s| s["kind"] == kind), "{kind}");
    }
    assert!(has(&|s| s["speaker"].is_null()) && has(&|s| s["speaker"] == "@document"));
    assert!(has(&|s| s["speaker"].is_array()) && has(&|s| !s["via"].is_null()));
    assert!(has(&|s| !s["on_behalf_of"].is_null()));
    assert!(has(&|s| s["positions"].as_array().is_some_and(|all| all.len() == 2)), "two coders");
    assert!(has(&|s| !s["positions"][0]["condition"].is_null()));
    let languages: Vec<&Value> =
        corpus["documents"].as_array().unwrap().iter().map(|document| &document["language"]).collect();
    assert!(["en", "uk", "ar"].iter().all(|tag| languages.contains(&&json!(tag))));
    // A few speak most, as people do.
    let said = |actor: &str| statements.iter().filter(|s| s["speaker"] == actor).count();
    assert!(said("a0") > 3 * said("a15"), "{} and {}", said("a0"), said("a15"));
}
