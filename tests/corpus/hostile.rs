//! Hostile files and naughty strings.

use crate::fields::{FIELDS, FREE, FULL, assert_read_back_or_told};
use crate::{assert_clear, corpus, of_statements};
use serde_json::{Value, json};
use standpoint::corpus::*;
use std::io::Write;
use std::path::PathBuf;

/// The suite's files: `n_` is no JSON, `y_` is some, `i_` may be either; none is a corpus.
#[test]
fn hostile_json_is_refused_with_a_place() {
    let Some(folder) = shared("JSONTestSuite/test_parsing") else { return };
    let mut count = 0;
    for file in std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()) {
        let bytes = std::fs::read(&file).unwrap();
        let told = Corpus::read(&bytes).unwrap_err().problems;
        let name = file.file_name().unwrap().to_string_lossy();
        let [at] = told.as_slice() else { panic!("{name}: {told:?}") };
        assert_clear(&bytes, at);
        match name.get(..2).unwrap() {
            "y_" => assert_eq!(at.problem, Problem::NoFormat, "{name}"),
            "n_" => assert!(
                matches!(at.problem, Problem::NotJson(_) | Problem::CutOff | Problem::NotUtf8)
                    || is_bare_mark(&bytes),
                "{name}: {at:?}"
            ),
            _ => {}
        }
        count += 1;
    }
    assert!(count > 300, "only {count} files in {}", folder.display());
}

/// A value behind a byte order mark, which the suite forbids and the format tolerates.
fn is_bare_mark(file: &[u8]) -> bool {
    file.strip_prefix(b"\xef\xbb\xbf").is_some_and(|rest| serde_json::from_slice::<Value>(rest).is_ok())
}

#[test]
fn naughty_strings_are_read_back_as_they_are_or_told() {
    let Some(path) = shared("blns/blns.json") else { return };
    let strings: Vec<String> = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    assert!(strings.len() > 500);
    let mut file: Value = serde_json::from_str(FULL).unwrap();
    // Every string in every eighth field, every field with every eighth string.
    for (at, field) in FIELDS.iter().enumerate() {
        for text in strings.iter().skip(at % 8).step_by(8) {
            assert_read_back_or_told(*field, text, &mut file);
        }
    }
    // Every string as a note, all over the file at once.
    for text in &strings {
        FREE.iter().for_each(|pointer| *file.pointer_mut(pointer).unwrap() = text.as_str().into());
        let read = corpus(&file.to_string());
        for (pointer, get) in FIELDS.iter().filter(|(pointer, _)| FREE.contains(pointer)) {
            assert_eq!(get(&read).unwrap_or_default(), *text, "{pointer}");
        }
    }
    // Every string as words of a text: it is found where it stands.
    for text in strings.iter().filter(|text| !text.is_empty()) {
        let whole = format!("😀 “{text}” 東");
        let statement = json!([{ "id": "s", "document": "d", "spans": [{ "exact": text, "prefix": "😀 “", "suffix": "” 東" }], "kind": "direct", "speaker": null }]);
        let read = corpus(&of_statements(&whole, statement));
        let (_, statement) = read.statements.iter().next().unwrap();
        let span = statement.spans[0].span;
        assert_eq!((span.start(), span.end()), (3, 3 + text.chars().count() as u32));
        assert_eq!(read.words(statement).collect::<Vec<_>>(), [text]);
    }
}

/// A folder of public data, or `None` after saying so where the test run shows it.
fn shared(path: &str) -> Option<PathBuf> {
    let shared = std::env::var("STANDPOINT_SHARED")
        .unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/../shared").to_owned());
    let path = PathBuf::from(shared).join("data").join(path);
    if !path.exists() {
        // The print macros are captured when a test passes.
        #[allow(clippy::explicit_write)]
        writeln!(std::io::stderr(), "skipped: {} is not there", path.display()).unwrap();
        return None;
    }
    Some(path)
}
