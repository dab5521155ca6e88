//! What is done to statements, their spans and their positions. A new statement stands in the file where its words
//! stand in the text, so that files made in another order are the same.

use super::edit::StatementField;
use super::recorder::Recorder;
use super::references::of_statement;
use super::refusal::Refusal;
use super::row::{List, RowId};
use super::rows::{self, find, leads_back};
use crate::corpus::raw::{self, IdText, Position, QuotedWords};
use crate::corpus::{Kind, Span, Text, TextSelector};
use std::cmp::Reverse;

pub fn add(to: &mut Recorder, statement: &raw::Statement, at: Option<usize>) -> Result<(), Refusal> {
    require_references(to.file(), statement, None)?;
    let at = at.unwrap_or_else(|| place_of_new(to.file(), statement));
    rows::add(to, statement, Some(at))
}

/// Sets one field of each of these statements.
pub fn set(to: &mut Recorder, statements: &[IdText], field: &StatementField) -> Result<(), Refusal> {
    for id in statements {
        change(to, id, |statement| {
            set_field(statement, field);
            Ok(())
        })?;
        match field {
            StatementField::Parent(Some(_)) => require_end(to.file(), id, "parent")?,
            StatementField::About(Some(_)) => require_end(to.file(), id, "about")?,
            _ => {}
        }
    }
    Ok(())
}

pub fn add_span(to: &mut Recorder, id: &IdText, span: &QuotedWords) -> Result<(), Refusal> {
    let at = find(to, List::Statements, id)?;
    let text = to.file().statements.get(at).and_then(|statement| text_of(to.file(), statement));
    change(to, id, |statement| {
        let place = |words| text.as_ref().and_then(|text| place(words, text));
        let begins = |words| place(words).map_or(u32::MAX, Span::start);
        let start = begins(span);
        let behind = statement.spans.iter().position(|known| begins(known) > start);
        statement.spans.insert(behind.unwrap_or(statement.spans.len()), span.clone());
        Ok(())
    })
}

pub fn set_span(to: &mut Recorder, id: &IdText, at: usize, span: &QuotedWords) -> Result<(), Refusal> {
    change(to, id, |statement| {
        let found = statement.spans.get_mut(at);
        *found.ok_or_else(|| Refusal::NoSuchSpan { statement: row_id(id), at })? = span.clone();
        Ok(())
    })
}

pub fn remove_span(to: &mut Recorder, id: &IdText, at: usize) -> Result<(), Refusal> {
    change(to, id, |statement| {
        if at >= statement.spans.len() {
            return Err(Refusal::NoSuchSpan { statement: row_id(id), at });
        }
        if statement.spans.len() == 1 {
            return Err(Refusal::LastSpan(row_id(id)));
        }
        statement.spans.remove(at);
        Ok(())
    })
}

pub fn add_position(to: &mut Recorder, id: &IdText, position: &Position) -> Result<(), Refusal> {
    change(to, id, |statement| {
        statement.positions.push(position.clone());
        Ok(())
    })
}

pub fn set_position(to: &mut Recorder, id: &IdText, at: usize, position: &Position) -> Result<(), Refusal> {
    change(to, id, |statement| {
        let found = statement.positions.get_mut(at);
        *found.ok_or_else(|| Refusal::NoSuchPosition { statement: row_id(id), at })? = position.clone();
        Ok(())
    })
}

pub fn remove_position(to: &mut Recorder, id: &IdText, at: usize) -> Result<(), Refusal> {
    change(to, id, |statement| {
        if at >= statement.positions.len() {
            return Err(Refusal::NoSuchPosition { statement: row_id(id), at });
        }
        statement.positions.remove(at);
        Ok(())
    })
}

/// Where the words of a span stand, if they can be found.
pub fn place(words: &QuotedWords, text: &Text) -> Option<Span> {
    TextSelector::from(words).place(text).ok()
}

/// The text that a statement's words stand in.
pub fn text_of(file: &raw::Corpus, statement: &raw::Statement) -> Option<Text> {
    let document = file.documents.iter().find(|document| document.id == statement.document)?;
    Some(Text::new(document.text.clone()))
}

/// Changes a statement; rows that it names and did not name before must be there.
fn change(
    to: &mut Recorder,
    id: &IdText,
    change: impl FnOnce(&mut raw::Statement) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let at = find(to, List::Statements, id)?;
    let Some(old) = to.file().statements.get(at) else { return Ok(()) };
    let mut new = old.clone();
    change(&mut new)?;
    require_references(to.file(), &new, Some(old))?;
    to.set(at, |statement: &mut raw::Statement| *statement = new);
    Ok(())
}

