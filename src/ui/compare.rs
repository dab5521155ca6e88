//! The comparison: actors down, issues across, each cell what the corpus can honestly say. On a small
//! screen one issue or one speaker at a time, chosen or swiped; never a table to pan in two directions.

use super::class::{class, when};
use super::csv;
use super::evidence::evidence;
use super::html::html;
use super::link;
use super::narrow::narrow;
use super::pair::pair;
use super::scene::{Scene, Wish};
use super::status;
use super::table::{key, table};
use super::tongue::{in_english, plural, tr};
use crate::query::{Comparison, rung};
use crate::view::{Action, Compare as Asked, Focus, Order, Rows};
use yew::prelude::*;

pub fn compare(scene: &Scene, asked: &Asked) -> Html {
    let Some(found) = &scene.comparison else { return html! {} };
    let rows = found.groups.iter().map(|group| group.rows.len()).sum::<usize>();
    html! {
        <div class={class(&["compare", when(asked.cell.is_some(), "has-evidence")])}>
            <div class="compare-main">
                <h2 class="unseen-label">{ "Comparison of stances" }</h2>
                { status::status(scene) }
                { head(scene, asked, found, rows) }
                { body(scene, asked, found, rows) }
            </div>
            { evidence(scene) }
        </div>
    }
}

fn body(scene: &Scene, asked: &Asked, found: &Comparison, rows: usize) -> Html {
    if let Focus::Pair(a, b) = &asked.focus {
        return pair(scene, a, b);
    }
    if rows == 0 || found.columns.is_empty() {
        return html! { <p class="nothing">{ "No speaker or no issue is left to compare. Clear a filter to bring them back." }</p> };
    }
    if scene.narrow {
        return narrow(scene, asked, found);
    }
    html! { <>{ table(scene, found) }{ key() }</> }
}

/// How large the table is, how its rows stand, and what it counts.
fn head(scene: &Scene, asked: &Asked, found: &Comparison, rows: usize) -> Html {
    let corpus = scene.corpus();
    let choice = |label: &'static str, action: Action, here: bool| {
        html! { <a href={link::href_after(scene, &action)} aria-current={here.then_some("true")} onclick={link::follow(scene, action)}>{ label }</a> }
    };
    let paired = matches!(asked.focus, Focus::Pair(..));
    let two = match &found
        .groups
        .iter()
        .flat_map(|g| &g.rows)
        .take(2)
        .map(|row| corpus.actors[row.actor].id.to_string())
        .collect::<Vec<_>>()[..]
    {
        [a, b] if !paired => Some(Action::Pair(a.clone(), b.clone())),
        _ => None,
    };
    let download = Wish::Download {
        name: format!("{}-comparison.csv", corpus.id),
        mime: "text/csv",
        text: in_english(|| csv::table(corpus, found)),
    };
    html! { <>
        <div class="compare-head">
            <p class="compare-size">{ format!("{} × {}", plural(rows, "{n} speaker", "{n} speakers"), plural(found.columns.len(), "{n} issue", "{n} issues")) }</p>
            if !paired {
                <p class="compare-choice" role="group" aria-label="Rows">{ "Rows " }
                    { choice(tr("by group"), Action::Rows(Rows::Group), asked.by == Rows::Group) }{ " " }
                    { choice(tr("in one list"), Action::Rows(Rows::Flat), asked.by == Rows::Flat) }</p>
                <p class="compare-choice" role="group" aria-label="Order">{ "Order " }
                    { choice(tr("A–Z"), Action::Sort(Order::Name), asked.sort == Order::Name) }{ " " }
                    { choice(tr("most quoted"), Action::Sort(Order::Statements), asked.sort == Order::Statements) }{ " " }
                    { choice(tr("as listed"), Action::Sort(Order::Listed), asked.sort == Order::Listed) }</p>
            }
            if corpus.documents.len() > 1 && scene.document().is_some() {
                <p class="compare-choice" role="group" aria-label="Documents">{ "Counting " }
                    { choice(tr("all documents"), Action::Here(false), !asked.here) }{ " " }
                    { choice(tr("this one"), Action::Here(true), asked.here) }</p>
            }
            <p class="compare-choice">
                if let Some(action) = two { { choice(tr("Two side by side"), action, false) } }
                if paired { { choice(tr("All speakers"), Action::All, false) } }
                { " " }{ link::button(scene, download, tr("Table as CSV")) }
            </p>
        </div>
        if found.narrowed {
            <p class="compare-narrowed">{ "Filters on how, through whom, when and in which words something was said choose the evidence here; who and on what choose rows and columns." }</p>
        }
        if !rung(&scene.view.filter).is_empty() {
            <p class="compare-narrowed">{ "Cells with the stance you chose have a ring; the stance changes no cell." }</p>
        }
    </> }
}
