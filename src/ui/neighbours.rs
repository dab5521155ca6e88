//! The way from one document to the one before and after it, with the filter kept.

use super::html::html;
use super::link;
use super::link::titled;
use super::scene::Scene;
use super::tongue::{number, plural, say};
use crate::corpus::DocumentIx;
use crate::query::in_time;
use crate::view::Action;
use yew::prelude::*;

pub fn neighbours(scene: &Scene, document: DocumentIx, label: &'static str) -> Html {
    let all = in_time(scene.corpus());
    if all.len() < 2 {
        return html! {};
    }
    let at = all.iter().position(|one| *one == document).unwrap_or(0);
    let before = at.checked_sub(1).and_then(|at| all.get(at));
    let place = say!("document {n} of {all}", n = number(at + 1), all = number(all.len()));
    html! {
        <nav class="neighbours" aria-label={label}>
            <span>if let Some(before) = before { { to(scene, *before, "‹", true) } }</span>
            <span class="soft">{ place }</span>
            <span>if let Some(after) = all.get(at + 1) { { to(scene, *after, "›", false) } }</span>
        </nav>
    }
}

fn to(scene: &Scene, document: DocumentIx, glyph: &'static str, back: bool) -> Html {
    let corpus = scene.corpus();
    let known = &corpus.documents[document];
    let action = Action::Document(known.id.to_string());
    let filtered = scene.view.filter.choices().next().is_some();
    let matching =
        scene.answer.matching.iter().filter(|ix| corpus.statements[**ix].document == document).count();
    let arrow = || html! { <span aria-hidden="true">{ glyph }</span> };
    html! {
        <a href={link::href_after(scene, &action)} rel={if back { "prev" } else { "next" }} onclick={link::follow(scene, action)}>
            if back { { arrow() }{ " " } }
            { titled(&known.title, &known.language) }
            if filtered { <span class="soft">{ " · " }{ plural(matching, "{n} match", "{n} matches") }</span> }
            if !back { { " " }{ arrow() } }
        </a>
    }
}
