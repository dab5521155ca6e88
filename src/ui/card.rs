//! The card of a statement: whose words, in what role, where they stand, who tells us, when and how,
//! and why it was coded so.

use super::class::class;
use super::html::html;
use super::link;
use super::link::named;
use super::marks;
use super::scene::Scene;
use super::status;
use super::tongue::tr;
use super::words;
use crate::corpus::{ActorIx, Corpus, Labelled, Position, Speaker, Statement, StatementIx, Text};
use crate::query::StanceToken;
use crate::view::Action;
use yew::prelude::*;

/// What the card tells, without its buttons: enough for a glance.
pub fn glance(scene: &Scene, ix: StatementIx) -> Html {
    let corpus = scene.corpus();
    let statement = &corpus.statements[ix];
    html! { <>
        { who(scene, statement) }
        if !statement.positions.is_empty() {
            <ul class="positions">{ for statement.positions.iter().map(|p| position(Some(scene), corpus, statement, p)) }</ul>
        } else {
            <p class="no-position">{ "takes no position" }</p>
        }
        { relay(corpus, statement) }
    </> }
}

/// The card of the open statement.
pub fn card(scene: &Scene, ix: StatementIx) -> Html {
    html! { <>
        { glance(scene, ix) }
        { match scene.parts {
            Some(parts) => (parts.card)(scene, ix),
            None => html! { <footer class="card-foot"><span class="card-buttons">{ close(scene) }</span>{ status::steps(scene) }</footer> },
        } }
    </> }
}

pub fn close(scene: &Scene) -> Html {
    html! { <a class="button" href={link::href_after(scene, &Action::Close)} onclick={link::follow(scene, Action::Close)}>{ "Close" }</a> }
}

fn who(scene: &Scene, statement: &Statement) -> Html {
    let corpus = scene.corpus();
    let date = corpus.said(statement).date();
    let speakers = statement.speaker.actors();
    let names = speakers.iter().map(|actor| {
        html! { <div class="card-speaker" key={corpus.actors[*actor].id.to_string()}>
            <h3>{ named(scene, *actor) }</h3>
            if let Some(role) = words::role(corpus, *actor, date) { <p class="card-role">{ marks::text(&role) }</p> }
        </div> }
    });
    html! { <header class="card-who">
        if speakers.is_empty() { <h3>{ words::speaker(corpus, &statement.speaker) }</h3> } else { { for names } }
        if speakers.len() > 1 { <p class="card-role">{ "jointly" }</p> }
        if let Some(body) = statement.on_behalf_of {
            <p class="card-role">{ "speaking for " }{ named(scene, body) }</p>
        }
    </header> }
}

/// One position: glyph, word, issue, and what it depends on, with the whole proposition; in a scene a link to what is
/// known of the issue.
pub fn position(scene: Option<&Scene>, corpus: &Corpus, statement: &Statement, position: &Position) -> Html {
    let issue = &corpus.issues[position.issue];
    let proposition = || html! { <>{ "“" }{ marks::apart(&issue.proposition) }{ "”" }</> };
    let action = Action::Issue(issue.id.to_string());
    html! {
        <li class="position">
            { stance(corpus, position) }
            <p class="proposition">{ match scene {
                Some(scene) => html! { <a href={link::href_after(scene, &action)} onclick={link::follow(scene, action)}>{ proposition() }</a> },
                None => proposition(),
            } }</p>
            { circumstances(corpus, statement, position) }
        </li>
    }
}

/// One position where the proposition stands above already.
pub fn stance_line(corpus: &Corpus, statement: &Statement, position: &Position) -> Html {
    html! { <li class="position">{ stance(corpus, position) }{ circumstances(corpus, statement, position) }</li> }
}

