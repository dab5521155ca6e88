//! The page inside another page: one statement, one cell, the
//! comparison, a text or a list, and a link to the whole reader. It has
//! no filters and no dialogs. `loader.js` sends its height to the page around it.

use super::card::{self, details};
use super::comparison::evidence::{evidence, said};
use super::comparison::pair::pair;
use super::comparison::table::{key, table};
use crate::corpus::StatementIx;
use crate::route::{Focus, Route, Screen, direction};
use crate::ui::context::Context;
use crate::ui::html::html;
use crate::ui::i18n::tr;
use crate::ui::labels;
use crate::ui::layout::away;
use crate::ui::links;
use yew::prelude::*;

pub fn embed(context: &Context) -> Html {
    if context.known.missing_shard(context.route()).is_some() {
        return away();
    }
    let (content, label) = content(context);
    let corpus = context.corpus();
    let document = context.document().map(|document| &corpus.documents[document]);
    let whole = Route { embed: false, ..context.route().clone() };
    html! {
        <main class="embed" aria-label={label}>
            { content }
            <p class="embed-foot">
                if let Some(document) = document {
                    { links::document_title(&document.title, &document.language) }
                    { ", " }{ labels::date(document.date) }{ " · " }
                }
                { links::document_title(&corpus.title, &corpus.language) }{ " · " }
                <a target="_blank" href={links::href(context, &whole)}>{ "Open in the reader" }</a>
            </p>
        </main>
    }
}

fn content(context: &Context) -> (Html, String) {
    match (&context.route().screen, context.open()) {
        (Screen::Read { .. }, Some(ix)) => (statement(context, ix), tr("Statement").to_owned()),
        (Screen::Compare(compare), _) if compare.cell.is_some() => {
            (evidence(context), tr("Words behind a stance").to_owned())
        }
        (Screen::Compare(compare), _) => {
            let content = match (&compare.focus, &context.comparison()) {
                (Focus::Pair(a, b), _) => pair(context, a, b),
                (_, Some(comparison)) => html! { <>{ table(context, comparison) }{ key() }</> },
                _ => html! {},
            };
            (content, tr("Comparison of stances").to_owned())
        }
        (Screen::Read { .. }, None) => (text(context), context.corpus().title.clone()),
        _ => match context.features {
            Some(features) => (features.list(context), context.corpus().title.clone()),
            None => (html! {}, String::new()),
        },
    }
}

/// A statement in its own words, with all that its card tells.
fn statement(context: &Context, ix: StatementIx) -> Html {
    let corpus = context.corpus();
    let statement = &corpus.statements[ix];
    html! {
        <div class="embed-statement">
            <blockquote class="evidence-words" lang={corpus.documents[statement.document].language.clone()}
                dir={direction(&corpus.documents[statement.document].language)}>
                { said(corpus, statement, &[]) }
            </blockquote>
            { card::preview(context, ix) }
            { details(corpus, statement) }
        </div>
    }
}

fn text(context: &Context) -> Html {
    match context.document() {
        Some(document) => crate::ui::reader::article::article(context, document, None),
        None => html! {},
    }
}
