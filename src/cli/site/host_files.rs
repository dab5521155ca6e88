//! What others read of a site: a host the list of its corpora, a search engine the list of its pages.

use super::Source;
use super::template::escape_html;
use crate::corpus::Id;
use crate::ui::standalone::span;
use serde_json::json;

/// What a host can read and edit: which corpora there are, under which names, and how large each is.
pub fn index(sources: &[Source]) -> Result<String, String> {
    let rows = sources.iter().map(|source| {
        let corpus = source.corpus();
        let span = span(corpus);
        json!({
            "id": corpus.id.as_str(),
            "former_ids": corpus.former_ids.iter().map(Id::as_str).collect::<Vec<_>>(),
            "file": source.file(),
            "bytes": source.bytes.len(),
            "sum": source.sum,
            "title": corpus.title,
            "summary": corpus.summary,
            "language": corpus.language,
            "documents": corpus.documents.len(),
            "statements": corpus.statements.len(),
            "actors": corpus.actors.len(),
            "issues": corpus.issues.len(),
            "from": span.map(|(first, _)| first.to_string()),
            "to": span.map(|(_, last)| last.to_string()),
            "license": corpus.license,
            "method": corpus.method,
        })
    });
    serde_json::to_string_pretty(&rows.collect::<Vec<_>>()).map_err(|problem| problem.to_string())
}

/// The addresses of pages below `site`, as search engines read them.
pub fn sitemap(site: &str, paths: &[String]) -> String {
    let mut map = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for path in paths {
        map.push_str(&format!("<url><loc>{}</loc></url>\n", escape_html(&format!("{site}{path}"))));
    }
    map + "</urlset>\n"
}
