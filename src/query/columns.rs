//! The corpus turned sideways: for every statement and facet a few small integers in one flat
//! vector, so that an answer is a scan over numbers and never a walk over trees of strings.
//! Made once per corpus; knows nothing of what is asked.

use super::search;
use super::search::Folded;
use crate::corpus::{
    Act, ActorIx, Corpus, Day, DocumentIx, Key, Kind, PartialDate, Position, Speaker, Stance, Statement,
    Voice,
};
use crate::route::{Facet, Ids, PerFacet};

use std::cell::OnceCell;

/// A value of a facet as a dense number: an actor's or issue's position in its table, or one of the
/// numbers after the last actor for the voices that are none.
pub type Code = u32;

/// What a stance is called in an address and in the facet: conditional ones stand apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StanceToken {
    Supports,
    SupportsIf,
    Opposes,
    OpposesIf,
    Neutral,
    Open,
    Unclear,
    None,
}

impl StanceToken {
    pub const ALL: [StanceToken; 8] = [
        StanceToken::Supports,
        StanceToken::SupportsIf,
        StanceToken::Opposes,
        StanceToken::OpposesIf,
        StanceToken::Neutral,
        StanceToken::Open,
        StanceToken::Unclear,
        StanceToken::None,
    ];

    pub fn of(position: &Position) -> StanceToken {
        StanceToken::new(position.stance, position.is_conditional())
    }

    pub fn new(stance: Stance, is_conditional: bool) -> StanceToken {
        match (stance, is_conditional) {
            (Stance::Supports, false) => StanceToken::Supports,
            (Stance::Supports, true) => StanceToken::SupportsIf,
            (Stance::Opposes, false) => StanceToken::Opposes,
            (Stance::Opposes, true) => StanceToken::OpposesIf,
            (Stance::Neutral, _) => StanceToken::Neutral,
            (Stance::Open, _) => StanceToken::Open,
            (Stance::Unclear, _) => StanceToken::Unclear,
            (Stance::None, _) => StanceToken::None,
        }
    }

    pub fn stance(self) -> Stance {
        match self {
            StanceToken::Supports | StanceToken::SupportsIf => Stance::Supports,
            StanceToken::Opposes | StanceToken::OpposesIf => Stance::Opposes,
            StanceToken::Neutral => Stance::Neutral,
            StanceToken::Open => Stance::Open,
            StanceToken::Unclear => Stance::Unclear,
            StanceToken::None => Stance::None,
        }
    }

    pub fn code(self) -> Code {
        self as Code
    }

    pub fn as_str(self) -> &'static str {
        match self {
            StanceToken::Supports => "supports",
            StanceToken::SupportsIf => "supports-if",
            StanceToken::Opposes => "opposes",
            StanceToken::OpposesIf => "opposes-if",
            StanceToken::Neutral => "neutral",
            StanceToken::Open => "open",
            StanceToken::Unclear => "unclear",
            StanceToken::None => "none",
        }
    }
}

/// The kinds in the order in which the page lists them.
pub const KINDS: [Kind; 4] = [Kind::Direct, Kind::Mixed, Kind::Indirect, Kind::Scare];

/// The acts in the order in which the page lists them.
pub const ACTS: [Act; 10] = [
    Act::Asserts,
    Act::Asks,
    Act::Demands,
    Act::Promises,
    Act::Warns,
    Act::Predicts,
    Act::Proposes,
    Act::Denies,
    Act::Refuses,
    Act::DeclinesToComment,
];

pub fn kind_token(kind: Kind) -> &'static str {
    match kind {
        Kind::Direct => "direct",
        Kind::Mixed => "mixed",
        Kind::Indirect => "indirect",
        Kind::Scare => "scare",
    }
}

