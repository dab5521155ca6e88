//! A finger that moves over a part of the page and is lifted.

use crate::ui::context::Context;
use yew::prelude::*;

/// A swipe counts from this many CSS pixels, when it goes twice as far one way as the other.
const LEAST: i32 = 60;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Swipe {
    Left,
    Right,
    Up,
    Down,
}

/// Remembers where the finger came down.
pub fn begin(context: &Context) -> Callback<TouchEvent> {
    let from = context.touch_start.clone();
    Callback::from(move |event: TouchEvent| {
        if let Some(touch) = event.touches().get(0) {
            from.set((touch.client_x(), touch.client_y()));
        }
    })
}

/// Does something when the finger is lifted after a swipe.
pub fn end(context: &Context, swiped: impl Fn(Swipe) + 'static) -> Callback<TouchEvent> {
    let from = context.touch_start.clone();
    Callback::from(move |event: TouchEvent| {
        let Some(touch) = event.changed_touches().get(0) else { return };
        let (x, y) = from.get();
        if let Some(swipe) = read(touch.client_x() - x, touch.client_y() - y) {
            swiped(swipe);
        }
    })
}

fn read(across: i32, down: i32) -> Option<Swipe> {
    if across.abs() > LEAST && across.abs() > 2 * down.abs() {
        return Some(if across > 0 { Swipe::Right } else { Swipe::Left });
    }
    let is_upright = down.abs() > LEAST && down.abs() > 2 * across.abs();
    is_upright.then_some(if down > 0 { Swipe::Down } else { Swipe::Up })
}
