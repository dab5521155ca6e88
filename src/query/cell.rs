//! What one cell of the comparison may honestly say: where a voice stands on an issue, in the reading of each coder,
//! and the statements that carry it.

use super::evidence::{Attribution, Evidence, EvidenceKind, Provenance, provenance};
use super::standing::{Direction, Stances, Standing, own_standing};
use super::tokens::StanceToken;
use crate::corpus::{CoderIx, Corpus, LabelledSpan, Position, Relation, Stance, StatementIx, Voice};
use std::collections::BTreeSet;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellState {
    /// So all coders read it.
    Stands(Standing),
    CodersDiffer,
    /// All that there was has been taken back, put right or disowned, the last of it in this way.
    Retracted(Relation),
    /// Heard in the corpus, not on this.
    NotOnThis,
    /// Only passes words on, is spoken to or spoken of.
    RelaysOnly,
    /// Nothing in this corpus, which says nothing about the actor.
    NotHeard,
    /// The filter hides all the evidence there is: so many statements.
    FilteredOut(usize),
}

/// How one coder reads a cell; `None`: as no words of the voice's own on this issue.
pub type Reading = (Option<CoderIx>, Option<Standing>);

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    pub voice: Voice,
    pub state: CellState,
    /// Where coders differ, how each of them reads it; else empty.
    pub readings: Vec<Reading>,
    /// In reading order; what the filter hides is left out.
    pub evidence: Vec<Evidence>,
    /// What carries the state.
    pub carrying: Vec<Evidence>,
}

/// What an actor does in a corpus at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Presence {
    Absent,
    /// Relays, is addressed, or holds what others attribute to it.
    Mentioned,
    Speaks,
}

/// The cell for `all` the evidence there is, of which `shown` says what the filter leaves.
pub fn cell(
    corpus: &Corpus,
    voice: Voice,
    presence: Presence,
    all: Vec<Evidence>,
    shown: impl Fn(Evidence) -> bool,
) -> Cell {
    let total = statements(corpus, &all);
    let evidence: Vec<Evidence> = all.into_iter().filter(|e| shown(*e)).collect();
    let empty =
        |state| Cell { voice, state, readings: Vec::new(), evidence: Vec::new(), carrying: Vec::new() };
    if evidence.is_empty() {
        return empty(match presence {
            _ if total > 0 => CellState::FilteredOut(total),
            Presence::Speaks => CellState::NotOnThis,
            Presence::Mentioned => CellState::RelaysOnly,
            Presence::Absent => CellState::NotHeard,
        });
    }
    let basis = basis(corpus, &evidence);
    if basis.is_empty() {
        let last =
            evidence.iter().filter_map(|e| corpus.retraction(e.statement)).max_by_key(|by| by.statement);
        let state = CellState::Retracted(last.map_or(Relation::Withdraws, |by| by.relation));
        return Cell { carrying: evidence.clone(), evidence, ..empty(state) };
    }
    let mut readings: Vec<Reading> = Vec::new();
    for coder in coders(corpus, &basis, &shown) {
        let own: Vec<Evidence> =
            basis.iter().copied().filter(|e| e.position(corpus).is_some_and(|p| p.coder == coder)).collect();
        readings.push((coder, standing(corpus, voice, &own)));
    }
    let agreed = readings.first().and_then(|(_, first)| *first);
    match agreed.filter(|_| readings.iter().all(|(_, reading)| *reading == agreed)) {
        Some(standing) => {
            let carries = |e: &Evidence| e.position(corpus).is_some_and(|p| carries(standing, p.stance));
            let carrying = basis.into_iter().filter(carries).collect();
            Cell { evidence, carrying, ..empty(CellState::Stands(standing)) }
        }
        None => Cell { evidence, readings, carrying: basis, ..empty(CellState::CodersDiffer) },
    }
}

