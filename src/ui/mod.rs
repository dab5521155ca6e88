//! ANSWERS → HTML: one screen or part a file. Parts take a [`Scene`] and emit a [`Wish`]; they filter
//! nothing and call nothing of the browser but their own elements.

mod actor_page;
mod article;
mod card;
mod cell;
pub mod cite;
mod class;
mod compare;
mod csv;
mod dialog;
mod embed;
mod evidence;
mod facets;
mod fault;
mod header;
mod help;
mod html;
mod issue_page;
mod library;
mod link;
mod listing;
mod marks;
mod method;
mod narrow;
mod neighbours;
mod notices;
mod page;
mod pair;
mod parts;
mod read;
mod scene;
mod share;
mod small;
mod status;
mod still;
mod title;
pub mod tongue;
pub mod words;

pub use help::{Shortcut, shortcut};
pub use notices::notice;
pub use page::page;
pub use parts::{Parts, WHOLE};
pub use scene::{Given, Known, Panel, Preferences, Scene, Site, TextSize, Theme, Wish};
pub use small::small_statement;
pub use status::next;
pub use title::title;
