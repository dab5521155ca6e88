//! What this corpus is: its summary, how its statements were coded, its documents and their rights, and
//! where to report an error. One press from the title.

use crate::route::Language;
use crate::ui::CODEBOOK;
use crate::ui::context::Context;
use crate::ui::dialog::dialog;
use crate::ui::html::html;
use crate::ui::i18n::{tr, tr_format, tr_plural};
use crate::ui::labels;
use crate::ui::links;
use crate::ui::source_text;
use yew::prelude::*;

/// The way to the site's start, where it offers several corpora.
pub fn all_corpora(context: &Context) -> Html {
    let up =
        context.site.place.as_ref().filter(|_| context.site.has_several_corpora).map(|place| place.to_root());
    let language = match context.route().language {
        Language::English => String::new(),
        other => ["#lang=", other.tag()].concat(),
    };
    match up {
        Some(up) => html! { <p><a href={format!("{up}{language}")}>{ "All corpora of this site" }</a></p> },
        None => html! {},
    }
}

/// A part of the method, in which the name of the codebook leads to it where the site has it.
fn with_codebook(context: &Context, part: &str) -> Html {
    let place = context.site.place.as_ref().filter(|_| context.site.has_codebook);
    match part.split_once(CODEBOOK).zip(place) {
        Some(((before, after), place)) => html! { <>{ source_text::text(before) }
            <a href={[&place.to_root(), "corpus/", CODEBOOK].concat()}>{ CODEBOOK }</a>{ source_text::text(after) }
        </> },
        None => source_text::text(part),
    }
}

/// The way to the page on which one makes a corpus, with this one opened there.
fn coding(context: &Context) -> Html {
    let place = context.site.place.as_ref().filter(|_| context.site.has_coding);
    let language = match context.route().language {
        Language::English => String::new(),
        other => ["&lang=", other.tag()].concat(),
    };
    match place {
        Some(place) => {
            let to = [&place.to_root(), "code/#corpus=", context.corpus().id.as_str(), &language].concat();
            html! { <p><a href={to}>{ "Go on coding this corpus, or make one of your own" }</a></p> }
        }
        None => html! {},
    }
}

pub fn about(context: &Context) -> Html {
    let corpus = context.corpus();
    let license = corpus.license.as_deref().unwrap_or_else(|| tr("rights unknown"));
    let counts = [
        tr_plural(corpus.documents.len(), "{n} document", "{n} documents"),
        labels::statements(corpus.statements.len()),
        tr_plural(corpus.actors.len(), "{n} actor", "{n} actors"),
        tr_plural(corpus.issues.len(), "{n} issue", "{n} issues"),
    ];
    let coders: Vec<String> = corpus.coders.iter().map(|(_, coder)| coder.name.clone()).collect();
    let documents = corpus.documents.iter().map(|(_, doc)| {
        let license = doc.license.as_deref().unwrap_or_else(|| tr("rights unknown"));
        html! {
            <li key={doc.id.to_string()}>
                <b>{ source_text::text(&doc.title) }</b>{ ", " }{ labels::date(doc.date) }
                if let Some(publisher) = &doc.publisher { { ", " }{ source_text::text(publisher) } }
                { tr(": ") }{ source_text::text(license) }{ ". " }
                if let Some(note) = &doc.note { { source_text::text(note) } }
                if let Some(url) = &doc.url { { " " }{ links::external(url, tr("original text")) } }
            </li>
        }
    });
    let body = html! { <>
            <h3 class="method-title">{ source_text::text(&corpus.title) }</h3>
            { all_corpora(context) }
            if let Some(summary) = &corpus.summary { <p>{ source_text::text(summary) }</p> }
            <p class="soft">{ counts.join(" · ") }
                if let Some(version) = &corpus.version { { " · version " }{ source_text::text(version) } }
                if let Some(updated) = corpus.updated { { tr_format!(" · updated {day}", day = labels::date(updated)) } }</p>
            if context.site.is_edited {
                <p>{ "The file of this corpus was changed after this page was made from it. You read the file as it is now; previews, search engines and whoever has no script still find it as it was." }</p>
            }
            <h3>{ "How it was coded" }</h3>
            if let Some(method) = &corpus.method {
                { for method.split("\n\n").map(|part| html! { <p>{ with_codebook(context, part) }</p> }) }
            } else {
                <p>{ "This corpus does not say how its statements were coded." }</p>
            }
            if !coders.is_empty() { <p>{ "Coders: " }{ source_text::text(&labels::enumeration(&coders)) }</p> }
            { coding(context) }
            <h3>{ "Rights" }</h3>
            <p>{ "Corpus: " }{ source_text::text(license) }</p>
            <h3>{ "Documents" }</h3>
            <ul>{ for documents }</ul>
    </> };
    dialog(context, tr("About this corpus"), "", body)
}
