//! The page's entry on wasm: everything begins with `web::start`, which `boot.js` calls. A native build of
//! this binary only says where to look.

#[cfg(target_arch = "wasm32")]
pub use standpoint::web::start;

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    eprintln!(
        "This is the page, which runs in a browser. The command line is `standpoint`; start with `make serve`."
    );
}
