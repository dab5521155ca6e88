//! The corpus turned sideways: for every statement and facet a few small integers in one flat
//! vector, so that an answer is a scan over numbers and never a walk over trees of strings.
//! Made once per corpus; knows nothing of what is asked.

use super::lists::Lists;
use super::search;
use super::search::{Folded, FoldedWords};
use super::tokens::{ACTS, Code, KINDS, StanceToken};
use crate::corpus::{
    ActorIx, Corpus, Day, DocumentIx, Key, PartialDate, Position, Speaker, Statement, Voice,
};
use crate::route::{Facet, Ids, PerFacet};

use std::cell::OnceCell;

#[derive(Debug)]
pub struct Columns {
    /// Where the codes of each facet begin when those of all stand in one row.
    starts: PerFacet<Code>,
    /// The values of each statement, as codes of that row.
    pub(super) values: Lists<Code>,
    /// The statements of each value, in reading order: the same turned around.
    having: Lists<u32>,
    /// For each value the number of its statements.
    pub(super) totals: Vec<u32>,
    /// First and last day on which it may have been said.
    pub(super) days: Vec<(Day, Day)>,
    pub(super) positions: Lists<PositionCodes>,
    /// The folded words of each statement, made when they are first searched.
    words: OnceCell<FoldedWords>,
    /// For each actor the date of its latest statement.
    latest: Vec<Option<PartialDate>>,
    /// Which actors others say something of.
    spoken_of: Vec<bool>,
    /// The folded text of each document, made when it is first searched.
    texts: Vec<OnceCell<Folded>>,
    actors: u32,
    issues: u32,
    coders: u32,
}

/// A position as it is asked for.
#[derive(Debug)]
pub(super) struct PositionCodes {
    /// [`NOTHING`] of a statement without any position: it stands in place of one.
    pub issue: Code,
    /// [`NOTHING`] of a position that is attributed to somebody else.
    pub stance: Code,
    /// The number of all coders where nobody is told.
    pub coder: Code,
}

/// The code of no value.
const NOTHING: Code = Code::MAX;

impl Columns {
    pub fn new(corpus: &Corpus) -> Columns {
        let mut columns = Columns {
            starts: PerFacet::of(|_| 0),
            values: Lists::new(),
            having: Lists::new(),
            totals: Vec::new(),
            days: Vec::new(),
            positions: Lists::new(),
            words: OnceCell::new(),
            latest: vec![None; corpus.actors.len()],
            spoken_of: vec![false; corpus.actors.len()],
            texts: corpus.documents.iter().map(|_| OnceCell::new()).collect(),
            actors: corpus.actors.len() as u32,
            issues: corpus.issues.len() as u32,
            coders: corpus.coders.len() as u32,
        };
        let mut codes = 0;
        for facet in Facet::ALL {
            columns.starts[facet] = codes;
            codes += columns.values_in(facet) as Code;
        }
        let mut row = Vec::new();
        for (_, statement) in corpus.statements.iter() {
            columns.push(corpus, statement, &mut row);
        }
        columns.having = columns.values.turned(codes as usize);
        columns.totals = (0..codes as usize).map(|code| columns.having.row(code).len() as u32).collect();
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
        self.days.len()
    }

