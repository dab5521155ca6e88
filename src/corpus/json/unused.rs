//! Rows that nothing in a file names: actors in no statement, role or body, issues without a position.

use super::raw;
use std::collections::HashSet;

/// The positions in the file of actors that nothing but themselves names, as speaker, holder, body, relay or addressee.
/// One with a note may be there for its silence.
pub fn actors(raw: &raw::Corpus) -> Vec<usize> {
    let mut named: HashSet<&str> = HashSet::new();
    for actor in &raw.actors {
        let bodies = actor.roles.iter().filter_map(|role| role.of.as_ref()).chain(&actor.part_of);
        named.extend(bodies.map(|id| id.0.as_str()).filter(|id| *id != actor.id.0));
    }
    for statement in &raw.statements {
        if let raw::Speaker::Actors(ids) = &statement.speaker {
            named.extend(ids.iter().map(String::as_str));
        }
        let relays = statement.via.iter().filter_map(|relay| relay.actor.as_ref());
        let holders = statement.positions.iter().flat_map(|position| position.holder.as_slice());
        let others = relays.chain(holders).chain(&statement.addressees).chain(&statement.on_behalf_of);
        named.extend(others.map(|id| id.0.as_str()));
    }
    let mut unnamed = unnamed(raw.actors.iter().map(|actor| &actor.id), &named);
    unnamed.retain(|at| raw.actors.get(*at).is_some_and(|actor| actor.note.is_empty()));
    unnamed
}

/// The positions in the file of issues on which there is no position.
pub fn issues(raw: &raw::Corpus) -> Vec<usize> {
    let positions = raw.statements.iter().flat_map(|statement| &statement.positions);
    let named: HashSet<&str> = positions.map(|position| position.issue.0.as_str()).collect();
    unnamed(raw.issues.iter().map(|issue| &issue.id), &named)
}

fn unnamed<'a>(ids: impl Iterator<Item = &'a raw::IdText>, named: &HashSet<&str>) -> Vec<usize> {
    ids.enumerate().filter(|(_, id)| !named.contains(id.0.as_str())).map(|(at, _)| at).collect()
}
