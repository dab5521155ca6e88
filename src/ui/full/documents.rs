//! The documents of a corpus: when and where each was published, how many of its statements match, who speaks in
//! these, and, while something is looked for, where it stands in each.

use super::dialogs::about::all_corpora;
use super::parts::{self, PartSize};
use crate::corpus::{Corpus, DocumentIx, Span, StatementIx, Voice};
use crate::query::{DocumentList, DocumentRow, Hit, around, documents as shelves};
use crate::route::{Action, DocumentSort, DocumentsQuery, Facet};
use crate::ui::class::{class, when};
use crate::ui::context::Context;
use crate::ui::html::html;
use crate::ui::i18n::{tr, tr_format, tr_plural};
use crate::ui::labels;
use crate::ui::links;
use crate::ui::source_text;
use crate::ui::status_bar;
use yew::prelude::*;

/// How many speakers a row names, and how many places where something was found.
const VOICES: usize = 6;
const FOUND: usize = 3;
/// How much stands around a place that was found, in code points.
const AROUND: u32 = 50;

pub fn documents(context: &Context, asked: DocumentsQuery) -> Html {
    let found =
        shelves(context.corpus(), context.columns(), &context.route().filter, context.answer(), asked);
    html! {
        <div class="list">
            <h2 class="unseen-label">{ "Documents" }</h2>
            { status_bar::status(context) }
            { status_bar::empty_state(context) }
            { head(context, asked, &found) }
            { all_corpora(context) }
            { rows(context, &found) }
        </div>
    }
}

fn head(context: &Context, asked: DocumentsQuery, found: &DocumentList) -> Html {
    let choice = |label: &'static str, sort: DocumentSort| {
        links::choice(context, Action::Shelve(sort), asked.sort == sort, label)
    };
    let all = |label: &'static str, all: bool| {
        let action = Action::AllDocuments(all);
        html! { <a href={links::href_after(context, &action)} onclick={links::follow(context, action)}>{ label }</a> }
    };
    let count = found.documents.len();
    html! {
        <div class="compare-head">
            <p class="compare-size">
                { tr_plural(count, "{n} document", "{n} documents") }
                if found.left_out > 0 { { ", " }{ tr_plural(found.left_out, "{n} without a match", "{n} without a match") } }
            </p>
            <p class="compare-choice" role="group" aria-label="Order">{ "Order " }
                { choice(tr("oldest first"), DocumentSort::Oldest) }{ " " }
                { choice(tr("newest first"), DocumentSort::Newest) }{ " " }
                { choice(tr("by title"), DocumentSort::Title) }{ " " }
                { choice(tr("by publisher"), DocumentSort::Publisher) }{ " " }
                { choice(tr("most statements"), DocumentSort::Statements) }</p>
            if found.left_out > 0 { <p class="compare-choice">{ all(tr("Show all documents"), true) }</p> }
            if asked.all { <p class="compare-choice">{ all(tr("Only documents with a match"), false) }</p> }
        </div>
    }
}

/// The later parts of the list, each as rows alone.
pub fn later_parts(all: &[Context], asked: DocumentsQuery) -> Vec<Html> {
    let Some(first) = all.first() else { return Vec::new() };
    let found = shelves(first.corpus(), first.columns(), &first.route().filter, first.answer(), asked);
    all.iter().map(|context| rows(context, &found)).collect()
}

/// The rows themselves.
fn rows(context: &Context, found: &DocumentList) -> Html {
    let all = found.documents.len();
    let rows = parts::rows(context, all, PartSize::Words);
    let rest = parts::rest(context, all, &rows, true);
    let first = rows.start.saturating_add(1);
    let shown = parts::part(&found.documents, rows);
    html! {
        <><ol class="shelf" start={(first > 1).then(|| first.to_string())}>
            { for shown.iter().map(|row| shelved(context, row)) }</ol>
            { rest }</>
    }
}

