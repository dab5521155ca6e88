//! Statements of all documents as one list: each in its own words with a line before and after, who says it, where
//! they stand, and the way into the text.

use super::card::became;
use super::comparison::evidence::said;
use super::list::matching;
use super::parts::{self, PartSize};
use super::positions::stances_brief;
use crate::corpus::{Corpus, Id, Speaker, StatementIx};
use crate::query::{Code, Heading, StatementRow, mere_relays, statements as rows_of, surroundings};
use crate::route::{Action, Facet, StatementSort};
use crate::ui::context::Context;
use crate::ui::html::html;
use crate::ui::i18n::{tr, tr_format, tr_plural};
use crate::ui::labels;
use crate::ui::links;
use crate::ui::source_text;
use crate::ui::status_bar;
use yew::prelude::*;

pub fn statements(context: &Context, sort: StatementSort) -> Html {
    let parts = rows_of(context.corpus(), context.answer(), sort);
    let choice =
        |label: &'static str, to: StatementSort| links::choice(context, Action::List(to), sort == to, label);
    html! {
        <div class="list">
            <h2 class="unseen-label">{ "Statements" }</h2>
            { status_bar::status(context) }
            { status_bar::empty_state(context) }
            <div class="compare-head">
                <p class="compare-choice" role="group" aria-label="Order">{ "Order " }
                    { choice(tr("as they are read"), StatementSort::Reading) }{ " " }
                    { choice(tr("by date"), StatementSort::Date) }{ " " }
                    { choice(tr("by speaker"), StatementSort::Actor) }{ " " }
                    { choice(tr("by issue"), StatementSort::Issue) }</p>
            </div>
            { rows(context, &parts) }
        </div>
    }
}

/// The later parts of the list, each as rows alone.
pub fn later_parts(all: &[Context], sort: StatementSort) -> Vec<Html> {
    let Some(first) = all.first() else { return Vec::new() };
    let headed = rows_of(first.corpus(), first.answer(), sort);
    all.iter().map(|context| rows(context, &headed)).collect()
}

/// Rows of the list, and the way to the rest.
fn rows(context: &Context, headed: &[StatementRow]) -> Html {
    let parts = headed.iter().enumerate();
    let rows: Vec<Row> =
        parts.flat_map(|(part, listed)| (0..listed.statements.len()).map(move |row| (part, row))).collect();
    let shown = parts::rows(context, rows.len(), PartSize::Words);
    let rest = parts::rest(context, rows.len(), &shown, context.site.has_statement_pages);
    let runs = parts::part(&rows, shown).chunk_by(|a, b| a.0 == b.0);
    html! { <>{ for runs.filter_map(|run| under_one_head(context, headed, run)) }{ rest }</> }
}

/// A row of the list: its part, and its place in it.
type Row = (usize, usize);

fn under_one_head(context: &Context, headed: &[StatementRow], rows: &[Row]) -> Option<Html> {
    let (part, first) = rows.first()?;
    let listed = headed.get(*part)?;
    let items = rows.iter().filter_map(|(_, row)| listed.statements.get(*row));
    Some(html! { <>
        if *first == 0 { { part_head(context, listed) } }
        <ol class="listed">{ for items.map(|ix| listed_item(context, *ix)) }</ol>
    </> })
}

fn part_head(context: &Context, listed: &StatementRow) -> Html {
    let corpus = context.corpus();
    let to = |action: Action, name: Html| {
        html! { <a href={links::href_after(context, &action)} onclick={links::follow(context, action)}>{ name }</a> }
    };
    let name = match listed.head {
        Heading::Document(document) => {
            let document = &corpus.documents[document];
            to(
                Action::Document(document.id.to_string()),
                links::document_title(&document.title, &document.language),
            )
        }
        Heading::When(month) => html! { { labels::date(month) } },
        Heading::Voice(voice) => links::voice(context, voice),
        Heading::Issue(issue) => {
            let issue = &corpus.issues[issue];
            to(Action::Issue(issue.id.to_string()), html! { <bdi>{ source_text::text(&issue.label) }</bdi> })
        }
        Heading::NoIssue => html! { { "No position coded" } },
    };
    html! {
        <h3 class="part-head">{ name }{ " " }
            <span class="soft">{ tr_plural(listed.statements.len(), "{n} statement", "{n} statements") }</span></h3>
    }
}

fn listed_item(context: &Context, ix: StatementIx) -> Html {
    let corpus = context.corpus();
    let statement = &corpus.statements[ix];
    let document = &corpus.documents[statement.document];
    let (before, after) = surroundings(corpus, statement);
    let words_at = |span: Option<crate::corpus::Span>| span.map_or("", |span| document.text.get(span));
    let read = Action::ReadInText(context.opened(ix));
    html! {
        <li key={statement.id.to_string()}>
            <p class="listed-who">{ voices(context, ix) }{ " " }<span class="note-kind">
                { labels::given(statement) }</span></p>
            <blockquote class="evidence-words" lang={document.language.clone()}
                dir={crate::route::direction(&document.language)}>
                <span class="soft">if before.is_some_and(|span| span.start() > 0) { { "…" } }
                    { source_text::text(words_at(before)) }</span>
                { said(corpus, statement, &[]) }
                <span class="soft">
                    { source_text::text(words_at(after)) }
                    if after.is_some_and(|span| span.end() < document.text.len()) { { "…" } }</span>
            </blockquote>
            { became(context, ix) }
            { stances_brief(corpus, statement) }
            <p class="evidence-how">
                { for mere_relays(corpus, statement).filter(|by| **by != Speaker::Document).map(|by| html! { <>
                    { tr_format!("passed on by {name}", name = labels::by(corpus, by)) }{ " · " }</> }) }
                { labels::when_said(corpus.said(statement)) }{ " · " }
                { links::document_title(&document.title, &document.language) }{ " · " }
                <a href={links::href_after(context, &read)} onclick={links::follow(context, read)}
                    aria-label={label(corpus, ix)}>{ "read in the text" }</a></p>
        </li>
    }
}

fn label(corpus: &Corpus, ix: StatementIx) -> String {
    let statement = &corpus.statements[ix];
    crate::ui::i18n::tr_format!(
        "read in the text: statement {number} of {document}",
        number = crate::ui::i18n::number(labels::number(corpus, ix)),
        document = corpus.documents[statement.document].title,
    )
}

/// Who speaks, each a link to what is known of them.
pub fn voices(context: &Context, ix: StatementIx) -> Html {
    let corpus = context.corpus();
    let statement = &corpus.statements[ix];
    let actors = statement.speaker.actors();
    if actors.is_empty() {
        return html! { <b>{ labels::speaker(corpus, &statement.speaker) }</b> };
    }
    let names = actors
        .iter()
        .enumerate()
        .map(|(at, actor)| html! { <>if at > 0 { { ", " } }<b>{ links::actor(context, *actor) }</b></> });
    html! { <>{ for names }if actors.len() > 1 { { ", jointly" } }</> }
}

/// How many statements a value of a facet leaves beside what is chosen, as the way to them; or `none` there are.
pub fn counted(context: &Context, facet: Facet, id: &Id, code: Code, none: &'static str) -> Html {
    let is_there = context.known.unfiltered.counts.of(facet, code) > 0;
    let count = matching(context, facet, id.as_str());
    let all = Action::ListOnly(facet, id.to_string());
    html! {
        <p class="profile-count">
            if is_there {
                <a href={links::href_after(context, &all)} onclick={links::follow(context, all)}>
                    { tr_plural(count, "{n} statement", "{n} statements") }</a>
            } else { { none } }
        </p>
    }
}
