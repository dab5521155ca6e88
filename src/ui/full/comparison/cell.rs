//! One cell of the comparison as a reader sees it: glyph, word, number, what it depends on, and how
//! the words came to count for the actor. Every filled cell is a link to the words it rests on.

use super::cell_labels;
use crate::corpus::{ActorIx, Corpus, IssueIx, LabelledSpan, Speaker, StatementIx};
use crate::query::{Attribution, Cell, CellState, Evidence};
use crate::route::Action;
use crate::ui::class::{class, when};
use crate::ui::context::Context;
use crate::ui::html::html;
use crate::ui::i18n::{number, tr, tr_format, tr_plural};
use crate::ui::labels;
use crate::ui::links;
use crate::ui::source_text;
use yew::prelude::*;

/// A cell's inside, as a link where it has something to open, else the plain state.
pub fn cell(context: &Context, actor: ActorIx, issue: IssueIx, cell: &Cell, ringed: bool) -> Html {
    let corpus = context.corpus();
    let kind = corpus.issues[issue].kind;
    let sign = cell_labels::standing(cell.standing, kind);
    match cell.standing {
        CellState::NotOnThis | CellState::RelaysOnly | CellState::NotQuoted => {
            html! { <span class="cell is-empty" title={sign.word}><span class="unseen-label">{ sign.word }</span>
            </span> }
        }
        CellState::FilteredOut(n) => {
            html! { <span class="cell is-filtered">{ tr_format!("filtered out ({n})", n = number(n)) }</span> }
        }
        _ => {
            let (a, i) = (&corpus.actors[actor], &corpus.issues[issue]);
            let action = Action::OpenCell(a.id.to_string(), i.id.to_string());
            let open = is_open(context, actor, issue);
            let class = class(&["cell", "sign", sign.tone, when(open, "is-open"), when(ringed, "is-ringed")]);
            html! {
                <a {class} href={links::href_after(context, &action)} onclick={links::follow(context, action)}
                    aria-current={open.then_some("true")}>
                    <span class="unseen-label">
                        { tr_format!("{speaker} on {issue}: ", speaker = a.name, issue = i.label) }</span>
                    <span class="cell-head">
                        <span class="glyph" aria-hidden="true">{ sign.glyph }</span>
                        <span class="cell-word">{ sign.word }</span>
                        <span class="cell-count">{ cell.statements() }<span class="unseen-label">
                            { tr_plural(cell.statements(), " statement", " statements") }</span></span>
                    </span>
                    { for notes(corpus, actor, cell).into_iter().map(|n| html! { <span class="cell-note">
                        { source_text::isolated(&n) }</span> }) }
                </a>
            }
        }
    }
}

pub fn is_open(context: &Context, actor: ActorIx, issue: IssueIx) -> bool {
    open(context) == Some((actor, issue))
}

/// The cell whose evidence the view shows.
pub fn open(context: &Context) -> Option<(ActorIx, IssueIx)> {
    let (actor, issue) = context.compare()?.cell.as_ref()?;
    Some((context.corpus().actor_by_id(actor)?, context.corpus().issue_by_id(issue)?))
}

/// The small lines of a cell: conditions, then provenance.
pub fn notes(corpus: &Corpus, actor: ActorIx, cell: &Cell) -> Vec<String> {
    let mut notes: Vec<String> =
        cell.conditions(corpus).into_iter().map(|(s, c)| condition(corpus, s, c)).collect();
    let own = cell.own().filter(|e| matches!(e.whose, Attribution::Through | Attribution::Jointly));
    for evidence in own {
        push_new(&mut notes, provenance(corpus, *evidence, actor));
    }
    let mut said: Vec<String> = Vec::new();
    for evidence in cell.said_of() {
        push_new(&mut said, provenance(corpus, *evidence, actor));
    }
    if cell.standing == CellState::SaidOf {
        notes.extend(said);
    } else {
        notes.extend(said.into_iter().map(|by| tr_format!("☞ said of it {by}", by = by)));
    }
    notes
}

fn push_new(all: &mut Vec<String>, line: Option<String>) {
    all.extend(line.filter(|line| !all.contains(line)));
}

/// The condition in words, short where the coder gave a short form.
pub fn condition(corpus: &Corpus, statement: StatementIx, condition: &LabelledSpan) -> String {
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
            Some(role) => tr_format!("its {role}", role = role.title),
            None => corpus.actors[speaker].name.clone(),
        }
    };
    let who = match &statement.speaker {
        Speaker::Document => tr("the article").to_owned(),
        Speaker::Unnamed => tr("somebody not named").to_owned(),
        Speaker::Actors(actors) => {
            labels::enumeration(&actors.iter().map(|a| speaker(*a)).collect::<Vec<_>>())
        }
    };
    match evidence.whose {
        Attribution::Own => None,
        Attribution::Jointly => Some(tr("jointly").to_owned()),
        Attribution::Through => Some(tr_format!("through {who}", who = who)),
        Attribution::SaidOf => Some(tr_format!("by {who}", who = who)),
    }
}
