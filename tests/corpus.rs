//! What a corpus file may hold, and what is said of one that is wrong: each problem at its place, errors that
//! refuse the file, faults that leave out one statement, and places in texts counted in code points.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use proptest::prelude::*;
use serde_json::{Value, json};
use standpoint::corpus::*;
use std::collections::BTreeSet;
use std::io::Write;
use std::path::PathBuf;
use std::sync::LazyLock;

// ---- Helpers ------------------------------------------------------------------------------------------------

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

const EVERY_KEY: &str = include_str!("cases/every-key.json");

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

// ---- Every problem at its place -----------------------------------------------------------------------------

/// What is no corpus at all.
const WHOLE: &[(&[u8], &[&str])] = &[
    (b"", &["1:1  the file ends in the middle; it was probably cut off, so get it again"]),
    (b" \n\n ", &["3:2  the file ends in the middle; it was probably cut off, so get it again"]),
    (
        b"{\"standpoint\": 1,\n \"id\": \"a",
        &["2:10  the file ends in the middle; it was probably cut off, so get it again"],
    ),
    (
        b"{\"standpoint\": 1, \"title\": \"\xf0\x9f\x98",
        &["1:29  the file ends in the middle; it was probably cut off, so get it again"],
    ),
    (b"{\"standpoint\": 1,}", &["1:18  this is not JSON: key must be a string"]),
    (b"{\"standpoint\": 1}\n{}", &["2:1  this is not JSON: trailing characters"]),
    (b"{\"standpoint\": 1,\n \"id\": 'c'}", &["2:8  this is not JSON: expected value"]),
    (b"{\"standpoint\": 1 \"id\": \"c\"}", &["1:18  this is not JSON: expected `,` or `}`"]),
    (b"<html></html>", &["1:1  this is not JSON: expected value"]),
    (
        b"{\"standpoint\": 1, \"id\": \"\xff\"}",
        &["1:26  the file is not UTF-8 from here on; save it in this encoding"],
    ),
    (b"\xff\xfe{\0}\0", &["1:1  the file is not UTF-8 from here on; save it in this encoding"]),
    (b"null", &["1:1  this is no corpus: an object with \"standpoint\": 1 was expected"]),
    (b"\n [{\"standpoint\": 1}]", &["2:2  this is no corpus: an object with \"standpoint\": 1 was expected"]),
    (
        b"[1, \"c\", \"C\", \"en\"]",
        &["1:1  this is no corpus: an object with \"standpoint\": 1 was expected"],
    ),
    (b"{}", &["1:1  this is no corpus: an object with \"standpoint\": 1 was expected"]),
    (b"{\"title\": \"C\"}", &["1:1  this is no corpus: an object with \"standpoint\": 1 was expected"]),
    (b"{\"standpoint\": \"1\"}", &["1:16  this is no corpus: an object with \"standpoint\": 1 was expected"]),
    (b"{\"standpoint\": 0}", &["1:16  this is no corpus: an object with \"standpoint\": 1 was expected"]),
    (b"{\"standpoint\": 1.0}", &["1:16  this is no corpus: an object with \"standpoint\": 1 was expected"]),
    (b"{\"standpoint\": -1}", &["1:16  this is no corpus: an object with \"standpoint\": 1 was expected"]),
    (b"{\"standpoint\": null}", &["1:16  this is no corpus: an object with \"standpoint\": 1 was expected"]),
    (
        b"{\"standpoint\": 1}",
        &[
            "1:1  the key “id” is missing",
            "1:1  the key “title” is missing",
            "1:1  the key “language” is missing",
        ],
    ),
];

