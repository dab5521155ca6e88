//! FILES AND STANDARD OUTPUT: the commands of the native binary. Problems of a corpus go to standard output
//! as `path:line:col: sentence`; everything else that goes wrong is one sentence on standard error.

mod agreement;
mod check;
mod coded;
mod export;
mod import;
mod import_dna;
mod new;
mod output;
mod schema;
pub mod serve;
mod site;
mod suggest;
mod synth;
mod texts;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "standpoint", version, about = "Shows who said what, and where they stand.")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Lists every problem and warning of corpus files, or counts what is in them.
    Check(check::Wanted),
    /// Begins a corpus file with texts.
    New(new::Wanted),
    /// Makes a corpus file of a table of statements and its texts, or of a project of the Discourse Network Analyzer.
    Import(import::Wanted),
    /// Writes a corpus in another format.
    #[command(subcommand)]
    Export(export::Format),
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
    /// Serves a folder, or the site of corpora under work, on this machine and for it only.
    Serve(serve::Wanted),
}

pub fn run() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Check(wanted) => return check::check(&wanted),
        Command::New(wanted) => new::new(&wanted).map(|()| ExitCode::SUCCESS),
        Command::Import(wanted) => import::run(&wanted),
        Command::Export(format) => export::run(&format),
        Command::Agreement(wanted) => return agreement::print(&wanted),
        Command::Suggest(wanted) => suggest::print(&wanted).map(|()| ExitCode::SUCCESS),
        Command::Schema => schema::print().map(|()| ExitCode::SUCCESS),
        Command::Synth(size) => synth::print(&size).map(|()| ExitCode::SUCCESS),
        Command::Build(wanted) => return site::build(&wanted),
        Command::Serve(wanted) => serve::serve(wanted).map(|()| ExitCode::SUCCESS),
    };
    done.unwrap_or_else(|problem| {
        output::error_line(format!("standpoint: {problem}"));
        ExitCode::FAILURE
    })
}
