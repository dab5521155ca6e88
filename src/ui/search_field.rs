//! The search field; it stands in the header, and on a phone among the filters.

use super::context::Context;
use super::html::html;
use crate::route::Action;
use yew::prelude::*;

pub fn search_field(context: &Context, id: &'static str) -> Html {
    let oninput = {
        let context = context.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<web_sys::HtmlInputElement>() {
                context.navigate(Action::Search(field.value()));
            }
        })
    };
    html! {
        <search class="search">
            <label class="unseen-label" for={id}>{ "Search the text" }</label>
            <input {id} type="search" placeholder="Search the text" autocomplete="off" spellcheck="false"
                enterkeyhint="search" value={context.route().filter.q.clone()} {oninput} />
        </search>
    }
}
