//! Everybody and every body that the corpus knows, each with the way to its page.

use super::actor::kind;
use super::list::{Listed, list};
use crate::route::{Action, Facet, RowSort};
use crate::ui::context::Context;
use crate::ui::html::html;
use crate::ui::i18n::{tr, tr_plural};
use crate::ui::links;
use crate::ui::source_text;
use yew::prelude::*;

pub fn actors(context: &Context, sort: RowSort) -> Html {
    let actors = &context.corpus().actors;
    let rows = actors.iter().map(|(ix, actor)| {
        let role = actor.roles.last().map(|role| {
            let body = role.of.map(|of| links::actor(context, of));
            html! { <>{ " · " }{ source_text::text(&role.title) }if let Some(body) = body { { ", " }{ body } }</> }
        });
        Listed {
            facet: Facet::Speaker,
            id: actor.id.to_string(),
            name: actor.name.clone(),
            head: links::actor(context, ix),
            about: html! { <p class="soft">{ tr(kind(actor.kind)) }{ role }</p> },
        }
    });
    let size = tr_plural(actors.len(), "{n} actor", "{n} actors");
    list(context, "actors", tr("Actors"), size, sort, Action::Actors, rows.collect())
}
