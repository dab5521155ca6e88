//! What this corpus is: its summary, how its statements were coded, its documents and their rights, and
//! where to report an error. One press from the title.

use super::dialog::dialog;
use super::html::html;
use super::link;
use super::marks;
use super::scene::Scene;
use super::tongue::{plural, say, tr};
use super::words;
use crate::view::Language;
use yew::prelude::*;

/// The way to the site's start, where it offers several corpora.
pub fn all_corpora(scene: &Scene) -> Html {
    let up = scene.site.place.as_ref().filter(|_| scene.site.several).map(|place| place.up());
    let language = match scene.view.language {
        Language::English => String::new(),
        other => ["#lang=", other.tag()].concat(),
    };
    match up {
        Some(up) => html! { <p><a href={format!("{up}{language}")}>{ "All corpora of this site" }</a></p> },
        None => html! {},
    }
}

pub fn method(scene: &Scene) -> Html {
    let corpus = scene.corpus();
    let license = corpus.license.as_deref().unwrap_or_else(|| tr("rights unknown"));
    let counts = [
        plural(corpus.documents.len(), "{n} document", "{n} documents"),
        words::statements(corpus.statements.len()),
        plural(corpus.actors.len(), "{n} actor", "{n} actors"),
        plural(corpus.issues.len(), "{n} issue", "{n} issues"),
    ];
    let coders: Vec<String> = corpus.coders.iter().map(|(_, coder)| coder.name.clone()).collect();
    let documents = corpus.documents.iter().map(|(_, doc)| {
        let license = doc.license.as_deref().unwrap_or_else(|| tr("rights unknown"));
        html! {
            <li key={doc.id.to_string()}>
                <b>{ marks::text(&doc.title) }</b>{ ", " }{ words::date(doc.date) }
                if let Some(publisher) = &doc.publisher { { ", " }{ marks::text(publisher) } }
                { ": " }{ marks::text(license) }{ ". " }
                if let Some(note) = &doc.note { { marks::text(note) } }
                if let Some(url) = &doc.url { { " " }{ link::elsewhere(url, tr("original article")) } }
            </li>
        }
    });
    let body = html! { <>
            <h3 class="method-title">{ marks::text(&corpus.title) }</h3>
            { all_corpora(scene) }
            if let Some(summary) = &corpus.summary { <p>{ marks::text(summary) }</p> }
            <p class="soft">{ counts.join(" · ") }
                if let Some(version) = &corpus.version { { " · version " }{ marks::text(version) } }
                if let Some(updated) = corpus.updated { { say!(" · updated {day}", day = words::date(updated)) } }</p>
            <h3>{ "How it was coded" }</h3>
            if let Some(method) = &corpus.method {
                { for method.split("\n\n").map(|part| html! { <p>{ marks::text(part) }</p> }) }
            } else {
                <p>{ "This corpus does not say how its statements were coded." }</p>
            }
            if !coders.is_empty() { <p>{ "Coders: " }{ marks::text(&words::list(&coders)) }</p> }
            <h3>{ "Rights" }</h3>
            <p>{ "Corpus: " }{ marks::text(license) }</p>
            <h3>{ "Documents" }</h3>
            <ul>{ for documents }</ul>
    </> };
    dialog(scene, tr("About this corpus"), "", body)
}