    pub fn is_empty(&self) -> bool {
        self.days.is_empty()
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
    pub(super) fn words(&self, corpus: &Corpus) -> &FoldedWords {
        let folded = |(_, statement)| search::folded_words(corpus.words(statement));
        self.words.get_or_init(|| FoldedWords::new(corpus.statements.iter().map(folded)))
    }

    /// A document's text as it is searched.
    pub fn text(&self, corpus: &Corpus, document: DocumentIx) -> Option<&Folded> {
        let slot = self.texts.get(document.position())?;
        Some(slot.get_or_init(|| Folded::of(&corpus.documents[document].text)))
    }

    /// `row` is room for the values of a facet.
    fn push(&mut self, corpus: &Corpus, statement: &Statement, row: &mut Vec<Code>) {
        let date = corpus.said(statement).date();
        self.days.push((date.first_day(), date.last_day()));

        let mut values = Vec::new();
        for facet in Facet::ALL {
            self.values_of(corpus, statement, facet, row);
            for code in row.drain(..).map(|code| self.starts[facet] + code) {
                if !values.contains(&code) {
                    values.push(code);
                }
            }
        }
        self.values.push(values.into_iter());
        for actor in heard(statement) {
            if let Some(latest) = self.latest.get_mut(actor.position()) {
                *latest = (*latest).into_iter().chain([date]).max_by_key(|date| date.last_day());
            }
        }

        // Who found a position is not always told.
        let nobody = self.coders;
        let coder = |p: &Position| p.coder.map_or(nobody, |coder| coder.position() as Code);
        let positions = statement.positions.iter().map(|p| PositionCodes {
            issue: p.issue.position() as Code,
            stance: if p.is_own() { StanceToken::of(p).code() } else { NOTHING },
            coder: coder(p),
        });
        let bare = PositionCodes { issue: NOTHING, stance: StanceToken::None.code(), coder: nobody };
        let bare = statement.positions.is_empty().then_some(bare);
        self.positions.push(positions.chain(bare));
        let held = statement.positions.iter().filter(|p| !p.is_own());
        for holder in held.flat_map(|p| &p.holders) {
            if let Some(seen) = self.spoken_of.get_mut(holder.position()) {
                *seen = true;
            }
        }
    }

    /// The codes in the row of all, from one up to another, of facets that stand there side by side.
    pub(super) fn codes_in(&self, facets: &[Facet]) -> (Code, Code) {
        let from = facets.first().map_or(0, |first| self.starts[*first]);
        (from, facets.iter().fold(from, |to, facet| to + self.values_in(*facet) as Code))
    }

    /// A facet's part of what is known of each code in the row of all.
    pub(super) fn part(&self, row: &[u32], facet: Facet) -> Vec<u32> {
        let (from, to) = self.codes_in(&[facet]);
        row.get(from as usize..to as usize).unwrap_or(&[]).to_vec()
    }

    /// The statements that have a value of a facet.
    pub(super) fn having(&self, facet: Facet, code: Code) -> &[u32] {
        self.having.row((self.starts[facet] + code) as usize)
    }

    fn values_of(&self, corpus: &Corpus, statement: &Statement, facet: Facet, row: &mut Vec<Code>) {
        match facet {
            Facet::Speaker => {
                row.extend(self.codes(&statement.speaker));
                row.extend(statement.on_behalf_of.map(code));
            }
            Facet::Group => {
                let date = corpus.said(statement).date();
                row.extend(heard(statement).flat_map(|actor| corpus.groups_on(actor, date)).map(code));
            }
            Facet::Via => row.extend(statement.via.iter().flat_map(|relay| self.codes(&relay.by))),
            Facet::Kind => row.extend(place(&KINDS, Some(statement.kind))),
            Facet::Act => row.extend(place(&ACTS, statement.act)),
            Facet::Issue => row.extend(statement.positions.iter().map(|p| p.issue.position() as Code)),
            Facet::Stance if statement.positions.is_empty() => row.push(StanceToken::None.code()),
            Facet::Stance => {
                let own = statement.positions.iter().filter(|p| p.is_own());
                row.extend(own.map(|p| StanceToken::of(p).code()));
            }
        }
    }

    /// How many values a facet has; their codes are the numbers below.
    fn values_in(&self, facet: Facet) -> usize {
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

    fn codes<'a>(&'a self, speaker: &'a Speaker) -> impl Iterator<Item = Code> + 'a {
        speaker.voices().map(|voice| self.voice(voice))
    }
}

/// The actors who speak in a statement, the body spoken for included.
fn heard(statement: &Statement) -> impl Iterator<Item = ActorIx> {
    statement.speaker.actors().iter().copied().chain(statement.on_behalf_of)
}

fn code(actor: ActorIx) -> Code {
    actor.position() as Code
}

/// The code of a value in a list of all.
fn place<T: PartialEq>(all: &[T], value: Option<T>) -> Option<Code> {
    all.iter().position(|known| Some(known) == value.as_ref()).map(|at| at as Code)
}
