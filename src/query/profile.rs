//! What a corpus knows of one actor and of one issue: where somebody stands, and what of it changed when.

use super::columns::{Columns, StanceToken};
use super::comparison::{Scope, comparison};
use super::stance::{Attribution, Cell, CellState, Evidence};
use crate::corpus::{ActorIx, Corpus, IssueIx, Position, Stance};
use crate::route::{Facet, FacetSelection, Filter, RowGrouping, RowSort};

/// Where one actor stands on one issue.
#[derive(Debug, PartialEq)]
pub struct OnIssue {
    pub issue: IssueIx,
    pub cell: Cell,
    /// The evidence by the day on which it was said.
    pub timeline: Vec<TimelineStep>,
}

/// One piece of evidence in its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimelineStep {
    pub evidence: Evidence,
    /// It says something else than the one before it said, on an earlier day, in the same coder's reading.
    pub is_change: bool,
}

/// Where an actor stands on every issue that there is evidence for, in the order of the corpus.
pub fn stands(corpus: &Corpus, columns: &Columns, filter: &Filter, actor: ActorIx) -> Vec<OnIssue> {
    let mut asked = filter.clone();
    *asked.choice_mut(Facet::Speaker) = only(corpus.actors[actor].id.as_str());
    *asked.choice_mut(Facet::Group) = FacetSelection::default();
    *asked.choice_mut(Facet::Issue) = FacetSelection::default();
    let found = comparison(corpus, columns, &asked, Scope::Corpus, RowGrouping::Flat, RowSort::Name);
    let cells = found.groups.into_iter().flat_map(|group| group.rows).flat_map(|row| row.cells);
    let all = found.columns.iter().zip(cells);
    let all =
        all.map(|(column, cell)| OnIssue { issue: column.issue, timeline: timeline(corpus, &cell), cell });
    all.filter(|on| !on.cell.evidence.is_empty() || matches!(on.cell.standing, CellState::FilteredOut(_)))
        .collect()
}

fn only(value: &str) -> FacetSelection {
    let mut choice = FacetSelection::default();
    let _ = choice.include(value);
    choice
}

/// Who stands in the same way on an issue.
#[derive(Debug, PartialEq)]
pub struct StanceGroup {
    pub standing: CellState,
    pub actors: Vec<(ActorIx, Cell)>,
}

/// Who stands where on an issue.
#[derive(Debug, PartialEq)]
pub struct IssueProfile {
    /// In the order of the codebook; the first are those with a stance of their own.
    pub camps: Vec<StanceGroup>,
    /// Who speaks in the corpus and not on this.
    pub silent: Vec<ActorIx>,
    /// How many have an own position on it.
    pub voices: usize,
}

pub fn camps(corpus: &Corpus, columns: &Columns, filter: &Filter, issue: IssueIx) -> IssueProfile {
    let mut asked = filter.clone();
    *asked.choice_mut(Facet::Issue) = only(corpus.issues[issue].id.as_str());
    let found = comparison(corpus, columns, &asked, Scope::Corpus, RowGrouping::Flat, RowSort::Name);
    let voices = found.columns.first().map_or(0, |column| column.voices);
    let (mut camps, mut silent): (Vec<StanceGroup>, Vec<ActorIx>) = (Vec::new(), Vec::new());
    for row in found.groups.into_iter().flat_map(|group| group.rows) {
        let Some(cell) = row.cells.into_iter().next() else { continue };
        if matches!(cell.standing, CellState::NotOnThis | CellState::RelaysOnly | CellState::NotQuoted) {
            if cell.standing == CellState::NotOnThis {
                silent.push(row.actor);
            }
            continue;
        }
        // What a filter hides is one camp, however much there is of it.
        let standing = match cell.standing {
            CellState::FilteredOut(_) => CellState::FilteredOut(0),
            other => other,
        };
        match camps.iter_mut().find(|camp| camp.standing == standing) {
            Some(camp) => camp.actors.push((row.actor, cell)),
            None => camps.push(StanceGroup { standing, actors: vec![(row.actor, cell)] }),
        }
    }
    camps.sort_by_key(|camp| rank(camp.standing));
    IssueProfile { camps, silent, voices }
}

fn rank(standing: CellState) -> usize {
    match standing {
        CellState::Supports(conditions) => conditions as usize,
        CellState::Opposes(conditions) => 3 + conditions as usize,
        CellState::BothWays => 6,
        CellState::Open => 7,
        CellState::Neutral => 8,
        CellState::Unclear => 9,
        CellState::SaidOf => 10,
        CellState::SpeaksOf => 11,
        _ => 12,
    }
}

/// The evidence of a cell in the order in which it was said.
pub fn timeline(corpus: &Corpus, cell: &Cell) -> Vec<TimelineStep> {
    let day = |evidence: &Evidence| corpus.said(&corpus.statements[evidence.statement]).date();
    let mut all = cell.evidence.clone();
    all.sort_by_key(|evidence| day(evidence).first_day());
    let mut steps: Vec<TimelineStep> = Vec::new();
    for evidence in all {
        let taken =
            |e: &Evidence| e.position(corpus).filter(|p| e.whose != Attribution::SaidOf && takes_side(p));
        let is_change = taken(&evidence).is_some_and(|position| {
            let earlier = steps.iter().rev().map(|step| step.evidence).find(|before| {
                day(before).last_day() < day(&evidence).first_day()
                    && taken(before).is_some_and(|p| p.coder == position.coder)
            });
            earlier
                .and_then(|before| before.position(corpus))
                .is_some_and(|before| StanceToken::of(before) != StanceToken::of(position))
        });
        steps.push(TimelineStep { evidence, is_change });
    }
    steps
}

fn takes_side(position: &Position) -> bool {
    !matches!(position.stance, Stance::None | Stance::Unclear)
}
