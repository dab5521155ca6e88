//! Where a page stands on its site. A page of a built site has an address of its own, and its path says which
//! corpus and which document it shows; a link then needs to say only the rest. Printer and parser of that
//! path, and of the links that lead from one such page to another.

use super::View;
use super::escape::{escape, unescape};
use crate::corpus::{Corpus, DocumentIx};

/// What the path of a page says: `""`, `"corpus/"` or `"corpus/document/"`, relative to the site.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    pub corpus: Option<String>,
    pub document: Option<String>,
}

impl Place {
    /// The place of a corpus, or of one of its documents.
    pub fn of(corpus: &Corpus, document: Option<DocumentIx>) -> Place {
        let document = document.map(|document| corpus.documents[document].id.to_string());
        Place { corpus: Some(corpus.id.to_string()), document }
    }

    /// Reads a path below the site, whether or not it ends in a slash or names `index.html`.
    pub fn parse(path: &str) -> Place {
        let mut parts =
            path.split('/').filter(|part| !part.is_empty() && *part != "index.html").map(unescape);
        Place { corpus: parts.next(), document: parts.next() }
    }

    /// The path, with a slash at its end unless it is empty.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for part in [self.corpus.as_deref(), self.document.as_deref()].into_iter().map_while(|part| part) {
            escape(part, &mut path);
            path.push('/');
        }
        path
    }

    /// From here to the root of the site: `"../../"`.
    pub fn up(&self) -> String {
        "../".repeat(self.path().matches('/').count())
    }
}

impl View {
    /// The view that an address asks for at a place: what its fragment leaves open, the path says.
    pub fn at(mut self, place: &Place) -> View {
        if self.corpus.is_none() || self.corpus == place.corpus {
            self.corpus.clone_from(&place.corpus);
            if self.document.is_none() {
                self.document.clone_from(&place.document);
            }
        }
        self
    }

    /// The place of the page that shows this view.
    pub fn place(&self) -> Place {
        Place { corpus: self.corpus.clone(), document: self.document.clone() }
    }

    /// Where the view stands on its site: `corpus/document/#key=value…`, without `#` when nothing follows.
    pub fn address(&self) -> String {
        let (path, rest) = (self.place().path(), self.rest());
        if rest.is_empty() { path } else { format!("{path}#{rest}") }
    }

    /// The link to this view from a page that stands at `place`.
    pub fn href_from(&self, place: &Place) -> String {
        if self.place() == *place {
            return format!("#{}", self.rest());
        }
        format!("{}{}", place.up(), self.address())
    }

    /// The fragment without what the path says.
    pub fn rest(&self) -> String {
        let bare = View { corpus: None, document: None, ..self.clone() };
        bare.fragment()
    }
}
