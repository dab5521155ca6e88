//! THE ANSWER: pure functions from what is known and what is asked to what the page shows.
//! No Html, no browser, no words of the page's own; the same input always gives the same answer.

mod agreement;
mod cell;
mod columns;
mod comparison;
mod derived;
mod documents;
mod evidence;
mod filter;
mod fold;
mod found;
mod lists;
mod profile;
mod search;
mod standing;
mod statements;
mod surrounding;
mod text_fragment;
mod text_runs;
mod tokens;

pub use agreement::{Agreement, OnConditions, agreement};
pub use cell::{Cell, CellState, Condition, Presence, Reading, Turn};
pub use columns::Columns;
pub use comparison::{
    Column, Comparison, Heard, Row, RowGroup, Scope, comparison, head_of, highlighted_stances, one_cell,
};
pub use derived::{Derived, Found, OnDemand, comparison_of, text_fragment_of};
pub use documents::{DocumentList, DocumentRow, documents, in_time};
pub use evidence::{
    Attribution, Evidence, EvidenceKind, Provenance, evidence_of, mere_relays, provenance, tellers,
};
pub use filter::{Answer, Counts, answer, count};
pub use fold::fold;
pub use found::{hits_in_document, statements_with};
pub use profile::{IssueProfile, OnIssue, StanceGroup, issue_profile, stands};
pub use search::{Folded, Hit, Needle};
pub use standing::{BothWays, Conditions, Direction, Stances, Standing, Undirected};
pub use statements::{Heading, StatementRow, statements};
pub use surrounding::{around, surroundings};
pub use text_fragment::text_fragment;
pub use text_runs::{Block, RunHit, RunStatement, TextRun, hits_outside, is_mere_punctuation, text_blocks};
pub use tokens::{ACTS, Code, KINDS, StanceToken, kind_token};
