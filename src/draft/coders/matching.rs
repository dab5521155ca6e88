//! Which statements of two coders are one: those whose words overlap by at least half of either one's code points.
//! One to one, the greatest overlap first. What is said of the words, by whom and how, plays no part: else agreement
//! would be made, not measured.

use super::counterparts::Counterparts;
use crate::corpus::{Corpus, DocumentIx, Statement, StatementIx};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Two coders' statements of the same words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Match {
    pub a: StatementIx,
    pub b: StatementIx,
    /// Code points that both have.
    pub overlap: u32,
}

/// In reading order of A.
pub fn matches(a: &Corpus, b: &Corpus, counterparts: &Counterparts) -> Vec<Match> {
    let mut all: Vec<Match> = counterparts
        .documents
        .iter()
        .flat_map(|(in_a, in_b)| one_to_one(candidates(a, b, in_a, in_b)))
        .collect();
    all.sort();
    all
}

/// Two statements that may be one, and how well they fit.
struct Candidate {
    found: Match,
    /// Code points of both together.
    length: u32,
    /// Places among the statements of their documents.
    places: (usize, usize),
}

fn candidates(a: &Corpus, b: &Corpus, in_a: DocumentIx, in_b: DocumentIx) -> Vec<Candidate> {
    let others: Vec<(StatementIx, &Statement)> =
        b.statements_in(in_b).iter().map(|ix| (*ix, &b.statements[*ix])).collect();
    let mut found = Vec::new();
    for (place_a, ix) in a.statements_in(in_a).iter().enumerate() {
        let own = &a.statements[*ix];
        let near = others.iter().enumerate().take_while(|(_, (_, other))| other.start() < end(own));
        for (place_b, (other_ix, other)) in near.filter(|(_, (_, other))| end(other) > own.start()) {
            let overlap = overlap(own, other);
            let (own_length, other_length) = (length(own), length(other));
            if overlap > 0 && overlap.saturating_mul(2) >= own_length.min(other_length) {
                found.push(Candidate {
                    found: Match { a: *ix, b: *other_ix, overlap },
                    length: own_length.saturating_add(other_length),
                    places: (place_a, place_b),
                });
            }
        }
    }
    found
}

/// Of equal overlaps the one with fewer other words, then the earlier one, alike whichever file comes first.
fn one_to_one(mut candidates: Vec<Candidate>) -> Vec<Match> {
    candidates.sort_by_key(|candidate| {
        let (a, b) = candidate.places;
        (Reverse(candidate.found.overlap), candidate.length, a.max(b), a.min(b))
    });
    let (mut taken_a, mut taken_b) = (BTreeSet::new(), BTreeSet::new());
    let mut chosen = Vec::new();
    for Candidate { found, .. } in candidates {
        if !taken_a.contains(&found.a) && !taken_b.contains(&found.b) {
            taken_a.insert(found.a);
            taken_b.insert(found.b);
            chosen.push(found);
        }
    }
    chosen
}

fn overlap(a: &Statement, b: &Statement) -> u32 {
    let pairs = a.spans.iter().flat_map(|own| b.spans.iter().map(move |other| (own.span, other.span)));
    pairs.map(|(a, b)| a.end().min(b.end()).saturating_sub(a.start().max(b.start()))).sum()
}

fn length(statement: &Statement) -> u32 {
    statement.spans.iter().map(|words| words.span.end() - words.span.start()).sum()
}

fn end(statement: &Statement) -> u32 {
    statement.spans.last().map_or(0, |words| words.span.end())
}
