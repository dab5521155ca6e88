//! A table becomes the statements of a file. Rows of one statement (the same id, else the same cells) are its positions.
//! What does not fit is listed with its line and column: a row without sound words, document, kind or speaker is no
//! statement, a position without all that is said of it is none, and of other cells the cell alone is left out.

use super::cells::{different, flags, listed, words_of};
use super::column::Column;
use super::names::{Names, find};
use super::offsets::{self, MeasuredText, Stored, Unit};
use super::place::{self, Placed};
use super::table::{Refusal, Row, Table};
use super::{DOCUMENT, UNNAMED};
use crate::convert::encoding::Encoding;
use crate::convert::new_id::{NewIds, plain};
use crate::corpus::{ActorKind, Kind, PartialDate, Span, is_usable_id, raw};
use crate::draft::single_out;
use std::collections::HashMap;

/// What comes of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    pub file: raw::Corpus,
    pub misfits: Vec<Misfit>,
    /// What is to be told besides, in sentences.
    pub notes: Vec<String>,
}

/// A row or cell that did not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// The line of the table, from 1.
    pub line: u64,
    /// The column that it is about.
    pub column: Column,
    /// What is wrong and what to do, in a sentence.
    pub said: String,
}

/// Puts the statements of a table into a file that has the texts; its own statements are replaced.
pub fn import(bytes: &[u8], mut file: raw::Corpus) -> Result<Imported, Refusal> {
    let table = Table::read(bytes)?;
    let texts: Vec<MeasuredText> =
        file.documents.iter().map(|document| MeasuredText::new(document.text.clone())).collect();
    let names = Names::of(&mut file);
    file.statements.clear();
    let mut import = Import { file, texts: &texts, names, ids: NewIds::default(), misfits: Vec::new() };
    let (unit, stored) = import.stored(&table)?;
    for rows in grouped(&table.rows) {
        let own = rows.first().and_then(|row| stored.get(&row.line));
        import.statement(&rows, own.map(Vec::as_slice));
    }
    Ok(import.finished(&table, unit))
}

/// The rows of each statement, in the order of the table.
fn grouped(rows: &[Row]) -> Vec<Vec<&Row>> {
    let mut at: HashMap<Vec<&str>, usize> = HashMap::new();
    let mut groups: Vec<Vec<&Row>> = Vec::new();
    for row in rows {
        let key = match row.get(Column::Id) {
            "" => Column::OF_STATEMENT.iter().map(|column| row.get(*column)).collect(),
            id => vec![id],
        };
        let group = *at.entry(key).or_insert(groups.len());
        match groups.get_mut(group) {
            Some(rows) => rows.push(row),
            None => groups.push(vec![row]),
        }
    }
    groups
}

pub(super) struct Import<'a> {
    file: raw::Corpus,
    /// Of the documents, in their order.
    texts: &'a [MeasuredText],
    pub(super) names: Names,
    /// Of statements.
    ids: NewIds,
    misfits: Vec<Misfit>,
}

/// The spans of rows with offsets, by the lines of these.
type SpansByLine = HashMap<u64, Vec<Span>>;

/// What keeps a row or a position from being one: it has been listed.
pub(super) struct Left;

impl<'a> Import<'a> {
    /// The spans of rows with offsets, by their lines, and the unit of those.
    fn stored(&self, table: &Table) -> Result<(Option<Unit>, SpansByLine), Refusal> {
        let rows = table.rows.iter().filter_map(|row| {
            let (_, text) = self.document(row.get(Column::Document)).ok()?;
            Some(Stored { row, text, places: offsets::places(row)? })
        });
        let stored: Vec<Stored> = rows.collect();
        if stored.is_empty() {
            return Ok((None, HashMap::new()));
        }
        let (unit, spans) = offsets::spans(&stored)?;
        Ok((Some(unit), stored.iter().map(|stored| stored.row.line).zip(spans).collect()))
    }

