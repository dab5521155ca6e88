//! Which statements a filter leaves, and how many each further choice would leave. A facet's own
//! counts ignore its own choice; people and their groups are one facet. Rules 2 and 4 of the share
//! links say what matches.

use super::columns::{Columns, PositionCodes};
use super::found::statements_with;
use super::tokens::Code;
use crate::corpus::{Corpus, Day, Key, StatementIx};
use crate::route::{Facet, FacetSelection, Filter, PerFacet};

/// Which statements match, and what each value of each facet would leave.
#[derive(Debug, PartialEq)]
pub struct Answer {
    /// In reading order.
    pub matching: Vec<StatementIx>,
    pub counts: Counts,
    /// For each statement what rejects it, see [`reason`].
    rejected: Vec<u8>,
}

impl Answer {
    pub fn has(&self, statement: StatementIx) -> bool {
        self.rejected.get(statement.position()) == Some(&0)
    }

    /// Its place among the matching statements, from 0.
    pub fn rank(&self, statement: StatementIx) -> Option<usize> {
        self.matching.binary_search(&statement).ok()
    }
}

/// For each facet and value: how many statements would match if that value alone were included.
#[derive(Debug, PartialEq)]
pub struct Counts(PerFacet<Vec<u32>>);

impl Counts {
    pub fn of(&self, facet: Facet, code: Code) -> u32 {
        self.0[facet].get(code as usize).copied().unwrap_or(0)
    }
}

/// Facets that ask one thing together: any of them may include a statement, each may exclude it. Issue and stance ask
/// of one and the same position, see [`CompiledFilter::positions_ok`]. Those of one row stand side by side in
/// [`Facet::ALL`], as [`Columns::codes_in`] asks.
const TOGETHER: [&[Facet]; 5] = [
    &[Facet::Speaker, Facet::Group],
    &[Facet::Via],
    &[Facet::Kind],
    &[Facet::Act],
    &[Facet::Issue, Facet::Stance],
];

/// What rejects a statement, as bits: it matches when none is set. The first ones are those of [`TOGETHER`], in its
/// order.
mod reason {
    pub const WHO: u8 = 1;
    pub const POSITION: u8 = 1 << 4;
    pub const DATE: u8 = 1 << 5;
    pub const WORDS: u8 = 1 << 6;
}

pub fn answer(corpus: &Corpus, columns: &Columns, filter: &Filter) -> Answer {
    let asked = CompiledFilter::new(corpus, columns, filter);
    let rejected = asked.rejected();
    let matching = corpus.statements.keys().zip(&rejected).filter(|(_, bits)| **bits == 0);
    let matching: Vec<StatementIx> = matching.map(|(statement, _)| statement).collect();
    let counts = asked.counts(&rejected, matching.len() * 2 > rejected.len());
    Answer { matching, counts, rejected }
}

/// The number of statements that `filter` leaves.
pub fn count(corpus: &Corpus, columns: &Columns, filter: &Filter) -> usize {
    CompiledFilter::new(corpus, columns, filter).rejected().iter().filter(|bits| **bits == 0).count()
}

/// Which statements are evidence for the comparison: only how, through whom, when and in which words
/// something was said; who and on what choose its rows and columns instead (rule 3).
pub fn evidence(corpus: &Corpus, columns: &Columns, filter: &Filter) -> Vec<bool> {
    let others = reason::WHO | reason::POSITION;
    let rejected = CompiledFilter::new(corpus, columns, filter).rejected();
    rejected.iter().map(|bits| bits & !others == 0).collect()
}

/// A filter with its values turned into codes.
struct CompiledFilter<'a> {
    columns: &'a Columns,
    sets: PerFacet<Set>,
    /// The one coder whose positions count.
    coder: Option<Code>,
    days: (Day, Day),
    /// In which statements the words stand that are looked for; `None` where none are.
    with_words: Option<Vec<bool>>,
}

