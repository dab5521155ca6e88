//! What a corpus knows of one issue: the proposition, who stands where on it, who changed their mind when, and who
//! has not spoken to it.

use super::comparison::cell as cells;
use super::comparison::cell_labels;
use super::comparison::evidence;
use super::comparison::table::voices;
use super::statements::counted;
use crate::corpus::{ActorIx, IssueIx, IssueKind, Key, StatementIx};
use crate::query::{Cell, CellState, Code, IssueProfile, StanceGroup, TimelineStep, camps, timeline};
use crate::route::{Action, Facet};
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
    let found = camps(corpus, context.columns(), &context.route().filter, ix);
    let claim = issue.kind == IssueKind::Claim;
    html! {
        <article class="profile list">
            if context.route().filter.choices().next().is_some() { { status_bar::status(context) } }
            <header class="profile-head">
                <h2><bdi>{ source_text::text(&issue.label) }</bdi></h2>
                <p class="proposition">{ "“" }{ source_text::isolated(&issue.proposition) }{ "”" }</p>
                <p class="soft">{ if claim { tr("a claim: something is or will be so") } else { tr("a policy: something should be so") } }{ " · " }{ voices(found.voices) }</p>
            </header>
            { counted(context, Facet::Issue, &issue.id, ix.position() as Code, tr("No statement on it is in this corpus.")) }
            { evidence::narrowed(context) }
            <h3>{ "Who stands where" }</h3>
            { for found.camps.iter().map(|camp| draw(context, ix, camp)) }
            { is_change(context, &found) }
            { silent(context, &found) }
        </article>
    }
}

fn draw(context: &Context, issue: IssueIx, camp: &StanceGroup) -> Html {
    let sign = cell_labels::standing(camp.standing, context.corpus().issues[issue].kind);
    html! {
        <section class="stands">
            <h4 class={class(&["sign", sign.tone])}><span class="glyph" aria-hidden="true">{ sign.glyph }</span><span>
                { sign.word }</span>
                <span class="soft">{ " · " }{ tr_plural(camp.actors.len(), "{n} speaker", "{n} speakers") }</span></h4>
            <ul class="plain-list">
                { for camp.actors.iter().map(|(actor, cell)| stands_so(context, *actor, issue, cell)) }</ul>
        </section>
    }
}

/// Who stands so, and the way to the words.
fn stands_so(context: &Context, actor: ActorIx, issue: IssueIx, cell: &Cell) -> Html {
    let corpus = context.corpus();
    let open = Action::OpenCell(corpus.actors[actor].id.to_string(), corpus.issues[issue].id.to_string());
    let count = match cell.standing {
        CellState::FilteredOut(n) => tr_format!("filtered out ({n})", n = number(n)),
        _ => tr_plural(cell.statements(), "{n} statement", "{n} statements"),
    };
    let label = tr_format!("{name}: {count}", name = corpus.actors[actor].name, count = count);
    html! {
        <li key={corpus.actors[actor].id.to_string()}>{ links::actor(context, actor) }{ " " }
            <a class="soft" href={links::href_after(context, &open)} onclick={links::follow(context, open)}
                aria-label={label}>{ count }</a>
            { for cells::notes(corpus, actor, cell).into_iter().map(|note| html! { <span class="cell-note">
                { source_text::text(&note) }</span> }) }
        </li>
    }
}

/// Who said something else on an earlier day.
fn is_change(context: &Context, found: &IssueProfile) -> Html {
    let corpus = context.corpus();
    let all = found.camps.iter().flat_map(|camp| &camp.actors);
    let turned = all.flat_map(|(actor, cell)| {
        timeline(corpus, cell).into_iter().filter(|step| step.is_change).map(move |step| (*actor, step))
    });
    let mut turned: Vec<(ActorIx, TimelineStep)> = turned.collect();
    if turned.is_empty() {
        return html! {};
    }
    let said = |ix: StatementIx| corpus.said(&corpus.statements[ix]);
    turned.sort_by_key(|(_, step)| said(step.evidence.statement).date().first_day());
    let rows = turned.into_iter().filter_map(|(actor, step)| {
        let position = step.evidence.position(corpus)?;
        let sign = labels::stance(crate::query::StanceToken::of(position), corpus.issues[position.issue].kind);
        let read = Action::ReadInText(context.opened(step.evidence.statement));
        Some(html! {
            <li>{ links::actor(context, actor) }{ ": " }
                <a href={links::href_after(context, &read)} onclick={links::follow(context, read)}>
                    <span class={class(&["sign", sign.tone])}><span class="glyph" aria-hidden="true">{ sign.glyph }
                        </span>{ sign.word }</span></a>
                { ", " }{ labels::when_said(said(step.evidence.statement)) }</li>
        })
    });
    html! { <section class="stands"><h3>{ "Said something else before" }</h3><ul class="plain-list">{ for rows }</ul>
    </section> }
}

fn silent(context: &Context, found: &IssueProfile) -> Html {
    if found.silent.is_empty() {
        return html! {};
    }
    html! {
        <section class="stands">
            <h3>{ "Has not spoken on this here" }</h3>
            <p>{ links::actors(context, &found.silent) }</p>
            <p class="key">{ "Silence in this corpus says nothing about where somebody stands." }</p>
        </section>
    }
}
