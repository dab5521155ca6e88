//! The line over everything: which corpus this is, the two screens, search, and the page's manners.

use super::html::html;
use super::link;
use super::marks;
use super::scene::{Panel, Preferences, Scene, TextSize, Theme, Wish};
use super::tongue::{number, tr};
use crate::view::{Action, Language, Screen, direction};
use yew::prelude::*;

pub fn header(scene: &Scene) -> Html {
    html! {
        <header class="top" role="banner">
            <h1 class="top-title">
                <button type="button" aria-haspopup="dialog" title="About this corpus and how it was coded"
                    onclick={show(scene, Panel::Method)}>{ marks::text(&scene.corpus().title) }</button>
            </h1>
            <nav class="tabs" aria-label="Screens">{ lists(scene) }{ tabs(scene) }</nav>
            <div class="tools">
                { offer(scene) }
                { search(scene, "search-top") }
                <button type="button" class="tool share" aria-haspopup="dialog" onclick={show(scene, Panel::Share)}>{ "Share" }</button>
                <button type="button" class="tool" popovertarget="manners" aria-label="Text size, theme and shortcuts">{ "Aa" }</button>
                { manners(scene) }
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

fn manners(scene: &Scene) -> Html {
    let set = scene.preferences;
    let theme = |theme: Theme, label: &'static str| {
        radio(scene, "theme", label, set.theme == theme, Preferences { theme, ..set })
    };
    let size = |size: TextSize, label: &'static str| {
        radio(scene, "size", label, set.size == size, Preferences { size, ..set })
    };
    let shortcuts = {
        let wish = scene.wish.clone();
        let prefer = Preferences { no_shortcuts: !set.no_shortcuts, ..set };
        Callback::from(move |_: Event| wish.emit(Wish::Prefer(prefer)))
    };
    html! {
        <div id="manners" class="popover" popover="auto" role="dialog" aria-label="Text size, theme and shortcuts">
            <fieldset class="choices">
                <legend>{ "Text size" }</legend>
                { size(TextSize::Small, tr("Small")) }
                { size(TextSize::Medium, tr("Medium")) }
                { size(TextSize::Large, tr("Large")) }
                { size(TextSize::Largest, tr("Largest")) }
            </fieldset>
            <fieldset class="choices">
                <legend>{ "Theme" }</legend>
                { theme(Theme::System, tr("As the system")) }
                { theme(Theme::Light, tr("Light")) }
                { theme(Theme::Dark, tr("Dark")) }
                { theme(Theme::Contrast, tr("More contrast")) }
            </fieldset>
            <fieldset class="choices">
                <legend>{ "Language" }</legend>
                { for Language::ALL.into_iter().map(|(language, tag, name)| in_language(scene, language, tag, name)) }
            </fieldset>
            <fieldset class="choices">
                <legend>{ "Keyboard" }</legend>
                <label class="choice"><input type="checkbox" checked={!set.no_shortcuts} onchange={shortcuts} />
                    { "Single-key shortcuts" }</label>
                { link::button(scene, Wish::Show(Some(Panel::Help)), tr("Show the shortcuts")) }
            </fieldset>
            { link::button(scene, Wish::Print, tr("Print")) }
        </div>
    }
}

/// The way to the page in another language; the address says which it is in.
fn in_language(scene: &Scene, language: Language, tag: &'static str, name: &'static str) -> Html {
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
    match offered.filter(|(language, ..)| *language != scene.view.language) {
        Some((language, tag, name)) => {
            html! { <span class="offer">{ in_language(scene, language, tag, name) }</span> }
        }
        None => html! {},
    }
}

fn radio(scene: &Scene, name: &'static str, label: &'static str, checked: bool, prefer: Preferences) -> Html {
    let wish = scene.wish.clone();
    let onchange = Callback::from(move |_: Event| wish.emit(Wish::Prefer(prefer)));
    html! { <label class="choice"><input type="radio" {name} {checked} {onchange} />{ label }</label> }
}
