//! Links: to another view of this page, to what is known of an actor, and to a document elsewhere.

use super::html::html;
use super::marks;
use super::scene::{Scene, Wish};
use crate::corpus::{ActorIx, WebAddress};
use crate::view::{Action, View};
use yew::prelude::*;

/// The address of a view, as a link on this page carries it.
pub fn href(scene: &Scene, view: &View) -> String {
    match &scene.site.place {
        Some(place) => view.href_from(place),
        None => format!("#{}", view.fragment()),
    }
}

/// The address that an action leads to.
pub fn href_after(scene: &Scene, action: &Action) -> String {
    let mut view = scene.view.after(action).0;
    // The open statement decides the document; a link says so, so that it leads to the right page without a script.
    let open = view.open.as_ref().and_then(|opened| scene.corpus().statement_by_id(&opened.id));
    if let Some(statement) = open {
        let document = scene.corpus().statements[statement].document;
        view.document = Some(scene.corpus().documents[document].id.to_string());
    }
    href(scene, &view)
}

/// Runs the action on a plain press; a press that asks for a new tab or window is the browser's.
pub fn follow(scene: &Scene, action: Action) -> Callback<MouseEvent> {
    let wish = scene.wish.clone();
    Callback::from(move |event: MouseEvent| go(&wish, &event, action.clone()))
}

/// The same for a press that is heard by another element than the link.
pub fn go(wish: &Callback<Wish>, event: &MouseEvent, action: Action) {
    let elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.button() == 0 && !elsewhere {
        event.prevent_default();
        wish.emit(Wish::Ask(action));
    }
}

/// A document elsewhere: the host is shown, nothing of this page is told to it.
pub fn elsewhere(address: &WebAddress, label: &str) -> Html {
    html! {
        <a href={address.as_str().to_owned()} rel="noopener noreferrer" target="_blank">
            { label.to_owned() }<span class="host">{ format!(" ({})", address.host()) }</span>
        </a>
    }
}

/// A title in its own language and direction.
pub fn titled(title: &str, language: &str) -> Html {
    html! { <bdi lang={language.to_owned()}>{ marks::text(title) }</bdi> }
}

/// An actor's name as the link to its page.
pub fn named(scene: &Scene, actor: ActorIx) -> Html {
    let actor = &scene.corpus().actors[actor];
    let action = Action::Actor(actor.id.to_string());
    html! { <a href={href_after(scene, &action)} onclick={follow(scene, action)}>{ marks::name(&actor.name) }</a> }
}

/// Actors' names as links to their pages.
pub fn all_named(scene: &Scene, actors: &[ActorIx]) -> Html {
    let names = actors.iter().enumerate();
    let names = names.map(|(at, actor)| html! { <>if at > 0 { { ", " } }{ named(scene, *actor) }</> });
    html! { { for names } }
}

/// A press that wishes.
pub fn wish(scene: &Scene, wish: Wish) -> Callback<MouseEvent> {
    let emit = scene.wish.clone();
    Callback::from(move |_| emit.emit(wish.clone()))
}

/// A button that wishes.
pub fn button(scene: &Scene, wish: Wish, label: impl Into<Html>) -> Html {
    html! { <button type="button" onclick={self::wish(scene, wish)}>{ label.into() }</button> }
}

/// Calls back with the value a reader chose from a list.
pub fn on_choice(chosen: impl Fn(String) + 'static) -> Callback<Event> {
    Callback::from(move |event: Event| {
        if let Some(list) = event.target_dyn_into::<web_sys::HtmlSelectElement>() {
            chosen(list.value());
        }
    })
}
