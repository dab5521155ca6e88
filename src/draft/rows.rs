//! What is done alike to the rows of every list: adding, removing, moving, and giving another id, which every reference
//! follows.

use super::recorder::Recorder;
use super::references::{names, of_actor, rename_in_actor, rename_in_statement, users};
use super::refusal::Refusal;
use super::row::{List, Row, RowId};
use crate::corpus::id_problem;
use crate::corpus::raw::{self, IdText};

/// Where a row stands that an edit names.
pub fn find(to: &Recorder, list: List, id: &IdText) -> Result<usize, Refusal> {
    list.position(to.file(), &id.0).ok_or_else(|| Refusal::Unknown(RowId { list, id: id.clone() }))
}

/// Adds a row before that at `at`, or at the end.
pub fn add<R: Row>(to: &mut Recorder, row: &R, at: Option<usize>) -> Result<(), Refusal> {
    for id in std::iter::once(row.id()).chain(row.former_ids()) {
        require_free(to.file(), R::LIST, id, None)?;
    }
    to.insert(at.unwrap_or(usize::MAX), row.clone());
    Ok(())
}

/// Takes out a row that no other names.
pub fn remove<R: Row>(to: &mut Recorder, row: &RowId) -> Result<(), Refusal> {
    let at = find(to, R::LIST, &row.id)?;
    let users = users(to.file(), row);
    if let Some(first) = users.first() {
        return Err(Refusal::InUse { row: row.clone(), users: users.len(), first: first.clone() });
    }
    to.remove::<R>(at);
    Ok(())
}

pub fn shift<R: Row>(to: &mut Recorder, row: &RowId, at: usize) -> Result<(), Refusal> {
    let from = find(to, R::LIST, &row.id)?;
    to.shift::<R>(from, at);
    Ok(())
}

/// Gives a row another id. It may be one that the row had before.
pub fn rename<R: Row>(
    to: &mut Recorder,
    row: &RowId,
    id: &IdText,
    keeps_former: bool,
) -> Result<(), Refusal> {
    let at = find(to, R::LIST, &row.id)?;
    if row.id == *id {
        return Ok(());
    }
    require_free(to.file(), R::LIST, id, Some(at))?;
    if keeps_former && R::LIST == List::Coders {
        return Err(Refusal::NoFormerIds(row.clone()));
    }
    to.set(at, |renamed: &mut R| {
        id.clone_into(renamed.id_mut());
        if let Some(former) = renamed.former_ids_mut() {
            former.retain(|former| former != id);
            former.extend(keeps_former.then(|| row.id.clone()));
        }
    });
    redirect(to, R::LIST, &row.id, id, |_| {});
    Ok(())
}

/// Lets all that names `from` name `into`; every statement of which that is true is put right by `then`.
pub fn redirect(
    to: &mut Recorder,
    list: List,
    from: &IdText,
    into: &IdText,
    then: impl Fn(&mut raw::Statement),
) {
    if list == List::Actors {
        let actors = to.file().actors.iter().enumerate();
        let found = actors.filter(|(_, actor)| of_actor(actor).any(|named| named == from.0));
        for at in found.map(|(at, _)| at).collect::<Vec<_>>() {
            to.set(at, |actor| rename_in_actor(actor, &from.0, &into.0));
        }
    }
    let statements = to.file().statements.iter().enumerate();
    let found = statements.filter(|(_, statement)| names(statement, list, &from.0));
    for at in found.map(|(at, _)| at).collect::<Vec<_>>() {
        to.set(at, |statement| {
            rename_in_statement(statement, list, &from.0, &into.0);
            then(statement);
        });
    }
}

/// Whether following references from a row leads back to it.
pub fn leads_back<'a>(start: &'a str, next: impl Fn(&'a str) -> Option<&'a str>) -> bool {
    /// No chain that a check lets pass is longer.
    const LONGEST: usize = 1000;
    let mut chain = std::iter::successors(next(start), |at| next(at)).take(LONGEST);
    chain.any(|at| at == start)
}

fn require_free(file: &raw::Corpus, list: List, id: &IdText, except: Option<usize>) -> Result<(), Refusal> {
    if let Some(problem) = id_problem(&id.0, list.reserved()) {
        return Err(Refusal::BadId(problem));
    }
    if list.is_taken(file, &id.0, except) {
        return Err(Refusal::Taken(RowId { list, id: id.clone() }));
    }
    Ok(())
}
