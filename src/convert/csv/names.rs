//! Names of a table become ids of the file. A name is an id or the name of one row; whoever is not there yet is made. Other
//! names (aliases) resolve nobody.

use crate::convert::new_id::NewIds;
use crate::corpus::{ActorKind, is_usable_id, raw};

/// The rows of a file that a table may name, with what was made for it.
pub struct Names {
    pub actors: Vec<raw::Actor>,
    pub issues: Vec<raw::Issue>,
    pub coders: Vec<raw::Coder>,
    actor_ids: NewIds,
    issue_ids: NewIds,
    coder_ids: NewIds,
    /// Names of new actors whose kind the table does not say.
    pub taken_for_persons: Vec<String>,
    /// Labels of new issues without a proposition.
    pub without_proposition: Vec<String>,
}

impl Names {
    pub fn of(file: &mut raw::Corpus) -> Names {
        let (actors, issues, coders) = (
            std::mem::take(&mut file.actors),
            std::mem::take(&mut file.issues),
            std::mem::take(&mut file.coders),
        );
        let actor_ids = taken(actors.iter().flat_map(|row| std::iter::once(&row.id).chain(&row.former_ids)));
        let issue_ids = taken(issues.iter().flat_map(|row| std::iter::once(&row.id).chain(&row.former_ids)));
        let coder_ids = taken(coders.iter().map(|row| &row.id));
        let (taken_for_persons, without_proposition) = (Vec::new(), Vec::new());
        Names {
            actors,
            issues,
            coders,
            actor_ids,
            issue_ids,
            coder_ids,
            taken_for_persons,
            without_proposition,
        }
    }

    /// The id of an actor; a new one is of this kind. Or why there is none, as a sentence.
    pub fn actor(&mut self, name: &str, kind: Option<ActorKind>) -> Result<raw::IdText, String> {
        let known = self.actors.iter().map(|actor| (&actor.id, actor.name.as_str()));
        if let Some(id) = find(name, known, "actors")? {
            return Ok(id);
        }
        let id = new_id(&mut self.actor_ids, name, "actor");
        if kind.is_none() {
            self.taken_for_persons.push(name.to_owned());
        }
        let kind = raw::Token(kind.unwrap_or(ActorKind::Person));
        self.actors.push(raw::Actor { id: id.clone(), name: name.to_owned(), kind, ..raw::Actor::default() });
        Ok(id)
    }

    /// The id of an issue; a new one has this proposition.
    pub fn issue(&mut self, name: &str, proposition: &str) -> Result<raw::IdText, String> {
        let known = self.issues.iter().map(|issue| (&issue.id, issue.label.as_str()));
        if let Some(id) = find(name, known, "issues")? {
            let issue = self.issues.iter_mut().find(|issue| issue.id == id);
            // A proposition that only a later row has.
            if let Some(issue) = issue.filter(|_| !proposition.is_empty())
                && let Some(at) = self.without_proposition.iter().position(|label| *label == issue.label)
            {
                self.without_proposition.remove(at);
                issue.proposition = proposition.to_owned();
            }
            return Ok(id);
        }
        let id = new_id(&mut self.issue_ids, name, "issue");
        if proposition.is_empty() {
            self.without_proposition.push(name.to_owned());
        }
        let proposition = if proposition.is_empty() { name } else { proposition };
        let (label, proposition) = (name.to_owned(), proposition.to_owned());
        self.issues.push(raw::Issue { id: id.clone(), label, proposition, ..raw::Issue::default() });
        Ok(id)
    }

    pub fn coder(&mut self, name: &str) -> Result<raw::IdText, String> {
        let known = self.coders.iter().map(|coder| (&coder.id, coder.name.as_str()));
        if let Some(id) = find(name, known, "coders")? {
            return Ok(id);
        }
        let id = new_id(&mut self.coder_ids, name, "coder");
        self.coders.push(raw::Coder { id: id.clone(), name: name.to_owned() });
        Ok(id)
    }
}

/// The id of the row with this id, else with this name; that two have the name is told.
pub fn find<'a>(
    name: &str,
    rows: impl Iterator<Item = (&'a raw::IdText, &'a str)> + Clone,
    what: &str,
) -> Result<Option<raw::IdText>, String> {
    if let Some((id, _)) = rows.clone().find(|(id, _)| id.0 == name) {
        return Ok(Some(id.clone()));
    }
    let called: Vec<&raw::IdText> = rows.filter(|(_, known)| *known == name).map(|(id, _)| id).collect();
    match called.as_slice() {
        [] => Ok(None),
        [id] => Ok(Some((*id).clone())),
        several => {
            let ids: Vec<&str> = several.iter().map(|id| id.0.as_str()).collect();
            Err(format!("several {what} are called “{name}”; write the id of one: {}", ids.join(", ")))
        }
    }
}

fn taken<'a>(rows: impl Iterator<Item = &'a raw::IdText>) -> NewIds {
    let mut ids = NewIds::default();
    rows.for_each(|id| ids.take(&id.0));
    ids
}

/// What is an id already stays one.
fn new_id(ids: &mut NewIds, name: &str, kind: &str) -> raw::IdText {
    if is_usable_id(name) && ids.is_free(name) {
        ids.take(name);
        return raw::IdText(name.to_owned());
    }
    raw::IdText(ids.id_of(name, kind))
}
