//! The full program of the page, on wasm; `loader.js` starts it, and everything begins in `web`. A native build of this
//! binary only says where to look.

#[cfg(target_arch = "wasm32")]
mod program {
    use wasm_bindgen::prelude::*;

    standpoint::program!(Some(&standpoint::ui::full::Full));

    #[wasm_bindgen]
    pub fn open_dialog(name: &str) {
        standpoint::web::open_dialog(name);
    }
}

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    eprintln!(
        "This is the page, which runs in a browser. The command line is `standpoint`; start with `make serve`."
    );
}
