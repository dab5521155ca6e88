//! The checker that stands beside the page: it reads a corpus file that was put in the place of the one a site was
//! made from. Runs in the browser only, and only then.

#[cfg(target_arch = "wasm32")]
mod checker {
    use standpoint::corpus::{Corpus, Edition};
    use wasm_bindgen::prelude::*;

    /// The tables of a corpus file, or the lines that say what is wrong with it. `source` is its address.
    #[wasm_bindgen]
    pub fn check(file: &[u8], source: &str) -> Result<Vec<u8>, Vec<String>> {
        match Corpus::read(file) {
            Ok(reading) => Ok(Edition::from(reading).to_tables()),
            Err(refusal) => Err(refusal.lines(source)),
        }
    }
}

fn main() {}
