//! Two actors side by side: on each issue what either says, and whether they agree. Where one is
//! silent nothing is compared.

use super::cell::cell;
use super::html::html;
use super::link;
use super::marks;
use super::scene::Scene;
use super::standing;
use super::tongue::tr;
use crate::corpus::{ActorIx, IssueIx};
use crate::query::{Cell, agreement, one_cell, rung};
use crate::view::{Action, Facet};
use yew::prelude::*;

pub fn pair(scene: &Scene, a: &str, b: &str) -> Html {
    let corpus = scene.corpus();
    let (left, right) = (corpus.actor_by_id(a), corpus.actor_by_id(b));
    let (first, second) = (a.to_owned(), b.to_owned());
    html! { <>
        <div class="pair-choice">
            { choose(scene, tr("First"), a, move |chosen| Action::Pair(chosen, second.clone())) }
            { choose(scene, tr("Second"), b, move |chosen| Action::Pair(first.clone(), chosen)) }
        </div>
        { match (left, right) {
            (Some(left), Some(right)) if left == right => html! { <p class="nothing">{ "Choose two different speakers." }</p> },
            (Some(left), Some(right)) => side_by_side(scene, left, right),
            _ => html! { <p class="nothing">{ "This corpus has no such speaker. Choose two from the lists." }</p> },
        } }
    </> }
}

fn side_by_side(scene: &Scene, left: ActorIx, right: ActorIx) -> Html {
    let corpus = scene.corpus();
    let choice = scene.view.filter.choice(Facet::Issue);
    let wanted =
        |id: &str| (choice.included().next().is_none() || choice.includes(id)) && !choice.excludes(id);
    let rows = corpus
        .issues
        .iter()
        .filter(|(_, issue)| wanted(issue.id.as_str()))
        .map(|(ix, _)| row(scene, ix, left, right));
    let name = |actor: ActorIx| marks::name(&corpus.actors[actor].name);
    html! {
        <table class="stances pair">
            <caption class="unseen-label">{ "Two speakers side by side, issue by issue" }</caption>
            <thead><tr><th scope="col">{ "Issue" }</th><th scope="col">{ name(left) }</th><th scope="col">{ name(right) }</th><th scope="col">{ "Together" }</th></tr></thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}

fn row(scene: &Scene, issue: IssueIx, left: ActorIx, right: ActorIx) -> Html {
    let corpus = scene.corpus();
    let one = |actor| one_cell(corpus, scene.columns(), &scene.view.filter, scene.scope(), (actor, issue));
    let (a, b) = (one(left), one(right));
    let rung = rung(&scene.view.filter);
    let drawn = |actor: ActorIx, c: &Cell| {
        html! { <td data-label={corpus.actors[actor].name.clone()}>{ cell(scene, actor, issue, c, c.has_stance(corpus, &rung)) }</td> }
    };
    let i = &corpus.issues[issue];
    html! {
        <tr key={i.id.to_string()}>
            <th scope="row"><span class="issue-label">{ marks::apart(&i.label) }</span><span class="proposition">{ marks::apart(&i.proposition) }</span></th>
            { drawn(left, &a) }
            { drawn(right, &b) }
            <td class="verdict" data-label={tr("Together")}>{ standing::agreement(agreement(&a, &b)) }</td>
        </tr>
    }
}

fn choose(
    scene: &Scene,
    label: &'static str,
    chosen: &str,
    action: impl Fn(String) -> Action + 'static,
) -> Html {
    let corpus = scene.corpus();
    let scene_now = scene.clone();
    let mut actors: Vec<ActorIx> = corpus
        .actors
        .keys()
        .filter(|a| {
            scene.columns().latest(*a).is_some()
                || scene.columns().is_spoken_of(*a)
                || corpus.actors[*a].id.as_str() == chosen
        })
        .collect();
    actors.sort_by_cached_key(|a| crate::query::fold(&corpus.actors[*a].name));
    let current = corpus.actor_by_id(chosen);
    let options = actors.into_iter().map(|a| {
        let actor = &corpus.actors[a];
        html! { <option value={actor.id.to_string()} selected={current == Some(a)}>{ actor.name.clone() }</option> }
    });
    let onchange = link::on_choice(move |value| scene_now.ask(action(value)));
    html! { <label class="pick">{ label }<select aria-label={label} {onchange}>{ for options }</select></label> }
}
