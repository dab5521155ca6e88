//! THE ANSWER: pure functions from what is known and what is asked to what the page shows.
//! No Html, no browser, no words of the page's own; the same input always gives the same answer.

mod answers;
mod columns;
mod comparison;
mod context;
mod directive;
mod filter;
mod library;
mod listing;
mod passage;
mod profile;
mod search;
mod stance;

pub use answers::{Answers, Derive, comparison_of, directive_of};
pub use columns::{Code, Columns, KINDS, StanceToken, kind_token};
pub use comparison::{Column, Comparison, Row, RowGroup, Scope, comparison, head_of, one_cell, rung};
pub use context::{around, context};
pub use directive::directive;
pub use filter::{Answer, Counts, answer, count};
pub use library::{Shelved, Shelves, in_time, library};
pub use listing::{Head, Listed, listing};
pub use passage::{Block, Owner, Run, blocks, hits_outside, is_mere_punctuation};
pub use profile::{Camp, Camps, OnIssue, Step, camps, over_time, stands};
pub use search::{Folded, Needle, fold};
pub use stance::{Agreement, Cell, Conditions, Evidence, Presence, Standing, Whose, agreement, evidence_of};
