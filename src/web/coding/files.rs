//! What a file is that was opened, and the draft that comes of it; or why none does, in sentences. Tables and projects
//! have been made corpus files by the program `converter` when they come here.

use crate::convert::{NewIds, Source, starter};
use crate::corpus::{MAX_FILE_SIZE, PartialDate, raw};
use crate::draft::{Edit, NewRow};
use crate::ui::coding::new_document;
use crate::ui::i18n::{tr, tr_format};

/// What a file is good for.
pub enum Opened {
    /// A corpus of its own, with what is to be told of it.
    Corpus(Box<raw::Corpus>, Vec<String>),
    /// One more text of the draft that is open.
    Document(Box<raw::Document>),
    /// It is none of these; why, and what to do.
    Refused(Vec<String>),
}

/// Reads a file. `open` is the draft at work, which texts join.
pub fn read(name: &str, bytes: &[u8], open: Option<&raw::Corpus>, language: &str) -> Opened {
    if bytes.len() > MAX_FILE_SIZE {
        return refused(tr_format!(
            "{file} has more than {limit} MB; split it.",
            file = name,
            limit = MAX_FILE_SIZE / 1_000_000
        ));
    }
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "json" => json(name, bytes),
        "docx" => refused(tr_format!(
            "{file} is of Word. Copy its text and paste it here, or make the corpus with “standpoint new {file}”.",
            file = name
        )),
        _ => text(name, bytes, open, language),
    }
}

fn refused(sentence: String) -> Opened {
    Opened::Refused(vec![sentence])
}

/// Why a table cannot be read into the draft at work, if it cannot: it is anchored in the draft's texts.
pub fn table_problem(name: &str, open: Option<&raw::Corpus>) -> Option<String> {
    match open.filter(|open| !open.documents.is_empty()) {
        None => Some(tr_format!(
            "{file} is a table. Open or paste the texts that it quotes first, then open the table.",
            file = name
        )),
        Some(open) if !open.statements.is_empty() => Some(tr_format!(
            "{file} is a table, and this corpus has statements already, which it would replace. Begin a draft of the texts alone, then open the table.",
            file = name
        )),
        Some(_) => None,
    }
}

fn json(name: &str, bytes: &[u8]) -> Opened {
    match raw::Corpus::read(bytes) {
        Ok(file) => Opened::Corpus(Box::new(file), Vec::new()),
        Err(invalid) => Opened::Refused(invalid.lines(name)),
    }
}

fn text(name: &str, bytes: &[u8], open: Option<&raw::Corpus>, language: &str) -> Opened {
    let source = match Source::read(name, bytes) {
        Ok(source) => source,
        Err(problem) => return refused(format!("{name} {problem}.")),
    };
    let mut notes: Vec<String> = source.notes.iter().map(|note| format!("{name} {note}")).collect();
    let mut ids = NewIds::default();
    open.iter().flat_map(|open| &open.documents).for_each(|document| ids.take(&document.id.0));
    // A date that nobody named is left to be written.
    let document = source.document(PartialDate::parse("0001"), &mut ids);
    let Ok(mut document) = document else { return refused(tr("No date can be read.").to_owned()) };
    if document.date.0 == "0001" {
        document.date.0.clear();
        notes.push(tr_format!(
            "{file} does not say when it was published; write it under “This text”.",
            file = name
        ));
    }
    match open {
        Some(_) => Opened::Document(Box::new(document)),
        None => {
            let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
            Opened::Corpus(Box::new(starter::corpus(stem, vec![document], Some(language))), notes)
        }
    }
}

/// A corpus of a text that was pasted; its date is that of its first lines where none was written.
pub fn begun(text: &str, date: &str, language: &str) -> raw::Corpus {
    let mut document = new_document(text, raw::IdText(String::new()));
    if !date.trim().is_empty() {
        date.trim().clone_into(&mut document.date.0);
    }
    document.id = raw::IdText(NewIds::default().id_of(&document.title, "document"));
    let title = document.title.clone();
    let language = language.trim();
    starter::corpus(&title, vec![document], (!language.is_empty()).then_some(language))
}

/// The edit that puts one more text into a draft.
pub fn add(document: Box<raw::Document>) -> Edit {
    Edit::Add { row: NewRow::Document(document), at: None }
}
