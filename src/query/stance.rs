//! What one cell of the comparison may honestly say: the states of the codebook, each from the
//! statements it rests on. No score, no average, nothing read out of silence.

use super::columns::StanceToken;
use crate::corpus::{
    ActorIx, Corpus, IssueIx, LabelledSpan, Position, Speaker, Stance, Statement, StatementIx,
};

/// How much of an actor's stance depends on something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conditions {
    Never,
    InPlaces,
    Always,
}

/// What a cell says. The first that applies, in the order of the codebook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellState {
    Supports(Conditions),
    Opposes(Conditions),
    BothWays,
    Open,
    Neutral,
    Unclear,
    /// No position of its own; others say where it stands.
    SaidOf,
    /// Speaks of the issue without taking a position.
    SpeaksOf,
    /// Speaks in the corpus, not on this.
    NotOnThis,
    /// Only passes words on, or is spoken to.
    RelaysOnly,
    /// Nothing in this corpus, which says nothing about the actor.
    NotQuoted,
    /// The filter hides all the evidence there is: so many statements.
    FilteredOut(usize),
}

/// How a statement came to count for an actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attribution {
    Own,
    /// One of several speakers of a joint statement.
    Jointly,
    /// Said by somebody who speaks for the actor.
    Through,
    /// Somebody else's account of where the actor stands.
    SaidOf,
}

/// A statement that a cell rests on, with the place of its position in the statement's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Evidence {
    pub statement: StatementIx,
    pub position: usize,
    pub whose: Attribution,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    pub standing: CellState,
    /// In reading order; what the filter hides is left out.
    pub evidence: Vec<Evidence>,
}

impl Cell {
    /// The number of statements it rests on, a statement once.
    pub fn statements(&self) -> usize {
        let mut seen: Vec<StatementIx> = self.evidence.iter().map(|e| e.statement).collect();
        seen.dedup();
        seen.len()
    }

    pub fn own(&self) -> impl Iterator<Item = &Evidence> {
        self.evidence.iter().filter(|e| e.whose != Attribution::SaidOf)
    }

    /// Whether others, too, say where the actor stands.
    pub fn said_of(&self) -> impl Iterator<Item = &Evidence> {
        self.evidence.iter().filter(|e| e.whose == Attribution::SaidOf)
    }

    /// What its own stance depends on, each condition once, in reading order.
    pub fn conditions<'a>(&'a self, corpus: &'a Corpus) -> Vec<(StatementIx, &'a LabelledSpan)> {
        let mut all: Vec<(StatementIx, &LabelledSpan)> = Vec::new();
        for evidence in self.own() {
            let Some(position) = evidence.position(corpus) else { continue };
            for condition in &position.condition {
                let known = all.iter().any(|(_, c)| {
                    c.span == condition.span || c.label.is_some() && c.label == condition.label
                });
                if !known {
                    all.push((evidence.statement, condition));
                }
            }
        }
        all
    }

    /// Whether an own position in it has one of these stances.
    pub fn has_stance(&self, corpus: &Corpus, tokens: &[StanceToken]) -> bool {
        self.own().any(|e| e.position(corpus).is_some_and(|p| tokens.contains(&StanceToken::of(p))))
    }
}

impl Evidence {
    pub fn position(self, corpus: &Corpus) -> Option<&Position> {
        corpus.statements[self.statement].positions.get(self.position)
    }
}

/// The positions that bear on one actor and one issue, whether a filter shows them or not.
pub fn evidence_of<'a>(
    corpus: &'a Corpus,
    actor: ActorIx,
    issue: IssueIx,
) -> impl Iterator<Item = Evidence> + 'a {
    corpus.statements.iter().flat_map(move |(ix, statement)| {
        statement.positions.iter().enumerate().filter(move |(_, p)| p.issue == issue).filter_map(
            move |(at, position)| {
                let whose = whose(statement, position, actor)?;
                Some(Evidence { statement: ix, position: at, whose })
            },
        )
    })
}

/// How a position of a statement counts for an actor, if it does.
pub fn whose(statement: &Statement, position: &Position, actor: ActorIx) -> Option<Attribution> {
    if !position.is_own() {
        return position.holder.contains(&actor).then_some(Attribution::SaidOf);
    }
    match &statement.speaker {
        Speaker::Actors(speakers) if speakers.contains(&actor) => {
            Some(if speakers.len() > 1 { Attribution::Jointly } else { Attribution::Own })
        }
        _ => (statement.on_behalf_of == Some(actor)).then_some(Attribution::Through),
    }
}

