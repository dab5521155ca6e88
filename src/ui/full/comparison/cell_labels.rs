//! What a cell of the comparison says, in words, and how two of them agree.

use crate::corpus::{IssueKind, Relation, Stance};
use crate::query::{
    Agreement, BothWays, CellState, Conditions, Direction, OnConditions, StanceToken, Standing, Undirected,
};
use crate::ui::i18n::{number, tr, tr_format};
use crate::ui::labels::{self, Sign, sign, stance};

/// What a cell says, in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellSign {
    pub glyph: &'static str,
    pub word: String,
    /// Names the colour and pattern in the style sheet.
    pub tone: &'static str,
}

impl From<Sign> for CellSign {
    fn from(sign: Sign) -> CellSign {
        CellSign { glyph: sign.glyph, word: sign.word.to_owned(), tone: sign.tone }
    }
}

pub fn state(state: CellState, kind: IssueKind) -> CellSign {
    let silent = |word: &'static str| sign("", word, "silent").into();
    match state {
        CellState::Stands(standing) => self::standing(standing, kind),
        CellState::CodersDiffer => sign("≠", tr("coders differ"), "unclear").into(),
        CellState::Retracted(relation) => sign("", retracted(relation), "none").into(),
        CellState::NotOnThis => silent(tr("heard here, not on this")),
        CellState::RelaysOnly => silent(tr("only relays, is addressed or spoken of")),
        CellState::NotHeard => silent(tr("not heard here")),
        CellState::FilteredOut(0) => sign("", tr("filtered out"), "filtered").into(),
        CellState::FilteredOut(n) => {
            let word = tr_format!("filtered out ({n})", n = number(n));
            CellSign { glyph: "", word, tone: "filtered" }
        }
    }
}

/// What became of words that count for nothing any more.
pub fn retracted(relation: Relation) -> &'static str {
    match relation {
        Relation::Corrects => tr("corrected since"),
        Relation::Disowns => tr("disowned since"),
        Relation::Withdraws | Relation::Repeats => tr("withdrawn since"),
    }
}

pub fn standing(standing: Standing, kind: IssueKind) -> CellSign {
    let claim = kind == IssueKind::Claim;
    match standing {
        Standing::OneWay { direction, conditions, elsewhere } => {
            let sign = one_way(direction, conditions, kind);
            let word = match undirected(elsewhere, kind) {
                Some(other) => tr_format!("{stance}, elsewhere {other}", stance = sign.word, other = other),
                None => sign.word.to_owned(),
            };
            CellSign { word, ..sign.into() }
        }
        Standing::BothWays(both) => sign("◆", both_ways(both, claim), "both").into(),
        Standing::Undirected(Undirected { open: true, neutral: true }) => {
            let (open, neutral) = (stance(StanceToken::Open, kind), stance(StanceToken::Neutral, kind));
            let word = tr_format!("{stance}, elsewhere {other}", stance = open.word, other = neutral.word);
            CellSign { word, ..open.into() }
        }
        Standing::Undirected(Undirected { open: true, .. }) => stance(StanceToken::Open, kind).into(),
        Standing::Undirected(_) => stance(StanceToken::Neutral, kind).into(),
        Standing::Unclear => stance(StanceToken::Unclear, kind).into(),
        Standing::Mentions => sign("…", tr("mentions it, no position"), "none").into(),
        Standing::OthersSay(_) => sign("☞", tr("others say"), "said").into(),
    }
}

fn one_way(direction: Direction, conditions: Conditions, kind: IssueKind) -> Sign {
    let claim = kind == IssueKind::Claim;
    match (direction, conditions) {
        (Direction::Supports, Conditions::Never) => stance(StanceToken::Supports, kind),
        (Direction::Supports, Conditions::Always) => stance(StanceToken::SupportsIf, kind),
        (Direction::Supports, Conditions::InPlaces) if claim => {
            sign("▲", tr("says so, in places with a condition"), "supports-places")
        }
        (Direction::Supports, Conditions::InPlaces) => {
            sign("▲", tr("supports, in places with a condition"), "supports-places")
        }
        (Direction::Opposes, Conditions::Never) => stance(StanceToken::Opposes, kind),
        (Direction::Opposes, Conditions::Always) => stance(StanceToken::OpposesIf, kind),
        (Direction::Opposes, Conditions::InPlaces) if claim => {
            sign("▼", tr("denies it, in places with a condition"), "opposes-places")
        }
        (Direction::Opposes, Conditions::InPlaces) => {
            sign("▼", tr("opposes, in places with a condition"), "opposes-places")
        }
    }
}

fn undirected(elsewhere: Undirected, kind: IssueKind) -> Option<String> {
    let open = elsewhere.open.then(|| stance(StanceToken::Open, kind).word.to_owned());
    let neutral = elsewhere.neutral.then(|| stance(StanceToken::Neutral, kind).word.to_owned());
    let both: Vec<String> = open.into_iter().chain(neutral).collect();
    (!both.is_empty()).then(|| labels::enumeration(&both))
}

fn both_ways(both: BothWays, claim: bool) -> &'static str {
    match both {
        BothWays::Plain if claim => tr("says so and denies it"),
        BothWays::Plain => tr("supports and opposes"),
        BothWays::ChangedTo(Direction::Supports) if claim => tr("changed: denies it, later says so"),
        BothWays::ChangedTo(Direction::Supports) => tr("changed: opposes, later supports"),
        BothWays::ChangedTo(Direction::Opposes) if claim => tr("changed: says so, later denies it"),
        BothWays::ChangedTo(Direction::Opposes) => tr("changed: supports, later opposes"),
        BothWays::OnConditions => tr("depends on conditions"),
    }
}

/// What others say that a voice's stance is.
pub fn said_of(said: Stance, kind: IssueKind) -> Sign {
    match said {
        Stance::Supports => stance(StanceToken::Supports, kind),
        Stance::Opposes => stance(StanceToken::Opposes, kind),
        Stance::Neutral => stance(StanceToken::Neutral, kind),
        Stance::Open => stance(StanceToken::Open, kind),
        Stance::Unclear => stance(StanceToken::Unclear, kind),
        Stance::None => sign("…", tr("no position"), "none"),
    }
}

pub fn agreement(agreement: Agreement) -> &'static str {
    match agreement {
        Agreement::Same => tr("same"),
        Agreement::SameDirection(OnConditions::Each) => tr("same direction, each on its own conditions"),
        Agreement::SameDirection(OnConditions::Same) => tr("same direction, on the same condition"),
        Agreement::SameDirection(OnConditions::One) => tr("same direction, with a condition on one side"),
        Agreement::Different => tr("different"),
        Agreement::NoSingleAnswer => tr("no single answer on at least one side"),
        Agreement::Unclear => tr("unclear on at least one side"),
        Agreement::NothingToCompare => {
            tr("nothing to compare: at least one side takes no position of its own here")
        }
    }
}
