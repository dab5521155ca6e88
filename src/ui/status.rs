//! The line over the text: how many statements match, what is applied, and the way from one to the
//! next. When nothing is left it says which filter emptied the view.

use super::class::{class, when};
use super::facets;
use super::html::html;
use super::link;
use super::marks;
use super::scene::{Panel, Scene, Wish};
use super::tongue::{number, plural, say, tr};
use super::words;
use crate::corpus::StatementIx;
use crate::query::{Needle, count, hits_outside};
use crate::view::{Action, Applied, Screen};
use yew::prelude::*;

pub fn status(scene: &Scene) -> Html {
    let (matching, total) = (scene.answer.matching.len(), scene.columns().len());
    let chips: Vec<Applied> = scene.view.filter.choices().collect();
    html! {
        <div class="status">
            <p class="status-count" role="status">{ counted(scene, matching, total) }{ outside(scene) }</p>
            <button type="button" class="filters-button" aria-haspopup="dialog"
                onclick={{ let wish = scene.wish.clone(); Callback::from(move |_: MouseEvent| wish.emit(Wish::Show(Some(Panel::Filters)))) }}>
                { "Filters" }</button>
            { elsewhere(scene) }
            if !chips.is_empty() {
                <ul class="chips" aria-label="Applied filters">
                    { for chips.iter().map(|applied| chip(scene, applied)) }
                    <li><a class="clear" href={link::href_after(scene, &Action::ClearAll)}
                        onclick={link::follow(scene, Action::ClearAll)}>{ "Clear" }</a></li>
                </ul>
            }
            if scene.view.screen == Screen::Read { { steps(scene) } }
        </div>
    }
}

fn counted(scene: &Scene, matching: usize, total: usize) -> Html {
    if scene.view.filter.choices().next().is_some() {
        return html! { <><b>{ matching }</b>{ plural(total, " of {n} statement", " of {n} statements") }</> };
    }
    let speakers = scene.corpus().speakers();
    let said = plural(total, " statement", " statements");
    let by = plural(speakers, " by {n} speaker", " by {n} speakers");
    html! { <><b>{ total }</b>{ said + &by }</> }
}

/// The way from words that are looked for in one document to those in all.
fn elsewhere(scene: &Scene) -> Html {
    let looks = !scene.view.filter.q.trim().is_empty() && scene.corpus().documents.len() > 1;
    if !looks || scene.view.screen != Screen::Read {
        return html! {};
    }
    let action = Action::Documents;
    html! { <a href={link::href_after(scene, &action)} onclick={link::follow(scene, action)}>{ "Search all documents" }</a> }
}

/// Words that a search finds outside all statements are marked in the text and counted apart.
fn outside(scene: &Scene) -> Option<String> {
    let needle = Needle::new(&scene.view.filter.q)?;
    let document = scene.document()?;
    let hits = needle.hits(&scene.corpus().documents[document].text);
    let outside = hits_outside(scene.corpus(), document, &hits);
    let found =
        |n| plural(n, " · found {n} time outside statements", " · found {n} times outside statements");
    (outside > 0).then(|| found(outside))
}

/// One applied choice; a press takes it back.
fn chip(scene: &Scene, applied: &Applied) -> Html {
    let action = Action::ClearOne(applied.clone());
    let (label, known) = label(scene, applied);
    let excluded = matches!(applied, Applied::Value { excluded: true, .. });
    let class = class(&["chip", when(excluded, "is-not"), when(!known, "is-unknown")]);
    let remove = if known {
        say!("Remove filter: {filter}", filter = label)
    } else {
        say!("Remove filter: {filter} (not in this corpus)", filter = label)
    };
    html! {
        <li key={label.clone()}>
            <a {class} href={link::href_after(scene, &action)} onclick={link::follow(scene, action)} aria-label={remove}>
                <span class="chip-label">{ marks::text(&label) }</span><span aria-hidden="true">{ " ×" }</span>
            </a>
        </li>
    }
}

