//! What was said: the words, whose they are, who passes them on, and where they stand.

use super::date::PartialDate;
use super::id::{ActorIx, CoderIx, DocumentIx, Id, IssueIx, StatementIx};
use super::text::Span;

#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    pub id: Id,
    pub former_ids: Vec<Id>,
    pub document: DocumentIx,
    /// In reading order, none overlapping, at least one; several are one split quotation.
    pub spans: Vec<StatementSpan>,
    pub kind: Kind,
    pub act: Option<Act>,
    pub speaker: Speaker,
    /// The body for which an officer or organ speaks.
    pub on_behalf_of: Option<ActorIx>,
    /// The whole relay chain, outermost first; it begins with the parent's chain and the parent's speaker.
    pub via: Vec<Relay>,
    pub addressees: Vec<ActorIx>,
    pub occasion: Option<String>,
    pub cue: Option<Span>,
    /// When it was said, where that is known.
    pub date: Option<PartialDate>,
    pub parent: Option<StatementIx>,
    /// What it does to an earlier statement of the same actor or body; never in a circle.
    pub about: Option<About>,
    pub positions: Vec<Position>,
    pub confidence: Option<Confidence>,
    pub note: Option<String>,
    /// The first six hexadecimal digits of SHA-256 over its spans' words, joined by U+001F, as links carry them; `None`
    /// where only the index of a large corpus is known.
    pub wording_checksum: Option<String>,
}

/// One span of a statement, quoted or paraphrased.
#[derive(Debug, Clone, PartialEq)]
pub struct StatementSpan {
    pub span: Span,
    /// Whether these are the speaker's own words.
    pub quoted: bool,
    /// BCP 47 tag where it is not the document's.
    pub lang: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Direct,
    Mixed,
    Indirect,
    Scare,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    Asserts,
    Asks,
    Demands,
    Promises,
    Warns,
    Predicts,
    Proposes,
    Denies,
    Refuses,
    DeclinesToComment,
}

/// What one statement does to an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct About {
    pub statement: StatementIx,
    pub relation: Relation,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    Withdraws,
    Corrects,
    Disowns,
    /// The same words a second time: a pull quote, a press release that is quoted again.
    Repeats,
}

impl Relation {
    /// Whether the earlier statement counts for nothing any more.
    pub fn retracts(self) -> bool {
        self != Relation::Repeats
    }
}

/// Whose words they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Speaker {
    /// One actor, or several who speak jointly; never empty.
    Actors(Vec<ActorIx>),
    /// The writer's own voice.
    Document,
    /// The text leaves it open.
    Unnamed,
}

impl Speaker {
    pub fn actors(&self) -> &[ActorIx] {
        match self {
            Speaker::Actors(actors) => actors,
            Speaker::Document | Speaker::Unnamed => &[],
        }
    }

    /// Each of several actors, or the one voice that is none.
    pub fn voices(&self) -> impl Iterator<Item = Voice> + '_ {
        let other = match self {
            Speaker::Actors(_) => None,
            Speaker::Document => Some(Voice::Text),
            Speaker::Unnamed => Some(Voice::Unnamed),
        };
        self.actors().iter().map(|actor| Voice::Actor(*actor)).chain(other)
    }
}

/// Who may be heard in a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Voice {
    Actor(ActorIx),
    /// Writers in their own voice, each in their own text.
    Text,
    /// Whoever the texts do not name, which may be many.
    Unnamed,
}

impl Voice {
    /// What addresses and files call the voices that are no actors.
    pub const TEXT: &'static str = "~document";
    pub const UNNAMED: &'static str = "~none";

    pub fn actor(self) -> Option<ActorIx> {
        match self {
            Voice::Actor(actor) => Some(actor),
            Voice::Text | Voice::Unnamed => None,
        }
    }
}

/// One step of a relay: who passes the words on. `Speaker::Unnamed` is a bare "reportedly".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relay {
    pub by: Speaker,
    pub cue: Option<Span>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Position {
    pub issue: IssueIx,
    pub stance: Stance,
    /// Others to whom the speaker attributes this position; empty: it is the speaker's own.
    pub holders: Vec<ActorIx>,
    /// The part of the statement that carries it; empty: all of it.
    pub spans: Vec<Span>,
    /// What the stance depends on.
    pub conditions: Vec<LabelledSpan>,
    /// How, where, with whom or how far.
    pub terms: Vec<LabelledSpan>,
    pub hedged: bool,
    pub rationale: Option<String>,
    pub coder: Option<CoderIx>,
    pub confidence: Option<Confidence>,
}

/// Words of the text with a short form for a table cell.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct LabelledSpan {
    pub span: Span,
    pub label: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    Supports,
    Opposes,
    Neutral,
    Open,
    Unclear,
    None,
}

/// How sure a coder is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confidence {
    High,
    Medium,
    Low,
}

impl Position {
    /// Whether it is the speaker's own, not one attributed to somebody else.
    pub fn is_own(&self) -> bool {
        self.holders.is_empty()
    }

    pub fn is_conditional(&self) -> bool {
        !self.conditions.is_empty()
    }
}

impl Statement {
    /// Where its words begin, in code points of its document.
    pub fn start(&self) -> u32 {
        self.spans.first().map_or(0, |words| words.span.start())
    }
}
