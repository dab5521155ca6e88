//! One html file that needs nothing beside it: the program, the styles and the corpus stand inside.

use super::Source;
use super::bundle::App;
use super::html_file;
use super::metadata;
use super::page::PageContent;
use super::site::start_page;
use super::template::escape_json_for_script;
use std::path::Path;

/// Writes it, and returns a sentence about it.
pub fn write(app: &App, source: &Source, site: Option<&str>, out: &Path) -> Result<String, String> {
    html_file::check_name(out)?;
    let corpus = source.corpus();
    let text = std::str::from_utf8(&source.bytes).map_err(|problem| problem.to_string())?;
    // All routes stand in the fragment of its address; without one it opens at the start of its corpus.
    let page = start_page(corpus);
    let content = PageContent {
        source,
        page: page.clone(),
        place: None,
        site,
        has_several_corpora: false,
        has_coding: false,
        has_statement_pages: false,
        meta: &metadata::of_page(&metadata::Page { source, page, site, path: None, preview: None }),
        corpus: &escape_json_for_script(text.trim_start_matches('\u{feff}')),
        tables: None,
        part: None,
    };
    let html = content.html(&app.single_file_shell)?;
    html_file::put(out, &html)
}
