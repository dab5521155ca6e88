//! The beginning: paste a text, open a file, or go on with a draft that this browser keeps.

use super::action::Action;
use super::fields::text_field;
use super::view::{KeptDraft, View};
use crate::route::{Language, direction};
use crate::ui::html::html;
use crate::ui::i18n::{language, number, tr, tr_format};
use crate::ui::source_text;
use yew::prelude::*;

pub fn start(view: &View) -> Html {
    html! {
        <main id="coding-main" class="coding-start" tabindex="-1">
            <h1>{ "Make a corpus" }</h1>
            <p>{ "Mark in a text who says what, in whose words, and where they stand. What you make is one file; nothing is sent anywhere." }</p>
            <div class="field"><label for="begin-text">{ "Paste a text" }</label>
                <textarea id="begin-text" data-text="" rows="8"></textarea></div>
            <div class="begin-row">
                { text_field("begin-date", tr("When it was published: YYYY-MM-DD, YYYY-MM or YYYY"), "", 1, None) }
                { text_field("begin-language", tr("Its language: en, uk, pt-BR"), &view.language, 1, None) }
                <button type="button" class="button is-main" onclick={view.on_click(Action::Begin)}>
                    { "Begin with this text" }</button>
            </div>
            <p><button type="button" class="button" onclick={view.on_click(Action::ChooseFiles)}>{ "Open a file" }</button>{ " " }
                <span class="soft">{ "A text (.txt, .md), a corpus (.json), a table of statements (.csv) with its texts, or a project of DNA (.dna). You can also drop it on this page." }</span></p>
            { drafts(view) }
            <nav class="languages" aria-label="Language">{ for Language::ALL.into_iter().map(in_language) }</nav>
        </main>
    }
}

fn in_language((offered, tag, name): (Language, &'static str, &'static str)) -> Html {
    let here = offered == language();
    html! {
        <><a class="language" href={["#lang=", tag].concat()} lang={tag} hreflang={tag} dir={direction(tag)}
            aria-current={here.then_some("true")}>{ name }</a>{ " " }</>
    }
}

fn drafts(view: &View) -> Html {
    let row = |draft: &KeptDraft| {
        let size = number(draft.size.div_ceil(1000));
        html! {
            <li key={draft.key.clone()} class="draft-row">
                <button type="button" class="as-link" onclick={view.on_click(Action::OpenDraft(draft.key.clone()))}>
                    { source_text::text(&draft.title) }</button>
                <span class="soft">{ tr_format!("{size} kB, {day}", size = size, day = (view.day)(draft.changed)) }</span>
                <button type="button" class="tool" onclick={view.on_click(Action::DeleteDraft(draft.key.clone()))}
                    aria-label={tr_format!("Delete the draft {name}", name = draft.title)}>{ "Delete" }</button>
            </li>
        }
    };
    html! {
        <section aria-label="Drafts"><h2>{ "Drafts in this browser" }</h2>
            if let Some(drafts) = view.drafts {
                if drafts.is_empty() { <p class="soft">{ tr("None yet. What you begin is kept here after every change.") }</p> }
                <ul class="drafts">{ for drafts.iter().map(row) }</ul>
            }
        </section>
    }
}
