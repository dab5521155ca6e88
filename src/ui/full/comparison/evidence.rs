//! What an open cell rests on: each statement in its own words, the part that carries the position and
//! its condition marked, how and when it was said, and the way into the text.

use super::cell as cells;
use super::cell_labels;
use crate::corpus::{ActorIx, Corpus, IssueIx, Span, Statement};
use crate::query::{Cell, Evidence, one_cell};
use crate::route::{Action, Facet, Filter, direction};
use crate::ui::class::{class, when};
use crate::ui::context::Context;
use crate::ui::html::html;
use crate::ui::i18n::{number, tr_format};
use crate::ui::labels;
use crate::ui::links;
use crate::ui::reader::card;
use crate::ui::source_text;
use yew::prelude::*;

/// The evidence of the open cell, beside the table or as a sheet.
pub fn evidence(context: &Context) -> Html {
    let Some((actor, issue)) = cells::open(context) else { return html! {} };
    let corpus = context.corpus();
    let cell = one_cell(corpus, context.columns(), &context.route().filter, context.scope(), (actor, issue));
    let (a, i) = (&corpus.actors[actor], &corpus.issues[issue]);
    html! {
        <aside class="evidence" tabindex="-1"
            aria-label={tr_format!("{speaker} on {issue}", speaker = a.name, issue = i.label)}>
            <header class="evidence-head">
                <h2>{ source_text::name(&a.name) }<span class="on">{ " on " }</span>
                    { source_text::isolated(&i.label) }</h2>
                <a class="button" href={links::href_after(context, &Action::CloseCell)}
                    onclick={links::follow(context, Action::CloseCell)}>{ "Close" }</a>
            </header>
            <p class="proposition">{ "“" }{ source_text::isolated(&i.proposition) }{ "”" }</p>
            { standing(&cell, context, issue) }
            <ol class="evidence-list">{ for grouped(&cell).into_iter().map(|all| item(context, actor, &all, false)) }
                </ol>
        </aside>
    }
}

pub fn standing(cell: &Cell, context: &Context, issue: IssueIx) -> Html {
    let sign = cell_labels::standing(cell.standing, context.corpus().issues[issue].kind);
    let note = match cell.standing {
        crate::query::CellState::FilteredOut(n) => tr_format!("filtered out ({n})", n = number(n)),
        _ => sign.word.to_owned(),
    };
    html! {
        <p class={class(&["evidence-standing", "sign", sign.tone])}>
            <span class="glyph" aria-hidden="true">{ sign.glyph }</span><span>{ note }</span>
        </p>
    }
}

/// A line that says so when filters hide evidence.
pub fn narrowed(context: &Context) -> Html {
    let filter = &context.route().filter;
    let mut others = Filter::default();
    for facet in [Facet::Speaker, Facet::Group, Facet::Issue, Facet::Stance] {
        *others.choice_mut(facet) = filter.choice(facet).clone();
    }
    if others == *filter {
        return html! {};
    }
    html! { <p class="compare-narrowed">
    { "Filters on how, through whom, when and in which words something was said choose the evidence here." }</p> }
}

/// The evidence by statement: several positions (of two coders, say) are one item.
fn grouped(cell: &Cell) -> Vec<Vec<Evidence>> {
    let mut all: Vec<Vec<Evidence>> = Vec::new();
    for evidence in &cell.evidence {
        match all.last_mut().filter(|group| group.iter().any(|e| e.statement == evidence.statement)) {
            Some(group) => group.push(*evidence),
            None => all.push(vec![*evidence]),
        }
    }
    all
}

/// One statement of the evidence for an actor; `is_change` says that it is not what was said before.
pub fn item(context: &Context, actor: ActorIx, all: &[Evidence], is_change: bool) -> Html {
    let corpus = context.corpus();
    let Some(first) = all.first() else { return html! {} };
    let statement = &corpus.statements[first.statement];
    let document = &corpus.documents[statement.document];
    let conditions: Vec<Span> = all
        .iter()
        .filter_map(|e| e.position(corpus))
        .flat_map(|p| p.condition.iter().map(|c| c.span))
        .collect();
    let read = Action::ReadInText(context.opened(first.statement));
    let mut how: Vec<String> = vec![labels::kind(statement.kind).to_owned()];
    how.extend(all.iter().filter_map(|e| cells::provenance(corpus, *e, actor)).take(1));
    let relays = statement.via.iter().flat_map(|relay| labels::actor_names(corpus, relay.by.actors()));
    how.extend(relays.map(|name| tr_format!("passed on by {name}", name = name)));
    how.push(labels::when_said(corpus.said(statement)));
    if corpus.documents.len() > 1 {
        how.push(document.title.clone());
    }
    html! {
        <li key={statement.id.to_string()}>
            if is_change { <p class="turn">{ "Said something else before" }</p> }
            <blockquote class="evidence-words" lang={document.language.clone()} dir={direction(&document.language)}>
                { said(corpus, statement, &conditions) }</blockquote>
            <ul class="positions">
                { for all.iter().filter_map(|e| e.position(corpus)).map(|p| card::stance_line(corpus, statement, p)) }
                </ul>
            <p class="evidence-how">{ source_text::text(&how.join(" · ")) }{ " · " }
                <a href={links::href_after(context, &read)} onclick={links::follow(context, read)}
                    aria-label={tr_format!("read in the text: statement {n}", n = number(labels::number(corpus, first.statement)))}>{ "read in the text" }</a></p>
        </li>
    }
}

/// The statement's words: quoted ones tinted, those of a condition underlined, gaps as "[…]".
pub fn said(corpus: &Corpus, statement: &Statement, conditions: &[Span]) -> Html {
    let text = &corpus.documents[statement.document].text;
    let mut nodes: Vec<Html> = Vec::new();
    let mut before: Option<u32> = None;
    for piece in &statement.spans {
        if let Some(end) = before {
            nodes.push(html! { { gap(corpus, statement, end, piece.span.start()) } });
        }
        before = Some(piece.span.end());
        let mut edges: Vec<u32> = conditions.iter().flat_map(|c| [c.start(), c.end()]).collect();
        edges.retain(|edge| piece.span.start() < *edge && *edge < piece.span.end());
        edges.push(piece.span.end());
        edges.sort();
        edges.dedup();
        let mut start = piece.span.start();
        for end in edges {
            let Some(part) = text.span(start, end) else { continue };
            let conditional = conditions.iter().any(|c| c.contains(part));
            let class = class(&[when(piece.quoted, "is-quoted"), when(conditional, "is-condition")]);
            nodes.push(html! { <span {class}>{ source_text::text(text.get(part)) }</span> });
            start = end;
        }
    }
    nodes.into_iter().collect()
}

/// What stands between two stretches of a statement: nothing of weight, or "[…]".
fn gap(corpus: &Corpus, statement: &Statement, from: u32, to: u32) -> &'static str {
    let text = &corpus.documents[statement.document].text;
    let between = text.span(from, to).map_or("", |span| text.get(span));
    if crate::query::is_mere_punctuation(between) { " " } else { " […] " }
}
