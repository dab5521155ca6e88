//! A statement on a page of its own, for previews in chats and for whoever has no script: whose words, the
//! words, where they stand, and the way into the text.

use crate::corpus::{Corpus, Kind, Speaker, StatementIx, Voice};
use crate::route::direction;
use crate::ui::full::card;
use crate::ui::full::comparison::evidence::said;
use crate::ui::full::positions::{coded, position};
use crate::ui::full::relay::relay;
use crate::ui::html::html;
use crate::ui::labels;
use crate::ui::links;
use crate::ui::source_text;
use yew::prelude::*;

pub fn small_statement(corpus: &Corpus, ix: StatementIx) -> Html {
    let statement = &corpus.statements[ix];
    let document = &corpus.documents[statement.document];
    let date = corpus.said(statement).date();
    let roles = statement.speaker.actors().iter().filter_map(|actor| labels::role(corpus, *actor, date));
    let roles = roles.filter(|_| statement.kind != Kind::Scare);
    // The marks that keep a distance are the writer's, whoever's the word is.
    let speaker = match (statement.kind, &statement.speaker) {
        (Kind::Scare, Speaker::Actors(_)) => labels::voice(corpus, Voice::Text),
        _ => labels::speaker(corpus, &statement.speaker),
    };
    let body = statement.on_behalf_of.map(|body| corpus.actors[body].name.as_str());
    let became = corpus.retraction(ix).map(|about| labels::retraction(corpus, about));
    html! {
        <main class="small">
            <h1>{ source_text::name(&speaker) }</h1>
            { for roles.map(|role| html! { <p class="card-role">{ source_text::text(&role) }</p> }) }
            if let Some(body) = body {
                <p class="card-role">{ "also counted for " }{ source_text::name(body) }</p>
            }
            <blockquote class="evidence-words" lang={document.language.clone()} dir={direction(&document.language)}>
                { said(corpus, statement, &[]) }</blockquote>
            <p class="evidence-how">{ labels::given(statement) }{ " · " }
                { labels::when_said(corpus.said(statement)) }{ " · " }
                { links::document_title(&document.title, &document.language) }{ " · " }
                { links::document_title(&corpus.title, &corpus.language) }</p>
            if let Some(became) = became { <p class="became">{ became }</p> }
            if !statement.positions.is_empty() {
                <ul class="positions">
                    { for coded(statement).iter().map(|all| position(None, corpus, statement, all)) }</ul>
            }
            { relay(corpus, statement) }
            { card::details(corpus, statement) }
            <p><a data-lead="" href={format!("../#s={}", statement.id)}>{ "Read it in the text" }</a></p>
        </main>
    }
}
