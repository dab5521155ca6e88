//! The reading screen: the text, a note beside each statement that matches, and the card of the one
//! that is open or pointed at. Where the notes stand is measured by the web room.

pub mod article;
pub mod card;
mod pager;
pub mod paper;

use article::article;

use super::context::{Command, Context, Dialog, Phase};
use super::html::html;
use super::i18n::{number, tr, tr_format};
use super::labels;
use super::links;
use super::source_text;
use super::status_bar;
use crate::corpus::{DocumentIx, StatementIx};
use crate::route::Action;
use pager::neighbours;
use paper::end_notes;
use yew::prelude::*;

pub fn read(context: &Context, document: DocumentIx) -> Html {
    let near = context.hovered.filter(|statement| Some(*statement) != context.open());
    let notes = beside(context, document).filter(|_| context.phase == Phase::Complete);
    let notes = notes.map(|ix| note(context, ix, near));
    html! {
        <div class="read">
            <div class="column">
                { status_bar::status(context) }
                { status_bar::empty_state(context) }
                { about(context, document) }
                { neighbours(context, document, tr("Other documents")) }
                { article(context, document, near) }
                { neighbours(context, document, tr("On to other documents")) }
                if context.phase != Phase::Hydrated { { end_notes(context, document) } }
            </div>
            <aside class="notes" aria-label="Notes">
                // Where notes stand is measured, which the prerendered page cannot do.
                <div class="notes-list">{ for notes }</div>
            </aside>
        </div>
    }
}

/// What is known of the document, over its text.
fn about(context: &Context, document: DocumentIx) -> Html {
    let doc = &context.corpus().documents[document];
    let how = {
        let command = context.command.clone();
        Callback::from(move |_: MouseEvent| command.emit(Command::OpenDialog(Some(Dialog::About))))
    };
    html! {
        <div class="about-document">
            <h2 class="document-title">{ links::document_title(&doc.title, &doc.language) }</h2>
            <p>
                { labels::date(doc.date) }
                if let Some(publisher) = &doc.publisher { { " · " }{ source_text::text(publisher) } }
                if let Some(author) = &doc.author { { " · " }{ source_text::text(author) } }
                if let Some(url) = &doc.url { { " · " }{ links::external(url, tr("original text")) } }
                if let Some(archived) = &doc.archived { { " · " }{ links::external(archived, tr("archived copy")) } }
                <span class="about-coding">{ " · " }<button type="button" class="as-link" aria-haspopup="dialog"
                    onclick={how}>{ "how it was coded" }</button></span>
            </p>
        </div>
    }
}

/// The statements of a document. All have their note: those that a filter leaves out are only hidden, since
/// making them anew costs more than the press that brings them back.
fn beside(context: &Context, document: DocumentIx) -> impl Iterator<Item = StatementIx> {
    context.corpus().statements_in(document).iter().copied()
}

/// The note beside a statement; the open one is the card, the one pointed at a preview of it.
fn note(context: &Context, ix: StatementIx, hovered: Option<StatementIx>) -> Html {
    let corpus = context.corpus();
    let statement = &corpus.statements[ix];
    let id = statement.id.to_string();
    let label = tr_format!(
        "Statement {n}: {speaker}",
        n = number(labels::number(corpus, ix)),
        speaker = labels::speaker(corpus, &statement.speaker)
    );
    if context.open() == Some(ix) {
        return html! {
            <section key={id.clone()} class="card is-open" data-beside={id} tabindex="-1" aria-label={label}>
                { match context.features {
                    Some(full) => full.card(context, ix),
                    None => card::card(context, ix),
                } }</section>
        };
    }
    if hovered == Some(ix) {
        return html! { <div key={format!("near {id}")} class="card is-near" data-beside={id}>
        { match context.features {
            Some(full) => full.preview(context, ix),
            None => html! { <>{ card::who(context, statement) }{ card::brief(context, ix) }</> },
        } }</div> };
    }
    let action = Action::Open(context.opened(ix));
    html! {
        <div key={id.clone()} class={if context.answer().has(ix) { "note" } else { "note is-out" }} data-beside={id}>
            <a tabindex="-1" href={links::href_after(context, &action)} onclick={links::follow(context, action)}>
                <b>{ labels::speaker(corpus, &statement.speaker) }</b>{ " " }{ card::brief(context, ix) }
            </a>
        </div>
    }
}
