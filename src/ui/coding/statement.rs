//! The panel of a statement: its words, how they are given, whose they are, and where the speaker stands.

use super::action::{Attached, Do, Field};
use super::combobox::combobox;
use super::fields::{choice, line, lines};
use super::parts::{attach, chip, codebook};
use super::positions::positions;
use super::rows::actor_kind_field;
use super::view::View;
use super::work::{Work, beginning};
use crate::corpus::raw::{self, IdText, Speaker};
use crate::corpus::{Confidence, Kind, Relation};
use crate::draft::{Edit, List, RowId, StatementField};
use crate::ui::class::{class, when};
use crate::ui::html::html;
use crate::ui::i18n::{tr, tr_format};
use crate::ui::labels;
use yew::prelude::*;

/// The kinds in the order of their keys, each with a sentence of the codebook.
pub const KINDS: [(Kind, &str); 4] = [
    (Kind::Direct, crate::ui::i18n::tr_noop("The speaker’s own words, in quotation marks.")),
    (Kind::Indirect, crate::ui::i18n::tr_noop("What the speaker said, in the writer’s words.")),
    (Kind::Mixed, crate::ui::i18n::tr_noop("A paraphrase in which some words are quoted.")),
    (Kind::Scare, crate::ui::i18n::tr_noop("Words in marks that the writer keeps at a distance.")),
];

pub fn statement(view: &View, work: &Work, open: &raw::Statement) -> Html {
    let number = work.placed().iter().position(|placed| placed.id == open.id).map_or(0, |at| at + 1);
    let remove = Do::Edit(Edit::Remove(RowId { list: List::Statements, id: open.id.clone() }));
    html! {
        <section class="statement-panel" aria-label={tr_format!("Statement {number}", number = number)}>
            <header class="panel-head">
                <h2>{ tr_format!("Statement {number}", number = number) }{ " " }<small class="soft">{ open.id.0.clone() }</small></h2>
                <button type="button" class="tool" onclick={view.on_do(Do::Step { back: true })} aria-label="Previous statement">
                    { "‹" }</button>
                <button type="button" class="tool" onclick={view.on_do(Do::Step { back: false })} aria-label="Next statement">
                    { "›" }</button>
                <button type="button" class="tool" onclick={view.on_do(Do::Open(None))}>{ "Close" }</button>
            </header>
            { words(view, open) }
            { kinds(view, open) }
            { speaker(view, work, open) }
            { positions(view, work, open) }
            { details(view, work, open) }
            <p class="panel-foot">
                <button type="button" class="tool" onclick={view.on_do(Do::Repeat)}>
                    { "Speaker and positions as before" }{ " " }<kbd>{ "." }</kbd></button>
                <button type="button" class="tool" onclick={view.on_do(remove)}>{ "Remove this statement" }</button>
            </p>
        </section>
    }
}

fn words(view: &View, open: &raw::Statement) -> Html {
    let many = open.spans.len() > 1;
    let rows = open.spans.iter().enumerate().map(|(at, words)| {
        let remove = Do::Edit(Edit::RemoveSpan { statement: open.id.clone(), at });
        html! {
            <li><span class="coded-words">{ beginning(&words.exact) }</span>
                if many {
                    { " " }
                    <button type="button" class="as-link" onclick={view.on_do(remove)}
                        aria-label={tr_format!("Take out: {words}", words = beginning(&words.exact))}>{ "take out" }</button>
                }</li>
        }
    });
    let edge = |is_end, forward, label: &'static str, sign: &'static str| {
        html! { <button type="button" class="tool" aria-label={label}
        onclick={view.on_do(Do::MoveEdge { is_end, forward })}>{ sign }</button> }
    };
    html! {
        <div class="field"><h3>{ "Words" }</h3>
            <ul class="word-list">{ for rows }</ul>
            <details class="more"><summary>{ "Move where they begin and end" }</summary><p class="edges">
                { edge(false, false, tr("Begin one character earlier"), "⇤[") }
                { edge(false, true, tr("Begin one character later"), "[⇥") }
                { edge(true, false, tr("End one character earlier"), "⇤]") }
                { edge(true, true, tr("End one character later"), "]⇥") }
                <span class="soft">{ "The keys [ ] move the beginning, and with Shift the end." }</span>
            </p></details></div>
    }
}

