//! The values of facets: what the closed ones have, stances, kinds and acts, in the order in which the page lists them,
//! and the numbers that stand for values.

use crate::corpus::{Act, Kind, Position, Stance};

/// A value of a facet as a dense number: an actor's or issue's position in its table, or one of the
/// numbers after the last actor for the voices that are none.
pub type Code = u32;

/// What a stance is called in an address and in the facet: conditional ones stand apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StanceToken {
    Supports,
    SupportsIf,
    Opposes,
    OpposesIf,
    Neutral,
    Open,
    Unclear,
    None,
}

impl StanceToken {
    pub const ALL: [StanceToken; 8] = [
        StanceToken::Supports,
        StanceToken::SupportsIf,
        StanceToken::Opposes,
        StanceToken::OpposesIf,
        StanceToken::Neutral,
        StanceToken::Open,
        StanceToken::Unclear,
        StanceToken::None,
    ];

    pub fn of(position: &Position) -> StanceToken {
        StanceToken::new(position.stance, position.is_conditional())
    }

    pub fn new(stance: Stance, is_conditional: bool) -> StanceToken {
        match (stance, is_conditional) {
            (Stance::Supports, false) => StanceToken::Supports,
            (Stance::Supports, true) => StanceToken::SupportsIf,
            (Stance::Opposes, false) => StanceToken::Opposes,
            (Stance::Opposes, true) => StanceToken::OpposesIf,
            (Stance::Neutral, _) => StanceToken::Neutral,
            (Stance::Open, _) => StanceToken::Open,
            (Stance::Unclear, _) => StanceToken::Unclear,
            (Stance::None, _) => StanceToken::None,
        }
    }

    pub fn stance(self) -> Stance {
        match self {
            StanceToken::Supports | StanceToken::SupportsIf => Stance::Supports,
            StanceToken::Opposes | StanceToken::OpposesIf => Stance::Opposes,
            StanceToken::Neutral => Stance::Neutral,
            StanceToken::Open => Stance::Open,
            StanceToken::Unclear => Stance::Unclear,
            StanceToken::None => Stance::None,
        }
    }

    pub fn code(self) -> Code {
        self as Code
    }

    pub fn as_str(self) -> &'static str {
        match self {
            StanceToken::Supports => "supports",
            StanceToken::SupportsIf => "supports-if",
            StanceToken::Opposes => "opposes",
            StanceToken::OpposesIf => "opposes-if",
            StanceToken::Neutral => "neutral",
            StanceToken::Open => "open",
            StanceToken::Unclear => "unclear",
            StanceToken::None => "none",
        }
    }
}

/// The kinds in the order in which the page lists them.
pub const KINDS: [Kind; 4] = [Kind::Direct, Kind::Mixed, Kind::Indirect, Kind::Scare];

/// The acts in the order in which the page lists them.
pub const ACTS: [Act; 10] = [
    Act::Asserts,
    Act::Asks,
    Act::Demands,
    Act::Promises,
    Act::Warns,
    Act::Predicts,
    Act::Proposes,
    Act::Denies,
    Act::Refuses,
    Act::DeclinesToComment,
];

pub fn kind_token(kind: Kind) -> &'static str {
    match kind {
        Kind::Direct => "direct",
        Kind::Mixed => "mixed",
        Kind::Indirect => "indirect",
        Kind::Scare => "scare",
    }
}