/// The evidence on which standings are compared: the voice's own words with a stance; without any, those that no coder
/// could tell, then mentions; where it says nothing itself, what others say. What a coder saw in other statements
/// makes no difference between coders.
fn basis(corpus: &Corpus, evidence: &[Evidence]) -> Vec<Evidence> {
    let kind = |e: &Evidence| e.kind(corpus);
    let stance = |e: &Evidence| e.position(corpus).map(|position| position.stance);
    let with_stance = |e: &Evidence| kind(e) == EvidenceKind::WithStance;
    let unclear = |e: &Evidence| kind(e) == EvidenceKind::WithoutStance && stance(e) == Some(Stance::Unclear);
    let without = |e: &Evidence| kind(e) == EvidenceKind::WithoutStance;
    let others = |e: &Evidence| kind(e) == EvidenceKind::OthersSay;
    let decisive: [&dyn Fn(&Evidence) -> bool; 4] = [&with_stance, &unclear, &without, &others];
    let Some(is_decisive) = decisive.into_iter().find(|kind| evidence.iter().any(kind)) else {
        return Vec::new();
    };
    let of: Vec<StatementIx> = evidence.iter().filter(|e| is_decisive(e)).map(|e| e.statement).collect();
    let is_own = |e: &Evidence| matches!(kind(e), EvidenceKind::WithStance | EvidenceKind::WithoutStance);
    let own = evidence.iter().any(is_own);
    let counts = |e: &&Evidence| of.binary_search(&e.statement).is_ok() && own == is_own(e);
    evidence.iter().filter(counts).copied().collect()
}

/// Who coded the issue in the statements of the basis, whether or not they found something for this voice in them.
fn coders(corpus: &Corpus, basis: &[Evidence], shown: impl Fn(Evidence) -> bool) -> Vec<Option<CoderIx>> {
    let issue = basis.first().and_then(|e| e.position(corpus)).map(|position| position.issue);
    let mut coders: Vec<Option<CoderIx>> = Vec::new();
    for evidence in basis {
        let positions = corpus.statements[evidence.statement].positions.iter().enumerate();
        for (position, coded) in positions.filter(|(_, coded)| Some(coded.issue) == issue) {
            if shown(Evidence { position, ..*evidence }) {
                coders.push(coded.coder);
            }
        }
    }
    coders.sort();
    coders.dedup();
    coders
}

fn standing(corpus: &Corpus, voice: Voice, evidence: &[Evidence]) -> Option<Standing> {
    if evidence.iter().all(|e| e.attribution != Attribution::OthersSay) {
        return own_standing(corpus, evidence, voice.actor().is_some());
    }
    let positions: Vec<&Position> = evidence.iter().filter_map(|e| e.position(corpus)).collect();
    Some(Standing::OthersSay(Stances::of(&positions)))
}

/// Whether a position with this stance is among what a standing rests on.
fn carries(standing: Standing, stance: Stance) -> bool {
    match standing {
        Standing::OneWay { .. } | Standing::Undirected(_) => {
            !matches!(stance, Stance::Unclear | Stance::None)
        }
        Standing::BothWays(_) => Direction::of(stance).is_some(),
        Standing::Unclear => stance == Stance::Unclear,
        Standing::Mentions | Standing::OthersSay(_) => true,
    }
}

/// The number of different statements; what is said twice counts once.
fn statements(corpus: &Corpus, evidence: &[Evidence]) -> usize {
    let mut all: Vec<StatementIx> = evidence.iter().map(|e| corpus.original(e.statement)).collect();
    all.sort();
    all.dedup();
    all.len()
}

/// What a stance depends on, with the stance that does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition<'a> {
    pub token: StanceToken,
    pub statement: StatementIx,
    pub words: &'a LabelledSpan,
}

impl Condition<'_> {
    /// Two conditions are one only if their document, their place in it and their words are the same.
    pub fn has_same_words(&self, other: &Condition, corpus: &Corpus) -> bool {
        let document = |condition: &Condition| corpus.statements[condition.statement].document;
        self.words == other.words && document(self) == document(other)
    }
}

impl Cell {
    /// How many statements carry the state.
    pub fn count(&self, corpus: &Corpus) -> usize {
        statements(corpus, &self.carrying)
    }

    /// How many statements of its own speak of the issue.
    pub fn total(&self, corpus: &Corpus) -> usize {
        statements(corpus, &self.own(corpus))
    }

