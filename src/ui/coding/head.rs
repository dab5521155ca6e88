//! The bar above the text: what is worked on, undo and redo, whether it is kept, and the way out.

use super::action::{Action, Do, Tab};
use super::view::{Keeping, View};
use super::work::Work;
use crate::corpus::raw::Document;
use crate::ui::class::{class, when};
use crate::ui::html::html;
use crate::ui::i18n::{number, tr, tr_format};
use crate::ui::source_text;
use yew::prelude::*;

pub fn head(view: &View, work: &Work) -> Html {
    let is_lost = matches!(view.keeping, Keeping::Lost(_));
    let history = work.draft().history();
    html! {
        <header class="coding-head">
            <h1><button type="button" class="as-link" onclick={view.on_click(Action::Close)}
                aria-label="All drafts">{ "‹" }</button>{ " " }{ source_text::text(&work.file().title) }</h1>
            <p class="head-tools">
                <button type="button" class="tool" onclick={view.on_do(Do::Undo)} disabled={history.done.is_empty().then_some("")}
                    title="Ctrl+Z">{ "Undo" }</button>
                <button type="button" class="tool" onclick={view.on_do(Do::Redo)}
                    disabled={history.undone.is_empty().then_some("")} title="Ctrl+Shift+Z">{ "Redo" }</button>
                <button type="button" class="tool" onclick={view.on_click(Action::Read)}>{ "Read" }</button>
                <button type="button" class="tool is-main" onclick={view.on_click(Action::Save)} title="Ctrl+S">
                    { "Save file" }</button>
            </p>
            <p class={class(&["kept", "soft", when(is_lost, "is-lost")])}>{ kept(view, work) }</p>
        </header>
    }
}

fn kept(view: &View, work: &Work) -> String {
    match view.keeping {
        Keeping::Lost(why) => tr_format!("Not kept here ({why}): save the file.", why = why),
        Keeping::Kept if work.draft().is_saved() => {
            tr("Kept in this browser, and saved as a file.").to_owned()
        }
        Keeping::Kept => tr("Kept in this browser. Save the file to take it along.").to_owned(),
    }
}

/// The texts of the corpus, of which one is shown.
pub fn documents(view: &View, work: &Work) -> Html {
    let shown = work.document().map(|document| &document.id);
    let row = |document: &Document| {
        let is_shown = shown == Some(&document.id);
        html! {
            <button type="button" class={class(&["tab", when(is_shown, "is-chosen")])} aria-pressed={is_shown.to_string()}
                onclick={view.on_do(Do::ShowDocument(document.id.clone()))}>
                { source_text::text(&document.title) }</button>
        }
    };
    html! { <nav class="coding-tabs" aria-label="Texts">{ for work.file().documents.iter().map(row) }</nav> }
}

/// What the panel can show.
pub fn tabs(view: &View, work: &Work) -> Html {
    let file = work.file();
    let tab = |tab: Tab, label: &'static str, count: Option<usize>| {
        let is_shown = work.tab == tab;
        html! {
            <button type="button" class={class(&["tab", when(is_shown, "is-chosen")])} aria-pressed={is_shown.to_string()}
                onclick={view.on_do(Do::Show(tab))}>{ label }
                if let Some(count) = count { <span class="soft">{ " " }{ number(count) }</span> }</button>
        }
    };
    let problems = (!work.problems.is_empty()).then(|| work.problems.count());
    html! {
        <nav class="coding-tabs" aria-label="Panel">
            { tab(Tab::Statement, tr("Statements"), Some(work.placed().len())) }
            { tab(Tab::Actors, tr("Actors"), Some(file.actors.len())) }
            { tab(Tab::Issues, tr("Issues"), Some(file.issues.len())) }
            { tab(Tab::Document, tr("This text"), None) }
            { tab(Tab::Corpus, tr("The corpus"), None) }
            { tab(Tab::Problems, tr("Problems"), problems) }
            { tab(Tab::History, tr("Steps"), None) }
            { tab(Tab::Beside, tr("Another coder"), work.beside().map(|beside| beside.open().count())) }
        </nav>
    }
}
