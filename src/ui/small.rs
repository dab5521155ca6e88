//! A statement on a page of its own, for previews in chats and for whoever has no script: whose words, the
//! words, where they stand, and the way into the text.

use super::card;
use super::evidence::said;
use super::html::html;
use super::link::titled;
use super::marks;
use super::words;
use crate::corpus::{Corpus, StatementIx};
use crate::view::direction;
use yew::prelude::*;

pub fn small_statement(corpus: &Corpus, ix: StatementIx) -> Html {
    let statement = &corpus.statements[ix];
    let document = &corpus.documents[statement.document];
    let date = corpus.said(statement).date();
    let roles = statement.speaker.actors().iter().filter_map(|actor| words::role(corpus, *actor, date));
    html! {
        <main class="small">
            <h1>{ marks::name(&words::speaker(corpus, &statement.speaker)) }</h1>
            { for roles.map(|role| html! { <p class="card-role">{ marks::text(&role) }</p> }) }
            <blockquote class="evidence-words" lang={document.language.clone()} dir={direction(&document.language)}>{ said(corpus, statement, &[]) }</blockquote>
            <p class="evidence-how">{ words::kind(statement.kind) }{ " · " }{ words::said(corpus.said(statement)) }{ " · " }{ titled(&document.title, &document.language) }{ " · " }{ titled(&corpus.title, &corpus.language) }</p>
            if !statement.positions.is_empty() {
                <ul class="positions">{ for statement.positions.iter().map(|p| card::position(None, corpus, statement, p)) }</ul>
            }
            { card::relay(corpus, statement) }
            <p><a data-lead="" href={format!("../#s={}", statement.id)}>{ "Read it in the text" }</a></p>
        </main>
    }
}