#[derive(Debug, PartialEq)]
pub struct Columns {
    /// The values of every facet that a statement has by itself; issue and stance stand in its positions.
    facets: PerFacet<Lists<Code>>,
    pub(super) document: Vec<DocumentIx>,
    /// First and last day on which it may have been said.
    pub(super) days: Vec<(Day, Day)>,
    pub(super) own: Lists<OwnPosition>,
    /// Positions that are attributed to somebody else.
    pub(super) held: Lists<HeldPosition>,
    /// The folded words of each statement, made when they are first searched.
    words: OnceCell<Vec<String>>,
    /// For each actor the date of its latest statement.
    latest: Vec<Option<PartialDate>>,
    /// Which actors others say something of.
    spoken_of: Vec<bool>,
    /// The folded text of each document, made when it is first searched.
    texts: Vec<OnceCell<Folded>>,
    pub(super) actors: u32,
    pub(super) issues: u32,
    pub(super) coders: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct OwnPosition {
    pub issue: Code,
    pub stance: Code,
    pub coder: Code,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct HeldPosition {
    pub issue: Code,
    pub coder: Code,
}

impl Columns {
    pub fn new(corpus: &Corpus) -> Columns {
        let actors = corpus.actors.len() as u32;
        let mut columns = Columns {
            facets: PerFacet::of(|_| Lists::new()),
            document: Vec::new(),
            days: Vec::new(),
            own: Lists::new(),
            held: Lists::new(),
            words: OnceCell::new(),
            latest: vec![None; corpus.actors.len()],
            spoken_of: vec![false; corpus.actors.len()],
            texts: corpus.documents.iter().map(|_| OnceCell::new()).collect(),
            actors,
            issues: corpus.issues.len() as u32,
            coders: corpus.coders.len() as u32,
        };
        for (_, statement) in corpus.statements.iter() {
            columns.push(corpus, statement);
        }
        columns
    }

    /// The number that stands for a voice: `~none` and `~document` follow the actors.
    pub fn voice(&self, voice: Voice) -> Code {
        match voice {
            Voice::Actor(actor) => code(actor),
            Voice::Unnamed => self.actors,
            Voice::Text => self.actors + 1,
        }
    }

    pub fn len(&self) -> usize {
        self.document.len()
    }

    pub fn is_empty(&self) -> bool {
        self.document.is_empty()
    }

    /// The date of an actor's latest statement; imprecise dates count by their last day.
    pub fn latest(&self, actor: ActorIx) -> Option<PartialDate> {
        self.latest.get(actor.position()).copied().flatten()
    }

    /// Whether others say where the actor stands.
    pub fn is_spoken_of(&self, actor: ActorIx) -> bool {
        self.spoken_of.get(actor.position()).copied().unwrap_or(false)
    }

    /// The words of each statement as they are searched.
    pub(super) fn words(&self, corpus: &Corpus) -> &[String] {
        let folded = |(_, statement)| search::folded_words(corpus.words(statement));
        self.words.get_or_init(|| corpus.statements.iter().map(folded).collect())
    }

    /// A document's text as it is searched.
    pub fn text(&self, corpus: &Corpus, document: DocumentIx) -> Option<&Folded> {
        let slot = self.texts.get(document.position())?;
        Some(slot.get_or_init(|| Folded::of(&corpus.documents[document].text)))
    }

    fn push(&mut self, corpus: &Corpus, statement: &Statement) {
        let date = corpus.said(statement).date();
        self.document.push(statement.document);
        self.days.push((date.first_day(), date.last_day()));

        for facet in Facet::ALL {
            let values = self.values_of(corpus, statement, facet);
            self.facets[facet].push(values);
        }
        for actor in heard(statement) {
            if let Some(latest) = self.latest.get_mut(actor.position()) {
                *latest = (*latest).into_iter().chain([date]).max_by_key(|date| date.last_day());
            }
        }

        let (own, held): (Vec<&Position>, Vec<&Position>) =
            statement.positions.iter().partition(|p| p.is_own());
        // Who found a position is not always told.
        let nobody = self.coders;
        let coder = |p: &Position| p.coder.map_or(nobody, |coder| coder.position() as Code);
        self.own.push_as_is(own.iter().map(|p| OwnPosition {
            issue: p.issue.position() as Code,
            stance: StanceToken::of(p).code(),
            coder: coder(p),
        }));
        for holder in held.iter().flat_map(|p| &p.holders) {
            if let Some(seen) = self.spoken_of.get_mut(holder.position()) {
                *seen = true;
            }
        }
        self.held.push_as_is(
            held.iter().map(|p| HeldPosition { issue: p.issue.position() as Code, coder: coder(p) }),
        );
    }

    /// The values that a statement has of a facet.
    pub(super) fn values(&self, facet: Facet, at: usize) -> &[Code] {
        self.facets[facet].row(at)
    }

    fn values_of(&self, corpus: &Corpus, statement: &Statement, facet: Facet) -> Vec<Code> {
        match facet {
            Facet::Speaker => {
                let body = statement.on_behalf_of.map(code);
                self.codes(&statement.speaker).into_iter().chain(body).collect()
            }
            Facet::Group => {
                let date = corpus.said(statement).date();
                heard(statement).flat_map(|actor| corpus.groups_on(actor, date)).map(code).collect()
            }
            Facet::Via => statement.via.iter().flat_map(|relay| self.codes(&relay.by)).collect(),
            Facet::Kind => KINDS
                .iter()
                .position(|kind| *kind == statement.kind)
                .map(|at| at as Code)
                .into_iter()
                .collect(),
            Facet::Act => {
                let act = ACTS.iter().position(|act| Some(*act) == statement.act);
                act.map(|at| at as Code).into_iter().collect()
            }
            Facet::Issue | Facet::Stance => Vec::new(),
        }
    }

    /// How many values a facet has; their codes are the numbers below.
    pub(super) fn values_in(&self, facet: Facet) -> usize {
        self.first_token(facet) + facet.tokens().len()
    }

    /// The code of a facet's first token: they follow the ids.
    fn first_token(&self, facet: Facet) -> usize {
        match facet.ids() {
            Some(Ids::Actors) => self.actors as usize,
            Some(Ids::Issues) => self.issues as usize,
            None => 0,
        }
    }

    /// The number that stands for a value of a facet; `None` for one that this corpus does not have.
    pub fn code_of(&self, corpus: &Corpus, facet: Facet, value: &str) -> Option<Code> {
        if let Some(at) = facet.tokens().iter().position(|token| *token == value) {
            return Some((self.first_token(facet) + at) as Code);
        }
        let at = match facet.ids()? {
            Ids::Actors => corpus.actor_by_id(value)?.position(),
            Ids::Issues => corpus.issue_by_id(value)?.position(),
        };
        Some(at as Code)
    }

    fn codes(&self, speaker: &Speaker) -> Vec<Code> {
        speaker.voices().map(|voice| self.voice(voice)).collect()
    }
}

/// The actors who speak in a statement, the body spoken for included.
fn heard(statement: &Statement) -> impl Iterator<Item = ActorIx> {
    statement.speaker.actors().iter().copied().chain(statement.on_behalf_of)
}

fn code(actor: ActorIx) -> Code {
    actor.position() as Code
}

/// One list per statement, all in one vector.
#[derive(Debug, PartialEq)]
pub(super) struct Lists<T> {
    ends: Vec<u32>,
    values: Vec<T>,
}

impl<T> Lists<T> {
    fn new() -> Self {
        Lists { ends: Vec::new(), values: Vec::new() }
    }

    fn push_as_is(&mut self, row: impl Iterator<Item = T>) {
        self.values.extend(row);
        self.ends.push(self.values.len() as u32);
    }

    pub fn row(&self, at: usize) -> &[T] {
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end as usize);
        let end = self.ends.get(at).map_or(start, |end| *end as usize);
        self.values.get(start..end).unwrap_or(&[])
    }
}

impl<T: Ord + Copy> Lists<T> {
    fn push(&mut self, mut row: Vec<T>) {
        row.sort();
        row.dedup();
        self.push_as_is(row.into_iter());
    }
}
