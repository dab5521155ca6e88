//! Files of the Discourse Network Analyzer: our reader of databases beside SQLite itself, damaged files, and projects
//! of both versions as corpus files. All databases are made here.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../support/command.rs"]
#[allow(dead_code)]
mod command;
mod command_line;
mod damaged;
#[path = "../support/hostile.rs"]
mod hostile;
mod notes;
mod oracle;
mod project;
mod projects;
mod refused;

use rusqlite::Connection;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Tests that run at once make files of the same name.
static MADE: AtomicUsize = AtomicUsize::new(0);

/// The bytes of a database that is made in a file for a moment.
fn database(name: &str, make: impl FnOnce(&Connection)) -> Vec<u8> {
    let file = place(&format!("{}-{name}", MADE.fetch_add(1, Ordering::Relaxed)));
    let db = Connection::open(&file).unwrap();
    db.execute_batch("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; PRAGMA foreign_keys = OFF")
        .unwrap();
    make(&db);
    db.close().unwrap();
    let bytes = std::fs::read(&file).unwrap();
    std::fs::remove_file(&file).unwrap();
    bytes
}

/// Where a file of this name can be made; what was there is away.
fn place(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("dna");
    std::fs::create_dir_all(&folder).unwrap();
    for ending in ["", "-wal", "-shm", "-journal"] {
        let _ = std::fs::remove_file(folder.join(format!("{name}{ending}")));
    }
    folder.join(name)
}
