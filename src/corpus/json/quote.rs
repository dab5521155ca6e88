//! Words of a file or of a document as they stand in a sentence: enough to recognise them, on one line, in quotation
//! marks that are not the words' own.

use crate::corpus::quotation::is_double;

/// In typographic marks; words that begin or end with such a mark themselves stand as JSON writes them.
pub fn quoted(text: &str) -> String {
    let shown = short(text);
    let is_marked = shown.starts_with(is_double) || shown.ends_with(is_double);
    match serde_json::to_string(&shown) {
        Ok(written) if is_marked => written,
        _ => format!("“{shown}”"),
    }
}

/// The first words, on one line.
pub fn short(text: &str) -> String {
    const SHOWN: usize = 60;
    let line = |text: &str| text.replace(char::is_control, " ");
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", line(text.get(..end).unwrap_or_default())),
        None => line(text),
    }
}
