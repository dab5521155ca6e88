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
    noted: Rc<Noted>,
    forget: Closure<dyn Fn()>,
    _listener: Closure<dyn Fn()>,
}

#[derive(Default)]
struct Noted {
    is_foreign: Cell<bool>,
    /// What the program changes itself has not been told yet.
    expects_own: Cell<bool>,
}

impl ForeignChanges {
    pub fn watch() -> Option<ForeignChanges> {
        let noted = Rc::new(Noted::default());
        let told = noted.clone();
        let listener = Closure::<dyn Fn()>::new(move || {
            if !told.expects_own.take() {
                told.is_foreign.set(true);
            }
        });
        let observer = MutationObserver::new(listener.as_ref().unchecked_ref()).ok()?;
        let all = MutationObserverInit::new();
        all.set_child_list(true);
        all.set_character_data(true);
        all.set_subtree(true);
        let app = browser::element("app")?;
        observer.observe_with_options(&app, &all).ok()?;
        let (own, drawn) = (observer.clone(), noted.clone());
        let forget = Closure::<dyn Fn()>::new(move || {
            if drawn.expects_own.take() {
                own.take_records();
            }
        });
        Some(ForeignChanges { observer, noted, forget, _listener: listener })
    }

    /// Whether something was changed since it was drawn. Translators leave an element of their own, too, which is seen
    /// where their changes were told together with the program's.
    pub fn any(&self) -> bool {
        let untold = self.observer.take_records().length() > 0;
        // What is untold right after a drawing is the program's own.
        let is_own = self.noted.expects_own.take();
        let font = || browser::element("app").and_then(|app| app.query_selector("font").ok().flatten());
        self.noted.is_foreign.get() || untold && !is_own || font().is_some()
    }

    /// All is drawn anew.
    pub fn clear(&self) {
        self.noted.is_foreign.set(false);
    }

    /// The page is about to be drawn, at once. What changes by that is the first that is told, or it is forgotten
    /// before: microtasks come in the order in which they were asked for, and that of all observers may have been
    /// asked for already.
    pub fn expect_own(&self) {
        self.noted.expects_own.set(true);
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
