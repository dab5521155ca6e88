//! What holds for every page of a site.

use super::bundle::App;
use crate::corpus::Corpus;

/// A corpus with more statements gets no page for each, unless it is asked for.
const STATEMENT_PAGES: usize = 2_000;

pub struct Settings<'a> {
    pub app: &'a App,
    /// The site's address, with a slash at its end.
    pub site: Option<String>,
    pub all_statements: bool,
    pub has_several_corpora: bool,
    /// The site has the page on which one makes a corpus.
    pub has_coding: bool,
}

impl Settings<'_> {
    pub fn has_statement_pages(&self, corpus: &Corpus) -> bool {
        self.all_statements || corpus.statements.len() <= STATEMENT_PAGES
    }
}
