//! What an open cell rests on: each statement in its own words, the part that carries the position and
//! its condition marked, how and when it was said, and the way into the text.

use super::cell as cells;
use super::cell_labels;
use super::cell_notes;
use crate::corpus::{Confidence, Corpus, IssueIx, Position, Span, Speaker, Statement, StatementSpan};
use crate::query::{Cell, CellState, Evidence, EvidenceKind, Turn, mere_relays, one_cell, provenance};
use crate::route::{Action, Facet, Filter, direction};
use crate::ui::class::{class, when};
use crate::ui::context::Context;
use crate::ui::full::card;
use crate::ui::full::positions::{readings, stance_line};
use crate::ui::html::html;
use crate::ui::i18n::{number, tr, tr_format, tr_plural};
use crate::ui::labels;
use crate::ui::links;
use crate::ui::source_text;
use yew::prelude::*;

/// The evidence of the open cell, beside the table or as a sheet.
pub fn evidence(context: &Context) -> Html {
    let Some((voice, issue)) = cells::open(context) else { return html! {} };
    let corpus = context.corpus();
    let cell = one_cell(corpus, context.columns(), &context.route().filter, context.scope(), (voice, issue));
    let (name, i) = (labels::voice(corpus, voice), &corpus.issues[issue]);
    html! {
        <aside class="evidence" tabindex="-1"
            aria-label={tr_format!("{speaker} on {issue}", speaker = name, issue = i.label)}>
            <header class="evidence-head">
                <h2>{ source_text::name(&name) }<span class="on">{ " on " }</span>
                    { source_text::isolated(&i.label) }</h2>
                <a class="button" href={links::href_after(context, &Action::CloseCell)}
                    onclick={links::follow(context, Action::CloseCell)}>{ "Close" }</a>
            </header>
            <p class="proposition">{ "In question: " }{ source_text::isolated(&i.proposition) }</p>
            { stands(context, issue, &cell, usize::MAX) }
        </aside>
    }
}

/// What a cell says, and what it rests on: of each kind so many statements, and the way to the others.
pub fn stands(context: &Context, issue: IssueIx, cell: &Cell, at_most: usize) -> Html {
    let corpus = context.corpus();
    let sign = cell_labels::state(cell.state, corpus.issues[issue].kind);
    let turns = cell.turns(corpus);
    let groups = cell.sorted(corpus);
    let several = groups.len() > 1;
    let open = cells::opening(context, issue, cell);
    let rest = |left: usize| {
        let open = open.clone();
        html! { <p><a href={links::href_after(context, &open)} onclick={links::follow(context, open)}>
        { tr_plural(left, "and {n} more", "and {n} more") }</a></p> }
    };
    let groups = groups.into_iter().map(|(kind, items)| html! { <>
        if several || kind != EvidenceKind::WithStance { <p class="evidence-kind">{ kind_label(kind) }</p> }
        if at_most > 0 {
            <ol class="evidence-list">{ for items.iter().take(at_most).map(|said| item(context, cell, said, &turns)) }</ol>
        }
        if items.len() > at_most { { rest(items.len() - at_most) } }
    </> });
    html! { <>
        <p class={class(&["evidence-standing", "sign", sign.tone])}>
            <span class="glyph" aria-hidden="true">{ sign.glyph }</span><span>{ sign.word }</span>
            if !cell.carrying.is_empty() && !matches!(cell.state, CellState::Retracted(_)) {
                <span class="soft">{ " · " }{ cell_notes::counted(corpus, cell) }</span>
            }
        </p>
        <div class="evidence-notes">
            { for cell_notes::notes(corpus, issue, cell).into_iter().map(|note| html! { <p class="cell-note">
                { source_text::isolated(&note) }</p> }) }
        </div>
        { for groups }
    </> }
}

fn kind_label(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::WithStance => tr("Takes a position"),
        EvidenceKind::WithoutStance => tr("Speaks of it, no position"),
        EvidenceKind::OthersSay => tr("Others say"),
        EvidenceKind::Retracted => tr("Counts no longer"),
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
    { "Filters for way of quoting, relay, date and words decide which statements count here." }</p> }
}

/// One statement of the evidence, with all that was coded in it.
fn item(context: &Context, cell: &Cell, said: &[Evidence], turns: &[Turn]) -> Html {
    let corpus = context.corpus();
    let Some(first) = said.first() else { return html! {} };
    let statement = &corpus.statements[first.statement];
    let document = &corpus.documents[statement.document];
    let positions: Vec<&Position> = said.iter().filter_map(|e| e.position(corpus)).collect();
    let conditions: Vec<Span> = positions.iter().flat_map(|p| p.conditions.iter().map(|c| c.span)).collect();
    let read = Action::ReadInText(context.opened(first.statement));
    let is_change = turns.iter().any(|turn| turn.to.statement == first.statement);
    html! {
        <li key={statement.id.to_string()}>
            if is_change { <p class="turn">{ "Said something else before" }</p> }
            { card::became(context, first.statement) }
            <blockquote class="evidence-words" lang={document.language.clone()} dir={direction(&document.language)}>
                { self::said(corpus, statement, &conditions) }</blockquote>
            <ul class="positions">
                { for readings(&positions).iter().map(|all| stance_line(corpus, statement, all)) }</ul>
            <p class="evidence-how">{ source_text::text(&how(corpus, cell, statement, said).join(" · ")) }{ " · " }
                <a href={links::href_after(context, &read)} onclick={links::follow(context, read)}
                    aria-label={tr_format!("read in the text: statement {n}", n = number(labels::number(corpus, first.statement)))}>{ "read in the text" }</a></p>
        </li>
    }
}

