//! A citation in Markdown: words that were said as they stand become a block quotation, all others stay in
//! the line that says whose they are; the source is a link.

use super::{credit, sentence, source, source_address, words_of};
use crate::corpus::{Corpus, Kind, Statement};
use crate::ui::i18n::tr;
use crate::ui::labels;

pub fn markdown(corpus: &Corpus, statement: &Statement, reader: Option<&str>) -> String {
    let said = escaped(&words_of(corpus, statement));
    let mut source = escaped(&source(corpus, statement));
    if let Some(address) = source_address(corpus, statement) {
        source = link(&source, address);
    }
    let whose = credit(corpus, statement, source, escaped);
    let mut cited = if statement.kind == Kind::Direct {
        let date = labels::when_said(corpus.said(statement));
        ["> ", &said, "\n\n— ", &whose, " (", &date, ")"].concat()
    } else {
        sentence(corpus, statement, &whose, &said)
    };
    if let Some(reader) = reader {
        cited.extend([" · ", &link(tr("in the reader"), reader)]);
    }
    cited
}

fn link(words: &str, address: &str) -> String {
    ["[", words, "](<", address, ">)"].concat()
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
