//! A view held against a corpus: old ids become present ones, what a link leaves open is filled in, and
//! every id that this corpus lacks is named once.

use super::{DocumentsQuery, Facet, Focus, Ids, Notice, Route, Screen};
use crate::corpus::{Corpus, StatementIx};

impl Route {
    /// The same view in the words of `corpus`. Doing it twice changes nothing.
    pub fn resolve(mut self, corpus: &Corpus) -> (Route, Vec<Notice>) {
        let mut notices = Vec::new();
        self.resolve_corpus(corpus, &mut notices);
        let open = self.resolve_open(corpus, &mut notices);
        self.resolve_document(corpus, open, &mut notices);
        self.resolve_page(corpus, &mut notices);
        self.resolve_compare(corpus, &mut notices);
        if let Some(coder) = self.filter.coder.as_ref().filter(|coder| corpus.coder_by_id(coder).is_none()) {
            notices.push(Notice::UnknownCoder(coder.clone()));
        }
        for facet in Facet::ALL {
            self.resolve_choice(corpus, facet, &mut notices);
        }
        (self, notices)
    }

    fn resolve_corpus(&mut self, corpus: &Corpus, notices: &mut Vec<Notice>) {
        let present = corpus.id.to_string();
        let asked = self.corpus.replace(present);
        let Some(asked) = asked else { return };
        if corpus.id.as_str() == asked || corpus.former_ids.iter().any(|id| id.as_str() == asked) {
            return;
        }
        notices.push(if asked.contains("://") {
            Notice::ExternalCorpus(asked)
        } else {
            Notice::OtherCorpus(asked)
        });
    }

    fn resolve_open(&mut self, corpus: &Corpus, notices: &mut Vec<Notice>) -> Option<StatementIx> {
        let opened = self.screen.open_mut()?.as_mut()?;
        let Some(ix) = corpus.statement_by_id(&opened.id) else {
            notices.push(Notice::UnknownStatement(opened.id.clone()));
            return None;
        };
        let statement = &corpus.statements[ix];
        opened.id = statement.id.to_string();
        // Another sum stays: the link goes on saying which words it was made for.
        if let Some(wording) = &statement.wording_checksum
            && opened.sum.get_or_insert_with(|| wording.clone()) != wording
        {
            notices.push(Notice::WordingChanged);
        }
        Some(ix)
    }

    /// The open statement decides the document. Where none is asked for, the only one is shown, or the list of all;
    /// a comparison has one only where it counts that one.
    fn resolve_document(&mut self, corpus: &Corpus, open: Option<StatementIx>, notices: &mut Vec<Notice>) {
        if corpus.documents.len() <= 1 && matches!(self.screen, Screen::Documents(_)) {
            self.screen = Screen::TEXT;
        }
        if !self.screen.is_of_document() {
            return;
        }
        let asked = self.document.take();
        let mut shown = open.map(|ix| corpus.statements[ix].document);
        shown = shown.or_else(|| corpus.document_by_id(asked.as_deref()?));
        let is_unknown = shown.is_none() && asked.is_some();
        if let Some(unknown) = asked.filter(|_| is_unknown) {
            notices.push(Notice::UnknownDocument(unknown));
        }
        if is_unknown || self.open().is_some() || corpus.documents.len() <= 1 {
            shown = shown.or_else(|| corpus.documents.key(0));
        }
        if matches!(&self.screen, Screen::Compare(asked) if !asked.here) {
            return;
        }
        self.document = shown.map(|ix| corpus.documents[ix].id.to_string());
        if shown.is_none() && corpus.documents.len() > 1 && self.screen == Screen::TEXT {
            self.screen = Screen::Documents(DocumentsQuery::default());
        }
    }

    fn resolve_page(&mut self, corpus: &Corpus, notices: &mut Vec<Notice>) {
        let (facet, id) = match &mut self.screen {
            Screen::Actor(id) => (Facet::Speaker, id),
            Screen::Issue(id) => (Facet::Issue, id),
            _ => return,
        };
        match present(corpus, facet, id) {
            Some(present) => *id = present,
            None => {
                let unknown = std::mem::take(id);
                notices.push(match facet {
                    Facet::Issue => Notice::UnknownIssue(unknown),
                    _ => Notice::UnknownActor(unknown),
                });
                self.screen = Screen::TEXT;
                self.resolve_document(corpus, None, notices);
            }
        }
    }

    fn resolve_compare(&mut self, corpus: &Corpus, notices: &mut Vec<Notice>) {
        let Screen::Compare(asked) = &mut self.screen else { return };
        let mut is_known = true;
        let mut actor = |id: &mut String| match corpus.voice_by_id(id) {
            Some(voice) => *id = corpus.voice_id(voice).to_owned(),
            None => notices.push(Notice::UnknownActor(id.clone())),
        };
        match &mut asked.focus {
            Focus::All | Focus::Column(_) => {}
            Focus::Pair(a, b) => {
                actor(a);
                actor(b);
            }
            Focus::Row(id) => actor(id),
        }
        if let Some((id, _)) = &mut asked.cell {
            actor(id);
            is_known = corpus.voice_by_id(id).is_some();
        }
        let mut issue = |id: &mut String| match present(corpus, Facet::Issue, id) {
            Some(present) => *id = present,
            None => notices.push(Notice::UnknownIssue(id.clone())),
        };
        if let Focus::Column(id) = &mut asked.focus {
            issue(id);
        }
        if let Some((_, id)) = &mut asked.cell {
            issue(id);
            is_known &= corpus.issue_by_id(id).is_some();
        }
        if !is_known {
            asked.cell = None;
        }
    }

    fn resolve_choice(&mut self, corpus: &Corpus, facet: Facet, notices: &mut Vec<Notice>) {
        if facet.is_closed() {
            return;
        }
        let choice = self.filter.choice_mut(facet);
        let asked = std::mem::take(choice);
        let included = asked.included().map(|value| (value, false));
        for (value, excluded) in included.chain(asked.excluded().map(|value| (value, true))) {
            let found = if facet.tokens().contains(&value) {
                Some(value.to_owned())
            } else {
                present(corpus, facet, value)
            };
            if found.is_none() {
                notices.push(Notice::UnknownValue { facet, value: value.to_owned() });
            }
            let value = found.unwrap_or_else(|| value.to_owned());
            if excluded && choice.includes(&value) {
                notices.push(Notice::Contradiction { facet, value: value.clone() });
            }
            let _ = if excluded { choice.exclude(&value) } else { choice.include(&value) };
        }
    }
}

/// The id that stands today for an id of an actor or an issue.
fn present(corpus: &Corpus, facet: Facet, id: &str) -> Option<String> {
    match facet.ids()? {
        Ids::Actors => corpus.actor_by_id(id).map(|ix| corpus.actors[ix].id.to_string()),
        Ids::Issues => corpus.issue_by_id(id).map(|ix| corpus.issues[ix].id.to_string()),
    }
}
