//! Suggestions, one after the other: grey until a person takes them. What nobody took never enters the file.

use super::{Then, Work};
use crate::corpus::raw::{Actor, IdText, Speaker, Statement, Token};
use crate::corpus::{ActorKind, Id, Span};
use crate::draft::suggestions::{Candidate, KnownActor, Suggestion, suggest};
use crate::draft::{Edit, List, NewRow, Selection};
use crate::ui::coding::action::{Answer, Field, Tab};
use crate::ui::i18n::{tr, tr_plural};

/// What a text suggests, and how far a person has come with it.
#[derive(Debug, Clone)]
pub struct Suggesting {
    document: IdText,
    left: Vec<Suggestion>,
    verbs: Vec<Span>,
    /// Which of the names is offered; none where nobody is preselected and no name was asked for.
    candidate: Option<usize>,
}

impl Work {
    /// The suggestion that is asked about, and whoever is offered as its speaker.
    pub fn suggestion(&self) -> Option<(&Suggestion, Option<&Candidate>)> {
        let suggesting =
            self.suggesting.as_ref().filter(|own| Some(&own.document) == self.document.as_ref())?;
        let first = suggesting.left.first()?;
        Some((first, suggesting.candidate.and_then(|at| first.candidates.get(at))))
    }

    /// Suggested words, and verbs of saying elsewhere, of the document that is shown.
    pub fn suggested(&self) -> (Vec<Span>, &[Span]) {
        match self.suggesting.as_ref().filter(|own| Some(&own.document) == self.document.as_ref()) {
            Some(own) => (own.left.iter().flat_map(|left| left.spans.clone()).collect(), &own.verbs),
            None => (Vec::new(), &[]),
        }
    }

    /// How many suggestions wait for an answer; `None` where none are shown.
    pub fn suggestions_left(&self) -> Option<usize> {
        self.suggesting.as_ref().map(|suggesting| suggesting.left.len())
    }

    pub(super) fn toggle_suggestions(&mut self) {
        if self.suggesting.take().is_some() {
            return self.say("Suggestions are off.");
        }
        let Some(document) = self.document() else { return };
        let language = document.language.as_deref().unwrap_or(&self.file().language);
        let known = self.file().actors.iter().filter_map(|actor| {
            let id = Id::new(&actor.id.0)?;
            let mut names = vec![actor.name.clone()];
            names.extend(actor.aliases.iter().cloned());
            Some(KnownActor { id, names })
        });
        let found = suggest(&self.text, language, &known.collect::<Vec<_>>());
        let is_coded = |span: &Span| {
            let spans = self.placed.iter().flat_map(|placed| &placed.spans);
            spans.into_iter().any(|own| own.overlaps(*span))
        };
        let left: Vec<Suggestion> =
            found.statements.into_iter().filter(|found| !found.spans.iter().any(is_coded)).collect();
        let count = left.len();
        let mut suggesting =
            Suggesting { document: document.id.clone(), left, verbs: found.verbs, candidate: None };
        suggesting.begin();
        self.suggesting = Some(suggesting);
        self.tab = Tab::Statement;
        self.open = None;
        self.said = Some(tr_plural(
            count,
            "{n} quotation is suggested. Nothing enters the file that you do not take.",
            "{n} quotations are suggested. Nothing enters the file that you do not take.",
        ));
        self.then.push(Then::Focus("suggestion".to_owned()));
    }

    pub(super) fn answer(&mut self, answer: Answer) {
        let Some(suggesting) = &mut self.suggesting else { return };
        match answer {
            Answer::NextName => suggesting.next_name(),
            Answer::No => {
                suggesting.drop_first();
                self.then.push(Then::Focus("suggestion".to_owned()));
            }
            Answer::Take => self.take_suggestion(),
        }
    }

    fn take_suggestion(&mut self) {
        let Some((suggestion, candidate)) = self.suggestion() else { return };
        let (suggestion, candidate) = (suggestion.clone(), candidate.cloned());
        let Some(document) = self.document.clone() else { return };
        let mut edits = Vec::new();
        let speaker = match &candidate {
            None => Speaker::Unnamed,
            Some(Candidate { actor: Some(id), .. }) => Speaker::Actors(vec![id.to_string()]),
            Some(Candidate { name, .. }) => {
                let name = self.text.get(*name).to_owned();
                let id = self.draft.new_id(List::Actors, &name);
                let kind = Token(ActorKind::Person);
                let actor = Actor { id: id.clone(), name, kind, ..Actor::default() };
                edits.push(Edit::Add { row: NewRow::Actor(Box::new(actor)), at: None });
                Speaker::Actors(vec![id.0])
            }
        };
        let selector = |span: Span| Selection::exactly(&self.text, span);
        let statement = Statement {
            id: self.draft.new_statement_id(),
            document,
            spans: suggestion.spans.iter().map(|span| selector(*span).quoted_words()).collect(),
            kind: Token(suggestion.kind),
            speaker: speaker.clone(),
            cue: suggestion.cue.map(|cue| selector(cue).words),
            ..Statement::default()
        };
        let id = statement.id.clone();
        edits.push(Edit::Add { row: NewRow::Statement(Box::new(statement)), at: None });
        if self.edit(Edit::Many(edits)) {
            if let Some(suggesting) = &mut self.suggesting {
                suggesting.drop_first();
            }
            (self.open, self.tab) = (Some(id), Tab::Statement);
            let is_named = speaker != Speaker::Unnamed;
            let next = if is_named { Field::Position } else { Field::Speaker };
            self.said = Some(tr("Taken.").to_owned());
            self.then.push(Then::Focus(next.element()));
        }
    }
}

impl Suggesting {
    /// Somebody is offered at once only where a verb of saying names them in the same sentence.
    fn begin(&mut self) {
        let is_sure =
            self.left.first().is_some_and(|first| first.preselected && !first.candidates.is_empty());
        self.candidate = is_sure.then_some(0);
    }

    fn next_name(&mut self) {
        let count = self.left.first().map_or(0, |first| first.candidates.len());
        self.candidate = match self.candidate {
            None if count > 0 => Some(0),
            Some(at) if at + 1 < count => Some(at + 1),
            _ => None,
        };
    }

    fn drop_first(&mut self) {
        if !self.left.is_empty() {
            self.left.remove(0);
        }
        self.begin();
    }
}
