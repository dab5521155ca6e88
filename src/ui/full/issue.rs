//! What a corpus knows of one issue: the proposition, who stands where on it, who changed their mind when, and who
//! has not spoken to it.

use super::comparison::cell;
use super::comparison::cell_labels;
use super::comparison::cell_notes;
use super::comparison::evidence;
use super::comparison::table::heard;
use super::statements::counted;
use crate::corpus::{Corpus, IssueIx, IssueKind, Key};
use crate::query::{
    Cell, CellState, Code, Evidence, IssueProfile, StanceGroup, StanceToken, Turn, issue_profile,
};
use crate::route::{Action, Facet, direction};
use crate::ui::class::class;
use crate::ui::context::Context;
use crate::ui::html::html;
use crate::ui::i18n::{number, tr, tr_format, tr_plural};
use crate::ui::labels;
use crate::ui::links;
use crate::ui::source_text;
use crate::ui::status_bar;
use yew::prelude::*;

pub fn issue_page(context: &Context, id: &str) -> Html {
    let corpus = context.corpus();
    let Some(ix) = corpus.issue_by_id(id) else { return html! {} };
    let issue = &corpus.issues[ix];
    let found = issue_profile(corpus, context.columns(), &context.route().filter, ix);
    let claim = issue.kind == IssueKind::Claim;
    html! {
        <article class="profile list">
            if context.route().filter.choices().next().is_some() { { status_bar::status(context) } }
            <header class="profile-head">
                <h2><bdi>{ source_text::text(&issue.label) }</bdi></h2>
                <p class="proposition">{ "In question: " }{ source_text::isolated(&issue.proposition) }</p>
                <p class="soft">{ if claim { tr("a claim: something is or will be so") } else { tr("a policy: something should be so") } }{ " · " }{ heard(found.heard) }</p>
            </header>
            { counted(context, Facet::Issue, &issue.id, ix.position() as Code, tr("No statement on it is in this corpus.")) }
            { evidence::narrowed(context) }
            <h3>{ "Who stands where" }</h3>
            { for found.groups.iter().map(|group| draw(context, ix, group)) }
            { turns(context, &found) }
            { silent(context, &found) }
        </article>
    }
}

fn draw(context: &Context, issue: IssueIx, group: &StanceGroup) -> Html {
    let sign = cell_labels::state(group.state, context.corpus().issues[issue].kind);
    let shown = context.few(30, usize::MAX);
    let column = Action::Column(context.corpus().issues[issue].id.to_string());
    html! {
        <section class="stands">
            <h4 class={class(&["sign", sign.tone])}><span class="glyph" aria-hidden="true">{ sign.glyph }</span><span>
                { sign.word }</span>
                <span class="soft">{ " · " }{ number(group.cells.len()) }</span></h4>
            <ul class="plain-list">{ for group.cells.iter().take(shown).map(|cell| stands_so(context, issue, cell)) }</ul>
            if let Some(left) = group.cells.len().checked_sub(shown).filter(|left| *left > 0) {
                <p><a href={links::href_after(context, &column)} onclick={links::follow(context, column)}>
                    { tr_plural(left, "and {n} more", "and {n} more") }</a></p>
            }
        </section>
    }
}

/// Who stands so, and the way to the words.
fn stands_so(context: &Context, issue: IssueIx, cell: &Cell) -> Html {
    let corpus = context.corpus();
    let open = cell::opening(context, issue, cell);
    let count = match cell.state {
        CellState::FilteredOut(_) => cell_labels::state(cell.state, corpus.issues[issue].kind).word,
        _ => cell_notes::counted(corpus, cell),
    };
    let label = tr_format!("{name}: {count}", name = labels::voice(corpus, cell.voice), count = count);
    html! {
        <li key={corpus.voice_id(cell.voice).to_owned()}>{ links::voice(context, cell.voice) }{ " " }
            <a class="soft" href={links::href_after(context, &open)} onclick={links::follow(context, open)}
                aria-label={label}>{ count }</a>
            if let Some(when) = when(corpus, cell) { <span class="soft">{ " · " }{ when }</span> }
            { for cell_notes::notes(corpus, issue, cell).into_iter().map(|note| html! { <span class="cell-note">
                { source_text::text(&note) }</span> }) }
        </li>
    }
}

