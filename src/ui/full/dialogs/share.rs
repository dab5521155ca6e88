//! Sharing and taking away: the link of this view, the corpus, the view as a table, paper, and a way to
//! report an error.

use crate::corpus::{Loaded, WebAddress};
use crate::route::Route;
use crate::route::encode;
use crate::ui::context::{Command, Context};
use crate::ui::dialog::dialog;
use crate::ui::full::cite::{blockquote, escaped, reader_link};
use crate::ui::full::csv;
use crate::ui::html::html;
use crate::ui::i18n::{number, tr, tr_format, tr_plural};
use crate::ui::links;
use yew::prelude::*;

pub fn share(context: &Context) -> Html {
    let corpus = context.corpus();
    let link = context.link();
    let rows = &context.answer().matching;
    let count = tr_plural(rows.len(), "This statement (CSV)", "These {n} statements (CSV)");
    let matching = |context: &Context| csv::statements(context.corpus(), &context.answer().matching);
    let body = html! { <>
            <h3>{ "Link to this view" }</h3>
            <p><output class="address" aria-label="Link of this view">{ link.clone() }</output></p>
            { too_long(context) }
            if context.site.base.is_none() {
                <p class="soft">{ "This page runs on your own machine, so the link holds only what follows the address of a site: put it behind that." }</p>
            }
            <p>{ links::button(context, Command::CopyLink { link }, tr("Copy link")) }</p>
            { embed_code(context) }
            <h3>{ "Download" }</h3>
            <ul class="share-list">
                <li><a href={context.known.source.clone()} download={format!("{}.json", corpus.id)}>
                    { "The corpus (JSON)" }</a></li>
                // An index has no words of theirs.
                if context.known.loaded == Loaded::Everything {
                    <li>{ csv::button(context, "statements", count, matching) }</li>
                }
                <li>{ links::button(context, Command::Print, tr("Print, or save as PDF")) }</li>
            </ul>
            if let Some(size) = &context.site.keeps {
                <h3>{ "Without a network" }</h3>
                <p class="soft">{ "What you opened here stays readable without a network." }</p>
                <p>{ links::button(context, Command::SaveOffline, tr_format!("Keep everything ({size})", size = size)) }</p>
            }
            <h3>{ "Report an error" }</h3>
            { report(context) }
    </> };
    dialog(context, tr("Share and download"), "", body)
}

/// Html for another page that shows this view: the open statement, the open cell, or the comparison.
fn embed_code(context: &Context) -> Html {
    if context.site.base.is_none() {
        return html! {};
    }
    let route = Route { embed: true, ..context.route().clone() };
    let text = format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"480\" loading=\"lazy\"></iframe>",
        escaped(&context.link_of(&route)),
        escaped(&context.corpus().title)
    );
    let words = context.open().map(|ix| {
        let corpus = context.corpus();
        blockquote(corpus, &corpus.statements[ix], reader_link(context, ix).as_deref())
    });
    html! { <>
        <h3>{ "Show this view in another page" }</h3>
        <p><output class="address" aria-label="Embed code of this view">{ text.clone() }</output></p>
        <p>{ links::button(context, Command::Copy { text, said: tr("Embed code copied.") }, tr("Copy embed code")) }</p>
        if let Some(text) = words {
            <p class="soft">{ "Beside it, the words as text of that page:" }</p>
            <p><output class="address cited" aria-label="The words as html">{ text.clone() }</output></p>
            <p>{ links::button(context, Command::Copy { text, said: tr("Citation copied.") }, tr("Copy HTML")) }</p>
        }
    </> }
}

/// A link that chats and mail would cut is not offered as if it worked.
fn too_long(context: &Context) -> Html {
    let length = context.link().chars().count();
    if length <= crate::route::MAX_LINK {
        return html! {};
    }
    html! {
        <p class="notice">
            { tr_format!("This link has {n} characters; some programs cut links above {most}. ", n = number(length), most = number(crate::route::MAX_LINK)) }
            { match complement(context) {
                Some(route) => html! { <a href={links::href(context, &route)}>
                    { "Naming what to leave out instead makes the link shorter." }</a> },
                None => html! { { "Choose fewer filters to make it shorter." } },
            } }</p>
    }
}

fn complement(context: &Context) -> Option<crate::route::Route> {
    use crate::route::Facet;
    let corpus = context.corpus();
    let actors = || corpus.actors.iter().map(|(_, a)| a.id.to_string()).collect::<Vec<_>>();
    let issues = || corpus.issues.iter().map(|(_, i)| i.id.to_string()).collect::<Vec<_>>();
    let shorter = context.route().complement(|facet| match facet {
        Facet::Speaker => actors(),
        Facet::Issue => issues(),
        _ => Vec::new(),
    })?;
    // Joint statements make the difference: then nothing is offered.
    let found = crate::query::answer(corpus, context.columns(), &shorter.filter);
    (found.matching == context.answer().matching).then_some(shorter)
}

fn report(context: &Context) -> Html {
    let corpus = context.corpus();
    let Some(contact) = &corpus.contact else {
        return html! { <p>
        { "This corpus names nobody to write to. Tell whoever gave you this page, with the link of this view." }
        </p> };
    };
    if contact.starts_with("mailto:") {
        let (mut subject, mut body) = (String::new(), String::new());
        encode(&tr_format!("Error in “{corpus}”", corpus = corpus.title), &mut subject);
        encode(&tr_format!("What is wrong:\r\n\r\nWhere: {link}\r\n", link = context.link()), &mut body);
        let mark = if contact.contains('?') { '&' } else { '?' };
        return html! { <p><a href={format!("{contact}{mark}subject={subject}&body={body}")}>
        { "Write to the people behind this corpus" }</a>{ "; the link of this view is filled in." }</p> };
    }
    match WebAddress::new(contact) {
        Some(address) => {
            html! { <p>{ links::external(&address, tr("Report it to the people behind this corpus")) }
            { ", with the link of this view (copy it above)." }</p> }
        }
        None => html! {},
    }
}
