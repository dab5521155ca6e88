//! THE BROWSER: the only room that touches window, history, clipboard and storage; owns the one live
//! view. `boot.js` fetches the corpus and hands its bytes to [`start`].

mod app;
mod history;
mod keep;
mod place;
mod window;

use crate::corpus::Corpus;
use crate::ui::{self, Known, Site};
use crate::view::Place;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::Element;

/// Opens the corpus on the page. `source` is the address its bytes came from, `folder` the path of the site's
/// root. `anew` draws the page even where a still page of the same corpus could be taken over. Empty when the
/// corpus could be opened, else the lines that say what is wrong with it.
#[wasm_bindgen]
pub fn start(bytes: &[u8], source: String, folder: &str, anew: bool) -> Vec<String> {
    // Not the hook of std, which yew replaces by its own.
    yew::set_custom_panic_hook(Box::new(|panic| window::announce_panic(&panic.to_string())));
    let Some(app) = window::element("app") else { return Vec::new() };
    match Corpus::read(bytes) {
        Ok(reading) => {
            let known = Known::new(reading.corpus, reading.faults, reading.stated, source);
            open(app, bytes, known, folder, anew);
            Vec::new()
        }
        Err(refusal) => ui::refusal(&refusal, &source),
    }
}

const OLDER: &str =
    "This page was made from an older file than the one that was read; you see what the file says now.";

fn open(app: Element, bytes: &[u8], known: Known, folder: &str, anew: bool) {
    let sum = app.get_attribute("data-sum");
    let same = sum.as_ref().is_some_and(|sum| *sum == crate::corpus::sum(bytes));
    let place = app.get_attribute("data-place").map(|path| Place::parse(&path));
    let site = Site {
        // A corpus that was put in the place of another may have documents that no page was made for.
        place: place.clone().filter(|_| same),
        base: window::site().map(Into::into),
        statements: app.has_attribute("data-statements"),
    };
    let takes_over = same && !anew;
    let props = app::AppProps {
        known: Rc::new(known),
        folder: folder.into(),
        still: takes_over.then(|| place.unwrap_or_default()),
        site,
        notice: (sum.is_some() && !same).then_some(OLDER),
    };
    if takes_over {
        yew::Renderer::<app::App>::with_root_and_props(app, props).hydrate();
    } else {
        app.set_text_content(None);
        yew::Renderer::<app::App>::with_root_and_props(app, props).render();
    }
}
