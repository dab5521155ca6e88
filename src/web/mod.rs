//! THE BROWSER: the only room that touches window, history, clipboard and storage; owns the one live
//! view. `boot.js` fetches the corpus and hands its bytes to [`start`].

mod app;
mod history;
mod keep;
mod window;

use crate::corpus::Corpus;
use crate::ui::{self, Known};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use yew::prelude::*;

/// Opens the corpus on the page. `source` is the address its bytes came from.
#[wasm_bindgen]
pub fn start(bytes: &[u8], source: String) {
    // Not the hook of std, which yew replaces by its own.
    yew::set_custom_panic_hook(Box::new(|panic| window::announce_panic(&panic.to_string())));
    let Some(place) = window::element("app") else { return };
    place.set_text_content(None);
    match Corpus::read(bytes) {
        Ok(reading) => {
            let known = Known::new(reading.corpus, reading.faults, reading.stated, source);
            let props = app::AppProps { known: Rc::new(known) };
            yew::Renderer::<app::App>::with_root_and_props(place, props).render();
        }
        Err(refusal) => {
            let props = RefusedProps { refusal: Rc::new(refusal), source: source.into() };
            yew::Renderer::<Refused>::with_root_and_props(place, props).render();
        }
    }
}

#[derive(Properties)]
struct RefusedProps {
    refusal: Rc<crate::corpus::Refusal>,
    source: AttrValue,
}

impl PartialEq for RefusedProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.refusal, &other.refusal)
    }
}

#[component]
fn Refused(props: &RefusedProps) -> Html {
    ui::refusal(&props.refusal, &props.source)
}
