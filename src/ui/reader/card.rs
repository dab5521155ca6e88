//! The card of a statement: whose words, in what role, where they stand, who tells us, when and how,
//! and why it was coded so.

use crate::corpus::{ActorIx, Confidence, Corpus, Kind, Position, Speaker, Statement, StatementIx};
use crate::query::StanceToken;
use crate::route::Action;
use crate::ui::class::class;
use crate::ui::context::Context;
use crate::ui::html::html;
use crate::ui::i18n::tr;
use crate::ui::labels;
use crate::ui::links;
use crate::ui::source_text;
use crate::ui::status_bar;
use yew::prelude::*;

/// What the card tells, without its buttons: enough for a preview.
pub fn preview(context: &Context, ix: StatementIx) -> Html {
    html! { <>
        { who(context, &context.corpus().statements[ix]) }
        { told(context, ix) }
    </> }
}

/// Where the words stand on the issues, and who tells us.
fn told(context: &Context, ix: StatementIx) -> Html {
    let corpus = context.corpus();
    let statement = &corpus.statements[ix];
    html! { <>
        if !statement.positions.is_empty() {
            <ul class="positions">
                { for coded(statement).iter().map(|all| position(Some(context), corpus, statement, all)) }</ul>
        } else {
            <p class="no-position">{ "no position coded" }</p>
        }
        { context.features.map(|full| full.became(context, ix)) }
        { relay(corpus, statement) }
    </> }
}

/// The card of the open statement.
pub fn card(context: &Context, ix: StatementIx) -> Html {
    let who = who(context, &context.corpus().statements[ix]);
    html! { <>
        { match context.features {
            Some(full) => full.card_head(context, ix, who),
            None => html! { <header class="card-head">{ who }{ close(context) }
                <div class="card-actions">{ status_bar::stepper(context) }</div></header> },
        } }
        { told(context, ix) }
        { context.features.map(|full| full.card_details(context, ix)) }
    </> }
}

pub fn close(context: &Context) -> Html {
    html! { <a class="button" href={links::href_after(context, &Action::Close)}
    onclick={links::follow(context, Action::Close)}>{ "Close" }</a> }
}

fn who(context: &Context, statement: &Statement) -> Html {
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
                && known.holder == position.holder
                && known.stance == position.stance
                && known.condition == position.condition
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

/// The positions of a statement; those in which its coders agree, once.
pub fn distinct(statement: &Statement) -> Vec<&Position> {
    let mut seen: Vec<&Position> = Vec::new();
    for position in &statement.positions {
        let is_known = seen.iter().any(|known| {
            known.issue == position.issue
                && known.holder == position.holder
                && StanceToken::of(known) == StanceToken::of(position)
                && known.condition == position.condition
        });
        if !is_known {
            seen.push(position);
        }
    }
    seen
}

/// Glyph, word and issue, and whose position it is when it is not the speaker's own.
fn stance(corpus: &Corpus, position: &Position) -> Html {
    let issue = &corpus.issues[position.issue];
    let sign = labels::stance_on(StanceToken::of(position), issue.kind);
    html! { <>
        if !position.is_own() {
            <span class="held">{ "says of " }{ names(corpus, &position.holder) }{ tr(": ") }</span>
        }
        <span class={class(&["sign", sign.tone])}><span class="glyph" aria-hidden="true">{ sign.glyph }</span>
            { sign.word }</span>
        { " " }<b>{ source_text::text(&issue.label) }</b>
        if position.hedged { <span class="hedged">{ " (with a softening word)" }</span> }
    </> }
}

/// What a position depends on.
fn conditions(corpus: &Corpus, statement: &Statement, position: &Position) -> Html {
    let rows = position.condition.iter().map(|condition| {
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
            { for readings.iter().map(|reading| html! { <>
                if let Some(why) = &reading.rationale {
                    <p class="rationale"><span class="rationale-head">{ "Why coded so: " }</span>
                        { source_text::isolated(why) }</p>
                }
                // What is doubtful is said where it is read; a statement's own certainty is of who speaks and how.
                if let Some(doubt) = reading.confidence.filter(|doubt| *doubt != Confidence::High) {
                    <p class="coder">{ "Certainty of this reading: " }{ labels::confidence(doubt) }</p>
                }
                if let Some(coder) = reading.coder.map(|c| &corpus.coders[c]) {
                    <p class="coder">{ "coded by " }{ source_text::name(&coder.name) }</p>
                }
            </> }) }
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

/// The relay chain as steps: from who tells us to who spoke.
pub fn relay(corpus: &Corpus, statement: &Statement) -> Html {
    let document = &corpus.documents[statement.document];
    let cue = |span: Option<crate::corpus::Span>| match span {
        Some(span) => html! { <q class="cue">{ source_text::text(document.text.get(span)) }</q> },
        None => html! {},
    };
    let by = |speaker: &Speaker| match speaker {
        Speaker::Actors(actors) => names(corpus, actors),
        other => html! { { labels::by(corpus, other) } },
    };
    let own_voice = statement.speaker == Speaker::Document;
    let last = match &statement.speaker {
        // Whose word it is that a writer sets in marks, the marks do not tell.
        Speaker::Unnamed if statement.kind == Kind::Scare => html! { { "in quotation marks in the text" } },
        Speaker::Document => html! { { "in the text’s own words" } },
        speaker => {
            html! { <>{ by(speaker) }<span class="act">{ " " }{ labels::act(statement.act) }</span></> }
        }
    };
    html! {
        <ol class="relay" aria-label="Who tells us">
            <li>{ publisher(document) }{ " " }if !own_voice { { cue(statement.cue) } }</li>
            { for statement.via.iter().map(|step| html! { <li>{ by(&step.by) }{ " " }{ cue(step.cue) }</li> }) }
            <li>{ last }</li>
        </ol>
    }
}

fn publisher(document: &crate::corpus::Document) -> Html {
    match &document.publisher {
        Some(publisher) => source_text::name(publisher),
        None => links::document_title(&document.title, &document.language),
    }
}
