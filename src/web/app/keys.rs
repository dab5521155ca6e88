//! What a pressed key does.

use super::App;
use crate::ui::{Panel, Shortcut, Wish, shortcut};
use crate::view::Action;
use crate::web::window;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::prelude::*;

impl App {
    pub(super) fn pressed(&mut self, ctx: &Context<Self>, event: &KeyboardEvent) -> bool {
        let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
        if modified || event.default_prevented() || window::is_covered() {
            return false;
        }
        let key = event.key();
        let Some(shortcut) = shortcut(&key, self.preferences().no_shortcuts) else { return false };
        if window::is_typing(event) && shortcut != Shortcut::Close {
            return false;
        }
        event.prevent_default();
        match shortcut {
            Shortcut::Next => self.step(ctx, false),
            Shortcut::Previous => self.step(ctx, true),
            Shortcut::Search => window::focus("input[type=search]"),
            Shortcut::Filters => self.filters(),
            Shortcut::Read => {
                let read = self.scene(ctx).to_text();
                self.ask(ctx, read);
            }
            Shortcut::Compare => self.ask(ctx, Action::Compare),
            Shortcut::CopyLink => {
                let link = self.scene(ctx).link();
                match self.whole {
                    Some(_) => self.grant(ctx, Wish::CopyLink { link }),
                    // It stands there to be copied.
                    None => self.open_panel(Panel::Share),
                }
            }
            Shortcut::Share => self.open_panel(Panel::Share),
            Shortcut::Help => self.open_panel(Panel::Help),
            Shortcut::Close => self.close(ctx),
        }
        true
    }

    /// The filters beside the text where they stand there, else as a sheet.
    fn filters(&mut self) {
        const FIRST: &str = ".rooms > .facets input";
        let beside = web_sys::window()
            .and_then(|w| w.document())
            .and_then(|d| d.query_selector(FIRST).ok().flatten())
            .and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok())
            .is_some_and(|field| field.offset_parent().is_some());
        if beside { window::focus(FIRST) } else { self.open_panel(Panel::Filters) }
    }

    fn close(&mut self, ctx: &Context<Self>) {
        if !self.notices.is_empty() {
            self.notices = Rc::default();
        } else if let Some(opened) = &self.answers.view.open {
            let id = opened.id.clone();
            self.ask(ctx, Action::Close);
            window::focus(&format!("[id='s={id}']"));
        } else {
            self.ask(ctx, Action::CloseCell);
        }
    }
}
