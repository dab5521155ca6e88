//! What can be done with the words that are selected, the statements of the text, and suggestions.

use super::action::{Action, Answer, Attached, Do, Pick};
use super::picking::{changes, tick};
use super::statement::KINDS;
use super::view::View;
use super::work::{Placed, Work, beginning};
use crate::corpus::Kind;
use crate::corpus::raw;
use crate::ui::class::{class, when};
use crate::ui::html::html;
use crate::ui::i18n::{tr, tr_format, tr_plural};
use crate::ui::labels;
use crate::ui::source_text;
use std::collections::HashMap;
use std::rc::Rc;
use yew::prelude::*;

/// What is selected, and what it can become.
pub fn selected(view: &View, work: &Work) -> Html {
    let Some(selection) = work.selection() else { return html! {} };
    let kind = |(at, (kind, says)): (usize, &(Kind, &'static str))| {
        html! {
            <button type="button" class={class(&["option", when(*kind == selection.kind, "is-likely")])} title={tr(says)}
                onclick={view.on_do(Do::Mark(Some(*kind)))}>
                <kbd>{ (at + 1).to_string() }</kbd>{ " " }{ labels::kind(*kind) }</button>
        }
    };
    let has_open = work.statement().is_some();
    html! {
        <section class="selected" aria-label="Selected words">
            <header class="panel-head"><p class="coded-words">{ beginning(&selection.words.exact) }</p>
                <button type="button" class="tool" onclick={view.on_click(Action::Deselect)}>{ "Close" }</button></header>
            <p class="options">{ for KINDS.iter().enumerate().map(kind) }</p>
            if has_open {
                <p class="options">
                    <button type="button" class="option" onclick={view.on_do(Do::Attach(Attached::Words))}>
                        <kbd>{ "+" }</kbd>{ " " }{ "More words of the open statement" }</button>
                    <button type="button" class="option" onclick={view.on_do(Do::Attach(Attached::Cue))}>
                        <kbd>{ "C" }</kbd>{ " " }{ "Its reporting clause" }</button>
                    if let Some(last) = last_position(work) {
                        <button type="button" class="option" onclick={view.on_do(Do::Attach(Attached::Condition(last)))}>
                            <kbd>{ "I" }</kbd>{ " " }{ "Condition of its last position" }</button>
                        <button type="button" class="option" onclick={view.on_do(Do::Attach(Attached::Terms(last)))}>
                            <kbd>{ "T" }</kbd>{ " " }{ "Terms of its last position" }</button>
                    }
                </p>
            }
        </section>
    }
}

/// The place of the open statement's last position.
pub fn last_position(work: &Work) -> Option<usize> {
    work.statement()?.positions.len().checked_sub(1)
}

/// The statements of the text, where none is open.
pub fn statements(view: &View, work: &Work) -> Html {
    let said: HashMap<&str, &raw::Statement> =
        work.file().statements.iter().map(|statement| (statement.id.0.as_str(), statement)).collect();
    let row = |(at, placed): (usize, &Rc<Placed>)| {
        let said = said.get(placed.id.0.as_str());
        let speaker = said.map(|statement| speaker(work, &statement.speaker)).unwrap_or_default();
        html! {
            <li key={placed.id.0.clone()} class="picked-row">
                if work.picked.is_some() { { tick(view, work, &placed.id, &placed.beginning()) } }
                <button type="button" class="statement-row" onclick={view.on_do(Do::Open(Some(placed.id.clone())))}>
                <b>{ (at + 1).to_string() }{ ". " }{ source_text::name(&speaker) }</b>{ " " }
                <span class="soft">{ placed.beginning() }</span>
                if placed.spans.is_empty() { <span class="flag">{ " " }{ "words not found" }</span> }</button></li>
        }
    };
    html! {
        <section class="rows-panel" aria-label="Statements of this text">
            if work.placed().is_empty() {
                <h2>{ "No statement yet" }</h2>
                <p>{ "Select words in the text, by mouse, by touch, or with a caret by keys (F2). Then press 1 to 4 for how they are given." }</p>
            } else {
                <h2>{ tr_plural(work.placed().len(), "{n} statement", "{n} statements") }</h2>
            }
            <p class="options">
                <button type="button" class="option" aria-pressed={view.has_caret.to_string()}
                    onclick={view.on_click(Action::Caret)}>
                    <kbd>{ "F2" }</kbd>{ " " }{ "Caret in the text" }</button>
                <button type="button" class="option" aria-pressed={work.suggestions_left().is_some().to_string()}
                    onclick={view.on_do(Do::ToggleSuggestions)}>{ "Suggest quotations" }</button>
                if !work.file().statements.is_empty() {
                    <button type="button" class="option" aria-pressed={work.picked.is_some().to_string()}
                        onclick={view.on_do(Do::Pick(if work.picked.is_some() { Pick::End } else { Pick::Begin }))}>
                        { "Change several" }</button>
                }
            </p>
            { changes(view, work) }
            { suggestion(view, work) }
            <ol class="coded-rows">{ for work.placed().iter().enumerate().map(row) }</ol>
            { keys() }
        </section>
    }
}

fn speaker(work: &Work, speaker: &raw::Speaker) -> String {
    use raw::Speaker;
    match speaker {
        Speaker::Unnamed => tr("Not named").to_owned(),
        Speaker::Document => tr("The text").to_owned(),
        Speaker::Actors(ids) => {
            let names =
                ids.iter().map(|id| work.actor(id).map_or_else(|| id.clone(), |actor| actor.name.clone()));
            labels::enumeration(&names.collect::<Vec<_>>())
        }
    }
}

/// The suggestion that waits for an answer.
pub fn suggestion(view: &View, work: &Work) -> Html {
    let Some(left) = work.suggestions_left() else { return html! {} };
    let Some((suggestion, candidate)) = work.suggestion() else {
        return html! { <p id="suggestion" tabindex="-1" class="soft">{ "There is no other suggestion for this text." }</p> };
    };
    let words: Vec<&str> = suggestion.spans.iter().map(|span| work.text().get(*span)).collect();
    let name = candidate.map(|candidate| work.text().get(candidate.name).to_owned());
    let emit = view.emit.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let answer = match event.key().to_lowercase().as_str() {
            "y" => Answer::Take,
            "w" => Answer::NextName,
            "d" => Answer::No,
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        emit.emit(Action::Do(Do::Answer(answer)));
    });
    html! {
        <div id="suggestion" class="suggestion" tabindex="-1" role="group" aria-label="Suggestion" {onkeydown}>
            <p class="soft">{ tr_plural(left, "{n} suggestion left", "{n} suggestions left") }</p>
            <p class="coded-words">{ labels::quoted(&beginning(&words.join(" … "))) }</p>
            <p>{ match &name {
                Some(name) => tr_format!("Speaker: {name}", name = name),
                None => tr("Nobody is proposed as its speaker.").to_owned(),
            } }</p>
            <p class="options">
                <button type="button" class="option" onclick={view.on_do(Do::Answer(Answer::Take))}>
                    <kbd>{ "Y" }</kbd>{ " " }{ "Take it" }</button>
                <button type="button" class="option" onclick={view.on_do(Do::Answer(Answer::NextName))}>
                    <kbd>{ "W" }</kbd>{ " " }{ "Another name" }</button>
                <button type="button" class="option" onclick={view.on_do(Do::Answer(Answer::No))}>
                    <kbd>{ "D" }</kbd>{ " " }{ "Not this" }</button>
            </p></div>
    }
}

fn keys() -> Html {
    let row = |keys: &'static str, does: &'static str| {
        html! { <div class="keys-row"><dt><kbd>{ keys.to_owned() }</kbd></dt><dd>{ does }</dd></div> }
    };
    html! {
        <details class="more"><summary>{ "Keys" }</summary>
            <dl class="keys">
                { row("F2", tr("a caret in the text: arrows move it, with Shift they select; with Ctrl by words, with Alt by sentences")) }
                { row("1 2 3 4", tr("mark what is selected, or change the kind of the open statement")) }
                { row("Enter", tr("mark what is selected, as its quotation marks show")) }
                { row("s o n p ? x", tr("the stance, when it is asked for")) }
                { row("+", tr("selected words are more words of the open statement")) }
                { row("c i t", tr("selected words are its reporting clause, the condition or the terms of its last position")) }
                { row("[ ]", tr("move the beginning of the open statement; with Shift, its end")) }
                { row(".", tr("speaker and positions as before")) }
                { row("j k", tr("next and previous statement")) }
                { row("Ctrl+Z", tr("undo; with Shift, redo")) }
                { row("Ctrl+S", tr("save the file")) }
                { row("Esc", tr("close the statement, or take the caret away")) }
            </dl></details>
    }
}
