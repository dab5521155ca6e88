//! A citation as CSL-JSON, as reference managers read it: the document that the words stand in, and in its
//! note whose they are.

use super::{address_and_note, is_news, key};
use crate::corpus::{Corpus, Statement};

pub fn csl(corpus: &Corpus, statement: &Statement, reader: Option<&str>) -> String {
    let (address, note) = address_and_note(corpus, statement, reader);
    let document = &corpus.documents[statement.document];
    let news = is_news(document);
    let mut out = String::from("[{");
    for (name, text) in [
        ("id", Some(key(corpus, statement).as_str())),
        ("type", Some(if news && document.publisher.is_some() { "article-newspaper" } else { "article" })),
        ("title", Some(document.title.as_str())),
        ("container-title", document.publisher.as_deref().filter(|_| news)),
        ("publisher", document.publisher.as_deref()),
        ("language", Some(document.language.as_str())),
        ("URL", address),
        ("note", Some(note.as_str())),
    ] {
        if let Some(text) = text {
            out.extend(["\n  \"", name, "\": "]);
            string(text, &mut out);
            out.push(',');
        }
    }
    if let Some(author) = &document.author {
        out.push_str("\n  \"author\": [{\"literal\": ");
        string(author, &mut out);
        out.push_str("}],");
    }
    out.push_str("\n  \"issued\": {\"date-parts\": [[");
    out.push_str(&document.date.year().to_string());
    for part in [document.date.month(), document.date.day()].into_iter().flatten() {
        out.extend([", ", &part.to_string()]);
    }
    out.push_str("]]}\n}]\n");
    out
}

/// Appends a string of JSON.
fn string(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            // Control characters may not stand in one.
            '\0'..='\u{1f}' => out.push(' '),
            _ => out.push(c),
        }
    }
    out.push('"');
}
