//! Several statements at once: picked over all texts, changed in one step, or given over to a new actor or issue.

use super::{Then, Work};
use crate::corpus::raw::{self, IdText, Token};
use crate::draft::{Edit, List, RowId, StatementField};
use crate::ui::coding::action::{Pick, Split};
use crate::ui::i18n::{tr_format, tr_plural};
use std::collections::BTreeSet;

/// The statements that are picked, by id, and what for.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Picked {
    pub statements: BTreeSet<String>,
    /// The row from which they are split off; without it they are changed.
    pub splitting: Option<Splitting>,
}

/// A row of which two are made.
#[derive(Debug, Clone, PartialEq)]
pub struct Splitting {
    pub row: RowId,
    /// The name or label of the new row.
    pub name: String,
    /// The proposition of a new issue.
    pub proposition: String,
}

impl Work {
    pub(super) fn pick(&mut self, wanted: Pick) {
        match wanted {
            Pick::Begin => self.picked = Some(Picked::default()),
            Pick::End => self.picked = None,
            Pick::Statement(id, is_picked) => {
                let Some(picked) = &mut self.picked else { return };
                if is_picked {
                    picked.statements.insert(id.0);
                } else {
                    picked.statements.remove(&id.0);
                }
            }
            Pick::Text => {
                let own: Vec<String> = self.placed.iter().map(|placed| placed.id.0.clone()).collect();
                self.picked.iter_mut().for_each(|picked| picked.statements.extend(own.iter().cloned()));
            }
            Pick::All => {
                let all: Vec<String> = match self.splitting() {
                    Some(splitting) => {
                        self.draft.statements_naming(&splitting.row).map(|named| named.id.0.clone()).collect()
                    }
                    None => self.file().statements.iter().map(|statement| statement.id.0.clone()).collect(),
                };
                self.picked.iter_mut().for_each(|picked| picked.statements.extend(all.iter().cloned()));
            }
            Pick::Nothing => self.picked.iter_mut().for_each(|picked| picked.statements.clear()),
            Pick::Set(to) => {
                self.set_picked(to);
            }
            Pick::Remove => self.remove_picked(),
        }
    }

    /// The row that is being split.
    pub fn splitting(&self) -> Option<&Splitting> {
        self.picked.as_ref()?.splitting.as_ref()
    }

    pub fn is_picked(&self, id: &str) -> bool {
        self.picked.as_ref().is_some_and(|picked| picked.statements.contains(id))
    }

    /// The picked statements in the order of the file.
    pub(super) fn picked_ids(&self) -> Vec<IdText> {
        let all = self.file().statements.iter().map(|statement| &statement.id);
        all.filter(|id| self.is_picked(&id.0)).cloned().collect()
    }

    /// Sets one field of all statements that are picked, as one step; whether that could be done.
    fn set_picked(&mut self, to: StatementField) -> bool {
        let statements = self.picked_ids();
        let count = statements.len();
        if count == 0 {
            self.say("Pick statements first.");
            return false;
        }
        let is_done = self.edit(Edit::SetStatements { statements, to });
        if is_done {
            self.said = Some(tr_plural(count, "{n} statement is changed.", "{n} statements are changed."));
        }
        is_done
    }

    fn remove_picked(&mut self) {
        let picked = self.picked_ids();
        let count = picked.len();
        // What stands inside another statement goes before it.
        let remove = |id: &IdText| Edit::Remove(RowId { list: List::Statements, id: id.clone() });
        let edits: Vec<Edit> = self.inner_first(picked).iter().map(remove).collect();
        if count == 0 {
            self.say("Pick statements first.");
        } else if self.edit(Edit::Many(edits)) {
            self.said = Some(tr_plural(count, "{n} statement is removed.", "{n} statements are removed."));
        }
    }

    /// These statements in an order in which none is named by one that stands after it, where there is such an order.
    fn inner_first(&self, mut left: Vec<IdText>) -> Vec<IdText> {
        let mut ordered = Vec::with_capacity(left.len());
        while !left.is_empty() {
            let named: BTreeSet<&str> = {
                let waiting: BTreeSet<&str> = left.iter().map(|id| id.0.as_str()).collect();
                let all = self.file().statements.iter();
                let own = all.filter(|statement| waiting.contains(statement.id.0.as_str()));
                let named = own.flat_map(|statement| {
                    let about = statement.about.as_ref().map(|about| &about.statement);
                    statement.parent.iter().chain(about)
                });
                named.map(|id| id.0.as_str()).collect()
            };
            let (inner, outer): (Vec<IdText>, Vec<IdText>) =
                left.iter().cloned().partition(|id| !named.contains(id.0.as_str()));
            if inner.is_empty() {
                ordered.extend(outer);
                break;
            }
            ordered.extend(inner);
            left = outer;
        }
        ordered
    }

    pub(super) fn split(&mut self, wanted: Split) {
        match wanted {
            Split::Begin(row) => {
                let name = ["field-split-", &row.id.0].concat();
                let splitting = Splitting { row, name: String::new(), proposition: String::new() };
                self.picked = Some(Picked { splitting: Some(splitting), ..Picked::default() });
                self.then.push(Then::Focus(name));
            }
            Split::End => self.picked = None,
            Split::Name(name) => {
                self.splitting_mut().for_each(|splitting| name.trim().clone_into(&mut splitting.name))
            }
            Split::Propose(words) => {
                self.splitting_mut()
                    .for_each(|splitting| words.trim().clone_into(&mut splitting.proposition));
            }
            Split::Finish => self.finish_split(),
        }
    }

    fn splitting_mut(&mut self) -> impl Iterator<Item = &mut Splitting> {
        self.picked.iter_mut().filter_map(|picked| picked.splitting.as_mut())
    }

    fn finish_split(&mut self) {
        let Some(Splitting { row, name, proposition }) = self.splitting().cloned() else { return };
        let statements = self.picked_ids();
        let count = statements.len();
        if name.is_empty() {
            return self.say("Write what the new one is called.");
        }
        if count == 0 {
            return self.say("Pick the statements that go over to the new one.");
        }
        let id = self.draft.new_id(row.list, &name);
        let edit = match row.list {
            List::Issues if proposition.is_empty() => {
                return self
                    .say("Write the proposition as one whole sentence on which somebody can take a side.");
            }
            List::Issues => {
                let kind = self.issue(&row.id.0).and_then(|issue| issue.kind);
                let new = raw::Issue { id, label: name.clone(), proposition, kind, ..raw::Issue::default() };
                Edit::SplitIssue { from: row.id, new: Box::new(new), statements }
            }
            List::Actors => {
                let Some(kind) = self.actor(&row.id.0).map(|actor| Token(actor.kind.0)) else { return };
                let new = raw::Actor { id, name: name.clone(), kind, ..raw::Actor::default() };
                Edit::SplitActor { from: row.id, new: Box::new(new), statements }
            }
            List::Coders | List::Documents | List::Statements => return,
        };
        if self.edit(edit) {
            self.picked = None;
            self.said = Some(tr_format!("New: {name}", name = name));
        }
    }
}
