//! What only paper shows, where nothing can be pressed: the numbered statements that match, what the lines under the
//! words mean, and how the corpus was coded.

use super::beside;
use crate::corpus::{DocumentIx, StatementIx};
use crate::query::KINDS;
use crate::ui::class::class;
use crate::ui::context::Context;
use crate::ui::html::html;
use crate::ui::i18n::{tr, tr_format};
use crate::ui::labels;
use crate::ui::source_text;
use yew::prelude::*;

/// The statements of a document as notes at its end.
pub fn end_notes(context: &Context, document: DocumentIx) -> Html {
    let rows = beside(context, document).map(|ix| end_note(context, ix));
    html! {
        <section class="end-notes print-only">
            <h2>{ "Statements" }</h2>
            <ol>{ for rows }</ol>
            { legend(context) }
        </section>
    }
}

fn end_note(context: &Context, ix: StatementIx) -> Html {
    let corpus = context.corpus();
    let statement = &corpus.statements[ix];
    let relays: Vec<String> = statement.via.iter().map(|relay| labels::by(corpus, &relay.by)).collect();
    let conditions = statement.positions.iter().flat_map(|position| &position.conditions);
    let mut conditions: Vec<String> =
        conditions.map(|condition| labels::source_words(corpus, statement, condition.span)).collect();
    conditions.dedup();
    html! {
        <li value={labels::number(corpus, ix).to_string()} hidden={!context.answer().has(ix)}>
            <a href={format!("#s={}", statement.id)}>{ labels::summary(corpus, statement) }</a>{ ", " }
            { labels::when_said(corpus.said(statement)) }
            if !relays.is_empty() {
                { tr(", ") }{ tr_format!("passed on by {name}", name = labels::enumeration(&relays)) }
            }
            { for conditions.iter().map(|words| html! { <>{ ". " }{ "Condition: " }
                { source_text::isolated(words) }</> }) }
        </li>
    }
}

/// What the lines mean, and how the corpus was coded.
pub fn legend(context: &Context) -> Html {
    let line = |kind| {
        html! { <>{ " " }<span class={class(&["line-sample", labels::underline_class(kind)])}>{ labels::kind(kind) }
        </span></> }
    };
    let corpus = context.corpus();
    let method = corpus
        .method
        .as_deref()
        .unwrap_or_else(|| tr("This corpus does not say how its statements were coded."));
    html! { <>
        <p class="paper-legend">{ "Given" }{ tr(": ") }{ for KINDS.into_iter().map(line) }</p>
        <h2>{ "How it was coded" }</h2>
        { for method.split("\n\n").map(|part| html! { <p>{ source_text::text(part) }</p> }) }
    </> }
}
