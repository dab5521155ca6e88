//! The way from one document to the one before and after it, with the filter kept.

use crate::corpus::DocumentIx;
use crate::query::in_time;
use crate::route::Action;
use crate::ui::context::Context;
use crate::ui::html::html;
use crate::ui::i18n::{number, tr_format, tr_plural};
use crate::ui::links;
use yew::prelude::*;

pub fn neighbours(context: &Context, document: DocumentIx, label: &'static str) -> Html {
    let all = in_time(context.corpus());
    if all.len() < 2 {
        return html! {};
    }
    let at = all.iter().position(|one| *one == document).unwrap_or(0);
    let before = at.checked_sub(1).and_then(|at| all.get(at));
    let place = tr_format!("document {n} of {all}", n = number(at + 1), all = number(all.len()));
    html! {
        <nav class="neighbours" aria-label={label}>
            <span>if let Some(before) = before { { to(context, *before, "‹", true) } }</span>
            <span class="soft">{ place }</span>
            <span>if let Some(after) = all.get(at + 1) { { to(context, *after, "›", false) } }</span>
        </nav>
    }
}

fn to(context: &Context, document: DocumentIx, glyph: &'static str, back: bool) -> Html {
    let corpus = context.corpus();
    let known = &corpus.documents[document];
    let action = Action::Document(known.id.to_string());
    let filtered = context.route().filter.choices().next().is_some();
    let matching = filtered.then(|| {
        let matching = context.answer().matching.iter();
        matching.filter(|ix| corpus.statements[**ix].document == document).count()
    });
    let arrow = || html! { <span aria-hidden="true">{ glyph }</span> };
    html! {
        <a href={links::href_after(context, &action)} rel={if back { "prev" } else { "next" }}
            onclick={links::follow(context, action)}>
            if back { { arrow() }{ " " } }
            { links::document_title(&known.title, &known.language) }
            if let Some(matching) = matching { <span class="soft">{ " · " }{ tr_plural(matching, "{n} match", "{n} matches") }</span> }
            if !back { { " " }{ arrow() } }
        </a>
    }
}
