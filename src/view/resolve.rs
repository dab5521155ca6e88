//! A view beside the corpus it asks about: former ids become present ones, what is missing is named, and
//! the corpus and document are filled in, so that a copied address always names both.

use super::filter::{Choice, Facet};
use super::{Focus, Notice, Screen, View};
use crate::corpus::Corpus;

impl View {
    pub fn resolve(mut self, corpus: &Corpus) -> (View, Vec<Notice>) {
        let mut notices = Vec::new();
        if let Some(asked) = self.corpus.as_deref().filter(|asked| !is_this(corpus, asked)) {
            let elsewhere = asked.starts_with("https://") || asked.starts_with("http://");
            let notice = if elsewhere { Notice::CorpusElsewhere } else { Notice::OtherCorpus };
            notices.push(notice(asked.to_owned()));
        }
        self.corpus = Some(corpus.id.to_string());
        self.place(corpus, &mut notices);
        for facet in Facet::ALL {
            let choice = self.filter.choice_mut(facet);
            *choice = present(corpus, facet, choice, &mut notices);
        }
        if let Screen::Compare(compare) = &mut self.screen {
            compare.cell = compare.cell.take().and_then(|(actor, issue)| {
                Some((known(actor_id(corpus, &actor), "actor", &actor, &mut notices)?, known(issue_id(corpus, &issue), "issue", &issue, &mut notices)?))
            });
            compare.focus = match std::mem::take(&mut compare.focus) {
                Focus::All => Focus::All,
                // Kept as asked: the page lets the reader choose another in its place.
                Focus::Pair(a, b) => {
                    let mut one = |id: String| known(actor_id(corpus, &id), "actor", &id, &mut notices).unwrap_or(id);
                    Focus::Pair(one(a), one(b))
                }
                Focus::Column(id) => known(issue_id(corpus, &id), "issue", &id, &mut notices).map_or(Focus::All, Focus::Column),
                Focus::Row(id) => known(actor_id(corpus, &id), "actor", &id, &mut notices).map_or(Focus::All, Focus::Row),
            };
        }
        (self, notices)
    }

    /// The open statement decides the document; without either it is the first.
    fn place(&mut self, corpus: &Corpus, notices: &mut Vec<Notice>) {
        if let Some(mut opened) = self.open.take() {
            match corpus.statement_by_id(&opened.id).map(|ix| &corpus.statements[ix]) {
                Some(statement) => {
                    let wording = corpus.wording(statement);
                    if opened.sum.is_some_and(|sum| sum != wording) {
                        notices.push(Notice::Reworded(statement.id.to_string()));
                    }
                    opened.id = statement.id.to_string();
                    opened.sum = Some(wording);
                    self.document = Some(corpus.documents[statement.document].id.to_string());
                    self.open = Some(opened);
                }
                None => notices.push(Notice::NotHere { what: "statement", id: opened.id }),
            }
        }
        let asked = self.document.take();
        let found = asked.as_deref().and_then(|id| corpus.document_by_id(id));
        if let Some(id) = asked.filter(|_| found.is_none()) {
            notices.push(Notice::NotHere { what: "document", id });
        }
        let document = found.or_else(|| corpus.documents.iter().map(|(ix, _)| ix).next());
        self.document = document.map(|ix| corpus.documents[ix].id.to_string());
    }
}

fn is_this(corpus: &Corpus, id: &str) -> bool {
    corpus.id.as_str() == id || corpus.former_ids.iter().any(|former| former.as_str() == id)
}

fn actor_id(corpus: &Corpus, id: &str) -> Option<String> {
    corpus.actor_by_id(id).map(|ix| corpus.actors[ix].id.to_string())
}

fn issue_id(corpus: &Corpus, id: &str) -> Option<String> {
    corpus.issue_by_id(id).map(|ix| corpus.issues[ix].id.to_string())
}

fn known(found: Option<String>, what: &'static str, id: &str, notices: &mut Vec<Notice>) -> Option<String> {
    if found.is_none() {
        notices.push(Notice::NotHere { what, id: id.to_owned() });
    }
    found
}

/// The choice with present ids; what the corpus does not have stays, and matches nothing.
fn present(corpus: &Corpus, facet: Facet, choice: &Choice, notices: &mut Vec<Notice>) -> Choice {
    let (what, find): (_, fn(&Corpus, &str) -> Option<String>) = match facet {
        Facet::Stance | Facet::Kind => return choice.clone(),
        Facet::Issue => ("issue", issue_id),
        Facet::Who | Facet::Group | Facet::Via => ("actor", actor_id),
    };
    let mut now = |id: &str| match (facet, id) {
        (Facet::Who | Facet::Via, "~none" | "~document") => id.to_owned(),
        _ => known(find(corpus, id), what, id, notices).unwrap_or_else(|| id.to_owned()),
    };
    let mut all = Choice::default();
    choice.included().for_each(|id| all.include(&now(id)));
    choice.excluded().for_each(|id| all.exclude(&now(id)));
    all
}
