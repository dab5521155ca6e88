//! Where a voice stands on an issue in one coder's reading: the first row of the codebook's table that applies. No
//! score, no average, nothing read out of silence.

use super::evidence::Evidence;
use crate::corpus::{Corpus, Day, Position, Stance, Statement};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Supports,
    Opposes,
}

impl Direction {
    pub fn of(stance: Stance) -> Option<Direction> {
        match stance {
            Stance::Supports => Some(Direction::Supports),
            Stance::Opposes => Some(Direction::Opposes),
            Stance::Neutral | Stance::Open | Stance::Unclear | Stance::None => None,
        }
    }
}

/// How much of a stance depends on something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conditions {
    Never,
    InPlaces,
    Always,
}

/// Stances without a direction: calling it possible, and saying that one takes no side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Undirected {
    pub open: bool,
    pub neutral: bool,
}

/// What is known of how both directions go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BothWays {
    Plain,
    /// All that has this direction was said later than all that has the other.
    ChangedTo(Direction),
    OnConditions,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    OneWay {
        direction: Direction,
        conditions: Conditions,
        elsewhere: Undirected,
    },
    BothWays(BothWays),
    Undirected(Undirected),
    Unclear,
    /// Speaks of the issue without taking a position.
    Mentions,
    /// Nothing of its own; others say where it stands.
    OthersSay(Stances),
}

/// Which stances occur, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stances(u8);

impl Stances {
    pub fn of(positions: &[&Position]) -> Stances {
        Stances(positions.iter().fold(0, |bits, position| bits | 1 << position.stance as u8))
    }

    /// In the order of the codebook.
    pub fn iter(self) -> impl Iterator<Item = Stance> {
        let all =
            [Stance::Supports, Stance::Opposes, Stance::Neutral, Stance::Open, Stance::Unclear, Stance::None];
        all.into_iter().filter(move |stance| self.has(*stance))
    }

    fn has(self, stance: Stance) -> bool {
        self.0 & 1 << stance as u8 != 0
    }
}

/// The standing that a voice's own evidence gives; `None` where there is none. `in_time` says whether the evidence is
/// of one voice, whose words have an order.
pub fn own_standing(corpus: &Corpus, evidence: &[Evidence], in_time: bool) -> Option<Standing> {
    let positions: Vec<&Position> = evidence.iter().filter_map(|e| e.position(corpus)).collect();
    let stances = Stances::of(&positions);
    let undirected = Undirected { open: stances.has(Stance::Open), neutral: stances.has(Stance::Neutral) };
    let one_way = |direction| Standing::OneWay {
        direction,
        conditions: conditions(&positions, direction),
        elsewhere: undirected,
    };
    Some(match (stances.has(Stance::Supports), stances.has(Stance::Opposes)) {
        (true, true) => Standing::BothWays(both_ways(corpus, evidence, in_time)),
        (true, false) => one_way(Direction::Supports),
        (false, true) => one_way(Direction::Opposes),
        _ if undirected != Undirected::default() => Standing::Undirected(undirected),
        _ if stances.has(Stance::Unclear) => Standing::Unclear,
        _ if stances.has(Stance::None) => Standing::Mentions,
        _ => return None,
    })
}

fn conditions(positions: &[&Position], direction: Direction) -> Conditions {
    let directed = positions.iter().copied().filter(|p| Direction::of(p.stance) == Some(direction));
    let (conditional, plain): (Vec<&Position>, Vec<&Position>) = directed.partition(|p| p.is_conditional());
    match (conditional.is_empty(), plain.is_empty()) {
        (true, _) => Conditions::Never,
        (false, true) => Conditions::Always,
        (false, false) => Conditions::InPlaces,
    }
}

/// A position with a direction, in its time.
struct Step {
    direction: Direction,
    is_conditional: bool,
    days: Option<(Day, Day)>,
}

fn both_ways(corpus: &Corpus, evidence: &[Evidence], in_time: bool) -> BothWays {
    let step = |evidence: &Evidence| {
        let position = evidence.position(corpus)?;
        let days = days(&corpus.statements[evidence.statement]);
        Some(Step {
            direction: Direction::of(position.stance)?,
            is_conditional: position.is_conditional(),
            days,
        })
    };
    let steps: Vec<Step> = evidence.iter().filter_map(step).collect();
    if steps.iter().all(|step| step.is_conditional) {
        return BothWays::OnConditions;
    }
    let later = |direction: Direction| {
        let (later, earlier): (Vec<&Step>, Vec<&Step>) =
            steps.iter().partition(|step| step.direction == direction);
        let last = earlier.iter().map(|step| step.days.map(|(_, last)| last)).max().flatten();
        let first = later.iter().map(|step| step.days.map(|(first, _)| first)).min().flatten();
        last.zip(first).is_some_and(|(last, first)| last < first)
    };
    let is_dated = steps.iter().all(|step| step.days.is_some());
    let directions = [Direction::Supports, Direction::Opposes];
    let changed = directions.into_iter().find(|direction| in_time && is_dated && later(*direction));
    changed.map_or(BothWays::Plain, BothWays::ChangedTo)
}

/// First and last day on which words of a known date may have been said. Undated words have no place in an order.
pub fn days(statement: &Statement) -> Option<(Day, Day)> {
    statement.date.map(|date| (date.first_day(), date.last_day()))
}
