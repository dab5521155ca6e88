//! Pages that are there to read without a program of ours: a statement's small page, and the start of a site.

mod corpora;
mod statement;

pub use corpora::{span, start};
pub use statement::small_statement;
