//! The page: the line over everything, the filters, one of the two screens, and what stands over them.

use super::class::{class, when};
use super::dialog::dialog;
use super::facets::{facets, show_results};
use super::header;
use super::html::html;
use super::read::read;
use super::scene::{Panel, Scene, Wish};
use super::tongue::tr;
use crate::view::Compare;
use yew::prelude::*;

pub fn page(scene: &Scene) -> Html {
    if let Some(parts) = scene.parts.filter(|_| scene.view.embed) {
        return (parts.embed)(scene);
    }
    let sheet = scene.open().is_some() || scene.compare().is_some_and(|asked| asked.cell.is_some());
    html! {
        <div class={class(&["page", when(sheet, "has-sheet")])}>
            <a class="skip" href="#main" onclick={skip(scene)}>{ "Skip to the text" }</a>
            { header::header(scene) }
            { scene.parts.map(|parts| (parts.banner)(scene)) }
            { scene.parts.map(|parts| (parts.notices)(scene)) }
            <div class="rooms">
                <aside class="facets" aria-label="Filters">{ facets(scene, false) }</aside>
                <main id="main" tabindex="-1">{ screen(scene) }</main>
            </div>
            { header::bar(scene) }
            { panel(scene) }
            <p class="toast" role="status" aria-live="polite">{ scene.said.clone() }</p>
            <p class="print-only print-link">{ scene.link() }</p>
        </div>
    }
}

fn screen(scene: &Scene) -> Html {
    let reading = || match scene.document() {
        Some(document) => read(scene, document),
        None => html! { <p class="nothing">{ "This corpus has no documents yet." }</p> },
    };
    let compares = scene.compares();
    if scene.known.lacks(&scene.view).is_some() {
        return html! { <div key="away" class="screen"><p class="nothing">{ "This view needs more of the corpus, which is on its way." }</p></div> };
    }
    if !scene.view.screen.is_of_document() {
        let list = scene.parts.map(|parts| (parts.list)(scene));
        return html! { <div key="list" class="screen screen-list">{ list }</div> };
    }
    // Of a large corpus the still page compares the one document that is here.
    let here = scene.is_still() && scene.is_large;
    let asked = scene.compare().cloned().unwrap_or(Compare { here, ..Compare::default() });
    html! { <>
        if !compares || scene.parts.is_none() || scene.is_still() && scene.document().is_some() {
            <div key="read" class="screen screen-read">{ reading() }</div>
        }
        if let Some(parts) = scene.parts.filter(|_| scene.is_still() || compares) {
            <div key="compare" class="screen screen-compare">{ (parts.compare)(scene, &asked) }</div>
        }
    </> }
}

fn panel(scene: &Scene) -> Html {
    match (scene.panel, scene.parts) {
        (Some(Panel::Filters), _) => {
            let body =
                html! { <>{ facets(scene, true) }<p class="sheet-foot">{ show_results(scene) }</p></> };
            dialog(scene, tr("Filters"), "sheet", body)
        }
        (Some(panel), Some(parts)) => (parts.panel)(scene, panel),
        _ => html! {},
    }
}

/// Moves the focus into the text without touching the address.
fn skip(scene: &Scene) -> Callback<MouseEvent> {
    let wish = scene.wish.clone();
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        wish.emit(Wish::FocusText);
    })
}
