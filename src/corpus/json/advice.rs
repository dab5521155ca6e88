//! What a file without problems is warned of: it can be shown, but hardly as its author means it.

use super::raw;
use super::tree::{JsonPath, JsonPathBuf, JsonTree, LineIndex};
use crate::corpus::Corpus;
use crate::corpus::quotation::{Marks, marks};
use crate::corpus::statement::Kind;
use std::fmt;

/// A warning with its place in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// From 1.
    pub line: usize,
    /// In bytes, from 1.
    pub column: usize,
    /// What it is about, as `statement s1, spans[0]`.
    pub about: String,
    pub advice: Advice,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Advice {
    /// Quoted words were selected with the marks around them.
    MarksInside,
    /// Lines of a text end where a page was full.
    HardWrapped,
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.about, self.advice)
    }
}

impl fmt::Display for Advice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Advice::MarksInside => {
                "the quotation marks at the ends are not the speaker’s words; leave them out of \"exact\", the page sets its own"
            }
            Advice::HardWrapped => {
                "lines of this text end in the middle of sentences, as in a PDF or a mail; write each paragraph on one line and \"\\n\\n\" between two, since single line breaks are shown as they stand, for verse and minutes"
            }
        })
    }
}

impl Corpus {
    /// Warnings about a file that has no problems, in its order.
    pub fn warnings(bytes: &[u8]) -> Vec<Warning> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let Ok(file) = std::str::from_utf8(bytes) else { return Vec::new() };
        let Ok(raw) = serde_json::from_str::<raw::Corpus>(file) else { return Vec::new() };
        let found = found(&raw);
        if found.is_empty() {
            return Vec::new();
        }
        let Some(tree) = JsonTree::read(file) else { return Vec::new() };
        let lines = LineIndex::of(bytes);
        let located = found.into_iter().map(|(steps, inside, advice)| {
            let (at, steps) = tree.find(&steps);
            let (line, column) = lines.line_column(at);
            Warning { line, column, about: [tree.row(&steps), inside].join(", "), advice }
        });
        let mut warnings: Vec<Warning> = located.collect();
        warnings.sort_by_key(|warning| (warning.line, warning.column));
        warnings
    }
}

fn found(raw: &raw::Corpus) -> Vec<(JsonPathBuf, String, Advice)> {
    let mut found = Vec::new();
    let (documents, statements) = (JsonPath::Root.key("documents"), JsonPath::Root.key("statements"));
    for (at, document) in raw.documents.iter().enumerate() {
        if is_hard_wrapped(&document.text) {
            let steps = documents.at(at).key("text").steps();
            found.push((steps, "text".to_owned(), Advice::HardWrapped));
        }
    }
    for (at, statement) in raw.statements.iter().enumerate() {
        for (span, words) in statement.spans.iter().enumerate() {
            let by_kind = matches!(statement.kind.0, Kind::Direct | Kind::Scare);
            let is_quoted = words.quoted.unwrap_or(by_kind);
            if is_quoted && marks(&words.exact) != Marks::Around(&words.exact) {
                let steps = statements.at(at).key("spans").at(span).key("exact").steps();
                found.push((steps, format!("spans[{span}]"), Advice::MarksInside));
            }
        }
    }
    found
}

/// In letters: what a line of a page holds at least, and how much less a line may have for its last word.
const LINE: usize = 45;
const RAGGED: usize = 20;

/// Whether most line breaks inside a text's paragraphs come where a line was full, and in the middle of a sentence.
fn is_hard_wrapped(text: &str) -> bool {
    let paragraphs = text.split("\n\n").map(|paragraph| paragraph.trim().lines().collect::<Vec<_>>());
    let broken: Vec<Vec<&str>> = paragraphs.filter(|lines| lines.len() > 1).collect();
    let Some(longest) = broken.iter().flatten().map(|line| line.chars().count()).max() else { return false };
    let breaks = broken.iter().flat_map(|lines| lines.iter().zip(lines.iter().skip(1)));
    let is_full = |line: &str| line.chars().count() + RAGGED >= longest;
    let goes_on = |next: &str| next.chars().next().is_some_and(char::is_lowercase);
    let (mut all, mut wrapped) = (0, 0);
    for (line, next) in breaks {
        let ends = line.trim_end().ends_with(['.', '!', '?', ':', '…', '”', '»', '"']);
        all += 1;
        wrapped += usize::from(is_full(line) && (goes_on(next) || !ends));
    }
    longest >= LINE && all >= 2 && wrapped * 3 >= all * 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_page_are_told_from_verse_minutes_and_tables() {
        let wrapped = "The council met on Monday evening in the old hall, where it\nheard the mayor, two engineers and a woman from the market\nwho asked what would become of her stall when the trams come.";
        for (text, is_wrapped) in [
            (wrapped.to_owned(), true),
            (format!("A title\n\n{wrapped}\n\nOne line.\n\n{wrapped}"), true),
            (wrapped.replace('\n', " "), false),
            ("The river runs below,\n    the bridge runs above,\nand he who pays the toll\n    may keep his glove.".to_owned(), false),
            ("CHAIR: Order.\nMAYOR: We shall build it, and whoever says otherwise has not read the plan.\nCLERK: At what price?\nMAYOR: At any price.".to_owned(), false),
            ("Item\tCost\nSteel\t4,000\nPaint\t   12".to_owned(), false),
            ("Shall I compare thee to a summer’s day?\nThou art more lovely and more temperate:\nRough winds do shake the darling buds of May,\nAnd summer’s lease hath all too short a date.".to_owned(), false),
            (String::new(), false),
        ] {
            assert_eq!(is_hard_wrapped(&text), is_wrapped, "{text}");
        }
    }
}
