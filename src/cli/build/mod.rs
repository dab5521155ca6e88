//! `standpoint build`: a packed app and corpora become a static site, or one html file. Everything is checked
//! before anything is written, and what was there before stays whole until the new one is.

mod app;
mod document;
mod meta;
mod names;
mod offline;
mod preview;
mod single;
mod site;
mod small;
mod stage;
mod template;

use super::check;
use crate::corpus::{Corpus, Edition, WebAddress};
use crate::ui::Known;
use app::App;
use clap::Args;
use std::path::PathBuf;
use std::process::ExitCode;
use std::rc::Rc;

#[derive(Args)]
pub struct Wanted {
    /// One or more corpus files.
    #[arg(long, required = true, num_args = 1..)]
    corpus: Vec<PathBuf>,
    /// Folder of the site, or with --single-file the html file; replaced when an earlier build made it.
    #[arg(long)]
    out: PathBuf,
    /// The address where the site will stand. Previews in chats, the canonical link and the sitemap need it.
    #[arg(long)]
    site: Option<String>,
    /// One html file that opens from a disk, with everything inside.
    #[arg(long)]
    single_file: bool,
    /// Pages for single statements even where a corpus has more than 2,000.
    #[arg(long)]
    statement_pages: bool,
    /// A packed app in a folder, instead of the one that this program carries.
    #[arg(long)]
    app: Option<PathBuf>,
}

/// A corpus without any problem, with the file it was read from.
struct Source {
    bytes: Vec<u8>,
    /// Tells the file from another: its length and a sum over it.
    sum: String,
    /// What the page reads, unless the file was changed since.
    tables: Vec<u8>,
    known: Rc<Known>,
}

impl Source {
    fn corpus(&self) -> &Corpus {
        &self.known.corpus
    }

    /// Where its file stands on the site.
    fn file(&self) -> String {
        format!("corpus/{}.json", self.corpus().id)
    }

    /// Where its tables stand, named by their content.
    fn tables(&self) -> String {
        format!("assets/{}-{:08x}.tables", self.corpus().id, crate::corpus::sum(&self.tables))
    }
}

pub fn build(wanted: &Wanted) -> ExitCode {
    let read: Vec<_> = wanted.corpus.iter().map(|file| check::read(file)).collect();
    let Ok(read) = read.into_iter().collect::<Result<Vec<_>, ()>>() else {
        eprintln!("standpoint: nothing was built, since a corpus has problems");
        return ExitCode::FAILURE;
    };
    let sources = read.into_iter().map(|(bytes, reading)| {
        let file = format!("corpus/{}.json", reading.corpus.id);
        let sum = format!("{}-{:08x}", bytes.len(), crate::corpus::sum(&bytes));
        let shown = Edition::from(reading);
        let tables = shown.to_tables();
        Source { sum, bytes, tables, known: Rc::new(Known::new(shown, file)) }
    });
    match write(wanted, &sources.collect::<Vec<_>>()) {
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("standpoint: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn write(wanted: &Wanted, sources: &[Source]) -> Result<String, String> {
    let site = wanted.site.as_deref().map(address).transpose()?;
    let app = App::open(wanted.app.as_deref())?;
    names::check(sources)?;
    if wanted.single_file {
        let [source] = sources else {
            return Err("one html file holds one corpus; build several files, or a site".to_owned());
        };
        return single::write(&app, source, site.as_deref(), &wanted.out);
    }
    site::write(&site::Plan { app: &app, sources, site, all_statements: wanted.statement_pages }, &wanted.out)
}

/// The site's address with a slash at its end.
fn address(text: &str) -> Result<String, String> {
    let sound = WebAddress::new(text).filter(|_| !text.contains(['?', '#']));
    let sound =
        sound.ok_or_else(|| format!("--site {text}: this is no address like https://example.org/reader/"))?;
    Ok(format!("{}/", sound.as_str().trim_end_matches('/')))
}
