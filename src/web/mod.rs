//! THE BROWSER: the only room that touches window, history, clipboard and storage; owns the one live
//! view. `loader.js` fetches the corpus and hands its bytes to [`start`].

mod app;
mod browser;
pub mod coding;
mod commands;
mod full;
mod history;
mod keys;
mod layout;
mod lifecycle;
mod listeners;
mod loader;
mod settings_storage;

use crate::corpus::Snapshot;
use crate::route::PagePath;
use crate::ui::i18n;
use crate::ui::i18n::Catalog;
use crate::ui::{Command, Dialog, LoadedCorpus, Site};
pub use app::Features;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::Element;

/// Smaller than the standard library's, and quicker.
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// What `loader.js` calls of a program, whichever it is.
#[macro_export]
macro_rules! program {
    ($features:expr) => {
        #[wasm_bindgen]
        pub fn start(
            tables: &[u8],
            shard: &[u8],
            file: String,
            folder: &str,
            is_unchanged: bool,
            skip_hydration: bool,
            catalog: &[u8],
        ) -> bool {
            let options = $crate::web::StartOptions {
                tables,
                shard,
                file,
                folder,
                is_unchanged,
                skip_hydration,
                catalog,
            };
            $crate::web::start(options, $features)
        }

        #[wasm_bindgen]
        pub fn update_corpus(tables: &[u8], shard: &[u8]) -> bool {
            $crate::web::update_corpus(tables, shard)
        }

        #[wasm_bindgen]
        pub fn stop() {
            $crate::web::stop();
        }

        #[wasm_bindgen]
        pub fn set_language(catalog: &[u8]) {
            $crate::web::set_language(catalog);
        }
    };
}

/// What `loader.js` starts a program with.
pub struct StartOptions<'a> {
    /// The binary form of a corpus; of a large one its index.
    pub tables: &'a [u8],
    /// One document of a large corpus, or nothing.
    pub shard: &'a [u8],
    /// The address of the corpus' file.
    pub file: String,
    /// The path of the site's root.
    pub folder: &'a str,
    /// Whether the page was made from the same file.
    pub is_unchanged: bool,
    /// Draws the page anew even where the prerendered page could be hydrated.
    pub skip_hydration: bool,
    /// The page's messages in the language that the address asks for; nothing for English.
    pub catalog: &'a [u8],
}

/// Opens a corpus on the page; `false` when its bytes are broken or of another version.
pub fn start(options: StartOptions, features: Option<&'static dyn Features>) -> bool {
    // The page is built to stop at a panic without a word, which `loader.js` hears; yew's own hook would only add to
    // it.
    yew::set_custom_panic_hook(Box::new(|_| {}));
    let snapshot = snapshot(options.tables, options.shard);
    let (Some(app), Some(snapshot)) = (browser::element("app"), snapshot) else {
        return false;
    };
    // The prerendered page is in English, and the first drawing has to equal it.
    i18n::set_catalog(None);
    open(app, LoadedCorpus::new(snapshot, options.file.clone()), &options, features);
    true
}

fn snapshot(tables: &[u8], shard: &[u8]) -> Option<Snapshot> {
    let snapshot = Snapshot::from_bytes(tables);
    if shard.is_empty() { snapshot } else { snapshot?.with_shard(shard) }
}

/// Goes on with more of the corpus; `false` when its bytes are broken or of another version.
pub fn update_corpus(tables: &[u8], shard: &[u8]) -> bool {
    let snapshot = snapshot(tables, shard);
    let came = snapshot.is_some();
    snapshot.into_iter().for_each(|snapshot| send(app::Msg::CorpusLoaded(Box::new(snapshot))));
    came
}

/// Ends the program when it has done all that it was asked, so that another can take its place; the page hears
/// `standpoint:stopped` then.
pub fn stop() {
    if RUNNING.with_borrow(Option::is_none) {
        loader::announce("stopped");
    }
    send(app::Msg::Stop);
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

/// Opens a dialog that the program before this one did not have.
pub fn open_dialog(name: &str) {
    if let Some(dialog) = Dialog::from_name(name) {
        send(app::Msg::Run(Command::OpenDialog(Some(dialog))));
    }
}

/// Goes on in another language.
pub fn set_language(catalog: &[u8]) {
    if let Some(catalog) = Catalog::read(catalog) {
        send(app::Msg::CatalogLoaded(catalog));
    }
}

fn open(app: Element, corpus: LoadedCorpus, options: &StartOptions, features: Option<&'static dyn Features>) {
    let place = app.get_attribute("data-place").map(|path| PagePath::parse(&path));
    let is_unchanged = options.is_unchanged;
    let site = Site {
        // A corpus that was put in the place of another may have documents that no page was made for.
        place: place.clone().filter(|_| is_unchanged),
        base: browser::site().map(Into::into),
        has_several_corpora: app.has_attribute("data-several"),
        has_codebook: app.has_attribute("data-codebook"),
        has_coding: place.is_some() && !app.has_attribute("data-no-coding"),
        has_statement_pages: app.has_attribute("data-statements"),
        part: 0,
        is_edited: !is_unchanged,
        keeps: None,
    };
    let hydrates = is_unchanged && !options.skip_hydration;
    let props = app::AppProps {
        corpus: Rc::new(corpus),
        folder: options.folder.into(),
        prerendered: hydrates.then(|| place.unwrap_or_default()),
        site,
        features,
        catalog: Cell::new(Catalog::read(options.catalog)),
    };
    let running = if hydrates {
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
