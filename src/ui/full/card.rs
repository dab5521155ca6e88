//! The card of a statement: whose words, in what role, what can be done with them, where they stand, who tells us, when
//! and how, why it was coded so, what else is in its words, and where they are in the original.

use super::positions::{coded, names, position};
use super::relay::relay;
use super::swipe::{self, Swipe};
use crate::corpus::{Corpus, Statement, StatementIx, WebAddress};
use crate::route::Action;
use crate::ui::context::{Command, Context, Dialog};
use crate::ui::html::html;
use crate::ui::i18n::tr;
use crate::ui::labels;
use crate::ui::links;
use crate::ui::reader::article::sharing;
use crate::ui::reader::card::{close, who};
use crate::ui::source_text;
use crate::ui::status_bar;
use yew::prelude::*;

/// The card of the open statement.
pub fn card(context: &Context, ix: StatementIx) -> Html {
    html! { <>
        { head(context, ix) }
        { told(context, ix) }
        { details(context.corpus(), &context.corpus().statements[ix]) }
        { also_here(context, ix) }
        { original(context, ix) }
    </> }
}

/// What a card tells, without its buttons: enough for a preview.
pub fn preview(context: &Context, ix: StatementIx) -> Html {
    html! { <>
        { who(context, &context.corpus().statements[ix]) }
        { told(context, ix) }
    </> }
}

/// Whose words, and what can be done with them. A swipe down over it closes the card.
fn head(context: &Context, ix: StatementIx) -> Html {
    let opened = context.route().apply(&Action::Open(context.opened(ix))).0;
    let copy = Command::CopyLink { link: context.link_of_statement(&opened) };
    let cite = links::on_click(context, Command::OpenDialog(Some(Dialog::Cite(ix))));
    let at_end = context.clone();
    let ontouchstart = swipe::begin(context);
    let ontouchend = swipe::end(context, move |swipe| {
        if swipe == Swipe::Down && at_end.narrow {
            at_end.navigate(Action::Close);
        }
    });
    html! {
        <header class="card-head" {ontouchstart} {ontouchend}>
            { who(context, &context.corpus().statements[ix]) }
            { close(context) }
            <div class="card-actions">
                { links::button(context, copy, tr("Copy link")) }
                <button type="button" aria-haspopup="dialog" onclick={cite}>{ "Cite" }</button>
                { status_bar::stepper(context) }
            </div>
        </header>
    }
}

/// Where the words stand on the issues, and who tells us.
fn told(context: &Context, ix: StatementIx) -> Html {
    let corpus = context.corpus();
    let statement = &corpus.statements[ix];
    html! { <>
        if !statement.positions.is_empty() {
            <ul class="positions">
                { for coded(statement).iter().map(|all| position(Some(context), corpus, statement, all)) }</ul>
        } else {
            <p class="no-position">{ "no position coded" }</p>
        }
        { became(context, ix) }
        { relay(corpus, statement) }
    </> }
}

/// What became of a statement later, and what it does to an earlier one, each with the way there.
pub fn became(context: &Context, ix: StatementIx) -> Html {
    let corpus = context.corpus();
    let line = |other: StatementIx, words: String| {
        let read = Action::ReadInText(context.opened(other));
        html! { <p class="became"><a href={links::href_after(context, &read)} onclick={links::follow(context, read)}>
        { words }</a></p> }
    };
    html! { <>
        if let Some(by) = corpus.retraction(ix) { { line(by.statement, labels::retraction(corpus, by)) } }
        if let Some(about) = corpus.statements[ix].about {
            { line(about.statement, labels::relation(about.relation).to_owned()) }
        }
    </> }
}

/// Statements that share words with this one, so that every owner can be reached.
fn also_here(context: &Context, ix: StatementIx) -> Html {
    let corpus = context.corpus();
    let others = sharing(corpus, ix);
    if others.is_empty() {
        return html! {};
    }
    let rows = others.into_iter().map(|other| {
        let action = Action::Open(context.opened(other));
        let statement = &corpus.statements[other];
        html! { <li><a href={links::href_after(context, &action)} onclick={links::follow(context, action)}>
        { [labels::speaker(corpus, &statement.speaker).as_str(), labels::given(statement)].join(tr(", ")) }
            </a></li> }
    });
    html! { <section class="also"><h4>{ "Also in these words" }</h4><ul>{ for rows }</ul></section> }
}

/// The same words in the original and in its archived copy, where their addresses are known.
fn original(context: &Context, ix: StatementIx) -> Html {
    let document = &context.corpus().documents[context.corpus().statements[ix].document];
    let find = |address: &Option<WebAddress>, label, note| match address {
        Some(address) => html! { <p class="original">
            { links::external(&address.to_text(context.text_fragment()), label) }<span class="soft">{ note }</span>
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
            html! { <>{ labels::when_said(corpus.said(statement)) }{ ", " }{ source_text::text(occasion) }</> }
        }
        None => html! { { labels::when_said(corpus.said(statement)) } },
    };
    let row = |term: &'static str, value: Html| html! { <><dt>{ term }</dt><dd>{ value }</dd></> };
    html! {
        <dl class="details">
            { row(tr("When"), when) }
            if !statement.addressees.is_empty() { { row(tr("To"), names(corpus, &statement.addressees)) } }
            { row(tr("Given"), html! { { labels::given(statement) } }) }
            if let Some(confidence) = statement.confidence {
                { row(tr("Certainty of the speaker"), html! { { labels::confidence(confidence) } }) }
            }
            if let Some(note) = &statement.note { { row(tr("Note"), source_text::text(note)) } }
        </dl>
    }
}
