//! A whole site: a page for each corpus and document, a small page for each statement and each former name,
//! the corpora as their authors wrote them, and what a host needs beside.

use super::coding;
use super::host_files::{index, sitemap};
use super::metadata;
use super::offline::Offline;
use super::page::{PageContent, title_of};
use super::preview::Painter;
use super::progress::Progress;
use super::settings::Settings;
use super::site_folder::SiteFolder;
use super::staging::Stage;
use super::static_pages;
use super::static_pages::Lead;
use super::{Source, SourceFiles};
use crate::corpus::{Corpus, DocumentIx, Id};
use crate::route::{PageKind, PagePath};
use crate::ui::CODEBOOK;
use crate::ui::full::{later_parts, part_path, parts_of};
use std::path::Path;
use std::sync::Arc;

/// So many pages keep a thread busy for longer than it takes to begin.
const PAGES_OF_A_THREAD: usize = 32;

/// Writes a site with all of its pages.
pub fn write(settings: &Settings, sources: &[Source], out: &Path) -> Result<String, String> {
    let stage = Stage::open(out)?;
    let painter = settings.site.as_ref().and_then(|_| Painter::new());
    let progress = Progress::of(sources.iter().map(|source| pages_of(source.corpus()).count()).sum());
    let output = Output::default();
    let mut written = Written { settings, folder: stage.folder(), progress: &progress, painter, output };
    written.site_of(sources, Pages::Now)?;
    if let Some(site) = &settings.site {
        stage.folder().write("sitemap.xml", sitemap(site, &written.output.canonical))?;
    }
    let (pages, pictures) =
        (written.output.pages, if written.painter.is_some() { " and preview pictures" } else { "" });
    let missing = match (&settings.site, &written.painter) {
        (Some(_), Some(_)) => "",
        (Some(_), None) => {
            "\nThis command was built without the feature `previews`: chats show no preview picture."
        }
        (None, _) => {
            "\nNo --site was given: there is no sitemap and no canonical link, and chats show no preview picture."
        }
    };
    stage.finish()?;
    Ok(format!("{}: {pages} pages{pictures}{missing}", out.display()))
}

/// Writes a site without its pages and without the shards of its documents, which `write_page` and `write_shard` add.
pub fn write_shared(settings: &Settings, sources: &[Source], out: &Path) -> Result<(), String> {
    let stage = Stage::open(out)?;
    let (progress, output) = (Progress::of(0), Output::default());
    let mut written =
        Written { settings, folder: stage.folder(), progress: &progress, painter: None, output };
    written.site_of(sources, Pages::OnDemand)?;
    stage.finish()
}

/// Adds a page to a site, with the later parts of its list and the pages of its statements.
pub fn write_page(settings: &Settings, source: &Source, place: PagePath, out: &Path) -> Result<(), String> {
    let folder = &SiteFolder::finished(out);
    let (progress, output) = (Progress::of(0), Output::default());
    let mut written = Written { settings, folder, progress: &progress, painter: None, output };
    match &place.page {
        PageKind::Corpus => written.drawn(source, start_page(source.corpus()), place),
        page => written.listed(source, page),
    }
}

/// Adds the shard of a document to a site.
pub fn write_shard(corpus: &Corpus, document: DocumentIx, path: &str, out: &Path) -> Result<(), String> {
    SiteFolder::finished(out).write(path, corpus.shard_bytes(document))
}

/// The pages of a corpus below its start.
fn pages_of(corpus: &Corpus) -> impl Iterator<Item = PageKind> {
    let documents = corpus.documents.iter().map(|(_, document)| PageKind::Document(document.id.to_string()));
    let lists = [PageKind::Compare, PageKind::Statements, PageKind::Actors, PageKind::Issues];
    let actors = corpus.actors.iter().map(|(_, actor)| PageKind::Actor(actor.id.to_string()));
    let issues = corpus.issues.iter().map(|(_, issue)| PageKind::Issue(issue.id.to_string()));
    documents.chain(lists).chain(actors).chain(issues)
}

/// When the pages of corpora are drawn.
#[derive(Clone, Copy, PartialEq)]
enum Pages {
    /// Together with what they share.
    Now,
    /// By themselves, later.
    OnDemand,
}

struct Written<'a> {
    settings: &'a Settings<'a>,
    folder: &'a SiteFolder,
    progress: &'a Progress,
    /// Pictures are shown by their whole address: without one none are painted, and no fonts are looked for.
    painter: Option<Painter>,
    output: Output,
}

