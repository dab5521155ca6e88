//! Actors and issues by what is typed, ids for new rows, and the statement around others.

use crate::{edit, edited, ferry};
use standpoint::corpus::raw::IdText;
use standpoint::corpus::{Text, id_problem};
use standpoint::draft::{Draft, Found, List};

/// Ids with their uses, as `ada 3`.
fn shown(found: Vec<Found>) -> String {
    found.iter().map(|found| format!("{} {}", found.id, found.uses)).collect::<Vec<_>>().join(", ")
}

#[test]
fn actors_are_found_by_what_is_typed_and_issues_too() {
    let draft = edited(&[
        r#"{"set-actor": {"actor": "council", "to": {"aliases": ["Élus d’Olm", "Stadtrat"]}}}"#,
        r#"{"rename": {"row": {"list": "actors", "id": "guild"}, "to": "ferrymen", "keeps_former": true}}"#,
    ]);
    for (typed, found) in [
        ("ada", "ada 3"),
        ("ADA br", "ada 3"),
        ("brandt", "ada 3"),
        // Begins; then begins a later word; then stands inside one.
        ("mayor", "mayor 1, ada 3"),
        ("olm", "town 0, council 1, mayor 1"),
        ("ou", "council 1"),
        ("elus", "council 1"),
        ("d'olm", "council 1"),
        ("la m", "mayor 1"),
        ("guild", "ferrymen 3"),
        // A letter more, less or other.
        ("brand", "ada 3"),
        ("brant", "ada 3"),
        ("councl", "council 1"),
        ("stadrat", "council 1"),
        ("xy", ""),
        ("nobody", ""),
        ("  ", "ferrymen 3, council 1, ada 3, mayor 1, town 0"),
    ] {
        assert_eq!(shown(draft.find_actors(typed)), found, "{typed}");
    }
    for (typed, found) in [
        ("toll", "toll 2"),
        ("a f", "fee 1"),
        ("there should", "toll 2, fee 1"),
        ("tol", "toll 2"),
        ("fea", "fee 1"),
        ("", "toll 2, fee 1"),
    ] {
        assert_eq!(shown(draft.find_issues(typed)), found, "{typed}");
    }
}

#[test]
fn what_was_used_last_is_offered_first_when_nothing_is_typed() {
    let mut draft = ferry();
    assert_eq!(shown(draft.find_actors("")), "ada 3, guild 3, council 1, mayor 1, town 0");
    for (json, actors, issues) in [
        (r#"{"set-statements": {"statements": ["s2"], "to": {"speaker": "council"}}}"#, "council", "toll"),
        (
            r#"{"set-statements": {"statements": ["s2"], "to": {"on-behalf-of": "town"}}}"#,
            "town, council",
            "toll",
        ),
        (
            r#"{"add-position": {"statement": "s2", "position": {"issue": "fee", "stance": "open", "holder": "mayor"}}}"#,
            "mayor, town, council",
            "fee",
        ),
        (
            r#"{"add": {"row": {"issue": {"id": "x", "label": "X", "proposition": "X."}}, "at": null}}"#,
            "mayor, town, council",
            "x, fee",
        ),
        (
            r#"{"many": [{"set-statements": {"statements": ["s2"], "to": {"addressees": ["ada"]}}}, {"set-statements": {"statements": ["s2"], "to": {"via": [{"actor": "guild"}]}}}]}"#,
            "guild, ada, mayor, town, council",
            "x, fee",
        ),
    ] {
        draft.apply(edit(json)).unwrap();
        let first = |found: Vec<Found>, wanted: &str| -> String {
            let count = wanted.split(", ").count();
            found.iter().take(count).map(|found| found.id).collect::<Vec<_>>().join(", ")
        };
        assert_eq!(first(draft.find_actors(""), actors), actors, "{json}");
        assert_eq!(first(draft.find_issues(""), issues), issues, "{json}");
    }
    draft.undo();
    draft.undo();
    draft.undo();
    assert!(shown(draft.find_actors("")).starts_with("town 1, council 2, "));
}

#[test]
fn a_new_row_has_an_id_that_no_other_had() {
    let draft = edited(&[
        r#"{"rename": {"row": {"list": "statements", "id": "s3"}, "to": "s07", "keeps_former": true}}"#,
        r#"{"rename": {"row": {"list": "actors", "id": "guild"}, "to": "ferry-guild", "keeps_former": true}}"#,
        r#"{"add": {"row": {"actor": {"id": "a1", "name": "Б", "kind": "person"}}, "at": null}}"#,
    ]);
    assert_eq!(draft.new_statement_id().0, "s8");
    for (list, name, id) in [
        (List::Actors, "Volodymyr Zelenskyy", "volodymyr-zelenskyy"),
        (List::Actors, "Ferry Guild", "ferry-guild-2"),
        (List::Actors, "guild", "guild-2"),
        (List::Actors, "Łódź’s Čapek & Søn (GmbH)", "lodzs-capek-son-gmbh"),
        (List::Actors, "Straße", "strasse"),
        (List::Actors, "Зеленский", "a2"),
        (List::Actors, "東京 2021", "a2"),
        (List::Actors, "…", "a2"),
        (List::Actors, "con", "con-2"),
        (List::Actors, "Con. Party", "con-party"),
        (List::Actors, "index.html", "index-html"),
        (List::Issues, "A toll", "a-toll"),
        (List::Issues, "Пошлина", "i1"),
        (List::Coders, "Kim", "kim-2"),
        (List::Documents, "compare", "compare-2"),
        (List::Documents, "文書", "d1"),
        (List::Statements, "S1", "s1-2"),
        (List::Statements, "S3", "s3-2"),
        (
            List::Actors,
            "The very long name of a committee of the whole town and its river",
            "the-very-long-name-of-a-committee-of-the",
        ),
        (List::Actors, &"x".repeat(200), &"x".repeat(40)),
    ] {
        let found = draft.new_id(list, name);
        assert_eq!(found.0, id, "{name}");
        assert_eq!(id_problem(&found.0, list.reserved()), None, "{name}");
    }
}

#[test]
fn a_statement_stands_inside_the_smallest_that_holds_all_of_its_words() {
    let inner = r#"{"add": {"row": {"statement": {"id": "inner", "document": "letter", "kind": "indirect", "speaker": "ada", "parent": "s4",
        "spans": [{"exact": "We want no toll,"}, {"exact": " as Ada Brandt said."}]}}, "at": null}}"#;
    let draft = edited(&[inner]);
    let text = Text::new(draft.file().documents[1].text.clone());
    let around = |draft: &Draft, words: &[&str]| -> Option<IdText> {
        let spans: Vec<_> = words.iter().map(|words| text.find(words).next().unwrap()).collect();
        draft.parent_of("letter", &text, &spans)
    };
    for (words, parent) in [
        (&["no toll"][..], Some("inner")),
        // Spans that touch count as one.
        (&["toll, as Ada"], Some("inner")),
        (&["toll", "a ferry"], Some("s4")),
        (&["a ferry"], Some("s4")),
        (&["The guild"], None),
        (&["wrote: “We want"], None),
        // Nothing stands inside what is no longer.
        (&["We want no toll, as Ada Brandt said. We want a ferry."], None),
        (&["no"], Some("s5")),
    ] {
        assert_eq!(around(&draft, words), parent.map(|id| IdText(id.to_owned())), "{words:?}");
    }
    let span = text.span(0, 3).unwrap();
    assert_eq!(draft.parent_of("elsewhere", &text, &[span]), None);
}
