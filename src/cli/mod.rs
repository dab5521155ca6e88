//! FILES AND STANDARD OUTPUT: the commands of the native binary. Problems of a corpus go to standard output
//! as `path:line:col: sentence`; everything else that goes wrong is one sentence on standard error.

mod agreement;
mod check;
mod coded;
mod output;
mod schema;
pub mod serve;
mod site;
mod suggest;
mod synth;
mod watch;

use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "standpoint", version, about = "Shows who said what, and where they stand.")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Lists every problem of a corpus file, or counts what is in it.
    Check { file: PathBuf },
    /// Says how far coders agree, by Krippendorff's alpha, and where they differ.
    Agreement(agreement::Wanted),
    /// Lists the quotations of a text, with who may speak.
    Suggest(suggest::Wanted),
    /// Prints the JSON Schema of the corpus format.
    Schema,
    /// Prints an invented corpus, for tests and measurements.
    Synth(synth::Size),
    /// Makes a static site, or one html file, of corpora.
    Build(site::Wanted),
    /// Serves a folder on this machine, for this machine only.
    Serve {
        dir: PathBuf,
        /// Port; the next free one is taken when it is in use.
        #[arg(long)]
        port: Option<u16>,
        /// Rebuild and reload when something below this path changes.
        #[arg(long, num_args = 1..)]
        watch: Vec<PathBuf>,
        /// The command that rebuilds.
        #[arg(long, requires = "watch")]
        run: Option<String>,
    },
}

pub fn run() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Check { file } => return check::check(&file),
        Command::Agreement(wanted) => return agreement::print(&wanted),
        Command::Suggest(wanted) => suggest::print(&wanted),
        Command::Schema => schema::print(),
        Command::Synth(size) => synth::print(&size),
        Command::Build(wanted) => return site::build(&wanted),
        Command::Serve { dir, port, watch, run } => serve::serve(&dir, port, watch, run),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            output::error_line(format!("standpoint: {problem}"));
            ExitCode::FAILURE
        }
    }
}
