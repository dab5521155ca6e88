//! The program of the coding page, on wasm; `coding.js` starts it, and everything begins in `web::coding`.

#[cfg(target_arch = "wasm32")]
mod program {
    use wasm_bindgen::prelude::*;

    standpoint::coding_program!();
}

fn main() {}
