//! The dialogs that only the full program has.

pub mod about;
pub mod help;
pub mod settings;
pub mod share;
