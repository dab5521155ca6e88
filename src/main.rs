//! The whole program of the page, on wasm; `boot.js` starts it, and everything begins in `web`. A native build of
//! this binary only says where to look.

#[cfg(target_arch = "wasm32")]
mod page {
    use wasm_bindgen::prelude::*;

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
        let begin = standpoint::web::Begin { tables, part, source, folder, same, anew, words };
        standpoint::web::start(begin, Some(standpoint::web::WHOLE))
    }

    #[wasm_bindgen]
    pub fn show(panel: u8) {
        standpoint::web::show(panel);
    }

    #[wasm_bindgen]
    pub fn learn(tables: &[u8], part: &[u8]) -> bool {
        standpoint::web::learn(tables, part)
    }

    #[wasm_bindgen]
    pub fn stop() {
        standpoint::web::stop();
    }

    #[wasm_bindgen]
    pub fn speak(words: &[u8]) {
        standpoint::web::speak(words);
    }
}

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    eprintln!(
        "This is the page, which runs in a browser. The command line is `standpoint`; start with `make serve`."
    );
}
