//! What a pressed key does.

use super::app::App;
use super::browser;
use crate::route::Action;
use crate::ui::shortcuts::{Shortcut, shortcut};
use crate::ui::{Command, Dialog};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

impl App {
    pub(super) fn pressed(&mut self, ctx: &yew::Context<Self>, event: &KeyboardEvent) -> bool {
        let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
        if modified || event.default_prevented() {
            return false;
        }
        if self.pressed_in_search(ctx, event) {
            return true;
        }
        if browser::is_covered() {
            return false;
        }
        let (off, shift) = (self.settings().no_shortcuts, event.shift_key());
        let Some(shortcut) = shortcut(&event.key(), &event.code(), shift, off) else { return false };
        if browser::is_typing(event) && shortcut != Shortcut::Close {
            return false;
        }
        event.prevent_default();
        match shortcut {
            Shortcut::Next => self.step(ctx, false),
            Shortcut::Previous => self.step(ctx, true),
            Shortcut::Search => browser::focus("input[type=search]"),
            Shortcut::Filters => self.filters(),
            Shortcut::Read => {
                let read = self.context(ctx).to_text();
                self.navigate(ctx, &read);
            }
            Shortcut::Compare => self.navigate(ctx, &Action::Compare),
            Shortcut::CopyLink => {
                let link = self.context(ctx).link();
                match self.features {
                    Some(_) => self.run(ctx, Command::CopyLink { link }),
                    // It stands there to be copied.
                    None => self.open_dialog(Dialog::Share),
                }
            }
            Shortcut::Share => self.open_dialog(Dialog::Share),
            Shortcut::Help => self.open_dialog(Dialog::Help),
            Shortcut::Close => self.close(ctx),
        }
        true
    }

    /// In the search field Enter leads to what was found, and Escape empties it; says whether the key did something.
    fn pressed_in_search(&mut self, ctx: &yew::Context<Self>, event: &KeyboardEvent) -> bool {
        // While a word is put together from keys, Enter ends that.
        if event.is_composing() || !browser::is_searching(event) {
            return false;
        }
        let has_words = !self.derived.route.filter.q.is_empty();
        match event.key().as_str() {
            "Enter" => {
                event.prevent_default();
                if self.dialog.is_some() {
                    self.run(ctx, Command::OpenDialog(None));
                }
                self.run(ctx, Command::ShowHit { back: event.shift_key() });
            }
            "Escape" if has_words => {
                event.prevent_default();
                self.navigate(ctx, &Action::Search(String::new()));
            }
            _ => return false,
        }
        true
    }

    /// The filters beside the text where they stand there, else as a sheet.
    fn filters(&mut self) {
        const FIRST: &str = ".rooms > .facets input[type=checkbox]";
        let beside = web_sys::window()
            .and_then(|w| w.document())
            .and_then(|d| d.query_selector(FIRST).ok().flatten())
            .and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok())
            .is_some_and(|field| field.offset_parent().is_some());
        if beside { browser::focus(FIRST) } else { self.open_dialog(Dialog::Filters) }
    }

    fn close(&mut self, ctx: &yew::Context<Self>) {
        if !self.notices.is_empty() {
            self.notices = Rc::default();
        } else if self.derived.route.open().is_some() {
            self.navigate(ctx, &Action::Close);
        } else {
            self.navigate(ctx, &Action::CloseCell);
        }
    }
}
