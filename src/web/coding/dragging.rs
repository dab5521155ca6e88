//! Dragging where the open statement begins or ends. While an edge is dragged, the browser's own selection shows what
//! the statement would hold; only where it is let go does the draft change, so that a drag is one step.

use super::host::Host;
use super::{browser, selecting};
use crate::corpus::Text;
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent, Node};
use yew::Callback;

/// An edge that is being dragged.
pub struct Drag {
    pub is_end: bool,
    /// The code point that it has come to.
    pub at: u32,
    /// How far below the pointer the line stands, in CSS pixels: a knob is held above or below its line.
    below: i32,
}

impl Drag {
    pub fn new(is_end: bool, at: u32, event: &MouseEvent) -> Drag {
        Drag { is_end, at, below: line_below(event, is_end).unwrap_or_default() }
    }

    /// The code point of the text that the edge has come to.
    pub fn place(&self, host: &Host, event: &MouseEvent, text: &Text) -> Option<u32> {
        let found = host.caret_at(event.client_x(), event.client_y() + self.below);
        let node = found.get(0).dyn_into::<Node>().ok()?;
        selecting::place(&node, found.get(1).as_f64()? as u32, text)
    }
}

/// How far below the pointer the middle of the line stands whose knob was pressed. A knob ends as far from it as it is
/// high.
fn line_below(event: &MouseEvent, is_end: bool) -> Option<i32> {
    let knob = edge(event)?.get_bounding_client_rect();
    let line = if is_end { knob.top() - knob.height() } else { knob.bottom() + knob.height() };
    Some(line.round() as i32 - event.client_y())
}

fn edge(event: &web_sys::Event) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest("[data-edge]").ok().flatten()
}

#[derive(Clone, Copy)]
pub enum Pointer {
    Down,
    Move,
    Up,
    /// The browser took the pointer for something else.
    Cancel,
}

const POINTER_EVENTS: [(&str, Pointer); 4] = [
    ("pointerdown", Pointer::Down),
    ("pointermove", Pointer::Move),
    ("pointerup", Pointer::Up),
    ("pointercancel", Pointer::Cancel),
];

pub fn listeners(send: &Callback<(Pointer, MouseEvent)>) -> Vec<EventListener> {
    let Some(document) = browser::document() else { return Vec::new() };
    let listen = |(name, pointer): (&'static str, Pointer)| {
        let send = send.clone();
        let active = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&document, name, active, move |event| {
            let Some(event) = event.dyn_ref::<MouseEvent>() else { return };
            match pointer {
                Pointer::Down if edge_of(event).is_none() => return,
                Pointer::Down => event.prevent_default(),
                // Where nothing is held down, nothing is dragged.
                Pointer::Move if event.buttons() == 0 => return,
                Pointer::Move | Pointer::Up | Pointer::Cancel => {}
            }
            send.emit((pointer, event.clone()));
        })
    };
    POINTER_EVENTS.into_iter().map(listen).collect()
}

/// Which edge of the open statement was pressed, if one was: whether it is the end.
pub fn edge_of(event: &web_sys::Event) -> Option<bool> {
    Some(edge(event)?.get_attribute("data-edge")? == "end")
}
