//! Other formats: texts that become documents, and tables that become statements and back.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "convert/tables.rs"]
mod tables;
#[path = "convert/texts.rs"]
mod texts;
