//! What a cell of the comparison says, in words, and how two of them agree.

use super::tongue::tr;
use super::words::{Sign, sign, stance};
use crate::corpus::IssueKind;
use crate::query::{Agreement, Conditions, StanceToken, Standing};

/// What a cell says, in full.
pub fn standing(standing: Standing, kind: IssueKind) -> Sign {
    let claim = kind == IssueKind::Claim;
    match standing {
        Standing::Supports(Conditions::Never) => stance(StanceToken::Supports, kind),
        Standing::Supports(Conditions::Always) => stance(StanceToken::SupportsIf, kind),
        Standing::Supports(Conditions::InPlaces) if claim => {
            sign("▲", tr("says so, in places with a condition"), "supports-places")
        }
        Standing::Supports(Conditions::InPlaces) => {
            sign("▲", tr("supports, in places with a condition"), "supports-places")
        }
        Standing::Opposes(Conditions::Never) => stance(StanceToken::Opposes, kind),
        Standing::Opposes(Conditions::Always) => stance(StanceToken::OpposesIf, kind),
        Standing::Opposes(Conditions::InPlaces) if claim => {
            sign("▼", tr("denies it, in places with a condition"), "opposes-places")
        }
        Standing::Opposes(Conditions::InPlaces) => {
            sign("▼", tr("opposes, in places with a condition"), "opposes-places")
        }
        Standing::BothWays => sign("◆", tr("both ways"), "both"),
        Standing::Open => stance(StanceToken::Open, kind),
        Standing::Neutral => stance(StanceToken::Neutral, kind),
        Standing::Unclear => stance(StanceToken::Unclear, kind),
        Standing::SaidOf => sign("☞", tr("said of it"), "said"),
        Standing::SpeaksOf => sign("…", tr("speaks of it, takes no position"), "none"),
        Standing::NotOnThis => sign("", tr("quoted, not on this"), "silent"),
        Standing::RelaysOnly => sign("", tr("relays or is addressed only"), "silent"),
        Standing::NotQuoted => sign("", tr("not quoted here"), "silent"),
        Standing::FilteredOut(_) => sign("", tr("filtered out"), "filtered"),
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