fn kinds(view: &View, open: &raw::Statement) -> Html {
    let kind = |(at, (kind, says)): (usize, &(Kind, &'static str))| {
        let is_own = open.kind.0 == *kind;
        html! {
            <button type="button" class={class(&["option", when(is_own, "is-chosen")])} title={tr(says)}
                aria-pressed={is_own.to_string()} onclick={view.on_do(Do::SetKind(*kind))}>
                <kbd>{ (at + 1).to_string() }</kbd>{ " " }{ labels::kind(*kind) }</button>
        }
    };
    let says = KINDS.iter().find(|(kind, _)| *kind == open.kind.0).map(|(_, says)| *says);
    html! {
        <div class="field" role="group" aria-label="Kind"><h3>{ "Kind" }</h3>
            <p class="options">{ for KINDS.iter().enumerate().map(kind) }</p>
            <p class="soft">{ says.map(tr).unwrap_or_default() }{ " " }{ codebook() }</p></div>
    }
}

fn speaker(view: &View, work: &Work, open: &raw::Statement) -> Html {
    let named = match &open.speaker {
        Speaker::Unnamed => html! { <span class="chosen">{ "Nobody is named" }</span> },
        Speaker::Document => {
            html! { <span class="chosen">{ "The text itself, in its writer’s voice" }</span> }
        }
        Speaker::Actors(ids) => {
            let rows = ids.iter().map(|id| {
                let others: Vec<String> = ids.iter().filter(|other| *other != id).cloned().collect();
                let to = if others.is_empty() { Speaker::Unnamed } else { Speaker::Actors(others) };
                chip(view, work, id, Do::Edit(Edit::set_statement(&open.id.0, StatementField::Speaker(to))))
            });
            html! { <>{ for rows }</> }
        }
    };
    let is_named = matches!(&open.speaker, Speaker::Actors(_));
    let kind_of_new = match &open.speaker {
        Speaker::Actors(ids) => {
            ids.last().and_then(|id| work.new_actor(id)).map(|actor| actor_kind_field(view, actor))
        }
        Speaker::Unnamed | Speaker::Document => None,
    };
    html! {
        <div class="field"><h3>{ "Speaker" }</h3>
            <p class="chips">{ named }</p>
            { for kind_of_new }
            { combobox(view, work, Field::Speaker, tr("Who speaks: type a name")) }
            if is_named {
                <details class="more"><summary>{ "Somebody else says it jointly" }</summary>
                    { combobox(view, work, Field::JointSpeaker, tr("Who speaks jointly")) }</details>
            }
        </div>
    }
}

/// What fewer statements need.
fn details(view: &View, work: &Work, open: &raw::Statement) -> Html {
    let id = open.id.0.clone();
    let set = move |to: StatementField| Some(Do::Edit(Edit::set_statement(&id, to)));
    let act = choice(view, "statement-act", tr("What the words do"), open.act, labels::act_choice, {
        let set = set.clone();
        move |act| set(StatementField::Act(act))
    });
    let certainty = choice(
        view,
        "statement-confidence",
        tr("Certainty of kind and speaker"),
        open.confidence,
        labels::confidence,
        {
            let set = set.clone();
            move |value: Option<raw::Token<Confidence>>| set(StatementField::Confidence(value))
        },
    );
    let date = open.date.as_ref().map(|date| date.0.as_str()).unwrap_or_default();
    let set_date = {
        let set = set.clone();
        move |date: String| {
            set(StatementField::Date(
                (!date.trim().is_empty()).then(|| raw::DateText(date.trim().to_owned())),
            ))
        }
    };
    let set_occasion = {
        let set = set.clone();
        move |words: String| set(StatementField::Occasion(words.trim().to_owned()))
    };
    let set_note = move |words: String| set(StatementField::Note(words.trim().to_owned()));
    let row = RowId { list: List::Statements, id: open.id.clone() };
    let rename = move |to: String| {
        let to = IdText(to.trim().to_owned());
        (to != row.id).then(|| Do::Edit(Edit::Rename { row: row.clone(), to, keeps_former: false }))
    };
    let cue = open.cue.as_ref().map(|cue| {
        let remove = Do::Edit(Edit::set_statement(&open.id.0, StatementField::Cue(None)));
        html! { <span class="chosen">{ beginning(&cue.exact) }
            <button type="button" class="chip-remove" aria-label="Take the reporting clause out" onclick={view.on_do(remove)}>
                { "×" }</button></span> }
    });
    html! {
        <details class="more" open={has_details(open).then_some("")}><summary>{ "More: passed on, spoken for, when, certainty" }</summary>
            { relays(view, work, open) }
            { behalf(view, work, open) }
            { addressees(view, work, open) }
            <div class="field"><h4>{ "Reporting clause, like “she said”" }</h4>
                if let Some(cue) = cue { { cue } } else {
                    <p class="soft">{ "Select the words and press C." }</p>
                }
                { attach(view, work, Attached::Cue, tr("Selected words are the clause")) }</div>
            { act }
            { about(view, work, open) }
            { line(view, "statement-date", tr("When it was said: YYYY-MM-DD, YYYY-MM or YYYY"), date, set_date) }
            { line(view, "statement-occasion", tr("Occasion, in words"), &open.occasion, set_occasion) }
            { certainty }
            { lines(view, "statement-note", tr("Note for readers"), &open.note, set_note) }
            { line(view, "statement-id", tr("Id in addresses"), &open.id.0, rename) }
        </details>
    }
}

fn has_details(open: &raw::Statement) -> bool {
    !open.via.is_empty()
        || open.on_behalf_of.is_some()
        || !open.addressees.is_empty()
        || open.about.is_some()
        || !open.note.is_empty()
}

fn relays(view: &View, work: &Work, open: &raw::Statement) -> Html {
    let rows = open.via.iter().enumerate().map(|(at, relay)| {
        let mut others = open.via.clone();
        others.remove(at);
        let remove = Do::Edit(Edit::set_statement(&open.id.0, StatementField::Via(others)));
        let cue = relay.cue.as_ref().map(|cue| beginning(&cue.exact));
        html! {
            <li>
                if let Some(actor) = &relay.actor { { chip(view, work, &actor.0, remove) } } else {
                    <span class="chosen">{ "Nobody is named" }
                        <button type="button" class="chip-remove" aria-label="Take this step out" onclick={view.on_do(remove)}>
                            { "×" }</button></span>
                }
                if let Some(cue) = cue { <span class="soft">{ labels::quoted(&cue) }</span> }
                { attach(view, work, Attached::RelayCue(at), tr("Selected words pass it on")) }
            </li>
        }
    });
    html! {
        <div class="field"><h4>{ "Passed on by, outermost first" }</h4>
            <p class="soft">{ "Who only passes the words on, like an agency. Who adds a claim of their own is a speaker." }{ " " }{ codebook() }</p>
            <ul class="word-list">{ for rows }</ul>
            { combobox(view, work, Field::Relay, tr("Who passes the words on")) }</div>
    }
}

/// What it does to another statement, and to which.
fn about(view: &View, work: &Work, open: &raw::Statement) -> Html {
    let relation = open.about.as_ref().map(|about| about.relation).or(work.relation.map(raw::Token));
    let set = |relation: Option<raw::Token<Relation>>| Some(Do::Relate(relation.map(|relation| relation.0)));
    let other = open.about.as_ref().map(|about| {
        let other = work.file().statements.iter().find(|known| known.id == about.statement);
        let words = other.and_then(|other| other.spans.first()).map(|words| beginning(&words.exact));
        let open = view.on_do(Do::Open(Some(about.statement.clone())));
        html! { <p><button type="button" class="as-link" onclick={open}>
        { about.statement.0.clone() }{ ": " }{ words.unwrap_or_default() }</button></p> }
    });
    html! {
        <>
            { choice(view, "statement-relation", tr("What it does to another statement"), relation, labels::relation, set) }
            { for other }
            if open.about.is_none() && work.relation.is_some() {
                { combobox(view, work, Field::About, tr("To which: type some of its words")) }
            }
        </>
    }
}

fn behalf(view: &View, work: &Work, open: &raw::Statement) -> Html {
    let chosen = open.on_behalf_of.as_ref().map(|body| {
        chip(view, work, &body.0, Do::Edit(Edit::set_statement(&open.id.0, StatementField::OnBehalfOf(None))))
    });
    html! {
        <div class="field"><h4>{ "Spoken for" }</h4>
            <p class="chips">{ for chosen }</p>
            { combobox(view, work, Field::OnBehalfOf, tr("The body that is spoken for")) }</div>
    }
}

fn addressees(view: &View, work: &Work, open: &raw::Statement) -> Html {
    let rows = open.addressees.iter().map(|actor| {
        let others: Vec<IdText> = open.addressees.iter().filter(|other| *other != actor).cloned().collect();
        chip(
            view,
            work,
            &actor.0,
            Do::Edit(Edit::set_statement(&open.id.0, StatementField::Addressees(others))),
        )
    });
    html! {
        <div class="field"><h4>{ "Said to" }</h4>
            <p class="chips">{ for rows }</p>
            { combobox(view, work, Field::Addressee, tr("To whom it was said")) }</div>
    }
}
