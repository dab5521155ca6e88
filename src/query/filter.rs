//! Which statements a filter leaves, and how many each further choice would leave. A facet's own
//! counts ignore its own choice; people and their groups are one facet. Rules 2 and 4 of the share
//! links say what matches.

use super::columns::{Code, Columns, HeldPosition, KINDS, OwnPosition, StanceToken, kind_token};
use super::search::Needle;
use crate::corpus::{Corpus, Day, Key, StatementIx, arrange};
use crate::view::{Choice, Facet, Filter};
use std::borrow::Cow;

/// Which statements match, and what each value of each facet would leave.
#[derive(Debug, PartialEq)]
pub struct Answer {
    /// In reading order.
    pub matching: Vec<StatementIx>,
    pub counts: Counts,
    lit: Vec<bool>,
}

impl Answer {
    pub fn has(&self, statement: StatementIx) -> bool {
        self.lit.get(statement.position()).copied().unwrap_or(false)
    }

    /// Its place among the matching statements, from 0.
    pub fn rank(&self, statement: StatementIx) -> Option<usize> {
        self.matching.binary_search(&statement).ok()
    }
}

/// For each facet and value: how many statements would match if that value alone were included.
#[derive(Debug, Default, PartialEq)]
pub struct Counts {
    pub who: Vec<u32>,
    pub group: Vec<u32>,
    pub via: Vec<u32>,
    pub issue: Vec<u32>,
    pub stance: Vec<u32>,
    pub kind: Vec<u32>,
}

impl Counts {
    pub fn of(&self, facet: Facet, code: Code) -> u32 {
        let counts = match facet {
            Facet::Who => &self.who,
            Facet::Group => &self.group,
            Facet::Via => &self.via,
            Facet::Issue => &self.issue,
            Facet::Stance => &self.stance,
            Facet::Kind => &self.kind,
        };
        counts.get(code as usize).copied().unwrap_or(0)
    }
}

/// What each facet refuses, as bits: a statement matches when none is set.
mod refused {
    pub const WHO: u8 = 1;
    pub const VIA: u8 = 2;
    pub const POSITION: u8 = 4;
    pub const KIND: u8 = 8;
    pub const DATE: u8 = 16;
    pub const WORDS: u8 = 32;
}

pub fn answer(corpus: &Corpus, columns: &Columns, filter: &Filter) -> Answer {
    let sieve = Sieve::new(corpus, columns, filter);
    let mut counts = Counts {
        who: vec![0; columns.actors as usize + 2],
        group: vec![0; columns.actors as usize],
        via: vec![0; columns.actors as usize + 2],
        issue: vec![0; columns.issues as usize],
        stance: vec![0; StanceToken::ALL.len()],
        kind: vec![0; KINDS.len()],
    };
    let mut matching = Vec::new();
    let mut lit = vec![false; columns.len()];
    for statement in corpus.statements.keys() {
        let at = statement.position();
        let refused = sieve.refused(at);
        if refused == 0 {
            matching.push(statement);
            if let Some(bit) = lit.get_mut(at) {
                *bit = true;
            }
        }
        sieve.count(at, refused, &mut counts);
    }
    Answer { matching, counts, lit }
}

/// The number of statements that `filter` leaves.
pub fn count(corpus: &Corpus, columns: &Columns, filter: &Filter) -> usize {
    let sieve = Sieve::new(corpus, columns, filter);
    (0..columns.len()).filter(|at| sieve.refused(*at) == 0).count()
}

/// Which statements are evidence for the comparison: only how, through whom, when and in which words
/// something was said; who and on what choose its rows and columns instead (rule 3).
pub fn evidence(corpus: &Corpus, columns: &Columns, filter: &Filter) -> Vec<bool> {
    let sieve = Sieve::new(corpus, columns, filter);
    let asks = refused::VIA | refused::KIND | refused::DATE | refused::WORDS;
    (0..columns.len()).map(|at| sieve.refused(at) & asks == 0).collect()
}

