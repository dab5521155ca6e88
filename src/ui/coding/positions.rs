//! Where the speaker of a statement stands: positions that are there, and the one that is being coded.

use super::action::{Attached, Do, Field};
use super::coder::coder;
use super::combobox::combobox;
use super::fields::{choice, flag, lines};
use super::parts::{attach, chip, codebook};
use super::view::{View, value_of};
use super::work::{Pending, Work, beginning};
use crate::corpus::raw::{self, OneOrMore, Position, TextSelector};
use crate::corpus::{IssueKind, Stance};
use crate::draft::Edit;
use crate::query::StanceToken;
use crate::ui::class::{class, when};
use crate::ui::html::html;
use crate::ui::i18n::{tr, tr_format, tr_noop};
use crate::ui::labels;
use crate::ui::source_text;
use yew::prelude::*;

/// The stances with the keys that take them, each with a sentence of the codebook.
const STANCES: [(Stance, &str, &str); 6] = [
    (Stance::Supports, "s", tr_noop("The words take the side of the proposition.")),
    (Stance::Opposes, "o", tr_noop("They take the side against it; who denies a claim opposes it.")),
    (Stance::Neutral, "n", tr_noop("They say that they take no side.")),
    (Stance::Open, "p", tr_noop("They call it possible, or do not exclude it.")),
    (Stance::Unclear, "?", tr_noop("They take a side, and it cannot be told which.")),
    (
        Stance::None,
        "x",
        tr_noop("It is spoken of without taking a side: a question, a refusal, a bare mention."),
    ),
];

pub fn positions(view: &View, work: &Work, open: &raw::Statement) -> Html {
    let rows = open.positions.iter().enumerate().map(|(at, held)| position(view, work, open, at, held));
    html! {
        <div class="field"><h3>{ "Positions" }</h3>
            <ul class="position-list">{ for rows }</ul>
            { pending(view, work) }
            if work.pending.is_none() {
                { combobox(view, work, Field::Position, tr("On which issue: type its name")) }
            }
        </div>
    }
}

/// What is still to be said of the position that is being coded.
fn pending(view: &View, work: &Work) -> Html {
    match &work.pending {
        None => html! {},
        Some(Pending::Stance(id)) => {
            let Some(issue) = work.issue(&id.0) else { return html! {} };
            let kind = issue.kind.map_or(IssueKind::Policy, |kind| kind.0);
            html! {
                <div class="pending"><p><b>{ source_text::text(&issue.label) }</b>{ " " }
                    <span class="proposition">{ source_text::text(&issue.proposition) }</span></p>
                    { coder(view, work) }
                    { stances(view, kind, None, Do::Take) }
                    <p class="soft">{ "Press the letter." }{ " " }{ codebook() }</p></div>
            }
        }
        Some(Pending::Proposition { label }) => {
            let onchange = view.on_change(|words| Some(Do::Propose(words)));
            let emit = view.emit.clone();
            let onkeydown = Callback::from(move |event: KeyboardEvent| {
                if event.key() == "Enter" && !event.is_composing() {
                    event.prevent_default();
                    if let Some(words) = value_of(event.target()) {
                        emit.emit(super::action::Action::Do(Do::Propose(words)));
                    }
                }
            });
            html! {
                <div class="pending"><p><b>{ tr_format!("New: {name}", name = label) }</b></p>
                    <div class="field"><label for="field-proposition">
                        { "The proposition, one whole sentence on which one can take a side" }</label>
                        <input id="field-proposition" type="text" autocomplete="off" {onchange} {onkeydown} /></div></div>
            }
        }
    }
}

/// A button for each stance; while one of them has the focus, its letters take it.
fn stances(
    view: &View,
    kind: IssueKind,
    own: Option<Stance>,
    wanted: impl Fn(Stance) -> Do + 'static + Clone,
) -> Html {
    let button = |(at, (stance, key, says)): (usize, &(Stance, &'static str, &'static str))| {
        let sign = labels::stance(StanceToken::new(*stance, false), kind);
        let is_own = own == Some(*stance);
        // The first one has the focus when a stance is asked for.
        let id = (own.is_none() && at == 0).then_some("stances");
        html! {
            <button {id} type="button" class={class(&["option", sign.tone, when(is_own, "is-chosen")])} title={tr(says)}
                aria-pressed={own.map(|_| is_own.to_string())} onclick={view.on_do(wanted(*stance))}>
                <kbd>{ *key }</kbd>{ " " }<span class="glyph" aria-hidden="true">{ sign.glyph }</span>{ " " }{ sign.word }
                if own.is_none() { <small class="soft">{ tr(says) }</small> }</button>
        }
    };
    let says = STANCES.iter().find(|(stance, _, _)| own == Some(*stance)).map(|(_, _, says)| tr(says));
    let emit = view.emit.clone();
    let on_key = wanted.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let has_others = event.ctrl_key() || event.meta_key() || event.alt_key();
        let found = STANCES.iter().find(|(_, key, _)| *key == event.key().to_lowercase());
        if let Some((stance, _, _)) = found.filter(|_| !has_others) {
            event.prevent_default();
            event.stop_propagation();
            emit.emit(super::action::Action::Do(on_key(*stance)));
        }
    });
    html! {
        <><div class={class(&["options", when(own.is_none(), "is-explained")])} role="group" aria-label="Stance" {onkeydown}>
            { for STANCES.iter().enumerate().map(button) }</div>
            if let Some(says) = says { <p class="soft">{ says }</p> }</>
    }
}