/// When the words were said that carry what a cell says: a day, or the first and the last.
fn when(corpus: &Corpus, cell: &Cell) -> Option<String> {
    let day = |e: &Evidence| corpus.said(&corpus.statements[e.statement]);
    let mut days: Vec<_> = cell.carrying.iter().map(day).collect();
    days.sort_by_key(|said| said.date().first_day());
    let (first, last) = (days.first()?, days.last()?);
    let is_one = first.date() == last.date();
    let first = labels::when_said(*first);
    Some(if is_one {
        first
    } else {
        tr_format!("{from} to {to}", from = first, to = labels::when_said(*last))
    })
}

/// Who said something else on an earlier day: then and now, in their own words.
fn turns(context: &Context, found: &IssueProfile) -> Html {
    let corpus = context.corpus();
    let cells = found.groups.iter().flat_map(|group| &group.cells);
    let mut turns: Vec<(&Cell, Turn)> =
        cells.flat_map(|cell| cell.turns(corpus).into_iter().map(move |turn| (cell, turn))).collect();
    if turns.is_empty() {
        return html! {};
    }
    turns.sort_by_key(|(_, turn)| corpus.said(&corpus.statements[turn.to.statement]).date().first_day());
    let shown = context.few(5, usize::MAX).min(turns.len());
    let left = turns.len() - shown;
    let rows = turns.into_iter().take(shown).map(|(cell, turn)| {
        html! { <li class="then-and-now">
            <p>{ links::voice(context, cell.voice) }</p>
            <div>{ once(context, turn.from) }</div>
            <div>{ once(context, turn.to) }</div>
        </li> }
    });
    html! { <section class="stands"><h3>{ "Said something else before" }</h3><ul class="plain-list">{ for rows }</ul>
        if left > 0 { <p class="soft">{ tr_plural(left, "and {n} more", "and {n} more") }</p> }
    </section> }
}

/// What somebody said on one day: the stance as the way to the words, the day, and the words.
fn once(context: &Context, said: Evidence) -> Option<Html> {
    let corpus = context.corpus();
    let statement = &corpus.statements[said.statement];
    let document = &corpus.documents[statement.document];
    let position = said.position(corpus)?;
    let sign = labels::stance(StanceToken::of(position), corpus.issues[position.issue].kind);
    let read = Action::ReadInText(context.opened(said.statement));
    Some(html! { <>
        <p><a href={links::href_after(context, &read)} onclick={links::follow(context, read)}>
            <span class={class(&["sign", sign.tone])}><span class="glyph" aria-hidden="true">{ sign.glyph }</span>
                { sign.word }</span></a>
            <span class="soft">{ ", " }{ labels::when_said(corpus.said(statement)) }{ " · " }{ labels::given(statement) }
                </span></p>
        <blockquote class="evidence-words" lang={document.language.clone()} dir={direction(&document.language)}>
            { evidence::said(corpus, statement, &[]) }</blockquote>
    </> })
}

fn silent(context: &Context, found: &IssueProfile) -> Html {
    if found.silent.is_empty() {
        return html! {};
    }
    let shown = found.silent.get(..context.few(100, usize::MAX)).unwrap_or(&found.silent);
    let left = found.silent.len() - shown.len();
    html! {
        <section class="stands">
            <h3>{ "Heard here, not on this" }</h3>
            <p>{ links::actors(context, shown) }
                if left > 0 { { " " }{ tr_plural(left, "and {n} more", "and {n} more") } }</p>
            <p class="key">{ "Silence in this corpus says nothing about where somebody stands." }</p>
        </section>
    }
}
