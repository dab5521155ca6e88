//! A file that holds a text becomes a document: its paragraphs, and of the rest what the file itself says. A date is never
//! made up.

use super::encoding::{Encoding, decode, with_line_feeds};
use super::new_id::NewIds;
use super::paragraph::{Paragraph, document_text};
use super::{markdown, text};
use crate::corpus::{PartialDate, raw};

/// What is read of a file with a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The file's name without its ending.
    stem: String,
    paragraphs: Vec<Paragraph>,
    /// The first lines as the file has them, in which a date is looked for.
    head: String,
    /// What is to be told of the reading, each as the end of a sentence about the file.
    pub notes: Vec<String>,
}

/// Neither name nor first lines of a file say when it was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoDate;

/// Lines in which a date is looked for.
const HEAD: usize = 12;

impl Source {
    /// Whether a file of this name can be read as a text.
    pub fn is_source(name: &str) -> bool {
        matches!(ending(name).as_str(), "txt" | "text" | "md" | "markdown" | "docx")
    }

    /// The text of a file; or why there is none, as the end of a sentence about it.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Source, String> {
        let mut notes = Vec::new();
        let (paragraphs, head) = match ending(name).as_str() {
            #[cfg(not(target_arch = "wasm32"))]
            "docx" => {
                let read = super::docx::read(bytes)?;
                notes.extend(read.notes());
                let lines = read.paragraphs.iter().flat_map(|paragraph| paragraph.words.lines());
                let head = first_lines(lines);
                (read.paragraphs, head)
            }
            ending => {
                let (letters, encoding) = decode(bytes)?;
                if encoding == Encoding::Windows1252 {
                    notes.push(format!(
                        "is no UTF-8 and was read as {encoding}; look whether its letters are right"
                    ));
                }
                let letters = with_line_feeds(&letters);
                let head = first_lines(letters.lines());
                if matches!(ending, "md" | "markdown") {
                    let read = markdown::read(&letters);
                    notes.extend(read.notes());
                    (read.paragraphs, head)
                } else {
                    (text::paragraphs(&letters), head)
                }
            }
        };
        if paragraphs.is_empty() {
            return Err("holds no words".to_owned());
        }
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned();
        Ok(Source { stem, paragraphs, head, notes })
    }

    /// The document, with an id of its own; `date` stands where the file says none.
    pub fn document(self, date: Option<PartialDate>, ids: &mut NewIds) -> Result<raw::Document, NoDate> {
        let own = day_in(&self.stem).or_else(|| first_day(&self.head));
        let date = own.or(date).ok_or(NoDate)?.to_string();
        let heading = self.paragraphs.iter().find(|paragraph| paragraph.is_heading);
        let title = heading.map_or_else(|| title_of(&self.stem), |heading| one_line(&heading.words));
        let (text, structure) = document_text(&self.paragraphs);
        Ok(raw::Document {
            id: raw::IdText(ids.id_of(&self.stem, "document")),
            title,
            date: raw::DateText(date),
            text,
            structure,
            ..raw::Document::default()
        })
    }
}

/// A title made of a file's name: without a date in front, words for hyphens, the first letter large.
pub fn title_of(stem: &str) -> String {
    let named = stem.get(..10).filter(|day| PartialDate::parse(day).is_some());
    let rest = named.and_then(|_| stem.get(10..)).unwrap_or(stem);
    let words = rest.replace(['-', '_'], " ");
    let words = if words.trim().is_empty() { stem.to_owned() } else { words };
    let words = one_line(&words);
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// How long a title is at most, in letters.
const TITLE: usize = 200;

/// Words as a title has them, without line breaks and tabs.
fn one_line(words: &str) -> String {
    let line: String = words.trim().chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    match line.char_indices().nth(TITLE) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
}

/// The first day that the first lines of a text name as `YYYY-MM-DD`.
pub fn first_day(text: &str) -> Option<PartialDate> {
    first_lines(text.lines()).lines().find_map(day_in)
}

/// The first day that is written as `YYYY-MM-DD`.
fn day_in(line: &str) -> Option<PartialDate> {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    line.char_indices().find_map(|(at, _)| {
        let (before, day, after) = (line.get(..at)?, line.get(at..at + 10)?, line.get(at + 10..)?);
        let is_alone = !is_digit(before.chars().next_back()) && !is_digit(after.chars().next());
        PartialDate::parse(day).filter(|_| is_alone)
    })
}

fn first_lines<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    lines.filter(|line| !line.trim().is_empty()).take(HEAD).collect::<Vec<_>>().join("\n")
}

fn ending(name: &str) -> String {
    name.rsplit_once('.').map_or_else(String::new, |(_, ending)| ending.to_lowercase())
}