fn position(view: &View, work: &Work, open: &raw::Statement, at: usize, held: &Position) -> Html {
    let issue = work.issue(&held.issue.0);
    let label = issue.map_or(held.issue.0.as_str(), |issue| issue.label.as_str());
    let kind = issue.and_then(|issue| issue.kind).map_or(IssueKind::Policy, |kind| kind.0);
    let statement = open.id.clone();
    let own = held.clone();
    let set = move |change: &dyn Fn(&mut Position)| {
        let mut position = own.clone();
        change(&mut position);
        Do::Edit(Edit::SetPosition { statement: statement.clone(), at, position: Box::new(position) })
    };
    let remove = Do::Edit(Edit::RemovePosition { statement: open.id.clone(), at });
    let holders = held.holder.as_slice().iter().map(|holder| {
        let others: Vec<raw::IdText> =
            held.holder.as_slice().iter().filter(|other| *other != holder).cloned().collect();
        chip(view, work, &holder.0, set(&|position| position.holder = OneOrMore::More(others.clone())))
    });
    let hedged = {
        let set = set.clone();
        flag(
            view,
            &["hedged-", &at.to_string()].concat(),
            tr("A word of the text weakens it"),
            held.hedged,
            move |holds| set(&|position| position.hedged = holds),
        )
    };
    let certainty = {
        let set = set.clone();
        let id = ["position-confidence-", &at.to_string()].concat();
        choice(view, &id, tr("Certainty"), held.confidence, labels::confidence, move |value| {
            Some(set(&|position| position.confidence = value))
        })
    };
    let rationale = {
        let set = set.clone();
        lines(
            view,
            &["rationale-", &at.to_string()].concat(),
            tr("Why it was coded so"),
            &held.rationale,
            move |words| Some(set(&|position| position.rationale = words.trim().to_owned())),
        )
    };
    let has_words = !held.condition.as_slice().is_empty() || !held.terms.as_slice().is_empty();
    let is_last = at + 1 == open.positions.len();
    let coder = held.coder.as_ref().map(|coder| tr_format!("coded by {name}", name = coder.0));
    html! {
        <li class="position"><p class="position-head"><b>{ source_text::text(label) }</b>
                <button type="button" class="as-link" onclick={view.on_do(remove)}
                    aria-label={tr_format!("Take out: {words}", words = label)}>{ "take out" }</button></p>
            { stances(view, kind, Some(held.stance.0), move |stance| Do::SetStance(at, stance)) }
            <details class="more" open={has_words.then_some("")}><summary>{ "Condition, terms, whose it is, why" }</summary>
                { words(view, tr("Depends on"), held.condition.as_slice(), &set, |position| &mut position.condition) }
                { hint(is_last && held.condition.as_slice().is_empty(), tr("Select the words and press I.")) }
                { attach(view, work, Attached::Condition(at), tr("Selected words are a condition")) }
                { words(view, tr("Terms: how, where, with whom"), held.terms.as_slice(), &set, |position| &mut position.terms) }
                { hint(is_last && held.terms.as_slice().is_empty(), tr("Select the words and press T.")) }
                { attach(view, work, Attached::Terms(at), tr("Selected words are terms")) }
                { hedged }
                <div class="field"><h4>{ "Attributed to, where it is not the speaker’s own" }</h4>
                    <p class="chips">{ for holders }</p>
                    { combobox(view, work, Field::Holder(at), tr("Whose position it is")) }</div>
                { certainty }
                { rationale }
                if let Some(coder) = coder { <p class="soft">{ coder }</p> }
            </details></li>
    }
}

/// How the last position, which the keys are for, comes to its words.
fn hint(is_wanted: bool, says: &'static str) -> Html {
    html! { if is_wanted { <p class="soft">{ says }</p> } }
}

/// From a change of a position to what is asked for.
type SetPosition<'a> = &'a dyn Fn(&dyn Fn(&mut Position)) -> Do;

/// Words of the text that belong to a position, each with a way to take it out.
fn words(
    view: &View,
    heading: &'static str,
    all: &[TextSelector],
    set: SetPosition,
    list: fn(&mut Position) -> &mut OneOrMore<TextSelector>,
) -> Html {
    let rows = all.iter().enumerate().map(|(at, words)| {
        let others: Vec<TextSelector> =
            all.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, words)| words.clone()).collect();
        let remove = set(&|position| *list(position) = OneOrMore::More(others.clone()));
        html! {
            <li><span class="coded-words">{ beginning(&words.exact) }</span>{ " " }
                <button type="button" class="as-link" onclick={view.on_do(remove)}
                    aria-label={tr_format!("Take out: {words}", words = beginning(&words.exact))}>{ "take out" }</button></li>
        }
    });
    html! { <div class="field"><h4>{ heading }</h4><ul class="word-list">{ for rows }</ul></div> }
}