/// What is known of the pages that were written.
#[derive(Default)]
struct Output {
    /// Paths for the sitemap.
    canonical: Vec<String>,
    offline: Offline,
    pages: usize,
}

impl Output {
    fn extend(&mut self, other: Output) {
        self.canonical.extend(other.canonical);
        self.offline.extend(other.offline);
        self.pages += other.pages;
    }
}

impl Written<'_> {
    fn site(&self) -> Option<&str> {
        self.settings.site.as_deref()
    }

    fn page(&mut self, path: &str, html: &str) -> Result<(), String> {
        self.output.pages += 1;
        self.folder.write(&format!("{path}index.html"), html)
    }

    /// A page that a reader's browser can keep.
    fn keepable_page(&mut self, path: &str, html: &str) -> Result<(), String> {
        self.output.offline.add(path, html.as_bytes());
        self.page(path, html)
    }

    /// A file that a reader's browser can keep.
    fn keepable(&mut self, path: &str, bytes: &[u8]) -> Result<(), String> {
        self.output.offline.add(path, bytes);
        self.folder.write(path, bytes)
    }

    /// What stands on a site, with the pages of its corpora or without them.
    fn site_of(&mut self, sources: &[Source], when: Pages) -> Result<(), String> {
        let settings = self.settings;
        for (name, bytes) in &settings.app.assets {
            self.keepable(&format!("assets/{name}"), bytes)?;
        }
        for source in sources {
            self.corpus(source, when)?;
        }
        let mut codebooks = sources.iter().filter_map(|source| source.codebook.as_ref());
        if let Some(codebook) = codebooks.next() {
            if codebooks.any(|other| other != codebook) {
                return Err(format!(
                    "two corpora of this site have each another {CODEBOOK}; make one of both"
                ));
            }
            self.keepable(&format!("corpus/{CODEBOOK}"), codebook)?;
        }
        self.start(sources, when)?;
        if settings.has_coding {
            for (path, html) in coding::pages(settings.app) {
                self.keepable_page(path, &html)?;
            }
            self.keepable(coding::CODEBOOK_PATH, coding::RULES.as_bytes())?;
        }
        let schema = serde_json::to_string_pretty(&crate::corpus::schema()).map_err(|e| e.to_string())?;
        self.folder.write("schema.json", schema)?;
        self.keepable("corpus/index.json", index(sources)?.as_bytes())?;
        let style = format!("assets/{}", settings.app.asset("style", ".css")?);
        let sheet = settings
            .app
            .assets
            .iter()
            .find(|(name, _)| style.ends_with(name.as_str()))
            .map(|(_, bytes)| bytes);
        let sheet = String::from_utf8_lossy(sheet.map_or(&[], |bytes| bytes)).into_owned();
        self.folder.write(
            "404.html",
            static_pages::missing(&settings.app.not_found, &sheet, settings.site.as_deref()),
        )?;
        self.folder.write("offline.json", self.output.offline.list())?;
        self.folder.write("sw.js", self.output.offline.worker(settings.app, sources))
    }

    fn corpus(&mut self, source: &Source, when: Pages) -> Result<(), String> {
        let corpus = source.corpus();
        self.keepable(&source.file(), &source.bytes)?;
        if !source.is_inside {
            self.keepable(&source.tables_path, &source.tables)?;
        }
        if let Some(split) = &source.split {
            self.keepable(&split.head.0, &split.head.1)?;
        }
        if when == Pages::OnDemand {
            return self.former(source);
        }
        if let Some(split) = &source.split {
            for (path, document) in split.documents.iter().zip(corpus.documents.keys()) {
                self.keepable(path, &corpus.shard_bytes(document))?;
            }
        }
        let pages: Vec<PageKind> = pages_of(corpus).collect();
        self.on_all_cores(source, &pages)?;
        let start = start_page(corpus);
        let place = PagePath::of(corpus, PageKind::Corpus);
        if start == PageKind::Corpus {
            self.output.canonical.push(place.path());
        }
        self.drawn(source, start, place)?;
        self.former(source)
    }

    /// Draws pages on as many threads as there are cores; what is known of them stands in their order.
    fn on_all_cores(&mut self, source: &Source, pages: &[PageKind]) -> Result<(), String> {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let threads = cores.min(pages.len() / PAGES_OF_A_THREAD);
        if threads < 2 {
            return pages.iter().try_for_each(|page| self.listed(source, page));
        }
        let (settings, folder, progress, painter) =
            (self.settings, self.folder, self.progress, &self.painter);
        let work = |first: usize, files: Arc<SourceFiles>| -> Result<Vec<(usize, Output)>, String> {
            let source = Source::of_files(files);
            let own = pages.iter().enumerate().skip(first).step_by(threads);
            let draw = |(at, page)| {
                let painter = painter.clone();
                let mut written = Written { settings, folder, progress, painter, output: Output::default() };
                written.listed(&source, page)?;
                Ok((at, written.output))
            };
            own.map(draw).collect()
        };
        let work = &work;
        let done = std::thread::scope(|scope| {
            let begin = |first| {
                let files = source.files.clone();
                scope.spawn(move || work(first, files))
            };
            let begun: Vec<_> = (0..threads).map(begin).collect();
            let stopped = |_| Err("a page could not be drawn".to_owned());
            begun.into_iter().map(|thread| thread.join().unwrap_or_else(stopped)).collect::<Vec<_>>()
        });
        let mut all = Vec::with_capacity(pages.len());
        for part in done {
            all.extend(part?);
        }
        all.sort_by_key(|(at, _)| *at);
        all.into_iter().for_each(|(_, output)| self.output.extend(output));
        Ok(())
    }

    /// A page that a sitemap names; a document with its picture and with those of its statements.
    fn listed(&mut self, source: &Source, page: &PageKind) -> Result<(), String> {
        let corpus = source.corpus();
        let place = PagePath::of(corpus, page.clone());
        let path = place.path();
        let document = match page {
            PageKind::Document(id) => corpus.document_by_id(id),
            _ => None,
        };
        if let (Some(painter), Some(document)) = (&self.painter, document) {
            self.folder.write(&format!("{path}preview.png"), painter.document(corpus, document)?)?;
        }
        self.drawn(source, page.clone(), place)?;
        self.output.canonical.push(path);
        if let Some(document) = document.filter(|_| self.settings.has_statement_pages(corpus)) {
            self.statements(source, document)?;
        }
        self.progress.advance();
        Ok(())
    }

    /// A page at `place`, known by its own address.
    fn drawn(&mut self, source: &Source, page: PageKind, place: PagePath) -> Result<(), String> {
        let own = PagePath::of(source.corpus(), page.clone()).path();
        let preview = format!("{own}preview.png");
        let has_preview = self.painter.is_some() && matches!(page, PageKind::Document(_));
        let meta = metadata::of_page(&metadata::Page {
            source,
            page: page.clone(),
            site: self.site(),
            path: Some(&own),
            preview: has_preview.then_some(preview.as_str()),
        });
        let at = place.path();
        let (tables, part) = source.first(&page);
        let settings = self.settings;
        let drawn = PageContent {
            source,
            page,
            place: Some(place),
            site: settings.site.as_deref(),
            has_several_corpora: settings.has_several_corpora,
            has_coding: settings.has_coding,
            has_statement_pages: settings.has_statement_pages(source.corpus()),
            meta: &meta,
            corpus: &source.file(),
            tables: tables.as_deref(),
            part: part.as_deref(),
        };
        let html = drawn.html(&settings.app.page)?;
        self.keepable_page(&at, &html)?;
        // The root of a site is another place of the same page.
        if at == own { self.parts(&drawn, &own) } else { Ok(()) }
    }

    /// The later parts of a page's list, as pages of their own.
    fn parts(&mut self, first: &PageContent, path: &str) -> Result<(), String> {
        let corpus = first.source.corpus();
        let parts = parts_of(corpus, &first.page, first.has_statement_pages);
        if parts < 2 {
            return Ok(());
        }
        let (place, title) = (PagePath::of(corpus, first.page.clone()), title_of(corpus, &first.page));
        for (rows, part) in later_parts(&first.context(), parts).into_iter().zip(1..) {
            let html = static_pages::part(self.settings.app, &place, rows, (part, parts), &title)?;
            let path = format!("{path}{}", part_path(part));
            self.page(&path, &html)?;
            self.output.canonical.push(path);
        }
        Ok(())
    }

    fn statements(&mut self, source: &Source, document: DocumentIx) -> Result<(), String> {
        let corpus = source.corpus();
        let place = PagePath::of_document(corpus, document).path();
        let preview = self.painter.is_some().then(|| format!("{place}preview.png"));
        for &ix in corpus.statements_in(document) {
            let statement = &corpus.statements[ix];
            let path = format!("{place}{}/", statement.id);
            let meta = metadata::of_statement(corpus, statement, self.site(), &path, preview.as_deref());
            let html = static_pages::statement(self.settings.app, &source.known, ix, &meta)?;
            self.page(&path, &html)?;
            self.output.canonical.push(path);
        }
        Ok(())
    }

    /// Pages at former names, each leading on to where the thing stands now.
    fn former(&mut self, source: &Source) -> Result<(), String> {
        let corpus = source.corpus();
        let statements = self.settings.has_statement_pages(corpus);
        let mut leads: Vec<(Vec<&Id>, Vec<&Id>)> = Vec::new();
        for name in names(&corpus.id, &corpus.former_ids) {
            leads.push((vec![name], vec![&corpus.id]));
            for (ix, document) in corpus.documents.iter() {
                for second in names(&document.id, &document.former_ids) {
                    leads.push((vec![name, second], vec![&corpus.id, &document.id]));
                    let own = corpus.statements_in(ix).iter().filter(|_| statements);
                    for statement in own.map(|own| &corpus.statements[*own]) {
                        for third in names(&statement.id, &statement.former_ids) {
                            leads.push((
                                vec![name, second, third],
                                vec![&corpus.id, &document.id, &statement.id],
                            ));
                        }
                    }
                }
            }
        }
        let pages = corpus.actors.iter().map(|(_, actor)| ("actors", &actor.id, &actor.former_ids));
        let pages =
            pages.chain(corpus.issues.iter().map(|(_, issue)| ("issues", &issue.id, &issue.former_ids)));
        let mut of_all: Vec<(String, String)> = Vec::new();
        for (word, id, former) in pages {
            for corpus_name in names(&corpus.id, &corpus.former_ids) {
                let from = names(id, former).map(|old| format!("{corpus_name}/{word}/{old}/"));
                of_all.extend(from.map(|from| (from, format!("{}/{word}/{id}/", corpus.id))));
            }
        }
        for name in &corpus.former_ids {
            for page in ["compare", "statements", "actors", "issues"] {
                of_all.push((format!("{name}/{page}/"), format!("{}/{page}/", corpus.id)));
            }
        }
        for (from, to) in of_all.into_iter().filter(|(from, to)| from != to) {
            self.lead(corpus, &from, &to)?;
        }
        for (from, to) in leads.into_iter().filter(|(from, to)| from != to) {
            let path = |ids: &[&Id]| ids.iter().map(|id| format!("{id}/")).collect::<String>();
            self.lead(corpus, &path(&from), &path(&to))?;
        }
        Ok(())
    }

    /// A page that leads from one path below the site to another.
    fn lead(&mut self, corpus: &Corpus, from: &str, to: &str) -> Result<(), String> {
        let up = "../".repeat(from.matches('/').count());
        let lead = Lead {
            title: &corpus.title,
            said: "This page has another address now.",
            link: "Go there",
            to: &format!("{up}{to}"),
            up: &up,
        };
        let html = static_pages::lead(self.settings.app, &lead)?;
        self.page(from, &html)
    }

    /// The root: the one corpus there is, or a list of all.
    fn start(&mut self, sources: &[Source], when: Pages) -> Result<(), String> {
        match sources {
            [_] if when == Pages::OnDemand => Ok(()),
            [source] => self.drawn(source, start_page(source.corpus()), PagePath::default()),
            sources => {
                let corpora: Vec<_> = sources.iter().map(|source| source.known.clone()).collect();
                let html = static_pages::start(self.settings.app, &corpora, self.settings)?;
                self.keepable_page("", &html)
            }
        }
    }
}

/// What stands at the start of a corpus: its only document, or the list of all.
pub fn start_page(corpus: &Corpus) -> PageKind {
    match corpus.documents.key(0) {
        Some(only) if corpus.documents.len() == 1 => {
            PageKind::Document(corpus.documents[only].id.to_string())
        }
        _ => PageKind::Corpus,
    }
}

fn names<'a>(own: &'a Id, former: &'a [Id]) -> impl Iterator<Item = &'a Id> {
    std::iter::once(own).chain(former)
}
