//! The comparison: actors down, issues across, each cell what the corpus can honestly say. On a small
//! screen one issue or one speaker at a time, chosen or swiped; never a table to pan in two directions.

use super::cell::cell;
use super::class::{class, when};
use super::csv;
use super::evidence::evidence;
use super::html::html;
use super::link;
use super::listing::named;
use super::marks;
use super::narrow::narrow;
use super::pair::pair;
use super::scene::{Scene, Wish};
use super::status;
use super::tongue::{in_english, plural, tr};
use crate::corpus::{ActorIx, Corpus};
use crate::query::{Column, Comparison, Row, StanceToken, rung};
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

pub fn table(scene: &Scene, found: &Comparison) -> Html {
    let corpus = scene.corpus();
    let rung = rung(&scene.view.filter);
    let width = found.columns.len() + 1;
    html! {
        <div class="table-room" tabindex="0" role="region" aria-label="Table of stances">
        <table class="stances">
            <caption class="unseen-label">{ "Where each speaker stands on each issue, with the number of statements. An empty cell means: not quoted on this here." }</caption>
            <thead><tr>
                <th scope="col" class="speaker-head">{ "Speaker" }</th>
                { for found.columns.iter().map(|column| column_head(scene, column)) }
            </tr></thead>
            { for found.groups.iter().map(|group| html! {
                <tbody>
                    if let Some(head) = group.head {
                        <tr class="group-row"><th scope="rowgroup" colspan={width.to_string()}><span>{ marks::name(&corpus.actors[head].name) }</span></th></tr>
                    }
                    { for group.rows.iter().map(|row| table_row(scene, found, row, &rung)) }
                </tbody>
            }) }
        </table>
        </div>
    }
}

fn column_head(scene: &Scene, column: &Column) -> Html {
    let issue = &scene.corpus().issues[column.issue];
    let page = Action::Issue(issue.id.to_string());
    html! {
        <th scope="col" key={issue.id.to_string()}>
            <a class="issue-label" href={link::href_after(scene, &page)} onclick={link::follow(scene, page)}><bdi>{ marks::text(&issue.label) }</bdi></a>
            <span class="proposition">{ marks::apart(&issue.proposition) }</span>
            <span class="voices">{ voices(column.voices) }</span>
        </th>
    }
}

/// How many take a stance; one voice is not agreement.
pub fn voices(n: usize) -> String {
    match n {
        0 => tr("nobody speaks to it").to_owned(),
        n => plural(n, "one speaks to it", "{n} speak to it"),
    }
}

fn table_row(scene: &Scene, found: &Comparison, row: &Row, rung: &[StanceToken]) -> Html {
    let corpus = scene.corpus();
    let cells = found.columns.iter().zip(&row.cells).map(|(column, c)| {
        html! { <td>{ cell(scene, row.actor, column.issue, c, c.has_stance(corpus, rung)) }</td> }
    });
    html! {
        <tr key={corpus.actors[row.actor].id.to_string()}>
            <th scope="row">{ named(scene, row.actor) }{ caption(corpus, row) }</th>
            { for cells }
        </tr>
    }
}

/// Under a name: the role on the day of the latest statement.
pub fn caption(corpus: &Corpus, row: &Row) -> Html {
    match row.latest.and_then(|date| title(corpus, row.actor, date)) {
        Some(role) => html! { <span class="row-role">{ marks::text(&role) }</span> },
        None => html! {},
    }
}

fn title(corpus: &Corpus, actor: ActorIx, date: crate::corpus::PartialDate) -> Option<String> {
    corpus.roles_on(actor, date).first().map(|role| role.title.clone())
}

/// What the marks mean, and what an empty cell does not say.
pub fn key() -> Html {
    html! {
        <p class="key">{ "Empty: not quoted on this here, which says nothing about where the speaker stands. The small number counts statements: it measures the space the text gives, not how firm a stance is. ▲ supports or says so · ▼ opposes or denies it · △ ▽ with a condition · ◆ both ways · ◇ open · ○ takes no side · ? unclear · ☞ said of it by others · … speaks of it, takes no position." }</p>
    }
}
