//! The page's own words: short, plain, and the same everywhere. Nothing here is the source's.

use crate::corpus::{
    Act, ActorIx, Confidence, Corpus, IssueKind, Kind, PartialDate, Said, Speaker, Statement, StatementIx,
};
use crate::query::{Agreement, Conditions, StanceToken, Standing};

/// A stance as a glyph and a word; never the one without the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sign {
    pub glyph: &'static str,
    pub word: &'static str,
    /// Names the colour and pattern in the style sheet.
    pub tone: &'static str,
}

const fn sign(glyph: &'static str, word: &'static str, tone: &'static str) -> Sign {
    Sign { glyph, word, tone }
}

/// A stance on an issue: a policy is supported or opposed, a claim made or denied.
pub fn stance(token: StanceToken, kind: IssueKind) -> Sign {
    let claim = kind == IssueKind::Claim;
    match token {
        StanceToken::Supports if claim => sign("▲", "says so", "supports"),
        StanceToken::Supports => sign("▲", "supports", "supports"),
        StanceToken::SupportsIf if claim => sign("△", "says so, if", "supports-if"),
        StanceToken::SupportsIf => sign("△", "supports, if", "supports-if"),
        StanceToken::Opposes if claim => sign("▼", "denies it", "opposes"),
        StanceToken::Opposes => sign("▼", "opposes", "opposes"),
        StanceToken::OpposesIf if claim => sign("▽", "denies it, if", "opposes-if"),
        StanceToken::OpposesIf => sign("▽", "opposes, if", "opposes-if"),
        StanceToken::Neutral => sign("○", "takes no side", "neutral"),
        StanceToken::Open => sign("◇", "open", "open"),
        StanceToken::Unclear => sign("?", "unclear", "unclear"),
        StanceToken::None => sign("…", "takes no position", "none"),
    }
}

/// A stance where it may be of a policy or of a claim.
pub fn stance_choice(token: StanceToken) -> Sign {
    let word = match token {
        StanceToken::Supports => "supports, says so",
        StanceToken::SupportsIf => "supports, with a condition",
        StanceToken::Opposes => "opposes, denies it",
        StanceToken::OpposesIf => "opposes, with a condition",
        _ => stance(token, IssueKind::Policy).word,
    };
    Sign { word, ..stance(token, IssueKind::Policy) }
}

/// The same where it stands alone: in a chip, in a sentence.
pub fn stance_chip(token: StanceToken) -> &'static str {
    match token {
        StanceToken::Supports => "supports or says so",
        StanceToken::SupportsIf => "supports or says so, with a condition",
        StanceToken::Opposes => "opposes or denies it",
        StanceToken::OpposesIf => "opposes or denies it, with a condition",
        _ => stance(token, IssueKind::Policy).word,
    }
}

/// What a cell says, in full.
pub fn standing(standing: Standing, kind: IssueKind) -> Sign {
    let claim = kind == IssueKind::Claim;
    match standing {
        Standing::Supports(Conditions::Never) => stance(StanceToken::Supports, kind),
        Standing::Supports(Conditions::Always) => stance(StanceToken::SupportsIf, kind),
        Standing::Supports(Conditions::InPlaces) if claim => {
            sign("▲", "says so, in places with a condition", "supports-places")
        }
        Standing::Supports(Conditions::InPlaces) => {
            sign("▲", "supports, in places with a condition", "supports-places")
        }
        Standing::Opposes(Conditions::Never) => stance(StanceToken::Opposes, kind),
        Standing::Opposes(Conditions::Always) => stance(StanceToken::OpposesIf, kind),
        Standing::Opposes(Conditions::InPlaces) if claim => {
            sign("▼", "denies it, in places with a condition", "opposes-places")
        }
        Standing::Opposes(Conditions::InPlaces) => {
            sign("▼", "opposes, in places with a condition", "opposes-places")
        }
        Standing::BothWays => sign("◆", "both ways", "both"),
        Standing::Open => stance(StanceToken::Open, kind),
        Standing::Neutral => stance(StanceToken::Neutral, kind),
        Standing::Unclear => stance(StanceToken::Unclear, kind),
        Standing::SaidOf => sign("☞", "said of it", "said"),
        Standing::SpeaksOf => sign("…", "speaks of it, takes no position", "none"),
        Standing::NotOnThis => sign("", "quoted, not on this", "silent"),
        Standing::RelaysOnly => sign("", "relays or is addressed only", "silent"),
        Standing::NotQuoted => sign("", "not quoted here", "silent"),
        Standing::FilteredOut(_) => sign("", "filtered out", "filtered"),
    }
}

