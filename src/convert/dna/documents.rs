//! The documents of a project that a corpus can have, with what is needed to find words in them.

use super::days::{Clock, seconds};
use super::names::tidy;
use super::new_id::NewIds;
use super::report::{NoDocument, Note, Rows};
use super::schema::{Document, Project, Version};
use crate::convert::utf16::Utf16Units;
use crate::corpus::raw::{self, DateText, IdText};
use crate::corpus::{PartialDate, Text, limits};
use crate::draft::List;
use std::collections::BTreeMap;

/// Documents by their numbers in the project.
pub struct Documents {
    pub rows: Vec<raw::Document>,
    pub kept: BTreeMap<i64, Kept>,
    left_out: BTreeMap<i64, NoDocument>,
    untitled: usize,
    tidied: usize,
    with_carriage_returns: usize,
}

/// A document in which statements can stand.
pub struct Kept {
    pub id: IdText,
    pub text: Text,
    pub units: Utf16Units,
}

impl Documents {
    /// Takes the texts out of the project: they are long.
    pub fn of(project: &mut Project) -> Documents {
        let (clock, version) = (clock(project), project.version);
        let mut ids = NewIds::of(List::Documents);
        let mut all = Documents {
            rows: Vec::with_capacity(project.documents.len()),
            kept: BTreeMap::new(),
            left_out: BTreeMap::new(),
            untitled: 0,
            tidied: 0,
            with_carriage_returns: 0,
        };
        for (number, document) in &mut project.documents {
            match date(document, version, clock) {
                Ok(date) => all.keep(*number, document, date, &mut ids),
                Err(why) => {
                    all.left_out.insert(*number, why);
                }
            }
        }
        all
    }

    fn keep(&mut self, number: i64, document: &mut Document, date: PartialDate, ids: &mut NewIds) {
        let [title, author, source] = [&document.title, &document.author, &document.source].map(|line| {
            let (line, was_changed) = tidy(line);
            self.tidied += usize::from(was_changed);
            line
        });
        let id = ids.id_of(&title);
        let text = std::mem::take(&mut document.text);
        self.with_carriage_returns += usize::from(text.contains('\r'));
        self.kept.insert(
            number,
            Kept { id: id.clone(), units: Utf16Units::of(&text), text: Text::new(text.clone()) },
        );
        self.untitled += usize::from(title.is_empty());
        self.rows.push(raw::Document {
            id,
            title: if title.is_empty() { format!("Document {number}") } else { title },
            date: DateText(date.to_string()),
            author,
            publisher: source,
            text,
            ..raw::Document::default()
        });
    }

    /// Whether a document is in the project, and not in the corpus.
    pub fn is_left_out(&self, number: i64) -> bool {
        self.left_out.contains_key(&number)
    }

    /// What is to be told; `lost` are the documents of statements that went with them.
    pub fn notes(&self, project: &Project, lost: &[i64]) -> Vec<Note> {
        let mut notes = Vec::new();
        for why in [NoDocument::NoText, NoDocument::LongText, NoDocument::NoDate] {
            let mut documents = Rows::default();
            for (number, _) in self.left_out.iter().filter(|(_, own)| **own == why) {
                documents.add(*number);
            }
            let statements = lost.iter().filter(|number| self.left_out.get(number) == Some(&why)).count();
            if documents.count > 0 {
                notes.push(Note::LeftOut { why, documents, statements });
            }
        }
        let kept = || project.documents.iter().filter(|(number, _)| self.kept.contains_key(number));
        let count = |has: fn(&Document) -> bool| kept().filter(|(_, document)| has(document)).count();
        let fields = [
            ("section", count(|document| document.has_section)),
            ("notes", count(|document| document.has_notes)),
            ("type", count(|document| document.has_type)),
        ];
        notes.extend(fields.map(|(name, documents)| Note::Field { name, documents }));
        let clock = clock(project);
        let moments = kept().filter_map(|(_, document)| document.moment);
        let timed = moments.filter(|at| seconds(*at, project.version).rem_euclid(86_400) != 0).count();
        notes.push(match clock {
            Clock::Own => Note::TimesOfDay(timed),
            Clock::Midnights => Note::LocalMidnights(self.rows.len()),
            Clock::Unknown => Note::UnknownClock(self.rows.len()),
        });
        notes.push(Note::Untitled(self.untitled));
        notes.push(Note::CarriageReturns(self.with_carriage_returns));
        notes
    }

    pub fn tidied(&self) -> usize {
        self.tidied
    }
}

fn clock(project: &Project) -> Clock {
    let moments = project.documents.values().filter_map(|document| document.moment);
    Clock::of(project.version, moments.map(|moment| seconds(moment, project.version)))
}

fn date(document: &Document, version: Version, clock: Clock) -> Result<PartialDate, NoDocument> {
    if document.text.is_empty() {
        return Err(NoDocument::NoText);
    }
    if document.text.len() > limits::TEXT {
        return Err(NoDocument::LongText);
    }
    let moment = document.moment.map(|moment| seconds(moment, version));
    moment.and_then(|moment| clock.day(moment)).ok_or(NoDocument::NoDate)
}
