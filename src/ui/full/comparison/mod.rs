//! The comparison: actors down, issues across, each cell what the corpus can honestly say. On a small
//! screen one issue or one speaker at a time, chosen or swiped; never a table to pan in two directions.

pub mod cell;
pub mod cell_labels;
pub mod cell_notes;
pub mod evidence;
mod groups;
mod narrow;
pub mod pair;
pub mod table;

use super::csv;
use crate::corpus::DocumentIx;
use crate::query::{Comparison, highlighted_stances};
use crate::route::{Action, Compare as Asked, Focus, RowGrouping, RowSort};
use crate::ui::class::{class, when};
use crate::ui::context::Context;
use crate::ui::html::html;
use crate::ui::i18n::{tr, tr_plural};
use crate::ui::links;
use crate::ui::status_bar;
use evidence::evidence;
use narrow::narrow;
use pair::pair;
use table::{key, table};
use yew::prelude::*;

pub fn compare(context: &Context, asked: &Asked) -> Html {
    let Some(found) = &context.comparison() else { return html! {} };
    let rows = found.rows().count();
    html! {
        <div class={class(&["compare", when(asked.cell.is_some(), "has-evidence")])}>
            <div class="compare-main">
                <h2 class="unseen-label">{ "Comparison of stances" }</h2>
                { status_bar::status(context) }
                { head(context, asked, found, rows) }
                { body(context, asked, found, rows) }
            </div>
            { evidence(context) }
        </div>
    }
}

fn body(context: &Context, asked: &Asked, found: &Comparison, rows: usize) -> Html {
    if let Focus::Pair(a, b) = &asked.focus {
        return pair(context, a, b);
    }
    if rows == 0 || found.columns.is_empty() {
        return html! { <p class="nothing">
        { "No speaker or no issue is left to compare. Clear a filter to bring them back." }</p> };
    }
    if groups::stands_for_table(context, rows, found) {
        return groups::groups(context, found);
    }
    if context.narrow && !context.is_on_paper {
        return narrow(context, asked, found);
    }
    html! { <>{ table(context, found) }{ key() }</> }
}

/// The choice of one document, by its title.
fn here(context: &Context, document: DocumentIx, is_chosen: bool) -> Html {
    let document = &context.corpus().documents[document];
    let title = links::document_title(&document.title, &document.language);
    links::choice(context, Action::Here(Some(document.id.to_string())), is_chosen, title)
}

/// How large the table is, how its rows stand, and what it counts.
fn head(context: &Context, asked: &Asked, found: &Comparison, rows: usize) -> Html {
    let corpus = context.corpus();
    let choice =
        |label: &'static str, action: Action, here: bool| links::choice(context, action, here, label);
    let paired = matches!(asked.focus, Focus::Pair(..));
    let two = match &found.rows().take(2).map(|row| corpus.voice_id(row.voice).to_owned()).collect::<Vec<_>>()
        [..]
    {
        [a, b] if !paired => Some(Action::Pair(a.clone(), b.clone())),
        _ => None,
    };
    let download = |context: &Context| {
        context.comparison().map(|found| csv::comparison(context.corpus(), found)).unwrap_or_default()
    };
    html! { <>
        <div class="compare-head">
            <p class="compare-size">
                { format!("{} × {}", tr_plural(rows, "{n} row", "{n} rows"), tr_plural(found.columns.len(), "{n} issue", "{n} issues")) }</p>
            if !paired {
                <p class="compare-choice" role="group" aria-label="Rows">{ "Rows " }
                    { choice(tr("by group"), Action::GroupRows(RowGrouping::Group), asked.by == RowGrouping::Group) }{ " " }
                    { choice(tr("in one list"), Action::GroupRows(RowGrouping::Flat), asked.by == RowGrouping::Flat) }</p>
                <p class="compare-choice" role="group" aria-label="Order">{ "Order " }
                    { choice(tr("A–Z"), Action::Sort(RowSort::Name), asked.sort == RowSort::Name) }{ " " }
                    { choice(tr("most statements"), Action::Sort(RowSort::Statements), asked.sort == RowSort::Statements) }{ " " }
                    { choice(tr("as listed"), Action::Sort(RowSort::Listed), asked.sort == RowSort::Listed) }</p>
            }
            if let Some(document) = context.derived.last_document.filter(|_| corpus.documents.len() > 1) {
                <p class="compare-choice" role="group" aria-label="Documents">{ "Counting " }
                    { choice(tr("all documents"), Action::Here(None), !asked.here) }{ " " }
                    { here(context, document, asked.here) }</p>
            }
            <p class="compare-choice">
                if let Some(action) = two { { choice(tr("Two side by side"), action, false) } }
                if paired { { choice(tr("All speakers"), Action::All, false) } }
                { " " }{ csv::button(context, "comparison", tr("Table as CSV"), download) }
            </p>
        </div>
        if found.narrowed {
            <p class="compare-narrowed">
                { "Filters for way of quoting, relay, date and words decide which statements count here; filters for speaker and issue decide rows and columns." }</p>
        }
        if !highlighted_stances(&context.route().filter).is_empty() {
            <p class="compare-narrowed">{ "Cells with the stance you chose have a ring; the stance changes no cell." }
                </p>
        }
    </> }
}
