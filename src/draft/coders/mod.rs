//! Several coders of the same texts: which of their statements are one, where they differ, and how far they agree.
//! Over checked corpora only. It settles nothing, and it gives no figure where fewer than two coders saw a unit.

mod alpha;
mod counterparts;
mod differences;
mod matching;
mod one_file;
mod two_files;
mod value;

pub use alpha::{Alpha, Coincidences, Undefined};
pub use counterparts::{Counterparts, Paired};
pub use differences::{Difference, Disagreement, IssueIds, PositionDisagreement};
pub use matching::Match;
pub use one_file::{OneFile, Readings, coders_of};
pub use two_files::{TwoFiles, compare};
pub use value::{Agreement, Value, Variable};
