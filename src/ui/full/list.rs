//! What the lists of actors and of issues have in common: how many there are, their order, a search, and rows with
//! the number of statements that match.

use super::parts::{self, PartSize};
use crate::query::count;
use crate::route::{Action, Facet, RowSort};
use crate::ui::context::Context;
use crate::ui::html::html;
use crate::ui::i18n::{tr, tr_plural};
use crate::ui::labels;
use crate::ui::links;
use crate::ui::list_search::{finds, list_search};
use crate::ui::status_bar;
use yew::prelude::*;

/// One row of a list.
pub struct Listed {
    pub facet: Facet,
    pub id: String,
    pub name: String,
    /// The name as the link to its page.
    pub head: Html,
    /// What it is, in a line.
    pub about: Html,
}

/// A list of what has a page of its own. `key` tells it apart, `of` is the way to it in another order.
pub fn list(
    context: &Context,
    key: &'static str,
    title: &'static str,
    size: String,
    sort: RowSort,
    of: fn(RowSort) -> Action,
    rows: Vec<Listed>,
) -> Html {
    let all = rows.len();
    let is_found = finds(context, key);
    let mut rows: Vec<Listed> = rows.into_iter().filter(|row| is_found(&row.name)).collect();
    let counted = |row: &Listed| matching(context, row.facet, &row.id);
    match sort {
        RowSort::Name => rows.sort_by_cached_key(|row| crate::query::fold(&row.name)),
        RowSort::Statements => rows.sort_by_cached_key(|row| std::cmp::Reverse(counted(row))),
        RowSort::Listed => {}
    }
    let shown = parts::rows(context, rows.len(), PartSize::Names);
    let rest = parts::rest(context, rows.len(), &shown, true);
    let is_bare = rows.is_empty() && all > 0;
    let body = html! { <>
        <ul class="shelf">{ for parts::part(&rows, shown).iter().map(|row| listed(context, counted(row), row)) }</ul>
        { rest }
    </> };
    if context.site.part > 0 {
        return body;
    }
    let choice = |label: &'static str, to: RowSort| links::choice(context, of(to), sort == to, label);
    html! {
        <div class="list">
            <h2 class="list-title">{ title }</h2>
            { status_bar::status(context) }
            <div class="compare-head">
                <p class="compare-size">{ size }</p>
                <p class="compare-choice" role="group" aria-label="Order">{ "Order " }
                    { choice(tr("A–Z"), RowSort::Name) }{ " " }
                    { choice(tr("most statements"), RowSort::Statements) }{ " " }
                    { choice(tr("as listed"), RowSort::Listed) }</p>
            </div>
            { list_search(context, key, title, all) }
            if is_bare { <p class="nothing" role="status">{ "Nothing in this list has these words." }</p> }
            { body }
        </div>
    }
}

fn listed(context: &Context, count: usize, row: &Listed) -> Html {
    let all = Action::ListOnly(row.facet, row.id.clone());
    html! {
        <li key={row.id.clone()} class="shelved">
            <h3>{ row.head.clone() }</h3>
            { row.about.clone() }
            <p class="soft">
                if count > 0 {
                    <a href={links::href_after(context, &all)} onclick={links::follow(context, all)}>
                        { labels::statements(count) }</a>
                } else { { tr_plural(0, "{n} statement", "{n} statements") } }
            </p>
        </li>
    }
}

/// How many statements a value leaves, beside what is chosen already.
pub fn matching(context: &Context, facet: Facet, id: &str) -> usize {
    let only = context.route().apply(&Action::ListOnly(facet, id.to_owned())).0;
    count(context.corpus(), context.columns(), &only.filter)
}
