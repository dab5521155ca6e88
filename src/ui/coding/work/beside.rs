//! A second coder's file beside the draft: where the two differ, settled one after the other. Both originals of a
//! position stay, and what was chosen stands beside them as that of the coder "settled".

use super::{Then, Work};
use crate::corpus::raw::{self, Coder, IdText, Position, Statement};
use crate::corpus::{Corpus, Id};
use crate::draft::coders::{Difference, Disagreement, IssueIds, TwoFiles, compare};
use crate::draft::{Edit, List, NewRow, StatementField};
use crate::ui::coding::action::Tab;
use crate::ui::i18n::{tr, tr_plural};
use std::rc::Rc;

/// Who chose between two coders.
const SETTLED: &str = "settled";

/// Two files of the same texts.
#[derive(Debug, Clone)]
pub struct Beside {
    /// What the second file is called.
    pub name: String,
    /// The draft as it was when the two were compared, and the second file.
    pub own: Rc<Corpus>,
    pub other: Rc<Corpus>,
    file: Rc<raw::Corpus>,
    pub compared: Rc<TwoFiles>,
    /// Differences about which somebody has decided.
    settled: Vec<Difference>,
}

impl Beside {
    /// What is not settled yet.
    pub fn open(&self) -> impl Iterator<Item = &Difference> {
        self.compared.differences.iter().filter(|difference| !self.is_settled(difference))
    }

    fn is_settled(&self, difference: &Difference) -> bool {
        let on_issue = |a: &Id, issue: &IssueIds| {
            let statement = self.own.statement_by_id(a.as_str()).map(|ix| &self.own.statements[ix]);
            let issue = match issue {
                IssueIds::OnlyInA(id) | IssueIds::OnlyInB(id) | IssueIds::Both { a: id, .. } => id,
            };
            let issue = self.own.issue_by_id(issue.as_str());
            let settled = self.own.coder_by_id(SETTLED);
            settled.is_some()
                && statement.is_some_and(|statement| {
                    let positions = &statement.positions;
                    positions.iter().any(|held| Some(held.issue) == issue && held.coder == settled)
                })
        };
        self.settled.contains(difference)
            || matches!(difference, Difference::Between { a, what: Disagreement::Position { issue, .. }, .. }
                if on_issue(a, issue))
    }
}

impl Work {
    pub fn beside(&self) -> Option<&Beside> {
        self.beside.as_ref()
    }

    /// Whether a file that comes now is the second coder's.
    pub fn waits_for_beside(&self) -> bool {
        self.tab == Tab::Beside && self.beside.is_none()
    }

    /// Puts a second file beside the draft; or says why the two cannot be compared, in lines.
    pub fn put_beside(&mut self, name: String, file: raw::Corpus) -> Result<(), Vec<String>> {
        let checked = |file: &raw::Corpus, name: &str| {
            let read = Corpus::read(file.to_json().as_bytes());
            read.map(|reading| Rc::new(reading.corpus)).map_err(|invalid| invalid.lines(name))
        };
        let own = checked(self.file(), &self.file().id.0)?;
        let other = checked(&file, &name)?;
        let compared = compare(&own, &other);
        if compared.counterparts.documents.iter().len() == 0 {
            return Err(vec![
                tr("The two files have no text in common: texts have to be the same letter by letter.")
                    .to_owned(),
            ]);
        }
        let beside = Beside {
            name,
            own,
            other,
            file: Rc::new(file),
            compared: Rc::new(compared),
            settled: Vec::new(),
        };
        let open = beside.open().count();
        self.beside = Some(beside);
        self.tab = super::Tab::Beside;
        self.said = Some(tr_plural(open, "{n} difference", "{n} differences"));
        self.then.push(Then::Focus("difference".to_owned()));
        Ok(())
    }

    pub(super) fn remove_beside(&mut self) {
        self.beside = None;
    }

    /// Settles the first open difference: as it is in the draft, or as the second file has it.
    pub(super) fn settle(&mut self, takes_other: bool) {
        let Some(beside) = &self.beside else { return };
        let Some(difference) = beside.open().next().cloned() else { return };
        let edits = self.settling(beside, &difference, takes_other);
        let is_done = match edits {
            None => false,
            Some(edits) if edits.is_empty() => true,
            Some(edits) => self.edit(Edit::Many(edits)),
        };
        if !is_done {
            return;
        }
        let Some(mut beside) = self.beside.take() else { return };
        beside.settled.push(difference);
        if let Ok(reading) = Corpus::read(self.file().to_json().as_bytes()) {
            beside.own = Rc::new(reading.corpus);
            beside.compared = Rc::new(compare(&beside.own, &beside.other));
        }
        let left = beside.open().count();
        self.beside = Some(beside);
        self.said = Some(tr_plural(left, "{n} difference left", "{n} differences left"));
        self.then.push(Then::Focus("difference".to_owned()));
    }

