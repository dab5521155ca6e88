//! What the card of an open statement has beside what a glance of it tells: when and how it was said, what else is in its
//! words, where they stand in the original, and what can be done with it.

use super::article::sharing;
use super::card::{close, names};
use super::html::html;
use super::link;
use super::marks;
use super::scene::{Panel, Scene, Wish};
use super::status;
use super::tongue::tr;
use super::words;
use crate::corpus::{Corpus, Statement, StatementIx, WebAddress};
use crate::view::Action;
use yew::prelude::*;

/// What can be done with the open statement, and what else is in its words.
pub fn foot(scene: &Scene, ix: StatementIx) -> Html {
    let opened = scene.view.after(&Action::Open(scene.opened(ix))).0;
    let copy = Wish::CopyLink { link: scene.link_of_statement(&opened) };
    let cite = link::wish(scene, Wish::Show(Some(Panel::Cite)));
    html! { <>
        { details(scene.corpus(), &scene.corpus().statements[ix]) }
        { also_here(scene, ix) }
        { original(scene, ix) }
        <footer class="card-foot">
            <span class="card-buttons">
                { link::button(scene, copy, tr("Copy link")) }
                <button type="button" aria-haspopup="dialog" onclick={cite}>{ "Cite" }</button>
                { close(scene) }
            </span>
            { status::steps(scene) }
        </footer>
    </> }
}

/// Statements that share words with this one, so that every owner can be reached.
fn also_here(scene: &Scene, ix: StatementIx) -> Html {
    let corpus = scene.corpus();
    let others = sharing(corpus, ix);
    if others.is_empty() {
        return html! {};
    }
    let rows = others.into_iter().map(|other| {
        let action = Action::Open(scene.opened(other));
        let statement = &corpus.statements[other];
        html! { <li><a href={link::href_after(scene, &action)} onclick={link::follow(scene, action)}>
            { [words::speaker(corpus, &statement.speaker).as_str(), words::kind(statement.kind)].join(tr(", ")) }</a></li> }
    });
    html! { <section class="also"><h4>{ "Also in these words" }</h4><ul>{ for rows }</ul></section> }
}

/// The same words in the original and in its archived copy, where their addresses are known.
fn original(scene: &Scene, ix: StatementIx) -> Html {
    let document = &scene.corpus().documents[scene.corpus().statements[ix].document];
    let find = |address: &Option<WebAddress>, label, note| match address {
        Some(address) => html! { <p class="original">
            { link::elsewhere(&address.to_text(&scene.directive), label) }<span class="soft">{ note }</span>
        </p> },
        None => html! {},
    };
    html! { <>
        { find(&document.url, tr("Find it in the original"), tr(" The original may have changed.")) }
        { find(&document.archived, tr("Find it in the archived copy"), "") }
    </> }
}

/// When and how it was said, to whom, and how certain its coding is.
pub fn details(corpus: &Corpus, statement: &Statement) -> Html {
    let when = match &statement.occasion {
        Some(occasion) => {
            html! { <>{ words::said(corpus.said(statement)) }{ ", " }{ marks::text(occasion) }</> }
        }
        None => html! { { words::said(corpus.said(statement)) } },
    };
    let row = |term: &'static str, value: Html| html! { <><dt>{ term }</dt><dd>{ value }</dd></> };
    html! {
        <dl class="details">
            { row(tr("When"), when) }
            if !statement.addressees.is_empty() { { row(tr("To"), names(corpus, &statement.addressees)) } }
            { row(tr("How"), html! { { words::kind(statement.kind) } }) }
            if let Some(confidence) = statement.confidence { { row(tr("Certainty"), html! { { words::confidence(confidence) } }) } }
            if let Some(note) = &statement.note { { row(tr("Note"), marks::text(note)) } }
        </dl>
    }
}