impl<'a> CompiledFilter<'a> {
    fn new(corpus: &Corpus, columns: &'a Columns, filter: &Filter) -> CompiledFilter<'a> {
        CompiledFilter {
            columns,
            sets: PerFacet::of(|facet| Set::new(corpus, columns, facet, filter.choice(facet))),
            coder: filter.coder.as_deref().map(|id| coder_of(corpus, id)),
            days: (
                filter.from.map_or(Day::MIN, |date| date.first_day()),
                filter.to.map_or(Day::MAX, |date| date.last_day()),
            ),
            with_words: statements_with(corpus, columns, &filter.q),
        }
    }

    /// What rejects each statement. Of those that a choice of values is about, only the ones that have one of them are
    /// looked at.
    fn rejected(&self) -> Vec<u8> {
        let mut rejected = vec![0; self.columns.len()];
        for (n, facets) in TOGETHER.iter().enumerate() {
            if 1 << n == reason::POSITION {
                self.reject_by_positions(&mut rejected);
            } else {
                self.reject_by_values(&mut rejected, facets, 1 << n);
            }
        }
        if self.days != (Day::MIN, Day::MAX) {
            for (bits, (first, last)) in rejected.iter_mut().zip(&self.columns.days) {
                set_bit(bits, reason::DATE, *last < self.days.0 || self.days.1 < *first);
            }
        }
        for (bits, has_words) in rejected.iter_mut().zip(self.with_words.iter().flatten()) {
            set_bit(bits, reason::WORDS, !has_words);
        }
        rejected
    }

    fn reject_by_values(&self, rejected: &mut [u8], facets: &[Facet], bit: u8) {
        if facets.iter().any(|facet| self.sets[*facet].is_active) {
            rejected.iter_mut().for_each(|bits| *bits |= bit);
        }
        // One exclusion is enough, whatever includes it.
        for is_excluded in [false, true] {
            for facet in facets {
                for at in self.having(*facet, is_excluded) {
                    if let Some(bits) = rejected.get_mut(at) {
                        set_bit(bits, bit, is_excluded);
                    }
                }
            }
        }
    }

    fn reject_by_positions(&self, rejected: &mut [u8]) {
        const FACETS: [Facet; 2] = [Facet::Issue, Facet::Stance];
        let including = FACETS.into_iter().find(|facet| self.sets[*facet].is_active);
        if including.is_some() {
            rejected.iter_mut().for_each(|bits| *bits |= reason::POSITION);
        }
        let judge = |at: usize| {
            if let Some(bits) = rejected.get_mut(at) {
                let ok = self.positions_ok(at, FacetOverride::Asked, FacetOverride::Asked);
                set_bit(bits, reason::POSITION, !ok);
            }
        };
        match including {
            Some(facet) => self.having(facet, false).for_each(judge),
            None if self.coder.is_some() => (0..self.columns.len()).for_each(judge),
            None => FACETS.into_iter().flat_map(|facet| self.having(facet, true)).for_each(judge),
        }
    }

    /// The statements with a value of a facet that is included or excluded; some more than once.
    fn having(&self, facet: Facet, is_excluded: bool) -> impl Iterator<Item = usize> {
        let set = &self.sets[facet];
        let codes = if is_excluded { &set.excluded } else { &set.included };
        codes.iter().flat_map(move |code| self.columns.having(facet, *code)).map(|at| *at as usize)
    }

    /// Whether issue and stance hold of one and the same own position. Each may be replaced by a
    /// single value, which is how a facet's own counts ignore its own choice.
    ///
    /// An exclude removes a statement if any position has the excluded value together with what the
    /// other facet includes. A position that is attributed to somebody else has an issue, no stance.
    fn positions_ok(&self, at: usize, issue: FacetOverride, stance: FacetOverride) -> bool {
        let (issues, stances) = (&self.sets[Facet::Issue], &self.sets[Facet::Stance]);
        let (mut included, mut excluded) = (false, false);
        for p in self.positions(at) {
            let (on, stands) = (issue.accepts(issues, p.issue), stance.accepts(stances, p.stance));
            included |= on && stands;
            excluded |= stands && issue.excludes(issues, p.issue) || on && stance.excludes(stances, p.stance);
        }
        included && !excluded
    }

    /// The positions that count.
    fn positions(&self, at: usize) -> impl Iterator<Item = &PositionCodes> {
        self.columns.positions.row(at).iter().filter(|p| self.coder.is_none_or(|coder| p.coder == coder))
    }

    /// What each value would leave. Where most statements match, those are taken from all that do not.
    fn counts(&self, rejected: &[u8], most_match: bool) -> Counts {
        let columns = self.columns;
        let active = rejected.iter().fold(0, |all, bits| all | bits);
        let mut row = if most_match { columns.totals.clone() } else { vec![0; columns.totals.len()] };
        // Added to wrap around, the largest number takes one away.
        let step = if most_match { u32::MAX } else { 1 };
        for (at, &bits) in rejected.iter().enumerate() {
            // The codes that are counted: all, or those of the only question that rejects it.
            let (from, to) = match bits {
                0 => (0, Code::MAX),
                _ if bits.is_power_of_two() && (most_match || active != bits) => {
                    let facets = TOGETHER.get(bits.trailing_zeros() as usize);
                    facets.map_or((0, 0), |facets| columns.codes_in(facets))
                }
                _ => (0, 0),
            };
            let is_settled = if most_match { bits == 0 } else { from >= to };
            if is_settled {
                continue;
            }
            for &code in columns.values.row(at) {
                if (from <= code && code < to) != most_match
                    && let Some(count) = row.get_mut(code as usize)
                {
                    *count = count.wrapping_add(step);
                }
            }
        }
        let mut counts = Counts(PerFacet::of(|facet| columns.part(&row, facet)));
        // Where nothing else is asked, they are counted of all statements.
        let alone = (0..).zip(TOGETHER).filter(|(n, _)| active & !(1 << n) == 0);
        for facet in alone.flat_map(|(_, facets)| facets) {
            counts.0[*facet] = columns.part(&columns.totals, *facet);
        }
        self.count_positions(rejected, &mut counts);
        counts
    }

    /// The counts of issues and stances, where what is asked of the other one or of a coder has a say in them.
    fn count_positions(&self, rejected: &[u8], counts: &mut Counts) {
        for (facet, other) in [(Facet::Issue, Facet::Stance), (Facet::Stance, Facet::Issue)] {
            if self.coder.is_none() && self.sets[other].is_empty() {
                continue;
            }
            let counts = &mut counts.0[facet];
            counts.fill(0);
            for (at, _) in rejected.iter().enumerate().filter(|(_, bits)| **bits & !reason::POSITION == 0) {
                for (n, p) in self.positions(at).enumerate() {
                    let code = |p: &PositionCodes| if facet == Facet::Issue { p.issue } else { p.stance };
                    let only = FacetOverride::Only(code(p));
                    let (issue, stance) = match facet {
                        Facet::Issue => (only, FacetOverride::Asked),
                        _ => (FacetOverride::Asked, only),
                    };
                    // A statement is counted once, however often it says so.
                    let is_first = self.positions(at).take(n).all(|before| code(before) != code(p));
                    if is_first
                        && self.positions_ok(at, issue, stance)
                        && let Some(count) = counts.get_mut(code(p) as usize)
                    {
                        *count += 1;
                    }
                }
            }
        }
    }
}

fn set_bit(bits: &mut u8, bit: u8, is_set: bool) {
    *bits = if is_set { *bits | bit } else { *bits & !bit };
}

/// What is asked of a facet: the reader's choice, or one value instead of it.
#[derive(Clone, Copy)]
enum FacetOverride {
    Asked,
    Only(Code),
}

impl FacetOverride {
    fn accepts(self, set: &Set, code: Code) -> bool {
        match self {
            FacetOverride::Asked => !set.is_active || set.included.contains(&code),
            FacetOverride::Only(only) => only == code,
        }
    }

    fn excludes(self, set: &Set, code: Code) -> bool {
        matches!(self, FacetOverride::Asked) && set.excluded.contains(&code)
    }
}

/// The values of one facet that are asked for and left out, as far as this corpus has them.
struct Set {
    /// Whether anything is included, known or not: an unknown value matches nothing, and says so.
    is_active: bool,
    included: Vec<Code>,
    excluded: Vec<Code>,
}

impl Set {
    fn new(corpus: &Corpus, columns: &Columns, facet: Facet, choice: &FacetSelection) -> Set {
        let codes = |value: &str| columns.code_of(corpus, facet, value);
        Set {
            is_active: choice.included().next().is_some(),
            included: choice.included().filter_map(codes).collect(),
            excluded: choice.excluded().filter_map(codes).collect(),
        }
    }

    fn is_empty(&self) -> bool {
        !self.is_active && self.excluded.is_empty()
    }
}

/// The code of a coder id; `Code::MAX`, which matches nothing, for an id that this corpus does not contain.
fn coder_of(corpus: &Corpus, id: &str) -> Code {
    corpus.coder_by_id(id).map_or(Code::MAX, |coder| coder.position() as Code)
}
