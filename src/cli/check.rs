//! `standpoint check`: every problem of a file, each with its place, or what the file holds.

use crate::corpus::{Corpus, Reading};
use std::path::Path;
use std::process::ExitCode;

pub fn check(file: &Path) -> ExitCode {
    match read(file) {
        Ok((_, reading)) => {
            let corpus = &reading.corpus;
            println!(
                "{}: {} statements by {} speakers among {} actors, {} issues, {} documents",
                file.display(),
                corpus.statements.len(),
                corpus.speakers(),
                corpus.actors.len(),
                corpus.issues.len(),
                corpus.documents.len()
            );
            ExitCode::SUCCESS
        }
        Err(()) => ExitCode::FAILURE,
    }
}

/// A corpus without any problem, with its bytes; else its problems have been printed.
pub(super) fn read(file: &Path) -> Result<(Vec<u8>, Reading), ()> {
    let bytes = std::fs::read(file)
        .map_err(|problem| eprintln!("standpoint: {} cannot be read: {problem}", file.display()))?;
    let problems = match Corpus::read(&bytes) {
        Ok(reading) if reading.orphans.is_empty() => return Ok((bytes, reading)),
        Ok(reading) => reading.orphans.into_iter().flat_map(|fault| fault.problems).collect(),
        Err(refusal) => refusal.problems,
    };
    for at in &problems {
        println!("{}:{}:{}: {}", file.display(), at.line, at.column, at.problem);
    }
    Err(())
}