/// The cell for `all` the evidence there is, of which `shown` says what the filter leaves.
pub fn cell(
    corpus: &Corpus,
    presence: Presence,
    all: Vec<Evidence>,
    shown: impl Fn(Evidence) -> bool,
) -> Cell {
    let before = Cell { standing: CellState::NotQuoted, evidence: all };
    let total = before.statements();
    let evidence: Vec<Evidence> = before.evidence.into_iter().filter(|e| shown(*e)).collect();
    let standing = if evidence.is_empty() && total > 0 {
        CellState::FilteredOut(total)
    } else {
        standing(corpus, presence, &evidence)
    };
    Cell { standing, evidence }
}

/// What an actor does in a corpus at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Presence {
    Absent,
    /// Relays, is addressed, or holds what others attribute to it.
    Mentioned,
    Speaks,
}

fn standing(corpus: &Corpus, presence: Presence, evidence: &[Evidence]) -> CellState {
    let own: Vec<(StatementIx, &Position)> = evidence
        .iter()
        .filter(|e| e.whose != Attribution::SaidOf)
        .filter_map(|e| Some((e.statement, e.position(corpus)?)))
        .collect();
    if coders_disagree(&own) {
        return CellState::Unclear;
    }
    let taken: Vec<&Position> = own.iter().map(|(_, p)| *p).filter(|p| p.stance != Stance::None).collect();
    let has = |stance| taken.iter().any(|p| p.stance == stance);
    let directions = [Stance::Supports, Stance::Opposes, Stance::Neutral, Stance::Open];
    let ways = directions.into_iter().filter(|s| has(*s)).count();
    if ways > 1 {
        return CellState::BothWays;
    }
    if has(Stance::Unclear) {
        return CellState::Unclear;
    }
    match taken.first().map(|p| p.stance) {
        Some(Stance::Supports) => CellState::Supports(conditions(&taken)),
        Some(Stance::Opposes) => CellState::Opposes(conditions(&taken)),
        Some(Stance::Open) => CellState::Open,
        Some(Stance::Neutral) => CellState::Neutral,
        Some(Stance::Unclear | Stance::None) | None => {
            if evidence.iter().any(|e| e.whose == Attribution::SaidOf) {
                CellState::SaidOf
            } else if !own.is_empty() {
                CellState::SpeaksOf
            } else {
                match presence {
                    Presence::Speaks => CellState::NotOnThis,
                    Presence::Mentioned => CellState::RelaysOnly,
                    Presence::Absent => CellState::NotQuoted,
                }
            }
        }
    }
}

fn conditions(taken: &[&Position]) -> Conditions {
    let conditional = taken.iter().filter(|p| p.is_conditional()).count();
    match conditional {
        0 => Conditions::Never,
        n if n == taken.len() => Conditions::Always,
        _ => Conditions::InPlaces,
    }
}

/// Whether two coders answered differently for one statement; `none` is an answer too.
fn coders_disagree(own: &[(StatementIx, &Position)]) -> bool {
    own.iter().any(|(statement, position)| {
        own.iter().any(|(other, p)| {
            other == statement && p.coder != position.coder && StanceToken::of(p) != StanceToken::of(position)
        })
    })
}

/// How two cells of one issue compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    Same,
    /// The same way, but not on the same conditions.
    SameUnderConditions,
    Different,
    /// One or both differ within themselves.
    Within,
    NoEvidence,
}

pub fn agreement(a: &Cell, b: &Cell) -> Agreement {
    let mixed = |cell: &Cell| matches!(cell.standing, CellState::BothWays | CellState::Unclear);
    let silent = |cell: &Cell| {
        matches!(
            cell.standing,
            CellState::SaidOf
                | CellState::SpeaksOf
                | CellState::NotOnThis
                | CellState::RelaysOnly
                | CellState::NotQuoted
                | CellState::FilteredOut(_)
        )
    };
    if silent(a) || silent(b) {
        return Agreement::NoEvidence;
    }
    if mixed(a) || mixed(b) {
        return Agreement::Within;
    }
    match (a.standing, b.standing) {
        (x, y) if x == y => Agreement::Same,
        (CellState::Supports(_), CellState::Supports(_)) | (CellState::Opposes(_), CellState::Opposes(_)) => {
            Agreement::SameUnderConditions
        }
        _ => Agreement::Different,
    }
}