/// The positions of a statement in a list, without their reasons.
pub fn stances_brief(corpus: &Corpus, statement: &Statement) -> Html {
    let rows = distinct(statement).into_iter().map(|position| {
        html! { <li class="position">{ stance(corpus, position) }{ conditions(corpus, statement, position) }</li> }
    });
    html! { <ul class="positions">{ for rows }</ul> }
}

/// The positions of a statement; those in which its coders agree, once.
pub fn distinct(statement: &Statement) -> Vec<&Position> {
    let mut seen: Vec<&Position> = Vec::new();
    for position in &statement.positions {
        let is_known = seen.iter().any(|known| {
            known.issue == position.issue
                && known.holder == position.holder
                && StanceToken::of(known) == StanceToken::of(position)
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
    let sign = words::stance(StanceToken::of(position), issue.kind);
    html! { <>
        if !position.is_own() {
            <span class="held">{ "says of " }{ names(corpus, &position.holder) }{ ": " }</span>
        }
        <span class={class(&["sign", sign.tone])}><span class="glyph" aria-hidden="true">{ sign.glyph }</span>{ sign.word }</span>
        { " " }<b>{ marks::text(&issue.label) }</b>
        if position.hedged { <span class="hedged">{ " (hedged)" }</span> }
    </> }
}

/// What a position depends on.
fn conditions(corpus: &Corpus, statement: &Statement, position: &Position) -> Html {
    let text = &corpus.documents[statement.document].text;
    let rows = position.condition.iter().map(|condition| {
        html! { <p class="condition">{ "Condition: " }{ marks::apart(&label(text, condition)) }</p> }
    });
    html! { { for rows } }
}

/// Words of the text, short where the coder gave a short form.
fn label(text: &Text, words: &Labelled) -> String {
    words.label.clone().unwrap_or_else(|| format!("“{}”", text.get(words.span)))
}

fn circumstances(corpus: &Corpus, statement: &Statement, position: &Position) -> Html {
    let text = &corpus.documents[statement.document].text;
    html! { <>
            { conditions(corpus, statement, position) }
            { for position.terms.iter().map(|t| html! { <p class="terms">{ "How: " }{ marks::apart(&label(text, t)) }</p> }) }
            if let Some(why) = &position.rationale {
                <p class="rationale"><span class="rationale-head">{ "Why coded so: " }</span>{ marks::apart(why) }</p>
            }
            if let Some(coder) = position.coder.map(|c| &corpus.coders[c]) {
                <p class="coder">{ "coded by " }{ marks::name(&coder.name) }</p>
            }
    </> }
}

pub fn names(corpus: &Corpus, actors: &[ActorIx]) -> Html {
    let mut nodes: Vec<Html> = Vec::new();
    for (i, actor) in actors.iter().enumerate() {
        if i > 0 {
            nodes.push(html! { { if i + 1 == actors.len() { tr(" and ") } else { tr(", ") } } });
        }
        nodes.push(marks::name(&corpus.actors[*actor].name));
    }
    nodes.into_iter().collect()
}

/// The relay chain as steps: from who tells us to who spoke.
pub fn relay(corpus: &Corpus, statement: &Statement) -> Html {
    let document = &corpus.documents[statement.document];
    let cue = |span: Option<crate::corpus::Span>| match span {
        Some(span) => html! { <q class="cue">{ marks::text(document.text.get(span)) }</q> },
        None => html! {},
    };
    let by = |speaker: &Speaker| match speaker {
        Speaker::Actors(actors) => names(corpus, actors),
        Speaker::Document => html! { { "the writer" } },
        Speaker::Nobody => html! { { "somebody not named" } },
    };
    let own_voice = statement.speaker == Speaker::Document;
    let last = match &statement.speaker {
        Speaker::Document => html! { { "in the writer’s own voice" } },
        speaker => {
            html! { <>{ by(speaker) }{ " " }<span class="act">{ words::act(statement.act) }</span></> }
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
        Some(publisher) => marks::name(publisher),
        None => html! { { "this article" } },
    }
}
