//! A dialog that stands over the page: the browser's own, so that focus, Escape and what lies behind
//! it behave as everywhere.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct DialogProps {
    pub label: AttrValue,
    /// A style of its own, next to `dialog`.
    #[prop_or_default]
    pub class: Classes,
    pub onclose: Callback<()>,
    pub children: Html,
}

#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |_| {
            let dialog = node.cast::<web_sys::HtmlDialogElement>();
            if let Some(dialog) = &dialog {
                // Refused only for a dialog that is open already, which is what is wanted.
                let _ = dialog.show_modal();
            }
            // Closed before it leaves, so that the focus goes back to where it came from.
            move || {
                if let Some(dialog) = dialog {
                    dialog.close();
                }
            }
        });
    }
    let close = {
        let onclose = props.onclose.clone();
        Callback::from(move |_: Event| onclose.emit(()))
    };
    let onclick = {
        let (node, onclose) = (node.clone(), props.onclose.clone());
        // A press on the backdrop has the dialog itself as its target.
        Callback::from(move |event: MouseEvent| {
            let target = event.target_dyn_into::<web_sys::Element>();
            if target.is_some() && target == node.cast::<web_sys::Element>() {
                onclose.emit(());
            }
        })
    };
    let press = {
        let onclose = props.onclose.clone();
        Callback::from(move |_: MouseEvent| onclose.emit(()))
    };
    html! {
        <dialog ref={node} class={classes!("dialog", props.class.clone())} aria-label={props.label.clone()}
            onclose={close} {onclick}>
            <div class="dialog-body">
                <header class="dialog-head">
                    <h2>{ &props.label }</h2>
                    <button type="button" class="close" onclick={press}>{ "Close" }</button>
                </header>
                { props.children.clone() }
            </div>
        </dialog>
    }
}
