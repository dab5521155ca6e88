//! Links: to another view of this page, to what is known of an actor, and to a document elsewhere.

use super::context::{Command, Context};
use super::html::html;
use super::labels;
use super::source_text;
use crate::corpus::{ActorIx, Voice, WebAddress};
use crate::route::{Action, Route};
use std::rc::Rc;
use yew::prelude::*;

/// The address of a view, as a link on this page carries it.
pub fn href(context: &Context, route: &Route) -> String {
    match &context.site.place {
        Some(place) => route.href_from(place),
        None => format!("#{}", route.to_fragment()),
    }
}

/// The address that an action leads to.
pub fn href_after(context: &Context, action: &Action) -> String {
    let mut route = context.route().apply(action).0;
    // The open statement decides the document; a link says so, so that it leads to the right page without a script.
    let open = route.open_in(context.corpus());
    if let Some(statement) = open {
        let document = context.corpus().statements[statement].document;
        route.document = Some(context.corpus().documents[document].id.to_string());
    }
    href(context, &route)
}

/// Runs the action on a plain press; a press that asks for a new tab or window is the browser's.
pub fn follow(context: &Context, action: Action) -> Callback<MouseEvent> {
    let (command, action) = (context.command.clone(), Rc::new(action));
    Callback::from(move |event: MouseEvent| navigate(&command, &event, action.clone()))
}

/// The same for a press that is heard by another element than the link.
pub fn navigate(command: &Callback<Command>, event: &MouseEvent, action: Rc<Action>) {
    let elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.button() == 0 && !elsewhere {
        event.prevent_default();
        command.emit(Command::Navigate(action));
    }
}

/// A document elsewhere: the host is shown, nothing of this page is told to it.
pub fn external(address: &WebAddress, label: &str) -> Html {
    html! {
        <a href={address.as_str().to_owned()} rel="noopener noreferrer" target="_blank">
            { label.to_owned() }<span class="host">{ format!(" ({})", address.host()) }</span>
        </a>
    }
}

/// A title in its own language and direction.
pub fn document_title(title: &str, language: &str) -> Html {
    html! { <bdi lang={language.to_owned()}>{ source_text::text(title) }</bdi> }
}

/// An actor's name as the link to its page.
pub fn actor(context: &Context, actor: ActorIx) -> Html {
    let actor = &context.corpus().actors[actor];
    let action = Action::Actor(actor.id.to_string());
    html! { <a href={href_after(context, &action)} onclick={follow(context, action)}>
    { source_text::name(&actor.name) }</a> }
}

/// Whoever is heard: an actor's name as the link to its page, or why there is none.
pub fn voice(context: &Context, voice: Voice) -> Html {
    match voice {
        Voice::Actor(actor) => self::actor(context, actor),
        other => html! { { labels::voice(context.corpus(), other) } },
    }
}

/// Actors' names as links to their pages.
pub fn actors(context: &Context, actors: &[ActorIx]) -> Html {
    let names = actors.iter().enumerate();
    let names = names.map(|(at, one)| html! { <>if at > 0 { { ", " } }{ actor(context, *one) }</> });
    html! { { for names } }
}

/// One of several ways to show the same: the way to it, marked where it is shown already.
pub fn choice(context: &Context, action: Action, is_chosen: bool, label: impl Into<Html>) -> Html {
    html! { <a href={href_after(context, &action)} aria-current={is_chosen.then_some("true")}
    onclick={follow(context, action)}>{ label.into() }</a> }
}

/// A press that emits a command.
pub fn on_click(context: &Context, command: Command) -> Callback<MouseEvent> {
    let emit = context.command.clone();
    Callback::from(move |_| emit.emit(command.clone()))
}

/// A button that emits a command.
pub fn button(context: &Context, command: Command, label: impl Into<Html>) -> Html {
    html! { <button type="button" onclick={on_click(context, command)}>{ label.into() }</button> }
}

/// Calls back with the value a reader chose from a list.
pub fn on_choice(chosen: impl Fn(String) + 'static) -> Callback<Event> {
    Callback::from(move |event: Event| {
        if let Some(list) = event.target_dyn_into::<web_sys::HtmlSelectElement>() {
            chosen(list.value());
        }
    })
}
