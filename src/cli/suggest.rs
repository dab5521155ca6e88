//! `standpoint suggest`: the quotations of a plain text, one a line with its place, its kind, who may speak and the
//! words. A name with a question mark is offered only; whoever codes decides.

use super::check::{bytes, shown};
use super::coded::{kind, place};
use super::output;
use crate::corpus::{MAX_FILE_SIZE, Text, visible};
use crate::draft::suggestions::{Suggestion, suggest};
use clap::Args;
use std::path::PathBuf;

#[derive(Args)]
pub struct Wanted {
    /// A plain text in UTF-8, its paragraphs separated by blank lines.
    file: PathBuf,
    /// The language of the text. Verbs of saying are known in English and German, quotation marks in all.
    #[arg(long, default_value = "en")]
    language: String,
}

pub fn print(wanted: &Wanted) -> Result<(), String> {
    let language = &wanted.language;
    if !is_language_tag(language) {
        return Err(format!("“{}” is no language tag; write one like en, uk or pt-BR", visible(language)));
    }
    let file = shown(&wanted.file);
    let bytes = bytes(&wanted.file).map_err(|problem| format!("{file} cannot be read: {problem}"))?;
    if bytes.len() > MAX_FILE_SIZE {
        return Err(format!("{file} has more than {MAX_FILE_SIZE} bytes; cut it into several texts"));
    }
    let words = String::from_utf8(bytes).map_err(|broken| {
        let at = broken.utf8_error().valid_up_to() + 1;
        format!("{file} is no UTF-8 from its byte {at} on; save it as plain text in UTF-8")
    })?;
    let text = Text::new(words.strip_prefix('\u{feff}').unwrap_or(&words).to_owned());
    for suggestion in suggest(&text, language, &[]).statements {
        output::line(line(&text, &suggestion));
    }
    Ok(())
}

/// `3:62: direct, Ann Ames: We go […] and stay.`
fn line(text: &Text, suggestion: &Suggestion) -> String {
    let mut names = suggestion.candidates.iter().map(|candidate| text.get(candidate.name));
    let speaker = match names.next() {
        None => "nobody named".to_owned(),
        Some(name) if suggestion.preselected => name.to_owned(),
        Some(name) => {
            std::iter::once(name).chain(names).map(|name| format!("{name}?")).collect::<Vec<_>>().join(" ")
        }
    };
    let place = suggestion.spans.first().map(|span| place(text, *span)).unwrap_or_default();
    let words: Vec<&str> = suggestion.spans.iter().map(|span| text.get(*span)).collect();
    format!("{place}: {}, {}: {}", kind(suggestion.kind), visible(&speaker), visible(&words.join(" […] ")))
}

/// As a corpus file may have it.
fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let is_first =
        |part: &str| (2..=3).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphabetic());
    let is_more =
        |part: &str| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric());
    parts.next().is_some_and(is_first) && parts.all(is_more)
}
