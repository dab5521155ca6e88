//! A statement as a citation in plain text: honest about paraphrase and relay. Only quoted words
//! stand in marks, and nobody is given words that the text leaves open.

use super::words;
use crate::corpus::{Corpus, Kind, Speaker, Statement};
use crate::query::is_mere_punctuation;

/// "Dmitry Peskov: “He will be ready…” (16 December 2021), as quoted by: News article …".
pub fn plain(corpus: &Corpus, statement: &Statement) -> String {
    let document = &corpus.documents[statement.document];
    let speaker = match &statement.speaker {
        Speaker::Document => None,
        Speaker::Nobody => Some("Speaker not named".to_owned()),
        speaker => Some(words::speaker(corpus, speaker)),
    };
    let relayed = statement.via.iter().rev().map(|relay| match &relay.by {
        Speaker::Actors(actors) => words::list(&words::names(corpus, actors)),
        Speaker::Document => "the writer".to_owned(),
        Speaker::Nobody => "somebody not named".to_owned(),
    });
    let mut chain: Vec<String> = relayed.collect();
    chain.push(source(corpus, statement));
    let how = match statement.kind {
        Kind::Direct => "quoted",
        Kind::Mixed => "quoted in part",
        Kind::Indirect => "paraphrased",
        Kind::Scare => "put in quotation marks",
    };
    let mut line = match speaker {
        Some(speaker) => format!(
            "{speaker}, as {how} by {}: {}",
            chain.join(", reported by "),
            words_of(corpus, statement)
        ),
        None => format!("{}: {}", source(corpus, statement), words_of(corpus, statement)),
    };
    line.push_str(&format!(" ({}).", words::said(corpus.said(statement))));
    if let Some(url) = &document.url {
        line.push_str(&format!(" {}", url.as_str()));
    }
    line
}

fn source(corpus: &Corpus, statement: &Statement) -> String {
    let document = &corpus.documents[statement.document];
    let parts = [document.author.as_deref(), Some(document.title.as_str()), document.publisher.as_deref()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
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
        let said = text.get(words.span);
        if words.quoted {
            out.push_str(&format!("“{said}”"));
        } else {
            out.push_str(said);
        }
        before = Some(words.span.end());
    }
    out
}