/// How a statement was given and came to count, by whom, when and where.
fn how(corpus: &Corpus, cell: &Cell, statement: &Statement, said: &[Evidence]) -> Vec<String> {
    let mut how: Vec<String> = Vec::new();
    let mut add = |line: String| {
        if !how.contains(&line) {
            how.push(line);
        }
    };
    if !statement.speaker.voices().any(|voice| voice == cell.voice) {
        add(cell_notes::says(corpus, &statement.speaker));
    }
    add(labels::given(statement).to_owned());
    for line in said.iter().flat_map(|e| provenance(corpus, cell.voice, *e)) {
        add(cell_notes::provenance(corpus, &line));
    }
    for relay in mere_relays(corpus, statement).filter(|by| **by != Speaker::Document) {
        add(tr_format!("passed on by {name}", name = labels::by(corpus, relay)));
    }
    if let Some(doubt) = statement.confidence.filter(|doubt| *doubt != Confidence::High) {
        add(format!("{}{}{}", tr("Certainty of the speaker"), tr(": "), labels::confidence(doubt)));
    }
    add(labels::when_said(corpus.said(statement)));
    if corpus.documents.len() > 1 {
        add(corpus.documents[statement.document].title.clone());
    }
    how
}

/// The statement's words: quoted ones tinted, those of a condition underlined; between its pieces the marks as printed,
/// or "[…]". Where one of a pair of marks stands there, the other does, too.
pub fn said(corpus: &Corpus, statement: &Statement, conditions: &[Span]) -> Html {
    let text = &corpus.documents[statement.document].text;
    let within = |from: u32, to: u32| text.span(from, to).map_or("", |span| text.get(span));
    let mut nodes: Vec<Html> = Vec::new();
    for (at, piece) in statement.spans.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| statement.spans.get(before));
        let after = statement.spans.get(at + 1);
        let opening = opening_mark(within(before.map_or(0, |b| b.span.end()), piece.span.start()));
        let closing = closing_mark(within(piece.span.end(), after.map_or(text.len(), |a| a.span.start())));
        // A statement of one piece is shown as a quotation as it is.
        let is_part = piece.quoted && statement.spans.len() > 1;
        if let Some(before) = before {
            let between = within(before.span.end(), piece.span.start());
            let is_mere = crate::query::is_mere_punctuation(between);
            let between = if is_mere { between } else { " […] " }.to_owned();
            nodes.push(html! { { between } });
            if is_part && !is_mere {
                nodes.push(html! { { opening } })
            }
        } else if is_part {
            nodes.push(html! { { opening } });
        }
        nodes.push(piece_of(corpus, statement, piece, conditions));
        let is_told = after
            .is_some_and(|a| crate::query::is_mere_punctuation(within(piece.span.end(), a.span.start())));
        if is_part && !is_told {
            nodes.push(html! { { closing } });
        }
    }
    nodes.into_iter().collect()
}

fn piece_of(corpus: &Corpus, statement: &Statement, piece: &StatementSpan, conditions: &[Span]) -> Html {
    let text = &corpus.documents[statement.document].text;
    let mut edges: Vec<u32> = conditions.iter().flat_map(|c| [c.start(), c.end()]).collect();
    edges.retain(|edge| piece.span.start() < *edge && *edge < piece.span.end());
    edges.push(piece.span.end());
    edges.sort();
    edges.dedup();
    let mut start = piece.span.start();
    let mut nodes: Vec<Html> = Vec::new();
    for end in edges {
        let Some(part) = text.span(start, end) else { continue };
        let conditional = conditions.iter().any(|c| c.contains(part));
        let class = class(&[when(piece.quoted, "is-quoted"), when(conditional, "is-condition")]);
        nodes.push(html! { <span {class}>{ source_text::text(text.get(part)) }</span> });
        start = end;
    }
    nodes.into_iter().collect()
}

const MARKS: &str = "“”„‟«»‹›\"「」『』";

/// The quotation mark that words begin after, if they do.
fn opening_mark(before: &str) -> String {
    before.chars().last().filter(|c| MARKS.contains(*c)).map(String::from).unwrap_or_default()
}

/// What words end with up to their quotation mark, if one is near.
fn closing_mark(after: &str) -> String {
    let near: Vec<char> = after.chars().take(3).collect();
    let end = near
        .iter()
        .position(|c| MARKS.contains(*c))
        .filter(|end| !near.iter().take(*end).any(|c| c.is_alphanumeric() || c.is_whitespace()));
    end.map(|end| near.iter().take(end + 1).collect()).unwrap_or_default()
}
