//! The coding page in the browser: its draft lives here, is kept in the browser's own storage after every change, and
//! comes from and goes to files. `coding.js` starts it and hands it what is opened, pasted or dropped.

mod actions;
mod app;
mod dragging;
mod files;
mod host;
mod keys;
mod selecting;
mod storage;

use super::browser;
use crate::corpus::raw;
use crate::draft::Entry;
use crate::ui::i18n;
use crate::ui::i18n::Catalog;
pub use host::Host;
use std::cell::RefCell;

/// What `coding.js` calls of the program.
#[macro_export]
macro_rules! coding_program {
    () => {
        #[wasm_bindgen]
        pub fn start(host: $crate::web::coding::Host, folder: &str, catalog: &[u8]) {
            $crate::web::coding::start(host, folder, catalog);
        }

        #[wasm_bindgen]
        pub fn receive_file(name: String, bytes: Vec<u8>) {
            $crate::web::coding::receive_file(name, bytes);
        }

        #[wasm_bindgen]
        pub fn receive_converted(file: &[u8], notes: Vec<String>) {
            $crate::web::coding::receive_converted(file, notes);
        }

        #[wasm_bindgen]
        pub fn tell(lines: Vec<String>) {
            $crate::web::coding::tell(lines);
        }

        #[wasm_bindgen]
        pub fn texts_for_table(name: &str) -> Option<String> {
            $crate::web::coding::texts_for_table(name)
        }

        #[wasm_bindgen]
        pub fn receive_text(text: String) {
            $crate::web::coding::receive_text(text);
        }

        #[wasm_bindgen]
        pub fn follow(key: String, entry: &str, number: usize) {
            $crate::web::coding::follow(key, entry, number);
        }

        #[wasm_bindgen]
        pub fn set_writer(key: String, is_writer: bool) {
            $crate::web::coding::set_writer(key, is_writer);
        }

        #[wasm_bindgen]
        pub fn has_unkept() -> bool {
            $crate::web::coding::has_unkept()
        }

        #[wasm_bindgen]
        pub fn redraw() {
            $crate::web::coding::redraw();
        }

        #[wasm_bindgen]
        pub fn address_changed() {
            $crate::web::coding::address_changed();
        }
    };
}

thread_local! {
    static RUNNING: RefCell<Option<yew::AppHandle<app::App>>> = const { RefCell::new(None) };
}

/// Starts the page; `folder` is the path of the site's root, `catalog` the words of another language or nothing.
pub fn start(host: Host, folder: &str, catalog: &[u8]) {
    yew::set_custom_panic_hook(Box::new(|_| {}));
    i18n::set_catalog(Catalog::read(catalog));
    browser::set_language(i18n::language());
    let Some(root) = browser::element("app") else { return };
    root.set_text_content(None);
    let props = app::AppProps { host, folder: folder.into() };
    RUNNING.set(Some(yew::Renderer::<app::App>::with_root_and_props(root, props).render()));
}

fn send(message: app::Msg) {
    RUNNING.with_borrow(|running| {
        if let Some(running) = running {
            running.send_message(message);
        }
    });
}

/// A file that was opened, pasted or dropped.
pub fn receive_file(name: String, bytes: Vec<u8>) {
    send(app::Msg::File { name, bytes });
}

/// A corpus file that was made of another one, and what is to be told of that.
pub fn receive_converted(file: &[u8], notes: Vec<String>) {
    match raw::Corpus::read(file) {
        Ok(file) => send(app::Msg::Converted { file: Box::new(file), notes }),
        Err(invalid) => tell(invalid.lines("")),
    }
}

/// Why something could not be done, in lines.
pub fn tell(lines: Vec<String>) {
    send(app::Msg::Tell(lines));
}

/// The corpus file with the texts of the draft at work; nothing where a table cannot be read into it, which is told.
pub fn texts_for_table(name: &str) -> Option<String> {
    let texts = RUNNING.with_borrow(|running| {
        let app = running.as_ref().and_then(|running| running.get_component());
        let open = app.as_ref().and_then(|app| app.opened.as_ref()).map(|opened| opened.work.file());
        match files::table_problem(name, open) {
            Some(problem) => Err(problem),
            None => Ok(open.map(raw::Corpus::to_json)),
        }
    });
    texts.unwrap_or_else(|problem| {
        tell(vec![problem]);
        None
    })
}

/// A text that was pasted or dropped.
pub fn receive_text(text: String) {
    send(app::Msg::Text(text));
}

/// What another tab has done to a draft, as the step with this number.
pub fn follow(key: String, entry: &str, number: usize) {
    if let Ok(entry) = Entry::from_json(entry) {
        send(app::Msg::Follow { key, entry, number });
    }
}

/// Whether this tab writes a draft, or another does.
pub fn set_writer(key: String, is_writer: bool) {
    send(app::Msg::Writer { key, is_writer });
}

/// Whether something would be lost if the page was left.
pub fn has_unkept() -> bool {
    RUNNING.with_borrow(|running| {
        let app = running.as_ref().and_then(|running| running.get_component().map(|app| app.has_unkept()));
        app.unwrap_or(false)
    })
}

/// Draws the text anew: an input method has written into it.
pub fn redraw() {
    send(app::Msg::Redraw);
}

pub fn address_changed() {
    send(app::Msg::AddressChanged);
}
