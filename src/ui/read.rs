//! The reading screen: the text, a note beside each statement that matches, and the card of the one
//! that is open or pointed at. Where the notes stand is measured by the web room.

use super::article::article;
use super::card;
use super::class::class;
use super::html::html;
use super::link;
use super::link::titled;
use super::marks;
use super::neighbours::neighbours;
use super::scene::{Panel, Scene, Stage, Wish};
use super::status;
use super::tongue::{number, say, tr};
use super::words;
use crate::corpus::{DocumentIx, StatementIx};
use crate::query::StanceToken;
use crate::view::Action;
use yew::prelude::*;

pub fn read(scene: &Scene, document: DocumentIx) -> Html {
    let near = scene.near.filter(|statement| Some(*statement) != scene.open());
    html! {
        <div class="read">
            <div class="column">
                { status::status(scene) }
                { status::nothing_left(scene) }
                { about(scene, document) }
                { neighbours(scene, document, tr("Other documents")) }
                { article(scene, document, near) }
                { neighbours(scene, document, tr("On to other documents")) }
                if scene.stage != Stage::Taken { { end_notes(scene, document) } }
            </div>
            <aside class="notes" aria-label="Notes">
                // Where notes stand is measured, which the still page cannot do.
                <div class="notes-list">{ for beside(scene, document).filter(|_| scene.stage == Stage::All).map(|ix| note(scene, ix, near)) }</div>
            </aside>
        </div>
    }
}

/// What is known of the document, over its text.
fn about(scene: &Scene, document: DocumentIx) -> Html {
    let doc = &scene.corpus().documents[document];
    let how = {
        let wish = scene.wish.clone();
        Callback::from(move |_: MouseEvent| wish.emit(Wish::Show(Some(Panel::Method))))
    };
    html! {
        <div class="about-document">
            <h2 class="document-title">{ titled(&doc.title, &doc.language) }</h2>
            <p>
                { words::date(doc.date) }
                if let Some(publisher) = &doc.publisher { { " · " }{ marks::text(publisher) } }
                if let Some(author) = &doc.author { { " · " }{ marks::text(author) } }
                if let Some(url) = &doc.url { { " · " }{ link::elsewhere(url, tr("original article")) } }
                if let Some(archived) = &doc.archived { { " · " }{ link::elsewhere(archived, tr("archived copy")) } }
                <span class="about-coding">{ " · " }<button type="button" class="as-link" aria-haspopup="dialog" onclick={how}>{ "how it was coded" }</button></span>
            </p>
        </div>
    }
}

/// The statements of a document. All have their note: those that a filter leaves out are only hidden, since
/// making them anew costs more than the press that brings them back.
fn beside(scene: &Scene, document: DocumentIx) -> impl Iterator<Item = StatementIx> {
    scene.corpus().statements.iter().filter(move |(_, s)| s.document == document).map(|(ix, _)| ix)
}

/// The note beside a statement; the open one is the card, the one pointed at a glance of it.
fn note(scene: &Scene, ix: StatementIx, near: Option<StatementIx>) -> Html {
    let corpus = scene.corpus();
    let statement = &corpus.statements[ix];
    let id = statement.id.to_string();
    let label = say!(
        "Statement {n}: {speaker}",
        n = number(words::number(corpus, ix)),
        speaker = words::speaker(corpus, &statement.speaker)
    );
    if scene.open() == Some(ix) {
        return html! {
            <section key={id.clone()} class="card is-open" data-beside={id} tabindex="-1" aria-label={label}>{ card::card(scene, ix) }</section>
        };
    }
    if near == Some(ix) {
        return html! { <div key={format!("near {id}")} class="card is-near" data-beside={id}>{ card::glance(scene, ix) }</div> };
    }
    let action = Action::Open(scene.opened(ix));
    let mut positions = card::distinct(statement).into_iter().map(|p| {
        let issue = &corpus.issues[p.issue];
        let token = StanceToken::of(p);
        let sign = words::stance(token, issue.kind);
        let condition = p.condition.first().and_then(|c| c.label.clone());
        html! {
            <span class="note-position">
                if !p.is_own() { { say!("of {names}: ", names = words::list(&words::names(corpus, &p.holder))) } }
                <span class={class(&["sign", sign.tone])}><span class="glyph" aria-hidden="true">{ sign.glyph }</span>
                    { match condition { Some(c) => words::stance_given(token, issue.kind, &c), None => sign.word.to_owned() } }</span>
                { " " }{ marks::text(&issue.label) }
            </span>
        }
    }).peekable();
    html! {
        <div key={id.clone()} class={if scene.answer.has(ix) { "note" } else { "note is-out" }} data-beside={id}>
            <a tabindex="-1" href={link::href_after(scene, &action)} onclick={link::follow(scene, action)}>
                <b>{ words::speaker(corpus, &statement.speaker) }</b>{ " " }
                <span class="note-kind">{ words::kind(statement.kind) }</span>
                if positions.peek().is_none() { <span class="note-position">{ "takes no position" }</span> }
                { for positions }
            </a>
        </div>
    }
}

/// On paper, and where no script runs: the numbered statements that match.
fn end_notes(scene: &Scene, document: DocumentIx) -> Html {
    let corpus = scene.corpus();
    let rows = beside(scene, document).map(|ix| {
        let statement = &corpus.statements[ix];
        html! {
            <li value={words::number(corpus, ix).to_string()} hidden={!scene.answer.has(ix)}>
                <a href={format!("#s={}", statement.id)}>{ words::summary(corpus, statement) }</a>{ ", " }{ words::said(corpus.said(statement)) }</li>
        }
    });
    html! {
        <section class="end-notes print-only">
            <h2>{ "Statements" }</h2>
            <ol>{ for rows }</ol>
        </section>
    }
}
