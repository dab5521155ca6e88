//! Words and their places: offsets in code points, and what is never normalised.

use crate::{EVERY_KEY, check, corpus, of_statements, place, problems, with};
use serde_json::{Value, json};
use standpoint::corpus::*;

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
    for (start, found, at) in [(6, "ne,", 5), (11, "wo,", 15)] {
        let file = of_statements(
            text,
            json!([{ "id": "s", "document": "d", "spans": [{ "exact": "one", "start": start }], "kind": "direct", "speaker": null }]),
        );
        let told = problems(file.as_bytes()).remove(0).problem;
        assert_eq!(told, Problem::OffsetsDisagree { found: found.to_owned(), start: at, end: at + 3 });
    }
}

#[test]
fn a_text_is_never_normalised() {
    for (text, exact, near) in [
        ("caf\u{e9}", "cafe\u{301}", Some(Difference::Marks)),
        ("ﬁne", "fine", None),
        ("a\u{a0}b", "a b", Some(Difference::Space)),
        ("a\r\nb", "a\nb", Some(Difference::Space)),
    ] {
        let file = of_statements(
            text,
            json!([{ "id": "s", "document": "d", "spans": [{ "exact": exact }], "kind": "direct", "speaker": null }]),
        );
        let near = near.map(|near| Near::Alike(text.to_owned(), vec![near]));
        assert_eq!(problems(file.as_bytes())[0].problem, Problem::NotFound { words: exact.to_owned(), near });
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
    check(marked(&marked("{}")), &["1:1  this is not JSON: a corpus begins with {"]);
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
        // Half a character at the end is where reading stopped.
        let end = std::str::from_utf8(&file[..at]).map_or_else(|broken| broken.valid_up_to(), |_| at);
        let place = place(file, end);
        let [LocatedProblem { row, path, line, column, problem }] = told.as_slice() else {
            panic!("{told:?}")
        };
        assert_eq!(
            (row.as_str(), path.as_str(), (*line, *column)),
            ("", "", place),
            "cut off after {at} bytes"
        );
        match problem {
            Problem::EmptyFile => assert_eq!(at, 0),
            Problem::CutOff(Some(open)) => {
                let line = file.split(|byte| *byte == b'\n').nth(open.line - 1).unwrap();
                assert!(line.contains(&(open.delimiter as u8)), "{open:?} after {at} bytes");
            }
            other => panic!("{other:?} after {at} bytes"),
        }
    }
}
