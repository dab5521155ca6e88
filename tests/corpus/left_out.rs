//! What is left out, and what is shown.

use crate::{check, corpus, of_statements, with};
use serde_json::{Value, json};
use standpoint::corpus::*;

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
    let not_found =
        |words| format!("these words are not in the document: “{words}”; copy them from its text");
    assert_eq!(
        orphans,
        [
            ("lost", "d", "five", vec![not_found("five"), not_found("six")]),
            ("child", "d", "One", vec!["its parent “lost” could not be placed; mend that first".to_owned()]),
            (
                "grandchild",
                "d",
                "One",
                vec!["its parent “child” could not be placed; mend that first".to_owned()]
            ),
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
            "12:50 statements[0].spans[0].exact these words are not in the document: “Two”. The document has “two”, with other capital or small letters.",
            "13:8 statements[1].id the statement id “s” is taken already; choose another",
            r#"13:92 statements[1].speaker there is no actor “z” in this corpus; add it to "actors", or write the id of another"#,
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
