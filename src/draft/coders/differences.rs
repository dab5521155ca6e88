//! Where two coders differ, as data for whoever settles it: what only one marked, and what both marked and read apart.
//! Nothing is said of who is right.

use super::counterparts::Counterparts;
use super::matching::Match;
use super::value::Value;
use crate::corpus::{Corpus, Id, IssueIx, Position, Relay, Span, Speaker, Statement, Voice};
use std::collections::BTreeSet;

/// One difference, with the ids of the statements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// In a text that both coders read.
    OnlyInA(Id),
    OnlyInB(Id),
    Between {
        a: Id,
        b: Id,
        what: Disagreement,
    },
}

/// What two coders read apart in the same words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Disagreement {
    Kind,
    Speaker,
    /// The chain of those who pass the words on, its parents' included.
    Via,
    OnBehalfOf,
    Position {
        issue: IssueIds,
        what: PositionDisagreement,
    },
}

/// What an issue is called on each side that has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IssueIds {
    OnlyInA(Id),
    OnlyInB(Id),
    Both { a: Id, b: Id },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PositionDisagreement {
    /// Only A has a position on the issue.
    OnlyInA,
    OnlyInB,
    Stance,
    /// The same stance, attributed to others.
    Holder,
    /// The same stance, depending on other words.
    Condition,
}

/// Two corpora and what of them is one thing.
#[derive(Clone, Copy)]
pub struct Sides<'a> {
    pub a: &'a Corpus,
    pub b: &'a Corpus,
    pub counterparts: &'a Counterparts,
}

/// An issue that at least one side has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IssueSides {
    pub a: Option<IssueIx>,
    pub b: Option<IssueIx>,
}

impl Sides<'_> {
    /// What differs between two statements of the same words.
    pub fn differences(self, found: &Match) -> Vec<Difference> {
        let (a, b) = (&self.a.statements[found.a], &self.b.statements[found.b]);
        let mut all = Vec::new();
        if a.kind != b.kind {
            all.push(Disagreement::Kind);
        }
        if self.speaker_in_a(&a.speaker) != self.speaker_in_b(&b.speaker) {
            all.push(Disagreement::Speaker);
        }
        let chain_a = a.via.iter().map(|Relay { by, .. }| self.speaker_in_a(by));
        if !chain_a.eq(b.via.iter().map(|Relay { by, .. }| self.speaker_in_b(by))) {
            all.push(Disagreement::Via);
        }
        let body_a = a.on_behalf_of.map(|body| self.a.voice_id(Voice::Actor(body)));
        if body_a != b.on_behalf_of.map(|body| self.voice_in_b(Voice::Actor(body))) {
            all.push(Disagreement::OnBehalfOf);
        }
        for issue in self.issues() {
            let of_issue = self.position_disagreements(issue, a, b).into_iter();
            all.extend(
                of_issue
                    .filter_map(|what| Some((self.ids(issue)?, what)))
                    .map(|(issue, what)| Disagreement::Position { issue, what }),
            );
        }
        let ids = || (a.id.clone(), b.id.clone());
        all.into_iter()
            .map(|what| (ids(), what))
            .map(|((a, b), what)| Difference::Between { a, b, what })
            .collect()
    }

    /// All issues of A, then those of B alone.
    pub fn issues(self) -> impl Iterator<Item = IssueSides> {
        let issues = &self.counterparts.issues;
        let of_a = self.a.issues.keys().map(|a| IssueSides { a: Some(a), b: issues.in_b(a) });
        let of_b = self.b.issues.keys().filter(|b| issues.in_a(*b).is_none());
        of_a.chain(of_b.map(|b| IssueSides { a: None, b: Some(b) }))
    }

    /// The names of a statement's speakers, in alphabetical order; the same for the same speakers on both sides.
    pub fn speaker_in_a(self, speaker: &Speaker) -> Vec<String> {
        sorted(speaker.voices().map(|voice| self.a.voice_id(voice)))
    }

    pub fn speaker_in_b(self, speaker: &Speaker) -> Vec<String> {
        sorted(speaker.voices().map(|voice| self.voice_in_b(voice)))
    }

    fn voice_in_b(&self, voice: Voice) -> &str {
        self.counterparts.voice_id_in_b(self.a, self.b, voice)
    }

    fn position_disagreements(
        self,
        issue: IssueSides,
        a: &Statement,
        b: &Statement,
    ) -> Vec<PositionDisagreement> {
        let (own, other) = (positions(a, issue.a), positions(b, issue.b));
        match (own.is_empty(), other.is_empty()) {
            (true, true) => return Vec::new(),
            (false, true) => return vec![PositionDisagreement::OnlyInA],
            (true, false) => return vec![PositionDisagreement::OnlyInB],
            (false, false) => {}
        }
        if Value::of_positions(own.iter().copied()) != Value::of_positions(other.iter().copied()) {
            return vec![PositionDisagreement::Stance];
        }
        let holders_a =
            own.iter().map(|p| sorted(p.holders.iter().map(|h| self.a.voice_id(Voice::Actor(*h)))));
        let holders_b =
            other.iter().map(|p| sorted(p.holders.iter().map(|h| self.voice_in_b(Voice::Actor(*h)))));
        let mut all = Vec::new();
        if holders_a.collect::<BTreeSet<_>>() != holders_b.collect::<BTreeSet<_>>() {
            all.push(PositionDisagreement::Holder);
        }
        if conditions(&own) != conditions(&other) {
            all.push(PositionDisagreement::Condition);
        }
        all
    }

    fn ids(self, issue: IssueSides) -> Option<IssueIds> {
        let in_a = issue.a.map(|ix| self.a.issues[ix].id.clone());
        let in_b = issue.b.map(|ix| self.b.issues[ix].id.clone());
        match (in_a, in_b) {
            (Some(a), Some(b)) => Some(IssueIds::Both { a, b }),
            (Some(a), None) => Some(IssueIds::OnlyInA(a)),
            (None, Some(b)) => Some(IssueIds::OnlyInB(b)),
            (None, None) => None,
        }
    }
}

/// A statement's positions on an issue, if its file has the issue.
pub fn positions(statement: &Statement, issue: Option<IssueIx>) -> Vec<&Position> {
    statement.positions.iter().filter(|position| Some(position.issue) == issue).collect()
}

/// Two conditions are one only if their words stand in the same place.
fn conditions(positions: &[&Position]) -> BTreeSet<Span> {
    positions.iter().flat_map(|position| &position.conditions).map(|condition| condition.span).collect()
}

fn sorted<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let names: BTreeSet<&str> = names.collect();
    names.into_iter().map(str::to_owned).collect()
}
