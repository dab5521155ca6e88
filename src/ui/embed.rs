//! The page inside another page: one statement, one cell, or the comparison, and the way to the whole reader. It has
//! no filters and no panels; what frames it learns its height from `boot.js`.

use super::card;
use super::evidence::{evidence, said};
use super::foot::details;
use super::html::html;
use super::link;
use super::link::titled;
use super::pair::pair;
use super::scene::Scene;
use super::table::{key, table};
use super::tongue::tr;
use super::words;
use crate::corpus::StatementIx;
use crate::view::{Focus, Screen, View, direction};
use yew::prelude::*;

pub fn embed(scene: &Scene) -> Html {
    let (shown, label) = shown(scene);
    let corpus = scene.corpus();
    let document = scene.document().map(|document| &corpus.documents[document]);
    let whole = View { embed: false, ..(*scene.view).clone() };
    html! {
        <main class="embed" aria-label={label}>
            { shown }
            <p class="embed-foot">
                if let Some(document) = document {
                    { titled(&document.title, &document.language) }{ ", " }{ words::date(document.date) }{ " · " }
                }
                { titled(&corpus.title, &corpus.language) }{ " · " }
                <a target="_blank" href={link::href(scene, &whole)}>{ "Open in the reader" }</a>
            </p>
        </main>
    }
}

fn shown(scene: &Scene) -> (Html, String) {
    match (&scene.view.screen, scene.open()) {
        (Screen::Read, Some(ix)) => (statement(scene, ix), tr("Statement").to_owned()),
        (Screen::Compare(asked), _) if asked.cell.is_some() => {
            (evidence(scene), tr("Words behind a stance").to_owned())
        }
        (Screen::Compare(asked), _) => {
            let drawn = match (&asked.focus, &scene.comparison) {
                (Focus::Pair(a, b), _) => pair(scene, a, b),
                (_, Some(found)) => html! { <>{ table(scene, found) }{ key() }</> },
                _ => html! {},
            };
            (drawn, tr("Comparison of stances").to_owned())
        }
        (Screen::Read, None) => (text(scene), scene.corpus().title.clone()),
        _ => match scene.parts {
            Some(parts) => ((parts.list)(scene), scene.corpus().title.clone()),
            None => (html! {}, String::new()),
        },
    }
}

/// A statement in its own words, with all that its card tells.
fn statement(scene: &Scene, ix: StatementIx) -> Html {
    let corpus = scene.corpus();
    let statement = &corpus.statements[ix];
    html! {
        <div class="embed-statement">
            <blockquote class="evidence-words" lang={corpus.documents[statement.document].language.clone()}
                dir={direction(&corpus.documents[statement.document].language)}>
                { said(corpus, statement, &[]) }
            </blockquote>
            { card::glance(scene, ix) }
            { details(corpus, statement) }
        </div>
    }
}

fn text(scene: &Scene) -> Html {
    match scene.document() {
        Some(document) => super::article::article(scene, document, None),
        None => html! {},
    }
}
