//! What each edit does to the file. All of it is done by a [`Recorder`], so that an edit that is refused half-way can
//! be taken back; nothing is guessed that the edit does not say.

use super::actors;
use super::correct::{LostAnchor, correct};
use super::edit::{CorpusField, DocumentField, Edit, IssueField, NewRow};
use super::merge;
use super::recorder::Recorder;
use super::refusal::Refusal;
use super::row::List;
use super::rows::{add, find, remove, rename, shift};
use super::statements;
use crate::corpus::raw;
use crate::corpus::{RESERVED, id_problem};

/// Does an edit; the anchors that it lost, if it corrects a text. Refused, it may have been done in part.
pub fn apply(to: &mut Recorder, edit: &Edit) -> Result<Vec<LostAnchor>, Refusal> {
    match edit {
        Edit::SetCorpus(field) => set_corpus(to, field)?,
        Edit::Add { row, at } => match row {
            NewRow::Coder(row) => add(to, row, *at)?,
            NewRow::Actor(row) => actors::add(to, row, *at)?,
            NewRow::Issue(row) => add(to, row.as_ref(), *at)?,
            NewRow::Document(row) => add(to, row.as_ref(), *at)?,
            NewRow::Statement(row) => statements::add(to, row, *at)?,
        },
        Edit::Remove(row) => match row.list {
            List::Coders => remove::<raw::Coder>(to, row)?,
            List::Actors => remove::<raw::Actor>(to, row)?,
            List::Issues => remove::<raw::Issue>(to, row)?,
            List::Documents => remove::<raw::Document>(to, row)?,
            List::Statements => remove::<raw::Statement>(to, row)?,
        },
        Edit::Move { row, to: at } => match row.list {
            List::Coders => shift::<raw::Coder>(to, row, *at)?,
            List::Actors => shift::<raw::Actor>(to, row, *at)?,
            List::Issues => shift::<raw::Issue>(to, row, *at)?,
            List::Documents => shift::<raw::Document>(to, row, *at)?,
            List::Statements => shift::<raw::Statement>(to, row, *at)?,
        },
        Edit::Rename { row, to: id, keeps_former } => match row.list {
            List::Coders => rename::<raw::Coder>(to, row, id, *keeps_former)?,
            List::Actors => rename::<raw::Actor>(to, row, id, *keeps_former)?,
            List::Issues => rename::<raw::Issue>(to, row, id, *keeps_former)?,
            List::Documents => rename::<raw::Document>(to, row, id, *keeps_former)?,
            List::Statements => rename::<raw::Statement>(to, row, id, *keeps_former)?,
        },
        Edit::SetCoder { coder, name } => {
            let at = find(to, List::Coders, coder)?;
            to.set(at, |row: &mut raw::Coder| name.clone_into(&mut row.name));
        }
        Edit::SetActor { actor, to: field } => actors::set(to, actor, field)?,
        Edit::SetIssue { issue, to: field } => {
            let at = find(to, List::Issues, issue)?;
            to.set(at, |row| set_issue(row, field));
        }
        Edit::SetDocument { document, to: field } => {
            let at = find(to, List::Documents, document)?;
            to.set(at, |row| set_document(row, field));
        }
        Edit::CorrectText { document, text } => {
            let at = find(to, List::Documents, document)?;
            return Ok(correct(to, at, text));
        }
        Edit::MergeActors { from, into } => merge::actors(to, from, into)?,
        Edit::MergeIssues { from, into } => merge::issues(to, from, into)?,
        Edit::SplitActor { from, new, statements } => merge::split_actor(to, from, new, statements)?,
        Edit::SplitIssue { from, new, statements } => merge::split(to, from, new.as_ref(), statements)?,
        Edit::SetStatements { statements: ids, to: field } => statements::set(to, ids, field)?,
        Edit::AddSpan { statement, span } => statements::add_span(to, statement, span)?,
        Edit::SetSpan { statement, at, span } => statements::set_span(to, statement, *at, span)?,
        Edit::RemoveSpan { statement, at } => statements::remove_span(to, statement, *at)?,
        Edit::AddPosition { statement, position } => statements::add_position(to, statement, position)?,
        Edit::SetPosition { statement, at, position } => {
            statements::set_position(to, statement, *at, position)?
        }
        Edit::RemovePosition { statement, at } => statements::remove_position(to, statement, *at)?,
        Edit::Many(edits) => {
            let mut lost = Vec::new();
            for edit in edits {
                lost.extend(apply(to, edit)?);
            }
            return Ok(lost);
        }
    }
    Ok(Vec::new())
}

fn set_corpus(to: &mut Recorder, field: &CorpusField) -> Result<(), Refusal> {
    match field {
        CorpusField::Id { id, keeps_former } => {
            if let Some(problem) = id_problem(&id.0, RESERVED) {
                return Err(Refusal::BadId(problem));
            }
            to.set_head(|head| {
                head.former_ids.retain(|former| former != id);
                let old = std::mem::replace(&mut head.id, id.clone());
                head.former_ids.extend(Some(old).filter(|old| *keeps_former && old != id));
            });
        }
        CorpusField::Title(text) => to.set_head(|head| text.clone_into(&mut head.title)),
        CorpusField::Summary(text) => to.set_head(|head| text.clone_into(&mut head.summary)),
        CorpusField::Language(text) => to.set_head(|head| text.clone_into(&mut head.language)),
        CorpusField::Version(text) => to.set_head(|head| text.clone_into(&mut head.version)),
        CorpusField::Updated(date) => to.set_head(|head| date.clone_into(&mut head.updated)),
        CorpusField::Contact(text) => to.set_head(|head| text.clone_into(&mut head.contact)),
        CorpusField::License(text) => to.set_head(|head| text.clone_into(&mut head.license)),
        CorpusField::Method(text) => to.set_head(|head| text.clone_into(&mut head.method)),
    }
    Ok(())
}

fn set_document(row: &mut raw::Document, field: &DocumentField) {
    match field {
        DocumentField::Title(text) => text.clone_into(&mut row.title),
        DocumentField::Date(date) => date.clone_into(&mut row.date),
        DocumentField::Language(tag) => tag.clone_into(&mut row.language),
        DocumentField::Publisher(text) => text.clone_into(&mut row.publisher),
        DocumentField::Author(text) => text.clone_into(&mut row.author),
        DocumentField::Url(text) => text.clone_into(&mut row.url),
        DocumentField::Archived(text) => text.clone_into(&mut row.archived),
        DocumentField::License(text) => text.clone_into(&mut row.license),
        DocumentField::Sha256(text) => text.clone_into(&mut row.sha256),
        DocumentField::Note(text) => text.clone_into(&mut row.note),
        DocumentField::Structure(parts) => parts.clone_into(&mut row.structure),
    }
}

fn set_issue(row: &mut raw::Issue, field: &IssueField) {
    match field {
        IssueField::Label(label) => label.clone_into(&mut row.label),
        IssueField::Proposition(proposition) => proposition.clone_into(&mut row.proposition),
        IssueField::Kind(kind) => row.kind = *kind,
    }
}
