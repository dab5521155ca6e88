//! `standpoint check`: every problem of a file, each with its place, or what the file holds and what it is warned of.

use super::output;
use crate::corpus::{Corpus, MAX_FILE_SIZE, Reading, visible};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::process::ExitCode;

pub fn check(file: &Path) -> ExitCode {
    match read(file) {
        Ok((bytes, reading)) => {
            let corpus = &reading.corpus;
            for warning in Corpus::warnings(&bytes) {
                output::line(format!(
                    "{}:{}:{}: warning: {warning}",
                    shown(file),
                    warning.line,
                    warning.column
                ));
            }
            output::line(format!(
                "{} has no problems: {}, {}, {}, {}",
                shown(file),
                count(corpus.statements.len(), "statement"),
                count(corpus.speakers(), "speaker"),
                count(corpus.issues.len(), "issue"),
                count(corpus.documents.len(), "document")
            ));
            ExitCode::SUCCESS
        }
        Err(()) => ExitCode::FAILURE,
    }
}

pub(super) fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

/// A corpus without any problem, with its bytes; else its problems have been printed.
pub(super) fn read(file: &Path) -> Result<(Vec<u8>, Reading), ()> {
    let bytes = bytes(file).map_err(|problem| {
        output::error_line(format!("standpoint: {} cannot be read: {problem}", shown(file)));
    })?;
    let problems = match Corpus::read(&bytes) {
        Ok(reading) if reading.orphans.is_empty() => return Ok((bytes, reading)),
        Ok(reading) => reading.orphans.into_iter().flat_map(|fault| fault.problems).collect(),
        Err(refusal) => refusal.problems,
    };
    for at in &problems {
        output::line(format!("{}:{}:{}: {}", shown(file), at.line, at.column, at.sentence()));
    }
    Err(())
}

/// What a file holds, up to a little more than a corpus may have: some files never end.
pub(super) fn bytes(file: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(file)?.take(MAX_FILE_SIZE as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// A path on one line, with what a terminal would obey spelt out.
pub(super) fn shown(path: &Path) -> String {
    visible(&path.to_string_lossy())
}