    fn statement(&mut self, rows: &[&Row], stored: Option<&[Span]>) {
        let Some((first, others)) = rows.split_first() else { return };
        let Ok((mut statement, text)) = self.words_and_voice(first, stored) else { return };
        let on_behalf_of = self.actors(first, Column::OnBehalfOf);
        if on_behalf_of.len() > 1 {
            self.note(first, Column::OnBehalfOf, "one speaks for one body; the first was taken".to_owned());
        }
        statement.on_behalf_of = on_behalf_of.into_iter().next();
        statement.via = self.via(first);
        statement.addressees = self.actors(first, Column::Addressees);
        statement.act = self.token(first, Column::Act);
        statement.date = self.date(first);
        let mut lines = Vec::new();
        for row in std::iter::once(first).chain(others) {
            if row.has_more {
                self.note(
                    row,
                    Column::Words,
                    "this row has more cells than the first; what stands behind the last column was left out"
                        .to_owned(),
                );
            }
            if let Some(column) = different(first, row) {
                self.note(row, column, format!("this is another {column} than in line {} of the same statement; the row was left out", first.line));
                continue;
            }
            let Ok(Some(position)) = self.position(row, text) else { continue };
            let again = |(_, known): &(u64, raw::Position)| {
                known.issue == position.issue
                    && known.coder == position.coder
                    && known.holder == position.holder
                    && known.condition == position.condition
            };
            match lines.iter().find(|known| again(known)) {
                Some((line, _)) => {
                    let said = format!(
                        "line {line} has a position of this statement on the same issue; the row was left out"
                    );
                    self.note(row, Column::Issue, said);
                }
                None => lines.push((row.line, position)),
            }
        }
        statement.positions = lines.into_iter().map(|(_, position)| position).collect();
        statement.id = self.own_id(first);
        self.file.statements.push(statement);
    }

    /// Without these a row is no statement.
    fn words_and_voice(
        &mut self,
        row: &Row,
        stored: Option<&[Span]>,
    ) -> Result<(raw::Statement, &'a MeasuredText), Left> {
        let (document, text) = match self.document(row.get(Column::Document)) {
            Ok((document, text)) => (document, text),
            Err(said) => return Err(self.left(row, Column::Document, said)),
        };
        let kind: raw::Token<Kind> = match raw::Token::of_word(&row.get(Column::Kind).to_lowercase()) {
            Some(kind) => kind,
            None => {
                let said = "the kind is one of direct, indirect, mixed, scare; the row was left out";
                return Err(self.left(row, Column::Kind, said.to_owned()));
            }
        };
        let spans = match stored {
            Some(spans) => spans.to_vec(),
            None => match place::spans(row.raw(Column::Words), &text.text) {
                Placed::At(spans) => spans,
                Placed::Nowhere(said) => {
                    return Err(self.left(row, Column::Words, format!("{said} (the row was left out)")));
                }
            },
        };
        if stored.is_none() && !(row.get(Column::Start).is_empty() && row.get(Column::End).is_empty()) {
            let said = "start and end have to be as many numbers each; the words were found without them";
            self.note(row, Column::Start, said.to_owned());
        }
        let mut quoted = Vec::new();
        if kind.0 == Kind::Mixed {
            quoted = flags(row.get(Column::Quoted));
            if quoted.len() != spans.len() || quoted.iter().any(Option::is_none) {
                let said = "of mixed words the column quoted says yes or no for each span, as “yes […] no”; the row was left out";
                return Err(self.left(row, Column::Quoted, said.to_owned()));
            }
        }
        let mut quoted = quoted.into_iter();
        let words = spans.into_iter().map(|span| {
            let raw::TextSelector { exact, prefix, suffix, start, end, .. } = single_out(&text.text, span);
            raw::QuotedWords {
                exact,
                prefix,
                suffix,
                start,
                end,
                quoted: quoted.next().flatten(),
                lang: None,
            }
        });
        let spans = words.collect();
        let speaker = self.speaker(row)?;
        Ok((raw::Statement { document, spans, kind, speaker, ..raw::Statement::default() }, text))
    }

    fn document(&self, name: &str) -> Result<(raw::IdText, &'a MeasuredText), String> {
        let rows = self.file.documents.iter().map(|document| (&document.id, document.title.as_str()));
        let mut found = find(name, rows, "documents")?;
        if found.is_none() {
            // The name of its file.
            let stem = plain(name.rsplit_once('.').map_or(name, |(stem, _)| stem));
            found = self.file.documents.iter().map(|row| &row.id).find(|id| id.0 == stem).cloned();
        }
        let at = self.file.documents.iter().position(|row| Some(&row.id) == found.as_ref());
        found.zip(at.and_then(|at| self.texts.get(at))).ok_or_else(|| {
            let ids: Vec<&str> = self.file.documents.iter().take(5).map(|row| row.id.0.as_str()).collect();
            let and_more = if self.file.documents.len() > 5 { ", …" } else { "" };
            format!(
                "there is no text “{name}” (there are {}{and_more}); the row was left out",
                ids.join(", ")
            )
        })
    }

    fn speaker(&mut self, row: &Row) -> Result<raw::Speaker, Left> {
        match row.get(Column::Speaker) {
            "" | UNNAMED => return Ok(raw::Speaker::Unnamed),
            DOCUMENT => return Ok(raw::Speaker::Document),
            _ => {}
        }
        let kinds = self.speaker_kinds(row);
        let mut ids = Vec::new();
        for (at, name) in listed(row.get(Column::Speaker)).enumerate() {
            let kind = kinds.get(at).or(if kinds.len() == 1 { kinds.first() } else { None });
            match self.names.actor(name, kind.copied()) {
                Ok(id) => ids.push(id.0),
                Err(said) => {
                    return Err(self.left(row, Column::Speaker, format!("{said}; the row was left out")));
                }
            }
        }
        Ok(raw::Speaker::Actors(ids))
    }

