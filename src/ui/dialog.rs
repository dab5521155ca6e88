//! A dialog that stands over the page: the browser's own, so that focus, Escape and what lies behind it
//! behave as everywhere. The web room opens it when it has come, and closes it before it leaves.

use super::class::class;
use super::context::{Command, Context};
use super::html::html;
use super::links;
use yew::prelude::*;

/// A dialog with a head, a way to close it, and a style of its own next to `dialog`.
pub fn dialog(context: &Context, label: &'static str, style: &'static str, children: Html) -> Html {
    let command = context.command.clone();
    let onclose = Callback::from(move |_: Event| command.emit(Command::OpenDialog(None)));
    let command = context.command.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        // A press on the backdrop has the dialog itself as its target.
        let target = event.target_dyn_into::<web_sys::HtmlDialogElement>();
        if target.is_some() {
            command.emit(Command::OpenDialog(None));
        }
    });
    html! {
        <dialog class={class(&["dialog", style])} aria-label={label} {onclose} {onclick}>
            <div class="dialog-body">
                <header class="dialog-head">
                    <h2>{ label }</h2>
                    // What is said outside is not heard while a dialog is open.
                    <p class="soft" role="status">{ context.announcement.clone() }</p>
                    <button type="button" class="close" onclick={links::on_click(context, Command::OpenDialog(None))}>
                        { "Close" }</button>
                </header>
                { children }
            </div>
        </dialog>
    }
}
