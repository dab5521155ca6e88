//! Every text of the format: where it stands, and how it is read back.

use crate::schema::{alternatives, named_keys};
use crate::{assert_clear, corpus};
use serde_json::Value;
use standpoint::corpus::*;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// A corpus with one of every text, on rows to whose ids nothing refers where it stands for an id.
pub const FULL: &str = r#"{ "$schema": "x", "standpoint": 1, "id": "c", "former_ids": ["b"], "title": "C", "summary": "S", "language": "en",
        "version": "1", "updated": "2024", "contact": "https://example.org", "license": "L", "method": "M",
        "coders": [{ "id": "k", "name": "K" }, { "id": "l", "name": "L" }],
        "actors": [
            { "id": "p", "former_ids": ["o"], "name": "P", "kind": "person", "aliases": ["Q"], "part_of": "b", "names": { "uk": "П" },
              "note": "N", "roles": [{ "title": "T", "of": "b", "from": "2024", "to": "2024", "attested": "2024" }] },
            { "id": "b", "name": "B", "kind": "state" }, { "id": "g", "name": "G", "kind": "state" }],
        "issues": [{ "id": "j", "former_ids": ["h"], "label": "J", "proposition": "It is.", "type": "policy" },
                   { "id": "i", "label": "I", "proposition": "It is." }],
        "documents": [
            { "id": "e", "former_ids": ["f"], "title": "E", "date": "2024", "language": "en", "publisher": "P", "author": "A",
              "url": "https://example.org", "archived": "https://example.org", "license": "L", "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "note": "N",
              "text": "T" },
            { "id": "d", "title": "D", "date": "2024", "text": "One two",
              "structure": [{ "role": "heading", "exact": "One", "prefix": "", "suffix": " two" }] }],
        "statements": [
            { "id": "s", "former_ids": ["r"], "document": "d", "kind": "direct", "act": "asks", "speaker": "b", "on_behalf_of": "b",
              "spans": [{ "exact": "One", "prefix": "", "suffix": " two", "lang": "en" }],
              "via": [{ "actor": "b", "cue": { "exact": "two", "prefix": "One ", "suffix": "", "label": "L" } }], "addressees": ["b"],
              "occasion": "O", "cue": { "exact": "two", "prefix": "One ", "suffix": "", "label": "L" }, "date": "2024", "parent": "t",
              "about": { "statement": "t", "relation": "withdraws" }, "confidence": "low", "note": "N",
              "positions": [{ "issue": "i", "stance": "open", "holder": "g", "spans": [{ "exact": "One", "prefix": "", "suffix": " two", "label": "L" }],
                  "condition": { "exact": "two", "prefix": "One ", "suffix": "", "label": "L" },
                  "terms": { "exact": "two", "prefix": "One ", "suffix": "", "label": "L" },
                  "rationale": "R", "coder": "l", "confidence": "low" }] },
            { "id": "t", "document": "d", "kind": "direct", "speaker": "b", "spans": [{ "exact": "One two" }] }] }"#;

pub static FULL_READ: LazyLock<Corpus> = LazyLock::new(|| corpus(FULL));

