//! The positions of a statement as its coders read them: stance, issue, condition and terms, and why they read them so.

use crate::corpus::{ActorIx, Confidence, Corpus, Position, Statement};
use crate::query::StanceToken;
use crate::route::Action;
use crate::ui::class::class;
use crate::ui::context::Context;
use crate::ui::html::html;
use crate::ui::i18n::tr;
use crate::ui::labels;
use crate::ui::links;
use crate::ui::reader::card::distinct;
use crate::ui::source_text;
use yew::prelude::*;

/// A position as one or several coders read it: glyph, word, issue, and what it depends on, with the whole
/// proposition; in a page a link to what is known of the issue.
pub fn position(
    context: Option<&Context>,
    corpus: &Corpus,
    statement: &Statement,
    readings: &[&Position],
) -> Html {
    let Some(position) = readings.first() else { return html! {} };
    let issue = &corpus.issues[position.issue];
    let proposition = || html! { <>{ "In question: " }{ source_text::isolated(&issue.proposition) }</> };
    let action = Action::Issue(issue.id.to_string());
    html! {
        <li class="position">
            { stance(corpus, position) }
            <p class="proposition">{ match context {
                Some(context) => html! { <a href={links::href_after(context, &action)}
                    onclick={links::follow(context, action)}>{ proposition() }</a> },
                None => proposition(),
            } }</p>
            { circumstances(corpus, statement, readings) }
        </li>
    }
}

/// One position where the proposition stands above already.
pub fn stance_line(corpus: &Corpus, statement: &Statement, readings: &[&Position]) -> Html {
    let Some(position) = readings.first() else { return html! {} };
    html! { <li class="position">{ stance(corpus, position) }{ circumstances(corpus, statement, readings) }</li> }
}

/// The positions of a statement in a list, without their reasons.
pub fn stances_brief(corpus: &Corpus, statement: &Statement) -> Html {
    let rows = distinct(statement).into_iter().map(|position| {
        html! { <li class="position">{ stance(corpus, position) }{ conditions(corpus, statement, position) }</li> }
    });
    html! { if statement.positions.is_empty() { <p class="no-position">{ "no position coded" }</p> } else {
    <ul class="positions">{ for rows }</ul> } }
}

/// All positions of a statement, each once with all its readings.
pub fn coded(statement: &Statement) -> Vec<Vec<&Position>> {
    readings(&statement.positions.iter().collect::<Vec<_>>())
}

/// Positions that differ in nothing but who coded them, and why, are one position with several readings.
pub fn readings<'a>(positions: &[&'a Position]) -> Vec<Vec<&'a Position>> {
    let mut all: Vec<Vec<&Position>> = Vec::new();
    for position in positions {
        let is_same = |known: &&Position| {
            known.issue == position.issue
                && known.holders == position.holders
                && known.stance == position.stance
                && known.conditions == position.conditions
                && known.terms == position.terms
                && known.hedged == position.hedged
        };
        match all.iter_mut().find(|known| known.first().is_some_and(is_same)) {
            Some(known) => known.push(position),
            None => all.push(vec![position]),
        }
    }
    all
}

/// Glyph, word and issue, and whose position it is when it is not the speaker's own.
fn stance(corpus: &Corpus, position: &Position) -> Html {
    let issue = &corpus.issues[position.issue];
    let sign = labels::stance_on(StanceToken::of(position), issue.kind);
    html! { <>
        if !position.is_own() {
            <span class="held">{ "says of " }{ names(corpus, &position.holders) }{ tr(": ") }</span>
        }
        <span class={class(&["sign", sign.tone])}><span class="glyph" aria-hidden="true">{ sign.glyph }</span>
            { sign.word }</span>
        { " " }<b>{ source_text::text(&issue.label) }</b>
        if position.hedged { <span class="hedged">{ " (with a softening word)" }</span> }
    </> }
}

/// What a position depends on.
fn conditions(corpus: &Corpus, statement: &Statement, position: &Position) -> Html {
    let rows = position.conditions.iter().map(|condition| {
        html! { <p class="condition">{ "Condition: " }
        { source_text::isolated(&labels::source_words(corpus, statement, condition.span)) }</p> }
    });
    html! { { for rows } }
}

fn circumstances(corpus: &Corpus, statement: &Statement, readings: &[&Position]) -> Html {
    let Some(position) = readings.first() else { return html! {} };
    html! { <>
            { conditions(corpus, statement, position) }
            { for position.terms.iter().map(|t| html! { <p class="terms">{ "More precisely: " }
                { source_text::isolated(&labels::source_words(corpus, statement, t.span)) }</p> }) }
            { for by_grounds(readings).iter().map(|same| grounds(corpus, same)) }
    </> }
}

/// Readings with the same reasons and the same certainty stand together.
fn by_grounds<'a>(readings: &[&'a Position]) -> Vec<Vec<&'a Position>> {
    let mut all: Vec<Vec<&Position>> = Vec::new();
    for reading in readings {
        let is_like = |known: &&Position| {
            known.rationale == reading.rationale && known.confidence == reading.confidence
        };
        match all.iter_mut().find(|known| known.first().is_some_and(is_like)) {
            Some(known) => known.push(reading),
            None => all.push(vec![reading]),
        }
    }
    all
}

/// Why it was read so, how certainly, and by whom.
fn grounds(corpus: &Corpus, readings: &[&Position]) -> Html {
    let Some(reading) = readings.first() else { return html! {} };
    let coders: Vec<String> =
        readings.iter().filter_map(|r| r.coder).map(|coder| corpus.coders[coder].name.clone()).collect();
    html! { <>
        if let Some(why) = &reading.rationale {
            <p class="rationale"><span class="rationale-head">{ "Why coded so: " }</span>
                { source_text::isolated(why) }</p>
        }
        // What is doubtful is said where it is read; a statement's own certainty is of who speaks and how.
        if let Some(doubt) = reading.confidence.filter(|doubt| *doubt != Confidence::High) {
            <p class="coder">{ "Certainty of this reading: " }{ labels::confidence(doubt) }</p>
        }
        if !coders.is_empty() {
            <p class="coder">{ "coded by " }{ source_text::name(&labels::enumeration(&coders)) }</p>
        }
    </> }
}

pub fn names(corpus: &Corpus, actors: &[ActorIx]) -> Html {
    let mut nodes: Vec<Html> = Vec::new();
    for (i, actor) in actors.iter().enumerate() {
        if i > 0 {
            nodes.push(html! { { if i + 1 == actors.len() { tr(" and ") } else { tr(", ") } } });
        }
        nodes.push(source_text::name(&corpus.actors[*actor].name));
    }
    nodes.into_iter().collect()
}
