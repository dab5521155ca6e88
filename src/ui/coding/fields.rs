//! Plain fields: a line of text, several lines, one of a few words. Each takes effect when it is left, as one step.

use super::action::{Action, Do};
use super::view::{View, value_of};
use crate::corpus::raw::{Token, Tokens};
use crate::ui::html::html;
use crate::ui::i18n::tr;
use yew::prelude::*;
use yew::virtual_dom::{Key, VChild};

/// A line of text with its label.
pub fn line(
    view: &View,
    id: &str,
    label: &'static str,
    value: &str,
    wanted: impl Fn(String) -> Option<Do> + 'static,
) -> Html {
    text_field(id, label, value, 1, Some(on_left(view, wanted)))
}

/// Several lines of text with their label.
pub fn lines(
    view: &View,
    id: &str,
    label: &'static str,
    value: &str,
    wanted: impl Fn(String) -> Option<Do> + 'static,
) -> Html {
    text_field(id, label, value, 3, Some(on_left(view, wanted)))
}

fn on_left(view: &View, wanted: impl Fn(String) -> Option<Do> + 'static) -> Callback<String> {
    let emit = view.emit.clone();
    Callback::from(move |typed| wanted(typed).into_iter().for_each(|wanted| emit.emit(Action::Do(wanted))))
}

/// A field of so many lines. What is typed goes to `on_left`, and is then the value or refused; where nobody takes it,
/// it stays in the field.
pub fn text_field(
    id: &str,
    label: &'static str,
    value: &str,
    rows: u32,
    on_left: Option<Callback<String>>,
) -> Html {
    let key = Some(Key::from(id));
    let (id, value) = (id.to_owned().into(), value.to_owned().into());
    let props = TextFieldProps { id, label: label.into(), value, rows, on_left };
    VChild::<TextField>::new(props, key).into()
}

#[derive(Properties, PartialEq)]
struct TextFieldProps {
    id: AttrValue,
    label: AttrValue,
    value: AttrValue,
    rows: u32,
    on_left: Option<Callback<String>>,
}

/// Keeps what is being typed, whatever else is drawn anew meanwhile.
#[component]
fn TextField(props: &TextFieldProps) -> Html {
    let typed = use_state(|| None::<AttrValue>);
    let value = typed.as_ref().unwrap_or(&props.value).clone();
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| typed.set(value_of(event.target()).map(AttrValue::from)))
    };
    let on_left = props.on_left.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some((on_left, left)) = on_left.as_ref().zip(value_of(event.target())) {
            typed.set(None);
            on_left.emit(left);
        }
    });
    let id = props.id.clone();
    html! {
        <div class="field"><label for={id.clone()}>{ props.label.clone() }</label>
            if props.rows == 1 {
                <input {id} type="text" autocomplete="off" {value} {oninput} {onchange} />
            } else {
                <textarea {id} rows={props.rows.to_string()} {value} {oninput} {onchange}></textarea>
            }</div>
    }
}

/// One of the words that the format has for something, or none of them.
pub fn choice<T: Tokens>(
    view: &View,
    id: &str,
    label: &'static str,
    value: Option<Token<T>>,
    name: impl Fn(T) -> &'static str,
    wanted: impl Fn(Option<Token<T>>) -> Option<Do> + 'static,
) -> Html {
    choice_or(tr("not said"), view, id, label, value, name, wanted)
}

/// The same for several at once, which stay as they are where nothing is chosen.
pub fn choice_for_all<T: Tokens>(
    view: &View,
    id: &str,
    label: &'static str,
    name: impl Fn(T) -> &'static str,
    wanted: impl Fn(Token<T>) -> Do + 'static,
) -> Html {
    choice_or(tr("unchanged"), view, id, label, None, name, move |chosen| Some(wanted(chosen?)))
}

fn choice_or<T: Tokens>(
    none: &'static str,
    view: &View,
    id: &str,
    label: &'static str,
    value: Option<Token<T>>,
    name: impl Fn(T) -> &'static str,
    wanted: impl Fn(Option<Token<T>>) -> Option<Do> + 'static,
) -> Html {
    let onchange = view.on_change(move |word| wanted(Token::of_word(&word)));
    let chosen = value.map(Token::word).unwrap_or_default();
    let option = |value: &T| {
        let word = Token(*value).word();
        html! { <option value={word} selected={(word == chosen).then_some("")}>{ name(*value) }</option> }
    };
    // Drawn anew with another value: a browser holds on to what was chosen last.
    html! {
        <div class="field" key={[id, chosen].join(" ")}><label for={id.to_owned()}>{ label }</label>
            <select id={id.to_owned()} {onchange}>
                <option value="" selected={chosen.is_empty().then_some("")}>{ none }</option>
                { for T::VALUES.iter().map(option) }
            </select></div>
    }
}

/// Something that holds or not.
pub fn flag(
    view: &View,
    id: &str,
    label: &'static str,
    holds: bool,
    wanted: impl Fn(bool) -> Do + 'static,
) -> Html {
    let onchange = view.on_change(move |value| Some(wanted(value == "true")));
    html! {
        <label class="choice" for={id.to_owned()}>
            <input id={id.to_owned()} type="checkbox" checked={holds} {onchange} />{ label }</label>
    }
}
