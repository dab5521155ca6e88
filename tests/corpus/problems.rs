//! Every problem at its place, in one run.

use crate::content::CONTENT;
use crate::faults::FAULTS;
use crate::shape::{SHAPE, WHOLE};
use crate::{check, check_rows, corpus, of_statements, place, problems, with};
use serde_json::{Value, json};
use standpoint::corpus::*;
use std::collections::BTreeSet;

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
        (deep(101), "1:1  brackets stand inside each other too deeply; no key needs more than seven".into()),
        (
            with("coders", &coders.join(",")).into(),
            "3:13 coders more than 100000 coders; split the corpus".into(),
        ),
        (
            head("version", &"é".repeat(2049)),
            "2:55 version this text is longer than 4096 bytes; shorten it".into(),
        ),
        (
            head("summary", &"x".repeat(65_537)),
            "2:55 summary this text is longer than 65536 bytes; shorten it".into(),
        ),
        (
            with("coders", &format!(r#"{{"id": "{}", "name": "X"}}"#, "x".repeat(129))).into(),
            "4:8 coders[0].id this text is longer than 128 bytes; shorten it".into(),
        ),
        (
            text((16 << 20) + 1).into(),
            "10:51 documents[0].text this text is longer than 16777216 bytes; shorten it".into(),
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
    let read = corpus(&head(128, &"é".repeat(2048), 65_536));
    assert_eq!((read.id.as_str().len(), read.title.len(), read.summary.unwrap().len()), (128, 4096, 65_536));
    check(head(1, &"é".repeat(2049), 0), &["2:21 title this text is longer than 4096 bytes; shorten it"]);
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
    let known = variants(include_str!("../../src/corpus/json/problem.rs"), "Problem");
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
        files.iter().flat_map(|file| problems(file)).map(|at| variant(&at.problem)).collect();
    assert_eq!(known, reached);
}

/// The names of what an enum of a source file may be.
pub fn variants(source: &str, name: &str) -> BTreeSet<String> {
    let body = source.split(&format!("pub enum {name} {{\n")).nth(1).unwrap().split("\n}").next().unwrap();
    let lines = body.lines().filter_map(|line| line.strip_prefix("    "));
    lines
        .filter(|line| line.starts_with(char::is_alphabetic))
        .map(|line| first_word(line).to_owned())
        .collect()
}

/// Which one a value is.
pub fn variant(value: &impl std::fmt::Debug) -> String {
    first_word(&format!("{value:?}")).to_owned()
}

fn first_word(text: &str) -> &str {
    text.split(|c: char| !c.is_alphanumeric()).next().unwrap()
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
        "2:21 title this text is empty; write at least a word",
        "2:54 updated “May” is no date: write YYYY, YYYY-MM or YYYY-MM-DD",
        r#"3:66 actors[0].part_of there is no actor “z” in this corpus; add it to "actors", or write the id of another"#,
        "4:10 actors[1].id the actor id “a” is taken already; choose another",
        r#"7:90 statements[1].speaker there is no actor “y” in this corpus; add it to "actors", or write the id of another"#,
        "7:105 statements[1].parent these words are not inside those of the parent “s”; leave the parent out, or give it more words",
        "8:52 statements[2].spans[0].exact these words are not in the document: “Two”. The document has “two”, with other capital or small letters.",
        "8:90 statements[2].speaker an empty list of speakers; write null when the text leaves it open",
        r#"9:42 statements[3].spans[0] kind is mixed: write "quoted": true on the speaker’s own words and "quoted": false on the rest (or make it direct or indirect)"#,
        "9:105 statements[3].parent its parent “u” could not be placed; mend that first",
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
            r#"1:1  the key "title" is missing; add it, with a text"#,
            "1:25 id a number stands where an id was expected",
            r#"1:28 titel unknown key “titel”; did you mean "title"?"#,
            "1:54 language null stands where a text was expected",
            r#"2:11 coders an object stands where a list in [ ] of objects with "id" and "name" was expected"#,
            r#"2:26 actors[0] a number stands where an object with "id", "name" and "kind" was expected"#,
            r#"2:29 actors[1] the key "name" is missing; add it, with a text"#,
            "2:41 actors[1].id the key “id” stands here a second time; keep one",
            "2:60 actors[1].kind “man” cannot stand here; choose one of person, organisation, state, office, collective, unnamed",
            "3:33 issues[0].label a list stands where a text was expected",
            "3:52 issues[0].proposition this text holds half a surrogate pair, which is no character; write the character itself",
        ],
    );
}
