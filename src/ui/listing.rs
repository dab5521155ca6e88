//! Statements of all documents as one list: each in its own words with a line before and after, who says it, where
//! they stand, and the way into the text. What is far from what the reader sees is an empty stretch until they come
//! near; paper gets all of it.

use super::card;
use super::evidence::said;
use super::html::html;
use super::link::{self, named, titled};
use super::marks;
use super::scene::Scene;
use super::status;
use super::tongue::{plural, tr};
use super::words;
use crate::corpus::{Corpus, Id, StatementIx};
use crate::query::{Code, Head, Listed, context, listing as list};
use crate::view::{Action, Facet, Listing};
use yew::prelude::*;

/// Rows of one stretch.
pub const STRETCH: usize = 30;
/// How many rows the still page holds; a page that a script draws holds all.
const STILL: usize = 1_000;

pub fn listing(scene: &Scene, sort: Listing) -> Html {
    let parts = list(scene.corpus(), scene.columns(), &scene.answer, sort);
    let choice = |label: &'static str, to: Listing| {
        let action = Action::List(to);
        html! { <a href={link::href_after(scene, &action)} aria-current={(sort == to).then_some("true")}
        onclick={link::follow(scene, action)}>{ label }</a> }
    };
    html! {
        <div class="list">
            <h2 class="unseen-label">{ "Statements" }</h2>
            { status::status(scene) }
            { status::nothing_left(scene) }
            <div class="compare-head">
                <p class="compare-choice" role="group" aria-label="Order">{ "Order " }
                    { choice(tr("as they are read"), Listing::Reading) }{ " " }
                    { choice(tr("by date"), Listing::Date) }{ " " }
                    { choice(tr("by speaker"), Listing::Actor) }{ " " }
                    { choice(tr("by issue"), Listing::Issue) }</p>
            </div>
            { for stretches(&parts).iter().enumerate().map(|(at, rows)| stretch(scene, &parts, at, rows)) }
        </div>
    }
}

/// A row of the list: its part, and its place in it.
type Row = (usize, usize);

fn stretches(parts: &[Listed]) -> Vec<Vec<Row>> {
    let rows = parts
        .iter()
        .enumerate()
        .flat_map(|(part, listed)| (0..listed.statements.len()).map(move |row| (part, row)));
    let rows: Vec<Row> = rows.collect();
    rows.chunks(STRETCH).map(<[Row]>::to_vec).collect()
}

fn stretch(scene: &Scene, parts: &[Listed], at: usize, rows: &[Row]) -> Html {
    let is_near = scene.near_stretches.as_ref().is_none_or(|near| near.contains(&at));
    if !is_near && !scene.is_still() || scene.is_still() && at * STRETCH >= STILL {
        return html! { <div key={at.to_string()} class="stretch is-away" data-rows={rows.len().to_string()}></div> };
    }
    let mut pieces: Vec<Html> = Vec::new();
    for run in rows.chunk_by(|a, b| a.0 == b.0) {
        let Some((part, first)) = run.first() else { continue };
        let Some(listed) = parts.get(*part) else { continue };
        let items =
            run.iter().filter_map(|(_, row)| listed.statements.get(*row)).map(|ix| listed_item(scene, *ix));
        pieces.push(html! { <>
            if *first == 0 { { part_head(scene, listed) } }
            <ol class="listed">{ for items }</ol>
        </> });
    }
    html! { <div key={at.to_string()} class="stretch" data-rows={rows.len().to_string()}>{ for pieces }</div> }
}

