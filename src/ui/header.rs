//! The line over everything: which corpus this is, the two screens, search, and the settings.

use super::context::{Command, Context, Dialog, Phase};
use super::html::html;
use super::i18n::{number, tr};
use super::links;
use super::search_field::search_field;
use super::source_text;
use crate::route::{Action, Language, RowSort, Screen, direction};
use yew::prelude::*;

pub fn header(context: &Context) -> Html {
    html! {
        <header class="top" role="banner">
            <h1 class="top-title">
                <a dir="auto" href={links::href_after(context, &Action::Home)} title="The start of this corpus, without filters"
                    onclick={links::follow(context, Action::Home)}>{ source_text::text(&context.corpus().title) }</a>
            </h1>
            <nav class="tabs" aria-label="Screens">{ tabs(context) }{ lists(context) }</nav>
            <div class="tools">
                { offer(context) }
                { search_field(context, "search-top") }
                <button type="button" class="tool share" aria-haspopup="dialog"
                    onclick={show(context, Dialog::Share)}>{ "Share" }</button>
                { how(context) }
            </div>
        </header>
    }
}

/// The bar at the bottom of a phone's screen, and what its last button shows, which a browser opens by itself.
pub fn bar(context: &Context) -> Html {
    let chosen = context.route().filter.choices().count();
    html! { <>
        <nav class="bar" aria-label="Bar">
            <button type="button" aria-haspopup="dialog" onclick={show(context, Dialog::Filters)}>
                { "Filters" }
                if chosen > 0 { <b class="bar-count">{ format!(" {}", number(chosen)) }</b> }
            </button>
            { tabs(context) }
            <button type="button" aria-haspopup="dialog" onclick={show(context, Dialog::Share)}>{ "Share" }</button>
            <button type="button" popovertarget="lists">{ "More" }</button>
        </nav>
        <nav id="lists" class="more-screens" popover="auto" aria-label="More">{ lists(context) }</nav>
    </> }
}

/// The text and the comparison.
fn tabs(context: &Context) -> Html {
    let screen = &context.route().screen;
    html! { <>
        { tab(context, context.to_text(), tr("Read"), matches!(screen, Screen::Read { .. })) }
        { tab(context, Action::Compare, tr("Compare"), context.compares()) }
    </> }
}

/// What lists all there is, and what is to know of the corpus.
fn lists(context: &Context) -> Html {
    let screen = &context.route().screen;
    let several = context.corpus().documents.len() > 1;
    html! { <>
        if several { { tab(context, Action::Documents, tr("Documents"), matches!(screen, Screen::Documents(_))) } }
        { tab(context, Action::Statements, tr("Statements"), matches!(screen, Screen::Statements(_))) }
        { tab(context, Action::Actors(RowSort::default()), tr("Actors"), matches!(screen, Screen::Actors(_))) }
        { tab(context, Action::Issues(RowSort::default()), tr("Issues"), matches!(screen, Screen::Issues(_))) }
        <button type="button" class="about" aria-haspopup="dialog" title="About this corpus and how it was coded"
            onclick={show(context, Dialog::About)}>{ "About" }</button>
    </> }
}

fn tab(context: &Context, action: Action, label: &'static str, here: bool) -> Html {
    html! {
        <a href={links::href_after(context, &action)} aria-current={here.then_some("page")}
            onclick={links::follow(context, action)}>{ label }</a>
    }
}

fn show(context: &Context, dialog: Dialog) -> Callback<MouseEvent> {
    let command = context.command.clone();
    Callback::from(move |_| command.emit(Command::OpenDialog(Some(dialog))))
}

/// The way to the page in another language; the address says which it is in.
pub fn in_language(context: &Context, language: Language, tag: &'static str, name: &'static str) -> Html {
    let action = Action::Speak(language);
    let here = context.route().language == language;
    html! {
        <a class="language" lang={tag} hreflang={tag} dir={direction(tag)} aria-current={here.then_some("true")}
            href={links::href_after(context, &action)} onclick={links::follow(context, action)}>{ name }</a>
    }
}

/// The reader's own language, where the page speaks it and is in another one.
fn offer(context: &Context) -> Html {
    let offered =
        Language::ALL.into_iter().find(|(language, ..)| Some(*language) == context.readers_language);
    let offered = offered
        .filter(|(language, ..)| context.phase == Phase::Complete && *language != context.route().language);
    // Its place is there from the start, so that what stands after it keeps its number among its neighbours.
    html! { <span class="offer">{ offered.map(|(language, tag, name)| in_language(context, language, tag, name)) }
    </span> }
}

/// The way to text size, theme, language and shortcuts: the browser opens them itself once they are here.
fn how(context: &Context) -> Html {
    let full = context.features.filter(|_| !context.is_incomplete());
    let onclick = full.is_none().then(|| show(context, Dialog::Settings));
    html! { <>
        <button type="button" class="tool" popovertarget={full.map(|_| "settings")}
            aria-label="Text size, theme and shortcuts" {onclick}>{ "Aa" }</button>
        { full.map(|full| full.settings(context)) }
    </> }
}
