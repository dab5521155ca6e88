//! The rooms of `src/lib.rs`, held apart: what each may import, that every file says what it owns, that no
//! colour stands outside the tokens. Each law is also shown to notice a breach.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::{Path, PathBuf};

/// A room, the rooms it may import, and words that must not occur in it.
const ROOMS: [(&str, &[&str], &[&str]); 6] = [
    ("corpus", &[], &["yew", "web_sys", "gloo", "std::fs", "std::net"]),
    ("view", &["corpus"], &["yew", "web_sys", "gloo", "std::fs", "serde"]),
    ("query", &["corpus", "view"], &["yew", "web_sys", "gloo", "std::fs", "serde"]),
    (
        "ui",
        &["corpus", "view", "query"],
        &["gloo", "web_sys::window", "std::fs", "from_html_unchecked", "inner_html", "serde"],
    ),
    ("web", &["corpus", "view", "query", "ui"], &["std::fs", "inner_html", "from_html_unchecked"]),
    ("cli", &["corpus", "view", "query", "ui"], &["web_sys", "gloo"]),
];

#[test]
fn every_room_imports_earlier_rooms_only() {
    let mut breaches = Vec::new();
    for (room, ..) in ROOMS {
        for file in files(&root().join("src").join(room), "rs") {
            breaches.extend(
                breaches_of(room, &read(&file)).into_iter().map(|b| format!("{}: {b}", file.display())),
            );
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn a_breach_is_noticed() {
    for (room, source, noticed) in [
        ("query", "use crate::ui::Scene;", true),
        ("query", "use crate::corpus::Corpus;", false),
        ("corpus", "use yew::prelude::*;", true),
        ("view", "fn f() { crate::query::answer() }", true),
        ("ui", "let w = web_sys::window();", true),
        ("ui", "Html::from_html_unchecked(x)", true),
        ("cli", "use crate::{corpus, web};", true),
        ("ui", "//! never crate::web", false),
    ] {
        assert_eq!(!breaches_of(room, source).is_empty(), noticed, "{room}: {source}");
    }
}

#[test]
fn every_source_file_begins_with_what_it_owns() {
    for folder in ["src", "tests"] {
        for file in files(&root().join(folder), "rs") {
            assert!(read(&file).starts_with("//! "), "{} has no header", file.display());
        }
    }
}

#[test]
fn files_stay_small() {
    for file in files(&root().join("src"), "rs") {
        let lines = read(&file).lines().count();
        assert!(lines <= 450, "{} has {lines} lines: split it", file.display());
    }
}

#[test]
fn the_map_names_every_room() {
    let map = read(&root().join("src/lib.rs"));
    for (room, ..) in ROOMS {
        assert!(map.contains(&format!("`{room}`")), "lib.rs does not name {room}");
    }
}

#[test]
fn no_colour_stands_outside_the_tokens() {
    for file in files(&root().join("styles"), "css") {
        if file.ends_with("tokens.css") {
            continue;
        }
        let sheet = read(&file);
        let found = literal_colours(&sheet);
        assert!(found.is_empty(), "{}: {found:?}", file.display());
    }
    assert_eq!(literal_colours("a { color: #fff; } b { color: rgb(0 0 0); }").len(), 2);
}

fn breaches_of(room: &str, source: &str) -> Vec<String> {
    let Some((_, allowed, forbidden)) = ROOMS.iter().find(|(name, ..)| *name == room) else {
        return vec![format!("{room} is not on the map")];
    };
    let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    let code = code.collect::<Vec<_>>().join("\n");
    let imports = ROOMS.iter().filter(|(other, ..)| *other != room && !allowed.contains(other));
    let mut found: Vec<String> = imports
        .filter(|(other, ..)| {
            let grouped = code.split("crate::{").skip(1).any(|rest| {
                rest.split("};")
                    .next()
                    .unwrap_or_default()
                    .split([',', ' ', '\n'])
                    .any(|word| word.split("::").next() == Some(other))
            });
            code.contains(&format!("crate::{other}")) || grouped
        })
        .map(|(other, ..)| format!("{room} imports {other}"))
        .collect();
    found.extend(
        forbidden.iter().filter(|word| code.contains(**word)).map(|word| format!("{room} uses {word}")),
    );
    found
}

fn literal_colours(css: &str) -> Vec<&str> {
    let is_colour = |word: &&str| {
        let hex = word.strip_prefix('#').is_some_and(|rest| {
            let digits = rest.trim_end_matches([';', ',', ')']);
            matches!(digits.len(), 3 | 4 | 6 | 8) && digits.chars().all(|c| c.is_ascii_hexdigit())
        });
        hex || ["rgb(", "rgba(", "hsl(", "oklch("].iter().any(|start| word.starts_with(start))
    };
    css.split([' ', ':', '(', '\n'])
        .filter(|word| is_colour(word) || ["rgb", "rgba", "hsl"].contains(word))
        .collect()
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            all.extend(files(&path, ending));
        } else if path.extension().is_some_and(|e| e == ending) {
            all.push(path);
        }
    }
    all
}
