//! What a corpus file may hold, and what is said of one that is wrong: each problem at its place, errors that
//! refuse the file, faults that leave out one statement, and places in texts counted in code points.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod broken;
mod broken_syntax;
mod content;
mod derived;
mod faults;
mod fields;
mod hostile;
mod laws;
mod left_out;
mod many;
mod problems;
mod quotation_marks;
mod schema;
mod shape;
#[path = "../support/hostile.rs"]
mod support;
mod warnings;
mod whole_files;
mod words;
mod written;

use serde_json::{Value, json};
use standpoint::corpus::*;

/// A part of a good file, what stands there instead, and what is told: `line:column path sentence`.
type Row = (&'static str, &'static str, &'static [&'static str]);

/// A good corpus in which `text` stands in place of the named part, on a line of its own.
fn with(place: &str, text: &str) -> String {
    let parts = [
        ("{\"standpoint\": 1,", "head", r#""id": "c", "title": "C", "language": "en""#),
        (", \"coders\": [", "coders", r#"{"id": "x", "name": "X"}"#),
        (
            "], \"actors\": [",
            "actors",
            r#"{"id": "a", "name": "A", "kind": "person"}, {"id": "b", "name": "B", "kind": "state"}"#,
        ),
        ("], \"issues\": [", "issues", r#"{"id": "i", "label": "I", "proposition": "It is so."}"#),
        (
            "], \"documents\": [",
            "documents",
            r#"{"id": "d", "title": "D", "date": "2024-05-06", "text": "One two three, two four."}, {"id": "e", "title": "E", "date": "2024", "text": "Five."}"#,
        ),
        (
            "], \"statements\": [",
            "statements",
            r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a"}"#,
        ),
    ];
    assert!(place.is_empty() || parts.iter().any(|(_, name, _)| *name == place), "no part {place}");
    let part = |(before, name, good): &(&str, &str, &str)| {
        format!("{before}\n{}\n", if *name == place { text } else { *good })
    };
    parts.iter().map(part).collect::<String>() + "]}"
}

/// Every problem of a file, be it refused or read with faults.
fn problems(file: &[u8]) -> Vec<LocatedProblem> {
    match Corpus::read(file) {
        Ok(reading) => reading.orphans.into_iter().flat_map(|fault| fault.problems).collect(),
        Err(refusal) => refusal.problems,
    }
}

/// What is told of a file instead of what should be, if it differs.
fn difference(file: &[u8], told: &[&str]) -> Option<String> {
    let found: Vec<String> = problems(file)
        .iter()
        .map(|at| format!("{}:{} {} {}", at.line, at.column, at.path, at.problem))
        .collect();
    let start: String = String::from_utf8_lossy(file).chars().take(2000).collect();
    (found != told).then(|| format!("{start}\n  expected {told:#?}\n  found {found:#?}"))
}

fn check(file: impl AsRef<[u8]>, told: &[&str]) {
    assert_eq!(difference(file.as_ref(), told), None);
}

/// Checks rows, and shows all that differ.
fn check_rows(rows: &[Row]) {
    let found: Vec<String> = rows
        .iter()
        .filter_map(|(place, text, told)| difference(with(place, text).as_bytes(), told))
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n\n"));
}

fn corpus(file: &str) -> Corpus {
    let reading = Corpus::read(file.as_bytes()).unwrap_or_else(|refusal| panic!("{refusal:?}\n{file}"));
    assert_eq!(reading.orphans, [], "{file}");
    reading.corpus
}

/// A corpus of one text and some statements, each only with its own members.
fn of_statements(text: &str, statements: Value) -> String {
    json!({ "standpoint": 1, "id": "c", "title": "C", "language": "en",
        "actors": [{ "id": "a", "name": "A", "kind": "person" }, { "id": "b", "name": "B", "kind": "person" }],
        "documents": [{ "id": "d", "title": "D", "date": "2024", "text": text }],
        "statements": statements })
    .to_string()
}

/// Line and column of a byte, both from 1, the slow way.
fn place(file: &[u8], at: usize) -> (usize, usize) {
    let before = &file[..at];
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    (line, before.iter().rev().take_while(|byte| **byte != b'\n').count() + 1)
}

/// A sentence somebody can read, at a place that the file has.
fn assert_clear(file: &[u8], at: &LocatedProblem) {
    let line = file.split(|byte| *byte == b'\n').nth(at.line - 1);
    let columns = line.map_or(0, <[u8]>::len) + 1;
    assert!((1..=columns).contains(&at.column), "{at:?} is outside the file");
    let sentence = at.problem.to_string();
    assert!(!sentence.is_empty() && !sentence.contains(char::is_control), "{at:?}");
}

const EVERY_KEY: &str = include_str!("../cases/every-key.json");
