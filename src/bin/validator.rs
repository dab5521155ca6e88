//! The validator, on wasm: it reads a corpus file that was put in the place of the one a site was made from. The page
//! loads it only then.

#[cfg(target_arch = "wasm32")]
mod program {
    use standpoint::corpus::{Corpus, Snapshot};
    use wasm_bindgen::prelude::*;

    /// The binary form of a corpus file, or the lines that say what is wrong with it. `source` is its address.
    #[wasm_bindgen]
    pub fn validate(file: &[u8], source: &str) -> Result<Vec<u8>, Vec<String>> {
        match Corpus::read(file) {
            Ok(reading) => Ok(Snapshot::from(reading).to_bytes()),
            Err(invalid) => Err(invalid.lines(source)),
        }
    }
}

fn main() {}
