//! The page: the line over everything, the filters, one of the two screens, and what stands over them.

use super::class::{class, when};
use super::context::{Command, Context, Dialog};
use super::dialog::dialog;
use super::filters::{filters, show_results};
use super::header;
use super::html::html;
use super::i18n::tr;
use super::reader::paper::legend;
use super::reader::read;
use crate::route::Compare;
use yew::prelude::*;

pub fn page(context: &Context) -> Html {
    if let Some(full) = context.features.filter(|_| context.route().embed) {
        return full.embed(context);
    }
    let sheet = context.open().is_some() || context.compare().is_some_and(|asked| asked.cell.is_some());
    html! {
        <div key={context.redrawn.to_string()} class={class(&["page", when(sheet, "has-sheet")])}>
            { skip_link(context) }
            { header::header(context) }
            { context.features.map(|full| full.banner(context)) }
            { context.features.map(|full| full.notices(context)) }
            <div class="rooms">
                <aside class="facets" aria-label="Filters">{ skip_link(context) }{ filters(context, false) }</aside>
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
    // While the comparison is on its way, the text stays.
    let document =
        context.document().or(context.derived.last_document.filter(|_| context.features.is_none()));
    let reading = || match document {
        Some(document) => read(context, document),
        None => html! { <p class="nothing">{ "This corpus has no documents yet." }</p> },
    };
    let compares = context.compares();
    if context.known.missing_shard(context.route()).is_some() {
        return away();
    }
    if !context.route().screen.is_of_document() {
        let list = context.features.map(|full| full.list(context));
        return html! { <div key="list" class="screen screen-list">{ list }{ paper(context) }</div> };
    }
    // The prerendered page of one of several documents compares that one; of an only one the comparison has a page.
    let compares_here = context.is_incomplete() && (compares || context.corpus().documents.len() > 1);
    let asked = context.compare().cloned();
    let asked = asked.unwrap_or(Compare { here: context.document().is_some(), ..Compare::default() });
    html! { <>
        if !compares || context.features.is_none() || context.is_incomplete() && context.document().is_some() {
            <div key="read" class="screen screen-read">{ reading() }</div>
        }
        if let Some(full) = context.features.filter(|_| compares_here || compares) {
            <div key="compare" class="screen screen-compare">{ full.compare(context, &asked) }{ paper(context) }</div>
        }
    </> }
}

/// What stands there until that part of the corpus comes which a view needs.
pub fn away() -> Html {
    html! { <div key="away" class="screen"><p class="nothing">
    { "This view needs more of the corpus, which is on its way." }</p></div> }
}

/// What stands on paper under everything but a text, whose end notes have it.
fn paper(context: &Context) -> Option<Html> {
    context.is_on_paper.then(|| html! { <section class="end-notes print-only">{ legend(context) }</section> })
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

/// Moves the focus into the text without touching the address. It is shown where Tab comes to it: before all, and
/// before the filters, which have a hundred stops.
fn skip_link(context: &Context) -> Html {
    let command = context.command.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        command.emit(Command::FocusText);
    });
    html! { <a class="skip" href="#main" {onclick}>{ "Skip to the text" }</a> }
}
