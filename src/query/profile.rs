//! What a corpus knows of one actor and of one issue: where somebody stands, and who stands where.

use super::cell::{Cell, CellState};
use super::columns::Columns;
use super::comparison::{Heard, Scope, comparison};
use super::standing::{BothWays, Conditions, Direction, Standing};
use crate::corpus::{ActorIx, Corpus, IssueIx};
use crate::route::{Facet, FacetSelection, Filter, RowGrouping, RowSort};

/// Where one actor stands on one issue.
#[derive(Debug, PartialEq)]
pub struct OnIssue {
    pub issue: IssueIx,
    pub cell: Cell,
}

/// Where an actor stands on every issue that there is evidence for, in the order of the corpus.
pub fn stands(corpus: &Corpus, columns: &Columns, filter: &Filter, actor: ActorIx) -> Vec<OnIssue> {
    let mut asked = filter.clone();
    *asked.choice_mut(Facet::Speaker) = only(corpus.actors[actor].id.as_str());
    *asked.choice_mut(Facet::Group) = FacetSelection::default();
    *asked.choice_mut(Facet::Issue) = FacetSelection::default();
    let found = comparison(corpus, columns, &asked, Scope::Corpus, RowGrouping::Flat, RowSort::Name);
    let cells = found.groups.into_iter().flat_map(|group| group.rows).flat_map(|row| row.cells);
    let all = found.columns.iter().zip(cells).map(|(column, cell)| OnIssue { issue: column.issue, cell });
    all.filter(|on| on.cell.is_filled() || matches!(on.cell.state, CellState::FilteredOut(_))).collect()
}

fn only(value: &str) -> FacetSelection {
    let mut choice = FacetSelection::default();
    let _ = choice.include(value);
    choice
}

/// Whose cells say the same.
#[derive(Debug, PartialEq)]
pub struct StanceGroup {
    pub state: CellState,
    pub cells: Vec<Cell>,
}

/// Who stands where on an issue.
#[derive(Debug, PartialEq)]
pub struct IssueProfile {
    /// In the order of the codebook; the first are those with a stance of their own.
    pub groups: Vec<StanceGroup>,
    /// Who speaks in the corpus and not on this.
    pub silent: Vec<ActorIx>,
    pub heard: Heard,
}

pub fn issue_profile(corpus: &Corpus, columns: &Columns, filter: &Filter, issue: IssueIx) -> IssueProfile {
    let mut asked = filter.clone();
    *asked.choice_mut(Facet::Issue) = only(corpus.issues[issue].id.as_str());
    let found = comparison(corpus, columns, &asked, Scope::Corpus, RowGrouping::Flat, RowSort::Name);
    let heard = found.columns.first().map(|column| column.heard).unwrap_or_default();
    let (mut groups, mut silent): (Vec<StanceGroup>, Vec<ActorIx>) = (Vec::new(), Vec::new());
    for cell in found.groups.into_iter().flat_map(|group| group.rows).flat_map(|row| row.cells) {
        let state = match cell.state {
            CellState::NotOnThis => {
                silent.extend(cell.voice.actor());
                continue;
            }
            CellState::RelaysOnly | CellState::NotHeard => continue,
            // What a filter hides is one group, however much there is of it.
            CellState::FilteredOut(_) => CellState::FilteredOut(0),
            // What others say stands with each name.
            CellState::Stands(Standing::OthersSay(_)) => {
                CellState::Stands(Standing::OthersSay(Default::default()))
            }
            other => other,
        };
        match groups.iter_mut().find(|group| group.state == state) {
            Some(group) => group.cells.push(cell),
            None => groups.push(StanceGroup { state, cells: vec![cell] }),
        }
    }
    groups.sort_by_key(|group| rank(group.state));
    IssueProfile { groups, silent, heard }
}

fn rank(state: CellState) -> usize {
    match state {
        CellState::Stands(standing) => match standing {
            Standing::OneWay { direction, conditions, elsewhere } => {
                let direction = if direction == Direction::Supports { 0 } else { 12 };
                let conditions = match conditions {
                    Conditions::Never => 0,
                    Conditions::InPlaces => 4,
                    Conditions::Always => 8,
                };
                direction + conditions + usize::from(elsewhere.open) + 2 * usize::from(elsewhere.neutral)
            }
            Standing::BothWays(BothWays::Plain) => 24,
            Standing::BothWays(_) => 25,
            Standing::Undirected(undirected) => 26 + usize::from(undirected.neutral),
            Standing::Unclear => 29,
            Standing::Mentions => 30,
            Standing::OthersSay(_) => 31,
        },
        CellState::CodersDiffer => 28,
        CellState::Retracted(_) => 32,
        _ => 33,
    }
}
