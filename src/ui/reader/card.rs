//! The card of a statement as the initial program has it: whose words, in what role, and where they stand, in brief.
//! The card of the full program takes its place.

use crate::corpus::{Position, Statement, StatementIx};
use crate::query::StanceToken;
use crate::route::Action;
use crate::ui::class::class;
use crate::ui::context::Context;
use crate::ui::html::html;
use crate::ui::i18n::tr_format;
use crate::ui::labels;
use crate::ui::links;
use crate::ui::source_text;
use crate::ui::status_bar;
use yew::prelude::*;

/// The card of the open statement.
pub fn card(context: &Context, ix: StatementIx) -> Html {
    html! { <>
        <header class="card-head">{ who(context, &context.corpus().statements[ix]) }{ close(context) }
            <div class="card-actions">{ status_bar::stepper(context) }</div></header>
        { brief(context, ix) }
    </> }
}

pub fn close(context: &Context) -> Html {
    html! { <a class="button" href={links::href_after(context, &Action::Close)}
    onclick={links::follow(context, Action::Close)}>{ "Close" }</a> }
}

pub fn who(context: &Context, statement: &Statement) -> Html {
    let corpus = context.corpus();
    let date = corpus.said(statement).date();
    let speakers = statement.speaker.actors();
    let names = speakers.iter().map(|actor| {
        html! { <div class="card-speaker" key={corpus.actors[*actor].id.to_string()}>
            <h3>{ links::actor(context, *actor) }</h3>
            if let Some(role) = labels::role(corpus, *actor, date) { <p class="card-role">{ source_text::text(&role) }
                </p> }
        </div> }
    });
    html! { <div class="card-who">
        if speakers.is_empty() { <h3>{ labels::speaker(corpus, &statement.speaker) }</h3> } else { { for names } }
        if speakers.len() > 1 { <p class="card-role">{ "jointly" }</p> }
        if let Some(body) = statement.on_behalf_of {
            <p class="card-role">{ "also counted for " }{ links::actor(context, body) }</p>
        }
    </div> }
}

/// How a statement is given, and where it stands on each issue, a line each.
pub fn brief(context: &Context, ix: StatementIx) -> Html {
    let corpus = context.corpus();
    let statement = &corpus.statements[ix];
    let positions = distinct(statement).into_iter().map(|p| {
        let issue = &corpus.issues[p.issue];
        let token = StanceToken::of(p);
        let sign = labels::stance_on(token, issue.kind);
        let condition = p.conditions.first().and_then(|c| c.label.clone());
        html! {
            <span class="note-position">
                if !p.is_own() {
                    { tr_format!("of {names}: ", names = labels::enumeration(&labels::actor_names(corpus, &p.holders))) }
                }
                <span class={class(&["sign", sign.tone])}><span class="glyph" aria-hidden="true">{ sign.glyph }</span>
                    { match condition {
                        Some(c) => labels::stance_given(token, issue.kind, &c),
                        None => sign.word.to_owned(),
                    } }</span>
                { " " }{ source_text::text(&issue.label) }
            </span>
        }
    });
    html! { <>
        <span class="note-kind">{ labels::given(statement) }</span>
        if statement.positions.is_empty() { <span class="note-position">{ "no position coded" }</span> }
        { for positions }
    </> }
}

/// The positions of a statement; those in which its coders agree, once.
pub fn distinct(statement: &Statement) -> Vec<&Position> {
    let mut seen: Vec<&Position> = Vec::new();
    for position in &statement.positions {
        let is_known = seen.iter().any(|known| {
            known.issue == position.issue
                && known.holders == position.holders
                && StanceToken::of(known) == StanceToken::of(position)
                && known.conditions == position.conditions
        });
        if !is_known {
            seen.push(position);
        }
    }
    seen
}
