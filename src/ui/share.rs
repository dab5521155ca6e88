//! Sharing and taking away: the link of this view, the corpus, the view as a table, paper, and a way to
//! report an error.

use super::csv;
use super::dialog::dialog;
use super::html::html;
use super::link;
use super::scene::{Scene, Wish};
use super::tongue::{in_english, number, plural, say, tr};
use crate::corpus::WebAddress;
use crate::view::View;
use crate::view::escape;
use yew::prelude::*;

pub fn share(scene: &Scene) -> Html {
    let corpus = scene.corpus();
    let link = scene.link();
    let rows = &scene.answer.matching;
    let view = Wish::Download {
        name: format!("{}-statements.csv", corpus.id),
        mime: "text/csv",
        text: in_english(|| csv::statements(corpus, rows)),
    };
    let body = html! { <>
            <h3>{ "Link to this view" }</h3>
            <p><output class="address" aria-label="Link of this view">{ link.clone() }</output></p>
            { too_long(scene) }
            if scene.site.base.is_none() {
                <p class="soft">{ "This page runs on your own machine, so the link holds only what follows the address of a site: put it behind that." }</p>
            }
            <p>{ link::button(scene, Wish::CopyLink { link }, tr("Copy link")) }</p>
            { embed_code(scene) }
            <h3>{ "Download" }</h3>
            <ul class="share-list">
                <li><a href={scene.known.source.clone()} download={format!("{}.json", corpus.id)}>{ "The corpus (JSON)" }</a></li>
                <li>{ link::button(scene, view, plural(rows.len(), "These {n} statement (CSV)", "These {n} statements (CSV)")) }</li>
                <li>{ link::button(scene, Wish::Print, tr("Print, or save as PDF")) }</li>
            </ul>
            if let Some(size) = &scene.site.keeps {
                <h3>{ "Without a network" }</h3>
                <p class="soft">{ "What you opened here stays readable without a network." }</p>
                <p>{ link::button(scene, Wish::Keep, say!("Keep everything ({size})", size = size)) }</p>
            }
            <h3>{ "Report an error" }</h3>
            { report(scene) }
    </> };
    dialog(scene, tr("Share and download"), "", body)
}

/// Html for another page that shows this view: the open statement, the open cell, or the comparison.
fn embed_code(scene: &Scene) -> Html {
    if scene.site.base.is_none() {
        return html! {};
    }
    let view = View { embed: true, ..(*scene.view).clone() };
    let quoted = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    let text = format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"480\" loading=\"lazy\"></iframe>",
        quoted(&scene.link_of(&view)),
        quoted(&scene.corpus().title)
    );
    html! { <>
        <h3>{ "Show this view in another page" }</h3>
        <p><output class="address" aria-label="Embed code of this view">{ text.clone() }</output></p>
        <p>{ link::button(scene, Wish::Copy { text, said: tr("Embed code copied.") }, tr("Copy embed code")) }</p>
    </> }
}

/// A link that chats and mail would cut is not offered as if it worked.
fn too_long(scene: &Scene) -> Html {
    let length = scene.link().chars().count();
    if length <= crate::view::MAX_LINK {
        return html! {};
    }
    html! {
        <p class="notice">{ say!("This link has {n} characters; some programs cut links above {most}. ", n = number(length), most = number(crate::view::MAX_LINK)) }
            { match complement(scene) {
                Some(view) => html! { <a href={link::href(scene, &view)}>{ "Asked by what it leaves out, this view has a shorter link." }</a> },
                None => html! { { "Choose fewer filters to make it shorter." } },
            } }</p>
    }
}

fn complement(scene: &Scene) -> Option<crate::view::View> {
    use crate::view::Facet;
    let corpus = scene.corpus();
    let actors = || corpus.actors.iter().map(|(_, a)| a.id.to_string()).collect::<Vec<_>>();
    let issues = || corpus.issues.iter().map(|(_, i)| i.id.to_string()).collect::<Vec<_>>();
    let shorter = scene.view.complement(|facet| match facet {
        Facet::Who => actors(),
        Facet::Issue => issues(),
        _ => Vec::new(),
    })?;
    // Joint statements make the difference: then nothing is offered.
    let found = crate::query::answer(corpus, scene.columns(), &shorter.filter);
    (found.matching == scene.answer.matching).then_some(shorter)
}

fn report(scene: &Scene) -> Html {
    let corpus = scene.corpus();
    let Some(contact) = &corpus.contact else {
        return html! { <p>{ "This corpus names nobody to write to. Tell whoever gave you this page, with the link of this view." }</p> };
    };
    if contact.starts_with("mailto:") {
        let (mut subject, mut body) = (String::new(), String::new());
        escape(&say!("Error in “{corpus}”", corpus = corpus.title), &mut subject);
        escape(&say!("What is wrong:\r\n\r\nWhere: {link}\r\n", link = scene.link()), &mut body);
        let mark = if contact.contains('?') { '&' } else { '?' };
        return html! { <p><a href={format!("{contact}{mark}subject={subject}&body={body}")}>{ "Write to the people behind this corpus" }</a>{ "; the link of this view is filled in." }</p> };
    }
    match WebAddress::new(contact) {
        Some(address) => {
            html! { <p>{ link::elsewhere(&address, tr("Report it to the people behind this corpus")) }{ ", with the link of this view (copy it above)." }</p> }
        }
        None => html! {},
    }
}
