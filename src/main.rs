//! The page's entry on wasm, which `boot.js` calls; everything begins in `web`. A native build of this binary only
//! says where to look.

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn start(tables: &[u8], source: String, folder: &str, same: bool, anew: bool) -> bool {
    standpoint::web::start(tables, source, folder, same, anew)
}

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    eprintln!(
        "This is the page, which runs in a browser. The command line is `standpoint`; start with `make serve`."
    );
}
