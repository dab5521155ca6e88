//! One row for two, and two for one. What only the row that goes said of itself is kept by the one that stays, where
//! the file has room for it.

use super::actors::{self, require_top};
use super::recorder::Recorder;
use super::references::{names, rename_in_statement};
use super::refusal::Refusal;
use super::row::{List, Row, RowId};
use super::rows::{self, find, redirect};
use crate::corpus::raw::{self, IdText, OneOrMore, Speaker};

pub fn actors(to: &mut Recorder, from: &IdText, into: &IdText) -> Result<(), Refusal> {
    let (gone, stays) = pair(to, List::Actors, from, into)?;
    let Some(mut gone) = to.file().actors.get(gone).cloned() else { return Ok(()) };
    // Of what was between the two nothing is left.
    gone.part_of = gone.part_of.filter(|body| body != into);
    to.set(stays, |actor: &mut raw::Actor| {
        actor.part_of = actor.part_of.take().filter(|body| body != from).or_else(|| gone.part_of.clone());
        join(actor, &gone);
    });
    redirect(to, List::Actors, from, into, once_each);
    take_out::<raw::Actor>(to, from);
    require_top(to.file(), into)
}

pub fn issues(to: &mut Recorder, from: &IdText, into: &IdText) -> Result<(), Refusal> {
    let (gone, stays) = pair(to, List::Issues, from, into)?;
    let Some(gone) = to.file().issues.get(gone).cloned() else { return Ok(()) };
    to.set(stays, |issue: &mut raw::Issue| {
        issue.former_ids.extend(gone.former_ids);
        issue.former_ids.push(gone.id);
    });
    redirect(to, List::Issues, from, into, once_each);
    take_out::<raw::Issue>(to, from);
    Ok(())
}

/// A new actor beside `from`, which these statements name instead.
pub fn split_actor(
    to: &mut Recorder,
    from: &IdText,
    new: &raw::Actor,
    statements: &[IdText],
) -> Result<(), Refusal> {
    actors::require_bodies(to.file(), new, None)?;
    split(to, from, new, statements)
}

/// A new row beside `from`, which these statements name instead.
pub fn split<R: Row>(
    to: &mut Recorder,
    from: &IdText,
    new: &R,
    statements: &[IdText],
) -> Result<(), Refusal> {
    let at = find(to, R::LIST, from)?;
    rows::add(to, new, Some(at.saturating_add(1)))?;
    for statement in statements {
        let at = find(to, List::Statements, statement)?;
        if !to.file().statements.get(at).is_some_and(|statement| names(statement, R::LIST, &from.0)) {
            return Err(Refusal::NotNamed {
                row: RowId { list: R::LIST, id: from.clone() },
                statement: RowId { list: List::Statements, id: statement.clone() },
            });
        }
        to.set(at, |statement| rename_in_statement(statement, R::LIST, &from.0, &new.id().0));
    }
    Ok(())
}

fn pair(to: &Recorder, list: List, from: &IdText, into: &IdText) -> Result<(usize, usize), Refusal> {
    let found = (find(to, list, from)?, find(to, list, into)?);
    if from == into { Err(Refusal::Itself(RowId { list, id: from.clone() })) } else { Ok(found) }
}

fn take_out<R: Row>(to: &mut Recorder, id: &IdText) {
    if let Some(at) = R::LIST.position(to.file(), &id.0) {
        to.remove::<R>(at);
    }
}

/// Names, roles, former ids and note of an actor that goes, to the one that stays.
fn join(actor: &mut raw::Actor, gone: &raw::Actor) {
    let mut names = vec![gone.name.clone()];
    names.extend(gone.aliases.iter().cloned());
    for (tag, name) in &gone.names.0 {
        match actor.names.0.iter().find(|(known, _)| known == tag) {
            None => actor.names.0.push((tag.clone(), name.clone())),
            Some((_, known)) if known == name => {}
            Some(_) => names.push(name.clone()),
        }
    }
    for name in names {
        if name != actor.name && !actor.aliases.contains(&name) {
            actor.aliases.push(name);
        }
    }
    for role in &gone.roles {
        if !actor.roles.contains(role) {
            actor.roles.push(role.clone());
        }
    }
    actor.former_ids.extend(gone.former_ids.iter().cloned());
    actor.former_ids.push(gone.id.clone());
    if actor.note.is_empty() {
        gone.note.clone_into(&mut actor.note);
    } else if !gone.note.is_empty() && gone.note != actor.note {
        actor.note.push_str("\n\n");
        actor.note.push_str(&gone.note);
    }
}

/// Says once what a statement says twice now that two rows are one.
fn once_each(statement: &mut raw::Statement) {
    if let Speaker::Actors(ids) = &mut statement.speaker {
        keep_first(ids);
    }
    keep_first(&mut statement.addressees);
    for position in &mut statement.positions {
        if let OneOrMore::More(holders) = &mut position.holder {
            keep_first(holders);
        }
    }
    keep_first(&mut statement.positions);
}

fn keep_first<T: PartialEq>(list: &mut Vec<T>) {
    let mut kept: Vec<T> = Vec::with_capacity(list.len());
    for item in list.drain(..) {
        if !kept.contains(&item) {
            kept.push(item);
        }
    }
    *list = kept;
}
