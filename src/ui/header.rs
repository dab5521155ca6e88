//! The line over everything: which corpus this is, the two screens, search, and the page's manners.

use super::html::html;
use super::link;
use super::marks;
use super::scene::{Panel, Scene, Stage, Wish};
use super::tongue::{number, tr};
use crate::view::{Action, Language, Screen, direction};
use yew::prelude::*;

pub fn header(scene: &Scene) -> Html {
    html! {
        <header class="top" role="banner">
            <h1 class="top-title">
                <button type="button" dir="auto" aria-haspopup="dialog" title="About this corpus and how it was coded"
                    onclick={show(scene, Panel::Method)}>{ marks::text(&scene.corpus().title) }</button>
            </h1>
            <nav class="tabs" aria-label="Screens">{ lists(scene) }{ tabs(scene) }</nav>
            <div class="tools">
                { offer(scene) }
                { search(scene, "search-top") }
                <button type="button" class="tool share" aria-haspopup="dialog" onclick={show(scene, Panel::Share)}>{ "Share" }</button>
                { how(scene) }
            </div>
        </header>
    }
}

/// The bar at the bottom of a phone's screen.
pub fn bar(scene: &Scene) -> Html {
    let chosen = scene.view.filter.choices().count();
    html! {
        <nav class="bar" aria-label="Bar">
            <button type="button" aria-haspopup="dialog" onclick={show(scene, Panel::Filters)}>
                { "Filters" }
                if chosen > 0 { <b class="bar-count">{ format!(" {}", number(chosen)) }</b> }
            </button>
            { tabs(scene) }
            <button type="button" aria-haspopup="dialog" onclick={show(scene, Panel::Share)}>{ "Share" }</button>
        </nav>
    }
}

/// The screens; on a phone the bar has the first ones, and the line over everything the others.
fn tabs(scene: &Scene) -> Html {
    let screen = &scene.view.screen;
    html! { <>
        { tab(scene, scene.to_text(), tr("Read"), *screen == Screen::Read, "") }
        { tab(scene, Action::Compare, tr("Compare"), scene.compares(), "") }
    </> }
}

/// The screens about all documents.
fn lists(scene: &Scene) -> Html {
    let screen = &scene.view.screen;
    let several = scene.corpus().documents.len() > 1;
    html! { <>
        if several { { tab(scene, Action::Documents, tr("Documents"), matches!(screen, Screen::Documents(_)), "of-all") } }
        { tab(scene, Action::Statements, tr("Statements"), matches!(screen, Screen::Statements(_)), "of-all") }
    </> }
}

fn tab(scene: &Scene, action: Action, label: &'static str, here: bool, class: &'static str) -> Html {
    html! {
        <a class={class} href={link::href_after(scene, &action)} aria-current={here.then_some("page")}
            onclick={link::follow(scene, action)}>{ label }</a>
    }
}

/// The search field; it stands in the header, and on a phone among the filters.
pub fn search(scene: &Scene, id: &'static str) -> Html {
    let oninput = {
        let scene = scene.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<web_sys::HtmlInputElement>() {
                scene.ask(Action::Search(field.value()));
            }
        })
    };
    html! {
        <search class="search">
            <label class="unseen-label" for={id}>{ "Search the text" }</label>
            <input {id} type="search" placeholder="Search the text" autocomplete="off" spellcheck="false"
                enterkeyhint="search" value={scene.view.filter.q.clone()} {oninput} />
        </search>
    }
}

fn show(scene: &Scene, panel: Panel) -> Callback<MouseEvent> {
    let wish = scene.wish.clone();
    Callback::from(move |_| wish.emit(Wish::Show(Some(panel))))
}

/// The way to the page in another language; the address says which it is in.
pub fn in_language(scene: &Scene, language: Language, tag: &'static str, name: &'static str) -> Html {
    let action = Action::Speak(language);
    let here = scene.view.language == language;
    html! {
        <a class="language" lang={tag} hreflang={tag} dir={direction(tag)} aria-current={here.then_some("true")}
            href={link::href_after(scene, &action)} onclick={link::follow(scene, action)}>{ name }</a>
    }
}

/// The reader's own language, where the page speaks it and is in another one.
fn offer(scene: &Scene) -> Html {
    let offered = Language::ALL.into_iter().find(|(language, ..)| Some(*language) == scene.readers_language);
    let offered =
        offered.filter(|(language, ..)| scene.stage == Stage::All && *language != scene.view.language);
    // Its place is there from the start, so that what stands after it keeps its number among its neighbours.
    html! { <span class="offer">{ offered.map(|(language, tag, name)| in_language(scene, language, tag, name)) }</span> }
}

/// The way to text size, theme, language and shortcuts: the browser opens them itself once they are here.
fn how(scene: &Scene) -> Html {
    let parts = scene.parts.filter(|_| !scene.is_still());
    let onclick = parts.is_none().then(|| show(scene, Panel::Manners));
    html! { <>
        <button type="button" class="tool" popovertarget={parts.map(|_| "manners")}
            aria-label="Text size, theme and shortcuts" {onclick}>{ "Aa" }</button>
        { parts.map(|parts| (parts.manners)(scene)) }
    </> }
}
