//! What a reader's browser can keep: the list of files that make the whole site readable without a network, and
//! the site's worker, which knows the app's files, the site's folders and the sum over all of that. Statements'
//! small pages and former addresses are left out: without a network the worker leads from them into the text.

use super::Source;
use super::bundle::App;
use super::template::fill;
use serde_json::json;
use sha2::{Digest, Sha256};

#[derive(Default)]
pub struct Offline {
    /// Paths below the site's root, pages by their folders.
    files: Vec<String>,
    bytes: usize,
    sum: Sha256,
}

impl Offline {
    pub fn add(&mut self, path: &str, bytes: &[u8]) {
        self.files.push(path.to_owned());
        self.bytes += bytes.len();
        self.sum.update(path);
        self.sum.update(Sha256::digest(bytes));
    }

    /// The file that "keep everything" reads.
    pub fn list(&self) -> String {
        json!({ "bytes": self.bytes, "files": self.files }).to_string()
    }

    /// The worker's script, another one whenever anything that can be kept has changed.
    pub fn worker(self, app: &App, sources: &[Source]) -> String {
        let names = sources.iter().map(Source::corpus);
        let names = names.flat_map(|corpus| std::iter::once(&corpus.id).chain(&corpus.former_ids));
        let folders: Vec<&str> =
            ["assets", "corpus"].into_iter().chain(names.map(|id| id.as_str())).collect();
        let assets: Vec<&str> = app.assets.iter().map(|(name, _)| name.as_str()).collect();
        let version: String = self.sum.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let site = json!({ "version": version, "bytes": self.bytes, "assets": assets, "folders": folders });
        fill(&app.worker, &[("site", &site.to_string())])
    }
}