/// A filter with its values turned into codes.
struct Sieve<'a> {
    columns: &'a Columns,
    who: Set,
    group: Set,
    via: Set,
    issue: Set,
    stance: Set,
    kind: Set,
    /// The one coder whose positions count.
    coder: Option<Code>,
    days: (Day, Day),
    needle: Option<Needle>,
}

impl<'a> Sieve<'a> {
    fn new(corpus: &Corpus, columns: &'a Columns, filter: &Filter) -> Sieve<'a> {
        let set = |facet| Set::new(corpus, columns, facet, filter.choice(facet));
        Sieve {
            columns,
            who: set(Facet::Who),
            group: set(Facet::Group),
            via: set(Facet::Via),
            issue: set(Facet::Issue),
            stance: set(Facet::Stance),
            kind: set(Facet::Kind),
            coder: filter.coder.as_deref().map(|id| coder_of(corpus, id)),
            days: (
                filter.from.map_or(Day::MIN, |date| date.first_day()),
                filter.to.map_or(Day::MAX, |date| date.last_day()),
            ),
            needle: Needle::new(&filter.q),
        }
    }

    fn refused(&self, at: usize) -> u8 {
        let columns = self.columns;
        let (who, group) = (columns.who.row(at), columns.group.row(at));
        let asked = self.who.asks || self.group.asks;
        let named = !asked || self.who.includes_any(who) || self.group.includes_any(group);
        let who_ok = named && !self.who.excludes_any(who) && !self.group.excludes_any(group);
        let kind = columns.kind.get(at).map(std::slice::from_ref).unwrap_or(&[]);
        let (first, last) = columns.days.get(at).copied().unwrap_or_default();
        let words_ok = match &self.needle {
            Some(needle) => columns.words.get(at).is_some_and(|words| needle.is_in(words)),
            None => true,
        };
        let bit = |ok: bool, bit: u8| if ok { 0 } else { bit };
        bit(who_ok, refused::WHO)
            | bit(self.via.admits(columns.via.row(at)), refused::VIA)
            | bit(self.positions_ok(at, Pick::Asked, Pick::Asked), refused::POSITION)
            | bit(self.kind.admits(kind), refused::KIND)
            | bit(first <= self.days.1 && self.days.0 <= last, refused::DATE)
            | bit(words_ok, refused::WORDS)
    }

    /// Whether issue and stance hold of one and the same own position. Each may be replaced by a
    /// single value, which is how a facet's own counts ignore its own choice.
    ///
    /// An exclude removes a statement if any position has the excluded value together with what the
    /// other facet includes. A position that is attributed to somebody else has an issue, no stance.
    fn positions_ok(&self, at: usize, issue: Pick, stance: Pick) -> bool {
        let (own, held) = self.positions(at);
        if self.coder.is_some() && own.is_empty() && held.is_empty() {
            return false;
        }
        let (issue_asks, stance_asks) = (issue.asks(&self.issue), stance.asks(&self.stance));
        let on = |p: &OwnPosition| issue.wants(&self.issue, p.issue);
        let stands = |p: &OwnPosition| stance.wants(&self.stance, p.stance);
        let included = match (issue_asks, stance_asks) {
            (false, false) => true,
            (true, false) => own.iter().any(on) || held.iter().any(|p| issue.wants(&self.issue, p.issue)),
            (false, true) => {
                let bare = own.is_empty() && held.is_empty();
                own.iter().any(stands) || bare && stance.wants(&self.stance, StanceToken::None.code())
            }
            (true, true) => own.iter().any(|p| on(p) && stands(p)),
        };
        let bare_none = own.is_empty() && held.is_empty() && !issue_asks;
        let excluded = own.iter().any(|p| {
            issue.bars(&self.issue, p.issue) && stands(p) || stance.bars(&self.stance, p.stance) && on(p)
        }) || !stance_asks && held.iter().any(|p| issue.bars(&self.issue, p.issue))
            || bare_none && stance.bars(&self.stance, StanceToken::None.code());
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

    fn count(&self, at: usize, refused: u8, counts: &mut Counts) {
        let columns = self.columns;
        if refused & !refused::WHO == 0 {
            bump(&mut counts.who, columns.who.row(at));
            bump(&mut counts.group, columns.group.row(at));
        }
        if refused & !refused::VIA == 0 {
            bump(&mut counts.via, columns.via.row(at));
        }
        if refused & !refused::KIND == 0 {
            bump(&mut counts.kind, columns.kind.get(at).map(std::slice::from_ref).unwrap_or(&[]));
        }
        if refused & !refused::POSITION == 0 {
            self.count_positions(at, counts);
        }
    }

    fn count_positions(&self, at: usize, counts: &mut Counts) {
        let (own, held) = self.positions(at);
        let mut issues: Vec<Code> = own.iter().map(|p| p.issue).chain(held.iter().map(|p| p.issue)).collect();
        arrange(&mut issues, |code| *code);
        issues.dedup();
        issues.retain(|issue| self.positions_ok(at, Pick::Only(*issue), Pick::Asked));
        bump(&mut counts.issue, &issues);

        let mut stances: Vec<Code> = own.iter().map(|p| p.stance).collect();
        if own.is_empty() && held.is_empty() {
            stances.push(StanceToken::None.code());
        }
        arrange(&mut stances, |code| *code);
        stances.dedup();
        stances.retain(|stance| self.positions_ok(at, Pick::Asked, Pick::Only(*stance)));
        bump(&mut counts.stance, &stances);
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
enum Pick {
    Asked,
    Only(Code),
}

impl Pick {
    fn asks(self, set: &Set) -> bool {
        match self {
            Pick::Asked => set.asks,
            Pick::Only(_) => true,
        }
    }

    fn wants(self, set: &Set, code: Code) -> bool {
        match self {
            Pick::Asked => !set.asks || set.includes(code),
            Pick::Only(only) => only == code,
        }
    }

    fn bars(self, set: &Set, code: Code) -> bool {
        matches!(self, Pick::Asked) && set.excludes(code)
    }
}

/// The values of one facet that are asked for and refused.
struct Set {
    /// Whether anything is included, known or not: an unknown value matches nothing, and says so.
    asks: bool,
    marks: Vec<u8>,
}

const INCLUDED: u8 = 1;
const EXCLUDED: u8 = 2;

impl Set {
    fn new(corpus: &Corpus, columns: &Columns, facet: Facet, choice: &Choice) -> Set {
        let mut set = Set { asks: choice.included().next().is_some(), marks: Vec::new() };
        for value in choice.included() {
            set.mark(code_of(corpus, columns, facet, value), INCLUDED);
        }
        for value in choice.excluded() {
            set.mark(code_of(corpus, columns, facet, value), EXCLUDED);
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

    fn admits(&self, codes: &[Code]) -> bool {
        (!self.asks || self.includes_any(codes)) && !self.excludes_any(codes)
    }
}

/// The number that stands for a coder; none has that of one whom the corpus does not name.
fn coder_of(corpus: &Corpus, id: &str) -> Code {
    corpus.coder_by_id(id).map_or(Code::MAX, |coder| coder.position() as Code)
}

/// The number that stands for a value of a facet; `None` for one that this corpus does not have.
pub fn code_of(corpus: &Corpus, columns: &Columns, facet: Facet, value: &str) -> Option<Code> {
    match (facet, value) {
        (Facet::Who | Facet::Via, "~none") => Some(columns.nobody()),
        (Facet::Who | Facet::Via, "~document") => Some(columns.writer()),
        (Facet::Who | Facet::Group | Facet::Via, id) => {
            corpus.actor_by_id(id).map(|actor| actor.position() as Code)
        }
        (Facet::Issue, id) => corpus.issue_by_id(id).map(|issue| issue.position() as Code),
        (Facet::Stance, token) => {
            StanceToken::ALL.into_iter().find(|t| t.as_str() == token).map(StanceToken::code)
        }
        (Facet::Kind, token) => KINDS.iter().position(|kind| kind_token(*kind) == token).map(|at| at as Code),
    }
}
