//! What the page listens to while its program runs.

use super::app::{App, Msg};
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{KeyboardEvent, MediaQueryList};

pub fn listeners(ctx: &yew::Context<App>, width: Option<&MediaQueryList>) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let on = |event: &'static str| {
        let link = ctx.link().clone();
        EventListener::new(&window, event, move |_| link.send_message(Msg::UrlChanged))
    };
    let keys = {
        let link = ctx.link().clone();
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&window, "keydown", options, move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                link.send_message(Msg::KeyDown(event.clone()));
            }
        })
    };
    let resized = width.map(|width| {
        let link = ctx.link().clone();
        EventListener::new(width, "change", move |_| link.send_message(Msg::Resized))
    });
    let send = |event: &'static str, msg: fn() -> Msg| {
        let link = ctx.link().clone();
        EventListener::new(&window, event, move |_| link.send_message(msg()))
    };
    let others = [
        send("standpoint:leaving", || Msg::Leaving),
        send("beforeprint", || Msg::Printing(true)),
        send("afterprint", || Msg::Printing(false)),
    ];
    [on("popstate"), on("hashchange"), keys].into_iter().chain(others).chain(resized).collect()
}
