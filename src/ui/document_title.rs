//! What a view is called: in the window's head, in a tab, in the title of its page.

use super::i18n::{tr, tr_format};
use super::unseen::spelled;
use crate::corpus::Corpus;
use crate::route::{Route, Screen};

/// The title of a view that is held against its corpus.
pub fn title(corpus: &Corpus, route: &Route) -> String {
    let document = route.document.as_deref().and_then(|id| corpus.document_by_id(id));
    let shown = match &route.screen {
        Screen::Read { .. } => document.map_or(String::new(), |ix| corpus.documents[ix].title.clone()),
        Screen::Compare(_) => tr("Comparison").to_owned(),
        Screen::Documents(_) => return spelled(&corpus.title),
        Screen::Statements(_) => tr("Statements").to_owned(),
        Screen::Actors(_) => tr("Actors").to_owned(),
        Screen::Issues(_) => tr("Issues").to_owned(),
        Screen::Actor(id) => {
            corpus.actor_by_id(id).map_or(String::new(), |ix| corpus.actors[ix].name.clone())
        }
        Screen::Issue(id) => {
            corpus.issue_by_id(id).map_or(String::new(), |ix| corpus.issues[ix].label.clone())
        }
    };
    spelled(&tr_format!("{page} · {corpus}", page = shown, corpus = corpus.title))
}
