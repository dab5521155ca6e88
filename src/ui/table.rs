//! The comparison as a table: actors down, issues across, and what stands at the heads of both.

use super::cell::cell;
use super::html::html;
use super::link::{self, named};
use super::marks;
use super::scene::Scene;
use super::tongue::{plural, tr};
use crate::corpus::{ActorIx, Corpus};
use crate::query::{Column, Comparison, Row, StanceToken, rung};
use crate::view::Action;
use yew::prelude::*;

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
