//! `standpoint check`: every problem and every warning of files, each with its place, and what sound ones hold.

use super::output;
use crate::corpus::{Corpus, InvalidCorpus, LocatedProblem, MAX_FILE_SIZE, Reading, and_more, visible};
use clap::Args;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Args)]
pub struct Wanted {
    /// One or more corpus files.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Let warnings fail, too.
    #[arg(long)]
    strict: bool,
}

pub fn check(wanted: &Wanted) -> ExitCode {
    let (mut is_good, mut warned) = (true, 0);
    for file in &wanted.files {
        match findings(file) {
            Ok(found) => {
                found.lines.iter().map(|(.., line)| line).chain(&found.more).for_each(output::line);
                is_good &= found.counts.is_some();
                warned += found.warnings;
                if let Some(counts) = found.counts {
                    output::line(format!("{} has no problems: {counts}", shown(file)));
                }
            }
            Err(problem) => {
                output::error_line(format!("standpoint: {problem}"));
                is_good = false;
            }
        }
    }
    if wanted.strict && warned > 0 {
        let warnings = count(warned, "warning");
        output::error_line(format!("standpoint: {warnings}; with --strict a warning is a problem"));
        is_good = false;
    }
    if is_good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// What a check says of one file.
struct Findings {
    /// Problems and warnings as they are printed, with line and column, in the order of the file.
    lines: Vec<(usize, usize, String)>,
    /// What there is besides.
    more: Vec<String>,
    warnings: usize,
    /// What it holds; `None` where it has problems.
    counts: Option<String>,
}

fn findings(file: &Path) -> Result<Findings, String> {
    let bytes = bytes(file).map_err(|problem| format!("{} cannot be read: {problem}", shown(file)))?;
    let warnings = Corpus::warnings(&bytes);
    let (problems, counts) = match checked(&bytes) {
        Ok(reading) => (InvalidCorpus::default(), Some(counts(&reading.corpus))),
        Err(invalid) => (invalid, None),
    };
    let mut lines: Vec<(usize, usize, String)> =
        problems.problems.iter().map(|at| (at.line, at.column, line(file, at))).collect();
    lines.extend(
        warnings.listed.iter().map(|at| {
            (at.line, at.column, format!("{}:{}:{}: warning: {at}", shown(file), at.line, at.column))
        }),
    );
    lines.sort_by_key(|(line, column, _)| (*line, *column));
    let more = more(file, problems.more, "problem").into_iter().chain(more(file, warnings.more, "warning"));
    let more = more.collect();
    Ok(Findings { lines, more, warnings: warnings.listed.len() + warnings.more, counts })
}

fn counts(corpus: &Corpus) -> String {
    [
        count(corpus.statements.len(), "statement"),
        count(corpus.speakers(), "speaker"),
        count(corpus.issues.len(), "issue"),
        count(corpus.documents.len(), "document"),
    ]
    .join(", ")
}

pub(super) fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

/// A corpus without any problem, with its bytes; else its problems have been printed.
pub(super) fn read(file: &Path) -> Result<(Vec<u8>, Reading), ()> {
    let bytes = bytes(file).map_err(|problem| {
        output::error_line(format!("standpoint: {} cannot be read: {problem}", shown(file)));
    })?;
    match checked(&bytes) {
        Ok(reading) => Ok((bytes, reading)),
        Err(invalid) => {
            lines(file, &invalid).iter().for_each(output::line);
            Err(())
        }
    }
}

/// A corpus without any problem, or the problems of the file.
pub(super) fn checked(bytes: &[u8]) -> Result<Reading, InvalidCorpus> {
    let reading = Corpus::read(bytes)?;
    if reading.orphans.is_empty() { Ok(reading) } else { Err(reading.problems()) }
}

/// The problems of a file as they are printed, and how many there are besides.
pub(super) fn lines(file: &Path, invalid: &InvalidCorpus) -> Vec<String> {
    let listed = invalid.problems.iter().map(|at| line(file, at));
    listed.chain(more(file, invalid.more, "problem")).collect()
}

fn more(file: &Path, number: usize, what: &str) -> Option<String> {
    (number > 0).then(|| format!("{}: {}", shown(file), and_more(number, what)))
}

/// A problem as it is printed.
pub(super) fn line(file: &Path, at: &LocatedProblem) -> String {
    format!("{}:{}:{}: {}", shown(file), at.line, at.column, at.sentence())
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