/// Problems of shape: what serde alone would refuse with its first sentence.
const SHAPE: &[Row] = &[
    (
        "head",
        r#""id": "c", "title": 7, "language": "en""#,
        &["2:21 title a number stands where a text was expected"],
    ),
    (
        "head",
        r#""id": "c", "title": ["C"], "language": "en""#,
        &["2:21 title a list stands where a text was expected"],
    ),
    (
        "head",
        r#""id": "c", "title": null, "language": "en""#,
        &["2:21 title null stands where a text was expected"],
    ),
    (
        "head",
        r#""id": {}, "title": "C", "language": "en""#,
        &["2:7 id an object stands where an id was expected"],
    ),
    (
        "head",
        r#""id": "c", "title": "C", "language": "en", "updated": 2024"#,
        &["2:55 updated a number stands where a date in quotation marks was expected"],
    ),
    ("coders", r#"["x", "X"]"#, &["4:1 coders[0] a list stands where an object was expected"]),
    ("coders", "null", &["4:1 coders[0] null stands where an object was expected"]),
    (
        "statements",
        r#"["s", "d", [{"exact": "One two"}], "direct", "a"]"#,
        &["12:1 statements[0] a list stands where an object was expected"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [["One two"]], "kind": "direct", "speaker": "a"}"#,
        &["12:40 statements[0].spans[0] a list stands where an object was expected"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "cue": ["three"]}"#,
        &["12:104 statements[0].cue a list stands where an object was expected"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "positions": [{"issue": "i", "stance": "open", "terms": [["three"]]}]}"#,
        &["12:154 statements[0].positions[0].terms[0] a list stands where an object was expected"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "positions": [{"issue": "i", "stance": "open", "terms": "three"}]}"#,
        &["12:153 statements[0].positions[0].terms a text stands where an object was expected"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "positions": [{"issue": "i", "stance": "open", "holder": 7}]}"#,
        &["12:154 statements[0].positions[0].holder a number stands where an id was expected"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "positions": [{"issue": "i", "stance": "open", "hedged": 1}]}"#,
        &["12:154 statements[0].positions[0].hedged a number stands where true or false was expected"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two", "start": -1}], "kind": "direct", "speaker": "a"}"#,
        &["12:70 statements[0].spans[0].start a number stands where a whole number from 0 was expected"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two", "start": 0.0}], "kind": "direct", "speaker": "a"}"#,
        &["12:70 statements[0].spans[0].start a number stands where a whole number from 0 was expected"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two", "end": 4294967296}], "kind": "direct", "speaker": "a"}"#,
        &["12:68 statements[0].spans[0].end a number stands where a whole number from 0 was expected"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two", "end": "7"}], "kind": "direct", "speaker": "a"}"#,
        &["12:68 statements[0].spans[0].end a text stands where a whole number from 0 was expected"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": {"id": "a"}}"#,
        &[
            r#"12:92 statements[0].speaker an object stands where an id, a list of ids, "@document" or null was expected"#,
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": ["a", null]}"#,
        &["12:98 statements[0].speaker[1] null stands where an id was expected"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "kind": "direct", "speaker": "a"}"#,
        &["12:81 statements[0].kind the key “kind” stands here a second time; keep one"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "about": {"statement": "z", "relation": "ends"}}"#,
        &["12:137 statements[0].about.relation “ends” is none of withdraws, corrects, disowns, repeats"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "about": {}}"#,
        &[
            "12:106 statements[0].about the key “statement” is missing",
            "12:106 statements[0].about the key “relation” is missing",
        ],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "man"}"#,
        &["6:34 actors[0].kind “man” is none of person, organisation, state, office, collective, unnamed"],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": 7}"#,
        &[
            "6:34 actors[0].kind a number stands where one of person, organisation, state, office, collective, unnamed was expected",
        ],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person", "names": []}"#,
        &["6:53 actors[0].names a list stands where an object was expected"],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person", "names": {"uk": 7}}"#,
        &["6:60 actors[0].names.uk a number stands where a text was expected"],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person", "names": {"uk": "А", "uk": "А"}}"#,
        &["6:66 actors[0].names.uk the key “uk” stands here a second time; keep one"],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person", "names": {"\ud83d": "А"}}"#,
        &["6:54 actors[0].names this text holds half a surrogate pair, which is no character"],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person", "note": "half \ud83d of it"}"#,
        &["6:52 actors[0].note this text holds half a surrogate pair, which is no character"],
    ),
    (
        "head",
        r#""id": "c", "title": "C", "titel": "C", "language": "en""#,
        &["2:26 titel unknown key “titel”; did you mean “title”?"],
    ),
    (
        "head",
        r#""id": "c", "title": "C", "language": "en", "former-ids": []"#,
        &["2:44 former-ids unknown key “former-ids”; did you mean “former_ids”?"],
    ),
    (
        "head",
        r#""id": "c", "title": "C", "language": "en", "Summary": """#,
        &["2:44 Summary unknown key “Summary”; did you mean “summary”?"],
    ),
    (
        "head",
        r#""id": "c", "title": "C", "language": "en", "colour": "red""#,
        &["2:44 colour unknown key “colour”; remove it"],
    ),
    (
        "head",
        r#""id": "c", "id": "c", "title": "C", "language": "en""#,
        &["2:12 id the key “id” stands here a second time; keep one"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct"}"#,
        &["12:1 statements[0] the key “speaker” is missing"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"prefix": "One "}], "kind": "direct", "speaker": "a"}"#,
        &["12:40 statements[0].spans[0] the key “exact” is missing"],
    ),
];

/// Errors of content: the corpus is refused.
const CONTENT: &[Row] = &[
    (
        "head",
        r#""id": "C", "title": "C", "language": "en""#,
        &["2:7 id “C” is no id: use a–z, 0–9, then also . _ -"],
    ),
    (
        "head",
        r#""id": "", "title": "C", "language": "en""#,
        &["2:7 id “” is no id: use a–z, 0–9, then also . _ -"],
    ),
    (
        "head",
        r#""id": "assets", "title": "C", "language": "en""#,
        &["2:7 id “assets” is a word that a site uses in its own addresses; choose another id"],
    ),
    (
        "head",
        r#""id": "c", "title": "C", "language": "en", "former_ids": ["b", "-b"]"#,
        &["2:64 former_ids[1] “-b” is no id: use a–z, 0–9, then also . _ -"],
    ),
    ("head", r#""id": "c", "title": " ", "language": "en""#, &["2:21 title this text is empty"]),
    (
        "head",
        r#""id": "c", "title": "C\nC", "language": "en""#,
        &["2:21 title the control character U+000A stands in this text; remove it"],
    ),
    (
        "head",
        r#""id": "c", "title": "C", "language": "english!""#,
        &["2:38 language “english!” is no language tag like en or pt-BR"],
    ),
    (
        "head",
        r#""id": "c", "title": "C", "language": "en", "contact": "ftp://x""#,
        &[
            "2:55 contact “ftp://x” is no address that a reader may follow: it must begin with https:// or http://",
        ],
    ),
    (
        "head",
        r#""id": "c", "title": "C", "language": "en", "updated": "2024-13""#,
        &["2:55 updated “2024-13” is no date: write YYYY, YYYY-MM or YYYY-MM-DD"],
    ),
    (
        "head",
        r#""id": "c", "title": "C", "language": "en", "version": "1\u009f""#,
        &["2:55 version the control character U+009F stands in this text; remove it"],
    ),
    (
        "coders",
        r#"{"id": "x", "name": "X"}, {"id": "x", "name": "Y"}"#,
        &["4:34 coders[1].id the coder id “x” is taken already"],
    ),
    ("coders", r#"{"id": "x", "name": ""}"#, &["4:21 coders[0].name this text is empty"]),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person"}, {"id": "a", "name": "B", "kind": "state"}"#,
        &["6:52 actors[1].id the actor id “a” is taken already"],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person", "former_ids": ["a"]}"#,
        &["6:59 actors[0].former_ids[0] the actor id “a” is taken already"],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person", "former_ids": ["o"]}, {"id": "b", "name": "B", "kind": "state", "former_ids": ["o"]}"#,
        &["6:123 actors[1].former_ids[0] the actor id “o” is taken already"],
    ),
    (
        "actors",
        r#"{"id": "A", "name": "A", "kind": "person", "former_ids": ["É"]}, {"id": "a", "name": "A", "kind": "person"}"#,
        &[
            "6:8 actors[0].id “A” is no id: use a–z, 0–9, then also . _ -",
            "6:59 actors[0].former_ids[0] “É” is no id: use a–z, 0–9, then also . _ -",
        ],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A\u0007", "kind": "person"}"#,
        &["6:21 actors[0].name the control character U+0007 stands in this text; remove it"],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person", "aliases": ["B", ""]}"#,
        &["6:61 actors[0].aliases[1] this text is empty"],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person", "names": {"e": "А"}}"#,
        &["6:59 actors[0].names.e “e” is no language tag like en or pt-BR"],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person", "part_of": "a"}"#,
        &["6:55 actors[0].part_of part_of leads round in a circle: a → a"],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person", "part_of": "q"}, {"id": "q", "name": "Q", "kind": "state", "part_of": "r"}, {"id": "r", "name": "R", "kind": "state", "part_of": "a"}"#,
        &["6:55 actors[0].part_of part_of leads round in a circle: a → q → r → a"],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person", "part_of": "q"}, {"id": "q", "name": "Q", "kind": "state", "part_of": "r"}, {"id": "r", "name": "R", "kind": "state", "part_of": "q"}"#,
        &["6:114 actors[1].part_of part_of leads round in a circle: q → r → q"],
    ),
    (
        "actors",
        r#"{"id": "B!", "name": "B", "kind": "state"}, {"id": "a", "name": "A", "kind": "person", "part_of": "B!"}"#,
        &["6:8 actors[0].id “B!” is no id: use a–z, 0–9, then also . _ -"],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person", "part_of": "nobody"}"#,
        &["6:55 actors[0].part_of there is no actor “nobody” in this corpus"],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person", "roles": [{"title": "T", "of": "nobody"}]}"#,
        &["6:75 actors[0].roles[0].of there is no actor “nobody” in this corpus"],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person", "roles": [{"title": "T", "from": "2024", "to": "2023"}]}"#,
        &["6:54 actors[0].roles[0] this ends before it begins"],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person", "roles": [{"title": "T", "from": "..", "to": ".."}]}"#,
        &["6:77 actors[0].roles[0].from “..” is no date: write YYYY, YYYY-MM or YYYY-MM-DD"],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person", "roles": [{"title": "T", "to": "now", "attested": "2023-02-29"}]}"#,
        &[
            "6:75 actors[0].roles[0].to “now” is no date: write YYYY, YYYY-MM or YYYY-MM-DD",
            "6:94 actors[0].roles[0].attested “2023-02-29” is no date: write YYYY, YYYY-MM or YYYY-MM-DD",
        ],
    ),
    (
        "issues",
        r#"{"id": "i", "label": "", "proposition": "It is so."}"#,
        &["8:22 issues[0].label this text is empty"],
    ),
    (
        "issues",
        r#"{"id": "i", "label": "I", "proposition": "It\tis."}"#,
        &["8:42 issues[0].proposition the control character U+0009 stands in this text; remove it"],
    ),
    (
        "issues",
        r#"{"id": "i", "label": "I", "proposition": "It is."}, {"id": "i", "label": "J", "proposition": "It is."}"#,
        &["8:60 issues[1].id the issue id “i” is taken already"],
    ),
    (
        "documents",
        r#"{"id": "d", "title": "D", "date": "2024-02-30", "text": "One two"}"#,
        &["10:35 documents[0].date “2024-02-30” is no date: write YYYY, YYYY-MM or YYYY-MM-DD"],
    ),
    (
        "documents",
        r#"{"id": "d", "title": "D", "date": "2024", "text": "One two", "url": "javascript:alert(1)"}"#,
        &[
            "10:69 documents[0].url “javascript:alert(1)” is no address that a reader may follow: it must begin with https:// or http://",
        ],
    ),
    (
        "documents",
        r#"{"id": "d", "title": "D", "date": "2024", "text": "One two", "archived": "https://"}"#,
        &[
            "10:74 documents[0].archived “https://” is no address that a reader may follow: it must begin with https:// or http://",
        ],
    ),
    (
        "documents",
        r#"{"id": "d", "title": "D", "date": "2024", "text": "One two", "sha256": "12"}"#,
        &["10:72 documents[0].sha256 a SHA-256 sum has 64 digits, 0–9 and a–f"],
    ),
    (
        "documents",
        r#"{"id": "d", "title": "D", "date": "2024", "text": "One two", "language": "e"}"#,
        &["10:74 documents[0].language “e” is no language tag like en or pt-BR"],
    ),
    (
        "documents",
        r#"{"id": "d", "title": "D", "date": "2024", "text": "One two"}, {"id": "e", "title": "E", "date": "2024", "text": ""}"#,
        &["10:113 documents[1].text this text is empty"],
    ),
    (
        "documents",
        r#"{"id": "d", "title": "D", "date": "2024", "text": "One two", "structure": [{"role": "heading", "exact": "Two"}]}"#,
        &["10:105 documents[0].structure[0].exact these words are not in the document: “Two”"],
    ),
    (
        "documents",
        r#"{"id": "d", "title": "D", "date": "2024", "text": "One two", "structure": [{"role": "heading", "exact": "One"}, {"role": "dateline", "exact": "ne two"}]}"#,
        &["10:113 documents[0].structure[1] this overlaps another one"],
    ),
    (
        "documents",
        r#"{"id": "index", "title": "D", "date": "2024", "text": "One"}, {"id": "d", "title": "D", "date": "2024", "text": "One two"}"#,
        &["10:8 documents[0].id “index” is a word that a site uses in its own addresses; choose another id"],
    ),
    (
        "documents",
        r#"{"id": "f", "title": "F", "date": "never", "text": "Six"}, {"id": "d", "title": "D", "date": "2024", "text": "One two"}, {"id": "g", "title": "G", "date": "2024", "text": "Seven"}"#,
        &["10:35 documents[0].date “never” is no date: write YYYY, YYYY-MM or YYYY-MM-DD"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "q", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a"}"#,
        &["12:25 statements[0].document there is no document “q” in this corpus"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [], "kind": "direct", "speaker": "a"}"#,
        &["12:39 statements[0].spans a statement has at least one span of words"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": []}"#,
        &["12:92 statements[0].speaker an empty list of speakers; write null when the text leaves it open"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "nobody"}"#,
        &["12:92 statements[0].speaker there is no actor “nobody” in this corpus"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": ["nobody"]}"#,
        &["12:93 statements[0].speaker[0] there is no actor “nobody” in this corpus"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": ["a", "@document"]}"#,
        &["12:98 statements[0].speaker[1] there is no actor “@document” in this corpus"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "addressees": ["z"]}"#,
        &["12:112 statements[0].addressees[0] there is no actor “z” in this corpus"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "on_behalf_of": "z"}"#,
        &["12:113 statements[0].on_behalf_of there is no actor “z” in this corpus"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "via": [{"actor": null}, {"actor": "z"}]}"#,
        &["12:132 statements[0].via[1].actor there is no actor “z” in this corpus"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "parent": "z"}"#,
        &["12:107 statements[0].parent there is no statement “z” in this corpus"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "date": "24-05-06"}"#,
        &["12:105 statements[0].date “24-05-06” is no date: write YYYY, YYYY-MM or YYYY-MM-DD"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "occasion": "a\u0000"}"#,
        &["12:109 statements[0].occasion the control character U+0000 stands in this text; remove it"],
    ),
    (
        "statements",
        r#"{"id": "404.html", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a"}"#,
        &[
            "12:8 statements[0].id “404.html” is a word that a site uses in its own addresses; choose another id",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a"}, {"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a"}"#,
        &["12:105 statements[1].id the statement id “s” is taken already"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two", "lang": "Klingon language"}], "kind": "direct", "speaker": "a"}"#,
        &["12:69 statements[0].spans[0].lang “Klingon language” is no language tag like en or pt-BR"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "mixed", "speaker": "a"}"#,
        &[
            "12:40 statements[0].spans[0] in a mixed statement every span says whether it is quoted, true or false",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two", "quoted": true}], "kind": "mixed", "speaker": "a"}"#,
        &["12:39 statements[0].spans a mixed statement has at least one quoted span and one that is not"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two", "quoted": true}], "kind": "indirect", "speaker": "a"}"#,
        &[
            "12:71 statements[0].spans[0].quoted “quoted” contradicts the kind of this statement; make it mixed or leave the key out",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two", "quoted": false}], "kind": "scare", "speaker": "a"}"#,
        &[
            "12:71 statements[0].spans[0].quoted “quoted” contradicts the kind of this statement; make it mixed or leave the key out",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "parent": "s"}"#,
        &["12:107 statements[0].parent parent leads round in a circle: s → s"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "parent": "t"}, {"id": "t", "document": "d", "spans": [{"exact": "One"}], "kind": "direct", "speaker": "a", "parent": "s"}"#,
        &["12:107 statements[0].parent parent leads round in a circle: s → t → s"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "positions": [{"issue": "j", "stance": "open"}]}"#,
        &["12:121 statements[0].positions[0].issue there is no issue “j” in this corpus"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "positions": [{"issue": "i", "stance": "open", "coder": "z"}]}"#,
        &["12:153 statements[0].positions[0].coder there is no coder “z” in this corpus"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "positions": [{"issue": "i", "stance": "open", "holder": ["b", "z"]}]}"#,
        &["12:160 statements[0].positions[0].holder[1] there is no actor “z” in this corpus"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "positions": [{"issue": "i", "stance": "supports"}, {"issue": "i", "stance": "opposes"}]}"#,
        &[
            "12:159 statements[0].positions[1].issue the same coder codes this issue twice for the same holder",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "about": {"statement": "s", "relation": "repeats"}}"#,
        &["12:106 statements[0].about about leads round in a circle: s → s"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "about": {"statement": "z", "relation": "repeats"}}"#,
        &["12:120 statements[0].about.statement there is no statement “z” in this corpus"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a"}, {"id": "t", "document": "d", "spans": [{"exact": "three"}], "kind": "direct", "speaker": "b", "about": {"statement": "s", "relation": "disowns"}}"#,
        &[
            "12:215 statements[1].about.statement “s” is neither by the same actor nor for the same body; about names an earlier statement of one’s own",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "date": "2024-02"}, {"id": "t", "document": "d", "spans": [{"exact": "three"}], "kind": "direct", "speaker": "a", "date": "2024-01-31", "about": {"statement": "s", "relation": "corrects"}}"#,
        &["12:256 statements[1].about.statement “s” was said later; about names an earlier statement"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "positions": [{"issue": "i", "stance": "open", "holder": ["b", "a"]}]}"#,
        &[
            "12:154 statements[0].positions[0].holder “a” speaks here, so that its position needs no holder; leave the holder out, and give whoever else is spoken of a position of their own",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "positions": [{"issue": "i", "stance": "open", "condition": {"exact": "three", "label": "\r"}}]}"#,
        &[
            "12:185 statements[0].positions[0].condition.label the control character U+000D stands in this text; remove it",
        ],
    ),
];

/// Faults of one statement: it is left out, the rest is shown.
const FAULTS: &[Row] = &[
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "Two"}], "kind": "direct", "speaker": "a"}"#,
        &["12:50 statements[0].spans[0].exact these words are not in the document: “Two”"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One  two"}], "kind": "direct", "speaker": "a"}"#,
        &["12:50 statements[0].spans[0].exact these words are not in the document: “One  two”"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "two,\nfour"}], "kind": "direct", "speaker": "a"}"#,
        &["12:50 statements[0].spans[0].exact these words are not in the document: “two, four”"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}], "kind": "direct", "speaker": "a"}"#,
        &[
            "12:50 statements[0].spans[0].exact these words are not in the document: “xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…”",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "two"}], "kind": "direct", "speaker": "a"}"#,
        &[
            "12:50 statements[0].spans[0].exact these words occur 2 times, so prefix, suffix or start and end must single one out: “two”",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "t", "prefix": " "}], "kind": "direct", "speaker": "a"}"#,
        &[
            "12:50 statements[0].spans[0].exact these words occur 3 times, so prefix, suffix or start and end must single one out: “t”",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": ""}], "kind": "direct", "speaker": "a"}"#,
        &["12:50 statements[0].spans[0].exact this text is empty"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One", "suffix": " three"}], "kind": "direct", "speaker": "a"}"#,
        &[
            "12:50 statements[0].spans[0].exact the words are there, but not with this prefix and suffix around them",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One", "prefix": "x"}], "kind": "direct", "speaker": "a"}"#,
        &[
            "12:50 statements[0].spans[0].exact the words are there, but not with this prefix and suffix around them",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One", "start": 0, "end": 3, "suffix": "two"}], "kind": "direct", "speaker": "a"}"#,
        &[
            "12:50 statements[0].spans[0].exact the words are there, but not with this prefix and suffix around them",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "two", "start": 4, "suffix": " four"}], "kind": "direct", "speaker": "a"}"#,
        &[
            "12:50 statements[0].spans[0].exact the words are there, but not with this prefix and suffix around them",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "two", "start": 5, "end": 8}], "kind": "direct", "speaker": "a"}"#,
        &["12:50 statements[0].spans[0].exact at this start and end the document has other words: “wo ”"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One", "start": 1}], "kind": "direct", "speaker": "a"}"#,
        &["12:50 statements[0].spans[0].exact at this start and end the document has other words: “ne ”"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One", "end": 4}], "kind": "direct", "speaker": "a"}"#,
        &["12:50 statements[0].spans[0].exact at this start and end the document has other words: “ne ”"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "two", "start": 4, "end": 9}], "kind": "direct", "speaker": "a"}"#,
        &["12:50 statements[0].spans[0].exact at this start and end the document has other words: “two t”"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "Two", "start": 4, "end": 7}], "kind": "direct", "speaker": "a"}"#,
        &["12:50 statements[0].spans[0].exact these words are not in the document: “Two”"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "two", "start": 5, "end": 900}], "kind": "direct", "speaker": "a"}"#,
        &[
            "12:50 statements[0].spans[0].exact start and end do not lie in the document, which has 24 code points",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "two", "start": 8, "end": 5}], "kind": "direct", "speaker": "a"}"#,
        &[
            "12:50 statements[0].spans[0].exact start and end do not lie in the document, which has 24 code points",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "two", "end": 2}], "kind": "direct", "speaker": "a"}"#,
        &[
            "12:50 statements[0].spans[0].exact start and end do not lie in the document, which has 24 code points",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "two", "start": 4294967295}], "kind": "direct", "speaker": "a"}"#,
        &[
            "12:50 statements[0].spans[0].exact start and end do not lie in the document, which has 24 code points",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}, {"exact": "two three"}], "kind": "direct", "speaker": "a"}"#,
        &["12:72 statements[0].spans[1].exact this overlaps another one"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}, {"exact": "One two"}], "kind": "direct", "speaker": "a"}"#,
        &["12:72 statements[0].spans[1].exact this overlaps another one"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "cue": {"exact": "said"}}"#,
        &["12:114 statements[0].cue.exact these words are not in the document: “said”"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "via": [{"actor": null, "cue": {"exact": "heard"}}]}"#,
        &["12:138 statements[0].via[0].cue.exact these words are not in the document: “heard”"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "positions": [{"issue": "i", "stance": "open", "spans": [{"exact": "four"}]}]}"#,
        &["12:164 statements[0].positions[0].spans[0].exact these words are not inside the statement"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "positions": [{"issue": "i", "stance": "open", "spans": [{"exact": "two three"}]}]}"#,
        &["12:164 statements[0].positions[0].spans[0].exact these words are not inside the statement"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "positions": [{"issue": "i", "stance": "open", "condition": {"exact": "if"}}]}"#,
        &["12:167 statements[0].positions[0].condition.exact these words are not in the document: “if”"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "positions": [{"issue": "i", "stance": "open", "terms": [{"exact": "four"}, {"exact": "so"}]}]}"#,
        &["12:183 statements[0].positions[0].terms[1].exact these words are not in the document: “so”"],
    ),
    (
        "statements",
        r#"{"id": "s", "cue": {"exact": "said"}, "document": "d", "spans": [{"exact": "Two"}], "kind": "direct", "speaker": "a"}"#,
        &[
            "12:30 statements[0].cue.exact these words are not in the document: “said”",
            "12:76 statements[0].spans[0].exact these words are not in the document: “Two”",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a"}, {"id": "t", "document": "d", "spans": [{"exact": "three"}], "kind": "direct", "speaker": "a", "parent": "s"}"#,
        &["12:202 statements[1].parent these words are not inside those of the parent “s”"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a"}, {"id": "t", "document": "d", "spans": [{"exact": "two three"}], "kind": "direct", "speaker": "a", "parent": "s"}"#,
        &["12:206 statements[1].parent these words are not inside those of the parent “s”"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One"}, {"exact": "three"}], "kind": "direct", "speaker": "a"}, {"id": "t", "document": "d", "spans": [{"exact": "One two three"}], "kind": "direct", "speaker": "a", "parent": "s"}"#,
        &["12:226 statements[1].parent these words are not inside those of the parent “s”"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a"}, {"id": "t", "document": "e", "spans": [{"exact": "Five"}], "kind": "direct", "speaker": "a", "parent": "s"}"#,
        &["12:201 statements[1].parent the parent “s” is a statement of another document"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "Two"}], "kind": "direct", "speaker": "a"}, {"id": "t", "document": "d", "spans": [{"exact": "One"}], "kind": "direct", "speaker": "a", "parent": "s"}, {"id": "u", "document": "d", "spans": [{"exact": "One"}], "kind": "direct", "speaker": "a", "parent": "t"}"#,
        &[
            "12:50 statements[0].spans[0].exact these words are not in the document: “Two”",
            "12:196 statements[1].parent its parent “s” could not be placed",
            "12:304 statements[2].parent its parent “t” could not be placed",
        ],
    ),
];

/// Files that take a loop to write.
fn large() -> Vec<(Vec<u8>, String)> {
    let deep = |brackets| {
        let (open, close) = ("[".repeat(brackets), "]".repeat(brackets));
        with("head", &format!(r#""id": "c", "title": "C", "language": "en", "x": {open}{close}"#))
            .into_bytes()
    };
    let head = |key: &str, text: &str| {
        with("head", &format!(r#""id": "c", "title": "C", "language": "en", "{key}": "{text}""#)).into_bytes()
    };
    let nested: Vec<Value> = (0..=17)
        .map(|at: usize| {
            let parent = at.checked_sub(1).map(|parent| format!("s{parent}"));
            json!({ "id": format!("s{at}"), "document": "d", "spans": [{ "exact": "One" }], "kind": "direct",
                "speaker": "a", "parent": parent })
        })
        .collect();
    let nested = of_statements("One two", nested.into());
    let parent = place(nested.as_bytes(), nested.find("\"parent\":\"s16\"").unwrap() + 9);
    let coders: Vec<String> = (0..=100_000).map(|at| format!(r#"{{"id":"c{at}","name":"C"}}"#)).collect();
    let text = |length: usize| {
        with(
            "documents",
            &format!(
                r#"{{"id": "d", "title": "D", "date": "2024", "text": "One two{}"}}"#,
                "x".repeat(length - 7)
            ),
        )
    };
    vec![
        (vec![0; (256 << 20) + 1], "1:1  more than 268435456 bytes in a file; split the corpus".into()),
        (deep(100), "2:44 x unknown key “x”; remove it".into()),
        (deep(101), "1:1  brackets stand inside each other too deeply".into()),
        (
            with("coders", &coders.join(",")).into(),
            "3:13 coders more than 100000 coders; split the corpus".into(),
        ),
        (head("version", &"é".repeat(2049)), "2:55 version this text is longer than 4096 bytes".into()),
        (head("summary", &"x".repeat(65_537)), "2:55 summary this text is longer than 65536 bytes".into()),
        (
            with("coders", &format!(r#"{{"id": "{}", "name": "X"}}"#, "x".repeat(4097))).into(),
            format!("4:8 coders[0].id “{}…” is no id: use a–z, 0–9, then also . _ -", "x".repeat(60)),
        ),
        (
            text((16 << 20) + 1).into(),
            "10:51 documents[0].text this text is longer than 16777216 bytes".into(),
        ),
        (
            nested.clone().into(),
            format!(
                "{}:{} statements[17].parent statements stand inside statements more than 16 deep",
                parent.0, parent.1
            ),
        ),
    ]
}

#[test]
fn what_is_no_corpus_at_all_is_told_in_one_run() {
    for (file, told) in WHOLE {
        check(file, told);
        assert!(Corpus::read(file).is_err());
    }
}

#[test]
fn a_later_format_asks_for_a_newer_reader_and_for_nothing_else() {
    let newer = |place: &str, version: &str| {
        format!(
            "{place}  this corpus is written in format {version}, and this reader knows format 1; use a newer Standpoint"
        )
    };
    for (file, place, version) in [
        ("{\"standpoint\": 2}", "1:16", "2"),
        ("{\"colour\": [],\n \"standpoint\": 17, \"id\": 4, \"id\": null}", "2:16", "17"),
        ("\u{feff}{\"standpoint\": 2}", "1:16", "2"),
    ] {
        check(file, &[&newer(place, version)]);
    }
    check(with("", "").replacen("\"standpoint\": 1", "\"standpoint\": 2", 1), &[&newer("1:16", "2")]);
}

#[test]
fn every_error_is_told_at_its_place_and_refuses_the_corpus() {
    check_rows(SHAPE);
    check_rows(CONTENT);
    for (place, text, _) in SHAPE.iter().chain(CONTENT) {
        let file = with(place, text);
        assert!(Corpus::read(file.as_bytes()).is_err(), "{place}: {text}");
    }
}

#[test]
fn every_fault_is_told_at_its_place_and_leaves_the_corpus_readable() {
    check_rows(FAULTS);
    for (place, text, _) in FAULTS {
        let file = with(place, text);
        let reading = Corpus::read(file.as_bytes()).unwrap();
        assert_eq!(
            reading.corpus.statements.len() + reading.orphans.len(),
            reading.statement_count,
            "{text}"
        );
        assert!(reading.orphans.iter().all(|fault| !fault.problems.is_empty()), "{text}");
    }
}

#[test]
fn what_is_too_large_is_told_with_its_limit() {
    for (file, told) in large() {
        check(file, &[&told]);
    }
}

#[test]
fn what_is_just_small_enough_is_read() {
    let head = |id: usize, title: &str, summary: usize| {
        let (id, summary) = ("c".repeat(id), "s".repeat(summary));
        with(
            "head",
            &format!(r#""id": "{id}", "title": "{title}", "language": "en", "summary": "{summary}""#),
        )
    };
    let read = corpus(&head(4096, &"é".repeat(2048), 65_536));
    assert_eq!((read.id.as_str().len(), read.title.len(), read.summary.unwrap().len()), (4096, 4096, 65_536));
    check(head(1, &"é".repeat(2049), 0), &["2:21 title this text is longer than 4096 bytes"]);
    let inside = |count: usize| {
        let one = |at: usize| {
            let parent = at.checked_sub(1).map(|parent| format!("s{parent}"));
            json!({ "id": format!("s{at}"), "document": "d", "spans": [{ "exact": "One" }], "kind": "direct",
                "speaker": "a", "parent": parent })
        };
        corpus(&of_statements("One two", (0..=count).map(one).collect()))
    };
    let read = inside(16);
    assert_eq!(read.statements[read.statement_by_id("s16").unwrap()].via.len(), 16);
}

#[test]
fn every_kind_of_problem_is_reached_by_some_row() {
    let source = include_str!("../src/corpus/json/problem.rs");
    let body = source.split("pub enum Problem {\n").nth(1).unwrap().split("\n}").next().unwrap();
    let name = |line: &str| line.trim().split(|c: char| !c.is_alphanumeric()).next().unwrap().to_owned();
    let known: BTreeSet<String> = body.lines().map(name).filter(|name| !name.is_empty()).collect();
    assert!(known.contains("NotUtf8") && known.contains("OutsideStatement"), "{known:?}");
    let mut files: Vec<Vec<u8>> = WHOLE.iter().map(|(file, _)| file.to_vec()).collect();
    files.extend(
        [SHAPE, CONTENT, FAULTS].concat().iter().map(|(place, text, _)| with(place, text).into_bytes()),
    );
    // Those that take long to read are small ones in another dress.
    files.extend(
        large().into_iter().map(|(file, _)| file).filter(|file| file.len() < 1 << 20 || file[0] == 0),
    );
    files.push(b"{\"standpoint\": 2}".to_vec());
    let reached: BTreeSet<String> =
        files.iter().flat_map(|file| problems(file)).map(|at| name(&format!("{:?}", at.problem))).collect();
    assert_eq!(known, reached);
}

#[test]
fn a_dozen_problems_of_one_file_are_told_in_one_run_in_the_order_of_the_file() {
    let file = r#"{"standpoint": 1,
"id": "C", "title": "", "language": "en", "updated": "May",
"actors": [{"id": "a", "name": "A", "kind": "person", "part_of": "z"},
  {"id": "a", "name": "A", "kind": "person"}],
"statements": [
  {"id": "s", "document": "d", "spans": [{"exact": "One"}], "kind": "direct", "speaker": "a"},
  {"id": "t", "document": "d", "spans": [{"exact": "two"}], "kind": "direct", "speaker": "y", "parent": "s"},
  {"id": "u", "document": "d", "spans": [{"exact": "Two"}], "kind": "direct", "speaker": [], "parent": "s"},
  {"id": "v", "document": "d", "spans": [{"exact": "two"}], "kind": "mixed", "speaker": null, "parent": "u"}],
"documents": [{"id": "e", "title": "E", "date": "1", "text": "Five"}, {"id": "d", "title": "D", "date": "2024", "text": "One two"}]}"#;
    let told = [
        "2:7 id “C” is no id: use a–z, 0–9, then also . _ -",
        "2:21 title this text is empty",
        "2:54 updated “May” is no date: write YYYY, YYYY-MM or YYYY-MM-DD",
        "3:66 actors[0].part_of there is no actor “z” in this corpus",
        "4:10 actors[1].id the actor id “a” is taken already",
        "7:90 statements[1].speaker there is no actor “y” in this corpus",
        "7:105 statements[1].parent these words are not inside those of the parent “s”",
        "8:52 statements[2].spans[0].exact these words are not in the document: “Two”",
        "8:90 statements[2].speaker an empty list of speakers; write null when the text leaves it open",
        "9:42 statements[3].spans[0] in a mixed statement every span says whether it is quoted, true or false",
        "9:105 statements[3].parent its parent “u” could not be placed",
        "10:49 documents[0].date “1” is no date: write YYYY, YYYY-MM or YYYY-MM-DD",
    ];
    check(file, &told);
}

#[test]
fn all_problems_of_shape_are_told_in_one_run_too() {
    let file = r#"{"standpoint": 1, "id": 1, "titel": "C", "language": null,
"coders": {}, "actors": [7, {"id": "a", "id": "a", "kind": "man"}],
"issues": [{"id": "i", "label": [], "proposition": "\udc00"}]}"#;
    check(
        file,
        &[
            "1:1  the key “title” is missing",
            "1:25 id a number stands where an id was expected",
            "1:28 titel unknown key “titel”; did you mean “title”?",
            "1:54 language null stands where a text was expected",
            "2:11 coders an object stands where a list was expected",
            "2:26 actors[0] a number stands where an object was expected",
            "2:29 actors[1] the key “name” is missing",
            "2:41 actors[1].id the key “id” stands here a second time; keep one",
            "2:60 actors[1].kind “man” is none of person, organisation, state, office, collective, unnamed",
            "3:33 issues[0].label a list stands where a text was expected",
            "3:52 issues[0].proposition this text holds half a surrogate pair, which is no character",
        ],
    );
}

// ---- What is left out, what is shown ------------------------------------------------------------------------

#[test]
fn a_statement_that_cannot_be_placed_is_left_out_with_what_stands_inside_it() {
    let file = with(
        "statements",
        r#"{"id": "lost", "document": "d", "spans": [{"exact": "five"}, {"exact": "six"}], "kind": "direct", "speaker": "a"},
           {"id": "child", "document": "d", "spans": [{"exact": "One"}], "kind": "direct", "speaker": "b", "parent": "lost"},
           {"id": "grandchild", "document": "d", "spans": [{"exact": "One"}], "kind": "direct", "speaker": "b", "parent": "child"},
           {"id": "kept", "document": "d", "spans": [{"exact": "four"}], "kind": "direct", "speaker": "a"},
           {"id": "inside", "document": "d", "spans": [{"exact": "four"}], "kind": "direct", "speaker": null, "parent": "kept"}"#,
    );
    let reading = Corpus::read(file.as_bytes()).unwrap();
    let kept: Vec<&str> = reading.corpus.statements.iter().map(|(_, s)| s.id.as_str()).collect();
    assert_eq!((kept, reading.statement_count), (vec!["kept", "inside"], 5));
    assert_eq!(reading.corpus.statement_by_id("lost"), None);
    let inside = reading.corpus.statement_by_id("inside").unwrap();
    assert_eq!(reading.corpus.statements[inside].parent, reading.corpus.statement_by_id("kept"));
    let orphans: Vec<(&str, &str, &str, Vec<String>)> = reading
        .orphans
        .iter()
        .map(|fault| {
            let told = fault.problems.iter().map(|at| at.problem.to_string()).collect();
            (fault.statement.as_str(), fault.document.as_str(), fault.words.as_str(), told)
        })
        .collect();
    let not_found = |words| format!("these words are not in the document: “{words}”");
    assert_eq!(
        orphans,
        [
            ("lost", "d", "five", vec![not_found("five"), not_found("six")]),
            ("child", "d", "One", vec!["its parent “lost” could not be placed".to_owned()]),
            ("grandchild", "d", "One", vec!["its parent “child” could not be placed".to_owned()]),
        ]
    );
}

#[test]
fn a_fault_shows_eighty_characters_of_its_words() {
    let file = of_statements(
        "One",
        json!([{ "id": "s", "document": "d", "spans": [{ "exact": "東".repeat(81) }], "kind": "direct", "speaker": "a" }]),
    );
    assert_eq!(Corpus::read(file.as_bytes()).unwrap().orphans[0].words, "東".repeat(80));
}

#[test]
fn with_an_error_the_faults_are_told_as_well() {
    let good =
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a"}"#;
    let file = with(
        "statements",
        &format!("{},\n{}", good.replace("One two", "Two"), good.replace("\"a\"", "\"z\"")),
    );
    check(
        &file,
        &[
            "12:50 statements[0].spans[0].exact these words are not in the document: “Two”",
            "13:8 statements[1].id the statement id “s” is taken already",
            "13:92 statements[1].speaker there is no actor “z” in this corpus",
        ],
    );
    assert!(Corpus::read(file.as_bytes()).is_err());
}

#[test]
fn an_empty_corpus_is_a_corpus() {
    let read = corpus(r#"{"standpoint": 1, "id": "c", "title": "C", "language": "en"}"#);
    assert_eq!((read.documents.len(), read.statements.len(), read.speakers()), (0, 0, 0));
    assert!(read.statements.is_empty() && read.statements.key(0).is_none());
}

#[test]
fn null_and_nothing_mean_the_same() {
    let without: Value = serde_json::from_str(&with("", "")).unwrap();
    let mut nulls = without.clone();
    for (at, keys) in [
        ("", "$schema former_ids summary version updated contact license method"),
        ("/actors/0", "former_ids aliases roles part_of names note"),
        ("/issues/0", "type former_ids"),
        ("/documents/0", "former_ids language publisher author url archived license sha256 note structure"),
        (
            "/statements/0",
            "former_ids act on_behalf_of via addressees occasion cue date parent about positions confidence note",
        ),
        ("/statements/0/spans/0", "prefix suffix start end lang quoted"),
    ] {
        let object = nulls.pointer_mut(at).unwrap().as_object_mut().unwrap();
        for key in keys.split(' ') {
            assert!(object.insert(key.to_owned(), Value::Null).is_none(), "{key}");
        }
    }
    assert_eq!(corpus(&nulls.to_string()), corpus(&without.to_string()));
}

// ---- Words and their places ---------------------------------------------------------------------------------

#[test]
fn offsets_are_code_points_whatever_stands_in_front() {
    let text = "😀e\u{301}東 one, two, one";
    let placed = |span: Value| {
        let file = of_statements(
            text,
            json!([{ "id": "s", "document": "d", "spans": [span], "kind": "direct", "speaker": null }]),
        );
        let read = corpus(&file);
        let (_, statement) = read.statements.iter().next().unwrap();
        let words: Vec<String> = read.words(statement).map(str::to_owned).collect();
        let span = statement.spans[0].span;
        (words.concat(), span.start(), span.end())
    };
    for (span, words, start, end) in [
        (json!({ "exact": "one", "start": 5, "end": 8 }), "one", 5, 8),
        (json!({ "exact": "one", "start": 15 }), "one", 15, 18),
        (json!({ "exact": "one", "end": 8 }), "one", 5, 8),
        (json!({ "exact": "one", "prefix": "東 " }), "one", 5, 8),
        (json!({ "exact": "one", "suffix": ", two" }), "one", 5, 8),
        (json!({ "exact": "one", "prefix": "two, " }), "one", 15, 18),
        (json!({ "exact": "two" }), "two", 10, 13),
        (json!({ "exact": "\u{301}東" }), "\u{301}東", 2, 4),
        (json!({ "exact": "😀" }), "😀", 0, 1),
        (json!({ "exact": "e", "prefix": "😀" }), "e", 1, 2),
        (json!({ "exact": text, "start": 0, "end": 18 }), text, 0, 18),
    ] {
        assert_eq!(placed(span.clone()), (words.to_owned(), start, end), "{span}");
    }
    // The offsets that UTF-16 units or bytes would give.
    for (start, found) in [(6, "ne,"), (11, "wo,")] {
        let file = of_statements(
            text,
            json!([{ "id": "s", "document": "d", "spans": [{ "exact": "one", "start": start }], "kind": "direct", "speaker": null }]),
        );
        let told = problems(file.as_bytes()).remove(0).problem;
        assert_eq!(told, Problem::OffsetsDisagree { found: found.to_owned() });
    }
}

#[test]
fn a_text_is_never_normalised() {
    for (text, exact) in
        [("caf\u{e9}", "cafe\u{301}"), ("ﬁne", "fine"), ("a\u{a0}b", "a b"), ("a\r\nb", "a\nb")]
    {
        let file = of_statements(
            text,
            json!([{ "id": "s", "document": "d", "spans": [{ "exact": exact }], "kind": "direct", "speaker": null }]),
        );
        assert_eq!(problems(file.as_bytes())[0].problem, Problem::NotFound(exact.to_owned()));
    }
}

#[test]
fn overlapping_occurrences_count() {
    for (text, exact, times) in
        [("aaa", "aa", 2), ("ababa", "aba", 2), ("東東東東", "東東東", 2), ("aaaa", "a", 4)]
    {
        let file = of_statements(
            text,
            json!([{ "id": "s", "document": "d", "spans": [{ "exact": exact }], "kind": "direct", "speaker": null }]),
        );
        let found = problems(file.as_bytes()).remove(0).problem;
        assert_eq!(found, Problem::Ambiguous { words: exact.to_owned(), times }, "{exact} in {text}");
    }
}

#[test]
fn spans_that_touch_hold_a_child_as_one() {
    let two = json!([
        { "id": "s", "document": "d", "spans": [{ "exact": "two" }, { "exact": "One " }], "kind": "direct", "speaker": "a" },
        { "id": "t", "document": "d", "spans": [{ "exact": "ne tw" }], "kind": "direct", "speaker": "b", "parent": "s" }]);
    let read = corpus(&of_statements("One two", two));
    let parent = &read.statements[read.statement_by_id("s").unwrap()];
    assert_eq!(read.words(parent).collect::<Vec<_>>(), ["One ", "two"], "spans are put into reading order");
}

#[test]
fn a_byte_order_mark_is_tolerated_and_moves_no_place() {
    let marked = |file: &str| format!("\u{feff}{file}");
    assert_eq!(corpus(&marked(&with("", ""))), corpus(&with("", "")));
    check(
        marked(r#"{"standpoint": 1, "id": "C", "title": "C", "language": "en"}"#),
        &["1:25 id “C” is no id: use a–z, 0–9, then also . _ -"],
    );
    check(marked(&marked("{}")), &["1:1  this is not JSON: expected value"]);
}

#[test]
fn columns_are_bytes_and_lines_end_at_line_feeds() {
    check(
        "{\"standpoint\": 1, \"title\": \"東😀\", \"id\":\r\n\t\"É\", \"language\": \"en\"}",
        &["2:2 id “É” is no id: use a–z, 0–9, then also . _ -"],
    );
    check(
        "{\"standpoint\": 1, \"title\": \"東😀\", \"id\": \"É\", \"language\": \"en\"}",
        &["1:45 id “É” is no id: use a–z, 0–9, then also . _ -"],
    );
}

#[test]
fn a_file_cut_off_anywhere_is_told_to_be_cut_off() {
    let file = EVERY_KEY.trim_end().as_bytes();
    // Every seventh byte: keys, words, numbers and halves of characters are all met.
    for at in (0..file.len()).step_by(7) {
        let told = problems(&file[..at]);
        let (line, column) = place(file, at);
        let cut = LocatedProblem { path: String::new(), line, column, problem: Problem::CutOff };
        // Half a character at the end is where reading stopped.
        let split = std::str::from_utf8(&file[..at]).map_or_else(|e| at - e.valid_up_to(), |_| 0);
        let cut = LocatedProblem { column: cut.column - split, ..cut };
        assert_eq!(told, [cut], "cut off after {at} bytes");
    }
}

// ---- What is derived ----------------------------------------------------------------------------------------

#[test]
fn a_child_is_relayed_by_its_parents_chain_then_its_speaker_then_its_own() {
    let file = with(
        "statements",
        r#"{"id": "innermost", "document": "d", "spans": [{"exact": "three"}], "kind": "direct", "speaker": "b", "parent": "inner", "via": [{"actor": "a"}]},
           {"id": "inner", "document": "d", "spans": [{"exact": "two three"}], "kind": "direct", "speaker": null, "parent": "outer", "via": [{"actor": null, "cue": {"exact": "four"}}]},
           {"id": "outer", "document": "d", "spans": [{"exact": "One two three"}], "kind": "indirect", "speaker": ["a", "b"], "cue": {"exact": "two four"}, "via": [{"actor": "b"}]},
           {"id": "writer", "document": "e", "spans": [{"exact": "Five"}], "kind": "indirect", "speaker": "@document"},
           {"id": "in-writer", "document": "e", "spans": [{"exact": "ive"}], "kind": "indirect", "speaker": "a", "parent": "writer"}"#,
    );
    let read = corpus(&file);
    let (a, b) = (read.actor_by_id("a").unwrap(), read.actor_by_id("b").unwrap());
    let one = |actor| Speaker::Actors(vec![actor]);
    let cued = |relay: &Relay| {
        let cue = relay.cue.map(|span| read.documents[read.document_by_id("d").unwrap()].text.get(span));
        (relay.by.clone(), cue.unwrap_or_default().to_owned())
    };
    let outer = [(one(b), String::new())];
    let inner =
        [&outer[..], &[(Speaker::Actors(vec![a, b]), "two four".into()), (Speaker::Unnamed, "four".into())]]
            .concat();
    let innermost = [&inner[..], &[(Speaker::Unnamed, String::new()), (one(a), String::new())]].concat();
    for (id, parent, chain) in [
        ("outer", None, &outer[..]),
        ("inner", Some("outer"), &inner),
        ("innermost", Some("inner"), &innermost),
        ("writer", None, &[]),
        ("in-writer", Some("writer"), &[(Speaker::Document, String::new())]),
    ] {
        let statement = &read.statements[read.statement_by_id(id).unwrap()];
        assert_eq!(statement.via.iter().map(cued).collect::<Vec<_>>(), chain, "{id}");
        assert_eq!(statement.parent, parent.and_then(|parent| read.statement_by_id(parent)), "{id}");
    }
    assert_eq!(read.speakers(), 2);
}

#[test]
fn statements_stand_in_reading_order_a_parent_before_its_children() {
    let statement = |id: &str, document: &str, exact: &str, parent: Value| json!({ "id": id, "document": document, "spans": [{ "exact": exact }], "kind": "direct", "speaker": "a", "parent": parent });
    let mut file: Value = serde_json::from_str(&with("", "")).unwrap();
    file["statements"] = json!([
        statement("last", "e", "Five", Value::Null),
        statement("same-in-same", "d", "One two", json!("same")),
        statement("same", "d", "One two", json!("outer")),
        statement("tail", "d", "four", Value::Null),
        statement("short", "d", "One", json!("same-in-same")),
        statement("outer", "d", "One two", Value::Null),
        statement("middle", "d", "three", Value::Null),
    ]);
    let read = corpus(&file.to_string());
    let order: Vec<&str> = read.statements.iter().map(|(_, s)| s.id.as_str()).collect();
    assert_eq!(order, ["outer", "same", "same-in-same", "short", "middle", "tail", "last"]);
}

#[test]
fn roles_groups_and_rows_follow_the_day() {
    let file = with(
        "actors",
        r#"{"id": "p", "name": "P", "kind": "person", "part_of": "crew", "roles": [
             {"title": "Minister", "of": "office", "from": "2024-03", "to": ".."},
             {"title": "Mayor", "of": "town", "from": "2020", "to": "2023"},
             {"title": "Member", "of": "club"}]},
           {"id": "office", "name": "Office", "kind": "office", "part_of": "state"},
           {"id": "state", "name": "State", "kind": "state"}, {"id": "town", "name": "Town", "kind": "organisation"},
           {"id": "club", "name": "Club", "kind": "collective"}, {"id": "crew", "name": "Crew", "kind": "collective"},
           {"id": "q", "name": "Q", "kind": "person", "roles": [{"title": "Aide", "of": "p"}, {"title": "Writer"}, {"title": "Clerk", "of": "town", "attested": "2024-01-01"}]},
           {"id": "r", "name": "R", "kind": "person", "roles": [
             {"title": "Seen until", "of": "town", "from": "2020-05", "attested": "2021-07-01"},
             {"title": "Begins", "of": "club", "from": "2023"},
             {"title": "Ends", "of": "crew", "to": "2018-02"},
             {"title": "Still", "of": "office", "to": "..", "attested": "2030-02"}]},
           {"id": "s", "name": "S", "kind": "person", "roles": [
             {"title": "First", "of": "town", "from": "2020", "to": "2022-06"}, {"title": "Second", "of": "office", "from": "2022-06", "to": "2024"}]},
           {"id": "t", "name": "T", "kind": "person", "roles": [{"title": "Chair", "of": "office"}, {"title": "Clerk", "of": "office"}]},
           {"id": "a", "name": "A", "kind": "person"}"#,
    );
    let read = corpus(&file);
    for (actor, day, roles, groups, row) in [
        // Dated roles come before those without dates, and an imprecise date matches what it overlaps.
        ("p", "2024-06-01", "Minister", "p crew office state", "state"),
        ("p", "2024-03-01", "Minister", "p crew office state", "state"),
        ("p", "9999", "Minister", "p crew office state", "state"),
        ("p", "2024-02-29", "Member", "p crew club", "club"),
        ("p", "2024", "Minister", "p crew office state", "state"),
        ("p", "2023-12-31", "Mayor", "p crew town", "town"),
        ("p", "2020-01-01", "Mayor", "p crew town", "town"),
        ("p", "2019-12-31", "Member", "p crew club", "club"),
        // A sighting alone is no term; a role of a person, or of nothing, makes no group.
        ("q", "1999", "Aide Writer Clerk", "q town", "town"),
        ("q", "2024-01-01", "Aide Writer Clerk", "q town", "town"),
        // What is not known is not unlimited.
        ("r", "2020-05-01", "Seen until", "r town", "town"),
        ("r", "2021-07-01", "Seen until", "r town", "town"),
        ("r", "2021-07-02", "", "r", "r"),
        ("r", "2020-04", "", "r", "r"),
        ("r", "2023-12", "Begins", "r club", "club"),
        ("r", "2024-01", "", "r", "r"),
        ("r", "2018-02", "Ends", "r crew", "crew"),
        ("r", "2018-01", "", "r", "r"),
        ("r", "2018-03", "", "r", "r"),
        ("r", "2018", "Ends", "r crew", "crew"),
        ("r", "2030-01", "", "r", "r"),
        ("r", "2030-02", "Still", "r office state", "state"),
        ("r", "2044", "Still", "r office state", "state"),
        // Two roles on one day: all groups, and the row of the first.
        ("s", "2022-06-15", "First Second", "s town office state", "town"),
        ("s", "2022", "First Second", "s town office state", "town"),
        ("s", "2022-07", "Second", "s office state", "state"),
        ("t", "2024", "Chair Clerk", "t office state", "state"),
        ("office", "2024", "", "office state", "state"),
        ("a", "2024", "", "a", "a"),
    ] {
        let (ix, at) = (read.actor_by_id(actor).unwrap(), PartialDate::parse(day).unwrap());
        let id = |ix: ActorIx| read.actors[ix].id.as_str();
        let found: Vec<&str> = read.roles_on(ix, at).into_iter().map(|role| role.title.as_str()).collect();
        assert_eq!(found.join(" "), roles, "roles of {actor} on {day}");
        let found: Vec<&str> = read.groups_on(ix, at).into_iter().map(id).collect();
        assert_eq!(found.join(" "), groups, "groups of {actor} on {day}");
        assert_eq!(id(read.row_group(ix, at)), row, "row of {actor} on {day}");
    }
}

#[test]
fn a_statement_without_a_date_is_said_by_the_date_of_its_document() {
    let file = with(
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One"}], "kind": "direct", "speaker": "a"},
           {"id": "t", "document": "d", "spans": [{"exact": "four"}], "kind": "direct", "speaker": "a", "date": "2023-11"}"#,
    );
    let read = corpus(&file);
    let said = |id| read.said(&read.statements[read.statement_by_id(id).unwrap()]);
    assert_eq!(said("s"), SaidAt::By(PartialDate::parse("2024-05-06").unwrap()));
    assert_eq!(said("t"), SaidAt::On(PartialDate::parse("2023-11").unwrap()));
    assert_eq!(said("t").date().to_string(), "2023-11");
}

#[test]
fn dates_are_days_that_were() {
    for good in ["2024", "0001", "2024-12", "2024-02-29", "2000-02-29", "2023-12-31", "2023-04-30"] {
        assert_eq!(PartialDate::parse(good).unwrap().to_string(), good);
    }
    for bad in [
        "",
        "24",
        "02024",
        "2024-",
        "2024-1",
        "2024-00",
        "2024-13",
        "2024-02-30",
        "2023-02-29",
        "1900-02-29",
        "2024-04-31",
        "2024-01-00",
        "2024-01-32",
        "2024-01-01-01",
        "2024-01-01T00:00",
        " 2024",
        "2024 ",
        "..",
        "+024",
        "２０２４",
        "2024/01/01",
        "01-01-2024",
    ] {
        assert_eq!(PartialDate::parse(bad), None, "{bad}");
    }
}

#[test]
fn ids_and_former_ids_lead_to_the_same_thing() {
    let file = json!({ "standpoint": 1, "id": "c", "former_ids": ["b"], "title": "C", "language": "en",
        "actors": [{ "id": "z", "former_ids": ["a", "b"], "name": "A", "kind": "person" }, { "id": "y", "name": "Y", "kind": "state" }],
        "issues": [{ "id": "i", "label": "I", "proposition": "It is." }, { "id": "j", "former_ids": ["h"], "label": "J", "proposition": "It is." }],
        "documents": [{ "id": "d", "former_ids": ["z.1_2-3"], "title": "D", "date": "2024", "text": "One two" }],
        "statements": [
            { "id": "t", "former_ids": ["r"], "document": "d", "spans": [{ "exact": "two" }], "kind": "direct", "speaker": "z" },
            { "id": "s", "former_ids": ["q", "u"], "document": "d", "spans": [{ "exact": "One" }], "kind": "direct", "speaker": "y" }] });
    let read = corpus(&file.to_string());
    let position = |key: Option<usize>| key.map_or(-1, |at| at as isize);
    for (id, actor, issue, document, statement) in [
        ("z", 0, -1, -1, -1),
        ("a", 0, -1, -1, -1),
        ("b", 0, -1, -1, -1),
        ("y", 1, -1, -1, -1),
        ("i", -1, 0, -1, -1),
        ("j", -1, 1, -1, -1),
        ("h", -1, 1, -1, -1),
        ("d", -1, -1, 0, -1),
        ("z.1_2-3", -1, -1, 0, -1),
        // Reading order, not the order of the file.
        ("s", -1, -1, -1, 0),
        ("q", -1, -1, -1, 0),
        ("u", -1, -1, -1, 0),
        ("t", -1, -1, -1, 1),
        ("r", -1, -1, -1, 1),
        ("", -1, -1, -1, -1),
        ("c", -1, -1, -1, -1),
        ("Z", -1, -1, -1, -1),
    ] {
        let found = (
            position(read.actor_by_id(id).and_then(|ix| read.actors.keys().position(|key| key == ix))),
            position(read.issue_by_id(id).and_then(|ix| read.issues.keys().position(|key| key == ix))),
            position(read.document_by_id(id).and_then(|ix| read.documents.keys().position(|key| key == ix))),
            position(
                read.statement_by_id(id).and_then(|ix| read.statements.keys().position(|key| key == ix)),
            ),
        );
        assert_eq!(found, (actor, issue, document, statement), "“{id}”");
    }
    assert_eq!(read.former_ids.iter().map(Id::as_str).collect::<Vec<_>>(), ["b"]);
}

#[test]
fn the_sum_of_a_wording_covers_its_spans_in_reading_order() {
    // python3 -c 'import hashlib; print(hashlib.sha256("\x1f".join(SPANS).encode()).hexdigest()[:6])'
    for (text, spans, sum) in [
        ("One two three, two four.", vec!["One"], "8b1250"),
        ("One two three, two four.", vec!["One", "four"], "2cd896"),
        ("One two three, two four.", vec!["four", "One"], "2cd896"),
        ("two, three", vec!["two", "three"], "066149"),
        ("e\u{301}", vec!["e\u{301}"], "bf1276"),
        ("\u{e9}", vec!["\u{e9}"], "4a9955"),
        ("😀 東", vec!["😀 東"], "34af43"),
    ] {
        let exact: Vec<Value> = spans.iter().map(|exact| json!({ "exact": exact })).collect();
        let read = corpus(&of_statements(
            text,
            json!([{ "id": "s", "document": "d", "spans": exact, "kind": "direct", "speaker": null }]),
        ));
        assert_eq!(read.statements[read.statement_by_id("s").unwrap()].wording_checksum, sum, "{spans:?}");
    }
}

// ---- Whole files --------------------------------------------------------------------------------------------

#[test]
fn the_bundled_article_is_coded_completely_and_every_statement_has_its_exact_words() {
    let bytes = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/nato-2021.json")).unwrap();
    let reading = Corpus::read(&bytes).unwrap();
    assert_eq!((reading.orphans.len(), reading.statement_count), (0, 34));
    assert_words_as_written(&reading.corpus, &serde_json::from_slice(&bytes).unwrap());
    for (_, statement) in reading.corpus.statements.iter() {
        assert!(
            statement.positions.iter().all(|p| p.rationale.is_some()),
            "{} has no rationale",
            statement.id
        );
    }
}

fn assert_words_as_written(corpus: &Corpus, file: &Value) {
    let stated = file["statements"].as_array().unwrap();
    assert!(!stated.is_empty() && stated.len() == corpus.statements.len());
    for stated in stated {
        let ix = corpus.statement_by_id(stated["id"].as_str().unwrap()).unwrap();
        let words: Vec<&str> =
            stated["spans"].as_array().unwrap().iter().map(|s| s["exact"].as_str().unwrap()).collect();
        assert_eq!(corpus.words(&corpus.statements[ix]).collect::<Vec<_>>(), words);
    }
}

#[test]
fn a_file_with_every_key_is_read_completely() {
    let read = corpus(EVERY_KEY);
    let file: Value = serde_json::from_str(EVERY_KEY).unwrap();
    assert_words_as_written(&read, &file);
    let statements = || read.statements.iter().map(|(_, statement)| statement);
    let positions = || statements().flat_map(|statement| &statement.positions);
    let kinds = |kind| statements().filter(|statement| statement.kind == kind).count();
    let actors = || read.actors.iter().map(|(_, actor)| actor);
    let documents = || read.documents.iter().map(|(_, document)| document);
    for (what, found, count) in [
        ("coders", read.coders.len(), 2),
        ("actors", read.actors.len(), 10),
        ("issues", read.issues.len(), 3),
        ("documents", read.documents.len(), 2),
        ("statements", read.statements.len(), 8),
        ("speakers", read.speakers(), 5),
        ("direct", kinds(Kind::Direct), 4),
        ("indirect", kinds(Kind::Indirect), 2),
        ("mixed", kinds(Kind::Mixed), 1),
        ("scare", kinds(Kind::Scare), 1),
        ("split", statements().filter(|s| s.spans.len() > 1).count(), 3),
        ("joint", statements().filter(|s| s.speaker.actors().len() > 1).count(), 1),
        ("open", statements().filter(|s| s.speaker == Speaker::Unnamed).count(), 1),
        ("by the writer", statements().filter(|s| s.speaker == Speaker::Document).count(), 1),
        ("about another", statements().filter(|s| s.about.is_some()).count(), 1),
        ("nested", statements().filter(|s| s.parent.is_some()).count(), 2),
        ("on behalf", statements().filter(|s| s.on_behalf_of.is_some()).count(), 2),
        ("relays", statements().map(|s| s.via.len()).sum(), 6),
        ("reportedly", statements().flat_map(|s| &s.via).filter(|r| r.by == Speaker::Unnamed).count(), 3),
        ("cues of relays", statements().flat_map(|s| &s.via).filter(|r| r.cue.is_some()).count(), 4),
        ("cues", statements().filter(|s| s.cue.is_some()).count(), 3),
        ("acts", statements().filter(|s| s.act.is_some()).count(), 6),
        ("addressees", statements().map(|s| s.addressees.len()).sum(), 1),
        ("occasions", statements().filter(|s| s.occasion.is_some()).count(), 1),
        ("dates", statements().filter(|s| s.date.is_some()).count(), 1),
        ("spans", statements().map(|s| s.spans.len()).sum(), 12),
        ("quoted spans", statements().flat_map(|s| &s.spans).filter(|w| w.quoted).count(), 8),
        (
            "spans with a language",
            statements().flat_map(|s| &s.spans).filter(|w| w.lang.is_some()).count(),
            2,
        ),
        ("positions", positions().count(), 8),
        ("own positions", positions().filter(|p| p.is_own()).count(), 6),
        ("holders", positions().map(|p| p.holder.len()).sum(), 3),
        ("positions by ed", positions().filter(|p| p.coder == read.coders.key(0)).count(), 3),
        ("positions by kim", positions().filter(|p| p.coder == read.coders.key(1)).count(), 1),
        ("spans of positions", positions().map(|p| p.spans.len()).sum(), 3),
        ("conditional", positions().filter(|p| p.is_conditional()).count(), 2),
        ("terms", positions().map(|p| p.terms.len()).sum(), 3),
        (
            "labels",
            positions()
                .flat_map(|p| p.terms.iter().chain(&p.condition))
                .filter(|l| l.label.is_some())
                .count(),
            3,
        ),
        ("hedged", positions().filter(|p| p.hedged).count(), 1),
        ("sure of a position", positions().filter(|p| p.confidence.is_some()).count(), 2),
        ("sure of a statement", statements().filter(|s| s.confidence.is_some()).count(), 2),
        ("rationales", positions().filter(|p| p.rationale.is_some()).count(), 2),
        ("claims", read.issues.iter().filter(|(_, i)| i.kind == IssueKind::Claim).count(), 1),
        ("roles", actors().map(|a| a.roles.len()).sum(), 3),
        ("aliases", actors().map(|a| a.aliases.len()).sum(), 2),
        ("names", actors().map(|a| a.names.len()).sum(), 2),
        ("organs", actors().filter(|a| a.part_of.is_some()).count(), 3),
        ("parts", documents().map(|d| d.structure.len()).sum(), 4),
        ("addresses", documents().flat_map(|d| [&d.url, &d.archived]).flatten().count(), 2),
        (
            "former ids",
            read.former_ids.len()
                + actors().map(|a| a.former_ids.len()).sum::<usize>()
                + read.issues.iter().map(|(_, i)| i.former_ids.len()).sum::<usize>()
                + documents().map(|d| d.former_ids.len()).sum::<usize>()
                + statements().map(|s| s.former_ids.len()).sum::<usize>(),
            5,
        ),
        (
            "notes",
            actors().filter(|a| a.note.is_some()).count() + documents().filter(|d| d.note.is_some()).count(),
            2,
        ),
    ] {
        assert_eq!(found, count, "{what}");
    }
    let wordings: Vec<String> = statements().map(|statement| statement.wording_checksum.clone()).collect();
    // By hashlib, as above.
    assert_eq!(wordings, ["c2f45e", "097641", "15f3e1", "7c690e", "776f50", "60bca9", "d832bb", "ef90b5"]);
    let letter = &read.documents[read.document_by_id("letter").unwrap()];
    assert_eq!((letter.language.as_str(), letter.date.to_string().as_str()), ("fr", "2031"));
}

#[test]
fn the_schema_names_exactly_the_keys_of_the_format() {
    let file: Value = serde_json::from_str(EVERY_KEY).unwrap();
    let mut used = BTreeSet::new();
    used_keys(&file, "", &mut used);
    let mut named = BTreeSet::new();
    named_keys(&schema(), "", &mut |path, _| {
        named.insert(path.to_owned());
    });
    assert_eq!(used.difference(&named).collect::<Vec<_>>(), Vec::<&String>::new(), "not in the schema");
    assert_eq!(named.difference(&used).collect::<Vec<_>>(), Vec::<&String>::new(), "not in every-key.json");
}

/// Every key of a file as a path, `[]` for any place in a list; the keys of `names` are data.
fn used_keys(value: &Value, path: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                let path = format!("{path}.{key}");
                found.insert(path.clone());
                if key != "names" {
                    used_keys(member, &path, found);
                }
            }
        }
        Value::Array(list) => list.iter().for_each(|item| used_keys(item, path, found)),
        _ => {}
    }
}

/// Every key of a schema as such a path, with what is said of it.
fn named_keys(schema: &Value, path: &str, found: &mut impl FnMut(&str, &Value)) {
    for (key, value) in schema["properties"].as_object().into_iter().flatten() {
        let path = format!("{path}.{key}");
        found(&path, value);
        named_keys(value, &path, found);
    }
    schema["anyOf"].as_array().into_iter().flatten().for_each(|one| named_keys(one, path, found));
    if schema["items"].is_object() {
        named_keys(&schema["items"], path, found);
    }
}

/// All that a schema allows at one place, in a list or not.
fn alternatives(schema: &Value) -> Vec<&Value> {
    let inner = schema["anyOf"].as_array().into_iter().flatten();
    let inner = inner.chain(Some(&schema["items"]).filter(|items| items.is_object()));
    std::iter::once(schema).chain(inner.flat_map(alternatives)).collect()
}

#[test]
fn the_schema_requires_what_the_format_requires_and_allows_no_other_key() {
    let mut required = BTreeSet::new();
    let mut look = |path: &str, value: &Value| {
        for object in alternatives(value).into_iter().filter(|one| one["properties"].is_object()) {
            assert_eq!(object["additionalProperties"], false, "{path}");
            let keys = object["required"].as_array().unwrap().iter().map(|key| key.as_str().unwrap());
            required.insert(format!("{path}: {}", keys.collect::<Vec<_>>().join(" ")));
        }
    };
    look("", &schema());
    named_keys(&schema(), "", &mut look);
    let told: Vec<&str> = required.iter().map(String::as_str).collect();
    assert_eq!(
        told,
        [
            ".actors.roles: title",
            ".actors: id name kind",
            ".coders: id name",
            ".documents.structure: role exact",
            ".documents: id title date text",
            ".issues: id label proposition",
            ".statements.about: statement relation",
            ".statements.cue: exact",
            ".statements.positions.condition: exact",
            ".statements.positions.spans: exact",
            ".statements.positions.terms: exact",
            ".statements.positions: issue stance",
            ".statements.spans: exact",
            ".statements.via.cue: exact",
            ".statements.via: ",
            ".statements: id document spans kind speaker",
            ": standpoint id title language",
        ]
    );
}

#[test]
fn every_word_of_a_closed_list_is_read_as_what_it_says() {
    let (mut lists, mut words) = (0, 0);
    named_keys(&schema(), "", &mut |path, value| {
        let Some(one) = alternatives(value).into_iter().find(|one| one["enum"].is_array()) else { return };
        lists += 1;
        for word in one["enum"].as_array().unwrap().iter().map(|word| word.as_str().unwrap()) {
            words += 1;
            assert_eq!(read_word(path, word), word.replace('-', ""), "{path}");
        }
    });
    assert_eq!((lists, words), (9, 6 + 2 + 4 + 4 + 10 + 4 + 6 + 3 + 3));
}

/// What a corpus holds, in lower case, when the key at `path` has this word.
fn read_word(path: &str, word: &str) -> String {
    let mut file: Value = serde_json::from_str(FULL).unwrap();
    let pointer =
        FIELDS.iter().map(|(pointer, _)| *pointer).find(|pointer| keys_of(pointer) == path).unwrap();
    *file.pointer_mut(pointer).unwrap() = word.into();
    let spans = if word == "mixed" {
        json!([{ "exact": "One", "quoted": true }, { "exact": "two", "quoted": false }])
    } else {
        json!([{ "exact": "One", "lang": "en" }])
    };
    file["statements"][0]["spans"] = spans;
    let get = FIELDS.iter().find(|(known, _)| *known == pointer).unwrap().1;
    get(&corpus(&file.to_string())).unwrap()
}

// ---- Hostile files ------------------------------------------------------------------------------------------

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

/// A corpus with one of every text, on rows to whose ids nothing refers where it stands for an id.
const FULL: &str = r#"{ "$schema": "x", "standpoint": 1, "id": "c", "former_ids": ["b"], "title": "C", "summary": "S", "language": "en",
        "version": "1", "updated": "2024", "contact": "https://example.org", "license": "L", "method": "M",
        "coders": [{ "id": "k", "name": "K" }, { "id": "l", "name": "L" }],
        "actors": [
            { "id": "p", "former_ids": ["o"], "name": "P", "kind": "person", "aliases": ["Q"], "part_of": "b", "names": { "uk": "П" },
              "note": "N", "roles": [{ "title": "T", "of": "b", "from": "2024", "to": "2024", "attested": "2024" }] },
            { "id": "b", "name": "B", "kind": "state" }, { "id": "g", "name": "G", "kind": "state" }],
        "issues": [{ "id": "j", "former_ids": ["h"], "label": "J", "proposition": "It is.", "type": "policy" },
                   { "id": "i", "label": "I", "proposition": "It is." }],
        "documents": [
            { "id": "e", "former_ids": ["f"], "title": "E", "date": "2024", "language": "en", "publisher": "P", "author": "A",
              "url": "https://example.org", "archived": "https://example.org", "license": "L", "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "note": "N",
              "text": "T" },
            { "id": "d", "title": "D", "date": "2024", "text": "One two",
              "structure": [{ "role": "heading", "exact": "One", "prefix": "", "suffix": " two" }] }],
        "statements": [
            { "id": "s", "former_ids": ["r"], "document": "d", "kind": "direct", "act": "asks", "speaker": "b", "on_behalf_of": "b",
              "spans": [{ "exact": "One", "prefix": "", "suffix": " two", "lang": "en" }],
              "via": [{ "actor": "b", "cue": { "exact": "two", "prefix": "One ", "suffix": "", "label": "L" } }], "addressees": ["b"],
              "occasion": "O", "cue": { "exact": "two", "prefix": "One ", "suffix": "", "label": "L" }, "date": "2024", "parent": "t",
              "about": { "statement": "t", "relation": "withdraws" }, "confidence": "low", "note": "N",
              "positions": [{ "issue": "i", "stance": "open", "holder": "g", "spans": [{ "exact": "One", "prefix": "", "suffix": " two", "label": "L" }],
                  "condition": { "exact": "two", "prefix": "One ", "suffix": "", "label": "L" },
                  "terms": { "exact": "two", "prefix": "One ", "suffix": "", "label": "L" },
                  "rationale": "R", "coder": "l", "confidence": "low" }] },
            { "id": "t", "document": "d", "kind": "direct", "speaker": "b", "spans": [{ "exact": "One two" }] }] }"#;

static FULL_READ: LazyLock<Corpus> = LazyLock::new(|| corpus(FULL));

type Field = (&'static str, fn(&Corpus) -> Option<String>);

fn first<K: Copy + PartialEq, T>(mut rows: impl Iterator<Item = (K, T)>) -> Option<T> {
    rows.next().map(|(_, row)| row)
}

fn own(text: &Option<String>) -> Option<String> {
    text.clone()
}

fn word(value: impl std::fmt::Debug) -> Option<String> {
    let value = format!("{value:?}").to_lowercase();
    let inner = value.strip_prefix("some(").and_then(|rest| rest.strip_suffix(')'));
    Some(inner.map(str::to_owned).unwrap_or(value))
}

fn actor(c: &Corpus) -> &Actor {
    first(c.actors.iter()).unwrap()
}

fn issue(c: &Corpus) -> &Issue {
    first(c.issues.iter()).unwrap()
}

fn document(c: &Corpus) -> &Document {
    first(c.documents.iter()).unwrap()
}

fn second(c: &Corpus) -> &Document {
    c.documents.iter().nth(1).unwrap().1
}

/// The statement `s`, whatever its id is now: it alone has a note or positions.
fn stated(c: &Corpus) -> &Statement {
    c.statements.iter().map(|(_, s)| s).find(|s| !s.positions.is_empty()).unwrap()
}

fn position(c: &Corpus) -> &Position {
    &stated(c).positions[0]
}

fn id_of(c: &Corpus, actor: Option<ActorIx>) -> Option<String> {
    actor.map(|ix| c.actors[ix].id.to_string())
}

fn words_at(c: &Corpus, span: Span) -> Option<String> {
    Some(second(c).text.get(span).to_owned())
}

/// What is not kept in memory can only be accepted or refused.
fn not_kept(_: &Corpus) -> Option<String> {
    None
}

/// Every text of the format: where it stands in `full`, and how it is read back.
const FIELDS: &[Field] = &[
    ("/$schema", not_kept),
    ("/id", |c| Some(c.id.to_string())),
    ("/former_ids/0", |c| Some(c.former_ids[0].to_string())),
    ("/title", |c| Some(c.title.clone())),
    ("/summary", |c| own(&c.summary)),
    ("/language", |c| Some(c.language.clone())),
    ("/version", |c| own(&c.version)),
    ("/updated", |c| c.updated.map(|d| d.to_string())),
    ("/contact", |c| own(&c.contact)),
    ("/license", |c| own(&c.license)),
    ("/method", |c| own(&c.method)),
    ("/coders/0/id", |c| first(c.coders.iter()).map(|k| k.id.to_string())),
    ("/coders/0/name", |c| first(c.coders.iter()).map(|k| k.name.clone())),
    ("/actors/0/id", |c| Some(actor(c).id.to_string())),
    ("/actors/0/former_ids/0", |c| Some(actor(c).former_ids[0].to_string())),
    ("/actors/0/name", |c| Some(actor(c).name.clone())),
    ("/actors/0/kind", |c| word(actor(c).kind)),
    ("/actors/0/aliases/0", |c| Some(actor(c).aliases[0].clone())),
    ("/actors/0/part_of", |c| id_of(c, actor(c).part_of)),
    ("/actors/0/names/uk", |c| Some(actor(c).names[0].1.clone())),
    ("/actors/0/note", |c| own(&actor(c).note)),
    ("/actors/0/roles/0/title", |c| Some(actor(c).roles[0].title.clone())),
    ("/actors/0/roles/0/of", |c| id_of(c, actor(c).roles[0].of)),
    ("/actors/0/roles/0/from", |c| actor(c).roles[0].from.map(|d| d.to_string())),
    ("/actors/0/roles/0/to", |c| match actor(c).roles[0].to {
        Some(Until::Date(date)) => Some(date.to_string()),
        Some(Until::Still) => Some("..".to_owned()),
        None => None,
    }),
    ("/actors/0/roles/0/attested", |c| actor(c).roles[0].attested.map(|d| d.to_string())),
    ("/issues/0/id", |c| Some(issue(c).id.to_string())),
    ("/issues/0/former_ids/0", |c| Some(issue(c).former_ids[0].to_string())),
    ("/issues/0/label", |c| Some(issue(c).label.clone())),
    ("/issues/0/proposition", |c| Some(issue(c).proposition.clone())),
    ("/issues/0/type", |c| word(issue(c).kind)),
    ("/documents/0/id", |c| Some(document(c).id.to_string())),
    ("/documents/0/former_ids/0", |c| Some(document(c).former_ids[0].to_string())),
    ("/documents/0/title", |c| Some(document(c).title.clone())),
    ("/documents/0/date", |c| Some(document(c).date.to_string())),
    ("/documents/0/language", |c| Some(document(c).language.clone())),
    ("/documents/0/publisher", |c| own(&document(c).publisher)),
    ("/documents/0/author", |c| own(&document(c).author)),
    ("/documents/0/url", |c| document(c).url.as_ref().map(|a| a.as_str().to_owned())),
    ("/documents/0/archived", |c| document(c).archived.as_ref().map(|a| a.as_str().to_owned())),
    ("/documents/0/license", |c| own(&document(c).license)),
    ("/documents/0/sha256", |c| own(&document(c).sha256)),
    ("/documents/0/note", |c| own(&document(c).note)),
    ("/documents/0/text", |c| Some(document(c).text.as_str().to_owned())),
    ("/documents/1/structure/0/role", |c| word(second(c).structure[0].role)),
    ("/documents/1/structure/0/exact", |c| words_at(c, second(c).structure[0].span)),
    ("/documents/1/structure/0/prefix", not_kept),
    ("/documents/1/structure/0/suffix", not_kept),
    ("/statements/0/id", |c| Some(stated(c).id.to_string())),
    ("/statements/0/former_ids/0", |c| Some(stated(c).former_ids[0].to_string())),
    ("/statements/0/document", |c| Some(c.documents[stated(c).document].id.to_string())),
    ("/statements/0/kind", |c| word(stated(c).kind)),
    ("/statements/0/act", |c| word(stated(c).act)),
    ("/statements/0/speaker", |c| id_of(c, stated(c).speaker.actors().first().copied())),
    ("/statements/0/on_behalf_of", |c| id_of(c, stated(c).on_behalf_of)),
    ("/statements/0/spans/0/exact", |c| words_at(c, stated(c).spans[0].span)),
    ("/statements/0/spans/0/prefix", not_kept),
    ("/statements/0/spans/0/suffix", not_kept),
    ("/statements/0/spans/0/lang", |c| own(&stated(c).spans[0].lang)),
    ("/statements/0/via/0/actor", |c| id_of(c, stated(c).via.last()?.by.actors().first().copied())),
    ("/statements/0/via/0/cue/exact", |c| words_at(c, stated(c).via.last()?.cue?)),
    ("/statements/0/via/0/cue/prefix", not_kept),
    ("/statements/0/via/0/cue/suffix", not_kept),
    ("/statements/0/via/0/cue/label", not_kept),
    ("/statements/0/addressees/0", |c| id_of(c, stated(c).addressees.first().copied())),
    ("/statements/0/occasion", |c| own(&stated(c).occasion)),
    ("/statements/0/cue/exact", |c| words_at(c, stated(c).cue?)),
    ("/statements/0/cue/prefix", not_kept),
    ("/statements/0/cue/suffix", not_kept),
    ("/statements/0/cue/label", not_kept),
    ("/statements/0/date", |c| stated(c).date.map(|d| d.to_string())),
    ("/statements/0/parent", |c| stated(c).parent.map(|ix| c.statements[ix].id.to_string())),
    ("/statements/0/about/statement", |c| Some(c.statements[stated(c).about?.statement].id.to_string())),
    ("/statements/0/about/relation", |c| word(stated(c).about?.relation)),
    ("/statements/0/confidence", |c| word(stated(c).confidence)),
    ("/statements/0/note", |c| own(&stated(c).note)),
    ("/statements/0/positions/0/issue", |c| Some(c.issues[position(c).issue].id.to_string())),
    ("/statements/0/positions/0/stance", |c| word(position(c).stance)),
    ("/statements/0/positions/0/holder", |c| id_of(c, position(c).holder.first().copied())),
    ("/statements/0/positions/0/spans/0/exact", |c| words_at(c, position(c).spans[0])),
    ("/statements/0/positions/0/spans/0/prefix", not_kept),
    ("/statements/0/positions/0/spans/0/suffix", not_kept),
    ("/statements/0/positions/0/spans/0/label", not_kept),
    ("/statements/0/positions/0/condition/exact", |c| words_at(c, position(c).condition[0].span)),
    ("/statements/0/positions/0/condition/prefix", not_kept),
    ("/statements/0/positions/0/condition/suffix", not_kept),
    ("/statements/0/positions/0/condition/label", |c| own(&position(c).condition[0].label)),
    ("/statements/0/positions/0/terms/exact", |c| words_at(c, position(c).terms[0].span)),
    ("/statements/0/positions/0/terms/prefix", not_kept),
    ("/statements/0/positions/0/terms/suffix", not_kept),
    ("/statements/0/positions/0/terms/label", |c| own(&position(c).terms[0].label)),
    ("/statements/0/positions/0/rationale", |c| own(&position(c).rationale)),
    ("/statements/0/positions/0/coder", |c| position(c).coder.map(|ix| c.coders[ix].id.to_string())),
    ("/statements/0/positions/0/confidence", |c| word(position(c).confidence)),
];

/// Fields in which anything may be written that is not too long.
const FREE: &[&str] = &[
    "/summary",
    "/method",
    "/actors/0/note",
    "/documents/0/note",
    "/statements/0/note",
    "/statements/0/positions/0/rationale",
];

/// A pointer as a path of keys, without places in lists.
fn keys_of(pointer: &str) -> String {
    let keys = pointer.split('/').skip(1).filter(|step| !step.bytes().all(|b| b.is_ascii_digit()));
    keys.map(|key| format!(".{key}")).collect::<String>().replace(".names.uk", ".names")
}

/// A pointer as problems write paths.
fn path_of(pointer: &str) -> String {
    let mut path = String::new();
    for step in pointer.split('/').skip(1) {
        match step.parse::<usize>() {
            Ok(at) => path += &format!("[{at}]"),
            Err(_) if path.is_empty() => path += step,
            Err(_) => path += &format!(".{step}"),
        }
    }
    path
}

#[test]
fn the_list_of_fields_has_every_text_of_the_format() {
    let listed: BTreeSet<String> = FIELDS.iter().map(|(pointer, _)| keys_of(pointer)).collect();
    let mut texts = BTreeSet::new();
    named_keys(&schema(), "", &mut |path, value| {
        let is_text = |one: &Value| {
            one["type"] == "string"
                || one["enum"].is_array()
                || one["additionalProperties"]["type"] == "string"
        };
        if alternatives(value).into_iter().any(is_text) {
            texts.insert(path.to_owned());
        }
    });
    assert_eq!(listed, texts);
    let file: Value = serde_json::from_str(FULL).unwrap();
    for (pointer, get) in FIELDS {
        let written = file.pointer(pointer).and_then(Value::as_str).unwrap();
        assert!(get(&FULL_READ).is_none_or(|text| text == written), "{pointer}");
    }
}

fn assert_read_back_or_told((pointer, get): Field, text: &str, file: &mut Value) {
    let good = std::mem::replace(file.pointer_mut(pointer).unwrap(), text.into());
    let written = file.to_string();
    *file.pointer_mut(pointer).unwrap() = good;
    let told = match Corpus::read(written.as_bytes()) {
        Ok(Reading { corpus, orphans, .. }) if orphans.is_empty() => {
            let kept = !text.is_empty() && get(&FULL_READ).is_some();
            let back = get(&corpus).or((!kept).then(|| text.to_owned()));
            return assert_eq!(back.as_deref(), Some(text), "{pointer}");
        }
        Ok(reading) => reading.orphans.into_iter().flat_map(|fault| fault.problems).collect(),
        Err(refusal) => refusal.problems,
    };
    let path = path_of(pointer);
    let taken = |at: &LocatedProblem| matches!(&at.problem, Problem::DuplicateId { id, .. } if id == text);
    let named = |at: &LocatedProblem| at.path == path || is_context(&path, &at.path) || taken(at);
    assert!(told.iter().any(named) && !FREE.contains(&pointer), "{pointer} = {text:?}: {told:?}");
    told.iter().for_each(|at| assert_clear(written.as_bytes(), at));
}

/// Some problems are told beside the text: a prefix that disagrees at the words, dates that do at the role.
fn is_context(path: &str, told: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(above, key)| match key {
        "prefix" | "suffix" => told == format!("{above}.exact"),
        "from" | "to" => told == above,
        _ => false,
    })
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

// ---- Laws ---------------------------------------------------------------------------------------------------

/// A text in which the same few letters come again and again, some of several bytes, some any at all.
fn texts(longest: usize) -> impl Strategy<Value = String> {
    let letter = prop_oneof![
        6 => prop::sample::select(vec!['a', 'b', ' ', 'é', '東', '😀', '\u{301}', '\n', '\u{feff}']),
        1 => any::<char>().prop_filter("letters of the fixtures", |letter| !letter.is_ascii_alphanumeric()),
    ];
    prop::collection::vec(letter, 0..longest).prop_map(|letters| letters.into_iter().collect())
}

/// Code points where `words` begin in `text`, the slow way.
fn occurrences(text: &[char], words: &[char]) -> Vec<u32> {
    if words.is_empty() {
        return Vec::new();
    }
    text.windows(words.len()).enumerate().filter(|(_, at)| *at == words).map(|(at, _)| at as u32).collect()
}

fn chars(text: &str) -> Vec<char> {
    text.chars().collect()
}

/// A value that may stand anywhere.
fn values() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        Just(json!(true)),
        Just(json!([])),
        Just(json!({})),
        Just(json!([null])),
        Just(json!([["x"]])),
        Just(json!({ "exact": "One" })),
        Just(json!({ "id": "x", "name": "X", "kind": "person" })),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "[a-z.@-]{0,4}".prop_map(Value::from),
        texts(6).prop_map(Value::from),
    ]
}

/// Every place in a value, as JSON pointers.
fn pointers(value: &Value, at: String, all: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(key, member)| pointers(member, format!("{at}/{key}"), all))
        }
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(i, item)| pointers(item, format!("{at}/{i}"), all))
        }
        _ => {}
    }
    all.push(at);
}

