//! What reads tables and projects of the Discourse Network Analyzer for the coding page, on wasm; it is loaded when such a
//! file is opened. What comes of a file is a corpus file as JSON, then what is to be told of it.

#[cfg(target_arch = "wasm32")]
mod program {
    use standpoint::convert::csv;
    use standpoint::convert::dna::{self, is_dna};
    use standpoint::corpus::raw;
    use wasm_bindgen::prelude::*;

    /// The statements of a table; `texts` is the corpus file with the texts that it quotes.
    #[wasm_bindgen]
    pub fn import_table(table: &[u8], texts: &[u8]) -> Result<Vec<String>, String> {
        let base = raw::Corpus::read(texts).map_err(|invalid| invalid.lines("the texts").join("\n"))?;
        let imported = csv::import(table, base).map_err(|refusal| refusal.to_string())?;
        let misfits = imported.misfits.iter();
        let misfits =
            misfits.map(|misfit| format!("line {}: {}: {}", misfit.line, misfit.column, misfit.said));
        Ok([imported.file.to_json()].into_iter().chain(misfits).chain(imported.notes).collect())
    }

    /// A project, by the name of its file without the ending; `language` is that of its texts.
    #[wasm_bindgen]
    pub fn import_project(project: &[u8], stem: &str, language: &str) -> Result<Vec<String>, String> {
        if !is_dna(project) {
            return Err("it is no project of DNA: no SQLite database, or one that is encrypted".to_owned());
        }
        let imported = dna::import(project, stem, Some(language)).map_err(|refusal| refusal.to_string())?;
        let notes = imported.notes.iter().map(ToString::to_string);
        Ok([imported.file.to_json()].into_iter().chain(notes).collect())
    }
}

fn main() {}