/// What a choice is called, and whether this corpus has such a thing.
pub fn label(scene: &Scene, applied: &Applied) -> (String, bool) {
    let (facet, value, excluded) = match applied {
        Applied::Value { facet, value, excluded } => (*facet, value.as_str(), *excluded),
        Applied::Coder(id) => {
            let coder = scene.corpus().coder_by_id(id).map(|coder| scene.corpus().coders[coder].name.clone());
            let is_known = coder.is_some();
            return (say!("coded by {name}", name = coder.unwrap_or_else(|| id.clone())), is_known);
        }
        Applied::From(date) => return (say!("from {day}", day = words::date(*date)), true),
        Applied::To(date) => return (say!("to {day}", day = words::date(*date)), true),
        Applied::Words(words) => return (format!("“{words}”"), true),
    };
    let known = scene.columns().code_of(scene.corpus(), facet, value).is_some();
    let name = facets::chip(scene, facet, value).unwrap_or_else(|| value.to_owned());
    (if excluded { say!("not {name}", name = name) } else { name }, known)
}

/// Previous and next among the statements that match.
pub fn steps(scene: &Scene) -> Html {
    let matching = &scene.answer.matching;
    let open = scene.open();
    let place = match open {
        Some(statement) => match scene.answer.rank(statement) {
            Some(rank) => say!("{at} of {all}", at = number(rank + 1), all = number(matching.len())),
            None => say!("not among the {n}", n = number(matching.len())),
        },
        None => String::new(),
    };
    let step = |back: bool, glyph: &'static str, label: &'static str| {
        let wish = scene.wish.clone();
        let disabled = next(scene, open, back).is_none();
        let onclick = Callback::from(move |_: MouseEvent| wish.emit(Wish::Step { back }));
        html! { <button type="button" class="step" aria-label={label} title={label} {disabled} {onclick}>{ glyph }</button> }
    };
    html! {
        <div class="steps" role="group" aria-label="Step through the statements">
            { step(true, "‹", tr("Previous statement")) }
            <span class="steps-place">{ place }</span>
            { step(false, "›", tr("Next statement")) }
        </div>
    }
}

/// The statement that a step leads to; from none the first, or going back the last.
pub fn next(scene: &Scene, from: Option<StatementIx>, back: bool) -> Option<StatementIx> {
    let matching = &scene.answer.matching;
    match (from, back) {
        (None, false) => matching.first().copied(),
        (None, true) => matching.last().copied(),
        (Some(at), false) => matching.get(matching.partition_point(|s| *s <= at)).copied(),
        (Some(at), true) => {
            matching.partition_point(|s| *s < at).checked_sub(1).and_then(|i| matching.get(i)).copied()
        }
    }
}

/// Which choices empty the view, and how many statements each removal would bring back.
pub fn nothing_left(scene: &Scene) -> Html {
    if !scene.answer.matching.is_empty() || scene.columns().is_empty() {
        return html! {};
    }
    let rows = scene.view.filter.choices().map(|applied| {
        let action = Action::ClearOne(applied.clone());
        let without = scene.view.after(&action).0;
        let back = count(scene.corpus(), scene.columns(), &without.filter);
        let label = match &applied {
            Applied::Words(words) => words.clone(),
            _ => label(scene, &applied).0,
        };
        html! {
            <li><a href={link::href(scene, &without)} onclick={link::follow(scene, action)}>
                { marks::text(&say!("Without “{filter}”", filter = label)) }</a>
                { match back { 0 => tr(": still none").to_owned(), n => plural(n, ": {n} statement", ": {n} statements") } }</li>
        }
    });
    html! {
        <section class="nothing" aria-label="Nothing matches">
            <p>{ "No statement matches all of these filters together." }</p>
            <ul>{ for rows }</ul>
        </section>
    }
}
