//! Notices about a link, until they are closed, and a banner while statements are missing.

use crate::corpus::{Orphan, limits};
use crate::ui::context::{Command, Context};
use crate::ui::html::html;
use crate::ui::i18n::{number, tr, tr_format, tr_plural};
use crate::ui::links;
use crate::ui::source_text;
use yew::prelude::*;

/// How many problems are shown before the rest is only counted.
const MAX_SHOWN: usize = 200;

/// How many are named before the list is opened.
const MAX_NAMED: usize = 3;

/// "1 of 300 statements could not be placed", with the list.
pub fn banner(context: &Context) -> Html {
    let (lost, stated) = (&context.known.orphans, context.known.statement_count);
    if lost.is_empty() {
        return html! {};
    }
    html! {
        <section class="banner" aria-label="Statements that could not be placed"><details>
            <summary>{ summary(lost.len(), stated) }{ " " }<span class="soft">{ names(lost) }</span></summary>
            <ul>{ for lost.iter().take(MAX_SHOWN).map(row) }{ remaining(lost.len()) }</ul>
        </details></section>
    }
}

/// Notices about the link or the version of the page, until they are closed.
pub fn notices(context: &Context) -> Html {
    if context.notices.is_empty() {
        return html! {};
    }
    html! {
        <section class="notices" role="alert" aria-label="About this link">
            <ul>{ for context.notices.iter().map(|notice| html! { <li>{ source_text::text(notice) }
                </li> }) }</ul>
            { links::button(context, Command::DismissNotices, tr("Close notice")) }
        </section>
    }
}

fn summary(lost: usize, stated: usize) -> String {
    tr_format!(
        "{lost} {of_all} could not be placed; they enter no count and no cell.",
        lost = number(lost),
        of_all = tr_plural(stated, "of {n} statement", "of {n} statements")
    )
}

/// The first of them by id and first words.
fn names(lost: &[Orphan]) -> Html {
    let name = |lost: &Orphan| {
        html! { <span class="lost">{ &lost.statement }{ " " }
        <q>{ source_text::isolated(&lost.words) }</q></span> }
    };
    let more = lost.len().saturating_sub(MAX_NAMED);
    html! { <>
        { for lost.iter().take(MAX_NAMED).map(name) }
        if more > 0 { { tr_plural(more, "and {n} more", "and {n} more") } }
    </> }
}

fn row(lost: &Orphan) -> Html {
    html! { <li><b>{ &lost.statement }</b>{ tr(": ") }<q>{ source_text::text(&lost.words) }</q>
    { for lost.problems.iter().map(|problem| html! { <div class="soft">{ problem }</div> }) }</li> }
}

fn remaining(all: usize) -> Html {
    if all <= MAX_SHOWN {
        return html! {};
    }
    let more = all - MAX_SHOWN;
    // Of very many it does not list all either.
    if all > limits::LISTED {
        return html! { <li>{ tr_plural(more, "and {n} more", "and {n} more") }</li> };
    }
    html! { <li>{ tr_format!("and {n} more; the command `standpoint check` lists them all", n = number(more)) }
    </li> }
}
