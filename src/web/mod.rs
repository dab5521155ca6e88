//! THE BROWSER: the only room that touches window, history, clipboard and storage; owns the one live
//! view. `boot.js` fetches the corpus and hands its bytes to [`start`].

mod app;
mod history;
mod keep;
mod place;
mod window;

use crate::corpus::Corpus;
use crate::ui::{self, Known};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// Opens the corpus on the page. `source` is the address its bytes came from. Empty when it could be opened,
/// else the lines that say what is wrong with it.
#[wasm_bindgen]
pub fn start(bytes: &[u8], source: String) -> Vec<String> {
    // Not the hook of std, which yew replaces by its own.
    yew::set_custom_panic_hook(Box::new(|panic| window::announce_panic(&panic.to_string())));
    let Some(place) = window::element("app") else { return Vec::new() };
    match Corpus::read(bytes) {
        Ok(reading) => {
            place.set_text_content(None);
            let known = Known::new(reading.corpus, reading.faults, reading.stated, source);
            let props = app::AppProps { known: Rc::new(known) };
            yew::Renderer::<app::App>::with_root_and_props(place, props).render();
            Vec::new()
        }
        Err(refusal) => ui::refusal(&refusal, &source),
    }
}
