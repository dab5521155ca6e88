//! The page's first program, on wasm: it reads and filters. `ui::Parts` says what the whole one has beside.

#[cfg(target_arch = "wasm32")]
mod reading {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    pub fn start(tables: &[u8], source: String, folder: &str, same: bool, anew: bool) -> bool {
        standpoint::web::start(tables, source, folder, same, anew, None)
    }

    #[wasm_bindgen]
    pub fn stop() {
        standpoint::web::stop();
    }
}

fn main() {}
