//! The statements of a corpus as annotations of the W3C's Web Annotation Data Model, in JSON-LD: one annotation for each
//! statement, one target for each span. A target says its place twice, by its words and by its offsets; as the
//! Recommendation has it, these are code points, half-open. Nothing is read from such a file here.

use crate::corpus::{Corpus, Document, Position, Speaker, Statement, StatementSpan, raw};
use serde::Serialize;

/// Code points before and behind the words of a span.
const AROUND: usize = 32;
const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// The file, and what is not in it, in sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annotations {
    pub json: String,
    pub left_out: Vec<String>,
}

#[derive(Serialize)]
struct Page<'c> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    label: &'c str,
    items: Vec<Annotation<'c>>,
}

#[derive(Serialize)]
struct Annotation<'c> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    creator: Vec<Creator<'c>>,
    body: Vec<Body>,
    target: Vec<Target<'c>>,
}

#[derive(Serialize)]
struct Creator<'c> {
    #[serde(rename = "type")]
    kind: &'static str,
    name: &'c str,
}

#[derive(Serialize)]
struct Body {
    #[serde(rename = "type")]
    kind: &'static str,
    purpose: &'static str,
    format: &'static str,
    value: String,
}

#[derive(Serialize)]
struct Target<'c> {
    #[serde(rename = "type")]
    kind: &'static str,
    source: String,
    selector: (Quote<'c>, Offsets),
}

#[derive(Serialize)]
struct Quote<'c> {
    #[serde(rename = "type")]
    kind: &'static str,
    exact: &'c str,
    prefix: &'c str,
    suffix: &'c str,
}

#[derive(Serialize)]
struct Offsets {
    #[serde(rename = "type")]
    kind: &'static str,
    start: u32,
    end: u32,
}

pub fn export(corpus: &Corpus) -> Annotations {
    let items = corpus.statements.iter().map(|(_, statement)| annotation(corpus, statement)).collect();
    let id = format!("#{}", corpus.id);
    let page = Page { context: CONTEXT, id, kind: "AnnotationPage", label: &corpus.title, items };
    // Writing plain data as JSON cannot fail.
    let mut json = serde_json::to_string_pretty(&page).unwrap_or_default();
    json.push('\n');
    Annotations { json, left_out: left_out(corpus) }
}

fn annotation<'c>(corpus: &'c Corpus, statement: &'c Statement) -> Annotation<'c> {
    let mut bodies: Vec<Body> = speakers(corpus, statement).map(|name| body("identifying", name)).collect();
    bodies.extend(statement.positions.iter().map(|own| body("classifying", position(corpus, own))));
    let mut creator: Vec<Creator> = Vec::new();
    for coder in statement.positions.iter().filter_map(|position| position.coder) {
        let name = corpus.coders[coder].name.as_str();
        if creator.iter().all(|known| known.name != name) {
            creator.push(Creator { kind: "Person", name });
        }
    }
    let motivation = ["identifying", "classifying"];
    let has = |purpose: &&str| bodies.iter().any(|body| body.purpose == *purpose);
    let mut motivation: Vec<&'static str> = motivation.into_iter().filter(has).collect();
    if motivation.is_empty() {
        motivation.push("highlighting");
    }
    let document = &corpus.documents[statement.document];
    let id = format!("#{}/{}", document.id, statement.id);
    let target = statement.spans.iter().map(|words| target(document, words)).collect();
    Annotation { id, kind: "Annotation", motivation, creator, body: bodies, target }
}

fn body(purpose: &'static str, value: String) -> Body {
    Body { kind: "TextualBody", purpose, format: "text/plain", value }
}

/// Who speaks; nothing where the text leaves it open, or speaks itself.
fn speakers<'c>(corpus: &'c Corpus, statement: &'c Statement) -> impl Iterator<Item = String> + 'c {
    statement.speaker.actors().iter().map(|actor| corpus.actors[*actor].name.clone())
}

/// `supports: The tram should be built.`, after the names of those whose position it is said to be.
fn position(corpus: &Corpus, position: &Position) -> String {
    let stance = raw::Token(position.stance).word();
    let issue = &corpus.issues[position.issue].proposition;
    let holders: Vec<&str> =
        position.holders.iter().map(|holder| corpus.actors[*holder].name.as_str()).collect();
    if holders.is_empty() {
        format!("{stance}: {issue}")
    } else {
        format!("{}: {stance}: {issue}", holders.join(", "))
    }
}

fn target<'c>(document: &'c Document, words: &StatementSpan) -> Target<'c> {
    let (before, after) = document.text.around(words.span);
    let from = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    let to = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
    let quote = Quote {
        kind: "TextQuoteSelector",
        exact: document.text.get(words.span),
        prefix: before.get(from..).unwrap_or_default(),
        suffix: after.get(..to).unwrap_or_default(),
    };
    let (start, end) = (words.span.start(), words.span.end());
    let offsets = Offsets { kind: "TextPositionSelector", start, end };
    Target { kind: "SpecificResource", source: source(document), selector: (quote, offsets) }
}

/// The document's address; where it has none, its id.
fn source(document: &Document) -> String {
    let address = document.url.as_ref().or(document.archived.as_ref());
    address.map_or_else(|| format!("#{}", document.id), |address| address.as_str().to_owned())
}

fn left_out(corpus: &Corpus) -> Vec<String> {
    let statements = |is: fn(&Statement) -> bool| corpus.statements.iter().filter(|(_, own)| is(own)).count();
    let positions = |is: fn(&Position) -> bool| {
        corpus.statements.iter().flat_map(|(_, own)| &own.positions).filter(|own| is(own)).count()
    };
    let nowhere =
        corpus.documents.iter().filter(|(_, own)| own.url.is_none() && own.archived.is_none()).count();
    [
        ("documents without an address, named by their ids", nowhere),
        ("kinds of statements (direct, indirect, mixed, scare)", corpus.statements.len()),
        ("statements in the voice of the text", statements(|own| own.speaker == Speaker::Document)),
        ("bodies that are spoken for", statements(|own| own.on_behalf_of.is_some())),
        ("relays", statements(|own| !own.via.is_empty())),
        ("dates of statements", statements(|own| own.date.is_some())),
        ("parents", statements(|own| own.parent.is_some())),
        ("relations to earlier statements", statements(|own| own.about.is_some())),
        ("conditions and terms", positions(|own| !own.conditions.is_empty() || !own.terms.is_empty())),
        ("weakened positions, as if they were not", positions(|own| own.hedged)),
        ("rationales", positions(|own| own.rationale.is_some())),
        (
            "roles and bodies of actors",
            corpus.actors.iter().filter(|(_, own)| !own.roles.is_empty() || own.part_of.is_some()).count(),
        ),
    ]
    .into_iter()
    .filter(|(_, times)| *times > 0)
    .map(|(what, times)| format!("{what}: {times}"))
    .collect()
}
