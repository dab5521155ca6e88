//! `standpoint build`: a packed app and corpora become a static site, or one html file. Everything is checked
//! before anything is written, and what was there before stays whole until the new one is.

mod bundle;
mod coding;
mod host_files;
mod html_file;
mod ids;
mod metadata;
mod offline;
mod page;
mod preview;
mod progress;
mod settings;
mod single_file;
#[allow(clippy::module_inception)]
mod site;
mod site_folder;
mod staging;
mod static_pages;
mod template;
mod under_work;

use super::{check, output};
use crate::corpus::{Corpus, Document, DocumentIx, Key, Reading, ShardPaths, Snapshot, WebAddress};
use crate::route::PageKind;
use crate::ui::{CODEBOOK, LoadedCorpus};
use bundle::App;
use clap::Args;
use std::borrow::Cow;
use std::io::Write;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;
use std::sync::Arc;
pub use template::escape_html;
pub use under_work::SiteUnderWork;

#[derive(Args)]
pub struct Wanted {
    /// One or more corpus files.
    #[arg(long, required_unless_present = "coding_file", num_args = 1..)]
    corpus: Vec<PathBuf>,
    /// Folder of the site, or with --single-file the html file; replaced when an earlier build made it.
    #[arg(long, required_unless_present = "coding_file")]
    out: Option<PathBuf>,
    /// The address where the site will stand. Previews in chats, the canonical link and the sitemap need it.
    #[arg(long)]
    site: Option<String>,
    /// One html file that opens from a disk, with everything inside.
    #[arg(long)]
    single_file: bool,
    /// Pages for single statements even where a corpus has more than 2,000.
    #[arg(long)]
    statement_pages: bool,
    /// No page on which readers make a corpus of their own.
    #[arg(long)]
    no_coding: bool,
    /// Write the page on which one makes a corpus as one html file that opens from a disk.
    #[arg(long)]
    coding_file: Option<PathBuf>,
    /// A packed app in a folder, instead of the one that this program carries.
    #[arg(long)]
    app: Option<PathBuf>,
}

/// Up to this size, compressed, tables stand in each page: they come while its program is on its way, which on a slow
/// network takes longer. Larger ones are a file that all pages share.
const SMALL: usize = 10_000;
/// From this size on, compressed, a corpus is also written in parts.
const LARGE: usize = 1_000_000;

/// A corpus without any problem, with what a site has of it. Each thread has its own, since pages share what they are
/// drawn from without locks.
struct Source {
    files: Arc<SourceFiles>,
    known: Rc<LoadedCorpus>,
}

impl Deref for Source {
    type Target = SourceFiles;

    fn deref(&self) -> &SourceFiles {
        &self.files
    }
}

/// The file that a corpus was read from, and what is made of it.
struct SourceFiles {
    corpus: Arc<Corpus>,
    bytes: Vec<u8>,
    /// Tells the file from another: its length and a sum over it.
    sum: String,
    /// What the page reads, unless the file was changed since.
    tables: Vec<u8>,
    /// Where that stands, named by its content.
    tables_path: String,
    /// The same in letters, where each page has them inside.
    text_of_each_page: String,
    /// Whether they stand in the pages.
    is_inside: bool,
    /// The codebook that its method appeals to.
    codebook: Option<Vec<u8>>,
    /// The index of a large corpus, and where its shards stand.
    split: Option<Split>,
}

/// What stands beside the tables of a large corpus.
struct Split {
    head: (String, Vec<u8>),
    /// One path a document.
    documents: Vec<String>,
}

impl Source {
    fn of(bytes: Vec<u8>, reading: Reading, codebook: Option<Vec<u8>>) -> Source {
        let sum = format!("{}-{:08x}", bytes.len(), crate::corpus::checksum(&bytes));
        let shown = Snapshot::from(reading);
        let tables = shown.to_bytes();
        let size = packed(&tables);
        let split = (size >= LARGE).then(|| split(&shown, &tables));
        let is_inside = size <= SMALL;
        let files = SourceFiles {
            tables_path: path(shown.corpus.id.as_str(), &tables),
            text_of_each_page: if is_inside { template::latin1_text(&tables) } else { String::new() },
            corpus: Arc::new(shown.corpus),
            sum,
            bytes,
            tables,
            is_inside,
            codebook,
            split,
        };
        Source::of_files(Arc::new(files))
    }

    /// The same for another thread.
    fn of_files(files: Arc<SourceFiles>) -> Source {
        let known = LoadedCorpus::complete(files.corpus.clone(), file(&files.corpus));
        Source { files, known: Rc::new(known) }
    }

    fn corpus(&self) -> &Corpus {
        &self.known.corpus
    }

