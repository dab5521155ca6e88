//! The comparison as a table: actors down, issues across, and what stands at the heads of both.

use super::cell::{cell, open};
use crate::corpus::{ActorIx, Corpus};
use crate::query::{Column, Comparison, Heard, Row, RowGroup, StanceToken, highlighted_stances};
use crate::route::Action;
use crate::ui::class::{class, when};
use crate::ui::context::Context;
use crate::ui::full::parts;
use crate::ui::html::html;
use crate::ui::i18n::{tr, tr_plural};
use crate::ui::links;
use crate::ui::source_text;
use yew::prelude::*;

/// So many issues stand beside each other with all that is said of them; on paper so many at all.
const ROOMY: usize = 8;
const ON_PAPER: usize = 5;

/// One table, or on paper as many as its width asks for; a large one as far as it is asked for, and as far as its open
/// cell.
pub fn table(context: &Context, found: &Comparison) -> Html {
    let all: Vec<usize> = (0..found.columns.len()).collect();
    let beside = if context.is_on_paper { ON_PAPER } else { all.len().max(1) };
    let rows = found.rows().count();
    let open = open(context).and_then(|(voice, _)| found.rows().position(|row| row.voice == voice));
    let shown = 0..parts::table_rows(context, rows, all.len()).max(open.map_or(0, |at| at + 1));
    html! { <>
        { for all.chunks(beside).map(|columns| part(context, found, columns, shown.len())) }
        { parts::rest(context, rows, &shown, false) }
    </> }
}

/// The groups with so many of their rows, in their order.
fn first_rows(groups: &[RowGroup], mut rows: usize) -> impl Iterator<Item = (Option<ActorIx>, &[Row])> {
    let shown = groups.iter().map(move |group| {
        let shown = group.rows.get(..rows).unwrap_or(&group.rows);
        rows -= shown.len();
        (head(group), shown)
    });
    shown.filter(|(_, rows)| !rows.is_empty())
}

/// The group's name, where it stands above its rows.
fn head(group: &RowGroup) -> Option<ActorIx> {
    group.head.filter(|_| group.rows.len() > 1)
}

/// How many rows the table has with its heads, for whoever hears it, where not all of them are drawn.
fn row_count(found: &Comparison, shown: usize) -> Option<String> {
    let rows = found.rows().count();
    let heads = 1 + found.groups.iter().filter_map(head).count();
    (shown < rows).then(|| (rows + heads).to_string())
}

/// The table of some columns, by their places, with so many rows.
fn part(context: &Context, found: &Comparison, columns: &[usize], shown: usize) -> Html {
    let corpus = context.corpus();
    let rung = highlighted_stances(&context.route().filter);
    let width = columns.len() + 1;
    let heads = columns.iter().filter_map(|at| found.columns.get(*at));
    html! {
        <div class="table-room" tabindex="0" role="region" aria-label="Table of stances">
        <table class={class(&["stances", when(columns.len() > ROOMY, "is-dense")])}
            aria-rowcount={row_count(found, shown)}>
            <caption class="unseen-label">
                { "Where each speaker stands on each issue, with the number of statements. An empty cell means: not heard on this here." }</caption>
            <thead><tr>
                <th scope="col" class="speaker-head">{ "Speaker" }</th>
                { for heads.map(|column| column_head(context, column)) }
            </tr></thead>
            { for first_rows(&found.groups, shown).map(|(head, rows)| html! {
                <tbody>
                    if let Some(head) = head {
                        <tr class="group-row"><th scope="rowgroup" colspan={width.to_string()}><span>
                            { source_text::name(&corpus.actors[head].name) }</span></th></tr>
                    }
                    { for rows.iter().map(|row| table_row(context, found, columns, row, &rung)) }
                </tbody>
            }) }
        </table>
        </div>
    }
}

fn column_head(context: &Context, column: &Column) -> Html {
    let issue = &context.corpus().issues[column.issue];
    let page = Action::Issue(issue.id.to_string());
    html! {
        <th scope="col" key={issue.id.to_string()}>
            <a class="issue-label" href={links::href_after(context, &page)} onclick={links::follow(context, page)}>
                <bdi>{ source_text::text(&issue.label) }</bdi></a>
            <span class="proposition">{ "In question: " }{ source_text::isolated(&issue.proposition) }</span>
            <span class="voices">{ heard(column.heard) }</span>
        </th>
    }
}

/// Who is heard on an issue, in numbers; one voice is not agreement.
pub fn heard(heard: Heard) -> String {
    let takes = || tr_plural(heard.take_a_position, "{n} takes a position", "{n} take a position");
    match (heard.take_a_position, heard.speak_of_it) {
        (0, 0) => tr("no person or body speaks of it").to_owned(),
        (0, more) => tr_plural(more, "{n} speaks of it", "{n} speak of it"),
        (_, 0) => takes(),
        (_, more) => {
            [takes(), tr_plural(more, "{n} more speaks of it", "{n} more speak of it")].join(tr(", "))
        }
    }
}

fn table_row(
    context: &Context,
    found: &Comparison,
    columns: &[usize],
    row: &Row,
    rung: &[StanceToken],
) -> Html {
    let corpus = context.corpus();
    let cells = columns.iter().filter_map(|at| found.columns.get(*at).zip(row.cells.get(*at)));
    let cells = cells.map(|(column, c)| {
        html! { <td>{ cell(context, column.issue, c, c.has_stance(corpus, rung)) }</td> }
    });
    html! {
        <tr key={corpus.voice_id(row.voice).to_owned()}>
            <th scope="row">{ links::voice(context, row.voice) }{ caption(corpus, row) }</th>
            { for cells }
        </tr>
    }
}

/// Under a name: the role on the day of the latest statement.
pub fn caption(corpus: &Corpus, row: &Row) -> Html {
    let role = row
        .latest
        .zip(row.voice.actor())
        .and_then(|(date, actor)| corpus.roles_on(actor, date).first().map(|role| role.title.clone()));
    match role {
        Some(role) => html! { <span class="row-role">{ source_text::text(&role) }</span> },
        None => html! {},
    }
}

/// What the marks mean, and what an empty cell does not say.
pub fn key() -> Html {
    html! {
        <p class="key">{ "Empty: not heard on this here, which says nothing about where the speaker stands. The small number counts the statements that carry what the cell says: it measures the space the text gives, not how firm a stance is. ▲ supports or says so · ▼ opposes or denies it · △ ▽ with a condition · ◆ both, changed, or depending on conditions · ◇ open · ○ takes no side · ? unclear · ≠ coders differ · … mentions it, no position · ☞ others say." }</p>
    }
}
