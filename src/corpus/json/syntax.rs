//! Why a file is not valid JSON, in words for somebody who writes it by hand.

use std::fmt;

/// What is wrong with the notation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SyntaxError {
    CommaBeforeBracket,
    CommaTooMany,
    CommaMissing,
    ColonMissing,
    ValueMissing,
    /// The string and its line end before a closing quotation mark, and something else of the file stands in the next line.
    UnclosedString,
    /// A quotation mark inside a string closes it too early.
    UnescapedQuote,
    /// A string goes on in the next line.
    LineBreakInString,
    ControlCharacter(char),
    InvalidEscape(String),
    InvalidUnicodeEscape,
    UnquotedKey,
    UnquotedString,
    UnknownLiteral(String),
    InvalidNumber(String),
    Comment,
    KeyInArray,
    /// A closing bracket does not belong to the one that is open.
    Mismatch {
        found: char,
        open: OpenDelimiter,
    },
    BracketTooMany,
    TrailingContent,
    NotAnObject,
    Unexpected(char),
}

/// A bracket or quotation mark that is not closed, and its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenDelimiter {
    pub delimiter: char,
    pub line: usize,
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SyntaxError::CommaBeforeBracket => {
                write!(f, "a comma stands before the closing bracket; remove it")
            }
            SyntaxError::CommaTooMany => write!(f, "a comma too many stands here; remove it"),
            SyntaxError::CommaMissing => write!(f, "a comma is missing before this"),
            SyntaxError::ColonMissing => write!(f, "a colon is missing after this key"),
            SyntaxError::ValueMissing => write!(f, "a value is missing here"),
            SyntaxError::UnclosedString => write!(f, "the closing quotation mark of this line is missing"),
            SyntaxError::UnescapedQuote => {
                write!(f, "this quotation mark ends the text too early; inside a text write \\\" for \"")
            }
            SyntaxError::LineBreakInString => {
                write!(
                    f,
                    "a text breaks off at the end of this line; inside a text write \\n for a line break"
                )
            }
            SyntaxError::ControlCharacter('\t') => write!(f, "a tab stands in this text; write \\t"),
            SyntaxError::ControlCharacter(c) => {
                write!(f, "the control character U+{:04X} stands in this text; remove it", *c as u32)
            }
            SyntaxError::InvalidUnicodeEscape => {
                write!(f, "four hexadecimal digits (0–9, a–f) must follow \\u; for a backslash write \\\\")
            }
            SyntaxError::InvalidEscape(found) => {
                write!(f, "“{found}” is no escape sequence of JSON; for a backslash write \\\\")
            }
            SyntaxError::UnquotedKey => write!(f, "a key stands in straight quotation marks, like \"id\""),
            SyntaxError::UnquotedString => {
                write!(f, "a text stands in straight quotation marks, like \"id\"")
            }
            SyntaxError::UnknownLiteral(word) => match word.to_ascii_lowercase().as_str() {
                known @ ("true" | "false" | "null") => write!(f, "“{word}” is no value; write {known}"),
                "none" | "nil" | "undefined" | "nan" => write!(f, "“{word}” is no value; write null"),
                _ => write!(f, "“{word}” is no value; a text stands in straight quotation marks"),
            },
            SyntaxError::InvalidNumber(number) => {
                write!(f, "“{number}” is no number; write it like 1, -1 or 0.5, or as a text")
            }
            SyntaxError::Comment => write!(f, "there are no comments in JSON; remove this"),
            SyntaxError::KeyInArray => write!(f, "a key stands in a list; put {{ }} around it and its value"),
            SyntaxError::Mismatch { found, open } => {
                write!(f, "{found} stands here, but {} of line {} is still open", open.delimiter, open.line)
            }
            SyntaxError::BracketTooMany => write!(f, "a closing bracket too many stands here; remove it"),
            SyntaxError::TrailingContent => {
                write!(f, "the corpus has ended, and this stands behind it; remove it")
            }
            SyntaxError::NotAnObject => write!(f, "a corpus begins with {{"),
            SyntaxError::Unexpected(c) if c.is_control() || c.is_whitespace() => {
                write!(f, "the character U+{:04X} is out of place here; remove it", *c as u32)
            }
            SyntaxError::Unexpected(c) => write!(f, "“{c}” is out of place here; remove it"),
        }
    }
}
