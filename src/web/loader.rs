//! The events to `loader.js` and the scripts beside it: what the program asks them for, and how far it has come.

use super::browser::document;
use crate::route::Language;
use crate::ui::Dialog;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

/// Tells the loader that the reader wants everything kept.
pub fn save_offline() {
    announce("standpoint:save-offline", &JsValue::NULL);
}

/// Asks the loader for the full program, and for a dialog that it should open.
pub fn load_full(dialog: Option<Dialog>) {
    announce(
        "standpoint:load-full",
        &dialog.map_or(JsValue::NULL, |dialog| JsValue::from_str(dialog.name())),
    );
}

/// Asks the loader for a part of the corpus, by its path below the site.
pub fn load_shard(path: &str) {
    announce("standpoint:load-shard", &JsValue::from_str(path));
}

/// Asks the loader for the page's words in another language.
pub fn load_catalog(language: Language) {
    announce("standpoint:load-catalog", &JsValue::from_str(language.tag()));
}

/// Tells the loader that the program has begun: from here on, what goes wrong is the program's.
pub fn announce_ready() {
    if let Some(root) = document().and_then(|page| page.document_element()) {
        let _ = root.set_attribute("data-ready", "");
    }
    announce("standpoint:ready", &JsValue::NULL);
}

/// Tells the loader that the next drawing hears what is pressed.
pub fn announce_interactive() {
    announce("standpoint:interactive", &JsValue::NULL);
}

/// Tells the loader that the program has ended.
pub fn announce_stopped() {
    announce("standpoint:stopped", &JsValue::NULL);
}

fn announce(name: &str, detail: &JsValue) {
    let Some(window) = web_sys::window() else { return };
    let init = CustomEventInit::new();
    init.set_detail(detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        let _ = window.dispatch_event(&event);
    }
}
