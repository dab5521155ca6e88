//! The dialog that lists the shortcuts, and what the lines under the words mean.

use crate::query::KINDS;
use crate::ui::class::class;
use crate::ui::context::{Command, Context};
use crate::ui::dialog::dialog;
use crate::ui::html::html;
use crate::ui::i18n::tr;
use crate::ui::labels;
use crate::ui::shortcuts::SHORTCUTS;
use yew::prelude::*;

pub fn help(context: &Context) -> Html {
    let rows = SHORTCUTS.iter().map(|(keys, _, does)| {
        html! { <div class="keys-row">
            <dt>{ for keys.iter().enumerate().map(|(i, key)| html! { <>if i > 0 { { " or " } }<kbd>{ *key }</kbd>
                </> }) }</dt>
            <dd>{ tr(does) }</dd>
        </div> }
    });
    let off = context.settings.no_shortcuts;
    let prefer = crate::ui::context::Settings { no_shortcuts: !off, ..context.settings };
    let command = context.command.clone();
    let onchange = Callback::from(move |_: Event| command.emit(Command::SetSettings(prefer)));
    let body = html! { <>
            <dl class="keys">{ for rows }</dl>
            <label class="choice"><input type="checkbox" checked={!off} {onchange} />{ "Single-key shortcuts" }</label>
            <h3>{ "The lines under the words" }</h3>
            <ul class="legend">
                { for KINDS.iter().map(|kind| html! { <li><span
                class={class(&["line-sample", labels::underline_class(*kind)])}>{ labels::kind(*kind) }</span>
                </li> }) }</ul>
            <p>{ "Quoted words have a tint, a paraphrase has none. Statements that a filter leaves out keep their words and lose their tint." }</p>
    </> };
    dialog(context, tr("Keyboard and marks"), "", body)
}
