//! Two coders in two files of the same texts. A coder saw a text whose file holds it with any statement; what only one
//! marked in a text that both saw is a difference, and no unit of kind, speaker or issue. Whoever coded within one of
//! the files counts as that file.

use super::alpha::Coincidences;
use super::counterparts::Counterparts;
use super::differences::{Difference, IssueSides, Sides, positions};
use super::matching::{Match, matches};
use super::value::{Agreement, Value, Variable};
use crate::corpus::{Corpus, DocumentIx, Id, StatementIx};
use std::collections::BTreeSet;

/// What two files of the same texts have in common, and where they differ.
#[derive(Debug, Clone, PartialEq)]
pub struct TwoFiles {
    pub counterparts: Counterparts,
    /// Texts that both coders saw, in the order of A.
    pub seen_by_both: Vec<(DocumentIx, DocumentIx)>,
    /// In reading order of A.
    pub matches: Vec<Match>,
    /// In reading order; the differences of one statement in the order of the codebook.
    pub differences: Vec<Difference>,
    /// Kind, speaker, then every issue in the order of the files.
    pub agreements: Vec<Agreement>,
}

pub fn compare(a: &Corpus, b: &Corpus) -> TwoFiles {
    let counterparts = Counterparts::of(a, b);
    let is_seen = |(in_a, in_b): &(DocumentIx, DocumentIx)| {
        !a.statements_in(*in_a).is_empty() && !b.statements_in(*in_b).is_empty()
    };
    let seen_by_both: Vec<_> = counterparts.documents.iter().filter(is_seen).collect();
    let matches = matches(a, b, &counterparts);
    let sides = Sides { a, b, counterparts: &counterparts };
    let differences = differences(sides, &seen_by_both, &matches);
    let agreements = agreements(sides, &matches);
    TwoFiles { seen_by_both, matches, differences, agreements, counterparts }
}

fn differences(sides: Sides<'_>, seen: &[(DocumentIx, DocumentIx)], matches: &[Match]) -> Vec<Difference> {
    let matched_a: BTreeSet<StatementIx> = matches.iter().map(|found| found.a).collect();
    let matched_b: BTreeSet<StatementIx> = matches.iter().map(|found| found.b).collect();
    let mut all = Vec::new();
    for (place, (in_a, in_b)) in seen.iter().enumerate() {
        let only_a = sides.a.statements_in(*in_a).iter().filter(|ix| !matched_a.contains(ix));
        let only_b = sides.b.statements_in(*in_b).iter().filter(|ix| !matched_b.contains(ix));
        let of_a = only_a.map(|ix| &sides.a.statements[*ix]);
        let of_b = only_b.map(|ix| &sides.b.statements[*ix]);
        all.extend(of_a.map(|own| ((place, own.start()), vec![Difference::OnlyInA(own.id.clone())])));
        all.extend(of_b.map(|own| ((place, own.start()), vec![Difference::OnlyInB(own.id.clone())])));
    }
    for found in matches {
        let statement = &sides.a.statements[found.a];
        let place = seen.iter().position(|(in_a, _)| *in_a == statement.document).unwrap_or(seen.len());
        all.push(((place, statement.start()), sides.differences(found)));
    }
    all.sort_by_key(|(place, _)| *place);
    all.into_iter().flat_map(|(_, differences)| differences).collect()
}

fn agreements(sides: Sides<'_>, matches: &[Match]) -> Vec<Agreement> {
    let both = |found: &Match| (&sides.a.statements[found.a], &sides.b.statements[found.b]);
    let kinds = matches.iter().map(both).map(|(a, b)| vec![Value::Kind(a.kind), Value::Kind(b.kind)]);
    let speakers = matches.iter().map(both).map(|(a, b)| {
        vec![Value::Speaker(sides.speaker_in_a(&a.speaker)), Value::Speaker(sides.speaker_in_b(&b.speaker))]
    });
    let mut all = vec![
        Agreement { variable: Variable::Kind, coincidences: Coincidences::of(kinds) },
        Agreement { variable: Variable::Speaker, coincidences: Coincidences::of(speakers) },
    ];
    for issue in sides.issues() {
        let Some(id) = first_id(sides, issue) else { continue };
        let values = matches
            .iter()
            .map(both)
            .map(|(a, b)| [positions(a, issue.a), positions(b, issue.b)].map(Value::of_positions).to_vec());
        let of_one_at_least = values.filter(|values| values.iter().any(|value| *value != Value::NoPosition));
        all.push(Agreement {
            variable: Variable::Issue(id),
            coincidences: Coincidences::of(of_one_at_least),
        });
    }
    all
}

fn first_id(sides: Sides<'_>, issue: IssueSides) -> Option<Id> {
    let in_a = issue.a.map(|ix| &sides.a.issues[ix].id);
    in_a.or_else(|| issue.b.map(|ix| &sides.b.issues[ix].id)).cloned()
}