pub fn agreement(agreement: Agreement) -> &'static str {
    match agreement {
        Agreement::Same => "same",
        Agreement::SameUnderConditions => "same way, not on the same conditions",
        Agreement::Different => "different",
        Agreement::Within => "one or both differ within themselves",
        Agreement::NoEvidence => "no evidence",
    }
}

/// How the words are given, as the facet and the card say it.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Direct => "word for word",
        Kind::Mixed => "part quoted",
        Kind::Indirect => "in paraphrase",
        Kind::Scare => "scare quotes",
    }
}

/// What the speaker did, for the last step of a relay chain.
pub fn act(act: Option<Act>) -> &'static str {
    match act {
        None => "said",
        Some(Act::Asserts) => "asserted",
        Some(Act::Asks) => "asked",
        Some(Act::Demands) => "demanded",
        Some(Act::Promises) => "promised",
        Some(Act::Warns) => "warned",
        Some(Act::Predicts) => "predicted",
        Some(Act::Proposes) => "proposed",
        Some(Act::Denies) => "denied",
        Some(Act::Refuses) => "refused",
        Some(Act::DeclinesToComment) => "declined to comment",
    }
}

pub fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "high",
        Confidence::Medium => "medium",
        Confidence::Low => "low",
    }
}

/// "16 December 2021", "December 2021" or "2021".
pub fn date(date: PartialDate) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = date.month().and_then(|m| MONTHS.get(m as usize - 1));
    match (date.day(), month) {
        (Some(day), Some(month)) => format!("{day} {month} {}", date.year()),
        (None, Some(month)) => format!("{month} {}", date.year()),
        _ => date.year().to_string(),
    }
}

pub fn said(said: Said) -> String {
    match said {
        Said::On(day) => date(day),
        Said::By(day) => format!("by {}", date(day)),
    }
}

/// Who spoke, in one line: "A and B, jointly", or why there is no name.
pub fn speaker(corpus: &Corpus, speaker: &Speaker) -> String {
    match speaker {
        Speaker::Document => "The writer".to_owned(),
        Speaker::Nobody => "No named speaker".to_owned(),
        Speaker::Actors(actors) => {
            let joint = if actors.len() > 1 { ", jointly" } else { "" };
            list(&names(corpus, actors)) + joint
        }
    }
}

/// The role a speaker had when it was said: "President of Ukraine".
pub fn role(corpus: &Corpus, actor: ActorIx, date: PartialDate) -> Option<String> {
    let roles: Vec<String> = corpus
        .roles_on(actor, date)
        .into_iter()
        .map(|role| match role.of {
            Some(of) => format!("{} of {}", role.title, corpus.actors[of].name),
            None => role.title.clone(),
        })
        .collect();
    (!roles.is_empty()).then(|| roles.join(", "))
}

pub fn names(corpus: &Corpus, actors: &[ActorIx]) -> Vec<String> {
    actors.iter().map(|actor| corpus.actors[*actor].name.clone()).collect()
}

/// "A", "A and B", "A, B and C".
pub fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

pub fn statements(n: usize) -> String {
    count(n, "statement", "statements")
}

/// The number of a statement among its document's, from 1.
pub fn number(corpus: &Corpus, statement: StatementIx) -> usize {
    let document = corpus.statements[statement].document;
    let first = corpus.statements.iter().find(|(_, s)| s.document == document).map(|(ix, _)| ix);
    first.map_or(1, |first| crate::corpus::Key::position(statement) - crate::corpus::Key::position(first) + 1)
}

/// A statement in one breath: who, how, and where they stand.
pub fn summary(corpus: &Corpus, statement: &Statement) -> String {
    let mut parts = vec![speaker(corpus, &statement.speaker), kind(statement.kind).to_owned()];
    for position in &statement.positions {
        let issue = &corpus.issues[position.issue];
        let word = stance(StanceToken::of(position), issue.kind).word;
        parts.push(if position.is_own() {
            format!("{word}: {}", issue.label)
        } else {
            format!("says of {}: {word}: {}", list(&names(corpus, &position.holder)), issue.label)
        });
    }
    parts.join(", ")
}
