//! What a corpus knows of one issue: the proposition, who stands where on it, who changed their mind when, and who
//! has not spoken to it.

use super::cell as cells;
use super::class::class;
use super::evidence;
use super::html::html;
use super::link;
use super::link::{all_named, named};
use super::listing::counted;
use super::marks;
use super::scene::Scene;
use super::standing;
use super::status;
use super::table::voices;
use super::tongue::{number, plural, say, tr};
use super::words;
use crate::corpus::{ActorIx, IssueIx, IssueKind, Key, StatementIx};
use crate::query::{Camp, Camps, Cell, Code, Standing, Step, camps, over_time};
use crate::view::{Action, Facet};
use yew::prelude::*;

pub fn issue_page(scene: &Scene, id: &str) -> Html {
    let corpus = scene.corpus();
    let Some(ix) = corpus.issue_by_id(id) else { return html! {} };
    let issue = &corpus.issues[ix];
    let found = camps(corpus, scene.columns(), &scene.view.filter, ix);
    let claim = issue.kind == IssueKind::Claim;
    html! {
        <article class="profile list">
            if scene.view.filter.choices().next().is_some() { { status::status(scene) } }
            <header class="profile-head">
                <h2><bdi>{ marks::text(&issue.label) }</bdi></h2>
                <p class="proposition">{ "“" }{ marks::apart(&issue.proposition) }{ "”" }</p>
                <p class="soft">{ if claim { tr("a claim: something is or will be so") } else { tr("a policy: something should be so") } }{ " · " }{ voices(found.voices) }</p>
            </header>
            { counted(scene, Facet::Issue, &issue.id, ix.position() as Code, tr("No statement on it is in this corpus.")) }
            { evidence::narrowed(scene) }
            <h3>{ "Who stands where" }</h3>
            { for found.camps.iter().map(|camp| draw(scene, ix, camp)) }
            { turns(scene, &found) }
            { silent(scene, &found) }
        </article>
    }
}

fn draw(scene: &Scene, issue: IssueIx, camp: &Camp) -> Html {
    let sign = standing::standing(camp.standing, scene.corpus().issues[issue].kind);
    html! {
        <section class="stands">
            <h4 class={class(&["sign", sign.tone])}><span class="glyph" aria-hidden="true">{ sign.glyph }</span><span>{ sign.word }</span>
                <span class="soft">{ " · " }{ plural(camp.actors.len(), "{n} speaker", "{n} speakers") }</span></h4>
            <ul class="plain-list">{ for camp.actors.iter().map(|(actor, cell)| stands_so(scene, *actor, issue, cell)) }</ul>
        </section>
    }
}

/// Who stands so, and the way to the words.
fn stands_so(scene: &Scene, actor: ActorIx, issue: IssueIx, cell: &Cell) -> Html {
    let corpus = scene.corpus();
    let open = Action::OpenCell(corpus.actors[actor].id.to_string(), corpus.issues[issue].id.to_string());
    let count = match cell.standing {
        Standing::FilteredOut(n) => say!("filtered out ({n})", n = number(n)),
        _ => plural(cell.statements(), "{n} statement", "{n} statements"),
    };
    let label = say!("{name}: {count}", name = corpus.actors[actor].name, count = count);
    html! {
        <li key={corpus.actors[actor].id.to_string()}>{ named(scene, actor) }{ " " }
            <a class="soft" href={link::href_after(scene, &open)} onclick={link::follow(scene, open)} aria-label={label}>{ count }</a>
            { for cells::notes(corpus, actor, cell).into_iter().map(|note| html! { <span class="cell-note">{ marks::text(&note) }</span> }) }
        </li>
    }
}

/// Who said something else on an earlier day.
fn turns(scene: &Scene, found: &Camps) -> Html {
    let corpus = scene.corpus();
    let all = found.camps.iter().flat_map(|camp| &camp.actors);
    let turned = all.flat_map(|(actor, cell)| {
        over_time(corpus, cell).into_iter().filter(|step| step.turns).map(move |step| (*actor, step))
    });
    let mut turned: Vec<(ActorIx, Step)> = turned.collect();
    if turned.is_empty() {
        return html! {};
    }
    let said = |ix: StatementIx| corpus.said(&corpus.statements[ix]);
    turned.sort_by_key(|(_, step)| said(step.evidence.statement).date().first_day());
    let rows = turned.into_iter().filter_map(|(actor, step)| {
        let position = step.evidence.position(corpus)?;
        let sign = words::stance(crate::query::StanceToken::of(position), corpus.issues[position.issue].kind);
        let read = Action::ReadInText(scene.opened(step.evidence.statement));
        Some(html! {
            <li>{ named(scene, actor) }{ ": " }
                <a href={link::href_after(scene, &read)} onclick={link::follow(scene, read)}>
                    <span class={class(&["sign", sign.tone])}><span class="glyph" aria-hidden="true">{ sign.glyph }</span>{ sign.word }</span></a>
                { ", " }{ words::said(said(step.evidence.statement)) }</li>
        })
    });
    html! { <section class="stands"><h3>{ "Said something else before" }</h3><ul class="plain-list">{ for rows }</ul></section> }
}

fn silent(scene: &Scene, found: &Camps) -> Html {
    if found.silent.is_empty() {
        return html! {};
    }
    html! {
        <section class="stands">
            <h3>{ "Has not spoken on this here" }</h3>
            <p>{ all_named(scene, &found.silent) }</p>
            <p class="key">{ "Silence in this corpus says nothing about where somebody stands." }</p>
        </section>
    }
}
