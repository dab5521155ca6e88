//! Whether others (a translator, an extension) have changed what the program drew. The program goes on from the nodes
//! that it made: where these were replaced, nobody would see what it writes, so it has to draw them anew.

use super::browser;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{MutationObserver, MutationObserverInit};

/// Notes each change of nodes and words within the page, whoever makes it.
pub struct ForeignChanges {
    observer: MutationObserver,
    is_told: Rc<Cell<bool>>,
    forget: Closure<dyn Fn()>,
    _listener: Closure<dyn Fn()>,
}

impl ForeignChanges {
    pub fn watch() -> Option<ForeignChanges> {
        let is_told = Rc::new(Cell::new(false));
        let told = is_told.clone();
        let listener = Closure::<dyn Fn()>::new(move || told.set(true));
        let observer = MutationObserver::new(listener.as_ref().unchecked_ref()).ok()?;
        let all = MutationObserverInit::new();
        all.set_child_list(true);
        all.set_character_data(true);
        all.set_subtree(true);
        let app = browser::element("app")?;
        observer.observe_with_options(&app, &all).ok()?;
        let own = observer.clone();
        let forget = Closure::<dyn Fn()>::new(move || drop(own.take_records()));
        Some(ForeignChanges { observer, is_told, forget, _listener: listener })
    }

    /// Whether something was changed since it was drawn.
    pub fn any(&self) -> bool {
        self.is_told.get() || self.observer.take_records().length() > 0
    }

    /// All is drawn anew.
    pub fn clear(&self) {
        self.is_told.set(false);
    }

    /// The page is about to be drawn, at once. What changes by that is forgotten before any observer is told of it:
    /// microtasks come in the order in which they were asked for.
    pub fn expect_own(&self) {
        if let Some(window) = web_sys::window() {
            window.queue_microtask(self.forget.as_ref().unchecked_ref());
        }
    }
}

impl Drop for ForeignChanges {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
