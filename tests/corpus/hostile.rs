//! Hostile files and naughty strings: rows of our own, then public ones when they stand beside the project.

use crate::fields::{FIELDS, FREE, FULL, assert_read_back_or_told};
use crate::support::{say, shared, words};
use crate::{assert_clear, corpus, of_statements};
use serde_json::{Value, json};
use standpoint::corpus::*;

/// What may not be read: in the first list no JSON, in the second some that is no corpus, in the third either.
const NO_JSON: &[&[u8]] = &[
    b"",
    b" ",
    b"[",
    b"{",
    b"[1",
    b"[1,",
    b"[,1]",
    b"[1,]",
    b"[1,,2]",
    b"[1 2]",
    b"[1:2]",
    b"[1]]",
    b"[1],",
    b"[}",
    b"{]",
    b"{\"a\"}",
    b"{\"a\":}",
    b"{\"a\":1,}",
    b"{\"a\":1 \"b\":2}",
    b"{\"a\"::1}",
    b"{\"a\" 1}",
    b"{\"a\":1,,\"b\":2}",
    b"{,\"a\":1}",
    b"{:1}",
    b"{1:1}",
    b"{a:1}",
    b"{'a':1}",
    b"{\"a\":1}}",
    b"{\"a\":1}{\"b\":2}",
    b"{\"a\":1} // done",
    b"/* begun */ {\"a\":1}",
    b"{\"a\":tru}",
    b"{\"a\":True}",
    b"{\"a\":nul",
    b"{\"a\":NULL}",
    b"[NaN]",
    b"[Infinity]",
    b"[+1]",
    b"[-]",
    b"[01]",
    b"[1.]",
    b"[.5]",
    b"[1e]",
    b"[1e+]",
    b"[0x1]",
    b"[1_000]",
    b"[\"a]",
    b"[\"a\nb\"]",
    b"[\"a\tb\"]",
    b"[\"\\x\"]",
    b"[\"\\u12\"]",
    b"[\"\\u12g4\"]",
    b"[\"\\",
    b"[\"a\" + \"b\"]",
    b"[\"a\"b\"]",
    b"[\xe2\x80\x9ca\xe2\x80\x9d]",
    b"['a']",
    b"[\0]",
    b"[1\x0b]",
    b"[1\x0c]",
    b"\xc2\xa0[]",
    b"\xff",
    b"[\"\xff\"]",
    b"[\"\xc0\xaf\"]",
    b"[\"\xed\xa0\x80\"]",
    b"[\"\xf4\x90\x80\x80\"]",
    b"[\"\xe6\x9d\"]",
    b"[\"\xe6",
    b"\xfe\xff\0[\0]",
    b"[\0]\0",
    b"Hello",
    b"<html>",
    b"id,title\nc,C\n",
];
const NO_CORPUS: &[&[u8]] = &[
    b"[]",
    b"{}",
    b" \t\r\n{ }\r\n",
    b"\xef\xbb\xbf[]",
    b"null",
    b"true",
    b"0",
    b"-0.0e-0",
    b"1E+2",
    b"\"\"",
    b"\"\\u0000\\/\\\\\\\"\"",
    b"\"\\ud83d\\ude00 \xf0\x9f\x98\x80 \x7f\"",
    b"[[[[[[[[[[]]]]]]]]]]",
    b"{\"\":0,\"\\u0000\":0}",
    b"{\"a\":{\"b\":[{\"c\":null}]}}",
    b"{\"standpoint\":[1]}",
    b"{\"standpoint\":true}",
    b"{\"Standpoint\":1}",
    b"{\"standpoint\":1e0}",
    b"{\"standpoint\":18446744073709551616}",
];
const EITHER: &[&[u8]] = &[
    b"[1e999]",
    b"[-1e-999]",
    b"[123456789012345678901234567890]",
    b"[\"\\ud83d\"]",
    b"[\"\\ude00\\ud83d\"]",
    b"{\"\\udead\":0}",
    b"{\"standpoint\":\"\\ud83d\"}",
];

#[test]
fn hostile_json_is_refused_with_a_place() {
    for (begin, files) in [("n_", NO_JSON), ("y_", NO_CORPUS), ("i_", EITHER)] {
        for file in files {
            assert_refused(&format!("{begin}{}", file.escape_ascii()), file);
        }
    }
    let deep =
        [b"[".repeat(100_000), b"{\"a\":".repeat(100_000), [b"[".repeat(500), b"]".repeat(500)].concat()];
    deep.iter().for_each(|file| assert_refused("i_deep", file));
    let Some(folder) = shared("JSONTestSuite/test_parsing") else {
        return say("the files of JSONTestSuite are not there; files of our own were tried");
    };
    let mut count = 0;
    for file in std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()) {
        assert_refused(&file.file_name().unwrap().to_string_lossy(), &std::fs::read(&file).unwrap());
        count += 1;
    }
    assert!(count > 300, "only {count} files in {}", folder.display());
    say(&format!("{count} files of JSONTestSuite besides our own"));
}

/// By how its name begins, as in the suite: `n_` is no JSON, `y_` is some, `i_` may be either; none is a corpus.
fn assert_refused(name: &str, file: &[u8]) {
    let told = Corpus::read(file).unwrap_err().problems;
    let [at] = told.as_slice() else { panic!("{name}: {told:?}") };
    assert_clear(file, at);
    match name.get(..2).unwrap() {
        "y_" => {
            assert!(matches!(at.problem, Problem::NoFormat | Problem::WrongFormat { .. }), "{name}: {at:?}")
        }
        "n_" => assert!(
            matches!(
                at.problem,
                Problem::NotJson(_)
                    | Problem::CutOff(_)
                    | Problem::EmptyFile
                    | Problem::NotUtf8
                    | Problem::Utf16
            ) || is_bare_mark(file),
            "{name}: {at:?}"
        ),
        _ => {}
    }
}

/// A value behind a byte order mark, which the suite forbids and the format tolerates.
fn is_bare_mark(file: &[u8]) -> bool {
    file.strip_prefix(b"\xef\xbb\xbf").is_some_and(|rest| serde_json::from_slice::<Value>(rest).is_ok())
}

#[test]
fn naughty_strings_are_read_back_as_they_are_or_told() {
    let strings = words();
    assert!(strings.len() > 40);
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
