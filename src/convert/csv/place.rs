//! Words of a cell become places in a text: each part of the cell stands there exactly once, or the cell has no place.

use super::BETWEEN_SPANS;
use crate::corpus::{Span, Text, visible};

pub enum Placed {
    At(Vec<Span>),
    /// Why not, in a sentence.
    Nowhere(String),
}

/// Places that are shown of words that stand in several.
const SHOWN: usize = 5;
/// Code points around each.
const AROUND: usize = 20;

/// The spans that a cell names.
pub fn spans(cell: &str, text: &Text) -> Placed {
    if cell.trim().is_empty() {
        return Placed::Nowhere("this cell is empty; write the words as they stand in the text".to_owned());
    }
    // A mark between spans may stand in the text itself.
    if let Some(written) = written(cell, text) {
        return match place(written.as_str(), text) {
            Ok(span) => Placed::At(vec![span]),
            Err(said) => Placed::Nowhere(said),
        };
    }
    let parts = cell.split(BETWEEN_SPANS).map(|part| {
        let words = written(part, text).unwrap_or_else(|| part.to_owned());
        place(&words, text)
    });
    match parts.collect() {
        Ok(spans) => Placed::At(spans),
        Err(said) => Placed::Nowhere(said),
    }
}

/// The words of a cell as the text has them: as they are, with the text's line breaks, or without spaces around them.
fn written(cell: &str, text: &Text) -> Option<String> {
    let with_feeds = cell.replace("\r\n", "\n");
    let ways = [cell.to_owned(), with_feeds.clone(), cell.trim().to_owned(), with_feeds.trim().to_owned()];
    ways.into_iter().find(|words| !words.is_empty() && text.find(words).next().is_some())
}

fn place(words: &str, text: &Text) -> Result<Span, String> {
    let places: Vec<Span> = text.find(words).take(SHOWN + 1).collect();
    match places.as_slice() {
        [] => Err(format!("these words are not in the text: “{}”; copy them from there", short(words, 60))),
        [span] => Ok(*span),
        several => {
            let shown = several.iter().take(SHOWN).map(|span| {
                let (before, after) = text.around(*span);
                let before: Vec<char> = before.chars().rev().take(AROUND).collect();
                let before: String = before.into_iter().rev().collect();
                let after: String = after.chars().take(AROUND).collect();
                let around = format!("…{before}[{}]{after}…", short(words, AROUND));
                format!("{}–{} in “{}”", span.start(), span.end(), visible(&around))
            });
            let shown = shown.collect::<Vec<_>>().join(", ");
            let and_more = if several.len() > SHOWN { ", …" } else { "" };
            Err(format!(
                "these words stand in several places: {shown}{and_more}; write start and end, or more words"
            ))
        }
    }
}

fn short(words: &str, length: usize) -> String {
    let start: String = words.chars().take(length).collect();
    visible(&if start.len() < words.len() { format!("{start}…") } else { start })
}
