//! What is done to one actor: the bodies that it names must be there, and lead round in no circle.

use super::edit::ActorField;
use super::recorder::Recorder;
use super::references::of_actor;
use super::refusal::Refusal;
use super::row::{List, RowId};
use super::rows::{self, find, leads_back};
use crate::corpus::raw::{self, IdText};

pub fn add(to: &mut Recorder, actor: &raw::Actor, at: Option<usize>) -> Result<(), Refusal> {
    require_bodies(to.file(), actor, None)?;
    rows::add(to, actor, at)
}

pub fn set(to: &mut Recorder, id: &IdText, field: &ActorField) -> Result<(), Refusal> {
    let at = find(to, List::Actors, id)?;
    let Some(old) = to.file().actors.get(at) else { return Ok(()) };
    let mut new = old.clone();
    match field {
        ActorField::Name(name) => name.clone_into(&mut new.name),
        ActorField::Kind(kind) => new.kind = *kind,
        ActorField::Aliases(aliases) => aliases.clone_into(&mut new.aliases),
        ActorField::Roles(roles) => roles.clone_into(&mut new.roles),
        ActorField::PartOf(body) => body.clone_into(&mut new.part_of),
        ActorField::Names(names) => names.clone_into(&mut new.names),
        ActorField::Note(note) => note.clone_into(&mut new.note),
    }
    require_bodies(to.file(), &new, Some(old))?;
    to.set(at, |actor: &mut raw::Actor| *actor = new);
    if matches!(field, ActorField::PartOf(Some(_))) { require_top(to.file(), id) } else { Ok(()) }
}

/// What an actor is part of must end somewhere.
pub fn require_top(file: &raw::Corpus, id: &IdText) -> Result<(), Refusal> {
    let body = |id: &str| {
        let actor = file.actors.iter().find(|actor| actor.id.0 == id)?;
        actor.part_of.as_ref().map(|body| body.0.as_str())
    };
    if leads_back(&id.0, body) {
        let row = RowId { list: List::Actors, id: id.clone() };
        return Err(Refusal::Circle { row, what: "part_of" });
    }
    Ok(())
}

/// The bodies that an actor names and did not name before must be there.
pub fn require_bodies(file: &raw::Corpus, new: &raw::Actor, old: Option<&raw::Actor>) -> Result<(), Refusal> {
    let is_new = |body: &&str| !old.is_some_and(|old| of_actor(old).any(|known| known == *body));
    let mut missing = of_actor(new).filter(is_new).filter(|body| List::Actors.position(file, body).is_none());
    missing.next().map_or(Ok(()), |body| Err(Refusal::Unknown(RowId::new(List::Actors, body))))
}
