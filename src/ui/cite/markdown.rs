//! A citation in Markdown: words that were said as they stand become a block quotation, all others stay in
//! the line that says whose they are; the source is a link.

use super::{address, credit, source, words_of};
use crate::corpus::{Corpus, Kind, Statement};
use crate::ui::words;

pub fn markdown(corpus: &Corpus, statement: &Statement) -> String {
    let said = escaped(&words_of(corpus, statement));
    let date = words::said(corpus.said(statement));
    let mut whose = escaped(&credit(corpus, statement));
    let source = escaped(&source(corpus, statement));
    match address(corpus, statement) {
        Some(address) => whose.extend(["[", &source, "](<", address, ">)"]),
        None => whose.push_str(&source),
    }
    if statement.kind == Kind::Direct {
        ["> ", &said, "\n\n— ", &whose, " (", &date, ")"].concat()
    } else {
        [&whose, ": ", &said, " (", &date, ")."].concat()
    }
}

/// What Markdown would take for a sign of its own is made a letter again.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if "\\`*_[]<>&#~|$!".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
