//! The page's first program, on wasm: it reads and filters. `ui::Parts` says what the whole one has beside.

#[cfg(target_arch = "wasm32")]
mod reading {
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
        standpoint::web::start(begin, None)
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

fn main() {}
