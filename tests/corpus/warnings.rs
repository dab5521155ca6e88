//! Warnings: what is valid and hardly meant, each at its place with what to do.

use crate::{place, with};
use serde_json::json;
use standpoint::corpus::Corpus;

fn warnings(file: &str) -> Vec<String> {
    let warnings = Corpus::warnings(file.as_bytes());
    warnings.listed.iter().map(|at| format!("{}:{} {at}", at.line, at.column)).collect()
}

/// What is told besides that an actor and an issue of the good corpus are not used.
fn told(file: &str) -> Vec<String> {
    let is_unused = |told: &String| told.contains("issue i:") || told.contains("actor b:");
    warnings(file).into_iter().filter(|told| !is_unused(told)).collect()
}

/// One warning at the place where `words` stand in the file, or none.
fn check(file: &str, words: &str, wanted: Option<String>) {
    let at = || place(file.as_bytes(), file.find(words).unwrap());
    let wanted = wanted.map(|wanted| format!("{}:{} {wanted}", at().0, at().1));
    assert_eq!(told(file), wanted.into_iter().collect::<Vec<_>>(), "{file}");
}

#[test]
fn rows_that_nothing_names_are_told_and_those_that_anything_names_are_not() {
    let unused = "actor b: no statement, role or other actor names this actor; name it where it belongs, take it out, \
                  or say in its \"note\" why it stands here";
    let no_position = "issue i: no position is on this issue; code one, or take the issue out of \"issues\"";
    assert_eq!(warnings(&with("", "")), [format!("6:45 {unused}"), format!("8:1 {no_position}")]);
    const ACTORS: &str =
        r#"{"id": "a", "name": "A", "kind": "person"+}, {"id": "b", "name": "B", "kind": "state"*}"#;
    const STATEMENT: &str =
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": +}"#;
    for (put, a, b, is_used) in [
        ("a body", r#", "part_of": "b""#, "", true),
        ("the body of an office", r#", "roles": [{"title": "T", "of": "b"}]"#, "", true),
        ("of itself", "", r#", "roles": [{"title": "T", "of": "b"}]"#, false),
        ("with a note", "", r#", "note": "It sent nobody.""#, true),
        ("by another name only", r#", "aliases": ["b"]"#, "", false),
    ] {
        let file = with("actors", &ACTORS.replace('+', a).replace('*', b));
        assert_eq!(warnings(&file).iter().all(|told| !told.ends_with(unused)), is_used, "{put}: {file}");
    }
    for (put, members, has_position) in [
        ("speaker", r#""b""#, false),
        ("one of the speakers", r#"["a", "b"]"#, false),
        ("spoken for", r#""a", "on_behalf_of": "b""#, false),
        ("a relay", r#""a", "via": [{"actor": "b"}]"#, false),
        ("addressed", r#""a", "addressees": ["b"]"#, false),
        ("a holder", r#""a", "positions": [{"issue": "i", "stance": "supports", "holder": "b"}]"#, true),
        (
            "one of the holders",
            r#""a", "positions": [{"issue": "i", "stance": "supports", "holder": ["b"]}]"#,
            true,
        ),
    ] {
        let told = warnings(&with("statements", &STATEMENT.replace('+', members)));
        assert!(told.iter().all(|told| !told.ends_with(unused)), "{put}: {told:#?}");
        assert_eq!(told.iter().all(|told| !told.ends_with(no_position)), has_position, "{put}: {told:#?}");
    }
}

#[test]
fn a_tag_that_names_no_language_is_told_with_the_one_that_was_meant() {
    let places = [
        ("head", "language", r#""id": "c", "title": "C", "language": "TAG""#),
        (
            "documents",
            "document d, language",
            r#"{"id": "d", "title": "D", "date": "2024", "text": "One two", "language": "TAG"}"#,
        ),
        (
            "statements",
            "statement s, spans[0].lang",
            r#"{"id": "s", "document": "d", "spans": [{"exact": "One two", "lang": "TAG"}], "kind": "direct", "speaker": "a"}"#,
        ),
        (
            "actors",
            "actor a, names.TAG",
            r#"{"id": "a", "name": "A", "kind": "person", "names": {"TAG": "TAG"}}"#,
        ),
    ];
    for (tag, said) in [
        ("en", None),
        ("uk", None),
        ("zh-Hant-TW", None),
        ("eng", Some("“eng” is no tag that browsers know a language by; write \"en\"")),
        ("ua", Some("“ua” is no tag that browsers know a language by; write \"uk\"")),
        (
            "de-CH-Latn",
            Some("“de-CH-Latn” has not the shape of a language tag (BCP 47); write one like en, uk or pt-BR"),
        ),
    ] {
        for (place, about, text) in places {
            let file = with(place, &text.replace("TAG", tag));
            let said = said.map(|said| format!("{}: {said}", about.replace("TAG", tag)));
            check(&file, &format!("\"{tag}\"{}", if place == "actors" { "}" } else { "" }), said);
        }
    }
}

/// A document of three paragraphs, the last a pull quote, and a statement in it with these members.
fn statement(members: &str) -> String {
    let text = r#"{"id": "d", "title": "D", "date": "2024-05", "text": "One two.\n\nThree, two four.\n\nFive six.", "structure": [{"role": "pullquote", "exact": "Five six."}]}"#;
    let file = with("documents", text);
    let start = file.find(r#"{"id": "s""#).unwrap();
    format!(
        "{}{{\"id\": \"s\", \"document\": \"d\", \"speaker\": \"a\", \"kind\": \"direct\", {members}}}]}}",
        &file[..start]
    )
}

#[test]
fn what_a_statement_is_hardly_meant_to_say_is_told_at_its_place() {
    let position = |spans: &str, key: &str, words: &str| {
        format!(
            r#""spans": [{spans}], "positions": [{{"issue": "i", "stance": "supports", "{key}": {words}}}]"#
        )
    };
    let elsewhere = |path: &str, key: &str| {
        Some(format!(
            "statement s, positions[0].{path}: the words of this {key} stand in no paragraph of the statement; \
             take those that stand beside it, or give the statement a span there"
        ))
    };
    const FIRST: &str = r#"{"exact": "One two."}"#;
    const FOUR: &str = r#"{"exact": "four"}"#;
    for (members, said) in [
        (position(FIRST, "condition", r#"{"exact": "One"}"#), None),
        (position(FIRST, "condition", FOUR), elsewhere("condition", "condition")),
        (position(FIRST, "terms", FOUR), elsewhere("terms", "terms")),
        (
            position(FIRST, "terms", &format!(r#"[{{"exact": "One"}}, {FOUR}]"#)),
            elsewhere("terms[1]", "terms"),
        ),
        (position(r#"{"exact": "One"}, {"exact": "Five"}"#, "terms", FOUR), None),
        (position(r#"{"exact": "Five six."}"#, "terms", FOUR), None),
    ] {
        check(&statement(&members), "\"four\"", said);
    }
    let later = "the statement is dated 2024-06, after the document that reports it, 2024-05; put one of the two dates right";
    for (date, said) in [("2024-05-31", None), ("2024", None), ("2023-12-31", None), ("2024-06", Some(later))]
    {
        let file = statement(&format!(r#""spans": [{FIRST}], "date": "{date}""#));
        check(&file, &format!("\"{date}\"}}]"), said.map(|said| format!("statement s, date: {said}")));
    }
}

#[test]
fn marks_in_quoted_words_are_told_where_they_are_not_the_speakers() {
    let ends = "a quotation ends inside these words and another begins; make two spans of them, and leave out what stands between";
    let marks = "the quotation marks at the ends are not the speaker’s words; leave them out of \"exact\", the page sets its own";
    for (words, kind, said) in [
        ("We go,” she said, “and stay.", "direct", Some(ends)),
        ("We go,” she said, “and stay.", "indirect", None),
        ("“We go,”", "direct", Some(marks)),
        ("“Never” is what he said", "direct", None),
        ("“park", "scare", Some(marks)),
    ] {
        let row = json!({ "id": "d", "title": "D", "date": "2024", "text": words });
        let statement = json!({ "id": "s", "document": "d", "spans": [{ "exact": words }], "kind": kind, "speaker": "a" });
        let file = with("documents", &row.to_string());
        let start = file.find(r#"{"id": "s""#).unwrap();
        let file = format!("{}{statement}]}}", &file[..start]);
        let exact = json!(words).to_string();
        let (before, _) = file.split_once(&format!("\"exact\":{exact}")).unwrap();
        let (line, column) = place(file.as_bytes(), before.len() + "\"exact\":".len());
        let wanted = said.map(|said| format!("{line}:{column} statement s, spans[0]: {said}"));
        assert_eq!(told(&file), wanted.into_iter().collect::<Vec<_>>(), "{words} {kind}");
    }
}

#[test]
fn a_file_with_problems_is_warned_as_far_as_its_shape_is_sound() {
    let unknown = r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "q", "date": "2025"}"#;
    let file = with("statements", unknown);
    assert!(Corpus::read(file.as_bytes()).is_err());
    assert!(
        warnings(&file).iter().any(|told| told.contains("statement s, date: ")),
        "{:#?}",
        warnings(&file)
    );
    for broken in ["", "{", "[]", "{\"standpoint\": 1}"] {
        assert_eq!(warnings(broken), [""; 0], "{broken}");
    }
}

#[test]
fn the_bundled_corpora_are_warned_of_nothing() {
    for file in ["corpus/nato-2021.json", "corpus/tram-town.json", "tests/cases/every-key.json"] {
        let text = std::fs::read_to_string(file).unwrap();
        assert_eq!(warnings(&text), [""; 0], "{file}");
    }
}
