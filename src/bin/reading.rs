//! The page's first program, on wasm: it reads and filters. `ui::Parts` says what the whole one has beside.

#[cfg(target_arch = "wasm32")]
mod reading {
    use wasm_bindgen::prelude::*;

    standpoint::program!(None);
}

fn main() {}
