//! What a cell of the comparison says, in words, and how two of them agree.

use crate::corpus::IssueKind;
use crate::query::{Agreement, CellState, Conditions, StanceToken};
use crate::ui::i18n::tr;
use crate::ui::labels::{Sign, sign, stance};

/// What a cell says, in full.
pub fn standing(standing: CellState, kind: IssueKind) -> Sign {
    let claim = kind == IssueKind::Claim;
    match standing {
        CellState::Supports(Conditions::Never) => stance(StanceToken::Supports, kind),
        CellState::Supports(Conditions::Always) => stance(StanceToken::SupportsIf, kind),
        CellState::Supports(Conditions::InPlaces) if claim => {
            sign("▲", tr("says so, in places with a condition"), "supports-places")
        }
        CellState::Supports(Conditions::InPlaces) => {
            sign("▲", tr("supports, in places with a condition"), "supports-places")
        }
        CellState::Opposes(Conditions::Never) => stance(StanceToken::Opposes, kind),
        CellState::Opposes(Conditions::Always) => stance(StanceToken::OpposesIf, kind),
        CellState::Opposes(Conditions::InPlaces) if claim => {
            sign("▼", tr("denies it, in places with a condition"), "opposes-places")
        }
        CellState::Opposes(Conditions::InPlaces) => {
            sign("▼", tr("opposes, in places with a condition"), "opposes-places")
        }
        CellState::BothWays => sign("◆", tr("both ways"), "both"),
        CellState::Open => stance(StanceToken::Open, kind),
        CellState::Neutral => stance(StanceToken::Neutral, kind),
        CellState::Unclear => stance(StanceToken::Unclear, kind),
        CellState::SaidOf => sign("☞", tr("said of it"), "said"),
        CellState::SpeaksOf => sign("…", tr("speaks of it, takes no position"), "none"),
        CellState::NotOnThis => sign("", tr("quoted, not on this"), "silent"),
        CellState::RelaysOnly => sign("", tr("relays or is addressed only"), "silent"),
        CellState::NotQuoted => sign("", tr("not quoted here"), "silent"),
        CellState::FilteredOut(_) => sign("", tr("filtered out"), "filtered"),
    }
}

pub fn agreement(agreement: Agreement) -> &'static str {
    match agreement {
        Agreement::Same => tr("same"),
        Agreement::SameUnderConditions => tr("same way, not on the same conditions"),
        Agreement::Different => tr("different"),
        Agreement::Within => tr("one or both differ within themselves"),
        Agreement::NoEvidence => tr("no evidence"),
    }
}