fn shelved(context: &Context, row: &DocumentRow) -> Html {
    let corpus = context.corpus();
    let document = &corpus.documents[row.document];
    let read = Action::Document(document.id.to_string());
    let filtered = context.route().filter.choices().next().is_some();
    let count = if filtered {
        let total = tr_plural(row.total, "{n} statement", "{n} statements");
        tr_format!(
            "{matching} of {statements}",
            matching = crate::ui::i18n::number(row.matching),
            statements = total
        )
    } else {
        tr_plural(row.total, "{n} statement", "{n} statements")
    };
    html! {
        <li key={document.id.to_string()} class="shelved">
            <h3><a href={links::href_after(context, &read)} onclick={links::follow(context, read)}>
                { links::document_title(&document.title, &document.language) }</a></h3>
            <p class="soft">{ origin(corpus, row.document) }{ " · " }{ count }
                if row.outside > 0 {
                    { " · " }{ tr_plural(row.outside, "found {n} time outside statements", "found {n} times outside statements") }
                }
            </p>
            { voices(context, row) }
            if !row.hits.is_empty() { { finds(context, row) } }
        </li>
    }
}

/// When and where a document was published.
pub fn origin(corpus: &Corpus, document: DocumentIx) -> Html {
    let document = &corpus.documents[document];
    html! { <>
        <time datetime={document.date.to_string()}>{ labels::date(document.date) }</time>
        if let Some(publisher) = &document.publisher { { " · " }{ source_text::name(publisher) } }
    </> }
}

/// Who speaks in the statements that match; a press shows in the document what one of them says.
fn voices(context: &Context, row: &DocumentRow) -> Html {
    if row.voices.is_empty() {
        return html! {};
    }
    let corpus = context.corpus();
    let one = |(voice, count): &(Voice, usize)| {
        let name = source_text::name(&labels::voice(corpus, *voice));
        let document = corpus.documents[row.document].id.to_string();
        let only = Action::ReadOnly(document, Facet::Speaker, corpus.voice_id(*voice).to_owned());
        html! { <li><a href={links::href_after(context, &only)} onclick={links::follow(context, only)}>{ name }{ " " }
        <b>{ *count }</b></a></li> }
    };
    let more = row.voices.len().saturating_sub(VOICES);
    html! {
        <ul class="voices-strip" aria-label="Who speaks">
            { for row.voices.iter().take(VOICES).map(one) }
            if more > 0 { <li>{ rest(context, row, tr_plural(more, "and {n} more", "and {n} more")) }</li> }
        </ul>
    }
}

/// What a row has no room for stands in the document.
fn rest(context: &Context, row: &DocumentRow, label: String) -> Html {
    let read = Action::Document(context.corpus().documents[row.document].id.to_string());
    html! { <a class="soft" href={links::href_after(context, &read)} onclick={links::follow(context, read)}>{ label }</a> }
}

/// Where the words that are looked for stand.
fn finds(context: &Context, row: &DocumentRow) -> Html {
    let document = &context.corpus().documents[row.document];
    let more = row.hits.len().saturating_sub(FOUND);
    // Whole words first.
    let [whole, parts] =
        [true, false].map(|is_whole| row.hits.iter().filter(move |hit| hit.is_whole == is_whole));
    html! {
        <ul class="finds" aria-label="Found in the text" lang={document.language.clone()}
            dir={crate::route::direction(&document.language)}>
            { for whole.chain(parts).take(FOUND).map(|hit| find(context, row.document, *hit)) }
            if more > 0 {
                <li lang={crate::ui::i18n::language().tag()} dir="auto">
                    { rest(context, row, tr_plural(more, "and {n} more place", "and {n} more places")) }</li>
            }
        </ul>
    }
}

fn find(context: &Context, document: DocumentIx, Hit { span: hit, is_whole }: Hit) -> Html {
    let corpus = context.corpus();
    let text = &corpus.documents[document].text;
    let (before, after) = around(text, hit, AROUND);
    let words = |span: Option<Span>| span.map_or("", |span| text.get(span));
    let class = class(&["hit", when(!is_whole, "is-part")]);
    let action = match owner(corpus, document, hit) {
        Some(statement) => Action::Open(context.opened(statement)),
        None => Action::Document(corpus.documents[document].id.to_string()),
    };
    html! {
        <li><a href={links::href_after(context, &action)} onclick={links::follow(context, action)}>
            { "…" }{ source_text::text(words(before)) }<mark {class}>{ source_text::text(text.get(hit)) }</mark>
                { source_text::text(words(after)) }{ "…" }
        </a></li>
    }
}

/// The innermost statement in whose words a place lies.
fn owner(corpus: &Corpus, document: DocumentIx, hit: Span) -> Option<StatementIx> {
    let holds = |(_, s): &(StatementIx, &crate::corpus::Statement)| {
        s.document == document && s.spans.iter().any(|words| words.span.contains(hit))
    };
    corpus.statements.iter().rev().find(holds).map(|(ix, _)| ix)
}
