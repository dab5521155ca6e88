//! Which statements a filter leaves, and how many each further choice would leave. A facet's own
//! counts ignore its own choice; people and their groups are one facet. Rules 2 and 4 of the share
//! links say what matches.

use super::columns::{Code, Columns, HeldPosition, OwnPosition, StanceToken};
use super::found::statements_with;
use crate::corpus::{Corpus, Day, Key, StatementIx};
use crate::route::{Facet, FacetSelection, Filter, PerFacet};
use std::borrow::Cow;

/// Which statements match, and what each value of each facet would leave.
#[derive(Debug, PartialEq)]
pub struct Answer {
    /// In reading order.
    pub matching: Vec<StatementIx>,
    pub counts: Counts,
    is_match: Vec<bool>,
}

impl Answer {
    pub fn has(&self, statement: StatementIx) -> bool {
        self.is_match.get(statement.position()).copied().unwrap_or(false)
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
/// of one and the same position, see [`CompiledFilter::positions_ok`].
const TOGETHER: [&[Facet]; 4] =
    [&[Facet::Speaker, Facet::Group], &[Facet::Via], &[Facet::Kind], &[Facet::Act]];

/// What refuses a statement, as bits: it matches when none is set. The first ones are those of [`TOGETHER`].
mod rejected {
    pub const WHO: u8 = 1;
    pub const POSITION: u8 = 1 << super::TOGETHER.len();
    pub const DATE: u8 = POSITION << 1;
    pub const WORDS: u8 = POSITION << 2;
}

pub fn answer(corpus: &Corpus, columns: &Columns, filter: &Filter) -> Answer {
    let sieve = CompiledFilter::new(corpus, columns, filter);
    let mut counts = Counts(PerFacet::of(|facet| vec![0; columns.values_in(facet)]));
    let mut matching = Vec::new();
    let mut is_match = vec![false; columns.len()];
    for statement in corpus.statements.keys() {
        let at = statement.position();
        let rejected_by = sieve.rejected_by(at);
        if rejected_by == 0 {
            matching.push(statement);
            if let Some(bit) = is_match.get_mut(at) {
                *bit = true;
            }
        }
        sieve.count(at, rejected_by, &mut counts);
    }
    Answer { matching, counts, is_match }
}

/// The number of statements that `filter` leaves.
pub fn count(corpus: &Corpus, columns: &Columns, filter: &Filter) -> usize {
    let sieve = CompiledFilter::new(corpus, columns, filter);
    (0..columns.len()).filter(|at| sieve.rejected_by(*at) == 0).count()
}

/// Which statements are evidence for the comparison: only how, through whom, when and in which words
/// something was said; who and on what choose its rows and columns instead (rule 3).
pub fn evidence(corpus: &Corpus, columns: &Columns, filter: &Filter) -> Vec<bool> {
    let sieve = CompiledFilter::new(corpus, columns, filter);
    let others = rejected::WHO | rejected::POSITION;
    (0..columns.len()).map(|at| sieve.rejected_by(at) & !others == 0).collect()
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

    fn rejected_by(&self, at: usize) -> u8 {
        let (first, last) = self.columns.days.get(at).copied().unwrap_or_default();
        let words_ok = self.with_words.as_ref().is_none_or(|found| found.get(at).copied().unwrap_or(false));
        let bit = |ok: bool, bit: u8| if ok { 0 } else { bit };
        let together = TOGETHER.iter().enumerate().map(|(n, facets)| bit(self.accepts(facets, at), 1 << n));
        together.fold(0, |all, bit| all | bit)
            | bit(self.positions_ok(at, FacetOverride::Asked, FacetOverride::Asked), rejected::POSITION)
            | bit(first <= self.days.1 && self.days.0 <= last, rejected::DATE)
            | bit(words_ok, rejected::WORDS)
    }

    fn accepts(&self, facets: &[Facet], at: usize) -> bool {
        let (mut is_active, mut included) = (false, false);
        for facet in facets {
            let (set, codes) = (&self.sets[*facet], self.columns.values(*facet, at));
            if set.excludes_any(codes) {
                return false;
            }
            is_active |= set.is_active;
            included |= set.includes_any(codes);
        }
        !is_active || included
    }

    /// Whether issue and stance hold of one and the same own position. Each may be replaced by a
    /// single value, which is how a facet's own counts ignore its own choice.
    ///
    /// An exclude removes a statement if any position has the excluded value together with what the
    /// other facet includes. A position that is attributed to somebody else has an issue, no stance.
    fn positions_ok(&self, at: usize, issue: FacetOverride, stance: FacetOverride) -> bool {
        let (own, held) = self.positions(at);
        let (issues, stances) = (&self.sets[Facet::Issue], &self.sets[Facet::Stance]);
        if self.coder.is_some() && own.is_empty() && held.is_empty() {
            return false;
        }
        let (issue_asks, stance_asks) = (issue.is_active(issues), stance.is_active(stances));
        let on = |p: &OwnPosition| issue.accepts_value(issues, p.issue);
        let stands = |p: &OwnPosition| stance.accepts_value(stances, p.stance);
        let included = match (issue_asks, stance_asks) {
            (false, false) => true,
            (true, false) => own.iter().any(on) || held.iter().any(|p| issue.accepts_value(issues, p.issue)),
            (false, true) => {
                let bare = own.is_empty() && held.is_empty();
                own.iter().any(stands) || bare && stance.accepts_value(stances, StanceToken::None.code())
            }
            (true, true) => own.iter().any(|p| on(p) && stands(p)),
        };
        let bare_none = own.is_empty() && held.is_empty() && !issue_asks;
        let excluded = own.iter().any(|p| {
            issue.excludes_value(issues, p.issue) && stands(p)
                || stance.excludes_value(stances, p.stance) && on(p)
        }) || !stance_asks && held.iter().any(|p| issue.excludes_value(issues, p.issue))
            || bare_none && stance.excludes_value(stances, StanceToken::None.code());
        included && !excluded
    }

    /// The positions that count: own ones, and those that are attributed to somebody else.
    fn positions(&self, at: usize) -> (Cow<'_, [OwnPosition]>, Cow<'_, [HeldPosition]>) {
        let (own, held) = (self.columns.own.row(at), self.columns.held.row(at));
        match self.coder {
            None => (Cow::Borrowed(own), Cow::Borrowed(held)),
            Some(coder) => (
                own.iter().filter(|p| p.coder == coder).copied().collect(),
                held.iter().filter(|p| p.coder == coder).copied().collect(),
            ),
        }
    }

    fn count(&self, at: usize, rejected_by: u8, counts: &mut Counts) {
        for (n, facets) in TOGETHER.iter().enumerate() {
            if rejected_by & !(1 << n) == 0 {
                for facet in *facets {
                    bump(&mut counts.0[*facet], self.columns.values(*facet, at));
                }
            }
        }
        if rejected_by & !rejected::POSITION == 0 {
            self.count_positions(at, counts);
        }
    }

    fn count_positions(&self, at: usize, counts: &mut Counts) {
        let (own, held) = self.positions(at);
        let mut issues: Vec<Code> = own.iter().map(|p| p.issue).chain(held.iter().map(|p| p.issue)).collect();
        issues.sort();
        issues.dedup();
        issues.retain(|issue| self.positions_ok(at, FacetOverride::Only(*issue), FacetOverride::Asked));
        bump(&mut counts.0[Facet::Issue], &issues);

        let mut stances: Vec<Code> = own.iter().map(|p| p.stance).collect();
        if own.is_empty() && held.is_empty() {
            stances.push(StanceToken::None.code());
        }
        stances.sort();
        stances.dedup();
        stances.retain(|stance| self.positions_ok(at, FacetOverride::Asked, FacetOverride::Only(*stance)));
        bump(&mut counts.0[Facet::Stance], &stances);
    }
}

fn bump(counts: &mut [u32], codes: &[Code]) {
    for code in codes {
        if let Some(count) = counts.get_mut(*code as usize) {
            *count += 1;
        }
    }
}

/// What is asked of a facet: the reader's choice, or one value instead of it.
#[derive(Clone, Copy)]
enum FacetOverride {
    Asked,
    Only(Code),
}

impl FacetOverride {
    fn is_active(self, set: &Set) -> bool {
        match self {
            FacetOverride::Asked => set.is_active,
            FacetOverride::Only(_) => true,
        }
    }

    fn accepts_value(self, set: &Set, code: Code) -> bool {
        match self {
            FacetOverride::Asked => !set.is_active || set.includes(code),
            FacetOverride::Only(only) => only == code,
        }
    }

    fn excludes_value(self, set: &Set, code: Code) -> bool {
        matches!(self, FacetOverride::Asked) && set.excludes(code)
    }
}

/// The values of one facet that are asked for and left out.
struct Set {
    /// Whether anything is included, known or not: an unknown value matches nothing, and says so.
    is_active: bool,
    marks: Vec<u8>,
}

const INCLUDED: u8 = 1;
const EXCLUDED: u8 = 2;

impl Set {
    fn new(corpus: &Corpus, columns: &Columns, facet: Facet, choice: &FacetSelection) -> Set {
        let mut set = Set { is_active: choice.included().next().is_some(), marks: Vec::new() };
        for value in choice.included() {
            set.mark(columns.code_of(corpus, facet, value), INCLUDED);
        }
        for value in choice.excluded() {
            set.mark(columns.code_of(corpus, facet, value), EXCLUDED);
        }
        set
    }

    fn mark(&mut self, code: Option<Code>, mark: u8) {
        let Some(code) = code else { return };
        let at = code as usize;
        if self.marks.len() <= at {
            self.marks.resize(at + 1, 0);
        }
        if let Some(slot) = self.marks.get_mut(at) {
            *slot |= mark;
        }
    }

    fn includes(&self, code: Code) -> bool {
        self.marks.get(code as usize).is_some_and(|mark| mark & INCLUDED != 0)
    }

    fn excludes(&self, code: Code) -> bool {
        self.marks.get(code as usize).is_some_and(|mark| mark & EXCLUDED != 0)
    }

    fn includes_any(&self, codes: &[Code]) -> bool {
        codes.iter().any(|code| self.includes(*code))
    }

    fn excludes_any(&self, codes: &[Code]) -> bool {
        codes.iter().any(|code| self.excludes(*code))
    }
}

/// The code of a coder id; `Code::MAX`, which matches nothing, for an id that this corpus does not contain.
fn coder_of(corpus: &Corpus, id: &str) -> Code {
    corpus.coder_by_id(id).map_or(Code::MAX, |coder| coder.position() as Code)
}
