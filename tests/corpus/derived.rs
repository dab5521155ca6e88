//! What is derived: relays, reading order, groups, dates, ids, checksums.

use crate::{corpus, of_statements, with};
use serde_json::{Value, json};
use standpoint::corpus::*;

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
        assert_eq!(
            read.statements[read.statement_by_id("s").unwrap()].wording_checksum.as_deref(),
            Some(sum),
            "{spans:?}"
        );
    }
}
