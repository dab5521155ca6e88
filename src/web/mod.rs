//! THE BROWSER: the only room that touches window, history, clipboard and storage; owns the one live
//! view. `boot.js` fetches the corpus and hands its bytes to [`start`].

mod app;
mod history;
mod keep;
mod place;
mod window;

use crate::corpus::Edition;
use crate::ui::tongue::{self, Messages, mark};
use crate::ui::{Known, Panel, Site, Wish};
use crate::view::Place;
pub use app::{WHOLE, Whole};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::Element;

/// Smaller than the standard library's, and quicker.
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// What `boot.js` calls of a program, whichever it is.
#[macro_export]
macro_rules! program {
    ($whole:expr) => {
        #[wasm_bindgen]
        pub fn start(
            tables: &[u8],
            part: &[u8],
            source: String,
            folder: &str,
            same: bool,
            anew: bool,
            words: &[u8],
        ) -> bool {
            let begin = $crate::web::Begin { tables, part, source, folder, same, anew, words };
            $crate::web::start(begin, $whole)
        }

        #[wasm_bindgen]
        pub fn learn(tables: &[u8], part: &[u8]) -> bool {
            $crate::web::learn(tables, part)
        }

        #[wasm_bindgen]
        pub fn stop() {
            $crate::web::stop();
        }

        #[wasm_bindgen]
        pub fn speak(words: &[u8]) {
            $crate::web::speak(words);
        }
    };
}

/// What `boot.js` begins a program with.
pub struct Begin<'a> {
    /// A checked corpus; of a large one its head.
    pub tables: &'a [u8],
    /// One document of a large corpus, or nothing.
    pub part: &'a [u8],
    /// The address of the corpus' file.
    pub source: String,
    /// The path of the site's root.
    pub folder: &'a str,
    /// Whether the page was made from the same file.
    pub same: bool,
    /// Draws the page even where the still page could be taken over.
    pub anew: bool,
    /// The page's own words in the language that the address asks for; nothing for English.
    pub words: &'a [u8],
}

/// Opens a corpus on the page; `false` when its tables are broken or of another version.
pub fn start(begin: Begin, whole: Option<Whole>) -> bool {
    let Begin { tables, part, source, folder, same, anew, words } = begin;
    // The page is built to stop at a panic without a word, which `boot.js` hears; yew's own hook would only add to it.
    yew::set_custom_panic_hook(Box::new(|_| {}));
    let (Some(app), Some(shown)) = (window::element("app"), edition(tables, part)) else {
        return false;
    };
    // The still page is in English, and the first drawing has to equal it.
    tongue::speak(None);
    open(app, Known::new(shown, source), folder, (same, anew), Messages::read(words), whole);
    true
}

fn edition(tables: &[u8], part: &[u8]) -> Option<Edition> {
    let edition = Edition::from_tables(tables);
    if part.is_empty() { edition } else { edition?.with_part(part) }
}

/// Goes on with more of the corpus; `false` when its tables are broken or of another version.
pub fn learn(tables: &[u8], part: &[u8]) -> bool {
    let edition = edition(tables, part);
    let came = edition.is_some();
    edition.into_iter().for_each(|edition| send(app::Msg::Known(Box::new(edition))));
    came
}

/// Ends the page's program when it has done all that it was asked, so that another can take its place; the page
/// hears `standpoint:left` then.
pub fn stop() {
    if RUNNING.with_borrow(Option::is_none) {
        window::announce_left();
    }
    send(app::Msg::Leave);
}

fn end() {
    if let Some(running) = RUNNING.take() {
        running.destroy();
    }
}

fn send(message: app::Msg) {
    RUNNING.with_borrow(|running| {
        if let Some(running) = running {
            running.send_message(message);
        }
    });
}

/// Shows a panel that the program before this one did not have.
pub fn show(panel: u8) {
    if let Some(panel) = Panel::ALL.get(panel as usize) {
        send(app::Msg::Wish(Wish::Show(Some(*panel))));
    }
}

const OLDER: &str =
    mark("This page was made from an older file than the one that was read; you see what the file says now.");

/// Goes on in another language.
pub fn speak(words: &[u8]) {
    if let Some(words) = Messages::read(words) {
        send(app::Msg::Spoken(words));
    }
}

fn open(
    app: Element,
    known: Known,
    folder: &str,
    (same, anew): (bool, bool),
    words: Option<Messages>,
    whole: Option<Whole>,
) {
    let place = app.get_attribute("data-place").map(|path| Place::parse(&path));
    let site = Site {
        // A corpus that was put in the place of another may have documents that no page was made for.
        place: place.clone().filter(|_| same),
        base: window::site().map(Into::into),
        several: app.has_attribute("data-several"),
        statements: app.has_attribute("data-statements"),
        keeps: None,
    };
    let takes_over = same && !anew;
    let props = app::AppProps {
        known: Rc::new(known),
        folder: folder.into(),
        still: takes_over.then(|| place.unwrap_or_default()),
        site,
        whole,
        notice: (!same).then_some(OLDER),
        words: Cell::new(words),
    };
    let running = if takes_over {
        yew::Renderer::<app::App>::with_root_and_props(app, props).hydrate()
    } else {
        yew::Renderer::<app::App>::with_root_and_props(app, props).render()
    };
    RUNNING.set(Some(running));
}

thread_local! {
    /// The page as it runs, until another corpus takes its place.
    static RUNNING: RefCell<Option<yew::AppHandle<app::App>>> = const { RefCell::new(None) };
}
