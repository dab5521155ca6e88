//! Finding a row by typing, or making one.

use super::{Pending, Then, Typing, Work, beginning};
use crate::corpus::raw::{About, Actor, IdText, OneOrMore, Relay, Speaker, Statement, Token};
use crate::corpus::{ActorKind, Relation};
use crate::draft::{ActorField, Edit, Found, List, NewRow, StatementField};
use crate::ui::coding::action::Field;
use crate::ui::i18n::tr_format;

/// What can be chosen in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    Row {
        id: String,
        name: String,
        /// How many statements name it.
        uses: usize,
    },
    New(String),
    Statement {
        id: String,
        /// Its number in its text, and its first words.
        words: String,
    },
    /// The text names nobody.
    Nobody,
    /// The writer's own voice.
    TheText,
}

/// So many are offered at once.
const OFFERED: usize = 8;

impl Work {
    /// What is offered in the field that is typed in.
    pub fn choices(&self) -> Vec<Choice> {
        let Some(Typing { field, typed, .. }) = &self.typing else { return Vec::new() };
        if *field == Field::About {
            return self.other_statements(typed);
        }
        let of_issues = field.is_of_issues();
        let found = if of_issues { self.draft.find_issues(typed) } else { self.draft.find_actors(typed) };
        let called = |found: &Found| {
            let name = if of_issues {
                self.issue(found.id).map(|issue| issue.label.as_str())
            } else {
                self.actor(found.id).map(|actor| actor.name.as_str())
            };
            name.unwrap_or_default().to_owned()
        };
        let rows = found.iter().filter(|found| self.may_choose(field, found.id)).take(OFFERED);
        let mut offered: Vec<Choice> = rows
            .map(|found| Choice::Row { id: found.id.to_owned(), name: called(found), uses: found.uses })
            .collect();
        let name = typed.trim();
        let is_there =
            offered.iter().any(|choice| matches!(choice, Choice::Row { name: known, .. } if known == name));
        let may_be_new = !matches!(field, Field::MergeActor(_) | Field::MergeIssue(_));
        if !name.is_empty() && !is_there && may_be_new {
            offered.push(Choice::New(name.to_owned()));
        }
        if name.is_empty() && matches!(field, Field::Speaker | Field::PickedSpeaker | Field::Relay) {
            offered.push(Choice::Nobody);
        }
        if name.is_empty() && matches!(field, Field::Speaker | Field::PickedSpeaker) {
            offered.push(Choice::TheText);
        }
        offered
    }

    fn may_choose(&self, field: &Field, id: &str) -> bool {
        match field {
            Field::MergeActor(own) | Field::MergeIssue(own) | Field::PartOf(own) => own.0 != id,
            _ => true,
        }
    }

    pub(super) fn move_choice(&mut self, back: bool) {
        let count = self.choices().len();
        if let Some(typing) = &mut self.typing {
            typing.active = match (back, typing.active) {
                (true, 0) => count.saturating_sub(1),
                (true, at) => at - 1,
                (false, at) if at + 1 >= count => 0,
                (false, at) => at + 1,
            };
        }
    }

    pub(super) fn choose(&mut self, at: Option<usize>) {
        let Some(typing) = self.typing.clone() else { return };
        let at = at.unwrap_or(typing.active);
        let Some(choice) = self.choices().get(at).cloned() else {
            return self.say("Nothing is there to choose; type a name.");
        };
        if typing.field == Field::Position {
            return self.choose_issue(choice);
        }
        let mut edits = Vec::new();
        let id = match &choice {
            Choice::Row { id, .. } | Choice::Statement { id, .. } => Some(IdText(id.clone())),
            Choice::New(name) => {
                let id = self.draft.new_id(List::Actors, name);
                let actor = Actor {
                    id: id.clone(),
                    name: name.clone(),
                    kind: Token(ActorKind::Person),
                    ..Actor::default()
                };
                edits.push(Edit::Add { row: NewRow::Actor(Box::new(actor)), at: None });
                Some(id)
            }
            Choice::Nobody | Choice::TheText => None,
        };
        if matches!(typing.field, Field::PickedSpeaker | Field::PickedBehalf) && self.picked_ids().is_empty()
        {
            return self.say("Pick statements first.");
        }
        let Some(chosen) = self.chosen(&typing.field, id, &choice) else { return };
        let edit = match edits.is_empty() {
            true => chosen,
            false => {
                edits.push(chosen);
                Edit::Many(edits)
            }
        };
        if self.edit(edit) {
            self.typing = None;
            self.said = Some(match &choice {
                Choice::Row { name, .. } | Choice::Statement { words: name, .. } => name.clone(),
                Choice::New(name) => tr_format!("New: {name}", name = name),
                Choice::Nobody => crate::ui::i18n::tr("Not named").to_owned(),
                Choice::TheText => crate::ui::i18n::tr("The text").to_owned(),
            });
            self.then.push(match typing.field {
                Field::Speaker => Then::Focus(Field::Position.element()),
                field => Then::Focus(field.element()),
            });
        }
    }