proptest! {
    #[test]
    fn a_span_of_any_text_gives_back_its_code_points(text in texts(300), start in 0u32..320, width in 0u32..100) {
        let (points, known, end) = (chars(&text), Text::new(text.clone()), start + width);
        prop_assert_eq!(known.len() as usize, points.len());
        prop_assert_eq!((known.as_str(), known.is_empty()), (text.as_str(), points.is_empty()));
        let Some(span) = known.span(start, end) else {
            prop_assert!(width == 0 || end as usize > points.len());
            return Ok(());
        };
        let (from, to) = (start as usize, end as usize);
        prop_assert_eq!((span.start(), span.end()), (start, end));
        prop_assert_eq!(chars(known.get(span)), &points[from..to]);
        let (before, after) = known.around(span);
        prop_assert_eq!((chars(before), chars(after)), (points[..from].to_vec(), points[to..].to_vec()));
        prop_assert!(known.find(known.get(span)).any(|found| found == span));
    }

    #[test]
    fn words_are_found_wherever_they_occur(text in texts(200), words in texts(4)) {
        let known = Text::new(text.clone());
        let found: Vec<(u32, u32)> = known.find(&words).map(|span| (span.start(), span.end())).collect();
        let width = words.chars().count() as u32;
        let slow: Vec<(u32, u32)> = occurrences(&chars(&text), &chars(&words)).into_iter().map(|at| (at, at + width)).collect();
        prop_assert_eq!(found, slow);
    }

    /// The whole rule: of the places where the words occur, exactly one agrees with all that is given.
    #[test]
    fn words_are_placed_exactly_when_one_place_agrees_with_all_that_is_given(
        text in "[ab東]{1,12}", exact in "[ab東]{1,3}", prefix in "[ab東]{0,2}", suffix in "[ab東]{0,2}",
        start in prop::option::of(0u32..14), end in prop::option::of(0u32..14),
    ) {
        let (points, words) = (chars(&text), chars(&exact));
        let agree: Vec<u32> = occurrences(&points, &words).into_iter().filter(|at| {
            let (before, after) = (&points[..*at as usize], &points[*at as usize + words.len()..]);
            before.ends_with(&chars(&prefix)) && after.starts_with(&chars(&suffix))
                && start.is_none_or(|start| start == *at) && end.is_none_or(|end| end == *at + words.len() as u32)
        }).collect();
        let span = json!({ "exact": exact, "prefix": prefix, "suffix": suffix, "start": start, "end": end });
        let file = of_statements(&text, json!([{ "id": "s", "document": "d", "spans": [span], "kind": "direct", "speaker": null }]));
        let reading = Corpus::read(file.as_bytes()).unwrap();
        let placed: Vec<u32> = reading.corpus.statements.iter().map(|(_, statement)| statement.start()).collect();
        let expected = if agree.len() == 1 { agree } else { Vec::new() };
        prop_assert_eq!(placed.len() + reading.orphans.len(), 1);
        prop_assert_eq!(placed, expected);
    }

    #[test]
    fn a_parent_stands_before_its_children_however_the_file_is_ordered(
        nest in prop::collection::vec((any::<prop::sample::Index>(), 0u32..4, 0u32..4, any::<bool>()), 1..9),
        order in any::<prop::sample::Index>(),
    ) {
        let text = "abcdefghijkl";
        let mut spans: Vec<(u32, u32, Option<usize>)> = Vec::new();
        for (pick, front, back, rooted) in &nest {
            let parent = (!spans.is_empty() && !rooted).then(|| pick.index(spans.len()));
            let (from, to) = parent.map_or((0, 12), |at| (spans[at].0, spans[at].1));
            let start = from + front % (to - from);
            spans.push((start, to - back % (to - start), parent));
        }
        let mut rows: Vec<Value> = spans.iter().enumerate().map(|(at, (start, end, parent))| json!({
            "id": format!("s{at}"), "document": "d", "spans": [{ "exact": text[*start as usize..*end as usize] }],
            "kind": "direct", "speaker": "a", "parent": parent.map(|parent| format!("s{parent}")) })).collect();
        rows.reverse();
        rows.rotate_left(order.index(nest.len()));
        let read = corpus(&of_statements(text, rows.into()));
        prop_assert_eq!(read.statements.len(), spans.len());
        let starts: Vec<u32> = read.statements.iter().map(|(_, statement)| statement.start()).collect();
        prop_assert!(starts.is_sorted());
        for (at, (_, _, parent)) in spans.iter().enumerate() {
            let ix = read.statement_by_id(&format!("s{at}")).unwrap();
            let above = parent.map(|parent| read.statement_by_id(&format!("s{parent}")).unwrap());
            prop_assert_eq!(read.statements[ix].parent, above);
            prop_assert!(above.is_none_or(|above| above < ix), "s{} stands before its parent", at);
            let depth = std::iter::successors(*parent, |at| spans[*at].2).count();
            prop_assert_eq!(read.statements[ix].via.len(), depth);
        }
    }

    #[test]
    fn no_damage_to_a_file_makes_reading_panic(
        hits in prop::collection::vec((any::<prop::sample::Index>(), prop_oneof![
            any::<u8>(), prop::sample::select(b"{}[]\",:\\ \n0-e.@u\xff".to_vec())], 0u8..3), 1..4),
        keep in prop::option::weighted(0.2, any::<prop::sample::Index>()),
    ) {
        let mut bytes = EVERY_KEY.as_bytes().to_vec();
        for (at, byte, how) in hits {
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => drop(bytes.remove(at)),
            }
        }
        if let Some(keep) = keep {
            bytes.truncate(keep.index(bytes.len()));
        }
        match Corpus::read(&bytes) {
            Ok(reading) => prop_assert_eq!(reading.corpus.statements.len() + reading.orphans.len(), reading.statement_count),
            Err(refusal) => {
                prop_assert!(!refusal.problems.is_empty());
                refusal.problems.iter().for_each(|at| assert_clear(&bytes, at));
                prop_assert!(refusal.problems.is_sorted_by_key(|at| (at.line, at.column)));
            }
        }
    }

    /// What serde refuses the walk over the shape explains, so the reader's own sentence is always there.
    #[test]
    fn whatever_stands_in_place_of_a_value_is_read_or_told(
        picks in prop::collection::vec((any::<prop::sample::Index>(), values(), 0u8..4), 1..4)
    ) {
        let mut file: Value = serde_json::from_str(FULL).unwrap();
        for (pick, value, how) in picks {
            let mut all = Vec::new();
            pointers(&file, String::new(), &mut all);
            all.retain(|at| !at.is_empty() && at != "/standpoint");
            if all.is_empty() {
                break;
            }
            let at = &all[pick.index(all.len())];
            let (above, key) = at.rsplit_once('/').unwrap();
            match (file.pointer_mut(above).unwrap(), how) {
                (Value::Object(members), 0) => drop(members.remove(key)),
                (Value::Object(members), 1) => drop(members.insert(format!("{key}s"), value)),
                (Value::Array(list), 0) => drop(list.remove(key.parse().unwrap())),
                (Value::Array(list), 1) => list.push(value),
                _ => *file.pointer_mut(at).unwrap() = value,
            }
        }
        let file = file.to_string();
        for at in problems(file.as_bytes()) {
            assert_clear(file.as_bytes(), &at);
            prop_assert!(!matches!(at.problem, Problem::NotJson(_) | Problem::NoFormat | Problem::CutOff), "{:?}", at);
        }
    }

    #[test]
    fn any_text_is_read_back_as_it_is_or_told(text in texts(20), field in any::<prop::sample::Index>()) {
        assert_read_back_or_told(FIELDS[field.index(FIELDS.len())], &text, &mut serde_json::from_str(FULL).unwrap());
    }
}