pub type Field = (&'static str, fn(&Corpus) -> Option<String>);

pub fn first<K: Copy + PartialEq, T>(mut rows: impl Iterator<Item = (K, T)>) -> Option<T> {
    rows.next().map(|(_, row)| row)
}

pub fn own(text: &Option<String>) -> Option<String> {
    text.clone()
}

pub fn word(value: impl std::fmt::Debug) -> Option<String> {
    let value = format!("{value:?}").to_lowercase();
    let inner = value.strip_prefix("some(").and_then(|rest| rest.strip_suffix(')'));
    Some(inner.map(str::to_owned).unwrap_or(value))
}

pub fn actor(c: &Corpus) -> &Actor {
    first(c.actors.iter()).unwrap()
}

pub fn issue(c: &Corpus) -> &Issue {
    first(c.issues.iter()).unwrap()
}

pub fn document(c: &Corpus) -> &Document {
    first(c.documents.iter()).unwrap()
}

pub fn second(c: &Corpus) -> &Document {
    c.documents.iter().nth(1).unwrap().1
}

/// The statement `s`, whatever its id is now: it alone has a note or positions.
pub fn stated(c: &Corpus) -> &Statement {
    c.statements.iter().map(|(_, s)| s).find(|s| !s.positions.is_empty()).unwrap()
}

pub fn position(c: &Corpus) -> &Position {
    &stated(c).positions[0]
}

pub fn id_of(c: &Corpus, actor: Option<ActorIx>) -> Option<String> {
    actor.map(|ix| c.actors[ix].id.to_string())
}

pub fn words_at(c: &Corpus, span: Span) -> Option<String> {
    Some(second(c).text.get(span).to_owned())
}

/// What is not kept in memory can only be accepted or refused.
pub fn not_kept(_: &Corpus) -> Option<String> {
    None
}

/// Every text of the format: where it stands in `full`, and how it is read back.
pub const FIELDS: &[Field] = &[
    ("/$schema", not_kept),
    ("/id", |c| Some(c.id.to_string())),
    ("/former_ids/0", |c| Some(c.former_ids[0].to_string())),
    ("/title", |c| Some(c.title.clone())),
    ("/summary", |c| own(&c.summary)),
    ("/language", |c| Some(c.language.clone())),
    ("/version", |c| own(&c.version)),
    ("/updated", |c| c.updated.map(|d| d.to_string())),
    ("/contact", |c| own(&c.contact)),
    ("/license", |c| own(&c.license)),
    ("/method", |c| own(&c.method)),
    ("/coders/0/id", |c| first(c.coders.iter()).map(|k| k.id.to_string())),
    ("/coders/0/name", |c| first(c.coders.iter()).map(|k| k.name.clone())),
    ("/actors/0/id", |c| Some(actor(c).id.to_string())),
    ("/actors/0/former_ids/0", |c| Some(actor(c).former_ids[0].to_string())),
    ("/actors/0/name", |c| Some(actor(c).name.clone())),
    ("/actors/0/kind", |c| word(actor(c).kind)),
    ("/actors/0/aliases/0", |c| Some(actor(c).aliases[0].clone())),
    ("/actors/0/part_of", |c| id_of(c, actor(c).part_of)),
    ("/actors/0/names/uk", |c| Some(actor(c).names[0].1.clone())),
    ("/actors/0/note", |c| own(&actor(c).note)),
    ("/actors/0/roles/0/title", |c| Some(actor(c).roles[0].title.clone())),
    ("/actors/0/roles/0/of", |c| id_of(c, actor(c).roles[0].of)),
    ("/actors/0/roles/0/from", |c| actor(c).roles[0].from.map(|d| d.to_string())),
    ("/actors/0/roles/0/to", |c| match actor(c).roles[0].to {
        Some(Until::Date(date)) => Some(date.to_string()),
        Some(Until::Still) => Some("..".to_owned()),
        None => None,
    }),
    ("/actors/0/roles/0/attested", |c| actor(c).roles[0].attested.map(|d| d.to_string())),
    ("/issues/0/id", |c| Some(issue(c).id.to_string())),
    ("/issues/0/former_ids/0", |c| Some(issue(c).former_ids[0].to_string())),
    ("/issues/0/label", |c| Some(issue(c).label.clone())),
    ("/issues/0/proposition", |c| Some(issue(c).proposition.clone())),
    ("/issues/0/type", |c| word(issue(c).kind)),
    ("/documents/0/id", |c| Some(document(c).id.to_string())),
    ("/documents/0/former_ids/0", |c| Some(document(c).former_ids[0].to_string())),
    ("/documents/0/title", |c| Some(document(c).title.clone())),
    ("/documents/0/date", |c| Some(document(c).date.to_string())),
    ("/documents/0/language", |c| Some(document(c).language.clone())),
    ("/documents/0/publisher", |c| own(&document(c).publisher)),
    ("/documents/0/author", |c| own(&document(c).author)),
    ("/documents/0/url", |c| document(c).url.as_ref().map(|a| a.as_str().to_owned())),
    ("/documents/0/archived", |c| document(c).archived.as_ref().map(|a| a.as_str().to_owned())),
    ("/documents/0/license", |c| own(&document(c).license)),
    ("/documents/0/sha256", |c| own(&document(c).sha256)),
    ("/documents/0/note", |c| own(&document(c).note)),
    ("/documents/0/text", |c| Some(document(c).text.as_str().to_owned())),
    ("/documents/1/structure/0/role", |c| word(second(c).structure[0].role)),
    ("/documents/1/structure/0/exact", |c| words_at(c, second(c).structure[0].span)),
    ("/documents/1/structure/0/prefix", not_kept),
    ("/documents/1/structure/0/suffix", not_kept),
    ("/statements/0/id", |c| Some(stated(c).id.to_string())),
    ("/statements/0/former_ids/0", |c| Some(stated(c).former_ids[0].to_string())),
    ("/statements/0/document", |c| Some(c.documents[stated(c).document].id.to_string())),
    ("/statements/0/kind", |c| word(stated(c).kind)),
    ("/statements/0/act", |c| word(stated(c).act)),
    ("/statements/0/speaker", |c| id_of(c, stated(c).speaker.actors().first().copied())),
    ("/statements/0/on_behalf_of", |c| id_of(c, stated(c).on_behalf_of)),
    ("/statements/0/spans/0/exact", |c| words_at(c, stated(c).spans[0].span)),
    ("/statements/0/spans/0/prefix", not_kept),
    ("/statements/0/spans/0/suffix", not_kept),
    ("/statements/0/spans/0/lang", |c| own(&stated(c).spans[0].lang)),
    ("/statements/0/via/0/actor", |c| id_of(c, stated(c).via.last()?.by.actors().first().copied())),
    ("/statements/0/via/0/cue/exact", |c| words_at(c, stated(c).via.last()?.cue?)),
    ("/statements/0/via/0/cue/prefix", not_kept),
    ("/statements/0/via/0/cue/suffix", not_kept),
    ("/statements/0/via/0/cue/label", not_kept),
    ("/statements/0/addressees/0", |c| id_of(c, stated(c).addressees.first().copied())),
    ("/statements/0/occasion", |c| own(&stated(c).occasion)),
    ("/statements/0/cue/exact", |c| words_at(c, stated(c).cue?)),
    ("/statements/0/cue/prefix", not_kept),
    ("/statements/0/cue/suffix", not_kept),
    ("/statements/0/cue/label", not_kept),
    ("/statements/0/date", |c| stated(c).date.map(|d| d.to_string())),
    ("/statements/0/parent", |c| stated(c).parent.map(|ix| c.statements[ix].id.to_string())),
    ("/statements/0/about/statement", |c| Some(c.statements[stated(c).about?.statement].id.to_string())),
    ("/statements/0/about/relation", |c| word(stated(c).about?.relation)),
    ("/statements/0/confidence", |c| word(stated(c).confidence)),
    ("/statements/0/note", |c| own(&stated(c).note)),
    ("/statements/0/positions/0/issue", |c| Some(c.issues[position(c).issue].id.to_string())),
    ("/statements/0/positions/0/stance", |c| word(position(c).stance)),
    ("/statements/0/positions/0/holder", |c| id_of(c, position(c).holders.first().copied())),
    ("/statements/0/positions/0/spans/0/exact", |c| words_at(c, position(c).spans[0])),
    ("/statements/0/positions/0/spans/0/prefix", not_kept),
    ("/statements/0/positions/0/spans/0/suffix", not_kept),
    ("/statements/0/positions/0/spans/0/label", not_kept),
    ("/statements/0/positions/0/condition/exact", |c| words_at(c, position(c).conditions[0].span)),
    ("/statements/0/positions/0/condition/prefix", not_kept),
    ("/statements/0/positions/0/condition/suffix", not_kept),
    ("/statements/0/positions/0/condition/label", |c| own(&position(c).conditions[0].label)),
    ("/statements/0/positions/0/terms/exact", |c| words_at(c, position(c).terms[0].span)),
    ("/statements/0/positions/0/terms/prefix", not_kept),
    ("/statements/0/positions/0/terms/suffix", not_kept),
    ("/statements/0/positions/0/terms/label", |c| own(&position(c).terms[0].label)),
    ("/statements/0/positions/0/rationale", |c| own(&position(c).rationale)),
    ("/statements/0/positions/0/coder", |c| position(c).coder.map(|ix| c.coders[ix].id.to_string())),
    ("/statements/0/positions/0/confidence", |c| word(position(c).confidence)),
];

/// Fields in which anything may be written that is not too long.
pub const FREE: &[&str] = &[
    "/summary",
    "/method",
    "/actors/0/note",
    "/documents/0/note",
    "/statements/0/note",
    "/statements/0/positions/0/rationale",
];

/// A pointer as a path of keys, without places in lists.
pub fn keys_of(pointer: &str) -> String {
    let keys = pointer.split('/').skip(1).filter(|step| !step.bytes().all(|b| b.is_ascii_digit()));
    keys.map(|key| format!(".{key}")).collect::<String>().replace(".names.uk", ".names")
}

/// A pointer as problems write paths.
pub fn path_of(pointer: &str) -> String {
    let mut path = String::new();
    for step in pointer.split('/').skip(1) {
        match step.parse::<usize>() {
            Ok(at) => path += &format!("[{at}]"),
            Err(_) if path.is_empty() => path += step,
            Err(_) => path += &format!(".{step}"),
        }
    }
    path
}

#[test]
fn the_list_of_fields_has_every_text_of_the_format() {
    let listed: BTreeSet<String> = FIELDS.iter().map(|(pointer, _)| keys_of(pointer)).collect();
    let mut texts = BTreeSet::new();
    named_keys(&schema(), "", &mut |path, value| {
        let is_text = |one: &Value| {
            one["type"] == "string"
                || one["enum"].is_array()
                || one["additionalProperties"]["type"] == "string"
        };
        if alternatives(value).into_iter().any(is_text) {
            texts.insert(path.to_owned());
        }
    });
    assert_eq!(listed, texts);
    let file: Value = serde_json::from_str(FULL).unwrap();
    for (pointer, get) in FIELDS {
        let written = file.pointer(pointer).and_then(Value::as_str).unwrap();
        assert!(get(&FULL_READ).is_none_or(|text| text == written), "{pointer}");
    }
}

pub fn assert_read_back_or_told((pointer, get): Field, text: &str, file: &mut Value) {
    let good = std::mem::replace(file.pointer_mut(pointer).unwrap(), text.into());
    let written = file.to_string();
    *file.pointer_mut(pointer).unwrap() = good;
    let told = match Corpus::read(written.as_bytes()) {
        Ok(Reading { corpus, orphans, .. }) if orphans.is_empty() => {
            let kept = !text.is_empty() && get(&FULL_READ).is_some();
            let back = get(&corpus).or((!kept).then(|| text.to_owned()));
            return assert_eq!(back.as_deref(), Some(text), "{pointer}");
        }
        Ok(reading) => reading.orphans.into_iter().flat_map(|fault| fault.problems).collect(),
        Err(refusal) => refusal.problems,
    };
    let path = path_of(pointer);
    let taken = |at: &LocatedProblem| matches!(&at.problem, Problem::DuplicateId { id, .. } if id == text);
    let named = |at: &LocatedProblem| at.path == path || is_context(&path, &at.path) || taken(at);
    assert!(told.iter().any(named) && !FREE.contains(&pointer), "{pointer} = {text:?}: {told:?}");
    told.iter().for_each(|at| assert_clear(written.as_bytes(), at));
}

/// Some problems are told beside the text: a prefix that disagrees at the words, dates that do at the role.
pub fn is_context(path: &str, told: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(above, key)| match key {
        "prefix" | "suffix" => told == format!("{above}.exact"),
        "from" | "to" => told == above,
        _ => false,
    })
}
