//! A statement as a citation: plain text here, the other forms beside it, and the dialog that shows them all.
//! Every form is honest in the same words: only quoted words stand in marks, a paraphrase is said to be one,
//! everyone who passed it on is named, and nobody is given words that the text leaves open.

mod bibtex;
mod blockquote;
mod csl;
mod dialog;
mod markdown;

pub use bibtex::bibtex;
pub use blockquote::{blockquote, escaped};
pub use csl::csl;
pub use dialog::{cite_dialog, reader_link};
pub use markdown::markdown;

use crate::corpus::quotation::{self, Marks};
use crate::corpus::{Corpus, Document, Kind, PartRole, Speaker, Statement};
use crate::query::{is_mere_punctuation, mere_relays, tellers};
use crate::ui::i18n::{tr, tr_format};
use crate::ui::labels;

/// "Dmitry Peskov, as quoted by News article …: “He will be ready…” (17 December 2021 or earlier)." Then where that is
/// to be found: the source, and the statement in the reader, whose link is given as `reader`.
pub fn plain(corpus: &Corpus, statement: &Statement, reader: Option<&str>) -> String {
    let mut line = line(corpus, statement);
    if let Some(address) = source_address(corpus, statement) {
        line.extend([" ", address]);
    }
    if let Some(reader) = reader {
        line.extend([" ", &in_the_reader(reader)]);
    }
    line
}

fn in_the_reader(reader: &str) -> String {
    tr_format!("In the reader: {link}", link = reader)
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
        // A citation is one line, whatever paragraphs it came from.
        let line = text.get(words.span).split_whitespace().collect::<Vec<_>>().join(" ");
        out.push_str(&match quotation::marks(&line) {
            Marks::Around(bare) if words.quoted => labels::quoted(bare.trim()),
            _ => line,
        });
        before = Some(words.span.end());
    }
    out
}

/// All of the plain citation but the addresses.
fn line(corpus: &Corpus, statement: &Statement) -> String {
    let credit = credit(corpus, statement, source(corpus, statement), str::to_owned);
    sentence(corpus, statement, &credit, &words_of(corpus, statement))
}

/// Whose words, the words, and when they were said.
fn sentence(corpus: &Corpus, statement: &Statement, credit: &str, words: &str) -> String {
    let mut day = labels::when_said(corpus.said(statement));
    let about = corpus.statement_by_id(statement.id.as_str()).and_then(|ix| corpus.retraction(ix));
    if let Some(about) = about {
        day = [day, labels::retraction(corpus, about)].join("; ");
    }
    tr_format!("{credit}: {words} ({day}).", credit = credit, words = words, day = day)
}

/// "Bo, passed on by Press office, as paraphrased by News": who spoke, who told or passed it on, and the source. It is
/// the source in whose words we have it, whoever else may have reworded it before. It stands alone where it speaks in
/// its own voice, or where it sets marks and does not say whose word they hold. `source` is given as it is to be
/// written, names are written by `write`.
fn credit(corpus: &Corpus, statement: &Statement, source: String, write: fn(&str) -> String) -> String {
    if statement.kind == Kind::Scare {
        return tr_format!("{source}, in quotation marks", source = source);
    }
    if statement.speaker == Speaker::Document && statement.via.is_empty() {
        return source;
    }
    let passed_on = |by: &Speaker| tr_format!("passed on by {name}", name = write(&labels::by(corpus, by)));
    let told = |by: &Speaker| tr_format!("as told by {names}", names = write(&labels::by(corpus, by)));
    // The nearest to the speaker first.
    let relays: Vec<&Speaker> = mere_relays(corpus, statement).collect();
    let whose: Vec<String> = [write(&labels::speaker(corpus, &statement.speaker))]
        .into_iter()
        .chain(tellers(corpus, statement).map(told))
        .chain(relays.into_iter().rev().map(passed_on))
        .collect();
    let (speaker, by) = (whose.join(tr(", ")), source);
    match statement.kind {
        Kind::Direct => tr_format!("{speaker}, as quoted by {by}", speaker = speaker, by = by),
        Kind::Mixed => tr_format!("{speaker}, as quoted in part by {by}", speaker = speaker, by = by),
        Kind::Indirect | Kind::Scare => {
            tr_format!("{speaker}, as paraphrased by {by}", speaker = speaker, by = by)
        }
    }
}

fn source(corpus: &Corpus, statement: &Statement) -> String {
    let document = &corpus.documents[statement.document];
    let parts = [document.author.as_deref(), Some(document.title.as_str()), document.publisher.as_deref()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn source_address<'a>(corpus: &'a Corpus, statement: &Statement) -> Option<&'a str> {
    let document = &corpus.documents[statement.document];
    document.url.as_ref().or(document.archived.as_ref()).map(|address| address.as_str())
}

/// The one address that an entry of a list of references has, and its note: the reader's link stands in the note where
/// the source has an address of its own.
fn address_and_note<'a>(
    corpus: &'a Corpus,
    statement: &Statement,
    reader: Option<&'a str>,
) -> (Option<&'a str>, String) {
    let mut note = line(corpus, statement);
    match (source_address(corpus, statement), reader) {
        (Some(address), Some(reader)) => {
            note.extend([" ", &in_the_reader(reader)]);
            (Some(address), note)
        }
        (address, reader) => (address.or(reader), note),
    }
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
