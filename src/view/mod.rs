//! WHAT IS ASKED: all of the view that a link carries. A [`View`] comes from an address and goes back into
//! one; an [`Action`] leads from one view to the next. Nothing here knows the answer or the browser.

mod action;
mod filter;
mod notice;
mod percent;
mod resolve;
mod url;

pub use action::{Action, History};
pub use filter::{Applied, Choice, Facet, Filter};
pub use notice::Notice;
pub use url::{Address, MAX_LINK, is_known_key};

/// Everything a link says. Ids are strings as written: a link may name what a corpus does not have.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct View {
    pub corpus: Option<String>,
    pub document: Option<String>,
    pub open: Option<Opened>,
    pub screen: Screen,
    pub filter: Filter,
    /// A compact page inside another one.
    pub embed: bool,
    /// Keys and values that this version does not know; kept until the reader's next change. Sorted.
    pub unknown: Vec<(String, String)>,
}

/// The open statement, with the sum of its wording when the link was made: the first six hex digits of
/// SHA-256 over its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    pub id: String,
    pub sum: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Screen {
    #[default]
    Read,
    Compare(Compare),
}

/// What is asked of the comparison.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Compare {
    pub focus: Focus,
    /// The open cell: an actor and an issue.
    pub cell: Option<(String, String)>,
    /// Only the document at hand counts, not the whole corpus.
    pub here: bool,
    pub by: Rows,
    pub sort: Order,
}

/// What of the comparison is on screen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Focus {
    #[default]
    All,
    /// Two actors side by side, in this order.
    Pair(String, String),
    /// The one issue that a narrow screen shows.
    Column(String),
    /// The one actor that a narrow screen shows.
    Row(String),
}

/// How the rows stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rows {
    #[default]
    Group,
    Flat,
}

/// How the rows are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    #[default]
    Name,
    Statements,
    /// As the corpus lists its actors.
    Listed,
}

impl View {
    /// A view that needs a shorter link: where more than half of a facet's `known` values are included, it
    /// leaves out the others instead. `None` when nothing is gained.
    pub fn complement(&self, known: impl Fn(Facet) -> Vec<String>) -> Option<View> {
        let mut shorter = self.clone();
        for facet in [Facet::Who, Facet::Issue, Facet::Via] {
            let known = known(facet);
            let choice = self.filter.choice(facet);
            if choice.included().count() * 2 <= known.len() {
                continue;
            }
            let mut complement = Choice::default();
            choice.excluded().for_each(|value| complement.exclude(value));
            known.iter().filter(|value| !choice.includes(value)).for_each(|value| complement.exclude(value));
            *shorter.filter.choice_mut(facet) = complement;
        }
        (shorter.fragment().len() < self.fragment().len()).then_some(shorter)
    }
}
