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
//! A file is checked where a site is built, and kept as *tables*: what is known, in bytes that need no second check.
//! The page reads tables only; those of a large corpus also come as a head and one part a document. Where somebody has
//! put another file in place of the first, a checker makes its tables in the browser.
//!
//! # The rooms, in reading order
//!
//! - [`corpus`]: what is known. A file is read, checked and turned into tables that cannot be wrong, or
//!   every problem comes back with its place. Imports serde and serde_json.
//! - [`view`]: what is asked. The address is the view: parser and printer side by side, and one pure step
//!   from a view and an action to the next view. Imports `corpus`.
//! - [`query`]: the answer. Which statements match and how many each choice would leave, the text as flat
//!   runs, the cells of the comparison. Pure; imports `corpus` and `view`.
//! - [`ui`]: answers as Html, in the reader's language (`ui::tongue`, with `words/*.po` for translators). One screen or
//!   part a file; every part is a function of a `Scene` and emits a `Wish`. Its own `html!` reads like yew's and makes a
//!   third less program. Imports the rooms above and yew.
//! - `web`: the browser. History, clipboard, storage, keys, and where things stand on the page; owns the one live
//!   view. Only on wasm. Its scripts fetch what there is to fetch, start a program, and say what failed.
//! - `cli`: files and standard output. check, schema, build, serve. Only on native targets.
//!
//! # The programs
//!
//! On wasm, and none larger than what it is for:
//!
//! - `reading` (bin/reading.rs) reads and filters. A first visit to a text loads this one.
//! - `page` (main.rs) is the whole. It takes over from `reading` when somebody opens a statement, compares, goes to
//!   what is about all documents, shares or asks for help, in the same view with the same focus; the single file has
//!   this one only. `ui::Parts` and `web::Whole` hold what it has beside, behind pointers, so that `reading` is linked
//!   without it.
//! - `checker` (bin/checker.rs) makes tables of a file that was swapped. Other visits never load it.
//!
//! On native targets: `standpoint`, the command line, with feature `carry` and the packed page inside; and `pack`, which
//! turns the three programs, the scripts of `web`, the styles and the shell `index.html` into an app folder.
//!
//! # How a page begins
//!
//! 1. Its html holds the text, its statements and the comparison: the first words wait for nothing else. `inline.js`
//!    asks for the program at once, and for the other scripts when the words are painted. Behind the words come the
//!    filters, more style and a small corpus' tables, in a `<template>` each or as data: on a slow network they are there
//!    while the program has not even begun to come.
//! 2. While the program is on its way, `boot.js` puts the filters in their place; what is pressed there, is done when it
//!    comes.
//! 3. The program takes the page over (`ui::Stage::Taken`). Where the address asks `reading` for what stands there, that
//!    is all.
//! 4. Once presses had their turn, it draws what nobody waits for (`ui::Stage::All`): notes, dates, filters out of sight,
//!    what is for paper; and writes the page's canonical address. The whole program does so at once.
//! 5. Then `after.js` comes: it looks whether the corpus' file was swapped, and has the page kept for reading without a
//!    network (`offline.js`, `sw.js`).
//!
//! # What holds everywhere
//!
//! - A room imports earlier rooms only; `tests/architecture.rs` proves it.
//! - Offsets are Unicode code points; bytes are an affair of `corpus::Text` alone.
//! - Source text reaches the page as text nodes only. No `innerHTML`, no inline style, no request to any
//!   other host.
//! - No panic can be reached from input: data is never indexed or unwrapped.
//! - A page is prerendered by the same functions that draw it live, and reads without any script.
//! - Every address inside a site is relative, so one build works at a root, under a path, and on any host.
//! - The only state that a link does not carry is what is pointed at, which panel stands open, and what a
//!   reader set for their own browser.
//!
//! # What is absent on purpose
//!
//! No score or average of stances, and no model that infers them. No server, no record of what is read besides the
//! pages that the reader's own browser keeps for reading without a network. No components beside the one that owns
//! the view, no state that effects keep in step, no script library, no build tool but cargo. No room for other formats
//! until they are needed.

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
