//! What `coding.js` does for the program.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[derive(Clone)]
    pub type Host;

    /// Lets a person choose files; each comes to `receive_file`.
    #[wasm_bindgen(method)]
    pub fn choose_files(this: &Host);

    /// The draft with this key was made of the file that was opened last.
    #[wasm_bindgen(method)]
    pub fn opened(this: &Host, key: &str);

    /// Writes the file that a draft was opened from; a promise of whether that could be done.
    #[wasm_bindgen(method)]
    pub fn write(this: &Host, key: &str, text: &str) -> js_sys::Promise;

    /// Tells other tabs what was done to a draft; it is the step with this number.
    #[wasm_bindgen(method)]
    pub fn tell_tabs(this: &Host, key: &str, entry: &str, number: usize);

    /// Asks to write a draft; the answer comes to `set_writer`.
    #[wasm_bindgen(method)]
    pub fn lock(this: &Host, key: &str);

    /// Asks the browser to keep what it stores.
    #[wasm_bindgen(method)]
    pub fn persist(this: &Host);

    /// Whether the reader finds the tables of a draft in the browser's storage, and is not handed them.
    #[wasm_bindgen(method)]
    pub fn keeps_for_reading(this: &Host) -> bool;

    /// The node of the text at a point of the window, and the offset in it; empty where none is.
    #[wasm_bindgen(method)]
    pub fn caret_at(this: &Host, x: i32, y: i32) -> js_sys::Array;

    /// Opens the reader of the draft.
    #[wasm_bindgen(method)]
    pub fn read(this: &Host, tables: &[u8], title: &str);
}
