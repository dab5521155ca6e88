//! Which rows name which others: one walk over all that may name a row, to look and to change alike.

use super::row::{List, RowId};
use crate::corpus::raw::{self, Speaker};

/// The rows of a list that a statement names, each as often as it does.
pub fn of_statement(statement: &raw::Statement, list: List) -> Vec<&str> {
    let mut found = Vec::new();
    look(statement, list, &mut |id| found.push(id.as_str()));
    found
}

/// The actors that an actor names: its body, and those of its roles.
pub fn of_actor(actor: &raw::Actor) -> impl Iterator<Item = &str> {
    let bodies = actor.roles.iter().filter_map(|role| role.of.as_ref());
    actor.part_of.iter().chain(bodies).map(|id| id.0.as_str())
}

/// Whether a statement names a row.
pub fn names(statement: &raw::Statement, list: List, id: &str) -> bool {
    let mut is_named = false;
    look(statement, list, &mut |named| is_named |= named == id);
    is_named
}

/// Lets a statement name another row where it named `from`.
pub fn rename_in_statement(statement: &mut raw::Statement, list: List, from: &str, to: &str) {
    change(statement, list, &mut |id| {
        if id == from {
            to.clone_into(id);
        }
    });
}

pub fn rename_in_actor(actor: &mut raw::Actor, from: &str, to: &str) {
    let bodies = actor.roles.iter_mut().filter_map(|role| role.of.as_mut());
    for id in actor.part_of.iter_mut().chain(bodies).filter(|id| id.0 == from) {
        to.clone_into(&mut id.0);
    }
}

/// The rows that name a row.
pub fn users(file: &raw::Corpus, row: &RowId) -> Vec<RowId> {
    let RowId { list, id } = row;
    let actors = file.actors.iter().filter(|actor| {
        *list == List::Actors && actor.id != *id && of_actor(actor).any(|named| named == id.0)
    });
    let actors = actors.map(|actor| RowId { list: List::Actors, id: actor.id.clone() });
    let statements = file.statements.iter().filter(|statement| names(statement, *list, &id.0));
    actors.chain(statements.map(|s| RowId { list: List::Statements, id: s.id.clone() })).collect()
}

macro_rules! walk {
    ($name:ident, $iter:ident, $option:ident, $slice:ident $(, $mutable:ident)?) => {
        fn $name<'a>(
            statement: &'a $($mutable)? raw::Statement,
            list: List,
            visit: &mut dyn FnMut(&'a $($mutable)? String),
        ) {
            match list {
                List::Documents => visit(&$($mutable)? statement.document.0),
                List::Statements => {
                    let about = statement.about.$iter().map(|about| &$($mutable)? about.statement);
                    statement.parent.$iter().chain(about).for_each(|id| visit(&$($mutable)? id.0));
                }
                List::Actors => {
                    if let Speaker::Actors(ids) = &$($mutable)? statement.speaker {
                        ids.$iter().for_each(&mut *visit);
                    }
                    let relays = statement.via.$iter().filter_map(|relay| relay.actor.$option());
                    let holders = statement.positions.$iter().flat_map(|position| position.holder.$slice().$iter());
                    let ids = statement.on_behalf_of.$iter().chain(relays).chain(statement.addressees.$iter());
                    ids.chain(holders).for_each(|id| visit(&$($mutable)? id.0));
                }
                List::Issues => {
                    statement.positions.$iter().for_each(|position| visit(&$($mutable)? position.issue.0));
                }
                List::Coders => {
                    let coders = statement.positions.$iter().filter_map(|position| position.coder.$option());
                    coders.for_each(|id| visit(&$($mutable)? id.0));
                }
            }
        }
    };
}

walk!(look, iter, as_ref, as_slice);
walk!(change, iter_mut, as_mut, as_mut_slice, mut);
