//! A citation as html for another page: the quoted words are text there, which is found, read aloud and kept, whatever
//! becomes of a frame beside it.

use super::{credit, sentence, source, source_address, words_of};
use crate::corpus::{Corpus, Kind, Statement};
use crate::ui::i18n::tr;
use crate::ui::labels;

pub fn blockquote(corpus: &Corpus, statement: &Statement, reader: Option<&str>) -> String {
    let document = &corpus.documents[statement.document];
    let address = source_address(corpus, statement);
    let words = escaped(&words_of(corpus, statement));
    let mut source = escaped(&source(corpus, statement));
    if let Some(address) = address {
        source = link(&source, address);
    }
    let credit = credit(corpus, statement, source, escaped);
    let reader_link = reader.map(|reader| [" · ", &link(tr("in the reader"), reader)].concat());
    let reader_link = reader_link.unwrap_or_default();
    if statement.kind != Kind::Direct {
        let sentence = sentence(corpus, statement, &credit, &words);
        return ["<p>", &sentence, &reader_link, "</p>"].concat();
    }
    let cite = address.or(reader).map(|address| [" cite=\"", &escaped(address), "\""].concat());
    let cite = cite.unwrap_or_default();
    let date = labels::when_said(corpus.said(statement));
    let language = escaped(&document.language);
    let quoted =
        ["<blockquote", &cite, "><p lang=\"", &language, "\">", &words, "</p></blockquote>"].concat();
    [&quoted, "\n<p>— ", &credit, " (", &date, ")", &reader_link, "</p>"].concat()
}

fn link(words: &str, address: &str) -> String {
    ["<a href=\"", &escaped(address), "\">", words, "</a>"].concat()
}

/// Words that stay words in html, in an attribute too.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}
