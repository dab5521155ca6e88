//! A small invented corpus written as rows, for tests of what is asked and answered: an actor table that
//! never changes and one line a statement.
//!
//! `s1 ada direct tram=supports for=council via=press date=2024-05` reads: statement s1 by ada, word for word,
//! with an own position. `tram=supports?` has a condition, `tram=opposes@bo` is said of bo, `tram=open/x` was
//! given by coder x, `ada+bo` speak jointly, `@` is the writer, `-` is nobody named, `about=withdraws:s1` says what it
//! does to another, `sure=low` how certain the coder is.

use serde_json::{Map, Value, json};
use standpoint::corpus::Corpus;

pub fn town(rows: &[&str]) -> Corpus {
    let bytes = town_json(rows).to_string();
    match Corpus::read(bytes.as_bytes()) {
        Ok(reading) => {
            assert!(reading.orphans.is_empty(), "{:?}", reading.orphans);
            reading.corpus
        }
        Err(refusal) => {
            panic!("{:?}", refusal.problems.iter().map(|p| p.problem.to_string()).collect::<Vec<_>>())
        }
    }
}

pub fn town_json(rows: &[&str]) -> Value {
    let mut text = String::from("The town debates a tram.\n\n");
    let mut statements = Vec::new();
    for row in rows {
        let (statement, words) = statement(row);
        text.push_str(&format!("Somebody said: {words}.\n\n"));
        statements.push(statement);
    }
    json!({
        "standpoint": 1, "id": "town", "title": "The tram", "language": "en",
        "coders": [{"id": "x", "name": "X"}, {"id": "y", "name": "Y"}],
        "actors": [
            {"id": "ada", "name": "Ada", "kind": "person",
             "roles": [{"title": "Mayor", "of": "council", "from": "2024-01-01", "to": "2024-12-31"}]},
            {"id": "bo", "name": "Bo", "kind": "person", "roles": [{"title": "Speaker", "of": "traders"}]},
            {"id": "cy", "name": "Çy", "kind": "person"},
            {"id": "council", "name": "Council", "kind": "organisation", "part_of": "town-itself"},
            {"id": "town-itself", "name": "Town", "kind": "state"},
            {"id": "traders", "name": "Traders", "kind": "organisation"},
            {"id": "press", "name": "Press office", "kind": "office", "part_of": "council"},
            {"id": "quiet", "name": "Quiet", "kind": "person"}
        ],
        "issues": [
            {"id": "tram", "label": "Tram", "proposition": "The tram should be built.", "type": "policy"},
            {"id": "cost", "label": "Cost", "proposition": "The tram will cost too much.", "type": "claim"}
        ],
        "documents": [{"id": "d1", "title": "Report", "date": "2024-06-01", "text": text}],
        "statements": statements
    })
}

fn statement(row: &str) -> (Value, String) {
    let mut parts = row.split(' ');
    let id = parts.next().unwrap_or_default();
    let speaker = match parts.next().unwrap_or_default() {
        "@" => json!("@document"),
        "-" => Value::Null,
        joint if joint.contains('+') => json!(joint.split('+').collect::<Vec<_>>()),
        one => json!(one),
    };
    let kind = parts.next().unwrap_or_default();
    let mut words = format!("the words of {id} given that of {id}");
    let mut statement = Map::new();
    let mut positions = Vec::new();
    for part in parts {
        let (key, value) = part.split_once('=').unwrap_or_default();
        match key {
            "for" => drop(statement.insert("on_behalf_of".into(), json!(value))),
            "via" => {
                drop(statement.insert("via".into(), json!([{"actor": (value != "-").then_some(value)}])))
            }
            "about" => {
                let (relation, of) = value.split_once(':').unwrap_or_default();
                drop(statement.insert("about".into(), json!({"statement": of, "relation": relation})))
            }
            "act" => drop(statement.insert("act".into(), json!(value))),
            "sure" => drop(statement.insert("confidence".into(), json!(value))),
            "to" => drop(statement.insert("addressees".into(), json!([value]))),
            "date" => drop(statement.insert("date".into(), json!(value))),
            "says" => words = format!("{} in {id} given that of {id}", value.replace('_', " ")),
            issue => positions.push(position(issue, value, id)),
        }
    }
    let spans = if kind == "mixed" {
        let (first, last) = words.split_once(' ').unwrap_or_default();
        json!([{"exact": format!("{first} "), "quoted": true, "suffix": last}, {"exact": last, "quoted": false}])
    } else {
        json!([{ "exact": words }])
    };
    statement.extend([
        ("id".into(), json!(id)),
        ("document".into(), json!("d1")),
        ("spans".into(), spans),
        ("kind".into(), json!(kind)),
        ("speaker".into(), speaker),
        ("positions".into(), json!(positions)),
    ]);
    (Value::Object(statement), words)
}

fn position(issue: &str, value: &str, id: &str) -> Value {
    let (value, coder) = value.split_once('/').map_or((value, None), |(v, c)| (v, Some(c)));
    let (value, holder) = value.split_once('@').map_or((value, None), |(v, h)| (v, Some(h)));
    let stance = value.trim_end_matches('?');
    let condition =
        (stance != value).then(|| json!({"exact": format!("given that of {id}"), "label": "given that"}));
    json!({"issue": issue, "stance": stance, "holder": holder, "coder": coder, "condition": condition})
}
