//! A citation in Markdown: words that were said as they stand become a block quotation, all others stay in
//! the line that says whose they are; the source is a link.

use super::{address, credit, sentence, source, words_of};
use crate::corpus::{Corpus, Kind, Statement};
use crate::ui::labels;

pub fn markdown(corpus: &Corpus, statement: &Statement) -> String {
    let said = escaped(&words_of(corpus, statement));
    let mut source = escaped(&source(corpus, statement));
    if let Some(address) = address(corpus, statement) {
        source = ["[", &source, "](<", address, ">)"].concat();
    }
    let whose = credit(corpus, statement, source, escaped);
    if statement.kind == Kind::Direct {
        let date = labels::when_said(corpus.said(statement));
        ["> ", &said, "\n\n— ", &whose, " (", &date, ")"].concat()
    } else {
        sentence(corpus, statement, &whose, &said)
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