fn part_head(scene: &Scene, listed: &Listed) -> Html {
    let corpus = scene.corpus();
    let to = |action: Action, name: Html| {
        html! { <a href={link::href_after(scene, &action)} onclick={link::follow(scene, action)}>{ name }</a> }
    };
    let name = match listed.head {
        Head::Document(document) => {
            let document = &corpus.documents[document];
            to(Action::Document(document.id.to_string()), titled(&document.title, &document.language))
        }
        Head::When(month) => html! { { words::date(month) } },
        Head::Voice(voice) => match scene.columns().actor(corpus, voice) {
            Some(actor) => {
                let actor = &corpus.actors[actor];
                to(Action::Actor(actor.id.to_string()), marks::name(&actor.name))
            }
            None if voice == scene.columns().writer() => html! { { "The writer" } },
            None => html! { { "No named speaker" } },
        },
        Head::Issue(issue) => {
            let issue = &corpus.issues[issue];
            to(Action::Issue(issue.id.to_string()), html! { <bdi>{ marks::text(&issue.label) }</bdi> })
        }
        Head::NoIssue => html! { { "No position" } },
    };
    html! {
        <h3 class="part-head">{ name }{ " " }
            <span class="soft">{ plural(listed.statements.len(), "{n} statement", "{n} statements") }</span></h3>
    }
}

fn listed_item(scene: &Scene, ix: StatementIx) -> Html {
    let corpus = scene.corpus();
    let statement = &corpus.statements[ix];
    let document = &corpus.documents[statement.document];
    let (before, after) = context(corpus, statement);
    let words_at = |span: Option<crate::corpus::Span>| span.map_or("", |span| document.text.get(span));
    let read = Action::ReadInText(scene.opened(ix));
    html! {
        <li key={statement.id.to_string()}>
            <p class="listed-who">{ voices(scene, ix) }{ " " }<span class="note-kind">{ words::kind(statement.kind) }</span></p>
            <blockquote class="evidence-words" lang={document.language.clone()} dir={crate::view::direction(&document.language)}>
                <span class="soft">if before.is_some_and(|span| span.start() > 0) { { "…" } }{ marks::text(words_at(before)) }</span>
                { said(corpus, statement, &[]) }
                <span class="soft">{ marks::text(words_at(after)) }if after.is_some_and(|span| span.end() < document.text.len()) { { "…" } }</span>
            </blockquote>
            { card::stances_brief(corpus, statement) }
            <p class="evidence-how">{ words::said(corpus.said(statement)) }{ " · " }{ titled(&document.title, &document.language) }{ " · " }
                <a href={link::href_after(scene, &read)} onclick={link::follow(scene, read)}
                    aria-label={label(corpus, ix)}>{ "read in the text" }</a></p>
        </li>
    }
}

fn label(corpus: &Corpus, ix: StatementIx) -> String {
    let statement = &corpus.statements[ix];
    super::tongue::say!(
        "read in the text: statement {number} of {document}",
        number = super::tongue::number(words::number(corpus, ix)),
        document = corpus.documents[statement.document].title,
    )
}

/// Who speaks, each a link to what is known of them.
pub fn voices(scene: &Scene, ix: StatementIx) -> Html {
    let corpus = scene.corpus();
    let statement = &corpus.statements[ix];
    let actors = statement.speaker.actors();
    if actors.is_empty() {
        return html! { <b>{ words::speaker(corpus, &statement.speaker) }</b> };
    }
    let names = actors
        .iter()
        .enumerate()
        .map(|(at, actor)| html! { <>if at > 0 { { ", " } }<b>{ named(scene, *actor) }</b></> });
    html! { <>{ for names }if actors.len() > 1 { { ", jointly" } }</> }
}

/// How many statements a value of a facet leaves, as the way to them; or `none` there are.
pub fn counted(scene: &Scene, facet: Facet, id: &Id, code: Code, none: &'static str) -> Html {
    let count = scene.known.whole.counts.of(facet, code) as usize;
    let all = Action::ListOnly(facet, id.to_string());
    html! {
        <p class="profile-count">
            if count > 0 {
                <a href={link::href_after(scene, &all)} onclick={link::follow(scene, all)}>{ plural(count, "{n} statement", "{n} statements") }</a>
            } else { { none } }
        </p>
    }
}
