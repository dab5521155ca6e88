//! What is refused, in which words, and that nothing is changed then.

use crate::{edit, edited, ferry};
use standpoint::draft::Draft;

#[test]
fn a_refused_edit_says_why_and_changes_nothing() {
    for (json, sentence) in [
        (r#"{"set-coder": {"coder": "max", "name": "Max"}}"#, "there is no coder “max”"),
        (r#"{"set-actor": {"actor": "s1", "to": {"name": "X"}}}"#, "there is no actor “s1”"),
        (r#"{"set-issue": {"issue": "x", "to": {"label": "X"}}}"#, "there is no issue “x”"),
        (r#"{"set-document": {"document": "x", "to": {"title": "X"}}}"#, "there is no document “x”"),
        (r#"{"correct-text": {"document": "x", "text": "X"}}"#, "there is no document “x”"),
        (
            r#"{"set-statements": {"statements": ["s1", "s9"], "to": {"note": "X"}}}"#,
            "there is no statement “s9”",
        ),
        (r#"{"set-statements": {"statements": ["s1"], "to": {"speaker": "x"}}}"#, "there is no actor “x”"),
        (
            r#"{"set-statements": {"statements": ["s1"], "to": {"speaker": ["@document"]}}}"#,
            "there is no actor “@document”",
        ),
        (
            r#"{"set-statements": {"statements": ["s1"], "to": {"via": [{"actor": "x"}]}}}"#,
            "there is no actor “x”",
        ),
        (r#"{"set-statements": {"statements": ["s1"], "to": {"parent": "x"}}}"#, "there is no statement “x”"),
        (
            r#"{"set-statements": {"statements": ["s4"], "to": {"parent": "s4"}}}"#,
            "the statement “s4” would lead back to itself by \"parent\"",
        ),
        (
            r#"{"set-statements": {"statements": ["s4"], "to": {"parent": "s5"}}}"#,
            "the statement “s4” would lead back to itself by \"parent\"",
        ),
        (
            r#"{"set-statements": {"statements": ["s1"], "to": {"about": {"statement": "s5", "relation": "corrects"}}}}"#,
            "the statement “s1” would lead back to itself by \"about\"",
        ),
        (
            r#"{"set-actor": {"actor": "town", "to": {"part-of": "mayor"}}}"#,
            "the actor “town” would lead back to itself by \"part_of\"",
        ),
        (r#"{"set-actor": {"actor": "town", "to": {"part-of": "x"}}}"#, "there is no actor “x”"),
        (
            r#"{"add": {"row": {"actor": {"id": "x", "name": "X", "kind": "state", "roles": [{"title": "T", "of": "y"}]}}, "at": null}}"#,
            "there is no actor “y”",
        ),
        (
            r#"{"add": {"row": {"actor": {"id": "ada", "name": "X", "kind": "state"}}, "at": null}}"#,
            "there is or was another actor “ada”; take an id that none had",
        ),
        (
            r#"{"add": {"row": {"document": {"id": "compare", "title": "X", "date": "2031", "text": "X"}}, "at": null}}"#,
            "“compare” is a word that a site uses in its own addresses; choose another id",
        ),
        (
            r#"{"add": {"row": {"issue": {"id": "A toll", "label": "X", "proposition": "X"}}, "at": null}}"#,
            "“A toll” is no id: use a–z, 0–9, then also . _ -",
        ),
        (
            r#"{"add": {"row": {"statement": {"id": "s9", "document": "x", "spans": [], "kind": "direct", "speaker": null}}, "at": null}}"#,
            "there is no document “x”",
        ),
        (
            r#"{"add-position": {"statement": "s1", "position": {"issue": "x", "stance": "open"}}}"#,
            "there is no issue “x”",
        ),
        (
            r#"{"add-position": {"statement": "s1", "position": {"issue": "fee", "stance": "open", "coder": "x"}}}"#,
            "there is no coder “x”",
        ),
        (
            r#"{"remove": {"list": "coders", "id": "kim"}}"#,
            "the coder “kim” is named by the statement “s1” and 1 more; change these first",
        ),
        (
            r#"{"remove": {"list": "actors", "id": "council"}}"#,
            "the actor “council” is named by the actor “mayor” and 1 more; change these first",
        ),
        (
            r#"{"remove": {"list": "issues", "id": "fee"}}"#,
            "the issue “fee” is named by the statement “s3”; change that first",
        ),
        (
            r#"{"remove": {"list": "documents", "id": "report"}}"#,
            "the document “report” is named by the statement “s1” and 2 more; change these first",
        ),
        (
            r#"{"remove": {"list": "statements", "id": "s4"}}"#,
            "the statement “s4” is named by the statement “s5”; change that first",
        ),
        (r#"{"move": {"row": {"list": "documents", "id": "x"}, "to": 0}}"#, "there is no document “x”"),
        (
            r#"{"rename": {"row": {"list": "actors", "id": "ada"}, "to": "guild", "keeps_former": true}}"#,
            "there is or was another actor “guild”; take an id that none had",
        ),
        (
            r#"{"rename": {"row": {"list": "coders", "id": "kim"}, "to": "x", "keeps_former": true}}"#,
            "the coder “kim” cannot keep a former id; coders have none",
        ),
        (
            r#"{"rename": {"row": {"list": "actors", "id": "ada"}, "to": "con", "keeps_former": false}}"#,
            "“con” cannot be the name of a folder on Windows, where a site may be unpacked; choose another id",
        ),
        (
            r#"{"set-corpus": {"id": {"id": "embed", "keeps_former": true}}}"#,
            "“embed” is a word that a site uses in its own addresses; choose another id",
        ),
        (
            r#"{"merge-actors": {"from": "ada", "into": "ada"}}"#,
            "the actor “ada” cannot be merged with itself",
        ),
        (
            r#"{"merge-actors": {"from": "mayor", "into": "town"}}"#,
            "the actor “town” would lead back to itself by \"part_of\"",
        ),
        (r#"{"merge-issues": {"from": "toll", "into": "x"}}"#, "there is no issue “x”"),
        (
            r#"{"split-actor": {"from": "ada", "new": {"id": "x", "name": "X", "kind": "person"}, "statements": ["s1", "s2"]}}"#,
            "the statement “s2” does not name the actor “ada”; leave it out",
        ),
        (
            r#"{"split-issue": {"from": "toll", "new": {"id": "fee", "label": "X", "proposition": "X"}, "statements": []}}"#,
            "there is or was another issue “fee”; take an id that none had",
        ),
        (
            r#"{"set-span": {"statement": "s1", "at": 1, "span": {"exact": "No"}}}"#,
            "the statement “s1” has no spans[1]",
        ),
        (r#"{"remove-span": {"statement": "s1", "at": 1}}"#, "the statement “s1” has no spans[1]"),
        (
            r#"{"remove-span": {"statement": "s1", "at": 0}}"#,
            "the statement “s1” has no other words; remove the statement itself",
        ),
        (
            r#"{"set-position": {"statement": "s2", "at": 0, "position": {"issue": "fee", "stance": "open"}}}"#,
            "the statement “s2” has no positions[0]",
        ),
        (r#"{"remove-position": {"statement": "s1", "at": 7}}"#, "the statement “s1” has no positions[7]"),
        (
            r#"{"many": [{"set-corpus": {"title": "X"}}, {"rename": {"row": {"list": "actors", "id": "ada"}, "to": "x", "keeps_former": true}}, {"correct-text": {"document": "letter", "text": "X"}}, {"remove": {"list": "coders", "id": "kim"}}]}"#,
            "the coder “kim” is named by the statement “s1” and 1 more; change these first",
        ),
    ] {
        let mut draft = ferry();
        let refusal = draft.apply(edit(json)).unwrap_err();
        assert_eq!(refusal.to_string(), sentence, "{json}");
        assert_eq!(draft, ferry(), "{json}");
    }
}

#[test]
fn a_former_id_is_not_given_again_but_to_its_own_row() {
    let renamed =
        r#"{"rename": {"row": {"list": "actors", "id": "ada"}, "to": "brandt", "keeps_former": true}}"#;
    let mut draft = edited(&[renamed]);
    let taken =
        r#"{"rename": {"row": {"list": "actors", "id": "guild"}, "to": "ada", "keeps_former": false}}"#;
    let refusal = draft.apply(edit(taken)).unwrap_err();
    assert_eq!(refusal.to_string(), "there is or was another actor “ada”; take an id that none had");
    let back =
        r#"{"rename": {"row": {"list": "actors", "id": "brandt"}, "to": "ada", "keeps_former": false}}"#;
    draft.apply(edit(back)).unwrap();
    assert_eq!(draft.file(), ferry().file());
}

#[test]
fn an_edit_that_changes_nothing_is_no_step() {
    for json in [
        r#"{"set-corpus": {"title": "The ferry"}}"#,
        r#"{"set-statements": {"statements": ["s1"], "to": {"speaker": "ada"}}}"#,
        r#"{"set-statements": {"statements": [], "to": {"speaker": "ada"}}}"#,
        r#"{"move": {"row": {"list": "documents", "id": "letter"}, "to": 9}}"#,
        r#"{"rename": {"row": {"list": "actors", "id": "ada"}, "to": "ada", "keeps_former": true}}"#,
        r#"{"many": []}"#,
    ] {
        assert_eq!(edited(&[json]), ferry(), "{json}");
    }
}

#[test]
fn a_draft_that_was_not_kept_whole_is_refused() {
    let draft =
        edited(&[r#"{"remove": {"list": "coders", "id": "lee"}}"#, r#"{"set-corpus": {"title": "X"}}"#]);
    let kept = draft.to_json();
    assert_eq!(Draft::from_json(&kept).unwrap(), draft);
    let cut = Draft::from_json(&kept[..kept.len() - 1]).unwrap_err().to_string();
    assert!(cut.starts_with("what was kept of the draft cannot be read: EOF"), "{cut}");
    let other = kept.replace(r#""splice":{"at":1"#, r#""splice":{"at":3"#);
    let refusal = Draft::from_json(&other).unwrap_err();
    assert_eq!(refusal.to_string(), "the steps that were kept with the draft are not those of its file");
}