    /// Its own evidence, with or without a stance.
    pub fn own(&self, corpus: &Corpus) -> Vec<Evidence> {
        self.of_kinds(corpus, &[EvidenceKind::WithStance, EvidenceKind::WithoutStance])
    }

    fn of_kinds(&self, corpus: &Corpus, kinds: &[EvidenceKind]) -> Vec<Evidence> {
        self.evidence.iter().copied().filter(|e| kinds.contains(&e.kind(corpus))).collect()
    }

    /// How many of its own statements nobody could tell, beside a stance.
    pub fn unclear_beside(&self, corpus: &Corpus) -> usize {
        if self.state == CellState::Stands(Standing::Unclear) {
            return 0;
        }
        let is_unclear =
            |e: &Evidence| e.position(corpus).is_some_and(|position| position.stance == Stance::Unclear);
        let unclear: Vec<Evidence> = self.own(corpus).into_iter().filter(is_unclear).collect();
        let carrying = |e: &Evidence| self.carrying.iter().any(|c| c.statement == e.statement);
        statements(corpus, &unclear.into_iter().filter(|e| !carrying(e)).collect::<Vec<_>>())
    }

    /// What carries the state, without what only says it again.
    fn counted<'a>(&'a self, corpus: &'a Corpus) -> impl Iterator<Item = &'a Evidence> {
        self.carrying.iter().filter(|e| {
            let original = corpus.original(e.statement);
            original == e.statement || !self.carrying.iter().any(|c| c.statement == original)
        })
    }

    /// Whether the same statements carry the state of another cell: a body and whoever speaks for it.
    pub fn rests_on_same_statements(&self, other: &Cell) -> bool {
        let statements = |cell: &Cell| -> BTreeSet<StatementIx> {
            cell.carrying.iter().map(|evidence| evidence.statement).collect()
        };
        !self.carrying.is_empty() && statements(self) == statements(other)
    }

