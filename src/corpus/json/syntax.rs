//! What makes a file no JSON, in words for somebody who writes it by hand.

use std::fmt;

/// What is wrong with the notation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Syntax {
    CommaBeforeBracket,
    CommaTooMany,
    CommaMissing,
    ColonMissing,
    ValueMissing,
    /// The text is not closed where its line ends.
    QuoteMissing,
    /// A text goes on behind its closing mark.
    QuoteInText,
    LineBreak,
    Control(char),
    Escape(String),
    KeyUnquoted,
    TextUnquoted,
    Word(String),
    Number(String),
    Comment,
    KeyInList,
    /// A closing bracket does not belong to the one that is open.
    Mismatch {
        found: char,
        open: Open,
    },
    BracketTooMany,
    Trailing,
    NotBegun,
    Unexpected(char),
}

/// What is not closed: a bracket or the mark before a text, and the line on which it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Open {
    pub mark: char,
    pub line: usize,
}

impl fmt::Display for Syntax {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Syntax::CommaBeforeBracket => write!(f, "a comma stands before the closing bracket; remove it"),
            Syntax::CommaTooMany => write!(f, "a comma too many stands here; remove it"),
            Syntax::CommaMissing => write!(f, "a comma is missing before this"),
            Syntax::ColonMissing => write!(f, "a colon is missing after this key"),
            Syntax::ValueMissing => write!(f, "a value is missing here"),
            Syntax::QuoteMissing => write!(f, "the closing quotation mark of this line is missing"),
            Syntax::QuoteInText => {
                write!(f, "this quotation mark ends the text too early; inside a text write \\\" for \"")
            }
            Syntax::LineBreak => {
                write!(
                    f,
                    "a text breaks off at the end of this line; inside a text write \\n for a line break"
                )
            }
            Syntax::Control('\t') => write!(f, "a tab stands in this text; write \\t"),
            Syntax::Control(c) => {
                write!(f, "the control character U+{:04X} stands in this text; remove it", *c as u32)
            }
            Syntax::Escape(found) if found == "\\u" => {
                write!(f, "four digits, 0–9 and a–f, must follow \\u; for a backslash write \\\\")
            }
            Syntax::Escape(found) => write!(f, "“{found}” stands for nothing; for a backslash write \\\\"),
            Syntax::KeyUnquoted => write!(f, "a key stands in straight quotation marks, like \"id\""),
            Syntax::TextUnquoted => write!(f, "a text stands in straight quotation marks, like \"id\""),
            Syntax::Word(word) => match word.to_ascii_lowercase().as_str() {
                known @ ("true" | "false" | "null") => write!(f, "“{word}” is no value; write {known}"),
                "none" | "nil" | "undefined" | "nan" => write!(f, "“{word}” is no value; write null"),
                _ => write!(f, "“{word}” is no value; a text stands in straight quotation marks"),
            },
            Syntax::Number(number) => {
                write!(f, "“{number}” is no number; write it like 1, -1 or 0.5, or as a text")
            }
            Syntax::Comment => write!(f, "there are no comments in JSON; remove this"),
            Syntax::KeyInList => write!(f, "a key stands in a list; put {{ }} around it and its value"),
            Syntax::Mismatch { found, open } => {
                write!(f, "{found} stands here, but {} of line {} is still open", open.mark, open.line)
            }
            Syntax::BracketTooMany => write!(f, "a closing bracket too many stands here; remove it"),
            Syntax::Trailing => write!(f, "the corpus has ended, and this stands behind it; remove it"),
            Syntax::NotBegun => write!(f, "a corpus begins with {{"),
            Syntax::Unexpected(c) if c.is_control() || c.is_whitespace() => {
                write!(f, "the character U+{:04X} is out of place here; remove it", *c as u32)
            }
            Syntax::Unexpected(c) => write!(f, "“{c}” is out of place here; remove it"),
        }
    }
}
