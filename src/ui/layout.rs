//! The page: the line over everything, the filters, one of the two screens, and what stands over them.

use super::class::{class, when};
use super::context::{Command, Context, Dialog};
use super::dialog::dialog;
use super::filters::{filters, show_results};
use super::header;
use super::html::html;
use super::i18n::tr;
use super::reader::read;
use crate::route::Compare;
use yew::prelude::*;

pub fn page(context: &Context) -> Html {
    if let Some(full) = context.features.filter(|_| context.route().embed) {
        return full.embed(context);
    }
    let sheet = context.open().is_some() || context.compare().is_some_and(|asked| asked.cell.is_some());
    html! {
        <div class={class(&["page", when(sheet, "has-sheet")])}>
            <a class="skip" href="#main" onclick={skip(context)}>{ "Skip to the text" }</a>
            { header::header(context) }
            { context.features.map(|full| full.banner(context)) }
            { context.features.map(|full| full.notices(context)) }
            <div class="rooms">
                <aside class="facets" aria-label="Filters">{ filters(context, false) }</aside>
                <main id="main" tabindex="-1">{ screen(context) }</main>
            </div>
            { header::bar(context) }
            { open_dialog(context) }
            <p class="toast" role="status" aria-live="polite">{ context.announcement.clone() }</p>
            <p class="print-only print-link">{ context.link() }</p>
        </div>
    }
}

fn screen(context: &Context) -> Html {
    let reading = || match context.document() {
        Some(document) => read(context, document),
        None => html! { <p class="nothing">{ "This corpus has no documents yet." }</p> },
    };
    let compares = context.compares();
    if context.known.missing_shard(context.route()).is_some() {
        return html! { <div key="away" class="screen"><p class="nothing">
        { "This view needs more of the corpus, which is on its way." }</p></div> };
    }
    if !context.route().screen.is_of_document() {
        let list = context.features.map(|full| full.list(context));
        return html! { <div key="list" class="screen screen-list">{ list }</div> };
    }
    // Of a large corpus the prerendered page compares the one document that is here.
    let here = context.is_incomplete() && context.is_sharded;
    let asked = context.compare().cloned().unwrap_or(Compare { here, ..Compare::default() });
    html! { <>
        if !compares || context.features.is_none() || context.is_incomplete() && context.document().is_some() {
            <div key="read" class="screen screen-read">{ reading() }</div>
        }
        if let Some(full) = context.features.filter(|_| context.is_incomplete() || compares) {
            <div key="compare" class="screen screen-compare">{ full.compare(context, &asked) }</div>
        }
    </> }
}

fn open_dialog(context: &Context) -> Html {
    match (context.dialog, context.features) {
        (Some(Dialog::Filters), _) => {
            let body =
                html! { <>{ filters(context, true) }<p class="sheet-foot">{ show_results(context) }</p></> };
            dialog(context, tr("Filters"), "sheet", body)
        }
        (Some(dialog), Some(full)) => full.dialog(context, dialog),
        _ => html! {},
    }
}

/// Moves the focus into the text without touching the address.
fn skip(context: &Context) -> Callback<MouseEvent> {
    let command = context.command.clone();
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        command.emit(Command::FocusText);
    })
}
