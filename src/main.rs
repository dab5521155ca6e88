//! The whole program of the page, on wasm; `boot.js` starts it, and everything begins in `web`. A native build of
//! this binary only says where to look.

#[cfg(target_arch = "wasm32")]
mod page {
    use wasm_bindgen::prelude::*;

    standpoint::program!(Some(standpoint::web::WHOLE));

    #[wasm_bindgen]
    pub fn show(panel: u8) {
        standpoint::web::show(panel);
    }
}

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    eprintln!(
        "This is the page, which runs in a browser. The command line is `standpoint`; start with `make serve`."
    );
}
