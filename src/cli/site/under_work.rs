//! A site under work: what its pages share stands in a folder; each page, and each shard of a large corpus, joins it when
//! somebody asks for it. So a change is seen once its file is read: what nobody looks at is not drawn.

use super::bundle::App;
use super::settings::Settings;
use super::site::{write_page, write_shard, write_shared};
use super::{Source, SourceFiles, ids, sources};
use crate::corpus::{DocumentIx, Reading};
use crate::route::{PageKind, PagePath};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The site of corpora, with as much of it as somebody asked for.
pub struct SiteUnderWork {
    app: App,
    sources: Vec<Arc<SourceFiles>>,
    out: PathBuf,
    /// The paths of the pages and shards that are written.
    written: HashSet<String>,
}

impl SiteUnderWork {
    /// The site of files that were read without any problem.
    pub fn new(
        files: &[PathBuf],
        read: Vec<(Vec<u8>, Reading)>,
        app: Option<&Path>,
        out: &Path,
    ) -> Result<SiteUnderWork, String> {
        let app = App::open(app)?;
        let sources = sources(files, read);
        ids::check(&sources)?;
        write_shared(&settings(&app, sources.len()), &sources, out)?;
        let sources = sources.into_iter().map(|source| source.files).collect();
        Ok(SiteUnderWork { app, sources, out: out.to_owned(), written: HashSet::new() })
    }

    /// Writes the page or shard that a path below the site asks for, once; other paths ask for none.
    pub fn write(&mut self, path: &str) -> Result<(), String> {
        let path = path.trim_start_matches('/');
        if let Some((files, document)) = self.shard_at(path) {
            if !self.written.contains(path) {
                write_shard(&files.corpus, document, path, &self.out)?;
                self.written.insert(path.to_owned());
            }
        } else if let Some((files, place)) = self.page_at(path) {
            let own = place.path();
            if !self.written.contains(&own) {
                let settings = settings(&self.app, self.sources.len());
                write_page(&settings, &Source::of_files(files), place, &self.out)?;
                self.written.insert(own);
            }
        }
        Ok(())
    }

    /// The document whose shard stands at a path.
    fn shard_at(&self, path: &str) -> Option<(Arc<SourceFiles>, DocumentIx)> {
        self.sources.iter().find_map(|files| {
            let at = files.split.as_ref()?.documents.iter().position(|shard| shard == path)?;
            Some((files.clone(), files.corpus.documents.key(at)?))
        })
    }

    /// The page at a path, or the one that it stands below: parts of lists and statements come with theirs. The root is
    /// asked for by itself alone.
    fn page_at(&self, path: &str) -> Option<(Arc<SourceFiles>, PagePath)> {
        let is_part = |part: &&str| !part.is_empty() && *part != "index.html";
        let parts: Vec<&str> = path.split('/').filter(is_part).collect();
        let above = (parts.len().min(1)..=parts.len()).rev().filter_map(|count| parts.get(..count));
        let mut places = above.map(|parts| PagePath::parse(&parts.join("/")));
        places.find_map(|place| Some((self.source(&place)?, place)))
    }

    /// The corpus that has a page at this place.
    fn source(&self, place: &PagePath) -> Option<Arc<SourceFiles>> {
        let found = match (&place.corpus, self.sources.as_slice()) {
            (None, [only]) => only,
            (None, _) => return None,
            (Some(id), sources) => sources.iter().find(|files| files.corpus.id.as_str() == id)?,
        };
        let corpus = &found.corpus;
        // What leads on from a former name stands there from the first.
        let (asked, own) = match &place.page {
            PageKind::Document(id) => (id, &corpus.documents[corpus.document_by_id(id)?].id),
            PageKind::Actor(id) => (id, &corpus.actors[corpus.actor_by_id(id)?].id),
            PageKind::Issue(id) => (id, &corpus.issues[corpus.issue_by_id(id)?].id),
            _ => return Some(found.clone()),
        };
        (own.as_str() == asked).then(|| found.clone())
    }
}

/// A site under work has no address, and pages for statements where `build` makes them by itself.
fn settings(app: &App, corpora: usize) -> Settings<'_> {
    Settings { app, site: None, all_statements: false, has_several_corpora: corpora > 1, has_coding: true }
}
