//! ANSWERS → HTML: one screen or part a file. Parts take a [`Context`] and emit a [`Command`]; they filter
//! nothing and call nothing of the browser but their own elements.

mod class;
pub mod coding;
mod context;
mod date_filter;
mod dialog;
mod document_title;
mod filters;
pub mod full;
mod header;
mod html;
pub mod i18n;
pub mod labels;
mod layout;
mod links;
mod list_search;
mod prerender;
mod reader;
mod search_field;
pub mod shortcuts;
mod source_text;
pub mod standalone;
mod status_bar;
mod unseen;

pub use context::{
    Command, Context, ContextData, Dialog, Features, LoadedCorpus, Phase, Settings, Site, TextSize, Theme,
};
/// What a method calls the rules by which statements were coded; a site has them beside its corpora.
pub const CODEBOOK: &str = "CODEBOOK.md";

pub use document_title::title;
pub use layout::page;
pub use status_bar::next;
pub use unseen::spelled;
