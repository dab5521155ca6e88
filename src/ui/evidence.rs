//! What an open cell rests on: each statement in its own words, the part that carries the position and
//! its condition marked, how and when it was said, and the way into the text.

use super::card;
use super::cell as cells;
use super::class::{class, when};
use super::html::html;
use super::link;
use super::marks;
use super::scene::Scene;
use super::standing;
use super::tongue::{number, say};
use super::words;
use crate::corpus::{ActorIx, Corpus, IssueIx, Span, Statement};
use crate::query::{Cell, Evidence, one_cell};
use crate::view::{Action, Facet, Filter, direction};
use yew::prelude::*;

/// The evidence of the open cell, beside the table or as a sheet.
pub fn evidence(scene: &Scene) -> Html {
    let Some((actor, issue)) = cells::open(scene) else { return html! {} };
    let corpus = scene.corpus();
    let cell = one_cell(corpus, scene.columns(), &scene.view.filter, scene.scope(), (actor, issue));
    let (a, i) = (&corpus.actors[actor], &corpus.issues[issue]);
    html! {
        <aside class="evidence" tabindex="-1" aria-label={say!("{speaker} on {issue}", speaker = a.name, issue = i.label)}>
            <header class="evidence-head">
                <h2>{ marks::name(&a.name) }<span class="on">{ " on " }</span>{ marks::apart(&i.label) }</h2>
                <a class="button" href={link::href_after(scene, &Action::CloseCell)}
                    onclick={link::follow(scene, Action::CloseCell)}>{ "Close" }</a>
            </header>
            <p class="proposition">{ "“" }{ marks::apart(&i.proposition) }{ "”" }</p>
            { standing(&cell, scene, issue) }
            <ol class="evidence-list">{ for grouped(&cell).into_iter().map(|all| item(scene, actor, &all, false)) }</ol>
        </aside>
    }
}

pub fn standing(cell: &Cell, scene: &Scene, issue: IssueIx) -> Html {
    let sign = standing::standing(cell.standing, scene.corpus().issues[issue].kind);
    let note = match cell.standing {
        crate::query::Standing::FilteredOut(n) => say!("filtered out ({n})", n = number(n)),
        _ => sign.word.to_owned(),
    };
    html! {
        <p class={class(&["evidence-standing", "sign", sign.tone])}>
            <span class="glyph" aria-hidden="true">{ sign.glyph }</span><span>{ note }</span>
        </p>
    }
}

/// A line that says so when filters hide evidence.
pub fn narrowed(scene: &Scene) -> Html {
    let filter = &scene.view.filter;
    let mut others = Filter::default();
    for facet in [Facet::Who, Facet::Group, Facet::Issue, Facet::Stance] {
        *others.choice_mut(facet) = filter.choice(facet).clone();
    }
    if others == *filter {
        return html! {};
    }
    html! { <p class="compare-narrowed">{ "Filters on how, through whom, when and in which words something was said choose the evidence here." }</p> }
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

/// One statement of the evidence for an actor; `turns` says that it is not what was said before.
pub fn item(scene: &Scene, actor: ActorIx, all: &[Evidence], turns: bool) -> Html {
    let corpus = scene.corpus();
    let Some(first) = all.first() else { return html! {} };
    let statement = &corpus.statements[first.statement];
    let document = &corpus.documents[statement.document];
    let conditions: Vec<Span> = all
        .iter()
        .filter_map(|e| e.position(corpus))
        .flat_map(|p| p.condition.iter().map(|c| c.span))
        .collect();
    let read = Action::ReadInText(scene.opened(first.statement));
    let mut how: Vec<String> = vec![words::kind(statement.kind).to_owned()];
    how.extend(all.iter().filter_map(|e| cells::provenance(corpus, *e, actor)).take(1));
    let relays = statement.via.iter().flat_map(|relay| words::names(corpus, relay.by.actors()));
    how.extend(relays.map(|name| say!("passed on by {name}", name = name)));
    how.push(words::said(corpus.said(statement)));
    if corpus.documents.len() > 1 {
        how.push(document.title.clone());
    }
    html! {
        <li key={statement.id.to_string()}>
            if turns { <p class="turn">{ "Said something else before" }</p> }
            <blockquote class="evidence-words" lang={document.language.clone()} dir={direction(&document.language)}>{ said(corpus, statement, &conditions) }</blockquote>
            <ul class="positions">{ for all.iter().filter_map(|e| e.position(corpus)).map(|p| card::stance_line(corpus, statement, p)) }</ul>
            <p class="evidence-how">{ marks::text(&how.join(" · ")) }{ " · " }
                <a href={link::href_after(scene, &read)} onclick={link::follow(scene, read)}
                    aria-label={say!("read in the text: statement {n}", n = number(words::number(corpus, first.statement)))}>{ "read in the text" }</a></p>
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
            nodes.push(html! { <span {class}>{ marks::text(text.get(part)) }</span> });
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
