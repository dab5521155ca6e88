//! One cell of the comparison as a reader sees it: glyph, word, number, what it depends on, and how
//! the words came to count for the actor. Every filled cell is a link to the words it rests on.

use super::class::{class, when};
use super::html::html;
use super::link;
use super::marks;
use super::scene::Scene;
use super::standing;
use super::tongue::{number, plural, say, tr};
use super::words;
use crate::corpus::{ActorIx, Corpus, IssueIx, Labelled, Speaker, StatementIx};
use crate::query::{Cell, Evidence, Standing, Whose};
use crate::view::Action;
use yew::prelude::*;

/// A cell's inside, as a link where it has something to open, else the plain state.
pub fn cell(scene: &Scene, actor: ActorIx, issue: IssueIx, cell: &Cell, ringed: bool) -> Html {
    let corpus = scene.corpus();
    let kind = corpus.issues[issue].kind;
    let sign = standing::standing(cell.standing, kind);
    match cell.standing {
        Standing::NotOnThis | Standing::RelaysOnly | Standing::NotQuoted => {
            html! { <span class="cell is-empty" title={sign.word}><span class="unseen-label">{ sign.word }</span></span> }
        }
        Standing::FilteredOut(n) => {
            html! { <span class="cell is-filtered">{ say!("filtered out ({n})", n = number(n)) }</span> }
        }
        _ => {
            let (a, i) = (&corpus.actors[actor], &corpus.issues[issue]);
            let action = Action::OpenCell(a.id.to_string(), i.id.to_string());
            let open = is_open(scene, actor, issue);
            let class = class(&["cell", "sign", sign.tone, when(open, "is-open"), when(ringed, "is-ringed")]);
            html! {
                <a {class} href={link::href_after(scene, &action)} onclick={link::follow(scene, action)}
                    aria-current={open.then_some("true")}>
                    <span class="unseen-label">{ say!("{speaker} on {issue}: ", speaker = a.name, issue = i.label) }</span>
                    <span class="cell-head">
                        <span class="glyph" aria-hidden="true">{ sign.glyph }</span>
                        <span class="cell-word">{ sign.word }</span>
                        <span class="cell-count">{ cell.statements() }<span class="unseen-label">{ plural(cell.statements(), " statement", " statements") }</span></span>
                    </span>
                    { for notes(corpus, actor, cell).into_iter().map(|n| html! { <span class="cell-note">{ marks::apart(&n) }</span> }) }
                </a>
            }
        }
    }
}

pub fn is_open(scene: &Scene, actor: ActorIx, issue: IssueIx) -> bool {
    open(scene) == Some((actor, issue))
}

/// The cell whose evidence the view shows.
pub fn open(scene: &Scene) -> Option<(ActorIx, IssueIx)> {
    let (actor, issue) = scene.compare()?.cell.as_ref()?;
    Some((scene.corpus().actor_by_id(actor)?, scene.corpus().issue_by_id(issue)?))
}

/// The small lines of a cell: conditions, then provenance.
pub fn notes(corpus: &Corpus, actor: ActorIx, cell: &Cell) -> Vec<String> {
    let mut notes: Vec<String> =
        cell.conditions(corpus).into_iter().map(|(s, c)| condition(corpus, s, c)).collect();
    let own = cell.own().filter(|e| matches!(e.whose, Whose::Through | Whose::Jointly));
    for evidence in own {
        push_new(&mut notes, provenance(corpus, *evidence, actor));
    }
    let mut said: Vec<String> = Vec::new();
    for evidence in cell.said_of() {
        push_new(&mut said, provenance(corpus, *evidence, actor));
    }
    if cell.standing == Standing::SaidOf {
        notes.extend(said);
    } else {
        notes.extend(said.into_iter().map(|by| say!("☞ said of it {by}", by = by)));
    }
    notes
}

fn push_new(all: &mut Vec<String>, line: Option<String>) {
    all.extend(line.filter(|line| !all.contains(line)));
}

/// The condition in words, short where the coder gave a short form.
pub fn condition(corpus: &Corpus, statement: StatementIx, condition: &Labelled) -> String {
    match &condition.label {
        Some(label) => label.clone(),
        None => {
            let document = corpus.statements[statement].document;
            format!("“{}”", corpus.documents[document].text.get(condition.span))
        }
    }
}

/// How the words came to count for `actor`: "through its Secretary General", "by the article".
pub fn provenance(corpus: &Corpus, evidence: Evidence, actor: ActorIx) -> Option<String> {
    let statement = &corpus.statements[evidence.statement];
    let date = corpus.said(statement).date();
    let speaker = |speaker: ActorIx| {
        let role = corpus.roles_on(speaker, date).into_iter().find(|role| role.of == Some(actor));
        match role {
            Some(role) => say!("its {role}", role = role.title),
            None => corpus.actors[speaker].name.clone(),
        }
    };
    let who = match &statement.speaker {
        Speaker::Document => tr("the article").to_owned(),
        Speaker::Nobody => tr("somebody not named").to_owned(),
        Speaker::Actors(actors) => words::list(&actors.iter().map(|a| speaker(*a)).collect::<Vec<_>>()),
    };
    match evidence.whose {
        Whose::Own => None,
        Whose::Jointly => Some(tr("jointly").to_owned()),
        Whose::Through => Some(say!("through {who}", who = who)),
        Whose::SaidOf => Some(say!("by {who}", who = who)),
    }
}