    fn settling(&self, beside: &Beside, difference: &Difference, takes_other: bool) -> Option<Vec<Edit>> {
        let copy = Copy { work: self, beside };
        match difference {
            Difference::OnlyInA(id) if takes_other => {
                Some(vec![Edit::Remove(crate::draft::RowId::new(List::Statements, id.as_str()))])
            }
            Difference::OnlyInB(id) if takes_other => copy.statement(id),
            Difference::Between { a, b, what } => copy.between(a, b, what, takes_other),
            _ => Some(Vec::new()),
        }
    }
}

/// What the second file says, in the ids of the draft.
struct Copy<'a> {
    work: &'a Work,
    beside: &'a Beside,
}

impl Copy<'_> {
    fn raw_of(&self, id: &Id) -> Option<&Statement> {
        self.beside.file.statements.iter().find(|statement| statement.id.0 == id.as_str())
    }

    /// The draft's id of an actor of the second file; one that it lacks is added.
    fn actor(&self, id: &str, edits: &mut Vec<Edit>) -> String {
        let Beside { own, other, compared, .. } = self.beside;
        let known = other.actor_by_id(id).and_then(|actor| compared.counterparts.actors.in_a(actor));
        if let Some(known) = known {
            return own.actors[known].id.to_string();
        }
        let row = self.beside.file.actors.iter().find(|actor| actor.id.0 == id);
        let mut row = row.cloned().unwrap_or_default();
        let is_taken = self.work.file().actors.iter().any(|actor| actor.id.0 == id);
        if is_taken {
            row.id = self.work.draft.new_id(List::Actors, &row.name);
        }
        // What it belongs to there may be somebody else here.
        (row.part_of, row.roles) = (None, Vec::new());
        let id = row.id.0.clone();
        let is_added =
            |edit: &Edit| matches!(edit, Edit::Add { row: NewRow::Actor(actor), .. } if actor.id.0 == id);
        if !edits.iter().any(is_added) {
            edits.push(Edit::Add { row: NewRow::Actor(Box::new(row)), at: None });
        }
        id
    }

    fn issue(&self, id: &str, edits: &mut Vec<Edit>) -> IdText {
        let Beside { own, other, compared, .. } = self.beside;
        let known = other.issue_by_id(id).and_then(|issue| compared.counterparts.issues.in_a(issue));
        if let Some(known) = known {
            return IdText(own.issues[known].id.to_string());
        }
        let row = self.beside.file.issues.iter().find(|issue| issue.id.0 == id);
        let mut row = row.cloned().unwrap_or_default();
        if self.work.issue(id).is_some() {
            row.id = self.work.draft.new_id(List::Issues, &row.label);
        }
        let id = row.id.clone();
        let is_added =
            |edit: &Edit| matches!(edit, Edit::Add { row: NewRow::Issue(issue), .. } if issue.id == id);
        if !edits.iter().any(is_added) {
            edits.push(Edit::Add { row: NewRow::Issue(Box::new(row)), at: None });
        }
        id
    }

    fn speaker(&self, speaker: &raw::Speaker, edits: &mut Vec<Edit>) -> raw::Speaker {
        match speaker {
            raw::Speaker::Actors(ids) => {
                raw::Speaker::Actors(ids.iter().map(|id| self.actor(id, edits)).collect())
            }
            other => other.clone(),
        }
    }

    /// A coder of the draft with this id; one that it lacks is added.
    fn coder(&self, id: &str, name: &str, edits: &mut Vec<Edit>) -> IdText {
        let is_known = self.work.file().coders.iter().any(|coder| coder.id.0 == id);
        let is_added =
            |edit: &Edit| matches!(edit, Edit::Add { row: NewRow::Coder(coder), .. } if coder.id.0 == id);
        let id = IdText(id.to_owned());
        if !is_known && !edits.iter().any(is_added) {
            let row = Coder { id: id.clone(), name: name.to_owned() };
            edits.push(Edit::Add { row: NewRow::Coder(row), at: None });
        }
        id
    }

    /// A position of the second file, with whoever coded it.
    fn position(&self, held: &Position, edits: &mut Vec<Edit>) -> Position {
        let mut held = held.clone();
        held.issue = self.issue(&held.issue.0, edits);
        for holder in held.holder.as_mut_slice() {
            holder.0 = self.actor(&holder.0, edits);
        }
        let coders = &self.beside.file.coders;
        let coder = held.coder.as_ref().and_then(|id| coders.iter().find(|coder| coder.id == *id));
        held.coder = Some(match coder {
            Some(coder) => self.coder(&coder.id.0, &coder.name, edits),
            None => self.coder("second", &self.beside.name, edits),
        });
        held
    }

    /// A statement that only the second file has.
    fn statement(&self, id: &Id) -> Option<Vec<Edit>> {
        let mut edits = Vec::new();
        let mut new = self.raw_of(id)?.clone();
        let Beside { own, other, compared, .. } = self.beside;
        let document = other.document_by_id(&new.document.0)?;
        new.document = IdText(own.documents[compared.counterparts.documents.in_a(document)?].id.to_string());
        new.id = self.work.draft.new_statement_id();
        new.former_ids = Vec::new();
        new.speaker = self.speaker(&new.speaker, &mut edits);
        new.on_behalf_of = new.on_behalf_of.map(|body| IdText(self.actor(&body.0, &mut edits)));
        for relay in &mut new.via {
            relay.actor = relay.actor.as_ref().map(|actor| IdText(self.actor(&actor.0, &mut edits)));
        }
        for actor in &mut new.addressees {
            actor.0 = self.actor(&actor.0, &mut edits);
        }
        // Other statements have other ids here.
        (new.parent, new.about) = (None, None);
        new.positions = new.positions.iter().map(|held| self.position(held, &mut edits)).collect();
        edits.push(Edit::Add { row: NewRow::Statement(Box::new(new)), at: None });
        Some(edits)
    }

    fn between(&self, a: &Id, b: &Id, what: &Disagreement, takes_other: bool) -> Option<Vec<Edit>> {
        let other = self.raw_of(b)?;
        let mut edits = Vec::new();
        let to = match what {
            Disagreement::Position { issue, .. } => return self.positions(a, other, issue, takes_other),
            _ if !takes_other => return Some(edits),
            Disagreement::Kind => StatementField::Kind(other.kind),
            Disagreement::Speaker => StatementField::Speaker(self.speaker(&other.speaker, &mut edits)),
            Disagreement::OnBehalfOf => {
                let body = other.on_behalf_of.as_ref();
                StatementField::OnBehalfOf(body.map(|body| IdText(self.actor(&body.0, &mut edits))))
            }
            Disagreement::Via => {
                let mut via = other.via.clone();
                for relay in &mut via {
                    relay.actor = relay.actor.as_ref().map(|actor| IdText(self.actor(&actor.0, &mut edits)));
                }
                StatementField::Via(via)
            }
        };
        edits.push(Edit::set_statement(a.as_str(), to));
        Some(edits)
    }

    /// Both originals, and the one that was chosen.
    fn positions(&self, a: &Id, other: &Statement, issue: &IssueIds, takes_other: bool) -> Option<Vec<Edit>> {
        let mut edits = Vec::new();
        let (in_a, in_b) = match issue {
            IssueIds::OnlyInA(a) => (Some(a), None),
            IssueIds::OnlyInB(b) => (None, Some(b)),
            IssueIds::Both { a, b } => (Some(a), Some(b)),
        };
        let own = self.work.file().statements.iter().find(|statement| statement.id.0 == a.as_str())?;
        let on = |all: &[Position], id: Option<&Id>| -> Vec<Position> {
            all.iter().filter(|held| Some(held.issue.0.as_str()) == id.map(Id::as_str)).cloned().collect()
        };
        let mine = on(&own.positions, in_a);
        let theirs: Vec<Position> =
            on(&other.positions, in_b).iter().map(|held| self.position(held, &mut edits)).collect();
        let settled = self.coder(SETTLED, tr("Settled between the coders"), &mut edits);
        let chosen = if takes_other { &theirs } else { &mine };
        let chosen = chosen.iter().map(|held| Position { coder: Some(settled.clone()), ..held.clone() });
        let all: Vec<Position> = theirs.iter().cloned().chain(chosen).collect();
        let statement = IdText(a.to_string());
        edits.extend(all.into_iter().map(|position| Edit::AddPosition {
            statement: statement.clone(),
            position: Box::new(position),
        }));
        Some(edits)
    }
}
