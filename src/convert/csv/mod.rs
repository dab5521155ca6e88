//! A table of statements, one row for each position, as spreadsheets save it: read into a corpus file with [`import`], and
//! written with [`export`]. Words are anchored as `check` demands, exactly or not at all. The table carries what its columns
//! name; what an export leaves out it counts.

mod cells;
mod column;
mod export;
mod import;
mod names;
mod offsets;
mod place;
mod positions;
mod table;

pub use column::Column;
pub use export::{Exported, export};
pub use import::{Imported, Misfit, import};
pub use table::Refusal;

/// Stands between the spans of a statement, and between several conditions.
const BETWEEN_SPANS: &str = " […] ";
/// Stands between names.
const BETWEEN_NAMES: char = ';';
/// A speaker or relay whom the text does not name.
const UNNAMED: &str = "@unnamed";
/// The writer's own voice.
const DOCUMENT: &str = "@document";
