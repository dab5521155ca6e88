//! A citation as a BibTeX entry: the document that the words stand in, and in its note whose they are.

use super::{address_and_note, is_news, key};
use crate::corpus::{Corpus, Statement};

pub fn bibtex(corpus: &Corpus, statement: &Statement, reader: Option<&str>) -> String {
    let (address, note) = address_and_note(corpus, statement, reader);
    let document = &corpus.documents[statement.document];
    let publisher = document.publisher.as_deref();
    // An article has to name its journal.
    let article = publisher.is_some() && is_news(document);
    let (entry, published) = if article { ("@article{", "journal") } else { ("@misc{", "howpublished") };
    let mut out = entry.to_owned() + key(corpus, statement).as_str();
    // Two braces keep capitals, and a name with "and" in it whole.
    for (name, text) in [
        ("author", document.author.as_deref()),
        ("title", Some(document.title.as_str())),
        (published, publisher),
        ("note", Some(note.as_str())),
    ] {
        if let Some(text) = text {
            field(name, &["{{", &escaped(text), "}}"].concat(), &mut out);
        }
    }
    field("year", &document.date.year().to_string(), &mut out);
    const MONTHS: &str = "janfebmaraprmayjunjulaugsepoctnovdec";
    let month = document.date.month().map_or(0, usize::from);
    if let Some(month) = (month * 3).checked_sub(3).and_then(|at| MONTHS.get(at..at + 3)) {
        field("month", month, &mut out);
    }
    if let Some(day) = document.date.day() {
        field("day", &day.to_string(), &mut out);
    }
    if let Some(address) = address {
        field("url", &["{", address, "}"].concat(), &mut out);
    }
    out.push_str("\n}\n");
    out
}

fn field(name: &str, value: &str, out: &mut String) {
    out.extend([",\n  ", name, " = ", value]);
}

/// For LaTeX. Braces are named, because BibTeX counts them even behind a backslash; two hyphens or quotation marks stay
/// two.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\\' => out.push_str("{\\textbackslash}"),
            '{' => out.push_str("{\\textbraceleft}"),
            '}' => out.push_str("{\\textbraceright}"),
            '~' => out.push_str("{\\textasciitilde}"),
            '^' => out.push_str("{\\textasciicircum}"),
            '$' | '&' | '#' | '_' | '%' => out.extend(['\\', c]),
            '-' | '\'' | '`' if out.ends_with(c) => out.extend(['{', '}', c]),
            _ => out.push(c),
        }
    }
    out
}
