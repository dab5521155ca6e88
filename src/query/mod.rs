//! THE ANSWER: pure functions from what is known and what is asked to what the page shows.
//! No Html, no browser, no words of the page's own; the same input always gives the same answer.

mod columns;
mod comparison;
mod derived;
mod documents;
mod filter;
mod profile;
mod search;
mod stance;
mod statements;
mod surrounding;
mod text_fragment;
mod text_runs;

pub use columns::{ACTS, Code, Columns, KINDS, StanceToken, kind_token};
pub use comparison::{
    Column, Comparison, Row, RowGroup, Scope, comparison, head_of, highlighted_stances, one_cell,
};
pub use derived::{Derived, OnDemand, comparison_of, text_fragment_of};
pub use documents::{DocumentList, DocumentRow, documents, in_time};
pub use filter::{Answer, Counts, answer, count};
pub use profile::{IssueProfile, OnIssue, StanceGroup, TimelineStep, camps, stands, timeline};
pub use search::{Folded, Needle, fold};
pub use stance::{
    Agreement, Attribution, Cell, CellState, Conditions, Evidence, Presence, agreement, evidence_of,
};
pub use statements::{Heading, StatementRow, statements};
pub use surrounding::{around, surroundings};
pub use text_fragment::text_fragment;
pub use text_runs::{Block, RunStatement, TextRun, hits_outside, is_mere_punctuation, text_blocks};
