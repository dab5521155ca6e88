//! A comparison that is too large for a page of a site: its groups of speakers, each with the way to its own table. The
//! program draws the table where it stands, as far as it is asked for.

use crate::query::{Comparison, RowGroup};
use crate::route::{Action, Facet};
use crate::ui::context::Context;
use crate::ui::full::parts::CELLS;
use crate::ui::html::html;
use crate::ui::i18n::{tr, tr_plural};
use crate::ui::links;
use yew::prelude::*;

/// So many speakers who belong to no group are named.
const SINGLE: usize = 200;

/// Whether the page holds groups, and not the table.
pub fn stands_for_table(context: &Context, rows: usize, found: &Comparison) -> bool {
    context.is_incomplete() && rows.saturating_mul(found.columns.len()) > CELLS
}

pub fn groups(context: &Context, found: &Comparison) -> Html {
    let (several, single): (Vec<&RowGroup>, Vec<&RowGroup>) =
        found.groups.iter().partition(|group| group.head.is_some() && group.rows.len() > 1);
    let single: Vec<Html> = single
        .into_iter()
        .flat_map(|group| &group.rows)
        .map(|row| html! { <li>{ links::voice(context, row.voice) }</li> })
        .collect();
    let left = single.len().saturating_sub(SINGLE);
    let everybody = Action::Actors(Default::default());
    html! { <>
        <p class="compare-narrowed">{ "This table is too large for a page. It is drawn once the page’s program is there; here are its speakers, by group." }</p>
        <ul class="plain-list">{ for several.into_iter().filter_map(|group| one_group(context, group)) }</ul>
        <ul class="plain-list">{ for single.into_iter().take(SINGLE) }</ul>
        if left > 0 { <p><a href={links::href_after(context, &everybody)} onclick={links::follow(context, everybody)}>
            { tr_plural(left, "and {n} more", "and {n} more") }</a></p> }
    </> }
}

fn one_group(context: &Context, group: &RowGroup) -> Option<Html> {
    let head = group.head?;
    let id = context.corpus().actors[head].id.to_string();
    let own = Action::ToggleInclude(Facet::Group, id);
    let count = tr_plural(group.rows.len(), "{n} row", "{n} rows");
    Some(html! {
        <li>{ links::actor(context, head) }{ tr(": ") }
            <a href={links::href_after(context, &own)} onclick={links::follow(context, own)}>{ count }</a></li>
    })
}