    /// The edit that puts what was chosen into its field.
    fn chosen(&self, field: &Field, id: Option<IdText>, choice: &Choice) -> Option<Edit> {
        match field {
            Field::MergeActor(from) => return Some(Edit::MergeActors { from: from.clone(), into: id? }),
            Field::MergeIssue(from) => return Some(Edit::MergeIssues { from: from.clone(), into: id? }),
            Field::PartOf(actor) => {
                return Some(Edit::SetActor { actor: actor.clone(), to: ActorField::PartOf(Some(id?)) });
            }
            Field::PickedSpeaker => {
                let (statements, to) = (self.picked_ids(), StatementField::Speaker(speaker(id, choice)));
                return Some(Edit::SetStatements { statements, to });
            }
            Field::PickedBehalf => {
                let (statements, to) = (self.picked_ids(), StatementField::OnBehalfOf(Some(id?)));
                return Some(Edit::SetStatements { statements, to });
            }
            _ => {}
        }
        let statement = self.statement()?;
        let own = &statement.id.0;
        let to = match field {
            Field::Speaker => StatementField::Speaker(speaker(id, choice)),
            Field::About => {
                StatementField::About(Some(About { statement: id?, relation: Token(self.relation?) }))
            }
            Field::JointSpeaker => {
                let mut all = match &statement.speaker {
                    Speaker::Actors(ids) => ids.clone(),
                    Speaker::Unnamed | Speaker::Document => Vec::new(),
                };
                all.push(id?.0);
                StatementField::Speaker(Speaker::Actors(all))
            }
            Field::OnBehalfOf => StatementField::OnBehalfOf(Some(id?)),
            Field::Relay => {
                let mut via = statement.via.clone();
                via.push(Relay { actor: id, cue: None });
                StatementField::Via(via)
            }
            Field::Addressee => {
                let mut all = statement.addressees.clone();
                all.push(id?);
                StatementField::Addressees(all)
            }
            Field::Holder(at) => {
                let mut position = statement.positions.get(*at)?.clone();
                let mut all = position.holder.as_slice().to_vec();
                all.push(id?);
                position.holder = match <[IdText; 1]>::try_from(all) {
                    Ok([one]) => OneOrMore::One(one),
                    Err(all) => OneOrMore::More(all),
                };
                let (statement, at) = (statement.id.clone(), *at);
                return Some(Edit::SetPosition { statement, at, position: Box::new(position) });
            }
            Field::Position
            | Field::MergeActor(_)
            | Field::MergeIssue(_)
            | Field::PartOf(_)
            | Field::PickedSpeaker
            | Field::PickedBehalf => return None,
        };
        Some(Edit::set_statement(own, to))
    }

    /// An issue on which the open statement takes a position: its stance is asked for, or first its proposition.
    fn choose_issue(&mut self, choice: Choice) {
        self.typing = None;
        match choice {
            Choice::Row { id, .. } => {
                self.pending = Some(Pending::Stance(IdText(id)));
                self.then.push(Then::Focus("stances".to_owned()));
            }
            Choice::New(label) => {
                self.pending = Some(Pending::Proposition { label });
                self.then.push(Then::Focus("field-proposition".to_owned()));
            }
            Choice::Statement { .. } | Choice::Nobody | Choice::TheText => {}
        }
    }

    /// What the open statement does to another: said at once where that is known, else the other is asked for.
    pub(super) fn relate(&mut self, relation: Option<Relation>) {
        let Some(open) = self.statement() else { return };
        let (id, about) = (open.id.clone(), open.about.clone());
        match (about, relation) {
            (None, Some(_)) => {
                self.relation = relation;
                self.then.push(Then::Focus(Field::About.element()));
            }
            (None, None) => self.relation = None,
            (Some(about), relation) => {
                self.relation = None;
                let to = relation.map(|relation| About { relation: Token(relation), ..about });
                self.edit(Edit::set_statement(&id.0, StatementField::About(to)));
            }
        }
    }

    /// The statements but the open one whose words or id hold what is typed, those of the text that is shown first.
    fn other_statements(&self, typed: &str) -> Vec<Choice> {
        let open = self.statement().map(|statement| &statement.id);
        let typed = typed.trim().to_lowercase();
        let shown = self.document().map(|document| &document.id);
        let others = self.file().statements.iter().filter(|known| Some(&known.id) != open);
        let (own, elsewhere): (Vec<&Statement>, Vec<&Statement>) =
            others.partition(|known| Some(&known.document) == shown);
        let is_found = |known: &&Statement| {
            known.id.0 == typed || known.spans.iter().any(|words| words.exact.to_lowercase().contains(&typed))
        };
        let found = own.into_iter().chain(elsewhere).filter(is_found).take(OFFERED);
        let choice = |known: &Statement| {
            let words = known.spans.first().map(|words| beginning(&words.exact)).unwrap_or_default();
            Choice::Statement { id: known.id.0.clone(), words: [&known.id.0, ": ", &words].concat() }
        };
        found.map(choice).collect()
    }
}

fn speaker(id: Option<IdText>, choice: &Choice) -> Speaker {
    match (id, choice) {
        (Some(id), _) => Speaker::Actors(vec![id.0]),
        (None, Choice::TheText) => Speaker::Document,
        (None, _) => Speaker::Unnamed,
    }
}
