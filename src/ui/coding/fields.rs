//! Plain fields: a line of text, several lines, one of a few words. Each takes effect when it is left, as one step.

use super::action::Do;
use super::view::View;
use crate::corpus::raw::{Token, Tokens};
use crate::ui::html::html;
use yew::prelude::*;

/// A line of text with its label.
pub fn line(
    view: &View,
    id: &str,
    label: &'static str,
    value: &str,
    wanted: impl Fn(String) -> Option<Do> + 'static,
) -> Html {
    let onchange = view.on_change(wanted);
    html! {
        <div class="field"><label for={id.to_owned()}>{ label }</label>
            <input id={id.to_owned()} type="text" autocomplete="off" value={value.to_owned()} {onchange} /></div>
    }
}

/// Several lines of text with their label.
pub fn lines(
    view: &View,
    id: &str,
    label: &'static str,
    value: &str,
    wanted: impl Fn(String) -> Option<Do> + 'static,
) -> Html {
    let onchange = view.on_change(wanted);
    html! {
        <div class="field"><label for={id.to_owned()}>{ label }</label>
            <textarea id={id.to_owned()} rows="3" value={value.to_owned()} {onchange}></textarea></div>
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
                <option value="" selected={chosen.is_empty().then_some("")}>{ "not said" }</option>
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