    fn speaker_kinds(&mut self, row: &Row) -> Vec<ActorKind> {
        let words: Vec<String> = listed(row.get(Column::SpeakerKind)).map(str::to_lowercase).collect();
        let kinds: Option<Vec<raw::Token<ActorKind>>> =
            words.iter().map(|word| raw::Token::of_word(word)).collect();
        if kinds.is_none() {
            let said =
                format!("the kind of a speaker is one of {}; it was left out", words_of::<ActorKind>());
            self.note(row, Column::SpeakerKind, said);
        }
        kinds.unwrap_or_default().into_iter().map(|kind| kind.0).collect()
    }

    fn via(&mut self, row: &Row) -> Vec<raw::Relay> {
        let mut relays = Vec::new();
        for name in listed(row.get(Column::Via)) {
            if name == UNNAMED {
                relays.push(raw::Relay::default());
                continue;
            }
            match self.names.actor(name, None) {
                Ok(id) => relays.push(raw::Relay { actor: Some(id), cue: None }),
                Err(said) => self.note(row, Column::Via, said),
            }
        }
        relays
    }

    pub(super) fn actors(&mut self, row: &Row, column: Column) -> Vec<raw::IdText> {
        let mut ids = Vec::new();
        for name in listed(row.get(column)) {
            match self.names.actor(name, None) {
                Ok(id) => ids.push(id),
                Err(said) => self.note(row, column, said),
            }
        }
        ids
    }

    fn date(&mut self, row: &Row) -> Option<raw::DateText> {
        let date = row.get(Column::Date);
        if date.is_empty() || PartialDate::parse(date).is_some() {
            return (!date.is_empty()).then(|| raw::DateText(date.to_owned()));
        }
        let said = format!("“{date}” is no date like 2024-05-31, 2024-05 or 2024; it was left out");
        self.note(row, Column::Date, said);
        None
    }

    pub(super) fn token<T: raw::Tokens>(&mut self, row: &Row, column: Column) -> Option<raw::Token<T>> {
        let word = row.get(column).to_lowercase();
        let found = raw::Token::of_word(&word);
        if found.is_none() && !word.is_empty() {
            let said = format!("“{word}” is none of {}; it was left out", words_of::<T>());
            self.note(row, column, said);
        }
        found
    }

    fn own_id(&mut self, row: &Row) -> raw::IdText {
        let id = row.get(Column::Id);
        if id.is_empty() {
            let number = self.file.statements.len() + 1;
            return raw::IdText(self.ids.id_of(&format!("s{number}"), "s"));
        }
        if is_usable_id(id) && self.ids.is_free(id) {
            self.ids.take(id);
            return raw::IdText(id.to_owned());
        }
        let new = self.ids.id_of(id, "s");
        self.note(row, Column::Id, format!("“{id}” cannot be an id here; the statement is called {new}"));
        raw::IdText(new)
    }

    pub(super) fn left(&mut self, row: &Row, column: Column, said: String) -> Left {
        self.note(row, column, said);
        Left
    }

    pub(super) fn note(&mut self, row: &Row, column: Column, said: String) {
        self.misfits.push(Misfit { line: row.line, column, said });
    }

    fn finished(self, table: &Table, unit: Option<Unit>) -> Imported {
        let Import { mut file, names, mut misfits, .. } = self;
        let mut notes = Vec::new();
        if table.encoding == Encoding::Windows1252 {
            notes.push(
                "the table is no UTF-8 and was read as Windows-1252; look whether its letters are right"
                    .to_owned(),
            );
        }
        if !table.unknown.is_empty() {
            notes.push(format!(
                "columns that were left out, since nothing here is called so: {}",
                table.unknown.join(", ")
            ));
        }
        if let Some(unit) = unit {
            notes.push(format!("start and end were read as {unit}, under which all words agree"));
        }
        if !names.taken_for_persons.is_empty() {
            let names = names.taken_for_persons.join("; ");
            notes.push(format!(
                "these new actors were taken for persons, where no speaker_kind says otherwise: {names}"
            ));
        }
        if !names.without_proposition.is_empty() {
            let labels = names.without_proposition.join("; ");
            notes.push(format!(
                "these new issues have their label for a proposition; write one sentence for each: {labels}"
            ));
        }
        (file.actors, file.issues, file.coders) = (names.actors, names.issues, names.coders);
        misfits.sort_by_key(|misfit| misfit.line);
        Imported { file, misfits, notes }
    }
}
