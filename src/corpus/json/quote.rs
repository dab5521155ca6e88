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
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", visible(text.get(..end).unwrap_or_default())),
        None => visible(text),
    }
}

/// On one line, with what a terminal obeys or what turns the direction of letters around spelt out: `\u{1b}`.
pub fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => shown.push(' '),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => {
                shown.extend(c.escape_unicode())
            }
            c if c.is_control() => shown.extend(c.escape_unicode()),
            c => shown.push(c),
        }
    }
    shown
}
