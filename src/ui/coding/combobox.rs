//! A field in which a row is found by typing: a list opens below it, arrows choose, Enter takes.

use super::action::{Action, Do, Field};
use super::view::{View, value_of};
use super::work::{Choice, Work};
use crate::ui::class::{class, when};
use crate::ui::html::html;
use crate::ui::i18n::{tr, tr_format, tr_plural};
use crate::ui::source_text;
use yew::prelude::*;

pub fn combobox(view: &View, work: &Work, field: Field, label: &'static str) -> Html {
    let id = field.element();
    let typing = work.typing.as_ref().filter(|typing| typing.field == field);
    let list = [&id, "-list"].concat();
    let choices = if typing.is_some() { work.choices() } else { Vec::new() };
    let active = typing.map_or(0, |typing| typing.active);
    let emit = view.emit.clone();
    let focused = field.clone();
    let onfocusin = Callback::from(move |_: FocusEvent| {
        emit.emit(Action::Do(Do::Focus(Some(focused.clone()))));
    });
    let onfocusout = {
        let emit = view.emit.clone();
        Callback::from(move |_: FocusEvent| emit.emit(Action::Do(Do::Focus(None))))
    };
    let emit = view.emit.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(typed) = value_of(event.target()) {
            emit.emit(Action::Do(Do::Type(typed)));
        }
    });
    let onkeydown = on_key(view, field == Field::Speaker);
    let option = |(at, choice): (usize, &Choice)| {
        let emit = view.emit.clone();
        // Before the field loses its focus, and the list with it.
        let onmousedown = Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            emit.emit(Action::Do(Do::Choose(Some(at))));
        });
        html! {
            <li id={format!("{list}-{at}")} role="option" aria-selected={(at == active).to_string()}
                class={class(&["choice-row", when(at == active, "is-active")])} {onmousedown}>{ shown(choice) }</li>
        }
    };
    html! {
        <div class="combobox">
            <label for={id.clone()}>{ label }</label>
            <input id={id} type="text" role="combobox" autocomplete="off" spellcheck="false" autocapitalize="off"
                aria-expanded={(!choices.is_empty()).to_string()} aria-controls={list.clone()}
                aria-activedescendant={(!choices.is_empty()).then(|| format!("{list}-{active}"))}
                value={typing.map(|typing| typing.typed.clone()).unwrap_or_default()}
                {oninput} {onkeydown} {onfocusin} {onfocusout} />
            <ul id={list.clone()} class="choices" role="listbox" aria-label={label} hidden={choices.is_empty().then_some("")}>
                { for choices.iter().enumerate().map(option) }</ul>
        </div>
    }
}

fn on_key(view: &View, may_repeat: bool) -> Callback<KeyboardEvent> {
    let emit = view.emit.clone();
    Callback::from(move |event: KeyboardEvent| {
        let is_empty = || value_of(event.target()).is_none_or(|typed| typed.is_empty());
        let wanted = match event.key().as_str() {
            // No name begins so: it asks for the speaker of the statement before.
            "." if may_repeat && is_empty() => Do::Repeat,
            // What an input method writes is not chosen yet.
            "Enter" if !event.is_composing() => Do::Choose(None),
            "ArrowDown" => Do::MoveChoice { back: false },
            "ArrowUp" => Do::MoveChoice { back: true },
            "Escape" => Do::LeaveField,
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        emit.emit(Action::Do(wanted));
    })
}

fn shown(choice: &Choice) -> Html {
    match choice {
        Choice::Row { name, uses, .. } => html! {
            <>{ source_text::name(name) }<span class="soft">{ uses_of(*uses) }</span></>
        },
        Choice::Statement { words, .. } => source_text::text(words),
        Choice::New(name) => html! { <span class="soft">{ tr_format!("New: {name}", name = name) }</span> },
        Choice::Nobody => html! { <span>{ "Nobody is named" }</span> },
        Choice::TheText => html! { <span>{ "The text itself, in its writer’s voice" }</span> },
    }
}

/// How often a row is named already.
pub fn uses_of(uses: usize) -> String {
    match uses {
        0 => tr("not used yet").to_owned(),
        uses => tr_plural(uses, "in {n} statement", "in {n} statements"),
    }
}
