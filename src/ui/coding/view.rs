//! What the parts of the coding page are given: the draft at work, the drafts that are kept, and one way to ask for
//! something.

use super::action::{Action, Do};
use super::work::Work;
use yew::prelude::*;

/// A draft that this browser keeps.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptDraft {
    pub key: String,
    pub title: String,
    /// How many characters its file has.
    pub size: usize,
    /// When it was last changed, in milliseconds since 1970.
    pub changed: f64,
}

/// Whether what is done is kept.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Keeping {
    #[default]
    Kept,
    /// This browser does not keep it; why.
    Lost(String),
}

/// What one drawing of the page is made of.
pub struct View<'a> {
    pub work: Option<&'a Work>,
    /// `None` until the browser has said which there are.
    pub drafts: Option<&'a [KeptDraft]>,
    pub keeping: &'a Keeping,
    /// How the browser writes a moment in milliseconds since 1970.
    pub day: fn(f64) -> String,
    /// What went wrong with the last thing that was asked for, and what to do; in lines.
    pub notices: &'a [String],
    pub announcement: AttrValue,
    /// The reader's own language, as a proposal for that of a text.
    pub language: AttrValue,
    /// The text has a caret, which keys move.
    pub has_caret: bool,
    /// How often the text was drawn anew because something else had changed it.
    pub redrawn: u32,
    /// Another tab has the same draft open and writes to it.
    pub is_follower: bool,
    pub emit: Callback<Action>,
}

impl View<'_> {
    pub fn on_click(&self, action: Action) -> Callback<MouseEvent> {
        let emit = self.emit.clone();
        Callback::from(move |_| emit.emit(action.clone()))
    }

    pub fn on_do(&self, wanted: Do) -> Callback<MouseEvent> {
        self.on_click(Action::Do(wanted))
    }

    /// What is done with the new content of a field, once it is left.
    pub fn on_change(&self, wanted: impl Fn(String) -> Option<Do> + 'static) -> Callback<Event> {
        let emit = self.emit.clone();
        Callback::from(move |event: Event| {
            if let Some(wanted) = value_of(event.target()).and_then(&wanted) {
                emit.emit(Action::Do(wanted));
            }
        })
    }
}

/// What stands in the field that an event came from.
pub fn value_of(target: Option<web_sys::EventTarget>) -> Option<String> {
    use wasm_bindgen::JsCast;
    let target = target?;
    if let Some(input) = target.dyn_ref::<web_sys::HtmlInputElement>() {
        return Some(match input.type_().as_str() {
            "checkbox" => input.checked().to_string(),
            _ => input.value(),
        });
    }
    if let Some(select) = target.dyn_ref::<web_sys::HtmlSelectElement>() {
        return Some(select.value());
    }
    target.dyn_ref::<web_sys::HtmlTextAreaElement>().map(|area| area.value())
}