    /// What the stances that carry the state depend on, each condition once, in reading order.
    pub fn conditions<'a>(&self, corpus: &'a Corpus) -> Vec<Condition<'a>> {
        let mut all: Vec<Condition> = Vec::new();
        for evidence in self.counted(corpus) {
            let Some(position) = evidence.position(corpus) else { continue };
            for words in &position.conditions {
                let condition =
                    Condition { token: StanceToken::of(position), statement: evidence.statement, words };
                let is_same = |known: &Condition| {
                    known.token == condition.token && known.has_same_words(&condition, corpus)
                };
                if !all.iter().any(is_same) {
                    all.push(condition);
                }
            }
        }
        all
    }

    /// How the words that carry the state came to count, each way once.
    pub fn provenance(&self, corpus: &Corpus) -> Vec<Provenance> {
        let mut all: Vec<Provenance> = Vec::new();
        for line in self.counted(corpus).flat_map(|e| provenance(corpus, self.voice, *e)) {
            if !all.contains(&line) {
                all.push(line);
            }
        }
        all
    }

    /// What others say of it: each stance with the statements that say so.
    pub fn others_say(&self, corpus: &Corpus) -> Vec<(StanceToken, Vec<StatementIx>)> {
        let mut all: Vec<(StanceToken, Vec<StatementIx>)> = Vec::new();
        for evidence in self.of_kinds(corpus, &[EvidenceKind::OthersSay]) {
            let Some(token) = evidence.position(corpus).map(StanceToken::of) else { continue };
            let statement = corpus.original(evidence.statement);
            match all.iter_mut().find(|(known, _)| *known == token) {
                Some((_, said)) if said.contains(&statement) => {}
                Some((_, said)) => said.push(statement),
                None => all.push((token, vec![statement])),
            }
        }
        all.sort_by_key(|(token, _)| *token);
        all
    }

    /// Whether all that carries the state is doubtful.
    pub fn is_doubtful(&self, corpus: &Corpus) -> bool {
        !self.carrying.is_empty() && self.carrying.iter().all(|evidence| evidence.is_doubtful(corpus))
    }

    /// The statements that count for nothing any more, each once.
    pub fn retracted(&self, corpus: &Corpus) -> Vec<StatementIx> {
        let mut all: Vec<StatementIx> = self
            .of_kinds(corpus, &[EvidenceKind::Retracted])
            .into_iter()
            .map(|e| corpus.original(e.statement))
            .collect();
        all.sort();
        all.dedup();
        all
    }

    /// Whether an own position in it has one of these stances.
    pub fn has_stance(&self, corpus: &Corpus, tokens: &[StanceToken]) -> bool {
        let has = |e: &Evidence| e.position(corpus).is_some_and(|p| tokens.contains(&StanceToken::of(p)));
        self.own(corpus).iter().any(has)
    }

    /// The evidence as it is shown: by what it weighs, then dated words in their order, then the others as they are
    /// read; each statement once, with all that was coded in it.
    pub fn sorted(&self, corpus: &Corpus) -> Vec<(EvidenceKind, Vec<Vec<Evidence>>)> {
        let mut items: Vec<(EvidenceKind, Vec<Evidence>)> = Vec::new();
        for said in self.evidence.chunk_by(|a, b| a.statement == b.statement) {
            let kind = said.iter().map(|e| e.kind(corpus)).min().unwrap_or(EvidenceKind::Retracted);
            items.push((kind, said.to_vec()));
        }
        items.sort_by_key(|(kind, said)| {
            let day = said.first().and_then(|e| super::standing::days(&corpus.statements[e.statement]));
            (*kind, day.is_none(), day)
        });
        let mut groups: Vec<(EvidenceKind, Vec<Vec<Evidence>>)> = Vec::new();
        for (kind, said) in items {
            match groups.last_mut().filter(|(known, _)| *known == kind) {
                Some((_, group)) => group.push(said),
                None => groups.push((kind, vec![said])),
            }
        }
        groups
    }

    /// Where it says something else than before: only between its own dated words, by the same coder, in different
    /// directions. A position that depends on something is the same one from its other side.
    pub fn turns(&self, corpus: &Corpus) -> Vec<Turn> {
        if self.voice.actor().is_none() {
            return Vec::new();
        }
        let mut dated: Vec<(Evidence, (u32, u32))> = self
            .of_kinds(corpus, &[EvidenceKind::WithStance])
            .into_iter()
            .filter(|e| corpus.original(e.statement) == e.statement)
            .filter_map(|e| Some((e, super::standing::days(&corpus.statements[e.statement])?)))
            .collect();
        dated.sort_by_key(|(_, days)| *days);
        let position = |e: &Evidence| {
            let position = e.position(corpus)?;
            Some((position, Direction::of(position.stance)?))
        };
        let mut turns: Vec<Turn> = Vec::new();
        for (at, (to, days)) in dated.iter().enumerate() {
            let Some((now, direction)) = position(to) else { continue };
            let earlier = dated.iter().take(at).rev();
            let mut earlier = earlier.filter_map(|(from, days)| Some((from, days, position(from)?)));
            let before = earlier.find(|(.., (before, _))| before.coder == now.coder);
            let Some((from, before_days, (before, was))) = before else { continue };
            if before_days.1 >= days.0 {
                continue;
            }
            let is_new = !turns.iter().any(|turn| turn.to.statement == to.statement);
            if was != direction && is_new && !(before.is_conditional() && now.is_conditional()) {
                turns.push(Turn { from: *from, to: *to });
            }
        }
        turns
    }

    /// Whether the voice is heard with its own mouth, and whether it takes a position then.
    pub fn speaks(&self, corpus: &Corpus) -> Option<EvidenceKind> {
        let own = self.own(corpus).into_iter().filter(|e| e.attribution != Attribution::Through);
        own.map(|e| e.kind(corpus)).min()
    }

    /// Whether there is something in it to open.
    pub fn is_filled(&self) -> bool {
        !self.evidence.is_empty()
    }
}

/// A change of mind, between two pieces of evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    pub from: Evidence,
    pub to: Evidence,
}

impl Standing {
    /// Whether it is one of the states that take a position.
    pub fn is_stance(self) -> bool {
        matches!(self, Standing::OneWay { .. } | Standing::Undirected(_) | Standing::BothWays(_))
    }
}
