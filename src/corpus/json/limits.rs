//! How large a corpus may be. Each limit has its own sentence in [`super::Problem`].

pub const FILE: usize = 256 << 20;
pub const STATEMENTS: usize = 1_000_000;
/// Actors, issues, documents and coders, each.
pub const ROWS: usize = 100_000;
/// Bytes of a name, label, title, cue.
pub const SHORT: usize = 4 << 10;
/// Bytes of a note, method, rationale, proposition, quotation.
pub const LONG: usize = 64 << 10;
/// Bytes of a document's text.
pub const TEXT: usize = 16 << 20;
/// Statements inside statements.
pub const NESTED: usize = 16;
/// Brackets inside brackets; no key of the format needs more than seven.
pub const DEPTH: usize = 100;
/// Bytes of documents that are read to show what is near to words that are in none.
pub const NEAREST: usize = 64 << 20;
/// Bytes of such words that are compared.
pub const NEAREST_WORDS: usize = 240;
/// Places at which such words are compared letter by letter.
pub const NEAREST_PLACES: usize = 100;

/// Problems that are told one by one, and warnings; how many there are beyond is told in a number.
pub const LISTED: usize = 1000;

/// Bytes of an id: it becomes the name of a folder and, with an ending, of a file, which may have 255.
pub const ID: usize = 128;

/// Path words that a site uses itself, so no corpus, document or statement may be or have been called so.
pub const RESERVED: &[&str] = &[
    "actors",
    "compare",
    "issues",
    "statements",
    "assets",
    "code",
    "corpus",
    "embed",
    "index",
    "index.html",
    "sitemap.xml",
    "sw.js",
    "offline.json",
    "schema.json",
    "robots.txt",
    "404.html",
    "preview.png",
];

/// The same for actors and issues, which stand in a folder with a page of its own.
pub const RESERVED_IN_LISTS: &[&str] = &["index.html"];

/// What Windows takes for a device, with any ending.
pub const DEVICES: &[&str] = &[
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
    "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];
