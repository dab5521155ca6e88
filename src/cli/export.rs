//! `standpoint export`: a corpus in the format of other programs. What does not fit is told on standard error.

use super::check::{read, shown};
use super::{output, texts};
use crate::convert::dna::events;
use crate::convert::{annotations, csv};
use crate::corpus::Corpus;
use clap::Subcommand;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Subcommand)]
pub enum Format {
    /// A table with one row for each position of a statement, for spreadsheets; `import` reads it back.
    Csv(Wanted),
    /// A table of events, as the Discourse Network Analyzer exports it.
    DnaCsv(Wanted),
    /// Annotations as the W3C recommends them, in JSON-LD.
    Annotations(Wanted),
}

#[derive(clap::Args)]
pub struct Wanted {
    /// The corpus file.
    file: PathBuf,
    /// The file to write, instead of standard output.
    #[arg(long)]
    out: Option<PathBuf>,
}

pub fn run(format: &Format) -> Result<ExitCode, String> {
    let (Format::Csv(wanted) | Format::DnaCsv(wanted) | Format::Annotations(wanted)) = format;
    let Ok((_, reading)) = read(&wanted.file) else { return Ok(ExitCode::FAILURE) };
    let (bytes, left_out) = written(format, &reading.corpus)?;
    match &wanted.out {
        Some(out) => texts::write_new(out, &bytes)?,
        None => {
            let mut to = std::io::stdout().lock();
            let done = to.write_all(&bytes).and_then(|()| to.flush());
            done.map_err(|problem| format!("standard output cannot be written: {problem}"))?;
        }
    }
    for what in left_out {
        output::error_line(format!("{}: not in the file: {what}", shown(&wanted.file)));
    }
    Ok(ExitCode::SUCCESS)
}

/// A file in another format, and what does not fit.
fn written(format: &Format, corpus: &Corpus) -> Result<(Vec<u8>, Vec<String>), String> {
    Ok(match format {
        Format::Csv(_) => {
            let table = csv::export(corpus)?;
            (table.bytes, table.left_out)
        }
        Format::DnaCsv(_) => {
            let events = events::export(corpus);
            (events.table.into_bytes(), events.left_out)
        }
        Format::Annotations(_) => {
            let annotations = annotations::export(corpus);
            (annotations.json.into_bytes(), annotations.left_out)
        }
    })
}
