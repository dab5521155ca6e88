//! What a corpus knows of one actor: who or what it is, its roles and parts, and where it stands on each issue, with
//! every word that rests on and what changed when.

use super::comparison::evidence;
use super::list::matching;
use super::statements::counted;
use crate::corpus::{Actor, ActorIx, ActorKind, Key, Role, Until};
use crate::query::{Code, OnIssue, stands};
use crate::route::{Action, Facet};
use crate::ui::context::Context;
use crate::ui::html::html;
use crate::ui::i18n::{tr, tr_format, tr_noop};
use crate::ui::labels;
use crate::ui::links;
use crate::ui::source_text;
use crate::ui::status_bar;
use yew::prelude::*;

pub fn actor_page(context: &Context, id: &str) -> Html {
    let corpus = context.corpus();
    let Some(ix) = corpus.actor_by_id(id) else { return html! {} };
    let actor = &corpus.actors[ix];
    let found = stands(corpus, context.columns(), &context.route().filter, ix);
    let silent: Vec<String> = corpus
        .issues
        .iter()
        .filter(|(issue, _)| !found.iter().any(|on| on.issue == *issue))
        .map(|(_, issue)| issue.label.clone())
        .collect();
    html! {
        <article class="profile list">
            if context.route().filter.choices().next().is_some() { { status_bar::status(context) } }
            <header class="profile-head">
                <h2>{ source_text::name(&actor.name) }</h2>
                { about(actor) }
            </header>
            { roles(context, ix) }
            { parts(context, ix) }
            { counted(context, Facet::Speaker, &actor.id, ix.position() as Code, tr("No statement of theirs is in this corpus.")) }
            { of_group(context, ix) }
            { evidence::narrowed(context) }
            <h3>{ "Where they stand" }</h3>
            if found.is_empty() { <p>
                { "No position of theirs is in this corpus, which says nothing about where they stand." }</p> }
            { for found.iter().enumerate().map(|(at, on)| on_issue(context, on, few(context, found.len(), at))) }
            if !silent.is_empty() && !found.is_empty() {
                <p class="key">{ tr_format!("Not heard here on: {issues}.", issues = labels::enumeration(&silent)) }
                    </p>
            }
        </article>
    }
}

/// The way to what a body and all who belonged to it said, where that is more than its own words.
fn of_group(context: &Context, ix: ActorIx) -> Html {
    let (actor, code) = (&context.corpus().actors[ix], ix.position() as Code);
    let counts = &context.known.unfiltered.counts;
    if counts.of(Facet::Group, code) <= counts.of(Facet::Speaker, code) {
        return html! {};
    }
    let count = matching(context, Facet::Group, actor.id.as_str());
    let all = Action::ListOnly(Facet::Group, actor.id.to_string());
    html! {
        <p class="profile-count">
            <a href={links::href_after(context, &all)} onclick={links::follow(context, all)}>
                { tr_format!("all of {name}", name = actor.name) }{ tr(": ") }{ labels::statements(count) }</a>
        </p>
    }
}

fn about(actor: &Actor) -> Html {
    html! { <>
        <p class="soft">{ tr(kind(actor.kind)) }
            if !actor.aliases.is_empty() { { " · " }{ "also called " }
                { for actor.aliases.iter().enumerate().map(|(at, alias)| html! { <>if at > 0 { { ", " } }
                { source_text::name(alias) }</> }) } }
        </p>
        if !actor.names.is_empty() {
            <p class="soft">{ for actor.names.iter().enumerate().map(|(at, (language, name))| html! {
                <>if at > 0 { { " · " } }{ links::document_title(name, language) }</> }) }</p>
        }
        if let Some(note) = &actor.note { <p>{ source_text::text(note) }</p> }
    </> }
}

pub fn kind(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Person => tr_noop("person"),
        ActorKind::Organisation => tr_noop("organisation"),
        ActorKind::State => tr_noop("state"),
        ActorKind::Office => tr_noop("office"),
        ActorKind::Collective => tr_noop("group of people"),
        ActorKind::Unnamed => tr_noop("not named in the text"),
    }
}

fn roles(context: &Context, ix: ActorIx) -> Html {
    let roles = &context.corpus().actors[ix].roles;
    if roles.is_empty() {
        return html! {};
    }
    html! { <section><h3>{ "Roles" }</h3><ul class="plain-list">{ for roles.iter().map(|r| role(context, r)) }</ul>
    </section> }
}

fn role(context: &Context, role: &Role) -> Html {
    let body = role.of.map(|of| links::actor(context, of));
    html! {
        <li>{ source_text::text(&role.title) }
            if let Some(body) = body { { ", " }{ body } }
            if let Some(when) = term(role) { <span class="soft">{ " · " }{ when }</span> }</li>
    }
}

/// When a role was held, as far as the corpus knows.
fn term(role: &Role) -> Option<String> {
    let from = role.from.map(labels::date);
    let to = match role.to {
        Some(Until::Date(date)) => Some(labels::date(date)),
        Some(Until::Still) => None,
        None => {
            let from = from.map(|day| tr_format!("from {day}, end not known", day = day));
            return from.or_else(|| seen(role));
        }
    };
    match (from, to) {
        (Some(from), Some(to)) => Some(tr_format!("{from} to {to}", from = from, to = to)),
        (Some(from), None) => Some(tr_format!("since {day}", day = from)),
        (None, Some(to)) => Some(tr_format!("until {day}", day = to)),
        (None, None) => seen(role),
    }
}

fn seen(role: &Role) -> Option<String> {
    role.attested.map(|day| tr_format!("so named as of {day}", day = labels::date(day)))
}

/// What it is part of, what is part of it, and who has a role of it.
fn parts(context: &Context, ix: ActorIx) -> Html {
    let corpus = context.corpus();
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
        html! { <><dt>{ label }</dt><dd>{ links::actors(context, all) }</dd></> }
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

/// How many statements stand under the issue at this place of so many: a page that holds some of each stays small.
fn few(context: &Context, issues: usize, at: usize) -> usize {
    const IN_FILE: usize = 30;
    let in_file = if at < IN_FILE { (IN_FILE / issues.max(1)).clamp(1, 3) } else { 0 };
    context.few(in_file, 30)
}

fn on_issue(context: &Context, on: &OnIssue, at_most: usize) -> Html {
    let corpus = context.corpus();
    let issue = &corpus.issues[on.issue];
    let page = Action::Issue(issue.id.to_string());
    html! {
        <section class="stands" key={issue.id.to_string()}>
            <h4><a href={links::href_after(context, &page)} onclick={links::follow(context, page)}><bdi>
                { source_text::text(&issue.label) }</bdi></a></h4>
            <p class="proposition">{ "In question: " }{ source_text::isolated(&issue.proposition) }</p>
            { evidence::stands(context, on.issue, &on.cell, at_most) }
        </section>
    }
}
