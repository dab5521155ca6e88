//! Small parts that several panels have.

use super::action::{Attached, Do};
use super::view::View;
use super::work::Work;
use crate::ui::html::html;
use crate::ui::i18n::tr_format;
use crate::ui::source_text;
use yew::prelude::*;

/// Leads to the rules of coding.
pub fn codebook() -> Html {
    html! { <a href="CODEBOOK.md" target="_blank" rel="noopener">{ "Codebook" }</a> }
}

/// An actor who stands in a field, with a way to take them out.
pub fn chip(view: &View, work: &Work, id: &str, remove: Do) -> Html {
    let name = work.actor(id).map_or_else(|| id.to_owned(), |actor| actor.name.clone());
    html! {
        <span class="chosen">{ source_text::name(&name) }
            <button type="button" class="chip-remove" onclick={view.on_do(remove)}
                aria-label={tr_format!("Take out: {words}", words = name)}>{ "×" }</button></span>
    }
}

/// A way to put what is selected into a part of the statement.
pub fn attach(view: &View, work: &Work, what: Attached, label: &'static str) -> Html {
    match work.selection() {
        Some(_) => html! {
            <button type="button" class="tool" onclick={view.on_do(Do::Attach(what))}>{ label }</button>
        },
        None => html! {},
    }
}