fn set_field(statement: &mut raw::Statement, field: &StatementField) {
    match field {
        StatementField::Kind(kind) => set_kind(statement, kind.0),
        StatementField::Act(act) => statement.act = *act,
        StatementField::Speaker(speaker) => speaker.clone_into(&mut statement.speaker),
        StatementField::OnBehalfOf(body) => body.clone_into(&mut statement.on_behalf_of),
        StatementField::Via(relays) => relays.clone_into(&mut statement.via),
        StatementField::Addressees(actors) => actors.clone_into(&mut statement.addressees),
        StatementField::Occasion(words) => words.clone_into(&mut statement.occasion),
        StatementField::Cue(cue) => cue.clone_into(&mut statement.cue),
        StatementField::Date(date) => date.clone_into(&mut statement.date),
        StatementField::Parent(parent) => parent.clone_into(&mut statement.parent),
        StatementField::About(about) => about.clone_into(&mut statement.about),
        StatementField::Confidence(confidence) => statement.confidence = *confidence,
        StatementField::Note(note) => note.clone_into(&mut statement.note),
    }
}

/// Sets the kind. In a mixed statement each span says whether it is quoted, elsewhere the kind does: a span takes over
/// what the kind said before, and gives up what would now contradict it.
fn set_kind(statement: &mut raw::Statement, kind: Kind) {
    let by_kind = |kind| match kind {
        Kind::Direct | Kind::Scare => Some(true),
        Kind::Indirect => Some(false),
        Kind::Mixed => None,
    };
    let before = by_kind(statement.kind.0);
    statement.kind.0 = kind;
    for words in &mut statement.spans {
        words.quoted = match by_kind(kind) {
            None => words.quoted.or(before),
            said => words.quoted.filter(|quoted| Some(*quoted) == said),
        };
    }
}

/// The rows that a statement names and did not name before must be there.
fn require_references(
    file: &raw::Corpus,
    new: &raw::Statement,
    old: Option<&raw::Statement>,
) -> Result<(), Refusal> {
    for list in [List::Coders, List::Actors, List::Issues, List::Documents, List::Statements] {
        let known = old.map(|old| of_statement(old, list)).unwrap_or_default();
        let named = of_statement(new, list).into_iter().filter(|id| !known.contains(id));
        if let Some(id) = named.into_iter().find(|id| list.position(file, id).is_none()) {
            return Err(Refusal::Unknown(RowId::new(list, id)));
        }
    }
    Ok(())
}

/// What a statement's parents, or those that it is about, lead to must end somewhere.
fn require_end(file: &raw::Corpus, id: &IdText, what: &'static str) -> Result<(), Refusal> {
    let next = |id: &str| {
        let statement = file.statements.iter().find(|statement| statement.id.0 == id)?;
        let about = statement.about.as_ref().map(|about| &about.statement);
        let named = if what == "parent" { statement.parent.as_ref() } else { about };
        named.map(|id| id.0.as_str())
    };
    if leads_back(&id.0, next) { Err(Refusal::Circle { row: row_id(id), what }) } else { Ok(()) }
}

fn row_id(id: &IdText) -> RowId {
    RowId { list: List::Statements, id: id.clone() }
}

/// Where a new statement is to stand in the list: among those of its document in reading order, which these are taken
/// to be in, longer before shorter; else before those of later documents.
fn place_of_new(file: &raw::Corpus, new: &raw::Statement) -> usize {
    let all = file.statements.iter().enumerate();
    let own: Vec<usize> = all.filter(|(_, known)| known.document == new.document).map(|(at, _)| at).collect();
    let Some(last) = own.last() else {
        let order = |id: &IdText| file.documents.iter().position(|document| document.id == *id);
        let this = order(&new.document);
        let later = file.statements.iter().position(|known| order(&known.document) > this);
        return later.unwrap_or(file.statements.len());
    };
    let Some(text) = text_of(file, new) else { return last.saturating_add(1) };
    let wanted = standing(new, &text);
    let before = own
        .partition_point(|at| file.statements.get(*at).is_some_and(|known| standing(known, &text) <= wanted));
    own.get(before).copied().unwrap_or(last.saturating_add(1))
}

/// By what statements of one document are ordered. Those whose words cannot be found stand last.
type Standing<'a> = (u32, Reverse<u32>, usize, &'a str);

fn standing<'a>(statement: &'a raw::Statement, text: &Text) -> Standing<'a> {
    let spans: Vec<Span> = statement.spans.iter().filter_map(|words| place(words, text)).collect();
    let start = spans.iter().map(|span| span.start()).min().unwrap_or(u32::MAX);
    let length = spans.iter().map(|span| span.end() - span.start()).sum();
    (start, Reverse(length), statement.id.0.len(), &statement.id.0)
}
