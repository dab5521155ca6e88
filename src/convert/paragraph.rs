//! Paragraphs, as every format of texts gives them, put together to the text of a document: blank lines between them,
//! headings as parts of its structure.

use crate::corpus::{PartRole, Text, raw};
use crate::draft::single_out;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    pub words: String,
    pub is_heading: bool,
}

impl Paragraph {
    /// One that has words; `None` where there are none.
    pub fn new(words: &str, is_heading: bool) -> Option<Paragraph> {
        let lines: Vec<&str> = words.split('\n').map(str::trim_end).filter(|line| !line.is_empty()).collect();
        let words = lines.join("\n");
        // A first line may be indented, as verse is; a heading is not.
        let words = if is_heading { words.trim().to_owned() } else { words };
        (!words.trim().is_empty()).then_some(Paragraph { words, is_heading })
    }
}

/// The text that paragraphs make, and its structure.
pub fn document_text(paragraphs: &[Paragraph]) -> (String, Vec<raw::Part>) {
    let words: Vec<&str> = paragraphs.iter().map(|paragraph| paragraph.words.as_str()).collect();
    let text = Text::new(words.join("\n\n"));
    let (mut structure, mut start) = (Vec::new(), 0);
    for paragraph in paragraphs {
        let end = start + paragraph.words.chars().count() as u32;
        if let Some(span) = text.span(start, end).filter(|_| paragraph.is_heading) {
            let raw::TextSelector { exact, prefix, suffix, start, end, .. } = single_out(&text, span);
            let role = raw::Token(PartRole::Heading);
            structure.push(raw::Part { role, exact, prefix, suffix, start, end });
        }
        start = end + 2;
    }
    (text.as_str().to_owned(), structure)
}
