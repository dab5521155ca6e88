//! Keys of the coding page, wherever the focus is, but for those that a field takes itself.

use super::super::browser;
use crate::corpus::Kind;
use crate::ui::coding::{Action, Attached, Do, KINDS, Work, last_position};
use web_sys::KeyboardEvent;

/// What a key asks for.
pub fn wanted(event: &KeyboardEvent, work: Option<&Work>) -> Option<Action> {
    let key = event.key();
    let control = event.ctrl_key() || event.meta_key();
    let small = key.to_lowercase();
    // The text with a caret is no field: nothing can be typed into it.
    let is_field = is_field(event);
    if control && !event.alt_key() {
        return match small.as_str() {
            "s" => Some(Action::Save),
            "z" if is_field => None,
            "z" if event.shift_key() => Some(Action::Do(Do::Redo)),
            "z" => Some(Action::Do(Do::Undo)),
            "y" if !is_field => Some(Action::Do(Do::Redo)),
            _ => None,
        };
    }
    let work = work?;
    if key == "F2" {
        return Some(Action::Caret);
    }
    if is_field || event.alt_key() || event.is_composing() {
        return None;
    }
    let wanted = match small.as_str() {
        "escape" if work.selection().is_some() => return Some(Action::Deselect),
        "escape" => Do::Open(None),
        "enter" if browser::has_focus("text") && work.selection().is_some() => Do::Mark(None),
        "+" => Do::Attach(Attached::Words),
        "c" => Do::Attach(Attached::Cue),
        "i" => Do::Attach(Attached::Condition(last_position(work)?)),
        "t" => Do::Attach(Attached::Terms(last_position(work)?)),
        "{" | "}" => Do::MoveEdge { is_end: true, forward: small == "}" },
        "[" | "]" if event.shift_key() => Do::MoveEdge { is_end: true, forward: small == "]" },
        "[" | "]" => Do::MoveEdge { is_end: false, forward: small == "]" },
        "." => Do::Repeat,
        "j" => Do::Step { back: false },
        "k" => Do::Step { back: true },
        digit => Do::Mark(Some(kind_of(digit)?)),
    };
    Some(Action::Do(wanted))
}

fn kind_of(digit: &str) -> Option<Kind> {
    let at = digit.parse::<usize>().ok()?.checked_sub(1)?;
    KINDS.get(at).map(|(kind, _)| *kind)
}

fn is_field(event: &KeyboardEvent) -> bool {
    browser::is_typing(event) && !browser::has_focus("text")
}