    /// The tables in letters, as html holds them. A file that is the only one has them inside whatever their size.
    fn tables_text(&self) -> Cow<'_, str> {
        match self.is_inside {
            true => Cow::Borrowed(&self.text_of_each_page),
            false => Cow::Owned(template::latin1_text(&self.tables)),
        }
    }

    /// Where its file stands on the site.
    fn file(&self) -> String {
        file(self.corpus())
    }

    /// Where what a page reads first stands: its tables, and with a large corpus the document's part.
    fn first(&self, page: &PageKind) -> (Option<String>, Option<String>) {
        match (&self.split, page) {
            _ if self.is_inside => (None, None),
            (Some(split), PageKind::Corpus) => (Some(split.head.0.clone()), None),
            (Some(split), PageKind::Document(id)) => {
                let document = self.corpus().document_by_id(id);
                let part = document.and_then(|document| split.documents.get(document.position()));
                (Some(split.head.0.clone()), part.cloned())
            }
            _ => (Some(self.tables_path.clone()), None),
        }
    }
}

/// Where the file of a corpus stands on a site.
fn file(corpus: &Corpus) -> String {
    format!("corpus/{}.json", corpus.id)
}

/// Bytes of a corpus under a name that changes with them.
fn path(stem: &str, bytes: &[u8]) -> String {
    format!("assets/{stem}-{:08x}.tables", crate::corpus::checksum(bytes))
}

fn split(shown: &Snapshot, tables: &[u8]) -> Split {
    let corpus = &shown.corpus;
    let shard_path = |(ix, document): (DocumentIx, &Document)| {
        path(&format!("{}-{}", corpus.id, document.id), &corpus.shard_bytes(ix))
    };
    let documents: Vec<String> = corpus.documents.iter().map(shard_path).collect();
    let parts = ShardPaths { everything: path(corpus.id.as_str(), tables), documents: documents.clone() };
    let head = shown.index_bytes(parts);
    Split { head: (path(&format!("{}-head", corpus.id), &head), head), documents }
}

/// The size of bytes as a host sends them, or `LARGE` and more: how much more decides nothing.
fn packed(bytes: &[u8]) -> usize {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 4, 22);
    for chunk in bytes.chunks(1 << 18) {
        // Into memory nothing fails.
        let _ = writer.write_all(chunk);
        if writer.get_ref().len() >= LARGE {
            break;
        }
    }
    writer.into_inner().len()
}

pub fn build(wanted: &Wanted) -> ExitCode {
    if let Some(file) = &wanted.coding_file {
        match App::open(wanted.app.as_deref()).and_then(|app| coding::write_file(&app, file)) {
            Ok(said) => output::line(said),
            Err(problem) => {
                output::error_line(format!("standpoint: {problem}"));
                return ExitCode::FAILURE;
            }
        }
    }
    let Some(out) = &wanted.out else { return ExitCode::SUCCESS };
    let read: Vec<_> = wanted.corpus.iter().map(|file| check::read(file)).collect();
    let Ok(read) = read.into_iter().collect::<Result<Vec<_>, ()>>() else {
        output::error_line("standpoint: nothing was built, since a corpus has problems");
        return ExitCode::FAILURE;
    };
    match write(wanted, &sources(&wanted.corpus, read), out) {
        Ok(said) => {
            output::line(said);
            ExitCode::SUCCESS
        }
        Err(problem) => {
            output::error_line(format!("standpoint: {problem}"));
            ExitCode::FAILURE
        }
    }
}

/// Whether an app can be read where `build` finds it.
pub fn find_app(app: Option<&Path>) -> Result<(), String> {
    App::open(app).map(drop)
}

fn sources(files: &[PathBuf], read: Vec<(Vec<u8>, Reading)>) -> Vec<Source> {
    let sources = files.iter().zip(read).map(|(file, (bytes, reading))| {
        let codebook = codebook(file, &reading.corpus);
        Source::of(bytes, reading, codebook)
    });
    sources.collect()
}

/// The codebook beside a corpus whose method appeals to it. Where there is none, the page names it without a link.
fn codebook(file: &Path, corpus: &Corpus) -> Option<Vec<u8>> {
    let is_named = corpus.method.as_deref().is_some_and(|method| method.contains(CODEBOOK));
    let read = is_named.then(|| std::fs::read(file.with_file_name(CODEBOOK)))?;
    if let Err(problem) = &read {
        output::error_line(format!(
            "{}: its method names {CODEBOOK}, which was not read beside it ({problem}); the page names it without a link",
            file.display()
        ));
    }
    read.ok()
}

fn write(wanted: &Wanted, sources: &[Source], out: &Path) -> Result<String, String> {
    let site = wanted.site.as_deref().map(address).transpose()?;
    let app = App::open(wanted.app.as_deref())?;
    ids::check(sources)?;
    if wanted.single_file {
        let [source] = sources else {
            return Err("one html file holds one corpus; build several files, or a site".to_owned());
        };
        return single_file::write(&app, source, site.as_deref(), out);
    }
    let settings = settings::Settings {
        app: &app,
        site,
        all_statements: wanted.statement_pages,
        has_several_corpora: sources.len() > 1,
        has_coding: !wanted.no_coding,
    };
    site::write(&settings, sources, out)
}

/// The site's address with a slash at its end.
fn address(text: &str) -> Result<String, String> {
    let sound = WebAddress::new(text).filter(|_| !text.contains(['?', '#']));
    let sound =
        sound.ok_or_else(|| format!("--site {text}: this is no address like https://example.org/reader/"))?;
    Ok(format!("{}/", sound.as_str().trim_end_matches('/')))
}