#[test]
fn tables_give_back_the_corpus_they_were_made_from() {
    for file in ["corpus/nato-2021.json", "tests/cases/every-key.json", "corpus/tram-town.json"] {
        let bytes = std::fs::read(file).unwrap();
        let snapshot = standpoint::corpus::Snapshot::from(Corpus::read(&bytes).unwrap());
        let tables = snapshot.to_bytes();
        assert!(standpoint::corpus::Snapshot::from_bytes(&tables) == Some(snapshot), "{file}");
    }
}

#[test]
fn tables_that_are_broken_or_of_another_version_give_nothing() {
    let bytes = std::fs::read("tests/cases/every-key.json").unwrap();
    let tables = standpoint::corpus::Snapshot::from(Corpus::read(&bytes).unwrap()).to_bytes();
    for at in 0..tables.len() {
        let mut broken = tables.clone();
        broken[at] ^= 1;
        assert!(standpoint::corpus::Snapshot::from_bytes(&broken).is_none(), "byte {at}");
        assert!(standpoint::corpus::Snapshot::from_bytes(&tables[..at]).is_none(), "cut at {at}");
    }
}

#[test]
fn the_invented_town_uses_every_key_of_the_format_and_says_that_it_is_invented() {
    fn keys(value: &serde_json::Value, all: &mut std::collections::BTreeSet<String>, is_schema: bool) {
        match value {
            serde_json::Value::Object(fields) => {
                for (key, value) in fields {
                    if !is_schema {
                        all.insert(key.clone());
                    } else if let ("properties", Some(properties)) = (key.as_str(), value.as_object()) {
                        all.extend(properties.keys().cloned());
                    }
                    keys(value, all, is_schema);
                }
            }
            serde_json::Value::Array(rows) => rows.iter().for_each(|row| keys(row, all, is_schema)),
            _ => {}
        }
    }
    let text = std::fs::read_to_string("corpus/tram-town.json").unwrap();
    let file: serde_json::Value = serde_json::from_str(&text).unwrap();
    let (mut known, mut used) = (Default::default(), Default::default());
    keys(&serde_json::to_value(standpoint::corpus::schema()).unwrap(), &mut known, true);
    keys(&file, &mut used, false);
    let unused: Vec<&String> = known.difference(&used).collect();
    assert!(known.len() > 40 && unused.is_empty(), "never used: {unused:?}");
    // The title stands on every page.
    assert!(file["title"].as_str().unwrap().contains("invented"));
}
