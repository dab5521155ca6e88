//! FILES AND STANDARD OUTPUT: the commands of the native binary. Problems of a corpus go to standard output
//! as `path:line:col: sentence`; everything else that goes wrong is one sentence on standard error.

mod build;
mod check;
mod schema;
pub mod serve;

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
    /// Prints the JSON Schema of the corpus format.
    Schema,
    /// Makes a static site of a packed app and a corpus.
    Build {
        /// The packed app, as `pack` wrote it.
        #[arg(long)]
        app: PathBuf,
        #[arg(long)]
        corpus: PathBuf,
        /// Folder of the site; it is replaced when an earlier build made it.
        #[arg(long)]
        out: PathBuf,
        /// The address where the site will stand; links copied from a local page begin with it.
        #[arg(long)]
        site: Option<String>,
    },
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
        Command::Schema => schema::print(),
        Command::Build { app, corpus, out, site } => {
            return build::build(&app, &corpus, &out, site.as_deref());
        }
        Command::Serve { dir, port, watch, run } => serve::serve(&dir, port, watch, run),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("standpoint: {problem}");
            ExitCode::FAILURE
        }
    }
}
