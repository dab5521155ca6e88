//! What a corpus knows of one actor and of one issue: where somebody stands, and what of it changed when.

use super::columns::{Columns, StanceToken};
use super::comparison::{Scope, comparison};
use super::stance::{Cell, Evidence, Standing, Whose};
use crate::corpus::{ActorIx, Corpus, IssueIx, Position, Stance};
use crate::view::{Choice, Facet, Filter, Order, Rows};

/// Where one actor stands on one issue.
#[derive(Debug, PartialEq)]
pub struct OnIssue {
    pub issue: IssueIx,
    pub cell: Cell,
    /// The evidence by the day on which it was said.
    pub over_time: Vec<Step>,
}

/// One piece of evidence in its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    pub evidence: Evidence,
    /// It says something else than the one before it said, on an earlier day, in the same coder's reading.
    pub turns: bool,
}

/// Where an actor stands on every issue that there is evidence for, in the order of the corpus.
pub fn stands(corpus: &Corpus, columns: &Columns, filter: &Filter, actor: ActorIx) -> Vec<OnIssue> {
    let mut asked = filter.clone();
    *asked.choice_mut(Facet::Who) = only(corpus.actors[actor].id.as_str());
    *asked.choice_mut(Facet::Group) = Choice::default();
    *asked.choice_mut(Facet::Issue) = Choice::default();
    let found = comparison(corpus, columns, &asked, Scope::Corpus, Rows::Flat, Order::Name);
    let cells = found.groups.into_iter().flat_map(|group| group.rows).flat_map(|row| row.cells);
    let all = found.columns.iter().zip(cells);
    let all =
        all.map(|(column, cell)| OnIssue { issue: column.issue, over_time: over_time(corpus, &cell), cell });
    all.filter(|on| !on.cell.evidence.is_empty() || matches!(on.cell.standing, Standing::FilteredOut(_)))
        .collect()
}

fn only(value: &str) -> Choice {
    let mut choice = Choice::default();
    let _ = choice.include(value);
    choice
}

/// Who stands in the same way on an issue.
#[derive(Debug, PartialEq)]
pub struct Camp {
    pub standing: Standing,
    pub actors: Vec<(ActorIx, Cell)>,
}

/// Who stands where on an issue.
#[derive(Debug, PartialEq)]
pub struct Camps {
    /// In the order of the codebook; the first are those with a stance of their own.
    pub camps: Vec<Camp>,
    /// Who speaks in the corpus and not on this.
    pub silent: Vec<ActorIx>,
    /// How many have an own position on it.
    pub voices: usize,
}

pub fn camps(corpus: &Corpus, columns: &Columns, filter: &Filter, issue: IssueIx) -> Camps {
    let mut asked = filter.clone();
    *asked.choice_mut(Facet::Issue) = only(corpus.issues[issue].id.as_str());
    let found = comparison(corpus, columns, &asked, Scope::Corpus, Rows::Flat, Order::Name);
    let voices = found.columns.first().map_or(0, |column| column.voices);
    let (mut camps, mut silent): (Vec<Camp>, Vec<ActorIx>) = (Vec::new(), Vec::new());
    for row in found.groups.into_iter().flat_map(|group| group.rows) {
        let Some(cell) = row.cells.into_iter().next() else { continue };
        if matches!(cell.standing, Standing::NotOnThis | Standing::RelaysOnly | Standing::NotQuoted) {
            if cell.standing == Standing::NotOnThis {
                silent.push(row.actor);
            }
            continue;
        }
        // What a filter hides is one camp, however much there is of it.
        let standing = match cell.standing {
            Standing::FilteredOut(_) => Standing::FilteredOut(0),
            other => other,
        };
        match camps.iter_mut().find(|camp| camp.standing == standing) {
            Some(camp) => camp.actors.push((row.actor, cell)),
            None => camps.push(Camp { standing, actors: vec![(row.actor, cell)] }),
        }
    }
    camps.sort_by_key(|camp| rank(camp.standing));
    Camps { camps, silent, voices }
}

fn rank(standing: Standing) -> usize {
    match standing {
        Standing::Supports(conditions) => conditions as usize,
        Standing::Opposes(conditions) => 3 + conditions as usize,
        Standing::BothWays => 6,
        Standing::Open => 7,
        Standing::Neutral => 8,
        Standing::Unclear => 9,
        Standing::SaidOf => 10,
        Standing::SpeaksOf => 11,
        _ => 12,
    }
}

/// The evidence of a cell in the order in which it was said.
pub fn over_time(corpus: &Corpus, cell: &Cell) -> Vec<Step> {
    let day = |evidence: &Evidence| corpus.said(&corpus.statements[evidence.statement]).date();
    let mut all = cell.evidence.clone();
    all.sort_by_key(|evidence| day(evidence).first_day());
    let mut steps: Vec<Step> = Vec::new();
    for evidence in all {
        let taken = |e: &Evidence| e.position(corpus).filter(|p| e.whose != Whose::SaidOf && takes_side(p));
        let turns = taken(&evidence).is_some_and(|position| {
            let earlier = steps.iter().rev().map(|step| step.evidence).find(|before| {
                day(before).last_day() < day(&evidence).first_day()
                    && taken(before).is_some_and(|p| p.coder == position.coder)
            });
            earlier
                .and_then(|before| before.position(corpus))
                .is_some_and(|before| StanceToken::of(before) != StanceToken::of(position))
        });
        steps.push(Step { evidence, turns });
    }
    steps
}

fn takes_side(position: &Position) -> bool {
    !matches!(position.stance, Stance::None | Stance::Unclear)
}
