//! What the page says when not all can be had: of a link, until it is closed; of a corpus that is not whole, as long
//! as statements are missing.

use super::html::html;
use super::link;
use super::scene::{Scene, Wish};
use super::tongue::{number, plural, say, tr};
use crate::corpus::Lost;
use yew::prelude::*;

/// How many problems are shown before the rest is only counted.
const SHOWN: usize = 200;

/// "1 of 300 statements could not be placed", with the list.
pub fn banner(scene: &Scene) -> Html {
    let (lost, stated) = (&scene.known.lost, scene.known.stated);
    if lost.is_empty() {
        return html! {};
    }
    html! {
        <section class="banner" aria-label="Statements that could not be placed"><details>
            <summary>{ counted(lost.len(), stated) }</summary>
            <ul>{ for lost.iter().take(SHOWN).map(row) }{ rest(lost.len()) }</ul>
        </details></section>
    }
}

/// What a link asked for that this corpus does not have; one notice, until it is closed.
pub fn notices(scene: &Scene) -> Html {
    if scene.notices.is_empty() {
        return html! {};
    }
    html! {
        <section class="notices" role="alert" aria-label="About this link">
            <ul>{ for scene.notices.iter().map(|notice| html! { <li>{ super::marks::text(notice) }</li> }) }</ul>
            { link::button(scene, Wish::Dismiss, tr("Close notice")) }
        </section>
    }
}

fn counted(lost: usize, stated: usize) -> String {
    say!(
        "{lost} {of_all} could not be placed; they enter no count and no cell.",
        lost = number(lost),
        of_all = plural(stated, "of {n} statement", "of {n} statements")
    )
}

fn row(lost: &Lost) -> Html {
    html! { <li><b>{ &lost.statement }</b>{ ": " }<q>{ super::marks::text(&lost.words) }</q>{ for lost.problems.iter().map(|problem| html! { <div class="soft">{ problem }</div> }) }</li> }
}

fn rest(all: usize) -> Html {
    if all <= SHOWN {
        return html! {};
    }
    html! { <li>{ say!("and {n} more; the command `standpoint check` lists them all", n = number(all - SHOWN)) }</li> }
}
