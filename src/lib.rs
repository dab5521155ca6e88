//! Standpoint shows who said what, and where they stand.
//!
//! # The way of the data
//!
//! ```text
//! bytes → corpus (checked, immutable) → view (what is asked) → query (pure answers) → ui (Html) → DOM
//!                                         ↑                                                        │
//!                                         └──────────── one Action → the next View ←───────────────┘
//! ```
//!
//! # The rooms, in reading order
//!
//! - [`corpus`]: what is known. A file is read, checked and turned into tables that cannot be wrong, or
//!   every problem comes back with its place. Imports serde and serde_json.
//! - [`view`]: what is asked. The address is the view: parser and printer side by side, and one pure step
//!   from a view and an action to the next view. Imports `corpus`.
//! - [`query`]: the answer. Which statements match and how many each choice would leave, the text as flat
//!   runs, the cells of the comparison. Pure; imports `corpus` and `view`.
//! - [`ui`]: answers as Html. One screen or part a file; parts take a `Scene` and emit a `Wish`. Imports the
//!   rooms above and yew.
//! - `web`: the browser. History, clipboard, storage, keys, and where things stand on the page; owns the one live
//!   view. Only on wasm.
//! - `cli`: files and standard output. check, schema, build, serve. Only on native targets.
//!
//! # What holds everywhere
//!
//! - A room imports earlier rooms only; `tests/architecture.rs` proves it.
//! - Offsets are Unicode code points; bytes are an affair of `corpus::Text` alone.
//! - Source text reaches the page as text nodes only. No `innerHTML`, no inline style, no request to any
//!   other host.
//! - No panic can be reached from input: data is never indexed or unwrapped.
//! - The only state that a link does not carry is what is pointed at, which panel stands open, and what a
//!   reader set for their own browser.
//!
//! # What is absent on purpose
//!
//! No score or average of stances, no model that infers them, no server, no storage of what is read, no
//! language switch yet, and no room for other formats until they are needed.

// Elements are written in a macro that reads one token at a time.
#![recursion_limit = "1024"]

pub mod corpus;
pub mod query;
pub mod ui;
pub mod view;

#[cfg(target_arch = "wasm32")]
pub mod web;

#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
