//! The page's own queries as a program of their own, so that `index.html` can time them beside those of other
//! libraries. Built for wasm like the programs of the page.

#[cfg(target_arch = "wasm32")]
mod program {
    use standpoint::corpus::Snapshot;
    use standpoint::query::Derived;
    use standpoint::route::{Address, Route};
    use standpoint::ui::LoadedCorpus;
    use standpoint::ui::full::Full;
    use wasm_bindgen::prelude::*;

    /// A corpus with the view that is asked for.
    #[wasm_bindgen]
    pub struct Reader {
        known: LoadedCorpus,
        view: Derived,
    }

    #[wasm_bindgen]
    impl Reader {
        /// Reads tables as a page does.
        #[wasm_bindgen(constructor)]
        pub fn new(tables: &[u8]) -> Result<Reader, JsError> {
            let snapshot = Snapshot::from_bytes(tables).ok_or_else(|| JsError::new("these are no tables"))?;
            let known = LoadedCorpus::new(snapshot, String::new());
            let view = known.derive(Some(&Full), Route::default());
            Ok(Reader { known, view })
        }

        /// Goes to the view of an address's fragment. Gives the number of statements that match.
        pub fn view(&mut self, fragment: &str) -> usize {
            let (route, _) = Route::parse(&Address { fragment, query: "" }, &str::to_owned);
            let (route, _) = route.resolve(&self.known.corpus);
            self.view.update(&self.known.corpus, &self.known.columns, route);
            self.view.answer.matching.len()
        }

        /// The number of cells of the comparison that is in view.
        pub fn cells(&self) -> usize {
            self.view
                .comparison
                .iter()
                .flat_map(|comparison| comparison.rows())
                .map(|row| row.cells.len())
                .sum()
        }
    }
}

fn main() {}
