//! THE ANSWER: pure functions from what is known and what is asked to what the page shows.
//! No Html, no browser, no words of the page's own; the same input always gives the same answer.

mod answers;
mod columns;
mod comparison;
mod directive;
mod filter;
mod passage;
mod search;
mod stance;

pub use answers::{Answers, Derive, comparison_of};
pub use columns::{Code, Columns, KINDS, StanceToken, kind_token};
pub use comparison::{Column, Comparison, Row, RowGroup, Scope, comparison, head_of, one_cell, rung};
pub use directive::directive;
pub use filter::{Answer, Counts, answer, code_of, count};
pub use passage::{Block, Owner, Run, blocks, hits_outside, is_mere_punctuation};
pub use search::{Needle, fold};
pub use stance::{Agreement, Cell, Conditions, Evidence, Presence, Standing, Whose, agreement, evidence_of};
