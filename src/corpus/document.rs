//! A text that was published, and what is known of where it came from.

use super::date::PartialDate;
use super::id::Id;
use super::text::{Span, Text};

#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    pub id: Id,
    pub former_ids: Vec<Id>,
    pub title: String,
    pub date: PartialDate,
    /// BCP 47 tag; the corpus' own when the file gives none.
    pub language: String,
    pub publisher: Option<String>,
    pub author: Option<String>,
    pub url: Option<WebAddress>,
    pub archived: Option<WebAddress>,
    pub license: Option<String>,
    pub sha256: Option<String>,
    pub note: Option<String>,
    pub text: Text,
    /// In reading order, none overlapping.
    pub structure: Vec<Part>,
}

/// A stretch of the text that is not running prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    pub role: PartRole,
    pub span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartRole {
    Heading,
    PullQuote,
    Attribution,
    Dateline,
}

/// An absolute http or https address: nothing else may become a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebAddress(String);

impl WebAddress {
    /// The address, or `None` when it has another scheme, no host, or characters that no address has.
    pub fn new(text: &str) -> Option<WebAddress> {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let sound = !host.is_empty()
            && !host.contains(['@', '\\', '%'])
            && !text.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"\\^`{|}".contains(c));
        sound.then(|| WebAddress(text.to_owned()))
    }

    /// An address of a corpus that was checked before.
    pub(super) fn kept(text: String) -> WebAddress {
        WebAddress(text)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address of a place in the document: `directive` comes behind what the fragment says already, and
    /// takes the place of another directive. The address alone when that makes none, or nothing is named.
    pub fn to_text(&self, directive: &str) -> WebAddress {
        if directive.is_empty() {
            return self.clone();
        }
        let (page, fragment) = self.0.split_once('#').unwrap_or((&self.0, ""));
        let fragment = fragment.split(":~:").next().unwrap_or_default();
        WebAddress::new(&[page, "#", fragment, ":~:", directive].concat()).unwrap_or_else(|| self.clone())
    }

    /// The host (with its port), as a reader is shown before following the link.
    pub fn host(&self) -> &str {
        let rest = self.0.split_once("://").map_or("", |(_, rest)| rest);
        rest.split(['/', '?', '#']).next().unwrap_or_default()
    }
}
