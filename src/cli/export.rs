//! `standpoint export`: a corpus in the format of other programs.

use super::check;
use super::{output, texts};
use crate::convert::csv;
use clap::Subcommand;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Subcommand)]
pub enum Format {
    /// A table with one row for each position of a statement, for spreadsheets; `import` reads it back.
    Csv {
        /// The corpus file.
        file: PathBuf,
        /// The table to write, instead of standard output.
        #[arg(long)]
        out: Option<PathBuf>,
    },
}

pub fn run(format: &Format) -> Result<ExitCode, String> {
    let Format::Csv { file, out } = format;
    let Ok((_, reading)) = check::read(file) else { return Ok(ExitCode::FAILURE) };
    let done = csv::export(&reading.corpus)?;
    match out {
        Some(out) => texts::write_new(out, &done.bytes)?,
        None => {
            let mut to = std::io::stdout().lock();
            to.write_all(&done.bytes).and_then(|()| to.flush()).map_err(|problem| problem.to_string())?;
        }
    }
    if !done.left_out.is_empty() {
        let told = done.left_out.join("; ");
        output::error_line(format!("{} has what no column holds: {told}", check::shown(file)));
    }
    Ok(ExitCode::SUCCESS)
}
