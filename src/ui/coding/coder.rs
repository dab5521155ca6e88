//! Who codes.

use super::action::{Action, Do};
use super::fields::line;
use super::view::{View, value_of};
use super::work::Work;
use crate::ui::html::html;
use crate::ui::i18n::tr;
use yew::prelude::*;

/// Asks who codes, until somebody has said so or does not want to.
pub fn coder(view: &View, work: &Work) -> Html {
    if !work.asks_for_coder() {
        return html! {};
    }
    let emit = view.emit.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let name = value_of(event.target()).filter(|name| !name.trim().is_empty());
        if let Some(name) = name.filter(|_| event.key() == "Enter" && !event.is_composing()) {
            event.prevent_default();
            emit.emit(Action::Do(Do::SetCoder(name)));
        }
    });
    html! {
        <div class="field" role="group" aria-label="Who codes">
            <div {onkeydown}>{ line(view, "field-coder", tr("Who codes? Your name stands beside each position from now on, for readers, too."), "",
                |name| (!name.trim().is_empty()).then_some(Do::SetCoder(name))) }</div>
            <p><button type="button" class="as-link" onclick={view.on_do(Do::SetCoder(String::new()))}>
                { "Code without a name" }</button></p></div>
    }
}
