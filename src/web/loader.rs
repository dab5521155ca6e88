//! The events of the program for `loader.js` and `offline.js`: what it asks them for, and how far it has come.

use crate::route::Language;
use crate::ui::Dialog;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

/// Asks `offline.js` to keep the whole site.
pub fn save_offline() {
    dispatch("standpoint:save-offline", &JsValue::NULL);
}

/// Asks the loader for the full program, and names the dialog to open then.
pub fn load_full(dialog: Option<Dialog>) {
    dispatch(
        "standpoint:load-full",
        &dialog.map_or(JsValue::NULL, |dialog| JsValue::from_str(dialog.name())),
    );
}

/// Asks the loader for a file of a large corpus, by its path below the site.
pub fn load_shard(path: &str) {
    dispatch("standpoint:load-shard", &JsValue::from_str(path));
}

/// Asks the loader for the message catalog of a language.
pub fn load_catalog(language: Language) {
    dispatch("standpoint:load-catalog", &JsValue::from_str(language.tag()));
}

/// Says how far the program is: `interactive`, presses are heard from the next drawing on, so that early ones can be
/// done; `ready`, what goes wrong from here on is its own; `drawing`, so is what changes before other code runs;
/// `stopped`, it has ended.
pub fn announce(what: &str) {
    dispatch(&["standpoint:", what].concat(), &JsValue::NULL);
}

fn dispatch(name: &str, detail: &JsValue) {
    let Some(window) = web_sys::window() else { return };
    let init = CustomEventInit::new();
    init.set_detail(detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        let _ = window.dispatch_event(&event);
    }
}
