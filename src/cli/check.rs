//! `standpoint check`: every problem of a file, each with its place, or what the file holds and what it is warned of.

use crate::corpus::{Corpus, Reading};
use std::path::Path;
use std::process::ExitCode;

pub fn check(file: &Path) -> ExitCode {
    match read(file) {
        Ok((bytes, reading)) => {
            let corpus = &reading.corpus;
            for warning in Corpus::warnings(&bytes) {
                println!("{}:{}:{}: warning: {warning}", file.display(), warning.line, warning.column);
            }
            println!(
                "{} has no problems: {}, {}, {}, {}",
                file.display(),
                count(corpus.statements.len(), "statement"),
                count(corpus.speakers(), "speaker"),
                count(corpus.issues.len(), "issue"),
                count(corpus.documents.len(), "document")
            );
            ExitCode::SUCCESS
        }
        Err(()) => ExitCode::FAILURE,
    }
}

fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
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
        println!("{}:{}:{}: {}", file.display(), at.line, at.column, at.sentence());
    }
    Err(())
}
