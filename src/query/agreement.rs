//! How two cells of one issue compare. Where one side takes no position nothing is compared, and conditions that
//! differ are never called the same.

use super::cell::{Cell, CellState, Condition};
use super::standing::{Conditions, Standing, Undirected};
use crate::corpus::Corpus;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    Same,
    SameDirection(OnConditions),
    Different,
    /// At least one side has no single answer.
    NoSingleAnswer,
    /// On at least one side the coders could not tell.
    Unclear,
    NothingToCompare,
}

/// What two stances of one direction depend on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnConditions {
    /// Each on its own.
    Each,
    /// Both on the same words.
    Same,
    /// Only one of them.
    One,
}

pub fn agreement(corpus: &Corpus, a: &Cell, b: &Cell) -> Agreement {
    let (Some(left), Some(right)) = (answer(a), answer(b)) else { return Agreement::NothingToCompare };
    let is = |wanted: Answer| left == wanted || right == wanted;
    if is(Answer::Unclear) {
        return Agreement::Unclear;
    }
    if is(Answer::Several) {
        return Agreement::NoSingleAnswer;
    }
    match (left, right) {
        (Answer::One(Standing::OneWay { direction, conditions, .. }), Answer::One(right)) => match right {
            Standing::OneWay { direction: other, conditions: others, .. } if direction == other => {
                same_direction(corpus, (a, conditions), (b, others))
            }
            _ => Agreement::Different,
        },
        (x, y) if x == y => Agreement::Same,
        _ => Agreement::Different,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    One(Standing),
    Several,
    Unclear,
}

/// What a cell answers; `None` where it takes no position.
fn answer(cell: &Cell) -> Option<Answer> {
    let standing = match cell.state {
        CellState::Stands(standing) => standing,
        CellState::CodersDiffer => return Some(Answer::Several).filter(|_| differ_on_stance(cell)),
        _ => return None,
    };
    let both = Undirected { open: true, neutral: true };
    match standing {
        Standing::OneWay { elsewhere, .. } if elsewhere != Undirected::default() => Some(Answer::Several),
        Standing::Undirected(undirected) if undirected == both => Some(Answer::Several),
        Standing::OneWay { .. } | Standing::Undirected(_) => Some(Answer::One(standing)),
        Standing::BothWays(_) => Some(Answer::Several),
        Standing::Unclear => Some(Answer::Unclear),
        Standing::Mentions | Standing::OthersSay(_) => None,
    }
}

/// Whether at least one coder reads a position in it.
fn differ_on_stance(cell: &Cell) -> bool {
    cell.readings.iter().any(|(_, reading)| reading.is_some_and(Standing::is_stance))
}

fn same_direction(
    corpus: &Corpus,
    (a, left): (&Cell, Conditions),
    (b, right): (&Cell, Conditions),
) -> Agreement {
    match (left, right) {
        (Conditions::Never, Conditions::Never) => Agreement::Same,
        (Conditions::Never, _) | (_, Conditions::Never) => Agreement::SameDirection(OnConditions::One),
        _ => {
            let (left, right) = (a.conditions(corpus), b.conditions(corpus));
            let is_in = |one: &Condition, all: &[Condition]| {
                all.iter().any(|other| other.has_same_words(one, corpus))
            };
            let same = left.iter().all(|c| is_in(c, &right)) && right.iter().all(|c| is_in(c, &left));
            Agreement::SameDirection(if same { OnConditions::Same } else { OnConditions::Each })
        }
    }
}
