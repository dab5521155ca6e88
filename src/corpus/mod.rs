//! WHAT IS KNOWN: a corpus file, read and checked into tables that cannot be wrong.
//! Bytes come in, a [`Corpus`] or every problem with its place goes out. Nothing here knows what a
//! reader asks or how it looks, and nothing here changes once it is made.

mod actor;
mod automaton;
mod binary;
mod covered;
mod date;
mod document;
mod id;
mod index;
mod json;
mod namesakes;
pub mod quotation;
mod retraction;
mod search;
mod snapshot;
mod statement;
mod text;

pub use actor::{Actor, ActorKind, Role, Until};
pub use binary::checksum;
pub use date::{Day, PartialDate};
pub use document::{Document, Part, PartRole, WebAddress};
pub use id::{ActorIx, CoderIx, DocumentIx, Id, IssueIx, Key, StatementIx, Table};
#[cfg(not(target_arch = "wasm32"))]
pub use json::{Advice, Warning, Warnings, and_more, schema};
pub use json::{
    Difference, Folded, InvalidCorpus, LocatedProblem, MAX_FILE_SIZE, Near, OpenDelimiter, OrphanStatement,
    Problem, RESERVED, RESERVED_IN_LISTS, Reading, SyntaxError, TextSelector, id_problem, is_near,
    is_usable_id, limits, raw, visible,
};
pub use snapshot::{Loaded, Orphan, ShardPaths, Snapshot};
pub use statement::{
    About, Act, Confidence, Kind, LabelledSpan, Position, Relation, Relay, Speaker, Stance, Statement,
    StatementSpan, Voice,
};
pub use text::{Span, Text};

/// A whole corpus, made by [`Corpus::read`] or decoded from its binary form.
#[derive(Debug, Clone, PartialEq)]
pub struct Corpus {
    pub id: Id,
    pub former_ids: Vec<Id>,
    pub title: String,
    pub summary: Option<String>,
    /// BCP 47 tag.
    pub language: String,
    pub version: Option<String>,
    pub updated: Option<PartialDate>,
    /// Where errors are reported: a `mailto:` or https address.
    pub contact: Option<String>,
    /// `None` is shown as "rights unknown".
    pub license: Option<String>,
    pub method: Option<String>,
    pub coders: Table<CoderIx, Coder>,
    pub actors: Table<ActorIx, Actor>,
    pub issues: Table<IssueIx, Issue>,
    pub documents: Table<DocumentIx, Document>,
    /// In reading order: by document, then by where the words begin; a parent before its children.
    pub statements: Table<StatementIx, Statement>,
    index: index::Index,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Coder {
    pub id: Id,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Issue {
    pub id: Id,
    pub former_ids: Vec<Id>,
    pub label: String,
    pub proposition: String,
    pub kind: IssueKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IssueKind {
    /// Something should be so: one supports or opposes it.
    Policy,
    /// Something is or will be so: one says so or denies it.
    Claim,
}

/// When something was said, as far as the corpus knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaidAt {
    On(PartialDate),
    /// Not later than its document.
    By(PartialDate),
}

impl SaidAt {
    pub fn date(self) -> PartialDate {
        match self {
            SaidAt::On(date) | SaidAt::By(date) => date,
        }
    }
}

impl Corpus {
    pub fn said(&self, statement: &Statement) -> SaidAt {
        match statement.date {
            Some(date) => SaidAt::On(date),
            None => SaidAt::By(self.documents[statement.document].date),
        }
    }

    /// The roles an actor had on a date: those whose dates cover it, else those without dates. Where one follows
    /// another in the same body that day, the later.
    pub fn roles_on(&self, actor: ActorIx, date: PartialDate) -> Vec<&Role> {
        let roles = &self.actors[actor].roles;
        let mut dated: Vec<&Role> = roles.iter().filter(|r| r.is_dated() && r.covers(date)).collect();
        let all = dated.clone();
        dated.retain(|role| !all.iter().any(|other| other.follows(role)));
        if dated.is_empty() { roles.iter().filter(|r| !r.is_dated()).collect() } else { dated }
    }

    /// The office of a body that an actor held on a date, its organs included.
    pub fn office_in(&self, actor: ActorIx, body: ActorIx, date: PartialDate) -> Option<&Role> {
        let roles = self.roles_on(actor, date);
        let own = roles.iter().find(|role| role.of == Some(body));
        let of_an_organ = || {
            roles.iter().find(|role| role.of.is_some_and(|of| self.ancestors(of).any(|above| above == body)))
        };
        own.or_else(of_an_organ).copied()
    }

    /// An actor's groups on a date: itself, what its roles then are of, and all that `part_of` leads
    /// to from these. A role of a person makes no group.
    pub fn groups_on(&self, actor: ActorIx, date: PartialDate) -> Vec<ActorIx> {
        let mut groups: Vec<ActorIx> = self.ancestors(actor).collect();
        for role in self.roles_on(actor, date) {
            let body = role.of.filter(|of| self.actors[*of].kind != ActorKind::Person);
            groups.extend(body.into_iter().flat_map(|body| self.ancestors(body)));
        }
        let mut seen = Vec::with_capacity(groups.len());
        groups.retain(|group| {
            !seen.contains(group) && {
                seen.push(*group);
                true
            }
        });
        groups
    }

    /// The group an actor's row stands under: the top of its first-listed role on `date`, else of itself.
    pub fn row_group(&self, actor: ActorIx, date: PartialDate) -> ActorIx {
        let body = self
            .roles_on(actor, date)
            .into_iter()
            .find_map(|role| role.of.filter(|of| self.actors[*of].kind != ActorKind::Person));
        self.ancestors(body.unwrap_or(actor)).last().unwrap_or(actor)
    }

    /// `actor`, the body it is part of, the body of that, and so on to the top; no further than there are actors.
    pub fn ancestors(&self, actor: ActorIx) -> impl Iterator<Item = ActorIx> + '_ {
        std::iter::successors(Some(actor), |at| self.actors[*at].part_of).take(self.actors.len())
    }

    /// How many actors speak, alone or jointly; whom one speaks for is not counted.
    pub fn speakers(&self) -> usize {
        let mut seen = vec![false; self.actors.len()];
        for actor in self.statements.iter().flat_map(|(_, statement)| statement.speaker.actors()) {
            if let Some(seen) = seen.get_mut(Key::position(*actor)) {
                *seen = true;
            }
        }
        seen.into_iter().filter(|speaks| *speaks).count()
    }

    /// The voice of this id: an actor's, or one of [`Voice::TEXT`] and [`Voice::UNNAMED`].
    pub fn voice_by_id(&self, id: &str) -> Option<Voice> {
        match id {
            Voice::TEXT => Some(Voice::Text),
            Voice::UNNAMED => Some(Voice::Unnamed),
            _ => self.actor_by_id(id).map(Voice::Actor),
        }
    }

    pub fn voice_id(&self, voice: Voice) -> &str {
        match voice {
            Voice::Actor(actor) => self.actors[actor].id.as_str(),
            Voice::Text => Voice::TEXT,
            Voice::Unnamed => Voice::UNNAMED,
        }
    }

    /// A statement's words, one string a span.
    pub fn words<'a>(&'a self, statement: &'a Statement) -> impl Iterator<Item = &'a str> {
        let text = &self.documents[statement.document].text;
        statement.spans.iter().map(|words| text.get(words.span))
    }
}
