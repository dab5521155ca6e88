//! The search within a list of names that is too long to look through.

use super::context::{Command, Context};
use super::html::html;
use super::i18n::{tr, tr_format};
use crate::query::fold;
use yew::prelude::*;

/// A list with so many rows has a search of its own.
const LONG: usize = 15;

/// The field over a list of so many rows, if it needs one. `list` tells the lists of a page apart.
pub fn list_search(context: &Context, list: &'static str, name: &str, rows: usize) -> Html {
    if rows < LONG {
        return html! {};
    }
    let command = context.command.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(field) = event.target_dyn_into::<web_sys::HtmlInputElement>() {
            command.emit(Command::SearchList(list, field.value()));
        }
    });
    html! {
        <input type="search" class="list-search" autocomplete="off" spellcheck="false" {oninput}
            value={context.list_search(list).to_owned()} placeholder={tr("Find")}
            aria-label={tr_format!("Find in this list: {list}", list = name)} />
    }
}

/// Which names a list shows for what is looked for in it.
pub fn finds(context: &Context, list: &'static str) -> impl Fn(&str) -> bool {
    let words = fold(context.list_search(list).trim());
    move |name| words.is_empty() || fold(name).contains(&words)
}
