//! The documents of a corpus: when and where each was published, how many of its statements match, who speaks in
//! these, and, while something is looked for, where it stands in each.

use super::html::html;
use super::link;
use super::link::titled;
use super::marks;
use super::method::all_corpora;
use super::scene::Scene;
use super::status;
use super::tongue::{plural, say, tr};
use super::words;
use crate::corpus::{Corpus, DocumentIx, Span, StatementIx};
use crate::query::{Shelved, Shelves, around, library as shelves};
use crate::view::{Action, Facet, Library, Shelf};
use yew::prelude::*;

/// How many speakers a row names, and how many places where something was found.
const VOICES: usize = 6;
const FOUND: usize = 3;
/// How much stands around a place that was found, in code points.
const AROUND: u32 = 50;

pub fn library(scene: &Scene, asked: Library) -> Html {
    let found = shelves(scene.corpus(), scene.columns(), &scene.view.filter, &scene.answer, asked);
    html! {
        <div class="list">
            <h2 class="unseen-label">{ "Documents" }</h2>
            { status::status(scene) }
            { status::nothing_left(scene) }
            { head(scene, asked, &found) }
            { all_corpora(scene) }
            <ol class="shelf">{ for found.documents.iter().map(|row| shelved(scene, row)) }</ol>
        </div>
    }
}

fn head(scene: &Scene, asked: Library, found: &Shelves) -> Html {
    let choice = |label: &'static str, sort: Shelf| {
        let action = Action::Shelve(sort);
        html! { <a href={link::href_after(scene, &action)} aria-current={(asked.sort == sort).then_some("true")}
        onclick={link::follow(scene, action)}>{ label }</a> }
    };
    let all = |label: &'static str, all: bool| {
        let action = Action::AllDocuments(all);
        html! { <a href={link::href_after(scene, &action)} onclick={link::follow(scene, action)}>{ label }</a> }
    };
    let count = found.documents.len();
    html! {
        <div class="compare-head">
            <p class="compare-size">
                { plural(count, "{n} document", "{n} documents") }
                if found.left_out > 0 { { ", " }{ plural(found.left_out, "{n} without a match", "{n} without a match") } }
            </p>
            <p class="compare-choice" role="group" aria-label="Order">{ "Order " }
                { choice(tr("oldest first"), Shelf::Oldest) }{ " " }
                { choice(tr("newest first"), Shelf::Newest) }{ " " }
                { choice(tr("by title"), Shelf::Title) }{ " " }
                { choice(tr("by publisher"), Shelf::Publisher) }{ " " }
                { choice(tr("most statements"), Shelf::Statements) }</p>
            if found.left_out > 0 { <p class="compare-choice">{ all(tr("Show all documents"), true) }</p> }
            if asked.all { <p class="compare-choice">{ all(tr("Only documents with a match"), false) }</p> }
        </div>
    }
}

fn shelved(scene: &Scene, row: &Shelved) -> Html {
    let corpus = scene.corpus();
    let document = &corpus.documents[row.document];
    let read = Action::Document(document.id.to_string());
    let filtered = scene.view.filter.choices().next().is_some();
    let count = if filtered {
        let total = plural(row.total, "{n} statement", "{n} statements");
        say!("{matching} of {statements}", matching = super::tongue::number(row.matching), statements = total)
    } else {
        plural(row.total, "{n} statement", "{n} statements")
    };
    html! {
        <li key={document.id.to_string()} class="shelved">
            <h3><a href={link::href_after(scene, &read)} onclick={link::follow(scene, read)}>{ titled(&document.title, &document.language) }</a></h3>
            <p class="soft">{ origin(corpus, row.document) }{ " · " }{ count }
                if row.outside > 0 {
                    { " · " }{ plural(row.outside, "found {n} time outside statements", "found {n} times outside statements") }
                }
            </p>
            { voices(scene, row) }
            if !row.hits.is_empty() { { finds(scene, row) } }
        </li>
    }
}

/// When and where a document was published.
pub fn origin(corpus: &Corpus, document: DocumentIx) -> Html {
    let document = &corpus.documents[document];
    html! { <>
        <time datetime={document.date.to_string()}>{ words::date(document.date) }</time>
        if let Some(publisher) = &document.publisher { { " · " }{ marks::name(publisher) } }
    </> }
}

/// Who speaks in the statements that match; a press asks for one of them alone.
fn voices(scene: &Scene, row: &Shelved) -> Html {
    if row.voices.is_empty() {
        return html! {};
    }
    let corpus = scene.corpus();
    let one = |(voice, count): &(u32, usize)| {
        let (id, name) = match scene.columns().actor(corpus, *voice) {
            Some(actor) => (corpus.actors[actor].id.to_string(), marks::name(&corpus.actors[actor].name)),
            None if *voice == scene.columns().writer() => {
                ("~document".to_owned(), html! { { "the writer" } })
            }
            None => ("~none".to_owned(), html! { { "nobody named" } }),
        };
        let only = Action::Only(Facet::Who, id);
        html! { <li><a href={link::href_after(scene, &only)} onclick={link::follow(scene, only)}>{ name }{ " " }<b>{ *count }</b></a></li> }
    };
    let more = row.voices.len().saturating_sub(VOICES);
    html! {
        <ul class="voices-strip" aria-label="Who speaks">
            { for row.voices.iter().take(VOICES).map(one) }
            if more > 0 { <li class="soft">{ plural(more, "and {n} more", "and {n} more") }</li> }
        </ul>
    }
}

/// Where the words that are looked for stand.
fn finds(scene: &Scene, row: &Shelved) -> Html {
    let document = &scene.corpus().documents[row.document];
    let more = row.hits.len().saturating_sub(FOUND);
    html! {
        <ul class="finds" aria-label="Found in the text" lang={document.language.clone()} dir={crate::view::direction(&document.language)}>
            { for row.hits.iter().take(FOUND).map(|hit| find(scene, row.document, *hit)) }
            if more > 0 {
                <li class="soft" lang={super::tongue::spoken().tag()} dir="auto">{ plural(more, "and {n} more place", "and {n} more places") }</li>
            }
        </ul>
    }
}

fn find(scene: &Scene, document: DocumentIx, hit: Span) -> Html {
    let corpus = scene.corpus();
    let text = &corpus.documents[document].text;
    let (before, after) = around(text, hit, AROUND);
    let words = |span: Option<Span>| span.map_or("", |span| text.get(span));
    let action = match owner(corpus, document, hit) {
        Some(statement) => Action::Open(scene.opened(statement)),
        None => Action::Document(corpus.documents[document].id.to_string()),
    };
    html! {
        <li><a href={link::href_after(scene, &action)} onclick={link::follow(scene, action)}>
            { "…" }{ marks::text(words(before)) }<mark class="hit">{ marks::text(text.get(hit)) }</mark>{ marks::text(words(after)) }{ "…" }
        </a></li>
    }
}

/// The innermost statement in whose words a place lies.
fn owner(corpus: &Corpus, document: DocumentIx, hit: Span) -> Option<StatementIx> {
    let holds = |(_, s): &(StatementIx, &crate::corpus::Statement)| {
        s.document == document && s.spans.iter().any(|words| words.span.contains(hit))
    };
    corpus.statements.iter().rev().find(holds).map(|(ix, _)| ix)
}
