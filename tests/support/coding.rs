//! Small corpora as a coder writes them: texts of numbered words, and one line a statement.
//!
//! `s1 d 0-10,20-30 direct ada tram=supports` reads: statement s1 in document d, two spans by code points, kind,
//! speaker, an own position. `ada+bo` speak jointly, `@` is the writer, `-` is nobody named; `tram=supports@bo` is
//! said of bo, `tram=supports?0-4` depends on these words, `tram=supports/x` was given by coder x, `via=bo` and
//! `for=town` are relay and body.

use serde_json::{Map, Value, json};
use standpoint::corpus::Corpus;

/// A file; what it leaves out is as in [`Coder::default`].
pub struct Coder<'a> {
    pub actors: &'a [(&'a str, &'a str)],
    pub issues: &'a [(&'a str, &'a str)],
    pub texts: &'a [(&'a str, &'a str)],
}

/// A hundred words of five code points, spaces included.
pub fn hundred_words() -> String {
    (0..100).map(|number| format!("{number:04}")).collect::<Vec<_>>().join(" ")
}

pub const ACTORS: &[(&str, &str)] = &[("ada", "Ada Ames"), ("bo", "Bo Berg"), ("town", "The town")];
pub const ISSUES: &[(&str, &str)] =
    &[("tram", "The tram should be built."), ("toll", "There should be a toll.")];

pub fn coded(rows: &[&str]) -> Corpus {
    let text = hundred_words();
    Coder { actors: ACTORS, issues: ISSUES, texts: &[("d", &text)] }.coded(rows)
}

impl Coder<'_> {
    pub fn coded(&self, rows: &[&str]) -> Corpus {
        let bytes = self.json(rows).to_string();
        let reading = Corpus::read(bytes.as_bytes()).unwrap_or_else(|refusal| {
            panic!("{:?}", refusal.problems.iter().map(ToString::to_string).collect::<Vec<_>>())
        });
        assert!(reading.orphans.is_empty(), "{:?}", reading.orphans);
        reading.corpus
    }

    pub fn json(&self, rows: &[&str]) -> Value {
        let actor = |(id, name): &(&str, &str)| json!({"id": id, "name": name, "kind": kind(id)});
        let issue = |(id, what): &(&str, &str)| json!({"id": id, "label": what, "proposition": what});
        let document =
            |(id, text): &(&str, &str)| json!({"id": id, "title": id, "date": "2024", "text": text});
        json!({
            "standpoint": 1, "id": "coded", "title": "Coded", "language": "en",
            "coders": [{"id": "x", "name": "X"}, {"id": "y", "name": "Y"}, {"id": "z", "name": "Z"}],
            "actors": self.actors.iter().map(actor).collect::<Vec<_>>(),
            "issues": self.issues.iter().map(issue).collect::<Vec<_>>(),
            "documents": self.texts.iter().map(document).collect::<Vec<_>>(),
            "statements": rows.iter().map(|row| self.statement(row)).collect::<Vec<_>>(),
        })
    }

    fn statement(&self, row: &str) -> Value {
        let mut words = row.split(' ');
        let mut next = || words.next().unwrap_or_else(|| panic!("{row} is too short"));
        let (id, document, spans, kind, by) = (next(), next(), next(), next(), next());
        let text = self.texts.iter().find(|(known, _)| *known == document).expect("a known text").1;
        let mut statement = Map::from_iter([
            ("id".to_owned(), json!(id)),
            ("document".to_owned(), json!(document)),
            ("spans".to_owned(), spans.split(',').map(|span| anchor(text, span)).collect()),
            ("kind".to_owned(), json!(kind)),
            ("speaker".to_owned(), speaker(by)),
        ]);
        let mut positions = Vec::new();
        for word in words {
            let (key, value) = word.split_once('=').unwrap();
            match key {
                "via" => drop(statement.insert("via".to_owned(), json!([{"actor": value}]))),
                "for" => drop(statement.insert("on_behalf_of".to_owned(), json!(value))),
                issue => positions.push(position(text, issue, value)),
            }
        }
        statement.insert("positions".to_owned(), Value::Array(positions));
        Value::Object(statement)
    }
}

fn position(text: &str, issue: &str, value: &str) -> Value {
    let (value, coder) = split(value, '/');
    let (value, condition) = split(value, '?');
    let (stance, holder) = split(value, '@');
    json!({
        "issue": issue, "stance": stance, "holder": holder, "coder": coder,
        "condition": condition.map(|span| anchor(text, span)),
    })
}

fn split(value: &str, mark: char) -> (&str, Option<&str>) {
    value.split_once(mark).map_or((value, None), |(value, rest)| (value, Some(rest)))
}

fn anchor(text: &str, span: &str) -> Value {
    let (start, end) = span.split_once('-').unwrap();
    let (start, end): (usize, usize) = (start.parse().unwrap(), end.parse().unwrap());
    let exact: String = text.chars().skip(start).take(end - start).collect();
    json!({"exact": exact, "start": start, "end": end})
}

fn speaker(by: &str) -> Value {
    match by {
        "@" => json!("@document"),
        "-" => Value::Null,
        by => by.split('+').collect(),
    }
}

fn kind(id: &str) -> &str {
    if id == "town" { "organisation" } else { "person" }
}
