//! What a corpus knows of one actor: who or what it is, its roles and parts, and where it stands on each issue, with
//! every word that rests on and what changed when.

use super::evidence;
use super::html::html;
use super::link;
use super::link::{all_named, named, titled};
use super::listing::counted;
use super::marks;
use super::scene::Scene;
use super::status;
use super::tongue::{mark, say, tr};
use super::words;
use crate::corpus::{Actor, ActorIx, ActorKind, Key, Role, Until};
use crate::query::{Code, OnIssue, Step, stands};
use crate::view::{Action, Facet};
use yew::prelude::*;

pub fn actor_page(scene: &Scene, id: &str) -> Html {
    let corpus = scene.corpus();
    let Some(ix) = corpus.actor_by_id(id) else { return html! {} };
    let actor = &corpus.actors[ix];
    let found = stands(corpus, scene.columns(), &scene.view.filter, ix);
    let silent: Vec<String> = corpus
        .issues
        .iter()
        .filter(|(issue, _)| !found.iter().any(|on| on.issue == *issue))
        .map(|(_, issue)| issue.label.clone())
        .collect();
    html! {
        <article class="profile list">
            if scene.view.filter.choices().next().is_some() { { status::status(scene) } }
            <header class="profile-head">
                <h2>{ marks::name(&actor.name) }</h2>
                { about(actor) }
            </header>
            { roles(scene, ix) }
            { parts(scene, ix) }
            { counted(scene, Facet::Who, &actor.id, ix.position() as Code, tr("No statement of theirs is in this corpus.")) }
            { evidence::narrowed(scene) }
            <h3>{ "Where they stand" }</h3>
            if found.is_empty() { <p>{ "No position of theirs is in this corpus, which says nothing about where they stand." }</p> }
            { for found.iter().map(|on| on_issue(scene, ix, on)) }
            if !silent.is_empty() && !found.is_empty() {
                <p class="key">{ say!("Not quoted here on: {issues}.", issues = words::list(&silent)) }</p>
            }
        </article>
    }
}

fn about(actor: &Actor) -> Html {
    html! { <>
        <p class="soft">{ tr(kind(actor.kind)) }
            if !actor.aliases.is_empty() { { " · " }{ "also called " }{ for actor.aliases.iter().enumerate().map(|(at, alias)| html! { <>if at > 0 { { ", " } }{ marks::name(alias) }</> }) } }
        </p>
        if !actor.names.is_empty() {
            <p class="soft">{ for actor.names.iter().enumerate().map(|(at, (language, name))| html! { <>if at > 0 { { " · " } }{ titled(name, language) }</> }) }</p>
        }
        if let Some(note) = &actor.note { <p>{ marks::text(note) }</p> }
    </> }
}

fn kind(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Person => mark("person"),
        ActorKind::Organisation => mark("organisation"),
        ActorKind::State => mark("state"),
        ActorKind::Office => mark("office"),
        ActorKind::Collective => mark("group of people"),
        ActorKind::Unnamed => mark("not named in the text"),
    }
}

fn roles(scene: &Scene, ix: ActorIx) -> Html {
    let roles = &scene.corpus().actors[ix].roles;
    if roles.is_empty() {
        return html! {};
    }
    html! { <section><h3>{ "Roles" }</h3><ul class="plain-list">{ for roles.iter().map(|r| role(scene, r)) }</ul></section> }
}

fn role(scene: &Scene, role: &Role) -> Html {
    let body = role.of.map(|of| named(scene, of));
    html! {
        <li>{ marks::text(&role.title) }
            if let Some(body) = body { { ", " }{ body } }
            if let Some(when) = term(role) { <span class="soft">{ " · " }{ when }</span> }</li>
    }
}

/// When a role was held, as far as the corpus knows.
fn term(role: &Role) -> Option<String> {
    let from = role.from.map(words::date);
    let to = match role.to {
        Some(Until::Date(date)) => Some(words::date(date)),
        Some(Until::Still) => None,
        None => return from.map(|day| say!("since {day}", day = day)).or_else(|| seen(role)),
    };
    match (from, to) {
        (Some(from), Some(to)) => Some(say!("{from} to {to}", from = from, to = to)),
        (Some(from), None) => Some(say!("since {day}", day = from)),
        (None, Some(to)) => Some(say!("until {day}", day = to)),
        (None, None) => seen(role),
    }
}

fn seen(role: &Role) -> Option<String> {
    role.attested.map(|day| say!("on {day}", day = words::date(day)))
}

/// What it is part of, what is part of it, and who has a role of it.
fn parts(scene: &Scene, ix: ActorIx) -> Html {
    let corpus = scene.corpus();
    let organs: Vec<ActorIx> =
        corpus.actors.iter().filter(|(_, a)| a.part_of == Some(ix)).map(|(organ, _)| organ).collect();
    let people: Vec<ActorIx> = corpus
        .actors
        .iter()
        .filter(|(_, a)| a.roles.iter().any(|role| role.of == Some(ix)))
        .map(|(person, _)| person)
        .collect();
    let body = corpus.actors[ix].part_of;
    let row = |label: &'static str, all: &[ActorIx]| {
        if all.is_empty() {
            return html! {};
        }
        html! { <><dt>{ label }</dt><dd>{ all_named(scene, all) }</dd></> }
    };
    if body.is_none() && organs.is_empty() && people.is_empty() {
        return html! {};
    }
    html! {
        <dl class="details">
            { row(tr("Part of"), body.as_slice()) }
            { row(tr("Its parts"), &organs) }
            { row(tr("Who has a role there"), &people) }
        </dl>
    }
}

fn on_issue(scene: &Scene, actor: ActorIx, on: &OnIssue) -> Html {
    let corpus = scene.corpus();
    let issue = &corpus.issues[on.issue];
    let page = Action::Issue(issue.id.to_string());
    html! {
        <section class="stands" key={issue.id.to_string()}>
            <h4><a href={link::href_after(scene, &page)} onclick={link::follow(scene, page)}><bdi>{ marks::text(&issue.label) }</bdi></a></h4>
            <p class="proposition">{ "“" }{ marks::apart(&issue.proposition) }{ "”" }</p>
            { evidence::standing(&on.cell, scene, on.issue) }
            <ol class="evidence-list">{ for steps(&on.over_time).iter().map(|all| step(scene, actor, all)) }</ol>
        </section>
    }
}

/// Steps by statement: what several coders found in one is one item.
fn steps(all: &[Step]) -> Vec<Vec<Step>> {
    all.chunk_by(|a, b| a.evidence.statement == b.evidence.statement).map(<[Step]>::to_vec).collect()
}

fn step(scene: &Scene, actor: ActorIx, steps: &[Step]) -> Html {
    let all: Vec<_> = steps.iter().map(|step| step.evidence).collect();
    let turns = steps.iter().any(|step| step.turns);
    evidence::item(scene, actor, &all, turns)
}
