//! The initial program of the page, on wasm: it reads and filters. `ui::full` is what it is linked without.

#[cfg(target_arch = "wasm32")]
mod program {
    use wasm_bindgen::prelude::*;

    standpoint::program!(None);
}

fn main() {}
