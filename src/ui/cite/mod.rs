//! A statement as a citation: plain text here, the other forms beside it, and the panel that shows them all.
//! Every form is honest in the same words: only quoted words stand in marks, a paraphrase is said to be one,
//! everyone who passed it on is named, and nobody is given words that the text leaves open.

mod bibtex;
mod csl;
mod markdown;
mod panel;

pub use bibtex::bibtex;
pub use csl::csl;
pub use markdown::markdown;
pub use panel::panel;

use super::words;
use crate::corpus::{Corpus, Document, Kind, PartRole, Speaker, Statement};
use crate::query::is_mere_punctuation;

/// "Dmitry Peskov, as quoted by News article …: “He will be ready…” (by 17 December 2021)."
pub fn plain(corpus: &Corpus, statement: &Statement) -> String {
    let mut line = line(corpus, statement);
    if let Some(address) = address(corpus, statement) {
        line.push(' ');
        line.push_str(address);
    }
    line
}

/// The words, quoted ones in marks; what lies between two spans is left out with "[…]".
pub fn words_of(corpus: &Corpus, statement: &Statement) -> String {
    let text = &corpus.documents[statement.document].text;
    let mut out = String::new();
    let mut before = None;
    for words in &statement.spans {
        if let Some(end) = before {
            let between = text.span(end, words.span.start()).map_or("", |gap| text.get(gap));
            out.push_str(if is_mere_punctuation(between) { " " } else { " […] " });
        }
        if words.quoted {
            out.push('“');
        }
        // A citation is one line, whatever paragraphs it came from.
        for (i, word) in text.get(words.span).split_whitespace().enumerate() {
            if i > 0 {
                out.push(' ');
            }
            out.push_str(word);
        }
        if words.quoted {
            out.push('”');
        }
        before = Some(words.span.end());
    }
    out
}

/// All of the plain citation but the address.
fn line(corpus: &Corpus, statement: &Statement) -> String {
    [
        credit(corpus, statement).as_str(),
        source(corpus, statement).as_str(),
        ": ",
        words_of(corpus, statement).as_str(),
        " (",
        words::said(corpus.said(statement)).as_str(),
        ").",
    ]
    .concat()
}

/// "Bo, as paraphrased by Press office, reported by ": who spoke and who passed it on, up to the source.
/// Empty where the source speaks in its own voice.
fn credit(corpus: &Corpus, statement: &Statement) -> String {
    let speaker = match &statement.speaker {
        Speaker::Document if statement.via.is_empty() => return String::new(),
        Speaker::Nobody => "Speaker not named".to_owned(),
        speaker => words::speaker(corpus, speaker),
    };
    let how = match statement.kind {
        Kind::Direct => ", as quoted by ",
        Kind::Mixed => ", as quoted in part by ",
        Kind::Indirect => ", as paraphrased by ",
        Kind::Scare => ", as put in quotation marks by ",
    };
    let mut credit = speaker + how;
    for relay in statement.via.iter().rev() {
        match &relay.by {
            Speaker::Actors(actors) => credit.push_str(&words::list(&words::names(corpus, actors))),
            Speaker::Document => credit.push_str("the writer"),
            Speaker::Nobody => credit.push_str("somebody not named"),
        }
        credit.push_str(", reported by ");
    }
    credit
}

fn source(corpus: &Corpus, statement: &Statement) -> String {
    let document = &corpus.documents[statement.document];
    let parts = [document.author.as_deref(), Some(document.title.as_str()), document.publisher.as_deref()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn address<'a>(corpus: &'a Corpus, statement: &Statement) -> Option<&'a str> {
    let document = &corpus.documents[statement.document];
    document.url.as_ref().or(document.archived.as_ref()).map(|address| address.as_str())
}

/// The name of an entry in a list of references: the same each time.
fn key(corpus: &Corpus, statement: &Statement) -> String {
    let document = &corpus.documents[statement.document];
    [corpus.id.as_str(), document.id.as_str(), statement.id.as_str()].join("-")
}

/// Whether a document begins like a newspaper's: with a dateline.
fn is_news(document: &Document) -> bool {
    document.structure.iter().any(|part| part.role == PartRole::Dateline)
}
