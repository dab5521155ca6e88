//! The published schema: it names what the format has.

use crate::fields::{FIELDS, FULL, keys_of};
use crate::{EVERY_KEY, corpus};
use serde_json::{Value, json};
use standpoint::corpus::schema;
use std::collections::BTreeSet;

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
pub fn used_keys(value: &Value, path: &str, found: &mut BTreeSet<String>) {
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
pub fn named_keys(schema: &Value, path: &str, found: &mut impl FnMut(&str, &Value)) {
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
pub fn alternatives(schema: &Value) -> Vec<&Value> {
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
pub fn read_word(path: &str, word: &str) -> String {
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
