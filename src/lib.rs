//! Standpoint shows who said what, and where they stand.
//!
//! # The way of the data
//!
//! ```text
//! bytes → corpus (checked, immutable) → route (what is asked) → query (pure answers) → ui (Html) → DOM
//!                                         ↑                                                         │
//!                                         └─────────── one Action → the next Route ←────────────────┘
//! ```
//!
//! An author's JSON file is validated where a site is built, and written in a binary form that the page reads without a
//! second check. The binary form of a large corpus is an index and one shard per document. If the JSON file on a site is
//! replaced after the build, a validator reads the new one in the browser.
//!
//! # The rooms, in reading order
//!
//! A room is a module at the top level.
//!
//! - [`corpus`]: WHAT IS KNOWN. `json/` reads and validates an author's file: out comes a corpus that cannot be wrong,
//!   or every problem with its place; it writes such a file, too. `binary/` is the form that a page reads. Imports serde
//!   and serde_json.
//! - [`draft`]: WHAT IS BEING MADE. The corpus file as it is written, under edit: every change is a value, an `Edit`, that
//!   is done and undone, and what is selected becomes words of a statement. `coders/` holds two coders' readings of the
//!   same texts side by side and says how far they agree; `suggestions/` finds quotations and their speakers by rules,
//!   for a person to take or leave. Imports `corpus`.
//! - [`route`]: WHAT IS ASKED. The address is the route: parser and printer side by side (`url/`), and one pure step
//!   from a route and an action to the next route. Imports `corpus`.
//! - [`query`]: THE ANSWER. Which statements match and how many each choice would leave, the text as flat runs, the
//!   cells of the comparison. Pure; imports `corpus` and `route`.
//! - [`convert`]: OTHER FORMATS. Bytes of a text, of Word's files, of a table or of a project of the Discourse Network
//!   Analyzer (`dna/`) become a corpus file as it is written, and a corpus becomes such files; what does not fit is
//!   listed. Pure; imports `corpus` and `draft`, serde, csv, and natively quick-xml and zip.
//! - [`ui`]: ANSWERS → HTML, in the reader's language (`i18n/`, with `locales/*.po` for translators). One file per
//!   screen or part; every part is a function of a `Context`. What a press should do is a value, a `Command`; the command
//!   `Navigate` carries an `Action`. `reader/` is the text with its notes, `full/` what only the full program has,
//!   `standalone/` pages without a program, `coding/` the page on which a corpus is made: alone it imports `draft` and
//!   `convert`. Imports the rooms above, yew and web-sys.
//! - `web`: THE BROWSER. Carries out commands: history, clipboard, storage, keys, layout; owns the one live route. Only
//!   on wasm. `coding/` keeps drafts, and hears of files, selections and keys on the coding page. Its `scripts/` load a
//!   program and say what failed.
//! - `cli`: FILES AND STANDARD OUTPUT. check, new, import, export, agreement, suggest, schema, synth, build (`site/`),
//!   serve, which draws a page of a site under work when it is asked for. Only on native targets.
//!
//! # The tiers, and the programs
//!
//! What a page is made of comes in three tiers, with one word each in folders, programs, assets, attributes and events:
//!
//! | | critical | initial | full |
//! |---|---|---|---|
//! | what | stands in the html: text, first style | comes behind the first words: reads and filters | comes when asked for: compares, cites, shares |
//! | styles | `styles/critical/` | `styles/initial/` | `styles/full/` |
//! | program | none | `bin/initial.rs` | `bin/full.rs` |
//! | Rust | `standalone/`, and all that the native `ui` prerenders | `ui/` without `full/` | `ui/full/`, `web/full.rs` |
//! | scripts | `head.js`, `embed.js` | `loader.js`, `deferred.js` | `loader.js` on `standpoint:load-full` |
//!
//! The initial program is linked without `ui/full/`. The rest of `ui` reaches it through the trait `ui::Features` only,
//! which the full program implements. When somebody opens a statement, compares, lists, shares or asks for help, the
//! full program takes the place of the initial one, in the same route with the same focus. A site that is built as one
//! html file has the full program only. `bin/validator.rs` reads a replaced corpus file; other visits never load it.
//!
//! The coding page (`code/` on a site) has a program of its own, `bin/coding.rs`, started by `coding_site.js`, and
//! `bin/converter.rs` for tables and projects of other programs, loaded when one is opened. It shows
//! a draft in the reader by handing its tables to the page `code/read/`, on which `source_draft.js` starts the full
//! program.
//!
//! Two programs are native. `standpoint` is the command line; with the feature `carry` the packed page is inside it.
//! `pack` turns programs, scripts, styles and the shell `index.html` into an app folder.
//!
//! # How a page begins
//!
//! 1. The html arrives, with the text, its statements and, behind them, filters, initial style and a small corpus.
//! 2. First paint: `head.js` has set theme and screen, and asked for the program that the address needs.
//!    Inside another page `embed.js` shows the statement that is asked for, alone, until the program comes.
//! 3. `loader.js` moves the filters out of their template, fetches the program, and remembers what is pressed meanwhile.
//! 4. The program hydrates the page (`Phase::Hydrated`) and does what was pressed.
//! 5. When idle it draws what is out of sight or for paper (`Phase::Complete`). Then `deferred.js` checks whether the
//!    corpus file was replaced, and registers the service worker.
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
//! - The only state that a link does not carry is what is pointed at, which dialog stands open, which text was read
//!   last, how a list of filters is folded and looked through, and what a reader set for their own browser.
//!
//! # What is absent on purpose
//!
//! No score or average of stances, and no model that infers them. No server, no record of what is read besides the
//! pages that the reader's own browser keeps for reading without a network. No components beside the one that owns
//! the view, no derived state that effects synchronise, no script library, no build tool but cargo.

// Elements are written in a macro that reads one token at a time.
#![recursion_limit = "1024"]

pub mod convert;
pub mod corpus;
pub mod draft;
pub mod query;
pub mod route;
pub mod ui;

#[cfg(target_arch = "wasm32")]
pub mod web;

#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
